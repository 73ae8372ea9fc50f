package edition

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// FuzzInstants holds that every time in an edition is the instant that the report gives the event, whatever
// withheld heading, sentence, column or neighbour decides it, or that its author is told that nothing does.
func FuzzInstants(f *testing.F) {
	const two = "- 2026-06-11 10:00 **Impact begins** a <!-- public -->\n- 2026-06-11 11:10 **Resolved** b <!-- public -->\n"
	for _, s := range []string{
		"## Timeline (PDT)\n\n" + two,
		"## Timeline\n\nAll times are UTC.\n\n" + two,
		"## Timeline\n\n| Time (UTC) | Phase | What |\n|-|-|-|\n| 2026-06-11 10:00 | Impact begins | a <!-- public --> |\n| 2026-06-11 11:10 | Resolved | b <!-- public --> |\n",
		"## Timeline\n\n### 11 June 2026\n\n- 10:00 **Impact begins** a <!-- public -->\n- 10:20 **Status update** b\n\n### 13 June 2026\n\n- 17:00 **Resolved** c <!-- public -->\n",
		"## Timeline\n\n### 2026-06-11 10:00 **Impact begins** <!-- public -->\n\na\n\n### 2026-06-11 10:20 **Status update**\n\nb\n\nmore of b\n",
		"## Timeline\n\n- ~2026-06-11 10:00 a <!-- public -->\n- 2026-06-11 10:10-10:20 b <!-- public -->\n- 2026-06-11 23:50 x\n- 00:10 c <!-- public -->\n- 2026-06-12 d <!-- public -->\n- not dated e <!-- public -->\n",
		"## Timeline\n\n- 2026-06-11 10:00 IST a <!-- public -->\n- 2026-06-11 10:10 UTC b <!-- public -->\n- 11:00 CST c <!-- public -->\n",
		"## Timeline A (PST)\n\n" + two + "\n## Summary\n\nx\n\n## Timeline\n\n" + two,
		"## Timeline\n\n2026-06-11 10:00 CEST a\n2026-06-11 10:05 CEST **Status update** b\n2026-06-11 10:10 CEST c <!-- public -->\n",
		"## Timeline\n\n- 2026-06-11 10:00:30 UTC a <!-- public -->\n- 10 minutes later b <!-- public -->\n- T+2h c <!-- public -->\n",
		"## Timeline\n\n- 2026-10-25 02:30 a <!-- public -->\n- 2026-03-29 02:30 b <!-- public -->\n- 2026-06-11 10:00 PST c <!-- public -->\n",
		"## Customer summary\n\nSearch was down from 10:00 to 11:10 CEST.\n\n## Timeline\n\n" + two,
		"## Timeline\n\n- 10:00 a <!-- public -->\n- 3/4/2026 9:00 b <!-- public -->\n- 13/4/2026 10:00 c\n",
	} {
		f.Add("timezone: Europe/Berlin", s)
		f.Add("id: x", s)
	}
	f.Fuzz(func(t *testing.T, meta, body string) {
		if strings.ContainsAny(meta, "\n\r") || strings.Contains(body, "services") {
			return
		}
		r := report.Parse(source.New("in.md", []byte("---\n"+meta+"\n---\n\n"+body)))
		e, left, err := Cut(r, Options{})
		if err != nil || len(e.Markdown) == 0 {
			return
		}
		r, _ = withoutHidden(r)
		c := &cutter{report: r, audience: marksOf(r, r.Tree())}
		var want []*report.Event
		for _, x := range r.Timeline.Events {
			if x.Within.Within(report.TimelineKind) && c.shows(x) {
				want = append(want, x)
			}
		}
		got := e.Report.Timeline.Events
		if len(got) != len(want) {
			return // another section of the edition is read as a timeline, or two entries as one
		}
		for i, x := range want {
			switch at := got[i].At.Instant; {
			case at.Equal(x.At.Instant):
			case at.IsZero() && tells(left, x.At.Start):
			default:
				t.Errorf("%q is %v in the report and %v in the edition:\n%s", x.At.Text, x.At.Instant, at, e.Markdown)
			}
			if x.At.Instant.IsZero() && x.At.Has.Any(moment.HasClock) && !tells(left, x.At.Start) {
				t.Errorf("the author is not told of %q: %+v", x.At.Text, left)
			}
		}
	})
}

func tells(left []Withheld, at int) bool {
	for _, w := range left {
		if w.Span.Start == at {
			return true
		}
	}
	return false
}
