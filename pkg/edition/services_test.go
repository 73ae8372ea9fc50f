package edition

import (
	"slices"
	"testing"
)

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
	inText, asAffected := `it names "ledger-db", a service without a public name`, " has no public name and is not named as affected"
	var reasons []string
	for _, l := range left {
		reasons = append(reasons, l.Reason)
	}
	told := []string{`the service "ledger-db"` + asAffected, `the service "cart"` + asAffected, inText, inText}
	if !slices.Equal(reasons, told) {
		t.Errorf("%q", reasons)
	}
}

// TestServicesOfWords holds when everyday words call a service, and when they are no more than words.
func TestServicesOfWords(t *testing.T) {
	for _, c := range []struct {
		service, text string
		called        bool
	}{
		{"checkout", "The checkout was slow", false},
		{"checkout", "Checkout was slow", false},
		{"ledger", "The ledger was slow", true}, // no everyday word
		{"Payments", "Payments were late, and some payments were lost", false},
		{"Payments", "We stopped Payments for an hour", true},
		{"API", "The API was slow", false},
		{"Kafka", "Kafka was slow", true},
		{"Kafka", "the kafka disk was full", true},
		{"kafka", "Kafka was slow", true},
		{"Orders API", "The Orders API was slow", true},
		{"Orders API", "Orders API was slow", true},
		{"Orders API", "The orders api was slow", false},
		{"management interface", "The management interface was slow", false},
		{"management interface", "The Management Interface was slow", true},
		{"Orders service", "The Orders service was slow", true},
		{"Orders service", "The orders service was slow", false},
		{"Redis cache", "The redis cache was slow", true},
	} {
		got, _ := cut(t, "---\nservices: ["+c.service+"]\n---\n\n## Customer summary\n\n- "+c.text+"\n", Options{})
		if called := got == ""; called != c.called {
			t.Errorf("%q calls the service %q: %t", c.text, c.service, called)
		}
	}
}
