package guard

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// properNames takes from prose the names that stand on no list: customers, suppliers, code names,
// surnames, products. A word with a capital is one unless it is a word of the language; at the head of
// a sentence, where every word has its capital, also only if the text writes it nowhere without.
func (c *termCollector) properNames(v *reading, why string) {
	text := string(v.text)
	take := func(t term, at []int) {
		c.at = source.Span{Start: int(v.at[at[0]]), End: int(v.at[at[1]])}
		t.text, t.why = text[at[0]:at[1]], why
		c.addTerm(t)
	}
	spoken := speech{v.text, nil}
	if c.lines.of != nil {
		spoken.words = wordsIn(v.text)
	}
	small := map[string]bool{}
	for _, m := range smallWord().FindAllString(text, -1) {
		small[m] = true
	}
	for _, at := range capitalised().FindAllStringIndex(text, -1) {
		s := text[at[0]:at[1]]
		low := strings.ToLower(s)
		in := c.lines.at(at[0])
		if in != nil && (in.small(low) || in.heads(v.text, at[0]) && !insideName(text, at[0], at[1]) && !widelyKnown(low)) {
			if c.namedIn(in, spoken, at[0], low) {
				take(term{class: Name, capitals: true}, at)
			}
			continue
		}
		if !insideName(text, at[0], at[1]) && prefixed(low) {
			heads, apart := prose.HeadsSentence(text, at[0]), setApart(text, at[0], at[1])
			if !heads || apart || acts([]byte(text[at[1]:min(len(text), at[1]+40)])) {
				take(term{class: Name, capitals: true, subject: heads && !apart}, at)
			}
			continue
		}
		if insideName(text, at[0], at[1]) && !assignedTo(text, at[0], at[1]) || behindSaint(text, at[0]) || wordlist.English(low) || wordlist.Product(low) || wordlist.Brand(low) || prose.HeadsSentence(text, at[0]) && small[low] {
			continue
		}
		aside := wordlist.InDictionary(low) && inRun(text, at[0], at[1]) // "Summit" of "Summit Outdoor Group"
		take(term{class: Name, capitals: aside || in != nil, subject: aside}, at)
	}
	for _, at := range capitalWords().FindAllStringIndex(text, -1) {
		in := c.lines.at(at[0])
		if first, _, _ := strings.Cut(text[at[0]:at[1]], " "); in == nil && wordlist.Ordinary(strings.ToLower(first)) || in.small(strings.ToLower(first)) {
			at[0] += len(first) + 1
		}
		if in != nil && inHeading(text, at[0]) {
			continue
		}
		if s := text[at[0]:at[1]]; strings.Contains(s, " ") && !wordlist.AllEnglish(strings.ReplaceAll(s, " ", "-")) && !c.familiar(s) && !insideName(text, at[0], at[1]) {
			take(term{class: Name, capitals: in != nil}, at)
		}
	}
	for _, at := range undertaking().FindAllStringSubmatchIndex(text, -1) {
		take(term{class: Codename}, at[:2])
		take(term{class: Codename, capitals: wordlist.AllEnglish(strings.ReplaceAll(text[at[2]:at[3]], " ", "-"))}, at[2:4])
	}
	for _, at := range capitalRun().FindAllStringSubmatchIndex(text, -1) {
		for _, w := range []string{"The ", "In ", "On ", "At ", "An ", "Our ", "Use "} { // a title that is quoted
			if strings.HasPrefix(text[at[2]:at[3]], w) {
				at[2] += len(w)
			}
		}
		at[2] += c.lines.at(at[2]).lead(text[at[2]:at[3]])
		if at[2] == at[3] {
			continue
		}
		if whole := wholeRun(text, at[2]); !c.familiar(text[at[2]:at[3]]) && (whole == at[2] || !c.familiar(text[whole:at[3]])) && !inHeading(text, at[0]) { // where every word may have its capital
			if first, _, _ := strings.Cut(text[whole:at[3]], " "); strings.ToUpper(first) == first {
				at[2] = whole // "ACME Load Balancer Controller"
			}
			take(term{class: Name, capitals: true}, at[2:4])
		}
	}
	for _, m := range codeSpans().FindAllSubmatchIndex(v.text, -1) {
		if s := text[m[2]:m[3]]; writtenAsName().MatchString(s) && !c.familiar(s) {
			take(term{class: Name, capitals: true}, m[2:4])
		}
	}
	for _, block := range codeBlocks().FindAllStringSubmatchIndex(text, -1) {
		for _, m := range lineOfName().FindAllStringSubmatchIndex(text[block[2]:block[3]], -1) {
			if at := []int{block[2] + m[2], block[2] + m[3]}; ownRun(text[at[0]:at[1]]) {
				take(term{class: Name, capitals: true}, at)
			}
		}
	}
	if v.how == "base64" || v.how == "hexadecimal" { // nobody packs what may be read
		for _, m := range lineOfName().FindAllStringSubmatchIndex(text, -1) {
			if !c.familiar(text[m[2]:m[3]]) {
				take(term{class: Name, capitals: true}, m[2:4])
			}
		}
	}
	for _, at := range hyphenated().FindAllStringIndex(text, -1) {
		s := text[at[0]:at[1]]
		switch {
		case insideName(text, at[0], at[1]) || region(s) || usually(strings.ToLower(s)):
		case c.lines.at(at[0]) != nil && (s != strings.ToLower(s) || !systemCompound(s)): // "Nachrichten-System", "apres-midi"
		case !wordlist.AllEnglish(s):
			take(term{class: Name}, at)
		case namesMachinery(s):
			take(term{class: Service}, at)
		case joinedAsName(strings.ToLower(s)) && (strings.Count(s, "-") > 1 || manyUrgent(strings.ToLower(s)) || standsAsName(text, at[0], at[1])):
			take(term{class: Service}, at)
		case slices.ContainsFunc(wordlist.Parts(s), func(w string) bool { return figurative()[w] }):
			take(term{class: Codename}, at) // "amber-badger"
		}
	}
}

// wholeRun is where the words with capitals begin of which a run that ends at most of them is cut out: "Amazon" at the head
// of a sentence, "AWS Load Balancer Controller".
func wholeRun(text string, at int) int {
	for at > 1 && text[at-1] == ' ' {
		from := strings.LastIndexAny(text[:at-1], " \t\n(\"*_`") + 1
		if from == at-1 || !upper(text[from]) || !letter(text[at-2]) {
			break
		}
		at = from
	}
	return at
}

// prefixed reports whether a word, in lower case, is one of the language only for what it begins with, as "Unlimit" is: a
// name may be made so too.
func prefixed(low string) bool {
	return wordlist.English(low) && !wordlist.Inflected(low) && !wordlist.Product(low) && !wordlist.Brand(low)
}

// setApart reports whether nothing but text[start:end] stands in marks: "Unlimit", `Unlimit`, [Unlimit].
func setApart(text string, start, end int) bool {
	return start > 0 && end < len(text) && strings.IndexByte("\"`[", text[start-1]) >= 0 && strings.IndexByte("\"`]", text[end]) >= 0
}

// ownRun reports whether a run of words with capitals begins with one that nothing explains, or that undertakings are named
// after.
func ownRun(run string) bool {
	first, _, _ := strings.Cut(run, " ")
	return unknown(first) || figurative()[strings.ToLower(first)]
}

// familiar reports whether a run of words with capitals is one word, or names what everybody knows ("Amazon Web Services",
// "Central European Time", "Black Friday") or the organisation's own.
func (c *termCollector) familiar(run string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(run), " ")
	return rest == "" || wordlist.Product(first) && !figurative()[first] || wordlist.Brand(first) || c.opener.isKnown(Name, first) || ofTime()[rest[strings.LastIndexByte(rest, ' ')+1:]]
}

var (
	smallWord     = expression(`\b[a-z]{4,}\b`)
	capitalised   = expression(`\b[A-Z][a-z]{3,}(?:[A-Z]?[a-z]+)*\b`)
	writtenAsName = expression(`^[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}$`)
	capitalRun    = expression(`[a-z,] ([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})\b`) // within a sentence
	capitalWords  = expression(`\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}\b`)
	codeBlocks    = expression("(?s)(?:^|\n)[ \t>]*```[^\n]*\n(.*?)\n[ \t>]*```")
	lineOfName    = expression(`(?m)^[ \t>]*(?:[\w.]+[:=] ?)?([A-Z][a-z]+(?: [A-Z][a-z]+){1,3});?[ \t]*$`)
	undertaking   = expression(`\b(?:[Pp]roject|[Oo]peration|[Cc]ode[- ]?name[d:]?|[Cc]ode-named) ["“']?([A-Z][a-z]+(?: [A-Z][a-z]+)?)`)
	hyphenated    = expression(`\b[A-Za-z]{2,}(?:-[A-Za-z]{2,})+\b`)
)

// inRun reports whether a word with a capital stands beside another.
func inRun(text string, start, end int) bool {
	if end+1 < len(text) && text[end] == ' ' && upper(text[end+1]) {
		return true
	}
	before := text[strings.LastIndexAny(text[:max(0, start-1)], " \n(\"'*")+1 : start]
	return len(before) > 2 && upper(before[0]) && letter(before[len(before)-2]) && before[len(before)-1] == ' '
}

// insideName reports whether text[start:end] is a part of a longer name, which is a term as a whole, or none: an
// address, a path, a setting, a header that everybody sends.
func insideName(text string, start, end int) bool {
	return insideHeader(text, start, end) || start > 0 && strings.IndexByte("@#/._\\-=&", text[start-1]) >= 0 ||
		end+1 < len(text) && strings.IndexByte("@/._\\=(", text[end]) >= 0 && keyByte(text[end+1]) != 0
}

// insideHeader reports whether text[start:end] is a part of the name of a header that everybody sends.
func insideHeader[T string | []byte](text T, start, end int) bool {
	for start > 0 && (letter(text[start-1]) || text[start-1] == '-') {
		start--
	}
	for end < len(text) && (letter(text[end]) || text[end] == '-') {
		end++
	}
	return usualHeader()[strings.ToLower(string(text[start:end]))]
}

// assignedTo reports whether text[start:end] is all that stands behind an equals sign: "value=Basilisk", but not what
// an address asks for.
func assignedTo(text string, start, end int) bool {
	before := text[max(0, start-200):start]
	key := before[strings.LastIndexAny(before, " \t\n(\"")+1:]
	return strings.HasSuffix(key, "=") && !strings.ContainsAny(key, "/?&") && (end == len(text) || strings.IndexByte("@/._\\=(", text[end]) < 0)
}

// ofTime end the names of days and zones.
var ofTime = words("time monday tuesday wednesday thursday friday saturday sunday day year")

// behindSaint reports whether a word ends the name of a place: "São Paulo", "St. Gallen".
func behindSaint(text string, at int) bool {
	f := strings.Fields(text[max(0, at-8):at])
	return len(f) > 0 && saint()[strings.TrimSuffix(f[len(f)-1], ".")]
}

var saint = words("Sao San Santa Santo Saint St")

// inHeading reports whether an offset lies in a line where every word may have its capital: a heading of which each long
// word has one, or a table's row.
func inHeading(text string, at int) bool {
	line := strings.TrimLeft(text[strings.LastIndexByte(text[:at], '\n')+1:], " \t")
	line, _, _ = strings.Cut(line, "\n")
	return strings.HasPrefix(line, "#") && !smallWord().MatchString(line) || strings.HasPrefix(line, "|")
}

// namesMachinery reports whether a compound of ordinary words is the name of a part of a system:
// "billing-api", "parcel-intake-worker". With a blank in the place of the hyphen it is no more than
// its words.
func namesMachinery(compound string) bool {
	p := strings.Split(strings.ToLower(compound), "-")
	return machinery()[p[len(p)-1]] && !machinery()[p[0]] && !general()[p[0]]
}

// joinedAsName reports whether words that everybody knows are joined as systems are named, or as queues are, by what is
// in them and how urgent that is: "invoices-high".
func joinedAsName(low string) bool {
	p := strings.Split(low, "-")
	switch first, last := p[0], p[len(p)-1]; {
	case namesSystem(low):
		return true
	case qualifying()[first]:
		return false
	case len(p) > 2: // "kill-switch-onboarding", but not "customer-data-driven"
		return !wordlist.Prefix(first) && !strings.HasSuffix(last, "ed") && !slices.ContainsFunc(p, func(w string) bool { return joiningWord()[w] || descriptive()[w] })
	default:
		return urgency()[last]
	}
}

var urgency = words("high low fast slow hot cold live new old main hi lo prio default dead retry retries")

// manyUrgent reports whether a compound says of many things how urgent they are, as only queues do: "settlements-high".
func manyUrgent(low string) bool {
	first, rest, _ := strings.Cut(low, "-")
	return urgency()[rest] && strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "ss") && wordlist.English(strings.TrimSuffix(first, "s"))
}

// standsAsName reports whether text[start:end] stands without an article and in front of no noun, in the singular: what is so
// called, and no description.
func standsAsName(text string, start, end int) bool {
	s := speech{[]byte(text[max(0, start-30):min(len(text), end+30)]), nil}
	s.words = wordsIn(s.text)
	i := slices.IndexFunc(s.words, func(w word) bool { return w.start == min(start, 30) })
	if i < 0 {
		return false
	}
	if next := s.near(i, 1); next != "" && !goesOnBehind()[next] && !strings.HasSuffix(next, "ed") {
		return false
	}
	before := s.near(i, -1)
	return before != "" && !determiner()[before] && !counting()[before] && (before == "then" || !describing(before)) && !strings.HasSuffix(s.words[i].low, "s") ||
		prose.HeadsSentence(text, start) && goesOnBehind()[s.near(i, 1)]
}

// usualCompound are compounds that the trade uses and whose parts are no words of their own.
var usualCompound = words("dry-run round-robin ad-hoc de-facto vis-a-vis post-mortem post-mortems mea-culpa status-quo ex-post root-cause file-system operating-system user-interface supply-chain blast-radius data-center data-centre control-plane data-plane load-balancer rate-limit health-check user-agent side-effect key-pair key-value circuit-breaker code-owner pull-request command-line floating-point split-brain start-up set-up plug-in add-on sign-in sign-on sign-up log-in check-in write-up break-in work-around worst-case best-case edge-case end-user co-worker thank-you cross-check double-check sanity-check step-up build-up catch-up cool-off power-on trade-off roll-out fail-over switch-over hold-over red-button red-team blue-green man-hour e-mail web-site name-server gold-standard best-practice industry-standard gut-check spot-check peer-review cold-boot boot-up wake-up clean-up follow-on kick-off hand-off on-call use-case test-case case-study real-life hands-on drop-down pop-up push-back roll-back scale-down scale-up spin-up spin-down ramp-up ramp-down pro-rata per-se in-situ quid-pro-quo cherry-pick fast-forward force-push force-merge crash-loop hot-fix hot-swap")

// counting stand in front of a noun, or of a verb.
var counting = words("each every another other such more any no some same my your his her we they you i it these those one two three few many most not")

// usually reports whether a compound, in lower case, is one that the trade uses, or more than one of it.
func usually(compound string) bool {
	return usualCompound()[compound] || usualCompound()[strings.TrimSuffix(compound, "s")]
}

// figurative are what undertakings are named after and reports do not speak of: animals, stones, stars, winds.
var figurative = listed("figurative")

var (
	machinery = listed("machinery")
	general   = listed("general")
)
