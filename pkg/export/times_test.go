package export

import (
	"strings"
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestTimes tells times in UTC and in the customers' zone across midnight and when clocks change,
// beside a day without a time, which keeps the edition itself in the report's zone.
func TestTimes(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	text := "---\ntimezone: America/New_York\n---\n\n## Timeline <!-- public -->\n\n" +
		"- 2025-11-01 23:50 **Impact begins** a\n- 2025-11-02 ~00:40 b\n- 2025-11-02 00:50 - 02:10 c\n- 2025-11-03 **Resolved** d\n"
	e, _, err := edition.Cut(report.Parse(source.New("in.md", []byte(text))), edition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := plainText(newDocument(e, Options{Zone: zone}))
	for _, want := range []string{
		"- 2025-11-02 03:50 UTC (2025-11-01 23:50 EDT) Impact begins: a\n",
		"- about 2025-11-02 04:40 UTC (00:40 EDT) b\n",
		"- 2025-11-02 04:50 to 07:10 UTC (00:50 EDT to 02:10 EST) c\n",
		"- 2025-11-03 Resolved: d\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	kolkata, err := time.LoadLocation("Asia/Kolkata")
	if err != nil {
		t.Fatal(err)
	}
	if got := plainText(newDocument(e, Options{Zone: kolkata})); !strings.Contains(got, "03:50 UTC (09:20 IST) Impact begins") {
		t.Errorf("a zone is called as its people call it, beside UTC:\n%s", got)
	}
}
