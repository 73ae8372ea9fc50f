package claim

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"strings"
)

// shareReader finds, among the tokens of a passage, a part with its whole, and the percentage that is theirs.
type shareReader struct {
	text string
	t    []shareToken
}

// sharePair is a part and its whole; the tokens of the two reach from first to before next.
type sharePair struct {
	part, whole int
	first, next int
	percent     int // inside the pair: "340 (35 %) of 1,240"; -1 if none is
	slash, in   bool
	approximate bool
}

var (
	wholeDeterminers = prose.SetOf("the all our its their a total these those")
	shareQualifiers  = prose.SetOf("about around approximately approx roughly nearly almost some over under more less than at least up to")
	// Left beside a whole they make the percentage that of the other part.
	leftWords = prose.SetOf("free left remaining unused spare available")
	// Between a percentage and "(12 of 40)" they say that it is of something else: "95 % CPU on most nodes (3 of 4)".
	otherwiseWords = prose.SetOf("on for during at with within above since after to in from by cpu memory load")
)

func (r *shareReader) kind(i int) byte {
	if i < 0 || i >= len(r.t) {
		return 0
	}
	return r.t[i].kind
}

func (r *shareReader) is(i int, word string) bool { return r.kind(i) == 'w' && r.t[i].word == word }

// words moves over at most n words that do not lead to a whole.
func (r *shareReader) words(i, n int) int {
	for ; n > 0 && r.kind(i) == 'w' && r.t[i].word != "of" && r.t[i].word != "out"; n-- {
		i++
	}
	return i
}

// determined moves over "all our", "about".
func (r *shareReader) determined(i int) (next int, approximate bool) {
	for n := 0; n < 4; n++ {
		switch {
		case r.kind(i) == '~', r.kind(i) == 'w' && shareQualifiers.Has(r.t[i].word):
			approximate = true
		case r.kind(i) == 'w' && wholeDeterminers.Has(r.t[i].word):
		default:
			return i, approximate
		}
		i++
	}
	return i, approximate
}

// pair reads the part and the whole that begin with the number at token i.
func (r *shareReader) pair(i int) (m sharePair, ok bool) {
	m = sharePair{part: i, first: i, percent: -1}
	j := i + 1
	switch {
	case r.kind(j) == '/' && r.kind(j+1) == 'n' && r.t[j].start-r.t[i].end < 2:
		m.whole, m.slash = j+1, true
	case r.is(j, "in") && r.kind(j+1) == 'n':
		m.whole, m.in = j+1, true
	case r.follows(i):
		// "of 10,000 requests, 1,200 failed": the whole comes first
		if j = r.words(i+1, 3); j == i+1 {
			return m, false
		}
		if r.kind(j) == ',' {
			j++
		}
		if r.kind(j) != 'n' {
			return m, false
		}
		m.whole, m.part = i, j
		m.next = j + 1
		return m, r.counts(i)
	default:
		j = r.words(j, 3)
		if r.kind(j) == '(' && r.kind(j+1) == 'p' && r.kind(j+2) == ')' {
			m.percent = j + 1
			j += 3
		}
		if k := r.stated(j); k > 0 { // "18,400 labels failed, which is 20 % of the 92,000"
			m.percent = k
			j = k + 1
		}
		if r.is(j, "out") {
			j++
		}
		if !r.is(j, "of") {
			return m, false
		}
		if j, m.approximate = r.determined(j + 1); r.kind(j) != 'n' {
			return m, false
		}
		m.whole = j
	}
	m.next = m.whole + 1
	return m, r.counts(m.whole)
}

// stated is the percentage that ", which is" or ", or" at token i leads to; -1 if they do not.
func (r *shareReader) stated(i int) int {
	if r.kind(i) != ',' {
		return -1
	}
	switch {
	case r.is(i+1, "which") && (r.is(i+2, "is") || r.is(i+2, "was")):
		i += 3
	case r.is(i+1, "or"):
		i += 2
	default:
		return -1
	}
	if r.kind(i) == 'w' && shareQualifiers.Has(r.t[i].word) {
		i++
	}
	if r.kind(i) != 'p' {
		return -1
	}
	return i
}

// follows reports whether the number at token i is a whole by what stands before it, at the head of a clause: "Of our 10,000".
func (r *shareReader) follows(i int) bool {
	for i--; r.kind(i) == 'w' && (wholeDeterminers.Has(r.t[i].word) || shareQualifiers.Has(r.t[i].word)); i-- {
	}
	if !r.is(i, "of") {
		return false
	}
	if i--; r.is(i, "out") {
		i--
	}
	switch r.kind(i) {
	case 0, '(', '.', ',', ';', ':':
		return true
	}
	return false
}

// counts reports whether the number at token i counts a whole, and not those that something belongs to: "40 customers' emails".
func (r *shareReader) counts(i int) bool {
	for n := 0; n < 2 && r.kind(i+1+n) == 'w'; n++ {
		if w := r.t[i+1+n].word; strings.HasSuffix(w, "'") || strings.HasSuffix(w, "’") || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			return false
		}
	}
	return true
}

// share finds the percentage of a pair: in it, behind it or, if the pair stands in brackets, before it.
func (r *shareReader) share(m sharePair) (s Share, ok bool) {
	percent, end, from := m.percent, m.next, m.first
	switch {
	case percent >= 0:
	case r.kind(m.first-1) == '(' && r.kind(r.words(m.next, 8)) == ')':
		end = r.words(m.next, 8)
		if percent = r.ahead(m.first - 2); percent < 0 {
			return s, false
		}
		from = percent
	default:
		if percent, end = r.behind(r.words(m.next, 8)); percent < 0 {
			return s, false
		}
	}
	part, whole, p := r.t[m.part], r.t[m.whole], r.t[percent]
	s = Share{Start: r.t[m.first].start, End: r.t[end-1].end, At: p.start, AtEnd: p.end, Part: part.value, Whole: whole.value, Percent: p.value, Decimals: p.decimals}
	if s.Worded = p.kind == 'f'; !s.Worded {
		for s.AtEnd = s.At; s.AtEnd < p.end && (prose.Digit(r.text[s.AtEnd]) || r.text[s.AtEnd] == '.'); s.AtEnd++ {
		}
	}
	qualified := r.kind(percent-1) == '~' || r.kind(percent-1) == '<' || r.kind(percent-1) == '>' || r.kind(percent-1) == 'w' && shareQualifiers.Has(r.t[percent-1].word)
	s.loose = qualified || s.Worded
	s.Approximate = m.approximate || m.in || part.rounded || whole.rounded || s.loose || !leadIn(r.text, s.Start).exact()
	s.PartOverflow = s.Part > s.Whole
	for k := from; k < end; k++ {
		s.complement = s.complement || r.kind(k) == 'w' && leftWords.Has(r.t[k].word)
	}
	if s.Whole == 0 || s.PartOverflow && (m.slash || m.in || s.Worded) {
		return s, false
	}
	return s, true
}

// behind reads ", i.e. 35 %", " (about 35 %)" and " - 35 %" at token i, and what ends it.
func (r *shareReader) behind(i int) (percent, end int) {
	comma := r.kind(i) == ','
	if comma {
		i++
	}
	bracket := r.kind(i) == '('
	if !comma && !bracket {
		if k := r.alternative(i); k > 0 {
			return k, k + 1
		}
	}
	switch {
	case bracket, !comma && (r.kind(i) == '-' || r.kind(i) == ':'):
		i++
	case !comma:
		return -1, 0
	case r.is(i, "or"):
		i++
	case r.is(i, "which") && (r.is(i+1, "is") || r.is(i+1, "was")):
		i += 2
	case r.is(i, "i") && r.kind(i+1) == '.' && r.is(i+2, "e"):
		for i += 3; r.kind(i) == '.' || r.kind(i) == ','; i++ {
		}
	case r.is(i, "ie"):
		i++
	}
	for n := 0; n < 3 && (r.kind(i) == '~' || r.kind(i) == '<' || r.kind(i) == '>' || r.kind(i) == 'w' && shareQualifiers.Has(r.t[i].word)); n++ {
		i++
	}
	if r.kind(i) != 'p' && !(r.kind(i) == 'f' && comma) {
		return -1, 0
	}
	switch r.kind(i + 1) {
	case ')':
		return i, i + 2
	case 0, '.', ',', ';':
		if !bracket {
			return i, i + 1
		}
	}
	return -1, 0
}

// alternative is the percentage of "payments or about 10 %" whose words before it end at token i; 0 if there is none.
func (r *shareReader) alternative(i int) int {
	if r.kind(i) != 'p' || r.is(i+1, "of") {
		return 0
	}
	for k := i - 1; r.kind(k) == 'w'; k-- {
		if r.t[k].word == "or" {
			return i
		}
		if !shareQualifiers.Has(r.t[k].word) {
			break
		}
	}
	return 0
}

// ahead finds the percentage before "(12 of 40)", back from token i.
func (r *shareReader) ahead(i int) int {
	for n := 0; n < 9 && i >= 0; n++ {
		switch k := r.t[i]; {
		case k.kind == 'p' || k.kind == 'f':
			return i
		case k.kind != 'w' || otherwiseWords.Has(k.word):
			return -1
		}
		i--
	}
	return -1
}
