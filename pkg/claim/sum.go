package claim

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Sum is a sum that the report states: "4 min + 6 h 14 min = 6 h 28 min", the row "Total" of a table, or a number
// with its parts behind it, "1,240 failed (900 on the web, 340 in the app)".
type Sum struct {
	Span   source.Span // of the stated result
	Stated string      // as written
	Is     string      // what the parts add up to, written in the same way
	Parts  int         // how many were added
	Column string      // of a table: the heading of the column
	Agrees bool

	Product bool // the parts are multiplied

	less bool // the stated result is less than the parts
}

// Sums finds the sums that the report states with all of their parts. What is not plainly a sum is
// left out: columns of shares, averages and peaks, and formulas with other signs.
func Sums(r *report.Report) []Sum {
	var out []Sum
	for _, passage := range r.Passages {
		p := figures{passage}
		switch {
		case p.Quoted:
		case p.Node != nil && p.Cell():
			if p.Node.PreviousSibling() == nil && total(p.Text) {
				out = append(out, columnSums(r, passage)...)
			}
		case p.Numbers() < 3:
		case strings.IndexByte(p.Text, '=') >= 0 && strings.IndexByte(p.Text, '+') >= 0:
			out = append(out, p.sums()...)
		default:
			if strings.IndexByte(p.Text, '=') >= 0 {
				out = append(out, p.products()...)
			}
			if strings.IndexByte(p.Text, '(') >= 0 || strings.IndexByte(p.Text, ':') >= 0 || saysTotal(p.Text) {
				out = append(out, p.breakdowns()...)
			}
			out = append(out, p.remainders()...)
		}
	}
	return out
}

// term is one number or length of time of a sum.
type term struct {
	value      float64 // lengths in seconds
	start, end int
	slack      float64 // how far a result may be off for being written so coarsely
	decimals   int
	grouped    bool // with commas between thousands
	length     bool
}

// sums reads "a + b = c" in prose.
func (p figures) sums() []Sum {
	var out []Sum
	terms := p.terms()
	for i, c := range terms {
		if i < 2 || strings.Trim(p.Text[terms[i-1].end:c.start], " ~≈") == "" || !p.joined(terms[i-1], c, '=') {
			continue
		}
		first := i - 1
		for first > 0 && p.joined(terms[first-1], terms[first], '+') {
			first--
		}
		if parts := terms[first:i]; len(parts) > 1 && p.alone(parts[0], c) {
			if s, ok := addUp(parts, c); ok {
				s.Span, s.Stated = p.Span(c.start, c.end), p.Text[c.start:c.end]
				out = append(out, s)
			}
		}
	}
	return out
}

// joined reports whether the sign, and nothing but words besides, stands between two terms.
func (p figures) joined(a, b term, sign byte) bool {
	between := p.Text[a.end:b.start]
	if len(between) > 80 || strings.Count(between, string(sign)) != 1 {
		return false
	}
	for i := range len(between) {
		if c := between[i]; c != sign && strings.IndexByte("+=*/-×÷<>.;:?!~\n"+report.CodeMark, c) >= 0 {
			return false
		}
	}
	return true
}

// alone reports whether no other sign stands at the ends of a sum.
func (p figures) alone(first, last term) bool {
	before := strings.TrimRight(p.Text[:first.start], " ")
	after := strings.TrimLeft(p.Text[last.end:], " ")
	return !strings.ContainsAny(before[max(0, len(before)-1):], "+-*/=^(<>") && !strings.HasSuffix(before, "×") && !strings.HasSuffix(before, " x") && !strings.ContainsAny(after[:min(1, len(after))], "+-*/=^%")
}

// terms are the numbers and lengths of time of a passage.
func (p figures) terms() []term {
	var out []term
	lengths := moment.FindDurations(p.Text)
	for i := 0; i < len(p.Text); {
		if len(lengths) > 0 && lengths[0].Start <= i {
			d := lengths[0]
			lengths = lengths[1:]
			if d.End > i {
				out = append(out, lengthTerm(d))
				i = d.End
			}
			continue
		}
		if t, end := numberTerm(p.Text, i); end > i {
			out = append(out, t)
			i = end
			continue
		}
		i++
	}
	return out
}

func lengthTerm(d moment.Duration) term {
	t := term{value: d.Low.Seconds(), start: d.Start, end: d.End, length: true}
	if d.Low == d.High && !d.Approximate && d.Bound == moment.Exactly {
		t.slack = d.Precision.Seconds()
	}
	return t
}

// numberTerm reads a number at text[i]; where digits are no number, end is behind them and the term
// is one that agrees with nothing.
func numberTerm(text string, i int) (t term, end int) {
	if !prose.Digit(text[i]) {
		return t, i
	}
	n, end := readNumber(text, i)
	if end == 0 || i > 0 && (prose.Letter(text[i-1]) || strings.IndexByte("_.:/-#", text[i-1]) >= 0) || end < len(text) && (prose.Letter(text[end]) || text[end] == '_') {
		for end = i; end < len(text) && (prose.Digit(text[end]) || prose.Letter(text[end]) || strings.IndexByte(".,:_", text[end]) >= 0); end++ {
		}
		return term{value: math.NaN(), start: i, end: end}, end
	}
	t = term{value: n, start: i, end: end, slack: 1}
	s := text[i:end]
	t.grouped = strings.IndexByte(s, ',') >= 0
	if k := strings.IndexByte(s, '.'); k >= 0 {
		t.decimals = len(s) - k - 1
		t.slack = math.Pow10(-t.decimals)
	}
	return t, end
}

// addUp holds parts against their stated result. It is false where they cannot be compared.
func addUp(parts []term, c term) (Sum, bool) {
	total, slack, decimals := 0.0, 0.0, c.decimals
	for _, t := range append(parts[:len(parts):len(parts)], c) {
		if math.IsNaN(t.value) || t.slack == 0 || t.length != c.length {
			return Sum{}, false
		}
	}
	for _, t := range parts {
		total += t.value
		decimals = max(decimals, t.decimals)
		if t.decimals > 0 {
			slack += t.slack / 2 // each part is rounded
		}
	}
	s := Sum{Parts: len(parts), less: c.value < total}
	if c.length {
		s.Is, s.Agrees = moment.Length(time.Duration(total*float64(time.Second))), math.Abs(total-c.value) < c.slack
	} else {
		s.Is = strconv.FormatFloat(total, 'f', decimals, 64)
		if c.grouped {
			s.Is = groupThousands(s.Is)
		}
		s.Agrees = math.Abs(total-c.value) <= slack+1e-9
		if c.decimals < decimals {
			s.Agrees = math.Abs(total-c.value) <= slack+c.slack/2+1e-9
		}
	}
	return s, true
}

func groupThousands(s string) string {
	whole, rest, point := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		return whole + "." + rest
	}
	return whole
}
