package guard

import "strings"

// personnel is what is done to people who work for an organisation, and in the same words to requests, alerts and
// locks, where only who it is done to tells; and what an organisation's lawyers and its own orders say.
func personnel() []recogniser {
	return []recogniser{
		{Legal, "a legal or personnel matter", []string{"fired", "dismissed", "reprimand", "let go", "laid off", "disciplined"},
			expression(`(?i)\b(?:was|were|been|be|being|got|gets?) (?:(?:later|then|also|since|immediately|subsequently|eventually) )?(?:fired|dismissed|reprimanded|let go|laid off|disciplined)\b`), ofPerson, false},
		{Legal, "a legal or personnel matter", []string{"warning", "no longer", "left us", "left the", "suspended"},
			expression(`(?i)\b(?:given|issued|received|got) an? (?:formal|final|written|verbal|official) warning\b|\bno longer (?:works? (?:for us|for the company|here)|employed|with (?:us|the company))\b|\b(?:has|have|had|since) left (?:us|the company)\b|\b(?:was|were|been) suspended (?:from (?:duty|work)|pending)\b`), ofPerson, false},
		{Legal, "a legal or personnel matter", []string{"hr", "human resources"},
			expression(`\b(?:HR|[Hh]uman [Rr]esources) (?:is|are|was|has|have|had|will|would|asks|wants|decided|says|said|told|looks|looked|talked|talks|knows|agreed)\b|\b(?:with|by|to|from|told|tells?|asked|ask|involved?|inform(?:ed)?) (?:HR|[Hh]uman [Rr]esources)(?:[.,;:!?)]| about\b|$)`), ofOwn, false},
		{Legal, "what lawyers advise", []string{"counsel", "lawyer", "attorney", "legal advice", "advised"},
			expression(`(?i)\b(?:advice|request|instructions?) of (?:our |outside |general |legal )?(?:counsel|lawyers?|attorneys?)\b|\b(?:on|upon|against) legal advice\b|\badvised (?:us )?not to (?:comment|speak|say)\b`), nil, false},
		{Legal, "an order to keep it inside", []string{"outside", "externally"},
			expression(`(?i)\b(?:do not|don't|must not|may not|not to be) (?:be )?(?:forward|shar|distribut|circulat|publish|pass)(?:ed?)?(?: on)?\b[^.;!?\n]{0,40}\b(?:outside (?:of )?(?:the|our|this) (?:company|organi[sz]ation|team|business|firm)|externally)\b`), nil, false},
		{Person, "the initials of a person", []string{"."}, expression(`\b(?:by|from|with|told|asked|paged) ((?:[A-Z]\. ?){2,3}(?:(?:, ?|and |& )(?:[A-Z]\. ?){2,3})*)`), notCountry, false},
		{Figure, "what something costs the organisation", []string{"fine of", "fines of", "fined", "fine us", "in fines", "damages of", "in damages", "exposure", "deductible"}, expression(sum), ownPenalty, false},
		{Figure, "what something costs the organisation", []string{"fine "}, expression(`(?i)\bfines? (?:us|of)\b[^.;!?\n]{0,30}?\b\d[\d.,]*\s?(?:%|percent\b)`), nil, false},
		{Legal, "a legal or personnel matter", []string{"works council", "counsel", "for cause", "legal matter", "hr ", "resigned over", "to sue", "insurer", "regulator"},
			expression(`(?i)\bworks council\b|\bour counsel\b|\b(?:dismissed|fired|sacked) for cause\b|\blegal matter\b|(?-i:\bHR (?:has |had )?opened)\b|\bresigned over\b|\bprepar(?:e|ed|ing) to sue\b|\bour insurers?\b|\bregulators? (?:has|have|was|were) not (?:been )?(?:told|informed|notified)\b`), nil, false},
	}
}

// notCountry refuses the letters of states: "by U.S. customers".
func notCountry(text []byte, m match) bool {
	letters := strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(m.in(text)))
	return !regionWord()[letters] && !abbreviation()[letters]
}

// ownPenalty reports whether a sentence tells a sum as what the organisation may have to pay for it.
func ownPenalty(text []byte, m match) bool {
	return mention{text, m}.says("fine of|fines of|fine us|fined us|were fined|be fined|been fined|in fines|damages of|in damages|exposure|deductible")
}

// ofOwn reports whether a department is the organisation's: not "users in HR are", "your HR will".
func ofOwn(text []byte, m match) bool {
	w := strings.Fields(m.before(text, 20))
	return len(w) == 0 || !ofOthers()[w[len(w)-1]]
}

var ofOthers = words("in for your their whose and or of")

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
