package claim

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// countedWords are what impact is counted in. A number before another word is not a claim: most
// numbers in prose are versions, ports and names.
var countedWords = prose.SetOf(`user users customer customers account accounts organisation organisations organization organizations
	tenant tenants client clients merchant merchants subscriber subscribers visitor visitors people
	request requests call calls message messages event events email emails mail mails notification notifications
	order orders payment payments transaction transactions job jobs build builds record records row rows file files
	error errors failure failures exception exceptions ticket tickets case cases complaint complaints report reports
	session sessions login logins page pages query queries server servers host hosts node nodes pod pods instance instances
	update updates alert alerts crate crates package packages repository repositories post posts submission submissions
	companies businesses teams cardholders viewers parcels invoices bookings documents webhooks streams
	deployment deployments signup signups upload uploads download downloads image images response responses block blocks validator validators`)

var (
	codeWords  = prose.SetOf("error errors response responses") // "504 errors" names a kind of error
	currencies = prose.SetOf("usd eur gbp dollars euros pounds chf yen jpy dollar euro")
)

// quantityClaims finds counts ("1,200 customers"), shares ("54 %") and sums of money ("$1.2 million").
func (r *finder) quantityClaims(p *report.Passage, v *moment.Survey) {
	text := p.Text
	taken := r.taken(p)
	for i := v.Number(0); i < len(text); i = v.Number(i) {
		for len(taken) > 0 && taken[0].End <= i {
			taken = taken[1:]
		}
		if len(taken) > 0 && taken[0].Start <= i {
			i = taken[0].End
			continue
		}
		n, end := readNumber(text, i)
		if end == 0 || i > 0 && !quantityMayFollow(text, i) {
			for i < len(text) && (prose.Digit(text[i]) || prose.Letter(text[i]) || text[i] == '.' || text[i] == ',' || text[i] == ':') {
				i++
			}
			continue
		}
		i = r.quantity(p, n, i, end)
	}
}

// taken gives the parts of a passage that are durations and times: their numbers count nothing.
func (r *finder) taken(p *report.Passage) []source.Span {
	var out []source.Span
	for k := len(r.claims) - 1; k >= 0 && r.claims[k].Passage == p; k-- {
		out = append(out, source.Span{Start: r.claims[k].Start, End: r.claims[k].End})
	}
	slices.SortFunc(out, func(a, b source.Span) int { return a.Start - b.Start })
	return out
}

// quantity makes the claim of the number at text[start:end], if it is one, and says where to go on.
func (r *finder) quantity(p *report.Passage, n float64, start, end int) int {
	text := p.Text
	currency := currencyBefore(text, start)
	at := end
	next := skipBlank(text, at)
	word, wordEnd := prose.WordAt(text, next)
	if by := scale(word); by != 0 && (len(word) > 2 || next == at) {
		n *= by
		at = wordEnd
		next = skipBlank(text, at)
		word, wordEnd = prose.WordAt(text, next)
	}
	kind, unit, from, to := Kind(""), "", start, at
	switch {
	case currency != "":
		kind, unit, from = Money, strings.TrimSpace(currency), start-len(currency)
	case next < len(text) && text[next] == '%':
		kind, to = Percent, next+1
	case word == "percent":
		kind, to = Percent, wordEnd
	case word == "per" && strings.HasPrefix(text[min(wordEnd, len(text)):], " cent"):
		kind, to = Percent, wordEnd+5
	case currencies.Has(word):
		kind, unit, to = Money, word, wordEnd
	default:
		// Up to two words may stand between: "1,200 affected paying customers".
		for range 3 {
			if word == "" {
				break
			}
			if countedWords.Has(word) {
				if n < 400 || n > 599 || !codeWords.Has(word) {
					kind, unit, to = Count, word, wordEnd
				}
				break
			}
			if next = skipBlank(text, wordEnd); next == wordEnd {
				break
			}
			word, wordEnd = prose.WordAt(text, next)
		}
	}
	if kind == "" {
		return end
	}
	c := r.claim(kind, p, from, to)
	c.Low, c.High, c.Unit = n, n, unit
	before := leadIn(text, from)
	c.Approximate, c.Bound = before.vague(), before.bound()
	if kind == Count {
		c.Subject = affected(text, start, at, next, to)
	}
	return max(to, end)
}

// scale is what a word multiplies the number before it by, 0 if it does not.
func scale(word string) float64 {
	switch word {
	case "k", "thousand":
		return 1e3
	case "m", "mn", "million":
		return 1e6
	case "bn", "billion":
		return 1e9
	}
	return 0
}

// affected says whether the count text[start:end], whose unit begins at unit and whose number ends at
// number, speaks of those whom the incident hit: "affected 1,200 users", "1,200 affected users", "1,200
// users were affected". Where more is said of them, as in "300 users were affected by double charges",
// they are only some of those.
func affected(text string, start, number, unit, end int) Subject {
	hit := false
	w, at := prose.WordBefore(text, start)
	if w == "total" {
		hit = couldNot(text, at, end)
	}
	for i := 0; !hit && w != "" && i < 4; i++ {
		if hit = hitWords.Has(w); !hit && !vagueWords.Has(w) && !boundWords.Has(w) {
			break
		}
		w, at = prose.WordBefore(text, at)
	}
	for w := range strings.FieldsSeq(text[number:unit]) {
		hit = hit || hitWords.Has(strings.ToLower(w))
	}
	for at := end; !hit; {
		if w, at = prose.NextWord(text, at); hitWords.Has(w) {
			hit, end = true, at
		} else if !beingWords.Has(w) {
			return OfUnknown
		}
	}
	after := prose.WordsAfter(text, end, make([]string, 0, 3))
	if len(after) > 0 && partWords.Has(after[0]) && !(len(after) > 2 && (after[1] == "the" || after[1] == "this") && incidentWords.Has(after[2])) {
		return OfUnknown
	}
	return OfAffected
}

// couldNot reports whether "in" begins the sentence that text[:at] ends in, and "could not" stands behind
// text[:end]: "In total, 30 users could not pay".
func couldNot(text string, at, end int) bool {
	in, at := prose.WordBefore(text, at)
	first, _ := prose.WordBefore(text, at)
	after := prose.WordsAfter(text, end, make([]string, 0, 2))
	return in == "in" && first == "" && len(after) > 1 && after[0] == "could" && after[1] == "not"
}

var (
	hitWords   = prose.SetOf("affected affecting impacted impacting")
	boundWords = prose.SetOf("over exceeding least at than more fewer less under below most up to a total of")
	partWords  = prose.SetOf("by in on with who whose at via from of across that which while when because more less again")
	beingWords = prose.SetOf("were was are is have has had been being in total also directly potentially")
)

// readNumber reads 1200, 1,200, 1.2 and 0.27 at i. The end is 0 where the digits are part of
// something else: a date, a version, a clock time.
func readNumber(text string, i int) (n float64, end int) {
	j := i
	for j < len(text) && (prose.Digit(text[j]) || (text[j] == ',' || text[j] == '.') && j+1 < len(text) && prose.Digit(text[j+1])) {
		j++
	}
	if j < len(text) && (text[j] == ':' || text[j] == '-' || text[j] == '/') && j+1 < len(text) && prose.Digit(text[j+1]) {
		return 0, 0
	}
	s := text[i:j]
	if whole, ok := wholeNumber(s); ok {
		return float64(whole), j
	}
	if k := strings.IndexByte(s, ','); k >= 0 {
		for _, group := range strings.Split(strings.SplitN(s, ".", 2)[0], ",")[1:] {
			if len(group) != 3 {
				return 0, 0
			}
		}
		s = strings.ReplaceAll(s, ",", "")
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || len(s) > 18 {
		return 0, 0
	}
	return n, j
}

// wholeNumber reads what most numbers are: digits and nothing else, or in groups of three.
func wholeNumber(s string) (n int, ok bool) {
	grouped, size := false, 0
	for i := range len(s) {
		switch c := s[i]; {
		case prose.Digit(c):
			n = n*10 + int(c-'0')
			size++
		case c == ',' && (!grouped || size == 3):
			grouped, size = true, 0
		default:
			return 0, false
		}
	}
	return n, size > 0 && len(s) < 16 && (!grouped || size == 3)
}

// quantityMayFollow reports whether a number at i can be a quantity, from the byte before it.
func quantityMayFollow(text string, i int) bool {
	switch text[i-1] {
	case ' ', '\n', '\t', '(', '~', '>', '<', '*', '"', '\'', '$', '+', '[', '|':
		return true
	}
	return text[i-1] >= 0x80
}

// currencyBefore is the sign or the code of a currency that text[:i] ends in, with its blank.
func currencyBefore(text string, i int) string {
	if i == 0 {
		return ""
	}
	var may []string
	switch c := text[i-1]; {
	case c == '$':
		return "$"
	case c >= 0x80:
		may = currencySigns
	case c == ' ':
		may = currencyCodes
	}
	for _, c := range may {
		if strings.HasSuffix(text[:i], c) && (i == len(c) || !prose.Letter(text[i-len(c)-1]) || c[0] >= 0x80) {
			return c
		}
	}
	return ""
}

var (
	currencySigns = []string{"€", "£", "¥"}
	currencyCodes = []string{"EUR ", "USD ", "GBP ", "CHF "}
)

func skipBlank(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '-') {
		i++
	}
	return i
}
