package report

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// timeline reads the entries of every timeline, and decides their instants and their order.
func (r *Report) timeline() {
	r.Timeline.Events = make([]*Event, 0, 24)
	d := &reader{r: r, items: make([]moment.Item, 0, 24)}
	d.timelines()
	if len(r.Timeline.Events) == 0 {
		d.trailing()
	}
	if len(r.Timeline.Events) == 0 && r.recognise() {
		d = &reader{r: r}
		d.timelines()
	}
	if len(r.Timeline.Events) == 0 {
		d.blocks()
	}
	r.zone()
	d.resolve()
	r.Timeline.Ordered = ordered(r.Timeline.Events)
}

func (d *reader) timelines() {
	d.clocks = map[*Section]int{}
	for _, s := range d.r.Sections {
		if root := s.nearest(TimelineKind); root != nil && root != s {
			if at, ok := moment.Read(s.Heading.Value); ok && at.Has.Any(moment.HasClock) {
				d.clocks[root]++
			}
		}
	}
	for _, s := range d.r.Sections {
		if s.Within(TimelineKind) {
			d.section(s)
		}
	}
	d.settle()
}

// zone finds the timeline's zone where neither its heading nor a sentence in it states one: in the
// entries, in the front matter, in a sentence about the times of the whole report.
func (r *Report) zone() {
	t := &r.Timeline
	if z, ok := moment.ParseZone(r.Meta.Timezone.Value); ok && !t.zone.Known() {
		// It also decides what "IST" means in a heading or an entry.
		t.zone, t.zoneFrom = z, r.head(r.Meta.Timezone.Span)
	}
	if t.Zone.Written() {
		return
	}
	for _, e := range t.Events {
		if e.At.Has.Any(moment.HasZone) && !e.At.Zone.IsZero() {
			t.Zone = Field[string]{e.At.Zone.Name, source.Span{Start: e.At.Start, End: e.At.End}}
			return
		}
	}
	if t.zone.Known() {
		t.Zone = r.Meta.Timezone
		return
	}
	for _, p := range r.Passages {
		if len(p.Text) > 300 || !(strings.Contains(p.Text, "imes ") || strings.Contains(p.Text, "imestamps")) {
			continue
		}
		if z, start, end, ok := moment.FindZone(p.Text); ok {
			t.Zone, t.zone, t.zoneFrom = p.field(start, end), z, r.place("the sentence", p.Full())
			return
		}
	}
	r.zoneAbove()
}

// zoneAbove finds the zone of a timeline that states none in the times that the title, a summary or the impact
// states: "from 10:00 AM to 12:00 PM (UTC)". They must name one zone, and the first of them lie among the times of
// the timeline: a summary in UTC above local times says nothing of those.
func (r *Report) zoneAbove() {
	t := &r.Timeline
	first, last := 24*time.Hour, time.Duration(-1)
	for _, e := range t.Events {
		if e.At.Has.Any(moment.HasClock) {
			first, last = min(first, e.At.TimeOfDay()), max(last, e.At.TimeOfDay())
		}
	}
	if last < 0 {
		return
	}
	var zone moment.Zone
	var zoned *Passage
	var at moment.Stamp
	for _, p := range r.Passages {
		s := p.Section
		if s.Within(TimelineKind) || !(r.InTitle(p) || s.Level == 0 || s.Within(Summary) || s.Within(CustomerSummary) || s.Within(Impact) || s.Heading.Span == r.Title.Span) || len(p.Text) > 4000 {
			continue
		}
		if s.heading != nil && p.Node == s.heading && s.Kind == Summary {
			if z, start, end, ok := moment.FindZone(p.Text); ok { // "Summary (UTC)"
				t.Zone, t.zone, t.zoneFrom = p.field(start, end), z, r.place("the heading", p.Full())
				return
			}
		}
		for _, st := range moment.Find(p.Text) {
			switch {
			case !st.Has.All(moment.HasClock|moment.HasZone) || st.Zone.IsZero():
			case zoned == nil:
				zone, zoned, at = st.Zone, p, st
			case !st.Zone.SameClock(zone):
				return
			}
		}
	}
	if zoned == nil || at.TimeOfDay() < first-time.Hour || at.TimeOfDay() > last {
		return
	}
	t.Zone, t.zone, t.zoneFrom = Field[string]{zone.Name, zoned.Span(at.Start, at.End)}, zone, r.place("the sentence", zoned.Full())
}

// resolve gives the stamps their instants from what the document says of date and zone. A zone that one timeline
// states is not that of another, if the front matter says which that has.
func (d *reader) resolve() {
	r, items := d.r, d.items
	t := &r.Timeline
	c := moment.Context{Zone: t.zone, ZoneFrom: t.zoneFrom, AmbiguousZones: r.customs.AmbiguousZones}
	for _, it := range items {
		if !it.Has.All(moment.HasDate) || it.ProblemKind == moment.AmbiguousDate {
			c.Date, c.DateFrom = r.day()
			break
		}
	}
	usual, _ := moment.ParseZone(r.Meta.Timezone.Value)
	for i, b := range d.begins {
		at := moment.Context{}
		if said := items[b.item].Context; said != nil {
			at = *said
		}
		if i > 0 && at.Date.Day == 0 && c.Date.Day != 0 {
			at.Date, at.DateFrom = c.Date, c.DateFrom // it does not carry on from the end of the one before
		}
		if said, ok := d.zones[b.root]; ok && at.Zone.IsZero() {
			at.Zone, at.ZoneFrom = said.Zone, said.ZoneFrom
		} else if at.Zone.IsZero() && usual.Known() {
			at.Zone, at.ZoneFrom = usual, r.place("the front matter", r.Meta.Timezone.Span)
		}
		items[b.item].Context = &at
	}
	if r.Meta.Started.Written() {
		c.Start = r.Meta.Started.Value.Instant
	}
	dated := make([]moment.Item, 0, len(items))
	for _, it := range items {
		if it.Has != 0 || it.Problem != "" {
			dated = append(dated, it)
		}
	}
	moment.Resolve(dated, c)
	for i := range t.Days {
		t.yearOf(&t.Days[i])
	}
}

// yearOf gives a day above entries the year of those that stand on it.
func (t *Timeline) yearOf(day *moment.Stamp) {
	for _, e := range t.Events {
		if day.Year != 0 {
			return
		}
		if e.At.Month == day.Month && e.At.Day == day.Day {
			day.Year = e.At.Year
		}
	}
}

// ordered reports whether no entry is known to be earlier than the one before it in its timeline.
func ordered(events []*Event) bool {
	var last *Event
	for _, e := range events {
		if last != nil && e.Root != last.Root {
			last = nil
		}
		if e.Undated() || e.At.ProblemKind == moment.Placeholder {
			continue
		}
		if e.At.ProblemKind == moment.AmbiguousDay || last != nil && e.Before(last) {
			return false
		}
		last = e
	}
	return true
}

// Before reports whether an entry is written as earlier than another, whatever "about" allows. Where no zone is known the
// local times are compared, where one has no clock the days, and where no date is known the clocks,
// a step back of eight hours or more being midnight, or a clock without am and pm.
func (e *Event) Before(o *Event) bool {
	a, b := &e.At, &o.At
	if !a.Instant.IsZero() && !b.Instant.IsZero() {
		if to := e.unit(o); to > time.Nanosecond {
			return a.Instant.Truncate(to).Before(b.Instant.Truncate(to))
		}
		return a.Instant.Before(b.Instant)
	}
	if a.ProblemKind == moment.AmbiguousDate || b.ProblemKind == moment.AmbiguousDate {
		// Whatever the two dates mean, if they are written alike they are one day.
		same := a.ProblemKind == b.ProblemKind && numericDate(a.Text) == numericDate(b.Text)
		return same && a.Has.All(b.Has&moment.HasClock) && a.TimeOfDay() < b.TimeOfDay()
	}
	if a.Day != 0 && b.Day != 0 && a.Month != 0 && b.Month != 0 && a.Year != 0 && b.Year != 0 {
		x, y := wall(a), wall(b)
		if !(a.Has.Any(moment.HasClock) && b.Has.Any(moment.HasClock)) {
			x, y = x.Truncate(24*time.Hour), y.Truncate(24*time.Hour)
		}
		to := e.unit(o)
		return x.Truncate(to).Before(y.Truncate(to))
	}
	if !a.Has.Any(moment.HasDate) && !b.Has.Any(moment.HasDate) && a.Has.Any(moment.HasClock) && b.Has.Any(moment.HasClock) {
		back := b.TimeOfDay() - a.TimeOfDay()
		return back > 0 && back < 8*time.Hour
	}
	return false
}

// unit is the unit that two entries can be compared in: 14:44 is not earlier than 14:44:11.
func (e *Event) unit(o *Event) time.Duration {
	if e.At.Has.Any(moment.HasSeconds) != o.At.Has.Any(moment.HasSeconds) {
		return time.Minute
	}
	return time.Nanosecond
}

// numericDate is the date that a stamp begins with.
func numericDate(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789/.-"))]
}

func wall(s *moment.Stamp) time.Time {
	return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC).Add(s.TimeOfDay())
}
