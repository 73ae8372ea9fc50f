package guard

// weaknesses are the ways in which a text tells, without a number, of a weakness that is there, by its kind, or that what is
// weak is weak today: it says so of a hole, of what got out or of what protects nobody. What customers are told of a
// repaired one, or of a fault that goes on, has other words beside it. And they are how it tells what an organisation pays.
func weaknesses() []recogniser {
	const why = "a weakness"
	return []recogniser{
		{Weakness, "a secret that others know", []string{"widely", "shared with", "rotated", "revoked", "default pass", "default cred"},
			expression(`(?i)\bdefault (?:passwords?|credentials) (?:on|for|of|in|is|are|was|were)\b|\b(?:passwords?|passphrases?|credentials?|secrets?|(?:api|access|ssh|private) keys?|tokens?)\b[^.;:!?\n]{0,40}\b(?:widely (?:available|known|shared)|shared with (?:everybody|everyone|all)|(?:have|has) (?:not|never) (?:yet )?been (?:rotated|revoked|changed))\b|\bwe (?:have not|haven't|have never|have yet to) (?:yet )?(?:rotated?|revoked?)\b[^.;:!?\n]{0,40}`), nil, false},
		{Weakness, "a way in that is open", []string{"anyone who", "anybody who", "anyone with", "anybody with"},
			expression(`(?i)\bany(?:one|body) (?:who knows|with) (?:the|that|this|its) (?:url|link|address|password|key|token)s? (?:can|could still|is able to|may)\b[^.;:!?\n]{0,40}`), nil, false},
		{Weakness, "what is not repaired", []string{"remains", "remain ", "architectural", "inherent", "structural", "systemic"},
			expression(`(?i)\b(?:server|host|system|cluster|library|kernel|software|version|vulnerability|flaw|weakness|hole)s?(?: [a-z]+){0,3} remains? (?:unpatched|vulnerable|exposed|exploitable)\b|\b(?:underlying|architectural|structural)\b[^.;!?\n]{0,80}\bremains? (?:unresolved|unfixed|unaddressed|unmitigated)\b|\b(?:architectural|structural|systemic|inherent) (?:vulnerabilit(?:y|ies)|weakness(?:es)?) in our\b[^.;!?\n]{0,40}`), nil, false},
		{Weakness, "a weakness by its kind", []string{"ssrf", "xxe", "idor", "rce", "csrf token", "not verified", "token replay", "anonymous write", "coded ", "tls 1."},
			expression(`\b(?:SSRF|XXE|IDOR|RCE) (?:in|on|through|via|at)\b|(?i:\bno CSRF token\b|\bsignatures? (?:is|are) not (?:verified|checked)\b|\btoken replay\b|\banonymous writes?\b|\bhard-?coded (?:keys?|passwords?|credentials?|tokens?|secrets?)\b|\bTLS 1\.[01] (?:is|was) still\b)`), nil, false},
		{Weakness, "how it can be attacked", []string{"x-"}, expression(`\bX-[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-(?:Admin|Debug|Internal|Bypass|Override|Secret|Token)(?:-[A-Za-z0-9]+)*: ?\S+`), nil, false},
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
		{Figure, "what something costs the organisation", []string{"budget", "spend", "spent", "our bill", "cost us", "our cost", "running cost"}, expression(sum), ownCost, false},
	}
}

// ownCost reports whether a sentence tells a sum as what the organisation itself pays. What customers pay they know.
func ownCost(text []byte, m match) bool {
	return mention{text, m}.says("budget|budgets|cloud spend|our spend|spend of|we spent|our bill|our cloud bill|cost us|our cost|our costs|running cost|running costs") &&
		!mention{text, m}.says("your|you|refund|refunds|refunded|credited|customers")
}

// says makes a test of a match: its sentence holds one of some words or phrases, any if there are none, and denies nothing.
func says(phrases string) func(text []byte, m match) bool {
	return func(text []byte, m match) bool {
		s := mention{text, m}
		return (phrases == "" || s.says(phrases)) && !s.says("never|nobody|none|no|your")
	}
}
