package edition

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// definitions parts a report's link definitions into those that are public and all others. The span of each
// reaches to the end of its last line, and so over the title of what it leads to.
func (a *audience) definitions(r *report.Report) (public, hidden []report.Definition) {
	for _, d := range r.Definitions() {
		shown := a.allows(d.Span)
		d.Span.End = r.File.Line(r.File.LineAt(d.Span.End)).End
		if shown {
			public = append(public, d)
		} else {
			hidden = append(hidden, d)
		}
	}
	return public, hidden
}

// withoutHidden reads the report again without the link definitions that are not public, each byte
// where it was: whether a withheld part says where a label leads must not show. The links that lose
// their target are listed for the author.
func withoutHidden(r *report.Report) (*report.Report, []Withheld) {
	tree := r.Tree()
	a := marksOf(r, tree)
	_, withheld := a.definitions(r)
	if len(withheld) == 0 {
		return r, nil
	}
	hidden := map[string]source.Span{}
	text := bytes.Clone(r.File.Text)
	for _, d := range withheld {
		if _, ok := hidden[d.Label]; !ok {
			hidden[d.Label] = d.Span
		}
		for i := d.Span.Start; i < d.Span.End; i++ {
			if text[i] != '\n' && text[i] != '\r' {
				text[i] = ' '
			}
		}
	}
	next := r.Again(source.New(r.File.Path, text))
	if next.Doc == nil {
		return r, nil
	}
	var left []Withheld
	var walk func(in []report.Inline)
	walk = func(in []report.Inline) {
		for _, i := range in {
			if at, ok := hidden[i.Label]; ok && i.Label != "" {
				left = append(left, Withheld{i.Span, fmt.Sprintf("the address of the link %q: line %d gives it, in a part that is withheld", report.PlainText(i.Children), r.File.Position(at.Start).Line),
					"write the address behind the text, as in [text](https://...)"})
			}
			walk(i.Children)
		}
	}
	var blocks func([]*report.Block)
	blocks = func(all []*report.Block) {
		for _, b := range all {
			if len(b.Inlines) > 0 && a.allows(b.Span) {
				walk(b.Inlines)
			}
			blocks(b.Children)
		}
	}
	blocks(tree)
	return next, left
}

// unbracketed takes the marks off a link by reference that nothing defines: "[the page][status]"
// becomes "the page". A label alone stays in its brackets, for so are many other things.
func unbracketed(in []report.Inline) []report.Inline {
	type bracket struct{ inline, at int }
	var open []bracket
	for k := range in {
		if in[k].Kind != report.TextInline {
			continue
		}
		for i := 0; i < len(in[k].Text); i++ {
			switch in[k].Text[i] {
			case '[':
				open = append(open, bracket{k, i})
			case ']':
				if len(open) == 0 {
					continue
				}
				from := open[len(open)-1]
				open = open[:len(open)-1]
				text := in[k].Text
				before := in[from.inline].Text
				label, ok := labelAt(text[i+1:])
				if !ok || from.at > 0 && alphanumeric(before[from.at-1]) || !lettered(in[from.inline:k+1], from.at, i) {
					continue
				}
				in[k].Text = text[:i] + text[i+1+label:]
				before = in[from.inline].Text
				in[from.inline].Text = before[:from.at] + before[from.at+1:]
				if from.inline == k {
					i--
				}
				i--
			}
		}
	}
	return slices.DeleteFunc(in, func(i report.Inline) bool { return i.Kind == report.TextInline && i.Text == "" })
}

// labelAt gives the length of the label in brackets that a text begins with.
func labelAt(text string) (int, bool) {
	if !strings.HasPrefix(text, "[") {
		return 0, false
	}
	end := strings.IndexAny(text[1:], "[]")
	if end < 0 || text[1+end] != ']' {
		return 0, false
	}
	return end + 2, true
}

// lettered reports whether there is a letter between two places of a run of text: figures in brackets
// are marks of sources and places in tables, not links.
func lettered(in []report.Inline, from, to int) bool {
	text := ""
	for k, i := range in {
		piece := report.PlainText([]report.Inline{i})
		if k == len(in)-1 {
			piece = piece[:to]
		}
		if k == 0 {
			piece = piece[from:]
		}
		text += piece
	}
	return strings.ContainsFunc(text, unicode.IsLetter)
}
