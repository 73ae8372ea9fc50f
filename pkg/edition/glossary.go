package edition

import (
	"strings"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// glossary adds explanations to an edition.
type glossary struct {
	terms    []string // the longest first, so that "message queue" is not taken for "queue"
	meanings map[string]string
	waiting  map[string]bool // terms that were not met yet
}

// explain adds each term's explanation in brackets where the term first stands in the text, and in a
// heading only if it stands nowhere else. A term whose meaning the text gives itself needs none.
func (o Options) explain(blocks []*report.Block) {
	g := glossary{terms: sorted(o.Glossary), meanings: o.Glossary, waiting: map[string]bool{}}
	if len(g.terms) == 0 {
		return
	}
	said := strings.ToLower(report.PlainTree(blocks))
	for _, term := range g.terms {
		g.waiting[term] = !strings.Contains(said, strings.ToLower(o.Glossary[term]))
	}
	g.blocks(blocks, false)
	g.blocks(blocks, true)
}

func (g *glossary) blocks(blocks []*report.Block, headings bool) {
	for _, b := range blocks {
		if (b.Kind == report.HeadingBlock) == headings {
			b.Inlines = g.inlines(b.Inlines)
		}
		g.blocks(b.Children, headings)
	}
}

func (g *glossary) inlines(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, i := range in {
		switch i.Kind {
		case report.TextInline:
			i.Text = g.text(i.Text)
		case report.CodeInline:
		default:
			// What is set off as a whole is explained behind it: **failover** (the switch).
			if explanation := g.whole(report.PlainText(i.Children)); explanation != "" {
				out = append(out, i)
				out = append(out, plain(explanation)...)
				continue
			}
			i.Children = g.inlines(i.Children)
		}
		out = append(out, i)
	}
	return out
}

// text adds explanations to a run of text.
func (g *glossary) text(s string) string {
	var b strings.Builder
	for {
		term, end := g.next(s)
		if term == "" {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:end] + g.takenAs(term, s[:end]))
		s = s[end:]
	}
}

// whole gives the explanation of a text that is one term and nothing else.
func (g *glossary) whole(s string) string {
	if term, end := g.next(s); term != "" && SameTerm(s, term) && end == len(s) {
		return g.takenAs(term, s)
	}
	return ""
}

// takenAs is take for a term as a text ends with it: where that speaks of several and the explanation of one, "a payment
// that repeats", the term stands before it.
func (g *glossary) takenAs(term, text string) string {
	explanation := g.take(term)
	text = strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "\u2019s")
	one := strings.HasPrefix(g.meanings[term], "a ") || strings.HasPrefix(g.meanings[term], "an ")
	if explanation == "" || !one || len(text) >= len(term) && strings.EqualFold(text[len(text)-len(term):], term) {
		return explanation
	}
	return " (" + term + ": " + g.meanings[term] + ")"
}

// take gives the explanation of a term where it is met first.
func (g *glossary) take(term string) string {
	if !g.waiting[term] {
		return ""
	}
	g.waiting[term] = false
	return " (" + g.meanings[term] + ")"
}

// next finds the first term of a text, in any case and number, and where it ends.
func (g *glossary) next(s string) (first string, end int) {
	at := len(s)
	for _, term := range g.terms {
		for _, form := range forms(term) {
			if i := Find(s, form, 0); i >= 0 && (i < at || i == at && term == first && i+len(form) > end) {
				first, at, end = term, i, i+len(form)
			}
		}
	}
	for _, genitive := range []string{"'s", "\u2019s"} {
		if first != "" && strings.HasPrefix(s[end:], genitive) {
			end += len(genitive)
		}
	}
	return first, end
}

// SameTerm reports whether two texts are the same term, in any case and number.
func SameTerm(a, b string) bool {
	for _, form := range forms(b) {
		if strings.EqualFold(strings.TrimSpace(a), form) {
			return true
		}
	}
	return false
}

// forms are a term and what it is in the other number, as far as English is regular.
func forms(term string) []string {
	low := strings.ToLower(term)
	out := []string{term, term + "s"}
	last, _ := utf8.DecodeLastRuneInString(low)
	ends := func(with ...string) bool {
		for _, w := range with {
			if strings.HasSuffix(low, w) {
				return true
			}
		}
		return false
	}
	switch {
	case ends("ies"):
		out = append(out, term[:len(term)-3]+"y")
	case ends("ss"):
		out = append(out, term+"es")
	case ends("s"):
		out = append(out, term[:len(term)-1])
		if ends("ses", "xes", "zes", "ches", "shes") {
			out = append(out, term[:len(term)-2])
		}
	case ends("x", "z", "ch", "sh"):
		out = append(out, term+"es")
	case last == 'y' && len(term) > 1 && !strings.ContainsRune("aeiou", rune(low[len(low)-2])):
		out = append(out, term[:len(term)-1]+"ies")
	}
	return out
}
