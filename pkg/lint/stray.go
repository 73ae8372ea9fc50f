package lint

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// inProse finds suppressions that Markdown takes for text: a comment that is never closed inside a
// paragraph, one whose marks an editor has prettified, and the rest of one that its list item cut
// off.
func (l *Linter) inProse(text *report.Passage, out []*Suppression) []*Suppression {
	visible := func(at int) {
		s := &Suppression{Span: text.Span(at, len(text.Text))}
		s.flaw(SuppressionMalformed, "this suppression is not a comment but text that readers see", "write it as "+suppressionForm)
		out = append(out, s)
	}
	if _, ok := marked(text.Text); ok {
		visible(0)
		return out
	}
	for rest, at := text.Text, 0; ; {
		i := strings.Index(rest, "<!")
		if i < 0 {
			return out
		}
		at += i + 2
		rest = rest[i+2:]
		inner := strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) })
		if _, ok := marked(inner); ok || l.namesRule(inner) {
			visible(at - 2)
		}
	}
}

// strays finds what is meant for a suppression outside of what Markdown takes for a comment: in the
// comments of MDX and other dialects, in raw HTML, behind "//". It has the mark or, misspelt, one and
// a rule. A comment may speak of the mark, and so may code.
func (l *Linter) strays(p *Pass, out []*Suppression) []*Suppression {
	f := p.Report.File
	code := sync.OnceValue(func() []source.Span { return codeBlocks(p.Report) })
	const longest = 256 // what is looked at of a line
	for at := 0; ; {
		i := bytes.Index(f.Text[at:], []byte("mortem")) // the part that begins with the rarest letter
		if i < 0 {
			return out
		}
		i += at
		at = i + len("mortem")
		if !bytes.HasSuffix(f.Text[:i], []byte("ost")) {
			continue
		}
		start := max(i-len("post"), 0)
		line := f.Line(f.LineAt(start))
		text := f.Slice(source.Span{Start: start, End: min(line.End, start+longest)})
		place := source.Span{Start: start, End: line.End}
		if body, is := marked(text); !is || !l.namesRule(text) && (body == text || inComment(p.Report, start)) {
			continue
		}
		if start < p.Report.Meta.Span.End {
			if hash := commentStart(f.Slice(line)); hash < 0 || hash > start-line.Start {
				continue // a value
			}
		}
		if slices.ContainsFunc(out, func(s *Suppression) bool { return s.Span.Overlaps(place) }) || inCode(f, place, code) {
			continue
		}
		s := &Suppression{Span: place}
		s.flaw(SuppressionMalformed, "this looks like a suppression but stands in no comment", "write it as "+suppressionForm)
		out = append(out, s)
	}
}

func inComment(r *report.Report, at int) bool {
	return slices.ContainsFunc(r.Comments, func(c report.Comment) bool { return c.Span.Start <= at && at < c.Span.End })
}

// namesRule reports whether a rule is among the first words of a text.
func (l *Linter) namesRule(text string) bool {
	words := strings.Fields(text[:min(len(text), 200)])
	for _, w := range words[:min(len(words), 5)] {
		if _, known := l.index[strings.Trim(w, "\"'`()[]{}<>*,;:.=-#/")]; known {
			return true
		}
	}
	return false
}

// inCode reports whether a place of one line is code, where nothing is asked of anybody.
func inCode(f *source.File, at source.Span, blocks func() []source.Span) bool {
	line := f.Line(f.LineAt(at.Start))
	if bytes.Count(f.Text[line.Start:at.Start], []byte("`"))%2 == 1 {
		return true
	}
	code := blocks()
	i := sort.Search(len(code), func(i int) bool { return code[i].End > at.Start })
	return i < len(code) && code[i].Overlaps(at)
}

// codeBlocks gives the places of a report's code blocks, in order.
func codeBlocks(r *report.Report) (places []source.Span) {
	var add func([]*report.Block)
	add = func(blocks []*report.Block) {
		for _, b := range blocks {
			if b.Kind == report.CodeBlock {
				places = append(places, b.Span)
			}
			add(b.Children)
		}
	}
	add(r.Tree())
	slices.SortFunc(places, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	return places
}
