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

// statements are the words in which people who work on a system tell each other what is weak about it and who is to
// blame. Customers may be told the same, so that they are no finding.
func statements() []recogniser {
	return []recogniser{
		{Weakness, "a weakness", []string{"currently", "no ", "lack"},
			expression(`(?i)\b(?:we|there) (?:(?:do|does) not|don't|doesn't) (?:currently|yet|really) have\b[^.;:!?\n]{0,60}|\bwe (?:currently |still )?(?:have no|lack)\b[^.;:!?\n]{0,60}\b(?:alert\w*|monitor\w*|backups?|tests?|redundancy|limits?|fail-?over)\b|\black of (?:an? |any |the )?(?:[a-z-]+ ){0,3}(?:redundan\w+|fallback|backups?|monitoring|alert\w*|tests?|testing|fail-?over|documentation|review)\b`), nil, false},
		{Weakness, "a weakness", []string{"/", " per "}, expression(`(?i)\b\d[\d,.]*k? ?(?:reqs?|requests?|calls?|queries|attempts?) ?(?:/|per) ?\d* ?(?:s|secs?|seconds?|m|mins?|minutes?)\b`), nil, false},
		{Weakness, "a weakness", []string{"compromised", "personal ", "expired", "shared "},
			expression(`(?i)\bcompromised (?:accounts?|credentials?|keys?|hosts?|machines?|laptops?|servers?|tokens?)\b[^.;:!?\n]{0,30}|\b(?:keys?|tokens?|credentials?|accounts?|certificates?|subscription)\b[^.;:!?\n]{0,40}\bpersonal (?:accounts?|e-?mails?|cards?|laptops?)\b|\b(?:continu\w+|kept?|keep|still) (?:to )?us(?:e|ing) (?:the|an|our) expired\b[^.;:!?\n]{0,30}`), nil, false},
		{Trace, "what a program printed", []string{"error: ", "exception: ", "fatal: ", "panic: ", ": permission", ": connection", ": access", ": operation"},
			expression(`(?i)\b\w*(?:error|exception|fatal|panic): [^\n|]{12,100}|\b[a-z][\w-]*: [^\n|:]{3,40}: (?:permission|connection|access|operation) [^\n|]{4,100}`), nil, false},
		{Ticket, "a ticket", []string{"issue", "ticket", "case", "incident", "task", "bug", "card", "story", "pr ", "mr "},
			expression(`(?i)\b(?:issues?|tickets?|cases?|incidents?|tasks?|bugs?|cards?|story|PRs?|MRs?) #?\d+\b`), nil, false},
		{Legal, "blame", []string{"knew", "should", "fault", "mistake", "forgot", "nobody", "no one"},
			expression(`(?i)\b(?:no one|nobody)(?: else)? (?:knew|noticed|checked|tested|knows|has access)\b[^.;:!?\n]{0,40}|\bonly \w+ (?:knew|knows) (?:how|where)\b[^.;:!?\n]{0,30}|\b(?:I|he|she) (?:really )?(?:should(?:n't| not)? have|should've|shouldn't've|forgot|messed|screwed)\b[^.;:!?\n]{0,50}|\b(?:my|his|her) (?:own )?(?:fault|mistake|bad)\b`), nil, false},
	}
}

// ownCost reports whether a sentence tells a sum as what the organisation itself pays. What customers pay they know.
func ownCost(text []byte, m match) bool {
	return mention{text, m}.says("budget|budgets|cloud spend|our spend|spend of|we spent|our bill|our cloud bill|cost us|our cost|our costs|running cost|running costs") &&
		!mention{text, m}.says("your|you|refund|refunds|refunded|credited|customers")
}
