package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Share is a part of a whole with its percentage, as prose states all three: "1,240 of 52,000 card
// payments failed (2.4 %)". Start and End are places in the passage's text; At and AtEnd those of
// the percentage.
type Share struct {
	Start, End   int
	At, AtEnd    int
	Part, Whole  float64
	Percent      float64
	Decimals     int  // written behind the point of the percentage
	Approximate  bool // a number is rounded or qualified
	PartOverflow bool // the part is larger than the whole
}

// Is is the percentage that the part and the whole give, to the decimals of the one stated.
func (s *Share) Is() string {
	return strconv.FormatFloat(100*s.Part/s.Whole, 'f', s.Decimals, 64)
}

// Agrees reports whether the percentage is right, rounded in whichever direction; where a number is
// qualified, one in twenty may be missing.
func (s *Share) Agrees() bool {
	is := 100 * s.Part / s.Whole
	slack := math.Pow10(-s.Decimals)
	if s.Approximate {
		slack = max(slack, is/20)
	}
	return math.Abs(is-s.Percent) < slack+1e-9
}

const (
	numberPattern = `(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|thousand|million|billion)?\b`
	sharePattern  = `(about|around|approximately|approx\.?|roughly|nearly|almost|some|over|under|more than|less than|at least|up to|[~≈<>])?\s*(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)`
	ofPattern     = `\s+(?:out\s+)?of\s+((?:(?:the|all|our|its|a|total|about|around|roughly|approximately|some|over|these|those)\s+){0,3}[~≈]?)`
	wordsPattern  = `(?:\s+[a-zé'’-]+){0,7}`
)

var (
	shareAfter = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:^|[\s(~≈])` + numberPattern + `(?:\s+[a-z'’-]+){0,3}?` + ofPattern + numberPattern + wordsPattern + `,?\s*\(\s*` + sharePattern + `\s*\)`)
	})
	shareSlash = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:^|[\s(])` + numberPattern + `\s?/\s?()` + numberPattern + wordsPattern + `,?\s*\(\s*` + sharePattern + `\s*\)`)
	})
	shareBefore = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)` + sharePattern + `[a-z\s'’-]{0,60}\(\s*` + numberPattern + `(?:\s+[a-z'’-]+){0,3}?` + ofPattern + numberPattern + wordsPattern + `\s*\)`)
	})
)

// Shares finds the parts of a whole that a passage states together with their percentage.
func (p *Passage) Shares() []Share {
	text := p.Text
	if strings.IndexByte(text, '(') < 0 || !strings.Contains(text, "%") && !strings.Contains(text, "cent") {
		return nil
	}
	var out []Share
	add := func(m []int, part, of, whole, percent int) {
		word := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return strings.ToLower(text[m[2*i]:m[2*i+1]])
		}
		s := Share{Start: m[2*part], End: m[1], At: m[2*percent+2], AtEnd: m[2*percent+3]}
		var ok [3]bool
		s.Part, ok[0] = parseNumber(word(part), word(part+1))
		s.Whole, ok[1] = parseNumber(word(whole), word(whole+1))
		s.Percent, ok[2] = parseNumber(word(percent+1), "")
		if ok != [3]bool{true, true, true} || s.Whole == 0 {
			return
		}
		if i := strings.IndexByte(word(percent+1), '.'); i >= 0 {
			s.Decimals = len(word(percent+1)) - i - 1
		}
		s.Approximate = word(part+1) != "" || word(whole+1) != "" || word(percent) != "" || vague(text, s.Start) || boundBefore(text, s.Start) != 0
		for w := range strings.FieldsSeq(word(of)) {
			s.Approximate = s.Approximate || vagueWords()[w] || w == "over" || strings.ContainsAny(w, "~≈")
		}
		s.PartOverflow = s.Part > s.Whole
		out = append(out, s)
	}
	for _, m := range shareAfter().FindAllStringSubmatchIndex(text, -1) {
		add(m, 1, 3, 4, 6)
	}
	for _, m := range shareSlash().FindAllStringSubmatchIndex(text, -1) {
		add(m, 1, 3, 4, 6)
	}
	for _, m := range shareBefore().FindAllStringSubmatchIndex(text, -1) {
		add(m, 3, 5, 6, 1)
	}
	return out
}

func parseNumber(digits, scale string) (float64, bool) {
	n, end := readNumber(digits, 0)
	if end != len(digits) || end == 0 {
		return 0, false
	}
	if s := scaleWords[scale]; s != 0 {
		n *= s
	}
	return n, true
}
