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
