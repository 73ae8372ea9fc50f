package moment

import (
	"slices"
	"strings"
	"time"
)

// ZoneName is the abbreviation of a time's zone, or its distance from UTC where it has none or goes by one that
// is read as another time elsewhere: Manila's PST. One with several meanings (IST) stands, if this is one of them.
func ZoneName(t time.Time) string {
	name, offset := t.Zone()
	z, ok := ParseZone(name)
	means := func(m Meaning) bool { return m.Offset == offset }
	if !ok || name[0] == '+' || name[0] == '-' || !(z.Known() && z.at(t) == offset) && !slices.ContainsFunc(z.Ambiguous, means) {
		return "UTC" + t.Format("-07:00")
	}
	return name
}

// at is a known zone's distance from UTC at an instant, in seconds.
func (z Zone) at(t time.Time) int {
	if z.Fixed {
		return z.Offset
	}
	_, offset := t.In(z.Loc).Zone()
	return offset
}

// ZoneOfClock is a region whose time goes by an abbreviation while its clocks are ahead of UTC by so many minutes,
// by whole days more or less; nil if none is known. BST one hour ahead is London's, and so is GMT.
func ZoneOfClock(name string, ahead int) *time.Location {
	z, ok := ParseZone(name)
	same := func(offset int) bool { return (offset/60-ahead)%(24*60) == 0 }
	switch {
	case name == "GMT" && ahead == 0:
		return location("Europe/London") // where clocks are told beside UTC although they show the same
	case ok && z.Fixed && same(z.Offset):
		return z.Loc
	}
	for _, m := range z.Ambiguous {
		if same(m.Offset) {
			return location(m.Region)
		}
	}
	return nil
}

// PlaceTime is what people call the time of a zone: "New York time" of "America/New_York". A zone that is
// not named after a place keeps its name.
func PlaceTime(zone string) string {
	area, place, ok := strings.Cut(zone, "/")
	if !ok || area == "Etc" {
		return zone
	}
	place = place[strings.LastIndexByte(place, '/')+1:]
	return strings.ReplaceAll(place, "_", " ") + " time"
}
