package edition

import (
	"strings"
	"testing"
)

// TestActionsThatStand holds that customers read of no action as planned or done of which the report does not say so.
func TestActionsThatStand(t *testing.T) {
	got, left := cut(t, `## Corrective actions <!-- public -->

| Action | Due | Status |
|---|---|---|
| Add an alert | 2026-03-15 | open |
| Move the queue | 2026-03-15 | done |
| Watch the cache | Q2 2026 | open |
| Fence the leader | March 2026 | open |
| Renew the key | 2026-07 | open |
| Buy a disk | end of June 2026 | open |
| Test a failover | 2026-W14 | open |
| Rehearse it in Q3 2026 | Q3 2026 | open |
| Grow the disk | 2026-03-15 | wontfix |
| Cap the cache | 2026-03-15 | closed (not planned) |
| Test the backup | 2026-03-15 | done? |
| Fence the disk | 2026-03-15 | postponed to Q4 |
| Write it down | 2026-03-15 | Backlog |

### Later

- Split the index; due: 2026-03-01; status: cancelled
- ~~Drop the volume~~
- Warm the cache (on hold)

### Deferred

- Count the messages

### With owners

- Grow the cache (Svitlana van den Heuvel, by 2026-03-15)
- Drop the index (Jane Doe, by 2026-03-16)

### Beside a table

| Action | Owner | Status |
|---|---|---|
| Alert on the age | Storage | open |

- @ann: alert on the size
- Storage: alert on the age of it
- [ ] Alert on the rate; status: won't do
`, Options{})
	want := "## Corrective actions\n\n- Add an alert, by 15 March 2026\n- Move the queue (done)\n- Watch the cache, in the second quarter of 2026\n- Fence the leader, in March 2026\n- Renew the key, in July 2026\n" +
		"- Buy a disk, by 30 June 2026\n- Test a failover, by 5 April 2026\n- Rehearse it in Q3 2026\n- Fence the disk (put off for now)\n- Write it down (put off for now)\n\n### Later\n\n- Warm the cache (put off for now)\n" +
		"\n### Deferred\n\n- Count the messages (put off for now)\n\n### With owners\n\n- Grow the cache, by 15 March 2026\n- Drop the index, by 16 March 2026\n\n### Beside a table\n\n- Alert on the age\n- alert on the size\n- Storage: alert on the age of it\n"
	if _, text, _ := strings.Cut(got, "---\n\n"); text != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
	told := ""
	for _, w := range left {
		told += w.String() + "\n"
	}
	for _, name := range []string{`its status is "wontfix"`, `its status is "closed (not planned)"`, `its status is "done?"`, `its status is "cancelled"`} {
		if !strings.Contains(told, name) {
			t.Errorf("the author is not told: %s\n%s", name, told)
		}
	}
}
