package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// shielding tells whether a place of a reading lies inside a text that may stand.
type shielding func(start, end int, listed, form bool) bool

// shields gives what may stand in a text. What a star stands for may be anything, so that it lets nothing
// pass that is on a list, nor what lies in that alone.
func shields(text []byte, hits []hit) shielding {
	var exact, all, stars, forms []source.Span
	for _, h := range hits {
		switch s := (source.Span{Start: h.start, End: h.end}); {
		case h.pattern.formsOnly:
			forms = append(forms, s)
		case h.pattern.before || h.pattern.after:
			before, after := h.stars(text)
			exact, stars = append(exact, s), append(stars, before, after)
			all = append(all, source.Span{Start: before.Start, End: after.End})
		case h.pattern.shield:
			exact, all = append(exact, s), append(all, s)
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
	inExact, inAny, inStar, inForms := covers(exact), covers(all), covers(stars), covers(forms)
	return func(start, end int, listed, form bool) bool {
		return listed && inExact(start, end) || !listed && inAny(start, end) && !inStar(start, end) || form && inForms(start, end)
	}
}

// starred reports whether a shield with a star stands at an offset as it is written: "INC-*" is no beginning of
// "incidents".
func (p *pattern) starred(text []byte, start int) bool {
	from := start - strings.Index(p.text, p.core())
	return from >= 0 && from+len(p.text) <= len(text) && strings.EqualFold(string(text[from:from+len(p.text)]), p.text)
}

// stars are the places of what the stars of a hit stand for: letters and digits up to the next sign, and in front of
// a domain the whole name of a host.
func (h hit) stars(text []byte) (before, after source.Span) {
	from := h.start - strings.Index(h.pattern.text, h.pattern.core())
	before, after = source.Span{Start: from, End: from}, source.Span{Start: from + len(h.pattern.text), End: from + len(h.pattern.text)}
	domain := strings.HasPrefix(h.pattern.text, ".")
	for h.pattern.before && before.Start > 0 && (keyByte(text[before.Start-1]) != 0 || domain && strings.IndexByte("-.", text[before.Start-1]) >= 0) {
		before.Start--
	}
	for h.pattern.after && after.End < len(text) && keyByte(text[after.End]) != 0 {
		after.End++
	}
	return before, after
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
