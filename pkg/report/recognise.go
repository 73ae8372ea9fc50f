package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// recognise finds timelines by their structure in a report that names none: a section of which most
// items, rows or lines begin with a clock time, or a row of headings that are times. It gives them
// their kind and reports whether there were any.
func (r *Report) recognise() bool {
	found := false
	for _, s := range r.Sections {
		if s.Kind != Other && !(s.Kind == Summary && s.headedBy(happened)) && s.Kind != Response && s.Kind != Background || s.Within(ActionsKind) || s.Within(Supporting) || s.Within(Lessons) {
			continue
		}
		d := reader{r: r, s: s}
		if timed, all := d.timed(s.Nodes); timed >= 3 && timed*5 >= all*3 {
			s.Kind, found = TimelineKind, true
		}
	}
	return found || r.timedHeadings()
}

// happened stands in the headings of summaries that may as well be timelines: "What happened", "Summary of events".
var happened = prose.SetOf(`happened events`)

// timed counts the items, rows and lines of blocks, and those among them with a clock time or a
// full date at their start.
func (d *reader) timed(nodes []ast.Node) (timed, all int) {
	count := func(text string) {
		all++
		if at, ok := moment.Read(text); ok && (at.Has.Any(moment.HasClock) || at.Has.All(moment.HasDate)) {
			timed++
		}
	}
	for _, n := range nodes {
		switch n.Kind() {
		case ast.KindList:
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				if p := d.r.PassageOf(item.FirstChild()); p != nil {
					count(p.Text)
				}
			}
		case extast.KindTable:
			for row := n.FirstChild(); row != nil; row = row.NextSibling() {
				if row.Kind() == extast.KindTableRow && d.tellsWords(row) {
					if p := d.r.PassageOf(row.FirstChild()); p != nil {
						count(p.Text)
					}
				}
			}
		case ast.KindParagraph:
			if p := d.r.PassageOf(n); p != nil {
				if lines := len(d.entryLines(p)); lines > 0 {
					timed += lines
					all += lines
				} else {
					all++
				}
			}
		}
	}
	return timed, all
}

// tellsWords reports whether a row says something behind its first cell, and does not only measure.
func (d *reader) tellsWords(row ast.Node) bool {
	first := row.FirstChild()
	if first == nil {
		return false
	}
	for c := first.NextSibling(); c != nil; c = c.NextSibling() {
		for _, w := range prose.Words(d.r.PassageOf(c).text()) {
			if len(w) > 2 {
				return true
			}
		}
	}
	return first.NextSibling() == nil
}

// timedHeadings makes timelines of headings that are clock times, if there are three or more: of
// the section that holds them, or else of each.
func (r *Report) timedHeadings() bool {
	var times []*Section
	for _, s := range r.Sections {
		if s.Level == 0 || s.Kind != Other {
			continue
		}
		if at, ok := moment.Read(s.Heading.Value); ok && at.Has.Any(moment.HasClock) {
			times = append(times, s)
		}
	}
	if len(times) < 3 {
		return false
	}
	for _, s := range times {
		if p := s.Parent; p != nil && p.Kind == Other && p.Heading.Span != r.Title.Span {
			p.Kind = TimelineKind
		}
	}
	for _, s := range times {
		if !s.Within(TimelineKind) {
			s.Kind = TimelineKind
		}
	}
	return true
}

// tasked makes actions of the lists of boxes in a report that names none, whatever stands above them.
func (r *Report) tasked() {
	if r.Section(ActionsKind) != nil {
		return
	}
	for _, s := range r.Sections {
		if s.heading == nil || s.named != Other || s.Parent.Within(ActionsKind) || s.Heading.Span == r.Title.Span || !s.onlyOther() || s.headedBy(checkWords) {
			continue
		}
		for _, n := range s.Nodes {
			if n.Kind() == ast.KindList && boxes(n) {
				s.Kind = ActionsKind
			}
		}
	}
}

// checkWords stand in the headings of lists that are ticked off whatever the incident was.
var checkWords = prose.SetOf(`checklist checklists criteria definition questions verification testing tests review reviewed`)

// onlyOther reports whether neither a section nor one around it has a meaning of its own.
func (s *Section) onlyOther() bool {
	for ; s != nil; s = s.Parent {
		if s.Kind != Other {
			return false
		}
	}
	return true
}

// boxes reports whether a list has two items or more and each has a box to tick.
func boxes(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first == nil {
			return false
		}
		if _, ok := first.FirstChild().(*extast.TaskCheckBox); !ok {
			return false
		}
	}
	return list.ChildCount() > 1
}

// blocks reads timelines that stand in code blocks, for reports whose timelines hold nothing else.
func (d *reader) blocks() {
	for _, s := range d.r.Sections {
		if !s.Within(TimelineKind) {
			continue
		}
		d.s, d.root = s, s.nearest(TimelineKind)
		for _, n := range s.Nodes {
			if k := n.Kind(); k == ast.KindFencedCodeBlock || k == ast.KindCodeBlock {
				d.codeLines(n)
			}
		}
	}
}

// outermost counts the lines that are indented least: what stands further in are their details.
func outermost(text string) int {
	least, n := -1, 0
	for line := range strings.SplitSeq(text, "\n") {
		bare := strings.TrimLeft(line, " \t")
		if bare == "" {
			continue
		}
		switch in := len(line) - len(bare); {
		case least < 0 || in < least:
			least, n = in, 1
		case in == least:
			n++
		}
	}
	return n
}

// codeLines reads the lines of a code block as entries if most of them begin with a time.
func (d *reader) codeLines(n ast.Node) {
	p := &Passage{Node: n, Section: d.s}
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		p.segs = append(p.segs, seg{b.Len(), line.Start})
		text := strings.TrimRight(string(line.Value(d.r.File.Text)), "\r\n")
		b.WriteString(text)
		b.WriteByte('\n')
	}
	if p.Text = strings.TrimRight(b.String(), "\n"); p.Text == "" {
		return
	}
	starts := d.entryLines(p)
	if len(starts)*2 < outermost(p.Text) {
		return
	}
	for i, at := range starts {
		end := len(p.Text)
		if i+1 < len(starts) {
			end = starts[i+1].line
		}
		e := d.event(p, at.stamp, at.text, end)
		e.Span = d.trimmed(source.Span{Start: p.offset(at.line), End: p.Span(at.line, end).End})
		d.add(e)
	}
}
