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
	r.resolve(d.items, d.heads)
	r.Timeline.Ordered = ordered(r.Timeline.Events)
}

func (d *reader) timelines() {
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
		t.zone, t.zoneFrom = z, r.place("the front matter", r.Meta.Timezone.Span)
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
}

// resolve gives the stamps their instants from what the document says of date and zone.
func (r *Report) resolve(items []moment.Item, heads []int) {
	t := &r.Timeline
	c := moment.Context{Zone: t.zone, ZoneFrom: t.zoneFrom, AmbiguousZones: r.customs.AmbiguousZones}
	for _, it := range items {
		if !it.Has.All(moment.HasDate) || it.ProblemKind == moment.AmbiguousDate {
			c.Date, c.DateFrom = r.day()
			break
		}
	}
	for _, i := range heads {
		// Another timeline does not carry on from the end of the one before.
		if at := items[i].Context; c.Date.Day != 0 && (at == nil || at.Date.Day == 0) {
			again := moment.Context{Date: c.Date, DateFrom: c.DateFrom, AmbiguousZones: c.AmbiguousZones}
			if at != nil {
				again.Zone, again.ZoneFrom = at.Zone, at.ZoneFrom
			}
			items[i].Context = &again
		}
	}
	if r.Meta.Started.Written() {
		c.Start = r.Meta.Started.Value.Instant
	}
	dated := items[:0:0]
	for _, it := range items {
		if it.Has != 0 || it.Problem != "" {
			dated = append(dated, it)
		}
	}
	moment.Resolve(dated, c)
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
		return a.Instant.Before(b.Instant)
	}
	if a.ProblemKind == moment.AmbiguousDate || b.ProblemKind == moment.AmbiguousDate {
		// Whatever the two dates mean, if they are written alike they are one day.
		same := a.ProblemKind == b.ProblemKind && numericDate(a.Text) == numericDate(b.Text)
		return same && a.Has.All(b.Has&moment.HasClock) && clock(a) < clock(b)
	}
	if a.Day != 0 && b.Day != 0 && a.Month != 0 && b.Month != 0 && a.Year != 0 && b.Year != 0 {
		x, y := wall(a), wall(b)
		if !(a.Has.Any(moment.HasClock) && b.Has.Any(moment.HasClock)) {
			x, y = x.Truncate(24*time.Hour), y.Truncate(24*time.Hour)
		}
		return x.Before(y)
	}
	if !a.Has.Any(moment.HasDate) && !b.Has.Any(moment.HasDate) && a.Has.Any(moment.HasClock) && b.Has.Any(moment.HasClock) {
		back := clock(b) - clock(a)
		return back > 0 && back < 8*time.Hour
	}
	return false
}

// numericDate is the date that a stamp begins with.
func numericDate(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789/.-"))]
}

func wall(s *moment.Stamp) time.Time {
	return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC).Add(clock(s))
}

func clock(s *moment.Stamp) time.Duration {
	return time.Duration(s.Hour)*time.Hour + time.Duration(s.Minute)*time.Minute + time.Duration(s.Second)*time.Second
}
