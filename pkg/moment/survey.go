package moment

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/eight"
)

// Survey is the places of a text where a stamp, a length of time or a number may begin: those where
// digits do, or ½, and of the words those that may be the first of one, by their first three letters. The
// zero Survey is that of no text; one Survey may be used for many texts, one after the other.
type Survey struct {
	text   string
	places []place
	number int // the first place that Number has not passed
}

// place is an offset, and whether digits begin there.
type place struct {
	at    int
	digit bool
}

// Of surveys another text.
func (v *Survey) Of(s string) *Survey {
	words, numbers := eight.Starts(s)
	return v.Part(s, 0, words, numbers)
}

// Part surveys the text s, which begins at an offset of one where the starts of words and of numbers are
// marked, as eight.Starts does.
func (v *Survey) Part(s string, offset int, words, numbers eight.Marks) *Survey {
	places, end := v.places[:0], offset+len(s)
	for k := offset / 64; k*64 < end; k++ {
		starts := words[k] | numbers[k]
		if k*64 < offset {
			starts &= ^uint64(0) << (offset % 64)
		}
		for ; starts != 0; starts &= starts - 1 {
			bit := bits.TrailingZeros64(starts)
			at := k*64 + bit - offset
			if at >= len(s) {
				break
			}
			digit := numbers[k]>>bit&1 != 0
			if digit || openers.may(s[at:]) {
				places = append(places, place{at, digit})
			}
		}
	}
	if strings.IndexByte(s, "½"[0]) >= 0 {
		places = withParts(places, s)
	}
	v.text, v.places, v.number = s, places, 0
	return v
}

// withParts adds the places where ½ may stand.
func withParts(places []place, s string) []place {
	for at := range len(s) {
		if s[at] == "½"[0] {
			places = append(places, place{at: at})
		}
	}
	slices.SortFunc(places, func(a, b place) int { return a.at - b.at })
	return places
}

// Empty reports whether nothing of the kind begins anywhere.
func (v *Survey) Empty() bool { return len(v.places) == 0 }

// Find gives the stamps inside running text, in order and apart from each other. It is sparing:
// numbers with a dot, ratios, versions, addresses and bare hours are not taken for times.
func Find(s string) []Stamp { return new(Survey).Of(s).Stamps() }

// Stamps is Find.
func (v *Survey) Stamps() []Stamp {
	var out []Stamp
	s, from := v.text, 0
	for _, place := range v.places {
		k := place.at
		if k < from || classes[s[k]]&mayAppear == 0 || k > 0 && !begins(s, k) {
			continue
		}
		p := scanner{s: s, i: k, start: math.MaxInt, prose: true}
		if !p.opens() {
			continue
		}
		var st Stamp
		p.before(&st, k)
		if !p.stamp(&st) {
			continue
		}
		outer := p.start
		p.finish(&st, outer)
		if follows(s, st.End) {
			continue
		}
		st.twoDays(s, from)
		out = append(out, st)
		from = st.OuterEnd
	}
	return out
}

// FindDurations gives the lengths of time stated in s, in order and apart from each other: in
// digits or number words, with the usual abbreviations of units. Vague ones ("a few minutes") and
// those in months and years, which have no fixed length, are left out.
func FindDurations(s string) []Duration { return new(Survey).Of(s).Durations() }

// Durations is FindDurations.
func (v *Survey) Durations() []Duration {
	var out []Duration
	s, from := v.text, 0 // from is where the last one ended
	for _, p := range v.places {
		if p.at < from || !measures(s, p.at) {
			continue
		}
		if d, ok := readDuration(s, p.at, from); ok {
			out = append(out, d)
			from = d.End
		}
	}
	return out
}

// Number gives the first offset not before from at which digits begin, the length of the text if there
// is none. Over the calls from must not decrease.
func (v *Survey) Number(from int) int {
	for ; v.number < len(v.places); v.number++ {
		if p := v.places[v.number]; p.at >= from && p.digit {
			return p.at
		}
	}
	return len(v.text)
}
