package report

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestUTF16(t *testing.T) {
	for text, want := range map[string]bool{
		"\xff\xfe#\x00 \x00a\x00":   true,
		"\xfe\xff\x00#\x00 \x00a":   true,
		"#\x00 \x00a\x00":           true,
		"\x00#\x00 \x00a":           true,
		"\xef\xbb\xbf# a":           false,
		"# a":                       false,
		"#\x00 a":                   false,
		"\x00\x00\x00\x00 # a":      false,
		"":                          false,
		"\xff# bad, and not UTF-16": false,
	} {
		r := Parse(source.New("a.md", []byte(text)))
		got := len(r.Problems) == 1 && r.Problems[0].Kind == ProblemEncoding && r.Problems[0].Message == "the text is UTF-16, not UTF-8"
		if got != want || got != r.Refused {
			t.Errorf("%q: %+v", text, r.Problems)
		}
	}
}
