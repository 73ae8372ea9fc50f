package edition

import (
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
	if len(left) != 2 || left[0].Reason != `it names "ledger-db", a service without a public name` {
		t.Errorf("%+v", left)
	}
}
