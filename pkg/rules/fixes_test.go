package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestZoneFix: the fix takes its zone from the report, and where the report does not know it either
// there is none.
func TestZoneFix(t *testing.T) {
	entries := "- 2026-02-03 09:12 rolled out\n- 2026-02-03 09:40 rolled back\n"
	below := "\n## Contributing factors\n\n"
	for _, c := range []struct{ name, text, want string }{
		{"nothing is known", "## Timeline\n\n" + entries, ""},
		{"two zones", "## Timeline\n\n" + entries + below + "It began at 09:12 CET. Orders came again at 09:20 UTC.\n", ""},
		{"what a zone means is not known", "## Timeline\n\n" + entries + below + "Orders failed at 09:12 IST.\n", ""},
		{"no heading to write it under", "**Timeline**\n\n" + entries + below + "Orders failed at 09:12 UTC.\n", ""},
		{"in prose", "## Timeline\n\n" + entries + below + "From 2026-02-03 09:12 UTC to 10:00 UTC orders failed.\n",
			"## Timeline\n\nAll times are in UTC.\n\n" + entries + below + "From 2026-02-03 09:12 UTC to 10:00 UTC orders failed.\n"},
		{"no blank line below the heading", "## Timeline\r\n" + strings.ReplaceAll(entries+below, "\n", "\r\n") + "It began at 09:12 EST.\r\n",
			"## Timeline\r\n\r\nAll times are in EST.\r\n\r\n" + strings.ReplaceAll(entries+below, "\n", "\r\n") + "It began at 09:12 EST.\r\n"},
		{"a time of the front matter", "---\nstatus: final\nstarted: 2026-02-03T09:12+01:00\n---\n## Timeline\n\n" + entries,
			"---\nstatus: final\nstarted: 2026-02-03T09:12+01:00\ntimezone: +01:00\n---\n## Timeline\n\n" + entries},
	} {
		l := linter(timelineZoneMissing)
		f := source.New("a.md", []byte(c.text))
		if len(l.Check(report.Parse(f))) == 0 {
			t.Errorf("%s: nothing is found", c.name)
		}
		if fixed := l.Fix(f, false); len(fixed.Titles) > 0 {
			t.Errorf("%s: %q is not a safe fix", c.name, fixed.Titles)
		}
		want := c.want
		if want == "" {
			want = c.text
		}
		fixed := l.Fix(f, true)
		if d := cmp.Diff(want, string(fixed.Text)); d != "" {
			t.Errorf("%s: (- want, + got):\n%s", c.name, d)
		}
		if c.want != "" && len(fixed.Left) > 0 {
			t.Errorf("%s: still found: %s", c.name, fixed.Left[0].Message)
		}
	}
}

// TestSortFix: a small step back is a wrong place, a great one may be a wrong time.
func TestSortFix(t *testing.T) {
	for text, safe := range map[string]bool{
		"- 12:37 reported\n- 12:30 rolled out\n- 16:37 cured\n":                                                                   true,
		"- 12:37 reported\n- 14:30 rolled out\n- 12:35 cured\n":                                                                   true,
		"- 2021-06-07 12:37 reported\n- 2021-06-07 16:37 cured\n- 2021-06-07 07:37 merged\n":                                      false,
		"- 2021-06-07 12:37 reported\n- 2021-06-08 16:37 cured\n- 2021-06-07 13:37 merged\n":                                      false,
		"- 2021-06-07 12:37 reported\n- 2021-06-07 12:36 a\n- 2021-06-07 16:37 cured\n- 2021-06-07 07:37 b\n- 2021-06-07 17:37 c": false,
	} {
		l := linter(timelineOutOfOrder)
		f := source.New("a.md", []byte("---\ntimezone: UTC\nstarted: 2021-06-07\n---\n## Timeline\n\n"+text))
		found := l.Check(report.Parse(f))
		if len(found) == 0 || found[0].Fix == nil || found[0].Fix.Safe != safe {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

// TestColumnFix: an empty column makes room for what is missing and hides nothing.
func TestColumnFix(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		rules            []lint.Rule
	}{
		{"one column", "| Action | Due |\n|---|:-:|\n| Alert on a full disk | 2026-03-01 |\n| Move the queue | 2026-04-01 | <!-- public -->\n\nMore | text.\n",
			"| Action | Due | Owner |\n|---|:-:|---|\n| Alert on a full disk | 2026-03-01 | |\n| Move the queue | 2026-04-01 | | <!-- public -->\n\nMore | text.\n", []lint.Rule{actionOwnerMissing}},
		{"two, and no bars outside", "Action | Status\r\n--- | ---\r\nAlert on a full disk | open\r\n",
			"Action | Status | Due | Owner |\r\n--- | --- |---|---|\r\nAlert on a full disk | open | | |\r\n", []lint.Rule{actionOwnerMissing, actionDueMissing}},
		{"the column is there", "| Action | Owner |\n|---|---|\n| Alert on a full disk | |\n", "", []lint.Rule{actionOwnerMissing}},
		{"a ragged table", "| Action | Due |\n|---|---|\n| Alert on a full disk |\n", "", []lint.Rule{actionOwnerMissing}},
		{"a list", "- Alert on a full disk\n", "", []lint.Rule{actionOwnerMissing}},
	} {
		l := linter(c.rules...)
		head := "## Corrective actions\n\n"
		f := source.New("a.md", []byte(head+c.text))
		want := c.want
		if want == "" {
			want = c.text
		}
		fixed := l.Fix(f, true)
		if d := cmp.Diff(head+want, string(fixed.Text)); d != "" {
			t.Errorf("%s: (- want, + got):\n%s", c.name, d)
		}
		if before := l.Check(report.Parse(f)); len(before) != len(fixed.Left) {
			t.Errorf("%s: %d findings became %d: nobody has filled the column in", c.name, len(before), len(fixed.Left))
		}
		if again := l.Fix(source.New("a.md", fixed.Text), true); len(again.Titles) > 0 {
			t.Errorf("%s: fixed again: %q", c.name, again.Titles)
		}
	}
}

// TestNoFix: what a fix would write is there already, or is as likely wrong as right.
func TestNoFix(t *testing.T) {
	for _, c := range []struct {
		rule lint.Rule
		text string
	}{
		{actionOwnerMissing, "## Actions\n\n| What | Who |\n|---|---|\n| Validate the names | |\n"},
		{claimSumWrong, "1,840 orders failed.\n\n- 1,840 orders timed out: 1,200 on web, 480 on iOS and 190 on Android.\n"},
	} {
		found := linter(c.rule).Check(report.Parse(source.New("a.md", []byte(c.text))))
		if len(found) == 0 || found[0].Fix != nil {
			t.Errorf("%s: %+v", c.rule.Name, found)
		}
	}
}
