package claim

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
	"math"
	"strconv"
	"strings"
)

// Share is a part of a whole with its percentage, as prose states all three: "1,240 of 52,000 card
// payments failed (2.4 %)", "a third of all payments (340 of 1,240)". Start and End are places in the passage's
// text; At and AtEnd those of the percentage.
type Share struct {
	Passage      *report.Passage
	Start, End   int
	At, AtEnd    int
	Part, Whole  float64
	Percent      float64
	Decimals     int  // written behind the point of the percentage
	Approximate  bool // a number is rounded or qualified
	Worded       bool // the percentage is a word: half, a third
	PartOverflow bool // the part is larger than the whole

	loose      bool // the percentage is qualified
	complement bool // the percentage may be that of the other part
}

// Is is the percentage that the part and the whole give, to the decimals of the one stated.
func (s *Share) Is() string {
	return strconv.FormatFloat(100*s.Part/s.Whole, 'f', s.Decimals, 64)
}

// Agrees reports whether the percentage is right, rounded in whichever direction; where a number is
// qualified one in twenty may be missing, where the percentage is, three. Beside what is left, "2 GB free of 150 (99 % full)", the percentage
// may be that of the other part.
func (s *Share) Agrees() bool {
	is := 100 * s.Part / s.Whole
	slack := math.Pow10(-s.Decimals)
	switch {
	case s.loose:
		slack = max(slack, is*15/100)
	case s.Approximate:
		slack = max(slack, is/20)
	}
	if s.complement && math.Abs(100-is-s.Percent) < slack+1e-9 {
		return true
	}
	return math.Abs(is-s.Percent) < slack+1e-9
}

// Shares finds the parts of a whole that the report states together with their percentage.
func Shares(r *report.Report) []Share {
	var out []Share
	for _, passage := range r.Passages {
		if p := (figures{passage}); !p.Quoted && p.mayShare() {
			out = p.shares(out)
		}
	}
	return out
}

// figures are the numbers of a passage and what stands between them.
type figures struct{ *report.Passage }

// mayShare reports whether a passage has the numbers of a share, and what may be a percentage.
func (p figures) mayShare() bool {
	text := p.Text
	numbers := p.Numbers()
	if numbers < 2 {
		return false
	}
	if strings.IndexByte(text, '%') < 0 && prose.IndexBy(text, "cent", 0) < 0 && !fractional(text) {
		return mayOverflow(text)
	}
	return (numbers > 2 || fractional(text)) && (mayPair(text) || strings.Contains(text, "from "))
}

func (p figures) shares(out []Share) []Share {
	r := shareReader{text: p.Text, t: shareTokens(p.Text)}
	for i := range r.t {
		s, ok := Share{}, false
		switch t := &r.t[i]; {
		case t.kind == 'n':
			var m sharePair
			if m, ok = r.pair(i); ok {
				if s, ok = r.share(m); !ok {
					s, ok = r.overflow(m)
				}
			}
		case t.kind == 'p' || t.kind == 'f':
			s, ok = r.mentioned(i)
		case t.kind == 'w' && t.word == "from":
			s, ok = r.change(i)
		}
		if ok {
			s.Passage = p.Passage
			out = append(out, s)
		}
	}
	return out
}

// mayOverflow reports whether a number stands behind "out of", "of the" or the like.
func mayOverflow(text string) bool {
	for {
		i := prose.IndexBy(text, " of ", 2)
		if i < 0 {
			return false
		}
		out := strings.HasSuffix(text[:i], " out")
		text = text[i+len(" of "):]
		word, end := prose.WordAt(text, 0)
		if at := skipBlank(text, end); (word == "" && out || wholeDeterminers.Has(word)) && at < len(text) && prose.Digit(text[at]) {
			return true
		}
	}
}

// mayPair reports whether a number of the text may be a part or a whole by the few words around it, which
// costs less than to take all of the text apart.
func mayPair(text string) bool {
	for i := 0; i < len(text); i++ {
		if !prose.Digit(text[i]) {
			continue
		}
		if standsAsWhole(text, i) || leadsToWhole(text, i) {
			return true
		}
		for i < len(text) && prose.Digit(text[i]) {
			i++
		}
	}
	return false
}

// standsAsWhole reports whether "of", "of all our", "of about" or the like stand before a number.
func standsAsWhole(text string, i int) bool {
	for {
		for i > 0 && strings.IndexByte(" \n\t*_", text[i-1]) >= 0 {
			i--
		}
		end := i
		for i > 0 && (prose.Letter(text[i-1]) || prose.Digit(text[i-1]) || text[i-1] == '\'' || text[i-1] == '-') {
			i--
		}
		word := strings.ToLower(text[i:end])
		if word == "of" || !wholeDeterminers.Has(word) && !shareQualifiers.Has(word) {
			return word == "of"
		}
	}
}

// leadsToWhole reports whether what follows a number may lead to the whole that it is a part of: a slash, a
// bracket, or one of a few words.
func leadsToWhole(text string, i int) bool {
	for i < len(text) && (prose.Digit(text[i]) || (text[i] == ',' || text[i] == '.') && i+1 < len(text) && prose.Digit(text[i+1])) {
		i++
	}
	for range 8 {
		for i < len(text) && strings.IndexByte(" \n\t*_", text[i]) >= 0 {
			i++
		}
		start := i
		for i < len(text) && (prose.Letter(text[i]) || prose.Digit(text[i]) || text[i] == '\'' || text[i] == '-') {
			i++
		}
		switch word := text[start:i]; {
		case word == "":
			return i < len(text) && (text[i] == '/' || text[i] == '(')
		case len(word) <= 3 && (strings.EqualFold(word, "of") || strings.EqualFold(word, "out") || strings.EqualFold(word, "in")):
			return true
		}
	}
	return false
}

// fractional reports whether a text holds one of the words for shares.
func fractional(text string) bool {
	return prose.IndexBy(text, "half", 3) >= 0 || prose.IndexBy(text, "Half", 0) >= 0 || prose.IndexBy(text, "third", 4) >= 0 ||
		prose.IndexBy(text, "quarter", 0) >= 0 || prose.IndexBy(text, " fifth", 1) >= 0 || prose.IndexBy(text, " tenth", 5) >= 0
}

// shareToken is a number ('n'), a percentage ('p'), a word for one ('f'), another word ('w') or a sign, which is its own kind.
type shareToken struct {
	kind       byte
	start, end int
	value      float64
	decimals   int
	rounded    bool // written with thousand, k or the like
	word       string
}

func shareTokens(text string) []shareToken {
	out := make([]shareToken, 0, 8+len(text)/5)
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case prose.Digit(c):
			t := shareNumber(text, i)
			out = append(out, t)
			i = t.end
		case prose.Letter(c) && (c < 0x80 || !strings.HasPrefix(text[i:], "–") && !strings.HasPrefix(text[i:], "—") && !strings.HasPrefix(text[i:], "≈")):
			end := i
			for end < len(text) && (prose.Letter(text[end]) || text[end] == '\'' || prose.Digit(text[end]) || text[end] == '-' && end+1 < len(text) && prose.Letter(text[end+1])) {
				end++
			}
			t := shareToken{kind: 'w', start: i, end: end, word: strings.ToLower(text[i:end])}
			if n := len(out); fractionOf(t.word) != 0 && n > 0 && out[n-1].kind == 'w' && fractionCount(out[n-1].word) != 0 {
				t.value, t.start = fractionOf(t.word)*fractionCount(out[n-1].word), out[n-1].start
				t.kind, out = 'f', out[:n-1]
			} else if t.word == "half" {
				t.kind, t.value = 'f', 50
			}
			out = append(out, t)
			i = end
		case c == ' ' || c == '\n' || c == '\t' || c == '*' || c == '_':
			i++
		case strings.HasPrefix(text[i:], "–"), strings.HasPrefix(text[i:], "—"):
			out = append(out, shareToken{kind: '-', start: i, end: i + 3})
			i += 3
		case strings.HasPrefix(text[i:], "≈"):
			out = append(out, shareToken{kind: '~', start: i, end: i + 3})
			i += 3
		default:
			out = append(out, shareToken{kind: c, start: i, end: i + 1})
			i++
		}
	}
	return out
}

// fractionOf is the percentage that a word for a fraction stands for, 0 for any other word.
func fractionOf(word string) float64 {
	switch word {
	case "third", "thirds":
		return 100. / 3
	case "quarter", "quarters":
		return 25
	case "fifth":
		return 20
	case "tenth":
		return 10
	}
	return 0
}

// fractionCount is how many fractions a word before them says there are.
func fractionCount(word string) float64 {
	switch word {
	case "a", "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	}
	return 0
}

// shareNumber reads the number at i with its scale and its percent sign; digits that are part of something else, a date or
// a version, are a token of no use.
func shareNumber(text string, i int) shareToken {
	n, end := readNumber(text, i)
	slash := 0
	for j := i; j < len(text) && (prose.Digit(text[j]) || text[j] == ','); j++ {
		slash = j + 1
	}
	if end == 0 && slash < len(text) && text[slash] == '/' { // 340/1,240
		n, end = readNumber(text[:slash], i)
	}
	if end == 0 || i > 0 && (prose.Letter(text[i-1]) || text[i-1] == '.' || text[i-1] == '$' || text[i-1] == '-' && i > 1 && text[i-2] != ' ') {
		for end = i; end < len(text) && (prose.Digit(text[end]) || prose.Letter(text[end]) || strings.IndexByte(".,:-/", text[end]) >= 0 && end+1 < len(text) && prose.Digit(text[end+1])); end++ {
		}
		return shareToken{kind: '?', start: i, end: end}
	}
	t := shareToken{kind: 'n', start: i, end: end, value: n}
	if k := strings.IndexByte(text[i:end], '.'); k >= 0 {
		t.decimals = end - i - k - 1
	}
	next := skipBlank(text, end)
	word, after := prose.WordAt(text, next)
	switch {
	case next < len(text) && text[next] == '%':
		t.kind, t.end = 'p', next+1
	case word == "percent":
		t.kind, t.end = 'p', after
	case word == "per" && strings.HasPrefix(text[after:], " cent"):
		t.kind, t.end = 'p', after+5
	case scale(word) != 0 && (len(word) > 2 || next == end):
		t.value, t.rounded, t.end = n*scale(word), true, after
	case end < len(text) && prose.Letter(text[end]):
		t.kind = '?'
		for t.end < len(text) && (prose.Letter(text[t.end]) || prose.Digit(text[t.end])) {
			t.end++
		}
	}
	return t
}
