package export

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// hostile are texts of the classes with which outputs are broken out of: elements and handlers, in
// every notation; addresses that run code; ends of attributes, comments, CDATA, headers and code;
// orders for terminals, build servers, spreadsheets and chats; characters that are not seen.
var hostile = []string{
	`<script>alert(1)</script>`, `<ScRiPt/x>alert(1)</ScRiPt>`, `<img src=x onerror=alert(1)>`, `<svg/onload=alert(1)>`, `<iframe srcdoc="<p>">`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`, `<base href=//x.example>`,
	`&lt;script&gt;alert(1)&lt;/script&gt;`, `&#60;img src=x onerror=alert(1)&#62;`, `\<b onmouseover=alert(1)\>`, `\&lt;script\&gt;`,
	`[x](javascript:alert(1))`, `[x](JaVaScRiPt&colon;alert(1))`, "[x](java\tscript:alert(1))", `[x](data:text/html;base64,PHNjcmlwdD4=)`, `[x](vbscript:x)`,
	`[x](//x.example)`, `[x](../../etc/passwd)`, `[x](<https://x.example/" onclick="alert(1)>)`, `[x](https://user:word@x.example)`, `<javascript:alert(1)>`,
	`[x](https://x.example "t\" onclick=\"alert(1)")`, `![x](https://x.example/pixel.png)`, `https://x.example/a"onclick=alert(1)`, `[x][r]

[r]: javascript:alert(1)`,
	`" onfocus="alert(1)`, `' onfocus='alert(1)`, "`</code><script>alert(1)</script>`", "```html\n</code></pre><script>alert(1)</script>\n```",
	"```\n]]></ac:plain-text-body><ac:structured-macro ac:name=\"html\">\n```", `]]>`, `--> <!-- x`, `<ac:structured-macro ac:name="html"/>`, `<![CDATA[x]]>`,
	"a\r\nBcc: x@example.com\r\n\r\nx", `=?utf-8?q?a=0D=0ABcc:_x=40example.com?=`, "--part-00000000000000000000000000000000--", "\n.\n", "From x",
	"::error file=a::b", "##vso[task.complete]x", "##teamcity[x]", "\x1b]8;;https://x.example\x07x\x1b]8;;\x07", "\x1b[2J\x9b31m", "&#27;[31m", `&#x9b;2J`,
	`=HYPERLINK("https://x.example")`, `@SUM(1)`, `<!channel> <!here> <@U012345> <#C012345> <https://x.example|bank>`, `*b* _i_ ~s~ :bomb:`,
	"safe\u202etxt.exe", "a\u200bb\u2060c\ufeffd\u00ade", "\U000E0041\U000E0042", "a\u0000b", "\xff\xfe", "\u2028x\u2029", "\uFFFE\uFDD0", "Z\u0300\u0301\u0302",
	`{{.Env}} ${7*7} <%= 7*7 %> #{7*7}`, `| a | b |
| --- | --- |
| <script> | \| x \| |`, `> <script>

1. <b>
   - [ ] <i>`, "a  \nb\\\nc", "***a** b* ~~c~~", "# x\n\n## y\n\n####### z", "\\# a\n\n\\- b\n\n1\\. c", strings.Repeat("word ", 900), strings.Repeat("x", 4000), strings.Repeat("\U0001F600", 2000),
}

// FuzzOutput puts a text where an edition has text and holds every form to what it may be made of.
func FuzzOutput(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in := "---\ncustomer-title: " + strconv.QuoteToASCII(s) + "\ntimezone: UTC\nservices:\n  - db\n---\n\n## Customer summary\n\n" + s +
			"\n\n## Timeline\n\n- 2026-02-03 09:12 **Impact begins** " + strings.Join(strings.Fields(s), " ") + " <!-- public -->\n"
		e, _, err := edition.Cut(report.Parse(source.New("x.md", []byte(in))), edition.Options{Names: map[string]string{"db": s}})
		if err != nil || len(e.Markdown) == 0 {
			return
		}
		for _, x := range Exporters {
			out, err := x.Output(e, Options{})
			if err != nil && x.Name == "slack" {
				continue // too long for a message
			} else if err != nil {
				t.Fatal(err)
			}
			readers[x.Name](t, out)
			if t.Failed() {
				t.Fatalf("%s of %q:\n%s", x.Name, e.Markdown, out)
			}
		}
	})
}

// FuzzNoninterference holds that two reports which differ only in what is withheld give the same bytes
// in every form, or are both refused.
func FuzzNoninterference(f *testing.F) {
	f.Add("", "- 2026-02-03 09:13 UTC **Resolved** secret")
	f.Add("secret", "| Time | What |\n| --- | --- |\n| 09:20 | secret |\n\n[r]: https://secret.example")
	f.Add("1", "# Secret\n\n## Timeline (all times in CET)\n\n- 09:14 secret\n\n## Corrective actions\n\n- [ ] secret")
	f.Fuzz(func(t *testing.T, a, b string) {
		var outputs [2][][]byte
		for i, withheld := range []string{a, b} {
			withheld = strings.NewReplacer("public", "", "ustomer", "", "xternal", "", "\x00", "").Replace(withheld)
			in := "---\ntitle: t\ntimezone: UTC\n---\n\n## Customer summary\n\nWe are sorry. See [r].\n\n## Timeline\n\n" +
				"- 2026-02-03 09:12 **Impact begins** it began <!-- public -->\n- 2026-02-03 10:12 **Resolved** it ended <!-- public -->\n\n## Contributing factors\n\n" + withheld
			e, _, err := edition.Cut(report.Parse(source.New("x.md", []byte(in))), edition.Options{})
			if err != nil {
				return
			}
			for _, x := range Exporters {
				out, err := x.Output(e, Options{})
				if err != nil {
					t.Fatal(x.Name, err)
				}
				outputs[i] = append(outputs[i], out)
			}
		}
		for i, x := range Exporters {
			if !bytes.Equal(outputs[0][i], outputs[1][i]) {
				t.Errorf("%s tells %q from %q:\n%s\n%s", x.Name, a, b, outputs[0][i], outputs[1][i])
			}
		}
	})
}

// TestSlackRefuses says that an edition is too long, and writes no part of it.
func TestSlackRefuses(t *testing.T) {
	for _, long := range []string{strings.Repeat("A sentence of six words.\n\n", 900), strings.Repeat("## Monday\n\nText <!-- public -->\n\n## Tuesday\n\nText <!-- public -->\n\n", 30)} {
		e := cut(t, "x.md", []byte("## Customer summary\n\nx\n\n<!-- public -->\n\n"+long+"\n\n<!-- /public -->\n"))
		if out, err := slack.Output(e, Options{}); err == nil || out != nil {
			t.Errorf("%d bytes, %v", len(out), err)
		}
	}
}
