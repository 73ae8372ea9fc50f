package rules

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/eight"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// quotations gives the parts of a passage's text that are somebody else's words: what stands in
// quotation marks, lines of a log, and in a timeline what follows a speaker's name and a colon, as
// chats are copied.
func quotations(p *report.Passage) []source.Span {
	text := p.Text
	out := logLines(text)
	if p.Section.Within(report.TimelineKind) {
		if at, ok := speech(text); ok {
			out = append(out, source.Span{Start: at, End: len(text)})
		}
	}
	var never [2]bool // does a single quotation mark end, a straight or a curly one: it is looked for once
	for i := nextQuote(text, 0); i < len(text); i = nextQuote(text, i+1) {
		var size, end int
		switch rest := text[i:]; {
		case rest[0] == '"':
			size, end = 1, strings.IndexByte(rest[1:], '"')
		case rest[0] == '\'' && (i == 0 || !wordByte[text[i-1]]) && !never[0]:
			// An apostrophe may open nothing: "the '90s". What it opens ends before a mark or a blank.
			if size, end = 1, closingQuote(rest[1:]); end < 0 {
				never[0] = true
				continue
			}
		case strings.HasPrefix(rest, "«"):
			size, end = len("«"), strings.Index(rest[len("«"):], "»")
		case strings.HasPrefix(rest, "‘") && !never[1]:
			if size, end = len("‘"), strings.Index(rest[len("‘"):], "’"); end < 0 {
				never[1] = true
				continue
			}
		case strings.HasPrefix(rest, "“"), strings.HasPrefix(rest, "„"):
			size, end = len("“"), strings.IndexAny(rest[len("“"):], "”“\"")
		default:
			continue
		}
		if end < 0 {
			out = append(out, source.Span{Start: i, End: len(text)})
			break
		}
		out = append(out, source.Span{Start: i, End: i + size + end + 1})
		i += size + end
	}
	return joined(out)
}

// nextQuote is the place, from i on, of the next byte that may be a quotation mark: a straight one, or
// one that is not ASCII; the end of the text if there is none.
func nextQuote(text string, i int) int {
	t := []byte(text)
	for ; i < len(t); i += 8 {
		b := eight.At(t, i)
		if found := eight.Is(b, '"') | eight.Is(b, '\'') | b&eight.Highs; found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	return len(text)
}

// closingQuote finds a straight single quotation mark that ends a quotation and is no apostrophe.
func closingQuote(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] == '\'' && s[i-1] != ' ' && (i+1 == len(s) || !wordByte[s[i+1]]) {
			return i
		}
	}
	return -1
}

// speech finds where quoted speech begins in a timeline entry such as "10.12 RK: I will check": a
// time, at most three words that are a name, a colon.
func speech(text string) (int, bool) {
	colon := strings.Index(text, ": ")
	for colon > 0 && text[colon-1] >= '0' && text[colon-1] <= '9' {
		next := strings.Index(text[colon+2:], ": ")
		if next < 0 {
			return 0, false
		}
		colon += 2 + next
	}
	if colon < 0 {
		return 0, false
	}
	names := 0
	for w := range eachWord(text[:colon]) {
		c := text[w.start]
		switch {
		case '0' <= c && c <= '9', w.low == "utc", w.low == "am", w.low == "pm":
		case 'A' <= c && c <= 'Z' || w.start > 0 && text[w.start-1] == '@':
			names++
		case saying()[w.low]:
		default:
			return 0, false
		}
	}
	return colon + 2, 1 <= names && names <= 3
}

var saying = lazySet("says said asks asked writes wrote confirms confirmed replies replied reports reported")

// joined puts spans in order and makes one of those that overlap.
func joined(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// within reports whether a place is in one of some spans, which are in order and apart.
func within(spans []source.Span, at int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].Start > at })
	return i > 0 && at < spans[i-1].End
}
