package rules

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestSortTimeline holds the fix to moving whole entries, and to leaving alone what would mean
// something else once moved.
func TestSortTimeline(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"details move along",
			"## Timeline\n\nTimes in UTC.\n\n- 2026-02-03 10:05 rollback\n  - by hand\n\n    ```\n    kubectl\n    ```\n- 2026-02-03 09:40 a call\n  from a customer\n- 2026-02-03 10:31 over\n",
			"## Timeline\n\nTimes in UTC.\n\n- 2026-02-03 09:40 a call\n  from a customer\n- 2026-02-03 10:05 rollback\n  - by hand\n\n    ```\n    kubectl\n    ```\n- 2026-02-03 10:31 over\n"},
		{"rows of a table",
			"## Timeline\n\n| Time (UTC) | What |\n|---|---|\n| 2026-02-03 10:05 | rollback |\n| 2026-02-03 09:40 | a call |\n| not dated | a second call |\n| 2026-02-03 10:31 | over |\n",
			"## Timeline\n\n| Time (UTC) | What |\n|---|---|\n| 2026-02-03 09:40 | a call |\n| not dated | a second call |\n| 2026-02-03 10:05 | rollback |\n| 2026-02-03 10:31 | over |\n"},
		{"line ends stay",
			"## Timeline\r\n\r\n- 2026-02-03 10:05 UTC b\r\n- 2026-02-03 09:40 UTC a\r\n- 2026-02-03 10:31 UTC c",
			"## Timeline\r\n\r\n- 2026-02-03 09:40 UTC a\r\n- 2026-02-03 10:05 UTC b\r\n- 2026-02-03 10:31 UTC c"},
		{"a date that holds for what follows is not moved",
			"## Timeline\n\n- 2026-02-03 10:05 UTC b\n- 09:40 UTC a\n- 2026-02-04 09:00 UTC c\n", ""},
		{"a time that may be another is not moved",
			"## Timeline\n\n- 2026-02-03 4:12 PM UTC b\n- 2026-02-03 14:30 PM UTC a\n", ""},
		{"numbered items are not moved",
			"## Timeline\n\n1. 2026-02-03 10:05 UTC b\n2. 2026-02-03 09:40 UTC a\n3. 2026-02-04 09:00 UTC c\n", ""},
		{"lines of a paragraph are not moved",
			"## Timeline\n\n2026-02-03 10:05 UTC b  \n2026-02-03 09:40 UTC a  \n2026-02-04 09:00 UTC c\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fixed := linter(timelineOutOfOrder).Fix(source.New("r.md", []byte(c.text)), false)
			want := c.want
			if want == "" {
				want = c.text
				if len(fixed.Left) == 0 {
					t.Error("the entry out of order is not found")
				}
			}
			if d := cmp.Diff(want, string(fixed.Text)); d != "" {
				t.Error(d)
			}
		})
	}
}
