package guard

// toldWeaknesses are the ways in which texts tell of a weakness that is there, and number none, and what an
// organisation pays.
func toldWeaknesses() []recogniser {
	return []recogniser{
		{Weakness, "a secret that others know", []string{"widely", "shared with", "rotated", "revoked", "default pass", "default cred"},
			expression(`(?i)\bdefault (?:passwords?|credentials) (?:on|for|of|in|is|are|was|were)\b|\b(?:passwords?|passphrases?|credentials?|secrets?|(?:api|access|ssh|private) keys?|tokens?)\b[^.;:!?\n]{0,40}\b(?:widely (?:available|known|shared)|shared with (?:everybody|everyone|all)|(?:have|has) (?:not|never) (?:yet )?been (?:rotated|revoked|changed))\b|\bwe (?:have not|haven't|have never|have yet to) (?:yet )?(?:rotated?|revoked?)\b[^.;:!?\n]{0,40}`), nil, false},
		{Weakness, "a way in that is open", []string{"anyone who", "anybody who", "anyone with", "anybody with"},
			expression(`(?i)\bany(?:one|body) (?:who knows|with) (?:the|that|this|its) (?:url|link|address|password|key|token)s? (?:can|could still|is able to|may)\b[^.;:!?\n]{0,40}`), nil, false},
		{Weakness, "what is not repaired", []string{"remains", "remain ", "architectural", "inherent", "structural", "systemic"},
			expression(`(?i)\b(?:server|host|system|cluster|library|kernel|software|version|vulnerability|flaw|weakness|hole)s?(?: [a-z]+){0,3} remains? (?:unpatched|vulnerable|exposed|exploitable)\b|\b(?:underlying|architectural|structural)\b[^.;!?\n]{0,80}\bremains? (?:unresolved|unfixed|unaddressed|unmitigated)\b|\b(?:architectural|structural|systemic|inherent) (?:vulnerabilit(?:y|ies)|weakness(?:es)?) in our\b[^.;!?\n]{0,40}`), nil, false},
		{Figure, "what something costs the organisation", []string{"budget", "spend", "spent", "our bill", "cost us", "our cost", "running cost"}, expression(money), ownCost, false},
	}
}

// ownCost reports whether a sentence tells a sum as what the organisation itself pays. What customers pay they know.
func ownCost(text []byte, m match) bool {
	return mention{text, m}.says("budget|budgets|cloud spend|our spend|spend of|we spent|our bill|our cloud bill|cost us|our cost|our costs|running cost|running costs") &&
		!mention{text, m}.says("your|you|refund|refunds|refunded|credited|customers")
}
