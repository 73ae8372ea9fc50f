package claim

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
	"math"
	"strconv"
	"strings"
)

// products reads "310 × 20 EUR = 6,200 EUR" in prose.
func (p figures) products() []Sum {
	if !strings.Contains(p.Text, "×") && !strings.Contains(p.Text, " x ") && !strings.Contains(p.Text, " * ") {
		return nil
	}
	var out []Sum
	terms := p.terms()
	for i := 2; i < len(terms); i++ {
		a, b, c := terms[i-2], terms[i-1], terms[i]
		if a.length || b.length || c.length || math.IsNaN(a.value+b.value+c.value) || !p.times(a, b) || !p.joined(b, c, '=') || strings.IndexByte(p.Text[b.end:c.start], ',') >= 0 || !p.alone(a, c) {
			continue
		}
		is := a.value * b.value
		// Factors with decimals are rounded ones.
		slack := c.slack/2 + 1e-9
		for _, f := range [2]term{a, b} {
			if f.decimals > 0 {
				slack += is / f.value * f.slack / 2
			}
		}
		s := Sum{Span: p.Span(c.start, c.end), Stated: p.Text[c.start:c.end], Parts: 2, Product: true, Agrees: math.Abs(is-c.value) <= slack}
		if s.Is = strconv.FormatFloat(is, 'f', max(c.decimals, 0), 64); c.grouped {
			s.Is = groupThousands(s.Is)
		}
		out = append(out, s)
	}
	return out
}

// times reports whether nothing but a sign of multiplication and words stand between two terms.
func (p figures) times(a, b term) bool {
	between := p.Text[a.end:b.start]
	if prose.AnyOf(prose.Words(strings.ReplaceAll(between, "×", " ")), notAllWords) || vagueSigns(between) || !leadIn(p.Text, a.start).exact() {
		return false // 60 × about 20
	}
	n := 0
	for _, sign := range [...]string{"×", " x ", " * "} {
		n += strings.Count(between, sign)
	}
	return n == 1 && len(between) < 40 && !strings.ContainsAny(between, "+=/-÷<>.;:?!~\n"+report.CodeMark) && !strings.Contains(p.Text[b.end:min(len(p.Text), b.end+3)], "%")
}

// vagueSigns reports whether what stands between two factors is more than plain words, the sign and a currency.
func vagueSigns(between string) bool {
	for _, c := range between {
		if c == '~' || c >= 0x80 && c != '×' && c != '€' && c != '£' && c != '\u00a0' {
			return true
		}
	}
	return false
}
