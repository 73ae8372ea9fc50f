package guard

import "strings"

// personnel is what is done to people who work for an organisation, and in the same words to requests, alerts and
// locks: only who it is done to tells.
func personnel() []recogniser {
	return []recogniser{
		{Legal, "a legal or personnel matter", []string{"fired", "dismissed", "reprimand", "let go", "laid off", "disciplined"},
			expression(`(?i)\b(?:was|were|been|be|being|got|gets?) (?:(?:later|then|also|since|immediately|subsequently|eventually) )?(?:fired|dismissed|reprimanded|let go|laid off|disciplined)\b`), ofPerson, false},
	}
}

// ofPerson reports whether the verb of a match has a person for its subject: the clause in front of it names one.
func ofPerson(text []byte, m match) bool {
	clause := text[max(0, m.start-120):m.start]
	if k := strings.LastIndexAny(string(clause), ".;:!?|\n"); k >= 0 {
		clause = clause[k+1:]
	}
	words := wordsIn(clause)
	for i := len(words) - 1; i >= 0; i-- {
		switch w := words[i]; {
		case subordinate()[w.low]:
			return i > 0 && relative()[w.low] && words[i-1].person()
		case w.person() && !possessive(clause[w.end:]):
			return true
		}
	}
	return false
}

var (
	subordinate = words("that which because as when while after before if so but since until whether where")
	relative    = words("that")
	staff       = listed("staff")
)

// person reports whether a word speaks of somebody: by a name, an initial or what people are called at work.
func (w word) person() bool {
	return staff()[w.low] || w.given() || w.letter() && w.text != "I" && w.text != "A" || w.capital() && w.plain()
}

func possessive(rest []byte) bool {
	s := string(rest)
	return strings.HasPrefix(s, "'") || strings.HasPrefix(s, "’")
}
