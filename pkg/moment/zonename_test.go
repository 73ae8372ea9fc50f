package moment

import "testing"

// TestPlaceTime holds that a zone is called by the place that it is named after, and by its own name else.
func TestPlaceTime(t *testing.T) {
	for zone, want := range map[string]string{"America/New_York": "New York time", "America/Argentina/Buenos_Aires": "Buenos Aires time",
		"Europe/Berlin": "Berlin time", "US/Eastern": "Eastern time", "UTC": "UTC", "Etc/GMT+5": "Etc/GMT+5", "CET": "CET"} {
		if got := PlaceTime(zone); got != want {
			t.Errorf("%s is called %q, want %q", zone, got, want)
		}
	}
}
