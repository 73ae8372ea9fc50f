package report

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestReadable undoes escapes and entities as a reader's program does: once.
func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		`a \*b\* &lt;c&gt; &#65;&#x42;`: "a *b* <c> AB",
		`\&lt;`:                         "&lt;",
		`\&#27;`:                        "&#27;",
		`&amp;lt;`:                      "&lt;",
		`&#38;#65;`:                     "&#65;",
		`a & b\_c; &nosuch; d\|e;`:      "a & b_c; &nosuch; d|e;",
		`a & b`:                         "a & b",
		`a &`:                           "a &",
		`c:\new`:                        `c:\new`,
	} {
		if got := PlainText(Parse(source.New("x.md", []byte(in))).Tree()[0].Inlines); got != want {
			t.Errorf("%s is read as %q, want %q", in, got, want)
		}
	}
}
