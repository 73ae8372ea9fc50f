package guard

import "testing"

// TestStatements holds that an author is told of sentences that are candid about weaknesses and people, none of which
// is refused, and not of those in which customers are told how it went.
func TestStatements(t *testing.T) {
	for said, want := range map[string]string{
		"There was no alert on the age of the index.":             "looks like a control that is missing",
		"No check exists for that.":                               "looks like a control that is missing",
		"We did not receive disk alerts.":                         "looks like a control that is missing",
		"Our retries lack a circuit breaker.":                     "looks like a control that is missing",
		"The importer is unmonitored.":                            "looks like a weakness",
		"One router was a single point of failure.":               "looks like a weakness",
		"We have not been able to find the source of the breach.": "looks like what is not known of a break-in",
		"We allow 15 requests per second.":                        "looks like a weakness",
		"The team was unfamiliar with the new tool.":              "looks like blame",
		"A reviewer did not catch it.":                            "looks like blame",
		"There was confusion about who was in charge.":            "looks like blame",
		"Most of us were on vacation that week.":                  "looks like who was away",

		"There was no impact on your data, and no orders were lost.": "",
		"There is no limit on your plan.":                            "",
		"You may be unaware of the new page.":                        "",
		"We served 500 requests per second.":                         "",
		"Orders that failed to arrive were sent again.":              "",
		"The shop is closed on public holidays.":                     "",
		"We added a check, a runbook and an alert.":                  "",
	} {
		_, g := guarded(t, "## Customer summary\n\n"+said+"\n\n## Contributing factors\n\nThe disk was full.\n", Options{})
		got := ""
		for _, u := range g.Unlisted() {
			got += u.Why
		}
		if got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
