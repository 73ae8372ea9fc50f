package edition

import (
	"strings"
	"testing"
)

// TestUpdateWithoutName holds that an update which names a service without a public name is counted,
// and that an author who withholds one is told what customers then read.
func TestUpdateWithoutName(t *testing.T) {
	got, left := cut(t, `---
services: [ledger-db]
timezone: UTC
---

## Timeline

- 2026-02-03 10:12 **Status update** the ledger-db is slow
- 2026-02-03 10:40 **Status update** all is well
- 2026-02-03 10:50 **Status update** a customer called <!-- internal -->
`, Options{})
	if !strings.Contains(got, "2026-02-03 10:12 UTC **Status update** We posted an update\n") || strings.Contains(got, "ledger") || strings.Contains(got, "called") {
		t.Errorf("got\n%s", got)
	}
	told := 0
	for _, w := range left {
		if strings.Contains(w.Reason, "the number of updates") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("%+v", left)
	}
}
