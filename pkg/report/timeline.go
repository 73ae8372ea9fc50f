package report

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Timeline is what happened when, over all timeline sections of the report.
type Timeline struct {
	Zone    Field[string]   // as the report states it for the timeline: "UTC", "CEST (UTC+2)"; unwritten if it does not
	Events  []*Event        // as written
	Untimed []Field[string] // items and rows among entries that begin with no time, nor with "not dated": what they say
	Days    []moment.Stamp  // the days that headings and lines give to the entries below them, with the year of those
	Ordered bool            // the times do not run backwards as written; each of several timelines is looked at by itself

	zone     moment.Zone
	zoneFrom string
}

// Event is one entry of a timeline.
type Event struct {
	At     moment.Stamp  // Start and End are file offsets, At.Text the time verbatim
	Text   Field[string] // what happened, as a reader sees it, without time and phase mark
	Phase  Field[Phase]  // the mark that metrics are made from; empty if there is none
	Actor  Field[string] // who acted, where a column says it
	Span   source.Span   // the whole entry with its details
	Within *Section      // the section it stands in
	Root   *Section      // the timeline it belongs to, of which Within is a part; nil if no section is one
}

// Phase is a moment that metrics are made from. It is marked in the report, never guessed.
type Phase string

// The phases, as they are written in bold at the start of an entry or in a Phase column.
const (
	ImpactBegins Phase = "Impact begins"
	Detected     Phase = "Detected"
	Acknowledged Phase = "Acknowledged"
	Declared     Phase = "Declared"
	Mitigated    Phase = "Mitigated"
	Resolved     Phase = "Resolved"
	StatusUpdate Phase = "Status update"
)

// Phases lists the phases in the order in which an incident goes through them; status updates may
// stand anywhere.
var Phases = []Phase{ImpactBegins, Detected, Acknowledged, Declared, Mitigated, Resolved, StatusUpdate}

func phaseOf(s string) (Phase, bool) {
	s = strings.TrimRight(strings.TrimSpace(s), ".: ")
	for _, p := range Phases {
		if strings.EqualFold(s, string(p)) {
			return p, true
		}
	}
	return "", false
}

// phaseMay reports whether a text may begin with the name of a phase.
func phaseMay(s string) bool {
	if len(s) < len("Detected") {
		return false
	}
	switch s[0] | 0x20 {
	case 'i', 'd', 'a', 'm', 'r', 's':
		for _, p := range Phases {
			if s[0]|0x20 == p[0]|0x20 && s[1]|0x20 == p[1] {
				return true
			}
		}
	}
	return false
}

// First returns the first event of a phase, or nil.
func (t *Timeline) First(p Phase) *Event {
	for _, e := range t.Events {
		if e.Phase.Value == p {
			return e
		}
	}
	return nil
}

// Location is the zone to show the timeline's instants in: the one that the report states, and
// where, else that of its first entry with a zone; nil if there is none that means one thing.
func (t *Timeline) Location() (in *time.Location, from string) {
	zone, from := t.zone, t.zoneFrom
	for i := 0; !zone.Known() && i < len(t.Events); i++ {
		zone, from = t.Events[i].At.Zone, "the entries"
	}
	if zone.Fixed {
		return time.FixedZone(zone.Name, zone.Offset), from
	}
	return zone.Loc, from
}

// Elapsed reports whether the clocks count from the start, as those of a timeline without a day that begins at 00:00 do.
func (t *Timeline) Elapsed() bool {
	first := true
	for _, e := range t.Events {
		s := &e.At
		switch {
		case s.Has.Any(moment.HasDate | moment.HasZone), s.Year != 0 && s.ProblemKind != moment.NoDate:
			return false
		case !s.Has.Any(moment.HasClock):
		case first && (s.Hour != 0 || s.Minute != 0):
			return false
		default:
			first = false
		}
	}
	return !first
}

// Undated reports whether the entry says that its time is not known.
func (e *Event) Undated() bool { return e.At.Has == 0 && e.At.ProblemKind == moment.NoProblem }

// DateOnly reports whether the entry's time is a day without a clock.
func (e *Event) DateOnly() bool {
	return e.At.Has != 0 && !e.At.Has.Any(moment.HasClock|moment.HasRelative)
}
