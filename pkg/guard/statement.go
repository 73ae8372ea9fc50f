package guard

import (
	"strconv"
	"strings"
)

// statements are the forms in which those who work on a system tell each other its limits, its ports, what it printed and
// what it costs. Customers may be told the same, so that they are no finding.
func statements() []recogniser {
	return []recogniser{
		{Weakness, "a weakness", []string{"/", " per "}, expression(`(?i)\b\d[\d,.]*k? ?(?:reqs?|requests?|calls?|queries|attempts?) ?(?:/|per) ?\d* ?(?:s|secs?|seconds?|m|mins?|minutes?)\b`), allowance, false},
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
	}
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
