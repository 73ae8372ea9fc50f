package claim

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"math"
)

// A change is told by two numbers and the percentage that one is off the other: "dropped from 40,000 to 31,000, a drop of
// 22 %", "rose by 900 %, from 10 to 100", "fell from 500 to 450 (10 %)".

var (
	changeNouns = prose.SetOf("drop fall decrease decline reduction loss dip increase rise growth jump gain")
	changeVerbs = prose.SetOf("dropped fell decreased declined shrank sank dipped increased rose grew jumped went climbed")
)

// change reads "from 500 to 450" at token i, the word "from", with its percentage.
func (r *shareReader) change(i int) (s Share, ok bool) {
	from := i + 1
	to := r.words(from+1, 3)
	for n := from + 1; n < to; n++ { // "from 500 a minute to 450": the last "to" before the number
		if r.is(n, "to") {
			to = n
			break
		}
	}
	if r.kind(from) != 'n' || !r.is(to, "to") || r.kind(to+1) != 'n' {
		return s, false
	}
	a, b := r.t[from], r.t[to+1]
	if !r.sameUnit(from+1, to+2) || a.value == 0 || a.value == b.value {
		return s, false
	}
	start, percent, end := i, -1, to+2
	if by := i - 1; r.kind(by) == ',' || r.kind(by) == 'p' { // "dropped by 20 %, from"
		if r.kind(by) == ',' {
			by--
		}
		if r.kind(by) == 'p' && r.is(by-1, "by") && r.kind(by-2) == 'w' && changeVerbs.Has(r.t[by-2].word) {
			start, percent = by-2, by
		}
	}
	if percent < 0 {
		if percent = r.changed(r.words(to+2, 4)); percent < 0 {
			return s, false
		}
		end = percent + 1
	}
	p := r.t[percent]
	s = Share{Start: r.t[start].start, End: r.t[end-1].end, At: p.start, AtEnd: p.end, Part: math.Abs(b.value - a.value), Whole: a.value, Percent: p.value, Decimals: p.decimals}
	for s.AtEnd = s.At; s.AtEnd < p.end && (prose.Digit(r.text[s.AtEnd]) || r.text[s.AtEnd] == '.'); s.AtEnd++ {
	}
	s.loose = r.kind(percent-1) == '~' || r.kind(percent-1) == 'w' && shareQualifiers.Has(r.t[percent-1].word)
	s.Approximate = s.loose || a.rounded || b.rounded || !leadIn(r.text, a.start).exact() || !leadIn(r.text, b.start).exact()
	return s, true
}

// changed is the percentage of ", a drop of 22 %", ", or 22 %" and "(22 %)" at token i; -1 if it is another.
func (r *shareReader) changed(i int) int {
	bracket := r.kind(i) == '('
	if !bracket && r.kind(i) != ',' && r.kind(i) != '-' {
		return -1
	}
	i++
	if r.is(i, "a") || r.is(i, "an") {
		if i++; r.kind(i) != 'w' || !changeNouns.Has(r.t[i].word) || !r.is(i+1, "of") && !r.is(i+1, "by") {
			return -1
		}
		i += 2
	} else if !bracket {
		return -1
	}
	for n := 0; n < 2 && (r.kind(i) == '~' || r.kind(i) == 'w' && shareQualifiers.Has(r.t[i].word)); n++ {
		i++
	}
	if r.kind(i) != 'p' || bracket && r.kind(i+1) != ')' {
		return -1
	}
	return i
}

// sameUnit reports whether the words behind two numbers do not measure them in different units.
func (r *shareReader) sameUnit(i, j int) bool {
	unit := func(k int) string {
		if r.kind(k) == 'w' && measuringWords.Has(r.t[k].word) {
			return r.t[k].word
		}
		return ""
	}
	a, b := unit(i), unit(j)
	return a == b || a == "" && b != ""
}

// mentioned reads a share before its whole, "a third of the 61,000 images (15,250)", at token i, the percentage.
func (r *shareReader) mentioned(i int) (s Share, ok bool) {
	if !r.is(i+1, "of") {
		return s, false
	}
	whole, approximate := r.determined(i + 2)
	if r.kind(whole) != 'n' {
		return s, false
	}
	open := r.words(whole+1, 3)
	if r.kind(open) != '(' || r.kind(open+1) != 'n' || r.kind(open+2) != ')' || !r.counts(whole) || open == whole+1 {
		return s, false
	}
	f, w, part := r.t[i], r.t[whole], r.t[open+1]
	if part.value >= 1900 && part.value < 2100 && part.end-part.start == 4 || part.value >= w.value {
		return s, false
	}
	s = Share{Start: f.start, End: r.t[open+2].end, At: f.start, AtEnd: f.end, Part: part.value, Whole: w.value, Percent: f.value, Decimals: f.decimals, Worded: f.kind == 'f'}
	if !s.Worded {
		for s.AtEnd = s.At; s.AtEnd < f.end && (prose.Digit(r.text[s.AtEnd]) || r.text[s.AtEnd] == '.'); s.AtEnd++ {
		}
	}
	s.loose = s.Worded || r.kind(i-1) == '~' || r.kind(i-1) == 'w' && shareQualifiers.Has(r.t[i-1].word)
	s.Approximate = s.loose || approximate || w.rounded || part.rounded
	return s, true
}

// overflow reads a part that is larger than its whole, "60,000 of the 52,000 payments", "14 partners out of 12", where no
// percentage is stated. A number before a bare "of" may be a day or a name.
func (r *shareReader) overflow(m sharePair) (s Share, ok bool) {
	part, whole := r.t[m.part], r.t[m.whole]
	if m.part > m.whole || m.slash || m.in || m.approximate || part.value <= whole.value || part.rounded != whole.rounded || part.decimals+whole.decimals > 0 {
		return s, false
	}
	of := m.whole - 1
	for r.kind(of) == 'w' && !r.is(of, "of") {
		of--
	}
	out := r.is(of-1, "out")
	if of == m.whole-1 && !out || !out && r.kind(m.whole+1) != 'w' || !out && part.value >= 1900 && part.value < 2100 && part.end-part.start == 4 {
		return s, false
	}
	for k := m.part - 1; k <= m.whole+1; k++ {
		if r.kind(k) == 'w' && (measuringWords.Has(r.t[k].word) || numberedWords.Has(r.t[k].word) || monthWords.Has(r.t[k].word)) {
			return s, false
		}
	}
	return Share{Start: part.start, End: whole.end, Part: part.value, Whole: whole.value, PartOverflow: true}, true
}

// numberedWords stand before a number that is a name.
var numberedWords = prose.SetOf("error errors status http code codes port version ticket issue step line lines page rule section chapter day")
