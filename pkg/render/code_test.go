package render

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// What is highlighted is the same text.
func FuzzHighlight(f *testing.F) {
	for _, s := range []string{"", "x := \"a\\\"b\" // c", "'''x\n'''", "key: 'v' # c\n", "$ ls -l | grep x\nout", "+a\n-b\n@@ c", "/* open", "SELECT 'it''s' -- x", "<a b='c'>", "é#\"\\"} {
		f.Add(s)
	}
	tags := regexp.MustCompile(`</?span[^>]*>`)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }) {
			return
		}
		for _, l := range languageTable {
			var p page
			p.highlight(languageOf(strings.Fields(l.names)[0]), s)
			if got := html.UnescapeString(tags.ReplaceAllString(string(p.b), "")); got != s {
				t.Fatalf("%s: %q became %q", l.names, s, got)
			}
		}
	})
}

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"go", "x := `raw \\` // c", "x := <span class=\"s\">`raw \\`</span> <span class=\"c\">// c</span>"},
		{"go", `return "a\"b" + 0x1f`, `<span class="k">return</span> <span class="s">&quot;a\&quot;b&quot;</span> + <span class="n">0x1f</span>`},
		{"sh", "echo a#b # c", `<span class="k">echo</span> a#b <span class="c"># c</span>`},
		{"console", "$ rm -rf x\ngone # no comment", `<span class="m">$ </span>rm <span class="p">-rf</span> x` + "\ngone # no comment"},
		{"yaml", "max_open: 40 # c\nurl: http://x", `<span class="p">max_open</span>: <span class="n">40</span> <span class="c"># c</span>` + "\n" + `<span class="p">url</span>: http://x`},
		{"json", `{"a": [1, true, "b"]}`, `{<span class="p">&quot;a&quot;</span>: [<span class="n">1</span>, <span class="k">true</span>, <span class="s">&quot;b&quot;</span>]}`},
		{"sql", "Select 1 -- c", `<span class="k">Select</span> <span class="n">1</span> <span class="c">-- c</span>`},
		{"diff", "+a\n b\n-c", `<span class="i">+a</span>` + "\n b\n" + `<span class="d">-c</span>`},
		{"python", "\"\"\"a\n\"b\"\n\"\"\" + 'c", "<span class=\"s\">&quot;&quot;&quot;a\n&quot;b&quot;\n&quot;&quot;&quot;</span> + <span class=\"s\">&#39;c</span>"},
	} {
		var p page
		p.highlight(languageOf(c.lang), c.in)
		if got := string(p.b); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.lang, c.in, got, c.want)
		}
	}
	if languageOf("brainfuck") != nil || languageOf("") != nil || languageOf("YAML") == nil {
		t.Error("languages are found by any name, or not in capitals")
	}
}
