package report

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// read reads the stamp at the start of an entry; "not dated" counts as one, so that what happened
// in between can stand in its place.
func (d *reader) read(text string) (moment.Stamp, bool) {
	if at, ok := moment.Read(text); ok {
		return at, ok
	}
	open := len(text) - len(strings.TrimLeft(text, " [("))
	for _, u := range undated {
		end := open + len(u.words)
		if len(text) < end || !strings.EqualFold(text[open:end], u.words) {
			continue
		}
		next := strings.TrimLeft(text[end:], " ")
		if next == "" || u.plain && text[end] == ' ' || strings.IndexByte(":-])", next[0]) >= 0 || strings.HasPrefix(next, "–") || strings.HasPrefix(next, "—") {
			return moment.Stamp{Text: text[open:end], Start: open, End: end, OuterStart: open, OuterEnd: end}, true
		}
	}
	return moment.Stamp{}, false
}

// undated are the ways of saying that an entry's time is not known, or only that it lies before all others; those that are not plain may
// begin a sentence too.
var undated = []struct {
	words string
	plain bool
}{{"not dated", true}, {"undated", true}, {"time unknown", true}, {"unknown time", true}, {"no time", false}, {"unknown", false}, {"???", true}, {"??", true}, {"tbd", false}, {"date unknown", true},
	{"hours before", false}, {"days before", false}, {"weeks before", false}, {"months before", false}, {"years before", false},
	{"hours earlier", false}, {"days earlier", false}, {"weeks earlier", false}, {"months earlier", false}, {"years earlier", false}}

// add appends an entry and gives it what has been said of date and zone.
func (d *reader) add(e *Event) {
	if d.dates(e) {
		d.day(d.held.At)
		d.held = nil
	}
	d.settle()
	it := moment.Item{Stamp: &e.At, Begins: e.Phase.Value == ImpactBegins}
	if e.Undated() {
		d.append(e, it) // what has been said is for the entry that uses it
		return
	}
	if !d.said && d.usual.Date.Day != 0 && !e.At.Has.Any(moment.HasDay) && d.lastDated() {
		d.next.Date, d.next.DateFrom, d.said = d.usual.Date, d.usual.DateFrom, true
	}
	if d.said {
		c := d.next
		it.Context, d.next, d.said = &c, moment.Context{}, false
	}
	d.append(e, it)
}

func (d *reader) append(e *Event, it moment.Item) {
	e.Root = d.root
	d.r.Timeline.Events = append(d.r.Timeline.Events, e)
	if !e.Undated() && d.dated != d.root {
		d.begins = append(d.begins, begin{len(d.items), d.root})
		d.dated = d.root
	}
	d.items = append(d.items, it)
}

// lastDated reports whether the entry before writes its own day.
func (d *reader) lastDated() bool {
	n := len(d.items)
	return n > 0 && d.items[n-1].Has.Any(moment.HasDay)
}

// dates reports whether the day that is held is the date of an entry and no entry itself.
func (d *reader) dates(e *Event) bool {
	switch {
	case d.held == nil || !e.At.Has.Any(moment.HasClock|moment.HasRelative):
		return false
	case d.under.Contains(e.Span):
		return true
	}
	return !e.At.Has.All(moment.HasMonth | moment.HasDay)
}

// hold keeps a day that stands alone. It dates what follows, and is an entry of its own if nothing
// that follows has a clock time before the next such day.
func (d *reader) hold(e *Event, from string) {
	d.settle()
	d.held, d.open, d.under = e, e, source.Span{}
	if e.At.ProblemKind == moment.AmbiguousDate {
		d.items = append(d.items, moment.Item{Stamp: &e.At})
		return
	}
	d.sayDate(&e.At, from)
}

// day keeps a day that is no entry.
func (d *reader) day(at moment.Stamp) {
	d.r.Timeline.Days = append(d.r.Timeline.Days, at)
}

// settle makes an entry of a day that nothing followed.
func (d *reader) settle() {
	e := d.held
	d.held = nil
	if e == nil || e.Text.Value == "" {
		return
	}
	if e.At.ProblemKind != moment.AmbiguousDate {
		d.append(e, moment.Item{Stamp: &e.At})
		return
	}
	e.Root = d.root // its stamp is among the items since it was held
	d.r.Timeline.Events = append(d.r.Timeline.Events, e)
}

// newEvent makes an entry in the memory that entries share.
func (d *reader) newEvent(at moment.Stamp) *Event {
	if len(d.slab) == 0 {
		d.room(4)
	}
	e := &d.slab[0]
	d.slab = d.slab[1:]
	e.At = at
	return e
}

// room makes sure that there is memory for so many entries.
func (d *reader) room(entries int) {
	if len(d.slab) < entries {
		d.slab = make([]Event, entries)
	}
}

// event makes an entry of a passage: the stamp is read from p.Text[from:], the text reaches to end.
func (d *reader) event(p *Passage, at moment.Stamp, from, end int) *Event {
	rest := from + at.OuterEnd
	at.Shift(from)
	p.locate(&at)
	e := d.newEvent(at)
	e.Within = d.s
	d.textOf(e, p, rest, end)
	return e
}

// locate turns the offsets of a stamp, which are those of the passage's text, into the file's.
func (p *Passage) locate(at *moment.Stamp) {
	for _, t := range []*moment.Stamp{at.Until, at.Also} {
		if t != nil {
			p.locate(t)
		}
	}
	in, out := p.Span(at.Start, at.End), p.Span(at.OuterStart, at.OuterEnd)
	at.Start, at.End, at.OuterStart, at.OuterEnd = in.Start, in.End, out.Start, out.End
}

// separators stand between the parts of an entry.
const separators = " \t\n\u00a0:-–—*|.,;>→•])"

// textOf gives an entry its phase, if a bold mark begins p.Text[rest:end], and its text.
func (d *reader) textOf(e *Event, p *Passage, rest, end int) {
	if rest < end && keyBytes[p.Text[rest]] == 0 {
		rest = end - len(strings.TrimLeft(p.Text[rest:end], separators))
	}
	if !e.Phase.Written() && phaseMay(p.Text[rest:end]) {
		marks := d.strong(p)
		i := sort.Search(len(marks), func(i int) bool { return marks[i].End > rest })
		if i < len(marks) && marks[i].Start <= rest && marks[i].End <= end {
			stop := marks[i].End
			if ph, ok := phaseOf(p.Text[rest:stop]); ok {
				e.Phase = Field[Phase]{ph, p.Span(rest, stop)}
				rest = end - len(strings.TrimLeft(p.Text[stop:end], separators))
			}
		}
	}
	e.Text = p.field(rest, rest+len(strings.TrimRight(p.Text[rest:end], " |\n")))
}

// strong gives the places in a passage's text of what is bold. They are kept while entries are read from
// the lines of one passage.
func (d *reader) strong(p *Passage) []source.Span {
	if d.strongOf == p {
		return d.bold
	}
	d.strongOf, d.bold = p, d.bold[:0]
	for n := p.Node.FirstChild(); n != nil; n = n.NextSibling() {
		if em, ok := n.(*ast.Emphasis); ok && em.Level == 2 {
			if mark := newPassage(d.r.File, em); mark.Text != "" {
				full := mark.Full()
				d.bold = append(d.bold, source.Span{Start: p.Index(full.Start), End: p.Index(full.End-1) + 1})
			}
		}
	}
	return d.bold
}

// field is a part of the passage on one line, with its place.
func (p *Passage) field(start, end int) Field[string] {
	start = end - len(strings.TrimLeftFunc(p.Text[start:end], unicode.IsSpace))
	text := p.Text[start:end]
	if text == "" {
		return Field[string]{}
	}
	if c := text[len(text)-1]; c <= ' ' || c >= utf8.RuneSelf {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
	}
	said := text
	if strings.IndexByte(text, '\n') >= 0 {
		said = strings.Join(strings.Fields(text), " ")
	}
	return Field[string]{said, p.Span(start, start+len(text))}
}
