package render

import (
	"strconv"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// length writes a duration as people do: "6 h 23 min", "2 d 4 h", "45 s". Seconds count below an
// hour and only if there are any; above two days minutes do not.
func length(d time.Duration) string {
	s := int64(d.Round(time.Second) / time.Second)
	if s < 0 {
		return "−" + length(-d)
	}
	part := func(n int64, unit string) string { return strconv.FormatInt(n, 10) + "\u00a0" + unit }
	join := func(a string, n int64, unit string) string {
		if n == 0 {
			return a
		}
		return a + " " + part(n, unit)
	}
	switch m, h := s/60, s/3600; {
	case s < 60:
		return part(s, "s")
	case h < 1:
		return join(part(m, "min"), s%60, "s")
	case h < 48:
		return join(part(h, "h"), m%60, "min")
	default:
		return join(part(h/24, "d"), h%24, "h")
	}
}

// metricText is a metric's value: one length, or the bounds of an approximate one.
func metricText(m report.Metric) string {
	if m.Exact() {
		return length(m.Low)
	}
	return length(m.Low) + " to " + length(m.High)
}
