package render

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// chronology is the timeline as the page tells it: the events numbered as written, and a clock to
// show them by.
type chronology struct {
	moments []happening
	zone    *time.Location // to show times in; nil if the report names none
	beside  *time.Location // to show a second time in; nil if it would be the same
	starts  []int          // where the stamps begin in the file, as the moments are: to find one by its place
}

// happening is one event and when it was.
type happening struct {
	number int // from 1, as written
	event  *report.Event
	at     time.Time // in the zone of the page; zero if not known
	until  time.Time // of a range; else zero
	exact  bool      // known to the minute, and not "about"
	marked bool      // the first with its mark, and so one that metrics are made from
	astray bool      // a day without a time, of another zone: what stands below it is of the day before
}

// newChronology takes the report's events over. Where the report never names a zone, the clocks it
// gives stand for themselves: their distances are right unless clocks were changed in between.
func newChronology(r *report.Report, beside *time.Location) *chronology {
	c := &chronology{}
	beside = cmp.Or(beside, time.UTC)
	marked := map[report.Phase]bool{}
	for _, e := range r.Timeline.Events {
		if !e.At.Instant.IsZero() && e.At.Zone.Known() {
			c.zone = location(e.At.Zone)
			break
		}
	}
	for i, e := range r.Timeline.Events {
		h := happening{number: i + 1, event: e, exact: !e.At.Approximate && !e.DateOnly()}
		h.at = c.show(&e.At)
		if u := e.At.Until; u != nil {
			if h.until = c.show(u); !h.until.After(h.at) {
				h.until = time.Time{}
			}
		}
		if differ(h.at, beside) && c.zone != nil {
			c.beside = beside
		}
		// The phase is what metrics are made from, and there only the first of each mark counts.
		if ph := e.Phase.Value; ph != "" && ph != report.StatusUpdate && !marked[ph] {
			marked[ph], h.marked = true, true
		}
		c.moments = append(c.moments, h)
		c.starts = append(c.starts, e.At.Start)
	}
	var next time.Time // the time that stands next below
	for i := len(c.moments) - 1; i >= 0; i-- {
		switch h := &c.moments[i]; {
		case h.at.IsZero():
		case h.event.DateOnly():
			h.astray = !next.IsZero() && next.Before(h.at) && h.at.Sub(next) < 24*time.Hour
		default:
			next = h.at
		}
	}
	return c
}

func location(z moment.Zone) *time.Location {
	if z.Loc != nil && !z.Fixed {
		return z.Loc
	}
	return time.FixedZone(z.Name, z.Offset)
}

// show gives a stamp on the page's clock. A date without a clock is the beginning of its day.
func (c *chronology) show(s *moment.Stamp) time.Time {
	day := s.Year != 0 && s.Month != 0 && s.Day != 0 && !s.Has.Any(moment.HasClock|moment.HasRelative)
	switch {
	case day && c.zone != nil:
		return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, c.zone)
	case day:
		return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC)
	case c.zone == nil:
		t, _ := s.Wall()
		return t
	case s.Instant.IsZero():
		return time.Time{}
	}
	return s.Instant.In(c.zone)
}

// dated reports whether any entry has a date.
func (c *chronology) dated() bool {
	return slices.ContainsFunc(c.moments, func(h happening) bool { return !h.at.IsZero() })
}

// differ reports whether a clock in another zone shows another time.
func differ(at time.Time, zone *time.Location) bool {
	_, here := at.Zone()
	_, there := at.In(zone).Zone()
	return here != there
}

// zoneText names a zone, with its abbreviations at the times where it has some: two, if clocks were
// changed meanwhile.
func (c *chronology) zoneText(zone *time.Location) string {
	name := zone.String()
	var all []string
	for _, h := range c.moments {
		if h.at.IsZero() || h.event.DateOnly() && len(all) > 0 {
			continue
		}
		if short, _ := h.at.In(zone).Zone(); short != name && len(short) > 1 && isLetter(short[0]) && !slices.Contains(all, short) {
			all = append(all, short)
		}
	}
	if len(all) == 0 {
		return moment.PlaceTime(name)
	}
	return moment.PlaceTime(name) + " (" + strings.Join(all, ", then ") + ")"
}

// within gives the first moment whose time is written in a span, or nil.
func (c *chronology) within(at source.Span) *happening {
	i, _ := slices.BinarySearch(c.starts, at.Start)
	if i == len(c.starts) || c.starts[i] >= at.End {
		return nil
	}
	return &c.moments[i]
}

// clocked are the events with a clock time, from the earliest; equal ones as written.
func (c *chronology) clocked() []happening {
	var out []happening
	for _, h := range c.moments {
		if !h.at.IsZero() && !h.event.DateOnly() {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b happening) int { return a.at.Compare(b.at) })
	return out
}

// band is a stretch of the incident between two marked moments.
type band struct {
	state    string // class on the page: "early", "unseen", "impact", "mitigated"
	from, to time.Time
	about    bool // one of the two is not exactly dated
}

// length says how long the state lasted.
func (b band) length() string {
	if b.about {
		return "about " + moment.Length(b.to.Sub(b.from))
	}
	return moment.Length(b.to.Sub(b.from))
}

// bandWords are short enough for the band itself.
var bandWords = map[string]string{"early": "no impact yet", "unseen": "undetected", "impact": "impact", "mitigated": "mitigated"}

// bandNames says what each state is called.
var bandNames = map[string]string{
	"early":     "known, no impact yet",
	"unseen":    "impact, not yet detected",
	"impact":    "impact",
	"mitigated": "mitigated, not yet resolved",
}

// bands cuts the incident at the marked moments: what the state was between each two of them.
func bands(events []happening) []band {
	var out []band
	seen := map[report.Phase]bool{}
	detection := false
	for _, h := range events {
		detection = detection || h.event.Phase.Value == report.Detected
	}
	state := ""
	var since happening
	for _, h := range events {
		if !h.marked {
			continue
		}
		seen[h.event.Phase.Value] = true
		next := ""
		switch {
		case seen[report.Resolved]:
		case seen[report.Mitigated]:
			next = "mitigated"
		case seen[report.ImpactBegins] && !seen[report.Detected] && detection:
			next = "unseen"
		case seen[report.ImpactBegins]:
			next = "impact"
		case seen[report.Detected]:
			next = "early"
		}
		if next == state {
			continue
		}
		if state != "" && h.at.After(since.at) {
			out = append(out, band{state, since.at, h.at, !since.exact || !h.exact})
		}
		state, since = next, h
	}
	// A state that no mark ends has no length, and is not drawn.
	return out
}
