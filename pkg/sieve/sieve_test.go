package sieve

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The expressions of the tests, and for each a text with what could lead astray: a match at an edge, two that touch,
// one over as many blanks and lines as it can hold.
var samples = []struct{ expr, text string }{
	{`(?i)\bports? (\d{3,5})\b`, "it listens on port 8080 and on\nPort 9090, not on ports 1 or 22 but on ports 333 port 444"},
	{`(?:^|[\s(])(#\d{2,7})\b`, "#12 begins, (#34) and #56#78 and \n#90 stand inside, and at the end is #11"},
	{`[a-z]+@(?:[a-z]+|\s|$)`, "one@two stands there, three@ four too and at the very end five@"},
	{`(?mi:^\s*at [\w$.]+\([^)\n]*\))`, "first line of it\n\n  at com.example.Main(x)\nno at com.example.Main(y)\nat a.b()"},
	{`\b\d{4}(?:[ \n-]\d{4}){2,3}\b`, "the number 4111 1111\n1111 1111 4111-1111-1111 and 4111 1111 or 4111\n\n1111 1111"},
	{`(?i)\b[0-9a-f]{7,39}\b`, "short abc and long 0123456789abcdef, then DEADBEEF0 and deadbeefg at 1234567"},
	{`\b(?:[A-Z][a-z]+ )+(?:Inc|Corp|AG)\b`, "They asked Globex Corp and Initech Umbrella Inc Hooli AG, no Corp at the end of it: Stark AG"},
	{`(?i)\b(?:no one|nobody)(?: else)? (?:knew|noticed)\b[^.;\n]{0,40}`, "Nobody else knew of the disk; no one noticed it.\nNobody knew nobody noticed what it was for, and that is all"},
	{`(?i)\bsecret tasks?\b`, "a \u017fecret tas\u212a and a secret task stand in one text that is long enough"},
	{`\b[a-z]+(?:[A-Z][a-z0-9]+)+\b`, "the name poolManager stands there, and maxPoolSize2 too, but no Word of this"},
	{`(?:[$€]|\bEUR )\d+(?: million)?`, "it was €12 and $3 million or EUR 44\nEUR 7 million and EUR\n8 in all of it"},
	{`x*`, "an expression that matches nothing everywhere xx in all of this"},
	{`\bfoo\b.*\bbar\b|(?s)<a>.*?</a>`, "foo then bar then bar\nfoo <a>\n\nx</a> and </a> and <a></a> more"},
	{`(?i)["“']?é[a-z]{2}`, "the words “éta and 'ÉTA and an éta of which each has another case"},
	{`[^a]{3}zz`, "a match  zz may begin\n\nzz with blanks, a zz or not bbbzz"},
	{`\x{212a}elvin|[ks]ign`, "the \u212aelvin and a sign or a kign in a text that is long enough for it"},
}

// TestSamples holds that each sample finds something in its text and has the plan that it is there for.
func TestSamples(t *testing.T) {
	for _, s := range samples {
		if !regexp.MustCompile(s.expr).MatchString(s.text) || len(s.text) < short {
			t.Errorf("%s finds nothing in its text", s.expr)
		}
	}
	planned := 0
	for _, s := range samples {
		if planOf(s.expr) != nil {
			planned++
		}
	}
	if planned < 12 {
		t.Errorf("only %d of the samples have a plan", planned)
	}
}

// FuzzFind holds the promise of the package.
func FuzzFind(f *testing.F) {
	for i, s := range samples {
		f.Add(i, s.text)
		f.Add(i, s.text+s.text)
		f.Add(i, " "+s.text+"\n\n"+s.text+" ")
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		if i < 0 || i >= len(samples) {
			return
		}
		x := MustCompile(samples[i].expr)
		if d := cmp.Diff(x.Regexp.FindAllStringSubmatchIndex(text, -1), x.FindAllStringSubmatchIndex(text, -1)); d != "" {
			t.Errorf("%s in %q (-regexp +sieve):\n%s", samples[i].expr, text, d)
		}
		if d := cmp.Diff(x.Regexp.FindAllIndex([]byte(text), -1), x.FindAllIndex([]byte(text), -1)); d != "" {
			t.Errorf("%s in %q (-regexp +sieve):\n%s", samples[i].expr, text, d)
		}
	})
}

func TestPlan(t *testing.T) {
	type known struct {
		Literals             []string
		Blanks, Lines, Least int
	}
	for _, c := range []struct {
		expr string
		want *known
	}{
		{`(?i)\bports? (\d{3,5})\b`, &known{[]string{"port ", "ports "}, 1, 0, 8}},
		{`(?:INC|CHG|CS)-?\d{5,10}`, &known{[]string{"CHG", "CHG-", "CS", "CS-", "INC", "INC-"}, 0, 0, 7}},
		{`[a-z0-9]+(?:-[a-z0-9]+){2}`, &known{[]string{"-"}, 0, 0, 5}},
		{`\b[TD]\d{6,7}\b`, &known{[]string{"D", "T"}, 0, 0, 7}},
		{`[0-9a-f]{40}`, &known{nil, 0, 0, 40}},
		{`\d{4}(?:[ \n-]\d{4}){2}`, &known{[]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, 2, 2, 14}},
		{`a knew [^.\n]{0,80}`, &known{[]string{"a knew "}, unlimited, 0, 7}},
		{`"[^"]*"`, &known{[]string{`"`}, unlimited, unlimited, 2}},
		{`(?m)^at \w+`, &known{[]string{"at "}, unlimited, 0, 4}},
		{`\w+ \w+`, nil},
	} {
		var got *known
		if p := planOf(c.expr); p != nil {
			got = &known{nil, p.blanks, p.lines, p.least}
			if p.literals != nil {
				for _, all := range p.literals {
					for _, l := range all {
						if !slices.Contains(got.Literals, l.text) {
							got.Literals = append(got.Literals, l.text)
						}
					}
				}
				slices.Sort(got.Literals)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.expr, d)
		}
	}
}

// BenchmarkHostile shows that the time grows with the text alone: compare the MB/s of the two sizes.
func BenchmarkHostile(b *testing.B) {
	for _, s := range []struct{ expr, unit string }{
		{`"[^"]*y`, "\"\n"}, {`"[^"\n]*y`, "\" "}, {`a(?: a){8}x`, "a "}, {`a(?:\na){3}x`, "a\n"}, {`-[a-z]*y`, "-"}, {`^"|"[a-z]{4} [a-z]y`, "\" a "},
	} {
		for _, size := range []int{64 << 10, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dKiB", s.expr, size>>10), func(b *testing.B) {
				x, text := MustCompile(s.expr), []byte(strings.Repeat(s.unit, size/len(s.unit)))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					x.FindAllIndex(text, -1)
				}
			})
		}
	}
}
