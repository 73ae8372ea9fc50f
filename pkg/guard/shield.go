package guard

import (
	"bytes"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// shielding tells whether a place of a reading lies inside a text that may stand.
type shielding func(start, end int, listed, form bool) bool

// shields gives what may stand in a text. What a star stands for may be anything, so that it lets nothing
// pass that is on a list.
func shields(text []byte, hits []hit) shielding {
	var exact, all, forms []source.Span
	for _, h := range hits {
		if h.pattern.formsOnly {
			forms = append(forms, h.widened(text))
		} else if h.pattern.shield {
			exact = append(exact, source.Span{Start: h.start, End: h.end})
			all = append(all, h.widened(text))
		}
	}
	covers := func(spans []source.Span) func(start, end int) bool {
		slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
		spans = joined(text, spans)
		return func(start, end int) bool {
			n, _ := slices.BinarySearchFunc(spans, start+1, func(s source.Span, at int) int { return s.Start - at })
			return n > 0 && spans[n-1].End >= end
		}
	}
	inExact, inAny, inForms := covers(exact), covers(all), covers(forms)
	return func(start, end int, listed, form bool) bool {
		return listed && inExact(start, end) || !listed && inAny(start, end) || form && inForms(start, end)
	}
}

// joined makes one of spans, in the order of their starts, that overlap or have no letter between them:
// what the name of an organisation may not hold is not made by writing it twice in a row.
func joined(text []byte, spans []source.Span) []source.Span {
	var out []source.Span
	for _, s := range spans {
		if n := len(out); n > 0 && (s.Start <= out[n-1].End || !bytes.ContainsFunc(text[out[n-1].End:s.Start], inName)) {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func inName(r rune) bool { return r >= 0x80 || keyByte(byte(r)) != 0 }
