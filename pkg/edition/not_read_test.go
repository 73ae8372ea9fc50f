package edition

import (
	"errors"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestNotRead holds that a file that is no report says so, and where, although something in it may be public.
func TestNotRead(t *testing.T) {
	const summary = "## Customer summary\n\nPrinting "
	for text, want := range map[string][2]string{
		summary + "fail\xe9d\n":                    {"in.md:3:14: the text is not UTF-8 here", "save the file"},
		summary + "failed\n\n\x89PNG\x00\x00":      {"in.md:5:1: the text is not UTF-8 here", "no text at all"},
		"\xff\xfe#\x00 \x00":                       {"in.md:1:1: the text is UTF-16", "save the file"},
		summary + "\n" + strings.Repeat("> ", 200): {"in.md:4:1: lists and quotes nest", ""},
	} {
		_, _, err := Cut(report.Parse(source.New("in.md", []byte(text))), Options{})
		var not *NotRead
		if !errors.As(err, &not) || !strings.HasPrefix(not.Error(), want[0]) || !strings.Contains(not.Hint(), want[1]) {
			t.Errorf("%q: %v, hint %q", text, err, not.Hint())
		}
	}
}
