package guard

// stillOpen are the ways in which a text tells that what is weak is weak today: it says so of a hole, of what got out or of
// what protects nobody. What customers are told of a repaired one, or of a fault that goes on, has other words beside it.
func stillOpen() []recogniser {
	const why = "a weakness"
	return []recogniser{
		{Weakness, why, []string{"still "}, expression(`(?i)\b(?:(?:is |are )?still (?:us(?:es?|ing)|works?|valid|accepted|in use)|(?:is|are) still (?:active|open|reachable|possible))\b`),
			says("leaked|stolen|compromised|default password|default passwords|same token|same key|same password|old password|shared password|known password|hole|flaw|vulnerability|back door|exposed|unauthenticated"), false},
		{Weakness, why, []string{"still", "not yet"}, expression(`(?i)\battackers? (?:can|could|may|might) still\b|\b(?:is|are) still not (?:ended|checked|verified|limited|encrypted|enforced|revoked|signed)\b|\b(?:do|does) not yet (?:check|verify|validate|limit|encrypt|enforce)\b`), says(""), false},
		{Weakness, why, []string{"without"}, expression(`(?i)\b(?:stays?|remains?|(?:is|are) still|can still be) (?:open|reachable|accessible|readable|available)(?: to \w+)? without (?:an? |any )?(?:sign-?in|signing in|log-?in|logging in|password|authentication)\b`), says(""), false},
		{Weakness, why, []string{"remain"}, expression(`(?i)\bremains? (?:exposed|vulnerable|unprotected|at risk|unencrypted|exploitable)\b`), says(""), false},
		{Weakness, why, []string{"not yet", "yet to", "have not", "has not", "haven't", "hasn't"},
			expression(`(?i)\b(?:(?:have|has) (?:not|yet to)|haven't|hasn't|not)(?: yet)?(?: been)? (?:close|fix|patch|repair|remove|block|rotate)(?:e?d)?\b`),
			says("hole|holes|flaw|flaws|vulnerability|vulnerabilities|weakness|weaknesses|exploit|back door|loophole|attack|attackers"), false},
		{Weakness, why, []string{"the same"}, expression(`(?i)\b(?:may|might|could|probably|also) (?:also )?(?:have|has|share|shares|be open to|suffer from) the same (?:flaw|hole|weakness|vulnerability|gap|mistake|misconfiguration)\b`), says(""), false},
		{Weakness, why, []string{"not "}, expression(`(?i)\b(?:is|are) not (?:yet |currently )?(?:encrypted|enforced|protected|signed|authenticated|validated|monitored)\b`),
			says("at the moment|at present|currently|yet|so far|for now|our own|our staff|our employees|backups|internally"), false},
		{Weakness, why, []string{"no longer"}, expression(`(?i)\bno longer (?:gets?|receives?|has|have) (?:security )?(?:updates|patches|fixes|support)\b`), says("we run|we use|we still|our servers|our machines|our database|our systems"), false},
	}
}

// says makes a test of a match: its sentence holds one of some words or phrases, any if there are none, and denies nothing.
func says(phrases string) func(text []byte, m match) bool {
	return func(text []byte, m match) bool {
		s := mention{text, m}
		return (phrases == "" || s.says(phrases)) && !s.says("never|nobody|none|no|your")
	}
}
