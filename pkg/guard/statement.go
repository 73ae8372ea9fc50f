package guard

import (
	"strconv"
	"strings"
)

// statements are the words in which people who work on a system tell each other what is weak about it and who is to
// blame. Customers may be told the same, so that they are no finding.
func statements() []recogniser {
	const (
		control = `(?:alerts?|alerting|alarms?|monitoring|dashboards?|metrics|checks?|mechanisms?|procedures?|process(?:es)?|runbooks?|playbooks?|backups?|tests?|limits?|limiting|redundanc(?:y|ies)|failovers?|fail-over|fallbacks?|capabilit(?:y|ies)|documentation|validation|reviews?|reviewers?|safeguards?|guardrails?|breakers?|backoff|rotation|scanning|encryption|authentication|auditing|accounts|owners?)`
		words   = `(?:[\w/-]+ ){0,4}?`
		worker  = `(?:engineers?|developers?|devs|operators?|sysadmins?|admins?|administrators?|maintainers?|reviewers?|responders?|contractors?|managers?|management|staff|team|teams|on-call|vendor|supplier|contacts?|everyone|everybody|nobody)`
	)
	return []recogniser{
		{Weakness, "a weakness", []string{"currently", "yet", "really"}, expression(`(?i)\b(?:we|there) (?:(?:do|does) not|don['’]t|doesn['’]t) (?:currently|yet|really) have\b[^.;:!?\n]{0,60}`), ownControl, false},
		{Weakness, "a weakness", []string{"/", " per "}, expression(`(?i)\b\d[\d,.]*k? ?(?:reqs?|requests?|calls?|queries|attempts?) ?(?:/|per) ?\d* ?(?:s|secs?|seconds?|m|mins?|minutes?)\b`), allowance, false},
		{Weakness, "a weakness", []string{"compromised", "personal ", "expired", "shared "},
			expression(`(?i)\bcompromised (?:accounts?|credentials?|keys?|hosts?|machines?|laptops?|servers?|tokens?)\b[^.;:!?\n]{0,30}|\b(?:keys?|tokens?|credentials?|accounts?|certificates?|subscription)\b[^.;:!?\n]{0,40}\bpersonal (?:accounts?|e-?mails?|cards?|laptops?)\b|\b(?:continu\w+|kept?|keep|still) (?:to )?us(?:e|ing) (?:the|an|our) expired\b[^.;:!?\n]{0,30}`), nil, false},
		{Trace, "what a program printed", []string{"error: ", "exception: ", "fatal: ", "panic: ", ": permission", ": connection", ": access", ": operation"},
			expression(`(?i)\b\w*(?:error|exception|fatal|panic): [^\n|]{12,100}|\b[a-z][\w-]*: [^\n|:]{3,40}: (?:permission|connection|access|operation) [^\n|]{4,100}`), nil, false},
		{Trace, "what a program printed", []string{": "}, expression(`(?:^|[\s>"` + "`" + `])([a-z]{2,}[a-z0-9_.-]*: (?:too many|unable to|cannot|could not|can't|failed to|failed with|no such|not found|permission|connection|invalid|unknown|unexpected|unauthori[sz]ed|timed out|timeout|access)\b[^\n|]{0,100})`), nil, false},
		{Port, "a port", []string{":", "port", "tcp", "udp", "/"},
			expression(`(?i)\b\d{1,3}(?:\.\d{1,3}){3}:(\d{2,5})\b|\b(?:tcp|udp) (?:ports? )?(\d{2,5})\b|\b[a-z]*port"?[:=] ?"?(\d{2,5})\b`), unusualPort, false},
		{Port, "ports", []string{"/"}, expression(`\b\d{4,5}(?:/\d{4,5}){2,}\b`), portsOf, false},
		{Port, "the port of a switch", []string{"/"}, expression(`(?i)\b(?:gi|gig|fa|te|ten|eth|ge|xe|et|hu|po|(?:gigabit|fast|tengigabit|)ethernet)[ -]?\d{1,3}(?:/\d{1,3}){1,3}\b`), nil, false},
		{Ticket, "a ticket", []string{"-"}, expression(`\b[A-Z]{1,5}-?\d{2,}(?:-\d{2,}){2,}\b`), nil, false},
		{Figure, "a sum of money", []string{"$", "€", "£", "¥", "usd", "eur", "gbp", "chf", "jpy", "dollar", "pound", "franc", "yen"}, expression(`(?i)(?:` + sum + `)(?: ?(?:/|per|a|each) ?(?:day|week|month|year)s?\b)?`), ownSum, false},
		{Ticket, "a ticket", []string{"issue", "ticket", "case", "incident", "task", "bug", "card", "story", "pr ", "mr "},
			expression(`(?i)\b(?:issues?|tickets?|cases?|incidents?|tasks?|bugs?|cards?|story|PRs?|MRs?) #?\d+\b`), nil, false},
		{Legal, "blame", []string{"knew", "should", "fault", "mistake", "forgot", "nobody", "no one"},
			expression(`(?i)\b(?:no one|nobody)(?: else)? (?:knew|noticed|checked|tested|knows|has access)\b[^.;:!?\n]{0,40}|\bonly \w+ (?:knew|knows) (?:how|where)\b[^.;:!?\n]{0,30}|\b(?:I|he|she) (?:really )?(?:should(?:n't| not)? have|should've|shouldn't've|forgot|messed|screwed)\b[^.;:!?\n]{0,50}|\b(?:my|his|her) (?:own )?(?:fault|mistake|bad)\b`), nil, false},
		{Weakness, "a control that is missing", []string{"no ", "not ", "n't ", "n’t ", "lack", "missing", "without"},
			expression(`(?i)\b(?:there (?:is|are|was|were) no|we (?:have|had) no|has no|have no|had no|lack(?:s|ed)?|lacking|are missing|is missing|missing) ` + words + control + `\b[^.;:!?\n]{0,40}|\bno ` + words + control + ` (?:exists?|existed|is|are|was|were|had been|covers?|covered|looks?|looked|fired|caught|in place|surfaces?|surfaced)\b[^.;:!?\n]{0,30}|\b(?:did|do|does) not (?:receive|have|get|emit|raise|alert|log|test|monitor|check|verify|validate|enforce) ` + words + control + `\b|\b(?:didn|don|doesn)['’]t (?:receive|have|get|emit|raise|alert|log|test|monitor|check|verify|validate|enforce) ` + words + control + `\b`), ownControl, false},
		{Weakness, "a weakness", []string{"un", "single point", "end-of-life", "end of life", "flaky", "fragile", "brittle", "dangerous", "invisible to", "default to", "harden"},
			expression(`(?i)\b(?:undeployed|unmaintained|unmonitored|untested|undocumented|unenforced|unencrypted|unauthenticated|unpatched|unclaimed|unowned|unprotected|unsupported versions?|single points? of failure|end[ -]of[ -]life|flaky|fragile|brittle|invisible to (?:us|our|its)|(?:is|was|are) dangerous|default(?:s|ed)? to (?:[\w,]+ ){0,4}(?:credentials|passwords?|production|root|admin)|need(?:s|ed)? to harden)\b[^.;:!?\n]{0,40}`), nil, false},
		{Weakness, "what is not known of a break-in", []string{"breach", "attack", "compromise", "leak", "intru"},
			expression(`(?i)\b(?:not (?:yet )?(?:been )?(?:able|know|clear)|unable|unknown|unclear)\b[^.;!?\n]{0,50}\b(?:breach|attack(?:er)?s?|compromised?|leak(?:ed|age)?|intru\w+)\b`), nil, false},
		{Legal, "blame", []string{"unfamiliar", "inexperienced", "aware", "lazi", "lazy", "careless", "negligen", "incompeten", "sloppy", "greedy", "decision", "judgement", "judgment", "confusion", "no longer known", "mess they", "mess he", "mess she"},
			expression(`(?i)\b(?:unfamiliar with|inexperienced|in an act of \w+|laziness|lazy|careless\w*|negligen\w+|incompeten\w+|sloppy|greedy|(?:bad|poor|wrong) (?:design )?(?:decisions?|judge?ment)|(?:design )?decision that was|confusion (?:about|over|as to) (?:who|whose)|no longer known|the mess (?:they|he|she|we))\b[^.;:!?\n]{0,50}|\b` + worker + `\b[^.;:!?\n]{0,20}\b(?:not|unaware|n['’]t) (?:fully )?(?:been |being )?(?:aware|familiar|trained|told|informed)\b[^.;:!?\n]{0,40}`), nil, false},
		{Legal, "blame", []string{"fail", "neglect", "forgot", "ignor", "overlook", "n't", "n’t", "not "},
			expression(`(?i)\b(?:[Aa]n? |the |our |one )?(?:\w+ )?` + worker + `(?: \([^)]*\))? (?:failed to|neglected|forgot|ignored|overlooked|misread|mistyped|(?:did not|didn['’]t|don['’]t|do not) (?:notice|catch|check|follow|read|test|see|realise|realize|understand|know|have))\b[^.;:!?\n]{0,50}`), nil, false},
		{Legal, "who was away", []string{"vacation", "holiday", "on leave", "afk", "asleep", "sleep", "awake", "left for the day", "leaves for the day", "leaving the office", "personal reasons", "sick", "short-staffed", "understaffed", "overworked"},
			expression(`(?i)\b(?:(?:was|were|is|being|am) (?:away |off )?(?:on (?:vacation|holidays?|leave|sick leave|a plane)|afk|asleep|sick|overworked)|(?:then )?(?:was|am|went) AFK|nobody awake|(?:leaves|left|leaving) (?:for the day|the office|early)|personal reasons|short-staffed|understaffed|good night's sleep)\b[^.;:!?\n]{0,40}`), nil, false},
	}
}

// ownControl reports whether a control is one of those who run a service, and none that customers have: "there is no
// limit on your plan", "you have no backups".
func ownControl(text []byte, m match) bool {
	return !mention{text, match{m.start, m.start}}.says("you|your|customers|users|customer")
}

// allowance reports whether a rate is one up to which somebody is let in, and not one that was served.
func allowance(text []byte, m match) bool {
	return mention{text, m}.says("limit|limits|limited|limiter|allow|allows|allowed|cap|caps|capped|throttle|throttled|throttling|quota|free|at most|per client|per ip")
}

// portsOf reports whether numbers between slashes may all be ports, and are no years.
func portsOf(text []byte, m match) bool {
	years := true
	for p := range strings.SplitSeq(m.in(text), "/") {
		n, _ := strconv.Atoi(p)
		if n > 65535 {
			return false
		}
		years = years && n >= 1900 && n < 2100
	}
	return !years
}

// ownSum reports whether a sum is what those pay or have who speak. What customers pay or are paid they know.
func ownSum(text []byte, m match) bool {
	return (mention{text, m}).says("we|our|us|i|my|fee|fees|hosting|bill|bills|funding|donations|budget") && !mention{text, m}.says("you|your|customer|customers|users|price|prices|priced|plan|plans|refund|refunds|refunded|credit|credits|credited|order|orders|invoice|invoices|payment|payments|purchase|purchases|voucher|vouchers|transfer|transfers")
}
