package moment

import (
	"strings"
	"time"
)

// ZoneName is the abbreviation of a time's zone, or its distance from UTC where it has none or shares it with another zone:
// IST is India's time, Israel's and Ireland's.
func ZoneName(t time.Time) string {
	name, _ := t.Zone()
	if z, ok := ParseZone(name); !ok || !z.Known() || name[0] == '+' || name[0] == '-' {
		return "UTC" + t.Format("-07:00")
	}
	return name
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
