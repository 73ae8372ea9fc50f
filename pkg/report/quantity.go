package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// countedWords are what impact is counted in. A number before another word is not a claim: most
// numbers in prose are versions, ports and names.
var countedWords = wordSet(`user users customer customers account accounts organisation organisations organization organizations
	tenant tenants client clients merchant merchants subscriber subscribers visitor visitors people
	request requests call calls message messages event events email emails mail mails notification notifications
	order orders payment payments transaction transactions job jobs build builds record records row rows file files
	error errors failure failures exception exceptions ticket tickets case cases complaint complaints report reports
	session sessions login logins page pages query queries server servers host hosts node nodes pod pods instance instances
	update updates alert alerts crate crates package packages repository repositories post posts submission submissions
	deployment deployments signup signups upload uploads download downloads image images response responses block blocks validator validators`)

var (
	vagueWords = wordSet("about around approximately roughly nearly almost circa ca some estimated approx")
	codeWords  = wordSet("error errors response responses") // "504 errors" names a kind of error
	scaleWords = map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3, "m": 1e6, "bn": 1e9, "mn": 1e6}
	currencies = wordSet("usd eur gbp dollars euros pounds chf yen jpy dollar euro")
)

// quantityClaims finds counts ("1,200 customers"), shares ("54 %") and sums of money ("$1.2 million").
func (r *Report) quantityClaims(p *Passage, v *moment.Survey) {
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
			for i < len(text) && (digit(text[i]) || letter(text[i]) || text[i] == '.' || text[i] == ',' || text[i] == ':') {
				i++
			}
			continue
		}
		i = r.quantity(p, n, i, end)
	}
}

// taken gives the parts of a passage that are durations and times: their numbers count nothing.
func (r *Report) taken(p *Passage) []source.Span {
	var out []source.Span
	for k := len(r.Claims) - 1; k >= 0 && r.Claims[k].Passage == p; k-- {
		out = append(out, source.Span{Start: r.Claims[k].Start, End: r.Claims[k].End})
	}
	slices.SortFunc(out, func(a, b source.Span) int { return a.Start - b.Start })
	return out
}

// quantity makes the claim of the number at text[start:end], if it is one, and says where to go on.
func (r *Report) quantity(p *Passage, n float64, start, end int) int {
	text := p.Text
	currency := currencyBefore(text, start)
	at := end
	if w, e := wordAt(text, skipBlank(text, at)); scaleWords[w] != 0 && (len(w) > 2 || e-len(w) == at) {
		n *= scaleWords[w]
		at = e
	}
	kind, unit, from, to := ClaimKind(""), "", start, at
	next := skipBlank(text, at)
	word, wordEnd := wordAt(text, next)
	switch {
	case currency != "":
		kind, unit, from = ClaimMoney, strings.TrimSpace(currency), start-len(currency)
	case next < len(text) && text[next] == '%':
		kind, to = ClaimPercent, next+1
	case word == "percent":
		kind, to = ClaimPercent, wordEnd
	case word == "per" && strings.HasPrefix(text[min(wordEnd, len(text)):], " cent"):
		kind, to = ClaimPercent, wordEnd+5
	case currencies()[word]:
		kind, unit, to = ClaimMoney, word, wordEnd
	default:
		// Up to two words may stand between: "1,200 affected paying customers".
		for range 3 {
			if word == "" {
				break
			}
			if countedWords()[word] {
				if n < 400 || n > 599 || !codeWords()[word] {
					kind, unit, to = ClaimCount, word, wordEnd
				}
				break
			}
			if next = skipBlank(text, wordEnd); next == wordEnd {
				break
			}
			word, wordEnd = wordAt(text, next)
		}
	}
	if kind == "" {
		return end
	}
	c := r.claim(kind, p, from, to)
	c.Low, c.High, c.Unit = n, n, unit
	c.Approximate, c.Bound = vague(text, from), boundBefore(text, from)
	if kind == ClaimCount {
		c.Subject = affected(text, start, to)
	}
	return max(to, end)
}

// boundBefore reads the words before text[at] that leave a number open to one side.
func boundBefore(text string, at int) moment.Bound {
	before := wordsBefore(text, at, make([]string, 0, 2))
	if len(before) == 0 {
		return moment.Exactly
	}
	second := ""
	if len(before) > 1 {
		second = before[1]
	}
	switch w := before[0]; {
	case w == "over", w == "exceeding", w == "least", w == "than" && (second == "more" || second == "greater" || second == "higher"):
		return moment.AtLeast
	case w == "under", w == "below", w == "most", w == "to" && second == "up", w == "than" && (second == "fewer" || second == "less"):
		return moment.AtMost
	}
	if b := strings.TrimRight(text[:at], " "); strings.HasSuffix(b, ">") {
		return moment.AtLeast
	} else if strings.HasSuffix(b, "<") {
		return moment.AtMost
	}
	return moment.Exactly
}

// affected says whether the count text[start:end] speaks of those whom the incident hit: "affected
// 1,200 users", "1,200 affected users", "1,200 users were affected". Where more is said of them, as
// in "300 users were affected by double charges", they are only some of those.
func affected(text string, start, end int) Subject {
	after := wordsAfter(text, end, make([]string, 0, 8))
	before := wordsBefore(text, start, make([]string, 0, 4))
	hit := len(before) == 2 && before[0] == "total" && before[1] == "in" && len(after) > 1 && after[0] == "could" && after[1] == "not"
	for i, w := range before {
		if hit = hit || hitWords()[w]; hit || !vagueWords()[w] && !boundWords()[w] || i == 3 {
			break
		}
	}
	for w := range strings.FieldsSeq(text[start:end]) {
		hit = hit || hitWords()[strings.ToLower(w)]
	}
	for i, w := range after {
		if !hit && hitWords()[w] {
			hit, after = true, after[i+1:]
			break
		}
		if !beingWords()[w] {
			break
		}
	}
	if !hit || len(after) > 0 && partWords()[after[0]] && !(len(after) > 2 && (after[1] == "the" || after[1] == "this") && incidentWords()[after[2]]) {
		return OfUnknown
	}
	return OfAffected
}

var (
	hitWords   = wordSet("affected affecting impacted impacting")
	boundWords = wordSet("over exceeding least at than more fewer less under below most up to a total of")
	partWords  = wordSet("by in on with who whose at via from of across that which while when because more less again")
	beingWords = wordSet("were was are is have has had been being in total also directly potentially")
)

// vague reports whether the words before text[at] make a number approximate: "about 40", "~40".
func vague(text string, at int) bool {
	for _, w := range wordsBefore(text, at, make([]string, 0, 2)) {
		if vagueWords()[w] {
			return true
		}
	}
	b := strings.TrimRight(text[:at], " ")
	return strings.HasSuffix(b, "~") || strings.HasSuffix(b, "≈")
}

// readNumber reads 1200, 1,200, 1.2 and 0.27 at i. The end is 0 where the digits are part of
// something else: a date, a version, a clock time.
func readNumber(text string, i int) (n float64, end int) {
	j := i
	for j < len(text) && (digit(text[j]) || (text[j] == ',' || text[j] == '.') && j+1 < len(text) && digit(text[j+1])) {
		j++
	}
	if j < len(text) && (text[j] == ':' || text[j] == '-' || text[j] == '/') && j+1 < len(text) && digit(text[j+1]) {
		return 0, 0
	}
	s := text[i:j]
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

// quantityMayFollow reports whether a number at i can be a quantity, from the byte before it.
func quantityMayFollow(text string, i int) bool {
	switch text[i-1] {
	case ' ', '\n', '\t', '(', '~', '>', '<', '*', '"', '\'', '$', '+', '[', '|':
		return true
	}
	return text[i-1] >= 0x80
}

func currencyBefore(text string, i int) string {
	for _, c := range []string{"$", "€", "£", "¥"} {
		if strings.HasSuffix(text[:i], c) {
			return c
		}
	}
	for _, c := range []string{"EUR ", "USD ", "GBP ", "CHF "} {
		if strings.HasSuffix(text[:i], c) && (i == len(c) || !letter(text[i-len(c)-1])) {
			return c
		}
	}
	return ""
}

func wordAt(text string, i int) (string, int) {
	j := i
	for j < len(text) && letter(text[j]) {
		j++
	}
	return strings.ToLower(text[i:j]), j
}

func skipBlank(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '-') {
		i++
	}
	return i
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
