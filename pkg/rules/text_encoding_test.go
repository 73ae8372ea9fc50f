package rules

import (
	"testing"
	"unicode/utf16"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestOtherEncoding holds a report in UTF-16 against every rule: that it is one is said once, and no
// fix is made.
func TestOtherEncoding(t *testing.T) {
	text := []byte{0xFF, 0xFE}
	for _, c := range utf16.Encode([]rune("# Café down\n\n## Timeline\n\n- 10:02 the disk is full\n")) {
		text = append(text, byte(c), byte(c>>8))
	}
	for _, text := range [][]byte{text, text[2:]} {
		l := lint.New(All(), lint.Options{Now: now, Selection: lint.Selection{Group: lint.All}})
		found := l.Check(report.Parse(source.New("r.md", text)))
		if len(found) != 1 || found[0].Rule != "text-not-utf8" {
			t.Errorf("%d findings: %+v", len(found), found)
		}
		if f := l.Fix(source.New("r.md", text), true); string(f.Text) != string(text) {
			t.Errorf("the text was changed")
		}
	}
}
