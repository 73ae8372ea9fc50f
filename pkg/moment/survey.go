package moment

import (
	"math"
	"strings"
)

// Survey is the places of a text where a stamp, a length of time or a number may begin. They are found
// in one pass, in which a byte costs a look at a table and a word a look at its first three letters. The
// zero Survey is that of no text; one Survey may be used for many texts, one after the other.
type Survey struct {
	text   string
	places []place
	number int // the first place that Number has not passed
}

// place is an offset and what may begin there.
type place struct {
	at  int
	may uint8
}

// What a byte is to a survey, and what may begin at a place.
const (
	aDigit   = 1 << iota // a number, a stamp or a length of time
	aLetter              // nothing by itself
	anOpener             // a letter: a stamp or a length of time that begins with a word
	aPart                // the first byte of ½
)

var surveyed = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case isDigit(b):
			t[c] = aDigit
		case isAlpha(b):
			t[c] = aLetter
			if strings.IndexByte("adefhjmnostw", b|0x20) >= 0 {
				t[c] |= anOpener
			}
		}
	}
	t[0xC2] = aPart
	return t
}()

// Of surveys another text.
func (v *Survey) Of(s string) *Survey {
	v.text, v.places, v.number = s, v.places[:0], 0
	for k := 0; k < len(s); {
		c := surveyed[s[k]]
		if c == aDigit || c == aPart || c&anOpener != 0 && wordOpens(s, k) {
			v.places = append(v.places, place{k, c})
		}
		k++
		if c == aDigit {
			k += alike(s[k:], aDigit)
		}
		if c&(aDigit|aLetter) != 0 {
			k += alike(s[k:], aLetter)
		}
	}
	return v
}

// alike is how many bytes of one kind a text begins with.
func alike(s string, kind uint8) int {
	for i := 0; i < len(s); i++ {
		if surveyed[s[i]]&kind == 0 {
			return i
		}
	}
	return len(s)
}

// wordOpens reports whether the word at k may begin a stamp or a length of time. Most words are ruled
// out by their first two letters.
func wordOpens(s string, k int) bool {
	if k+2 >= len(s) {
		return false
	}
	if isAlpha(s[k+1]) && !openPairs.open(s, k) {
		return false
	}
	return countTriples.open(s, k) || article(s, k) || proseWord(s, k)
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
		if p.at < from || p.may&aDigit != 0 && !measures(s, p.at) {
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
		if p := v.places[v.number]; p.at >= from && p.may&aDigit != 0 {
			return p.at
		}
	}
	return len(v.text)
}

// pairs are the first two letters of a set of words, which most other words do not begin with.
type pairs [26]uint32

func (t *pairs) add(word string) { t[word[0]-'a'] |= 1 << (word[1] - 'a') }

// open reports whether one of the words may begin at k.
func (t *pairs) open(s string, k int) bool {
	if k+1 >= len(s) {
		return false
	}
	a, b := s[k]|0x20-'a', s[k+1]|0x20-'a'
	return a < 26 && b < 26 && t[a]>>b&1 != 0
}

// triples are the first three letters of a set of words.
type triples [26][26]uint32

func triplesOf(words string) *triples {
	t := new(triples)
	for w := range strings.FieldsSeq(words) {
		t[w[0]-'a'][w[1]-'a'] |= 1 << (w[2] - 'a')
	}
	return t
}

// open reports whether one of the words may begin at k.
func (t *triples) open(s string, k int) bool {
	if k+2 >= len(s) {
		return false
	}
	a, b, c := s[k]|0x20-'a', s[k+1]|0x20-'a', s[k+2]|0x20-'a'
	return a < 26 && b < 26 && c < 26 && t[a][b]>>c&1 != 0
}

const (
	countWords = "one two three four five six seven eight nine ten eleven twelve fifteen thirty forty half"
	proseWords = `january february march april may june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday noon midnight`
)

var (
	countTriples = triplesOf(countWords)
	proseTriples = triplesOf(proseWords)
	openPairs    = func() (t pairs) {
		for w := range strings.FieldsSeq(countWords + " " + proseWords + " an") {
			t.add(w)
		}
		return t
	}()
)

// proseWord reports whether a word of running text may begin a stamp.
func proseWord(s string, k int) bool {
	return proseTriples.open(s, k) || s[k] == 'T' && k+2 < len(s) && (s[k+1] == '+' || dash(s, k+1) > 0)
}

// article reports whether "a" or "an" stands at k, which counts in "an hour".
func article(s string, k int) bool {
	if s[k]|0x20 != 'a' || k+2 >= len(s) {
		return false
	}
	n := 1
	if s[k+1]|0x20 == 'n' {
		n = 2
	}
	if isAlpha(s[k+n]) {
		return false
	}
	// Behind the blank a unit begins, or "half" or "quarter".
	return s[k+n] != ' ' || k+n+1 < len(s) && (!isAlpha(s[k+n+1]) || strings.IndexByte("mhsdwq", s[k+n+1]|0x20) >= 0)
}
