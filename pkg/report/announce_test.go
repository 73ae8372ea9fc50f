package report

import "testing"

func TestAnnouncesNext(t *testing.T) {
	for text, want := range map[string]bool{
		"Investigating. The next update comes at 10:00":                true,
		"Next update in 30 minutes":                                    true,
		"We will post another update within the hour":                  true,
		"We will update you again by 14:30 UTC":                        true,
		"Updates every 30 minutes":                                     true,
		"We will update you as soon as we know more":                   false,
		"The dashboard is unavailable for 2 more hours":                false,
		"500 requests failed. More updates to follow":                  false,
		"We will provide an update on our progress at 20:00 UTC":       true,
		"We will be sending out hourly updates":                        true,
		"We will have an update in 45 minutes":                         true,
		"We will update here when LON1 is stable":                      false,
		"We are in zone B12 and will post updates as we learn them":    false,
		"The servers will be updated tomorrow":                         false,
		"Resolved":                                                     false,
		"Next update in 30 minutes.":                                   true,
		"The next update will follow by 15:00 UTC.":                    true,
		"We will update you again within the next two hours.":          true,
		"Updates every hour until it is solved.":                       true,
		"We will share more tomorrow.":                                 true,
		"Another update at 6 pm.":                                      true,
		"The next update comes by noon":                                true,
		"We are still working on it.":                                  false,
		"We will keep you updated.":                                    false,
		"An update to our database at 9:00 caused it.":                 false,
		"It is fixed. More to follow soon.":                            false,
		"We have found the cause and will post again within the hour.": true,
	} {
		if got := NextAnnounced(text) != ""; got != want {
			t.Errorf("%q announces the next update: %v", text, got)
		}
	}
}
