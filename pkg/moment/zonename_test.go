package moment

import (
	"testing"
	"time"
)

// TestPlaceTime holds that a zone is called by the place that it is named after, and by its own name else.
func TestPlaceTime(t *testing.T) {
	for zone, want := range map[string]string{"America/New_York": "New York time", "America/Argentina/Buenos_Aires": "Buenos Aires time",
		"Europe/Berlin": "Berlin time", "US/Eastern": "Eastern time", "UTC": "UTC", "Etc/GMT+5": "Etc/GMT+5", "CET": "CET"} {
		if got := PlaceTime(zone); got != want {
			t.Errorf("%s is called %q, want %q", zone, got, want)
		}
	}
}

// TestZoneName holds that a time is followed by a name that readers take for its zone, or by its distance from UTC.
func TestZoneName(t *testing.T) {
	for zone, want := range map[string]string{"UTC": "UTC", "Europe/Berlin": "CEST", "Europe/London": "BST", "Asia/Kolkata": "IST",
		"America/Chicago": "CDT", "Asia/Manila": "UTC+08:00", "America/Sao_Paulo": "UTC-03:00", "Asia/Dhaka": "UTC+06:00"} {
		at := time.Date(2026, 7, 1, 12, 0, 0, 0, location(zone))
		if got := ZoneName(at); got != want {
			t.Errorf("%s is called %q, want %q", zone, got, want)
		}
	}
}

// TestZoneOfClock holds that an abbreviation and a distance from UTC tell a region.
func TestZoneOfClock(t *testing.T) {
	for _, c := range []struct {
		name  string
		ahead int
		want  string
	}{{"BST", 60, "Europe/London"}, {"GMT", 0, "Europe/London"}, {"IST", 330, "Asia/Kolkata"}, {"IST", 60, "Europe/Dublin"}, {"PST", -480, "America/Los_Angeles"},
		{"PST", 960, "America/Los_Angeles"}, {"CEST", 120, "Europe/Berlin"}, {"PST", 480, ""}, {"QQQ", 0, ""}} {
		got := ""
		if zone := ZoneOfClock(c.name, c.ahead); zone != nil {
			got = zone.String()
		}
		if got != c.want {
			t.Errorf("%s, %d minutes ahead, is %q, want %q", c.name, c.ahead, got, c.want)
		}
	}
}
