package guard

import (
	"strings"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// history takes those whom the repository names.
func (c *termCollector) history(people []string) {
	for _, s := range people {
		name, mail, named := strings.Cut(s, "<")
		if !named {
			mail = s
		}
		if local, _, at := strings.Cut(strings.ToLower(mail), "@"); at && mailRole()[local] {
			continue // commits in the name of the support
		}
		if named && role(name) {
			s = strings.TrimSuffix(mail, ">")
		}
		if !role(s) {
			c.person(s, "the version history or CODEOWNERS names this person")
		}
	}
}

// role reports whether a name is what somebody does: "Comms Writer", "Release Bot".
func role(s string) bool {
	p := wordlist.Parts(s)
	return len(p) > 0 && roleWord()[p[len(p)-1]] && !strings.Contains(s, "@")
}

var roleWord = listed("role word")

var legalForm = expression(`(?i)[, ]+(?:inc|corp|corporation|llc|ltd|limited|gmbh|ag|s\.?a\.?|b\.?v\.?|plc|oy|ab|co|kg|srl|s\.?r\.?l\.?|pty(?: ltd)?|a/s|sas|n\.?v\.?|s\.?p\.?a\.?|k\.?k\.?|sp\. z o\.o|aps|s\.r\.o|kft|pvt(?: ltd)?|group|holdings)\.?$`)

// people takes the names of a field that may hold several, and teams.
func (c *termCollector) people(field, why string) {
	field = strings.ReplaceAll(uncoded(field), " and ", ",")
	if report.Waived(field) {
		return
	}
	for _, s := range split(field) {
		if s = strings.TrimSpace(s); s != "" && (!wordlist.AllOrdinary(s) || givenWord(s)) && !team(s) {
			c.person(s, why)
			c.initials(s, why)
		}
	}
}

// team reports whether a name is one of a group: "Payments team" tells nobody's name.
func team(s string) bool {
	for _, w := range wordlist.Parts(string(plainForm(written([]byte(s))).text)) {
		switch w {
		case "team", "teams", "squad", "group", "guild", "engineering", "sre", "ops", "devops", "infra", "infrastructure", "support", "platform", "oncall", "security", "everyone", "all", "vendor", "department", "chapter", "tribe",
			"abteilung", "bereitschaft", "gruppe", "equipe", "equipo", "equipa", "ploeg", "afdeling":
			return true
		}
	}
	return false
}

// person takes a name with the forms in which people write it: "Jane Doe", "J. Doe", "jdoe", "Doe,
// Jane", "jane.doe@example.com", "@jdoe". Case, dots and the possessive are the search's business.
func (c *termCollector) person(s, why string) {
	s = strings.TrimSpace(s)
	if name, rest, ok := strings.Cut(s, "<"); ok {
		c.person(strings.TrimSuffix(strings.TrimSpace(rest), ">"), why)
		s = strings.TrimSpace(name)
	}
	if s == "" {
		return
	}
	if local, _, ok := strings.Cut(s, "@"); ok && local != "" {
		c.add(Email, s, why)
		if !wordlist.Ordinary(strings.ToLower(local)) && len(local) >= 4 && !team(local) {
			c.person(strings.ReplaceAll(local, ".", " "), why)
		}
		return
	}
	if h, ok := strings.CutPrefix(s, "@"); ok {
		if i := strings.LastIndexByte(h, '/'); i >= 0 {
			h = h[i+1:]
		}
		if !wordlist.AllOrdinary(h) && !team(h) {
			c.add(Handle, h, why)
		}
		return
	}
	if m := shortInBrackets().FindStringSubmatch(s); m != nil { // "Jan Tomas Klein (JTK)"
		c.addTerm(term{class: Person, text: m[1], why: why, capitals: true})
	}
	s = strings.TrimSpace(inBrackets().ReplaceAllString(s, ""))
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 {
		return
	}
	if title := strings.TrimSuffix(words[0], "."); len(words) > 1 && (civilTitle()[title] || learnedTitle()[title]) {
		c.person(strings.Join(words[1:], " "), why)
		return
	}
	if shortSurname(s) {
		c.addTerm(term{class: Person, text: s, why: why, capitals: true})
		return
	}
	if len(s) == 2 || len(s) < 5 && strings.ToUpper(s) == s && len(words) == 1 { // the first letters of a name: "rc" is a part of versions
		c.addTerm(term{class: Person, text: strings.ToUpper(s), why: why, capitals: true})
		return
	}
	if givenWord(s) {
		c.addTerm(term{class: Person, text: s, why: why, capitals: true, subject: true})
		return
	}
	if low := strings.ToLower(s); len(words) == 1 && (wordlist.AllOrdinary(s) || wordlist.Ordinary(low) || wordlist.Brand(low) || wordlist.Product(low)) {
		return // "web-flow", "GitHub": what commits in a version history is not always a person
	}
	c.add(Person, s, why)
	if first, last, dotted := strings.Cut(s, "."); dotted && len(words) == 1 && len(last) > 3 && !strings.ContainsAny(last, ".0123456789") { // "j.doeber"
		c.person(first+" "+last, why)
	}
	if len(words) < 2 {
		return
	}
	first, last := words[0], words[len(words)-1]
	c.add(Person, last+" "+first, why)
	if r, n := utf8.DecodeRuneInString(first); n > 0 && utf8.RuneCountInString(last) > 2 {
		c.add(Person, string(r)+" "+last, why)
	}
	for _, by := range [][2]string{{first, last}, {last, first}} { // "janed", "doej"
		if r, n := utf8.DecodeRuneInString(by[1]); n > 0 && utf8.RuneCountInString(by[0]) > 3 {
			login := strings.ToLower(by[0] + string(r))
			if !wordlist.Ordinary(login) && !wordlist.Ordinary(strings.ToLower(by[0])) { // "Mark Stone" is not "marks"
				c.add(Person, login, why)
			}
		}
	}
	if givenWord(first) && unknown(last) {
		c.addTerm(term{class: Person, text: first, why: why, capitals: true, subject: true})
	}
	for _, w := range []string{first, last} {
		if low := strings.ToLower(w); utf8.RuneCountInString(w) >= 3 && !wordlist.Ordinary(low) && !wordlist.Brand(low) && !wordlist.Product(low) { // Paris Hilton
			c.part(Person, w, why)
		}
	}
	if shortSurname(last) {
		c.person(last, why)
	}
}

// shortSurname reports whether a text is a surname of two letters, "Ek", and neither a word nor a code.
func shortSurname(s string) bool {
	return len(s) == 2 && upper(s[0]) && letter(s[1]) && !upper(s[1]) && !widelyKnown(strings.ToLower(s)) && !wordlist.InDictionary(strings.ToLower(s))
}

// part takes a word of a name of several. One of the dictionary, which is none of the everyday language of reports, is a
// name beside them only with its capital, where the sentence does not give it: "Silver", but not "a silver lining".
func (c *termCollector) part(class Class, w, why string) {
	aside := c.lines.of != nil || wordlist.InDictionary(strings.ToLower(w)) && !wordlist.Given(strings.ToLower(w))
	c.addTerm(term{class: class, text: w, why: why, capitals: aside, subject: aside})
}

// initials takes the first letters of a name, "JLP" for Jean-Luc Prieur, where they are short for nothing else.
func (c *termCollector) initials(name, why string) {
	short := ""
	for _, w := range strings.FieldsFunc(inBrackets().ReplaceAllString(name, ""), func(r rune) bool { return r == ' ' || r == '-' }) {
		if upper(w[0]) {
			short += w[:1]
		}
	}
	if w := (word{text: short, low: strings.ToLower(short)}); w.initials() && !measure()[w.low] && !nobody()[w.low] {
		c.addTerm(term{class: Person, text: short, why: why, capitals: true})
	}
}

// measure are the units that two letters stand for.
var measure = words("mb gb tb kb pb eb ms kw mw gw hz kg km cm mm ml bp dp ts st nd rd th")

var shortInBrackets = expression(`^\p{Lu}.* \(([A-Z]{2,4})\)$`)

var inBrackets = expression(`\([^)]*\)|\[[^\]]*\]`)

// names takes the names of people from prose: two or three words with capitals of which one is a
// usual first name or none is an ordinary word, and usual first names alone.
func (c *termCollector) names(v *reading, why string) {
	text := string(v.text)
	var in *tongue // in which it is written
	head := false  // whether it stands where that has capitals
	each := func(form func() *sieve.Regexp, take func(string)) {
		for _, m := range form().FindAllIndex(v.text, -1) {
			if behindSaint(text, m[0]) || insideHeader(text, m[0], m[1]) {
				continue
			}
			in = c.lines.at(m[0])
			head = in != nil && in.heads(v.text, m[0])
			c.at = source.Span{Start: int(v.at[m[0]]), End: int(v.at[m[1]])}
			take(string(v.text[m[0]:m[1]]))
		}
	}
	each(fullNames, func(s string) {
		short := shortInBrackets().FindStringSubmatch(s)
		s = inBrackets().ReplaceAllString(s, "")
		words := strings.Fields(s)
		// The first word of a sentence has its capital for another reason.
		for len(words) > 2 && wordlist.Ordinary(strings.ToLower(words[0])) && !wordlist.Given(strings.ToLower(words[0])) {
			words = words[1:]
		}
		for len(words) > 1 && in.small(strings.ToLower(words[0])) {
			words, head = words[1:], in.nouns
		}
		if len(words) == 1 && in != nil {
			return
		}
		unusual := !head || len(words) > 1 && !in.nouns
		for _, w := range words {
			low := strings.ToLower(w)
			if wordlist.Ordinary(low) && len(low) > 2 || wordlist.Product(low) || strings.ToUpper(w) == w {
				unusual = false
			}
		}
		if strings.Contains(strings.Join(words[:len(words)-1], " "), "'") {
			return // what something has: "Amazon's EBS"
		}
		if wordlist.Given(strings.ToLower(words[0])) || unusual || givenWord(words[0]) && unknown(words[len(words)-1]) {
			c.person(strings.Join(words, " "), why)
			if short != nil {
				c.person(short[1], why)
			}
			if unknown(words[len(words)-1]) {
				c.initials(strings.Join(words, " "), why)
			}
		}
	})
	each(humped, func(s string) {
		if low := strings.ToLower(s); !wordlist.Brand(low) && !wordlist.Product(low) && !wordlist.AllOrdinary(s) {
			c.add(Setting, s, why)
		}
	})
	each(oneName, func(s string) {
		if low := strings.ToLower(s); wordlist.Given(low) && !wordlist.Ordinary(low) && !wordlist.Product(low) && !in.small(low) {
			c.addTerm(term{class: Person, text: s, why: why, capitals: in != nil})
		}
	})
}

var (
	fullNames = expression(`\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)?(?: (?:de|da|van|von|der|den|del|la|le|el|al|bin|di))*(?: \p{Lu}[\p{L}'’-]+){1,2}(?: \([A-Z]{2,4}\))?`)
	humped    = expression(`\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b`)
	oneName   = expression(`\p{Lu}\p{L}{2,}`)
)
