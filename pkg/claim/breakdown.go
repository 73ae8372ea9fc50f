package claim

import (
	"math"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
)

// A breakdown is a number with the numbers that it is made of right behind it: "1,240 payments failed (900 on
// the web, 340 in the app)", "500 orders: 300 in Germany and 200 in France". Nothing but the form says that the
// parts are all of it and that each counts the same, so what is plainly something else is left out, and so is what
// is too far off to be a slip.

var (
	// Behind a part's number these say where or how, so that it counts what the whole counts.
	placedBy = prose.SetOf("on in by from with for at via through across during under")
	// With one of these the parts are not all of it, or count over again.
	notAllWords = prose.SetOf(`among amongst including include includes example eg such mainly mostly chiefly notably up down previously last before ago earlier
		later week then per each apart every average mean median peak max maximum min minimum rest other others remaining remainder etc them which whom least most about
		around approximately roughly nearly almost over under than total unknown further more`)
	// Behind a number these measure: "10 servers (4 cores, 16 GB)".
	measuringWords = prose.SetOf(`cpu cpus vcpu vcpus core cores gb mb tb kb gib mib tib ram bytes byte threads thread ms s sec secs second seconds m min mins minute
		minutes h hr hrs hour hours day days week weeks month months year years percent retries attempts times zones regions`)
)

// breakdowns finds the breakdowns of a passage.
func (p figures) breakdowns() []Sum {
	var out []Sum
	var lengths []moment.Duration
	total := saysTotal(p.Text)
	for i := 0; i < len(p.Text); {
		if !prose.Digit(p.Text[i]) {
			i++
			continue
		}
		whole, end := numberTerm(p.Text, i)
		s, ok := p.breakdown(whole)
		if !ok && total {
			s, ok = p.totalled(whole)
		}
		if ok {
			if lengths == nil {
				lengths = moment.FindDurations(p.Text)
			}
			if !slices.ContainsFunc(lengths, func(d moment.Duration) bool { return d.Start <= i && i < d.End }) {
				out = append(out, s)
			}
		}
		i = max(end, i+1)
	}
	return out
}

// breakdown reads the parts behind a number.
func (p figures) breakdown(whole term) (Sum, bool) {
	text := p.Text
	if math.IsNaN(whole.value) || whole.decimals > 0 || whole.value < 2 || !leadIn(text, whole.start).exact() {
		return Sum{}, false
	}
	before := prose.WordsBefore(text, whole.start, make([]string, 0, 3))
	if len(before) > 0 && (before[0] == "of" && (len(before) < 3 || before[1] != "total") || before[0] == "from" || before[0] == "to" && bounded(text[:whole.start]) || before[0] == "than") {
		return Sum{}, false // it is itself a whole, or a bound
	}
	open, end := p.listed(whole.end, len(before) > 1 && before[0] == "total" && before[1] == "in")
	if open < 0 {
		return Sum{}, false
	}
	counted := prose.Words(text[whole.end:open])
	if len(counted) > 8 || prose.AnyOf(counted, notAllWords) || len(counted) > 0 && measuringWords.Has(counted[0]) {
		return Sum{}, false
	}
	parts, placed, ok := p.parts(open+1, end, false)
	if !ok {
		return Sum{}, false
	}
	s, ok := addUp(parts, whole)
	if !ok {
		return Sum{}, false
	}
	total := 0.0
	for _, t := range parts {
		total += t.value
	}
	off := total / whole.value
	switch {
	case s.Agrees:
	case placed && (off < 0.5 || off > 1.5), !placed && len(parts) > 2 && (off < 0.7 || off > 1.3), !placed && len(parts) == 2 && (off < 0.8 || off > 1.25):
		return Sum{}, false
	case s.less && prose.AnyOf(counted, mayOverlap):
		return Sum{}, false // the same customer may be in two parts
	}
	s.Span, s.Stated = p.Span(whole.start, whole.end), text[whole.start:whole.end]
	return s, true
}

// bounded reports whether the "to" that a text ends in goes on from a number, or from words such as "up".
func bounded(before string) bool {
	before = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(before, " "), "to"), " ")
	if n := len(before); n == 0 || prose.Digit(before[n-1]) || before[n-1] == '%' {
		return true
	}
	from, _ := sentence(before, len(before), len(before))
	return prose.HasDigit(before[from:]) || prose.AnyOf(prose.Words(before[from:]), boundingWords)
}

var boundingWords = prose.SetOf("from up close near next grew rose fell dropped increased decreased reduced limited")

// listed finds where the parts begin and end: in brackets, behind a colon, or, of a total, behind a comma.
func (p figures) listed(from int, total bool) (open, end int) {
	text := p.Text
	for open = from; open < len(text) && open < from+60; open++ {
		switch c := text[open]; {
		case prose.Digit(c), prose.EndsSentence(text, open), c == ')':
			return -1, -1
		case c == '(':
			if n := strings.IndexAny(text[open+1:min(len(text), open+300)], "()"); n >= 0 && text[open+1+n] == ')' {
				return open, open + 1 + n
			}
			return -1, -1
		case c == ':' || c == ',' && total:
			for end = open + 1; end < len(text) && end < open+300 && !prose.EndsSentence(text, end); end++ {
			}
			return open, end
		case c == ',':
			return -1, -1
		}
	}
	return -1, -1
}

// parts reads what text[from:end] lists; placed tells that each part says where or how, or that plus signs join
// them. It is not ok if something else stands among them; what the parts count may stand there if the whole is
// said to be their total.
func (p figures) parts(from, end int, total bool) (parts []term, placed, ok bool) {
	text := p.Text[:end]
	placed = true
	plus := false
	for i := from; ; {
		for i < end && strings.IndexByte(" \n", text[i]) >= 0 {
			i++
		}
		if rest, cut := strings.CutPrefix(text[i:], "and "); cut {
			i = end - len(rest)
		}
		if i >= end || !prose.Digit(text[i]) {
			return nil, false, false
		}
		t, stop := numberTerm(text, i)
		if math.IsNaN(t.value) || t.decimals > 0 {
			return nil, false, false
		}
		next, sign := nextPart(text, stop)
		tail := prose.Words(text[stop:next])
		if total && len(tail) > 1 && countedWords.Has(tail[0]) {
			tail = tail[1:]
		}
		if len(tail) == 0 || len(tail) > 8 || prose.AnyOf(tail, notAllWords) || measuringWords.Has(tail[0]) || strings.IndexByte(text[stop:next], '%') >= 0 {
			return nil, false, false
		}
		if !placedBy.Has(tail[0]) {
			placed = false
			if prose.AnyOf(tail, countedWords) {
				return nil, false, false
			}
		}
		if !labelled(text[stop:next], placedBy.Has(tail[0])) {
			return nil, false, false
		}
		parts = append(parts, t)
		plus = plus || sign
		if next >= end {
			return parts, placed || plus, len(parts) > 1
		}
		i = next + 1
	}
}

// nextPart is where the part that goes on at from ends: at a comma, a semicolon, a plus or "and" with a number behind it.
func nextPart(text string, from int) (end int, plus bool) {
	for i := from; i < len(text); i++ {
		sep := text[i] == ',' || text[i] == ';' || text[i] == '+' || strings.HasPrefix(text[i:], " and ")
		if !sep {
			continue
		}
		rest := strings.TrimLeft(text[i+1:], " \n")
		rest = strings.TrimPrefix(rest, "and ")
		if rest != "" && prose.Digit(rest[0]) {
			return i, text[i] == '+'
		}
	}
	return len(text), false
}

// labelled reports whether the numbers behind a part's own are names: those within a word, eu-west-1, and the one
// right behind its preposition, "with 500". A clock, a length of time or a count is none.
func labelled(tail string, placed bool) bool {
	first := true
	for i := 0; i < len(tail); i++ {
		if !prose.Digit(tail[i]) {
			continue
		}
		end := i
		for end < len(tail) && (prose.Digit(tail[end]) || strings.IndexByte(".,:", tail[end]) >= 0 && end+1 < len(tail) && prose.Digit(tail[end+1])) {
			end++
		}
		inWord := i > 0 && (prose.Letter(tail[i-1]) || tail[i-1] == '-' || tail[i-1] == '.') || end < len(tail) && prose.Letter(tail[end])
		alone := placed && first && !strings.ContainsAny(tail[i:end], ":") && strings.TrimSpace(tail[end:]) == ""
		if !inWord && !alone {
			return false
		}
		first = false
		i = end
	}
	return true
}
