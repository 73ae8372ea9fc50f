package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// stampSpan is the place of an entry's time.
func stampSpan(e *report.Event) source.Span { return source.Span{Start: e.At.Start, End: e.At.End} }

// heads gives the place where a finding about a whole timeline points: its heading, or its first
// entry where it has none.
func heads(e *report.Event) source.Span {
	if e.Root != nil && e.Root.Heading.Written() {
		return e.Root.Heading.Span
	}
	return stampSpan(e)
}

// timelines gives the entries of each timeline of the report.
func timelines(r *report.Report) [][]*report.Event {
	var out [][]*report.Event
	events := r.Timeline.Events
	for i, e := range events {
		if i == 0 || e.Root != events[i-1].Root {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], e)
	}
	return out
}

// listed names some of many: the first three, and how many more there are.
func listed(names []string) string {
	if len(names) > 4 {
		return strings.Join(names[:3], ", ") + fmt.Sprintf(" and %d more", len(names)-3)
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// sorted is the fix that puts the entries of the timelines in order, nil if that cannot be done by
// moving whole entries about. Entries move with all that stands in them; one whose time is not
// known, or only to the day, stays behind the one that it follows, and where the reading of a time is doubtful nothing moves. The text that comes out is read again: if any entry
// would mean another instant than before, there is no fix.
func sorted(p *lint.Pass) *lint.Fix {
	var edits []source.Edit
	for events := p.Report.Timeline.Events; len(events) > 0; {
		n := 1
		for n < len(events) && siblings(p.Report.File, events[n-1], events[n]) {
			n++
		}
		edits = append(edits, arranged(p.Report.File, events[:n])...)
		events = events[n:]
	}
	doubtful := func(e *report.Event) bool { return e.At.Note != "" }
	if len(edits) == 0 || slices.ContainsFunc(p.Report.Timeline.Events, doubtful) || !keepsInstants(p.Report, edits) {
		return nil
	}
	return &lint.Fix{Title: "sort the timeline", Safe: true, Edits: edits}
}

// siblings reports whether two entries are bullets of one list or rows of one table, with nothing
// between them.
func siblings(f *source.File, a, b *report.Event) bool {
	x, y := lines(f, a), lines(f, b)
	if a.Root != b.Root || x.End > y.Start || strings.TrimSpace(f.Slice(source.Span{Start: x.End, End: y.Start})) != "" {
		return false
	}
	return marker(f.Slice(x)) == marker(f.Slice(y)) && marker(f.Slice(x)) != ""
}

// marker is what an entry begins with: the blanks and the bullet of a list item, or the bar of a
// table row; "" for what cannot be moved about freely, as numbered items.
func marker(lines string) string {
	rest := strings.TrimLeft(lines, " \t")
	if rest == "" || !strings.ContainsRune("-*+|", rune(rest[0])) || rest[0] != '|' && !strings.HasPrefix(rest[1:], " ") && !strings.HasPrefix(rest[1:], "\t") {
		return ""
	}
	return lines[:len(lines)-len(rest)+1]
}

// lines is an entry in whole lines, without the last line end.
func lines(f *source.File, e *report.Event) source.Span {
	return source.Span{Start: f.Line(f.LineAt(e.Span.Start)).Start, End: f.Line(f.LineAt(max(e.Span.Start, e.Span.End-1))).End}
}

// arranged gives the edits that put sibling entries in order.
func arranged(f *source.File, events []*report.Event) []source.Edit {
	type group struct {
		first   *report.Event // with a known time; the others follow it
		members []*report.Event
	}
	var groups []group
	for i, e := range events {
		_, _, known := e.Until(e)
		if i > 0 && e.DateOnly() {
			low, high, ok := events[i-1].Until(e)
			known = ok && (low > 0 || high < 0) // some time on the day of the one before: it stays with it
		}
		if known || len(groups) == 0 {
			groups = append(groups, group{first: e})
		}
		g := &groups[len(groups)-1]
		g.members = append(g.members, e)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		low, high, ok := a.first.Until(b.first)
		switch {
		case !ok:
			return 0
		case low+high > 0:
			return -1
		}
		return cmp.Compare(0, low+high)
	})
	var edits []source.Edit
	i := 0
	for _, g := range groups {
		for _, e := range g.members {
			if at := lines(f, events[i]); e != events[i] {
				edits = append(edits, source.Edit{Span: at, New: f.Slice(lines(f, e))})
			}
			i++
		}
	}
	return edits
}

// keepsInstants reports whether every entry still means the same after the edits.
func keepsInstants(r *report.Report, edits []source.Edit) bool {
	text, err := r.File.Apply(edits...)
	if err != nil {
		return false
	}
	return slices.Equal(meanings(r), meanings(r.Again(source.New(r.File.Path, text))))
}

// meanings lists what the entries of a report say happened when, in an order of its own.
func meanings(r *report.Report) []string {
	var out []string
	for _, e := range r.Timeline.Events {
		s := &e.At
		out = append(out, fmt.Sprintf("%s %d-%d-%d %s %s %s %s", s.Instant, s.Year, s.Month, s.Day, s.Clock(), s.Zone.Name, e.Phase.Value, e.Text.Value))
	}
	slices.Sort(out)
	return out
}
