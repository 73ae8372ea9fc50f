package guard

import (
	"bytes"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// namedPerson knows people by the way in which a text speaks of them, whoever they are. Those whom
// customers know are introduced: by an office, as authors of a page, or by what the organisation lists
// as public.
var namedPerson = recogniser{class: Person, why: "the name of a person"}

func peopleIn(text []byte) []match {
	s := speech{text, wordsIn(text)}
	head := heads(text)
	var out []match
	for i := 0; i < len(s.words); {
		n := s.fullName(i)
		switch {
		case n > 0 && s.introduced(i, i+n):
			i += n
			continue
		case n == 0 && (s.firstName(i) || s.presented(i) || head[s.words[i].start] && s.actor(i)):
			n = 1
		case n == 0:
			i++
			continue
		}
		out = append(out, match{s.words[i].start, s.words[i+n-1].end})
		i += n
	}
	return append(out, s.holders()...)
}

// fullName gives the number of words of the name that begins with a word: "Jane Doe", "Jane M. de
// Vries", "Jane D.", "J. Doe", "Doe, Jane".
func (s speech) fullName(i int) int {
	w := s.words[i]
	switch {
	case w.given():
	case s.flat(i):
		return 2
	case s.entitled(i):
		return 2
	case len(w.text) > 3 && strings.ToUpper(w.text) == w.text && wordlist.Given(w.low) && !wordlist.Ordinary(w.low) && !wordlist.Product(w.low) && onlyBlanks(s.gap(i)) && s.words[i+1].letter() && strings.HasPrefix(s.gap(i+1), "."):
		return 2
	case w.letter() && (s.gap(i) == ". " || s.gap(i) == "." && onlyBlanks(s.gap(i+1))) && !strings.HasSuffix(s.gap(i-1), "."):
		if last := s.words[i+1]; last.surname() && last.plain() {
			return 2
		}
		return 0
	case w.surname() && w.plain() && s.gap(i) == ", " && s.gap(i-1) != ", " && s.gap(i+1) != ", " && s.words[i+1].given() && s.words[i+1].plain():
		return 2
	default:
		return 0
	}
	k := i
	for s.goesOn(k) && (particle()[s.words[k+1].text] || s.words[k+1].letter() && s.gap(k+1) == ". ") {
		k++
	}
	if !s.goesOn(k) {
		return 0
	}
	last := s.words[k+1]
	if s.capitalBehind(k+1, placeNoun()) {
		return 0
	}
	if !institution()[w.low+" "+last.low] && (last.surname() && (w.plain() || last.plain()) || last.letter() && w.plain()) {
		return k + 2 - i
	}
	if s.words[k].letter() && w.plain() {
		return k + 1 - i
	}
	return 0
}

// entitled reports whether a word is a title with a surname behind it: "Mr. Ek", "Ms Wood", "Dr. Osei". Whoever has an
// office and a first name too ("Dr. Jane Doe") is presented to customers.
func (s speech) entitled(i int) bool {
	title := s.words[i].text
	if s.gap(i) != " " && s.gap(i) != ". " || !s.words[i+1].surname() {
		return false
	}
	last := s.words[i+1]
	switch {
	case learnedTitle()[title]:
		return last.plain() && !last.given()
	case politeTitle()[title]:
		return last.plain() || !office()[last.low] && !strings.HasPrefix(s.gap(i+1), "'")
	}
	return civilTitle()[title] && last.plain()
}

// politeTitle are those of civilTitle that are nothing else.
var politeTitle = words("Mr Mrs Ms Mx Herr Mme Mlle Monsieur Madame Señora")

// learnedTitle stand in front of the names of people who are presented with a first name as well.
var learnedTitle = words("Dr Prof Professor")

// civilTitle stand in front of the names of people who have no office.
var civilTitle = words("Mr Mrs Ms Mx Miss Herr Frau Hr Fr Mme Mlle Monsieur Madame Sig Sr Sra Señor Señora Dhr Mevr Pan Pani")

// flat reports whether a first name and a surname are written in one case: "jane doeber", "JANE DOEBER".
func (s speech) flat(i int) bool {
	w := s.words[i]
	if len(w.text) < 4 || i+1 == len(s.words) || !wordlist.Given(w.low) && !wordlist.Given(s.words[i+1].low) || !onlyBlanks(s.gap(i)) && s.gap(i) != ", " {
		return false
	}
	last := s.words[i+1]
	same := w.text == w.low && last.text == last.low || w.text == strings.ToUpper(w.low) && last.text == strings.ToUpper(last.low)
	if same && s.gap(i) == ", " {
		w, last = last, w
	}
	return same && wordlist.Given(w.low) && w.plain() && len(last.text) > 4 && last.handle() && !notSurname()[last.low]
}

// goesOn reports whether a name may go on behind a word.
func (s speech) goesOn(i int) bool {
	return onlyBlanks(s.gap(i)) || s.words[i].letter() && s.gap(i) == ". "
}

// introduced reports whether a text presents somebody to customers: "Jane Doe, CEO", "our CTO, Jane
// Doe", "Dr. Jane Doe", "Sincerely, Jane Doe".
func (s speech) introduced(from, to int) bool {
	for i := from - 1; i >= max(0, from-3) && strings.Trim(s.gap(i), " .,\r\n") == ""; i-- {
		if office()[s.words[i].low] || i == from-1 && addressed()[s.words[i].low] {
			return true
		}
	}
	for i := to; i < min(len(s.words), to+4) && strings.Trim(s.gap(i-1), " ,(&*_\r\n-") == ""; i++ {
		if office()[s.words[i].low] {
			return true
		}
	}
	return false
}

// firstName reports whether a word is a first name and stands in no name of a place or day.
func (s speech) firstName(i int) bool {
	w := s.words[i]
	if !w.given() || !w.plain() || strings.HasPrefix(s.gap(i), "–") || strings.HasSuffix(s.gap(i-1), "–") {
		return false // "the line from Hanna–Juniper"
	}
	before := s.near(i, -1)
	if s.gap(i-1) == ". " {
		before = s.words[i-1].low // "St. Patrick"
	}
	if (monthShort()[w.low] || monthName()[w.low]) && s.besideDay(i) || monthName()[w.low] && beforeMonth()[s.near(i, -1)] || placeBefore()[before] || s.inPlace(i) {
		return false
	}
	return !(s.gap(i) == ", " && wordlist.Product(s.words[i+1].low)) // "Tyler, Texas"
}

var (
	// monthName are first names that are months in other languages, where beforeMonth stand before them.
	monthName   = words("augustus julio junho juni mai")
	beforeMonth = words("ab anfang ate au bis de debut depuis desde em en ende fin im mi mitte seit sinds vanaf")
)

// presented reports whether a word that is a name besides is told to be one, by what it does, who it is or where it is
// from: "Mark restarted the router", "the on-call engineer (Grace)", "our colleague Mark", "Will from the network team".
func (s speech) presented(i int) bool {
	w := s.words[i]
	if !w.capital() || !alsoGiven()[w.low] && !(w.given() && !namesake()[w.low]) || monthShort()[w.low] && s.besideDay(i) {
		return false
	}
	if s.acts(i) && !wordlist.Product(w.low) && !wordlist.Brand(w.low) {
		return true
	}
	if i > 0 && colleague()[s.words[i-1].low] {
		switch s.gap(i - 1) {
		case " ", " (":
			return true
		case ", ":
			return strings.HasPrefix(s.gap(i), ",")
		}
	}
	if s.near(i, 1) != "from" {
		return false
	}
	for k := i + 2; k < min(len(s.words), i+6) && onlyBlanks(s.gap(k-1)); k++ {
		if k > i+2 && team(s.words[k].low) {
			return true
		}
	}
	return false
}

// colleague are those of staff who are one, and called by what they do.
var colleague = words("admin administrator analyst author colleague contractor developer director employee engineer intern manager operator oncall on-call programmer responder technician")

// actor reports whether the word at the head of a timeline's entry is the name of somebody, whatever it
// is made of: "10:04 JD: it works", "10:04 jdoe42 restarted it".
func (s speech) actor(i int) bool {
	w := s.words[i]
	switch {
	case s.runs(i):
		return false
	case w.initials():
		return strings.HasPrefix(s.gap(i), ":") || s.gap(i) == " " && !s.inState(i+1)
	case w.handle():
		next, parts := s.near(i, 1), wordlist.Parts(w.text)
		if strings.HasSuffix(w.low, "ly") || wordlist.Acronym(w.low) || standard()[w.low] || len(parts) > 1 && wordlist.Product(parts[0]) && wordlist.AllEnglish(strings.Join(parts[1:], "-")) || site().MatchString(w.text) {
			return false // "Succesfully restarted", "HelmRelease failed", "LON1 recovered"
		}
		return deed()[next] || strings.HasSuffix(next, "ed") && wordlist.English(next)
	}
	return false
}

// inState reports whether a word and the next say how a thing is, and nobody: "is down".
func (s speech) inState(i int) bool {
	switch s.words[i].low {
	case "is", "was", "are", "were", "goes", "went":
		return stateOfThing()[s.near(i, 1)]
	}
	return false
}

// site is how places of a cloud are numbered.
var site = expression(`^[A-Z]{3}\d{1,2}$`)

var stateOfThing = words("down up back online offline slow unavailable unreachable available degraded healthy unhealthy restored fixed")

// entryHead is what stands in front of the text of a timeline's entry: a mark of a list, a day, a time.
var entryHead = expression(`(?m)^[ \t>|*+-]*(?:(?:\d{4}-\d\d-\d\d[T ]*)?(?:[~±]|about |ca\. )?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: (?:UTC|GMT|[A-Z]{1,4}T)\b)?[ \t:,|–—-]*|\d{4}-\d\d-\d\d[ \t:,|–—-]+)`)

// heads are the offsets at which the texts of entries begin.
func heads(text []byte) map[int]bool {
	out := map[int]bool{}
	for _, m := range entryHead().FindAllIndex(text, -1) {
		if m[1] < len(text) && !number(text[m[1]]) {
			out[m[1]] = true
		}
	}
	return out
}

// holders finds the names behind a role, "Incident commander: Jane", "Authors: Henne, Lukas", and who
// was there.
func (s speech) holders() []match {
	out := s.present()
	if bytes.IndexByte(s.text, ':') < 0 {
		return out
	}
	for _, m := range roleLine().FindAllSubmatchIndex(s.text, -1) {
		for from := m[2]; from < m[3]; {
			to := m[3]
			if k := bytes.IndexAny(s.text[from:m[3]], ",;/&"); k >= 0 {
				to = from + k
			}
			item := s.text[from:to]
			for _, w := range wordsIn(item) {
				if !team(string(item)) && !bytes.ContainsAny(item, "@") && w.holder() {
					out = append(out, match{from + w.start, from + w.end})
				}
			}
			from = to + 1
		}
	}
	return out
}

// present finds the initials in a block that holds nothing else: who was there.
func (s speech) present() []match {
	if !allInitials().Match(s.text) {
		return nil
	}
	var out []match
	known := 0
	for _, w := range s.words {
		if abbreviation()[w.low] || regionWord()[w.low] || wordlist.Product(w.low) {
			known++
		}
		out = append(out, w.match)
	}
	if known*2 >= len(out) {
		return nil
	}
	return out
}

const roles = `authors?|written by|owners?|ic|incident (?:commander|lead|manager|owner)|commander|scribe|comms(?: lead)?|on-?call(?: engineers?)?|responders?|attendees|participants|present|reviewers?|reviewed by|facilitators?|assignees?|dri|reported by|reporters?|people(?: involved)?`

var (
	roleLine    = expression(`(?im)^[ \t>|*+-]*(?:` + roles + `)[* ]*:[* ]*([^\n|]{2,200})`)
	allInitials = expression(`^\s*(?:[*+-] )?[A-Z]{2,3}(?:(?:, ?| ?/ ?| and | & |\s+(?:[*+-] )?)[A-Z]{2,3})+\.?\s*$`)
)

// holder reports whether a word behind a role is a name: whatever is no word, or two or three capitals.
func (w word) holder() bool {
	if strings.ToUpper(w.text) == w.text {
		return len(w.text) > 1 && len(w.text) < 4 && !strings.ContainsAny(w.text, digitChars) && !nobody()[w.low]
	}
	return !wordlist.English(w.low) && !wordlist.Product(w.low) && !wordlist.Brand(w.low) && !strings.ContainsAny(w.text, "_")
}
