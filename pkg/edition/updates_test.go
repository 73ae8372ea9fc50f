package edition

import (
	"testing"
	"time"
)

func TestUpdates(t *testing.T) {
	e, _ := guarded(t, `---
timezone: UTC
---

## Timeline

- 2026-02-03 09:00 **Impact begins** payments fail <!-- public -->
- 2026-02-03 09:05 **Detected** a pager rings
- 2026-02-03 09:20 **Status update** We are looking into failed payments. Next update at 09:50.
- 2026-02-03 09:48 **Status update** We have found the cause and will post again within the hour.
- 2026-02-03 10:55 **Status update** It is fixed. More to follow soon.
- 2026-02-03 11:00 **Resolved** all is well <!-- public -->
`, GuardOptions{})
	f := Updates(e)
	if len(f.Updates) != 3 || f.Announced() != 2 {
		t.Fatalf("%d updates, %d announced the next: %+v", len(f.Updates), f.Announced(), f.Updates)
	}
	if f.First.Low != 20*time.Minute || !f.First.Exact() || f.Silence.Low != 67*time.Minute {
		t.Errorf("first %+v, silence %+v", f.First, f.Silence)
	}
	if got := f.Updates[0].Next; got != "Next update at 09:50" {
		t.Errorf("promise: %q", got)
	}
}

func TestNextUpdate(t *testing.T) {
	for text, want := range map[string]bool{
		"Next update in 30 minutes.":                          true,
		"The next update will follow by 15:00 UTC.":           true,
		"We will update you again within the next two hours.": true,
		"Updates every hour until it is solved.":              true,
		"We will share more tomorrow.":                        true,
		"Another update at 6 pm.":                             true,
		"We are still working on it.":                         false,
		"We will keep you updated.":                           false,
		"An update to our database at 9:00 caused it.":        false,
	} {
		if got := nextUpdate().MatchString(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestServicesWithoutNames(t *testing.T) {
	got, left := cut(t, `---
services: [billing-api, ledger-db, cart]
---

## Customer summary

- Billing-API was slow
- the ledger-db was full
- the cart was empty

| What | Since |
|---|---|
| ledger-db | 9 |
| billing-api | 10 |
`, Options{Names: map[string]string{"billing-api": "Billing"}})
	want := `---
title: "Incident report"
status: final
services:
  - "Billing"
---

## Summary

- Billing was slow
- the cart was empty

| What | Since |
|---|---|
| Billing | 10 |
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
	if len(left) != 2 || left[0].Reason != `it names "ledger-db", a service without a public name` {
		t.Errorf("%+v", left)
	}
}
