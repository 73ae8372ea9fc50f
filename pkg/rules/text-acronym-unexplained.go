package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

var textAcronymUnexplained = lint.Rule{
	Name:     "text-acronym-unexplained",
	Summary:  "an acronym is explained nowhere in the report",
	Severity: lint.Hint,
	Group:    lint.All,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		seen := map[string]bool{}
		for _, ps := range p.Report.Passages {
			if ps.Heading() || ps.Quoted || ps.Section.Within(report.TimelineKind) {
				continue
			}
			acronyms(ps.Text, func(start, end int) {
				name := ps.Text[start:end]
				if start == 0 || roster(ps.Text, start, end) {
					return // who does it: somebody's initials
				}
				if seen[name] || len(seen) == mostAcronyms {
					return
				}
				seen[name] = true
				if !wellKnown(name) && !explained(p.Report.Passages, name) && !common(p.Report.Passages, strings.ToLower(name)) {
					p.Diagnose(lint.Diagnostic{Span: ps.Span(start, end), Message: fmt.Sprintf("%q is explained nowhere in this report", name), Hint: "write it out once, with the short form in brackets"})
				}
			})
		}
	},
}

// roster reports whether a word stands in a row of short ones with commas between them, as those who
// take part are listed.
func roster(text string, start, end int) bool {
	rest, isList := strings.CutPrefix(text[end:], ", ")
	return end-start < 4 && (isList && len(rest) > 1 && 'A' <= rest[1] && rest[1] <= 'Z' || strings.HasSuffix(text[:start], ", ") && start > 3 && 'A' <= text[start-3] && text[start-3] <= 'Z')
}

// mostAcronyms is how many a report is asked about: whoever uses more writes in code.
const mostAcronyms = 100

// acronyms calls found with the place of each word of two to six capitals that stands by itself: no
// part of a name, an identifier or a text in capitals.
func acronyms(text string, found func(start, end int)) {
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' || i > 0 && (wordByte[text[i-1]] || strings.IndexByte("-_./#@$%&+'", text[i-1]) >= 0 || text[i-1] >= 0x80) {
			continue
		}
		end := i
		for end < len(text) && 'A' <= text[end] && text[end] <= 'Z' {
			end++
		}
		stop := end
		if stop < len(text) && text[stop] == 's' {
			stop++ // a plural
		}
		long := end - i
		alone := stop == len(text) || !wordByte[text[stop]] && text[stop] < 0x80 && strings.IndexByte("-_/#@$&+=:", text[stop]) < 0
		if alone && stop < len(text)-1 && text[stop] == '.' && wordByte[text[stop+1]] {
			alone = false
		}
		if alone && 2 <= long && long <= 6 && !shouted(text, i, stop) {
			found(i, end)
		}
		i = stop
	}
}

// shouted reports whether the word beside the one at text[start:end] is in capitals too: whole phrases
// in capitals are a title or a cry, and no acronyms.
func shouted(text string, start, end int) bool {
	upper := func(s string) bool {
		s = strings.Trim(s, ".,;:!?()")
		return len(s) > 3 && strings.ToUpper(s) == s && strings.ContainsAny(s, "AEIOU")
	}
	after, _, _ := strings.Cut(strings.TrimLeft(text[end:], " "), " ")
	before := strings.TrimRight(text[:start], " ")
	return upper(after) || upper(before[strings.LastIndexByte(before, ' ')+1:])
}

// common reports whether a report writes a word in small letters too: capitals then stress it.
func common(in []*report.Passage, word string) bool {
	for _, ps := range in {
		for at := 0; ; {
			i := strings.Index(ps.Text[at:], word)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(word)
			if (start == 0 || !wordByte[ps.Text[start-1]]) && (at == len(ps.Text) || !wordByte[ps.Text[at]]) {
				return true
			}
		}
	}
	return false
}

// explained reports whether a text writes an acronym out: beside brackets that hold it or its long
// form, behind "stands for", or at the head of an entry that defines it.
func explained(in []*report.Passage, name string) bool {
	for _, ps := range in {
		text := ps.Text
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			start, end := at+i, at+i+len(name)
			at = end
			rest := strings.TrimLeft(strings.TrimPrefix(text[end:], "s"), " *")
			switch {
			case start > 0 && (text[start-1] == '(' || text[start-1] == '[') && (rest == "" || strings.IndexByte(")],;", rest[0]) >= 0):
				return true
			case rest != "" && rest[0] == '(' && len(rest) > 2 && initialsOf(rest[1:], name):
				return true
			case strings.HasPrefix(rest, "stands for"), strings.HasPrefix(rest, "means "), strings.HasPrefix(rest, "is short for"), strings.HasPrefix(rest, "is the "), strings.HasPrefix(rest, "is a "):
				return true
			case start == 0 && rest != "" && (rest[0] == ':' || rest[0] == '=' || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")):
				return true
			}
		}
	}
	return false
}

// initialsOf reports whether the words of a text begin with the letters of an acronym, little words
// left out or not: "Service Level Objective" for SLO.
func initialsOf(text, name string) bool {
	words := wordsOf(text[:min(len(text), 160)])
	k := 0
	for _, w := range words {
		if k < len(name) && w.low[0] == name[k]|0x20 {
			k++
		}
	}
	return k == len(name)
}

// wellKnown reports whether whoever reads a report knows what capitals stand for, or that they are a name or a word
// that is written so in programs.
func wellKnown(capitals string) bool {
	return wordlist.Acronym(strings.ToLower(capitals)) || inCapitals()[capitals]
}

var inCapitals = sync.OnceValue(func() map[string]bool {
	return set("ALL AND ANY API APP COMMIT DELETE DONE DST EC2 FALSE GET GIT HEAD HIGH HTML HTTP HTTPS IBM IF JSON " +
		"LDAP LOW MEDIUM NO NOT NULL OPTIONS OR PATCH PHP POST PUT RAID README REST SSH SVG TODO TRUE UPDATE " +
		"UPS VS XML ZIP")
})
