package guard

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// numberedThings are the forms of what a tool or a network numbers, and of machines that a number tells apart, where the
// form is of few.
func numberedThings() []recogniser {
	return []recogniser{
		{Ticket, "a ticket", []string{"sc-", "b/", "t", "d"}, expression(`\bsc-\d{4,6}\b|\bb/\d{7,10}\b|\b[TD]\d{6,7}\b`), nil, false},
		{Ticket, "a ticket", []string{"case ", "sr"}, expression(`\b(?:[Cc]ase \d{7,10}|SR[ :#]{1,2}\d{5,9})\b`), nil, false},
		{Ticket, "a ticket", []string{"inc", "chg", "ritm", "prb", "task"}, expression(`\b(?:inc|chg|ritm|prb|sctask)\d{6,10}\b`), nil, false},
		{Ticket, "a ticket", []string{"-19", "-20"}, expression(`\b[A-Z]{2,9}-(?:19|20)\d\d-\d{2,6}\b`), ofYear, false},
		{Ticket, "a ticket", []string{"-"}, expression(`\bSR \d-\d{7,12}\b`), nil, false},
		{Cloud, "the number of a cloud account", []string{"-"}, expression(`\b\d{4}-\d{4}-\d{4}\b`), notYears, false},
		{Ticket, "an alert's number", []string{"p", "q"}, expression(`\b[PQ][A-Z0-9]{11,12}\b`), mixed, false},
		{Change, "a commit", []string{"@", "+"}, expression(`\b[a-z][\w-]*@[0-9a-f]{7,40}\b|\bv?\d+(?:\.\d+)+[\w.-]*\+[0-9a-f]{7,40}\b`), nil, false},
		{Change, "a branch", []string{"revert-"}, expression(`\brevert-\d{2,7}(?:-[a-z0-9]+)+\b`), nil, false},
		{Ticket, "an alert's number", []string{"pd-"}, expression(`\bPD-[A-Z0-9]{6,8}\b`), nil, false},
		{Setting, "a flag", []string{"-rollout", "-toggle", "-killswitch", "-experiment"}, expression(`\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:rollout|toggle|killswitch|experiment)(?:-\d+)?\b`), machineOf, false},
		{Host, "the name of a pod", []string{"-"}, expression(`\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[0-9a-f]{8,10}-[a-z0-9]{5}\b`), drawnTwice, false},
		{Host, "the name of a machine", []string{"lx", "esx", "nas", "fw"}, expression(`\b(?:[a-z]{2,5}(?:lx|esx|nas|fw)|esxi?)\d{2,3}\b`), numberedSite, false},
		{Host, "the name of a machine", nil, expression(`\b[a-z]{3,}\d{2,3}-[a-z]{2,4}\d?\b`), numberedSite, false},
		{Host, "the name of a machine", strings.Fields("master slave replica primary proxy sql kafka redis mongo etcd bastion jump ldap node srv db"),
			expression(`(?i)\b[a-z]{1,10}(?:master|slave|replica|primary|proxy|sql|kafka|redis|mongo|etcd|bastion|jump|ldap|node|srv|db)-?\d{2,3}\b`), numberedSite, false},
		{Host, "a VPN's name", []string{"wg", "tun", "ipsec", "ovpn", "gp-"}, expression(`\b(?:wg\d+|tun\d*|ipsec|ovpn|gp)(?:-[a-z0-9]+)+\b`), machineOf, false},
		{Port, "a network's number", []string{"vlan"}, expression(`(?i)\bVLAN[ #-]?\d{2,4}\b`), nil, false},
		{Host, "the name of a machine", []string{"win-", "desktop-", "laptop-"}, expression(`(?i)\b(?:WIN|DESKTOP|LAPTOP)-[A-Z0-9]{7,11}\b`), withDigit, false},
		{Store, "a queue", []string{".fifo"}, expression(`(?i)\b[a-z0-9][\w-]*\.fifo\b`), nil, false},
		{Port, "a port", []string{"tcp ", "udp "}, expression(`\b(?:TCP|UDP)(?: ports?)? (\d{3,5})\b`), unusualPort, false},
		{Port, "a port", []string{":", "port"}, expression("(?:^|[\\s(\"'`])(:\\d{4,5})\\b|\\b[Nn]ode ?[Pp]orts? (\\d{4,5})\\b"), barePort, false},
		{Cloud, "a cloud resource", []string{"e", "ocid1."}, expression(`\bE[A-Z0-9]{13}\b`), mixed, false},
		{Cloud, "a cloud resource", []string{"ocid1."}, expression(`(?i)\bocid1\.[a-z]+\.oc\d+\.[\w.-]+`), nil, false},
		{Link, "a short link of the organisation", []string{"go/"}, expression(`\bgo/[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b`), apartFromPath, false},
		{Customer, "the number of an account", []string{"merchant", "contract"}, expression(`(?i)\b(?:merchant|contract)(?: (?:id|number|no\.?))?[ :#]{1,2}(\d{5,10}|\d{2,4}-\d{3,6})\b`), nil, false},
		{Trace, "a stack trace", []string{"error", "exception", "at "}, expression(`\b[A-Z]\w+::[A-Z]\w*(?:Error|Exception)\b|\bat (?:[a-z]\w*\.){2,}[A-Z]\w*\.[a-z]\w*\b`), nil, false},
	}
}

// ofYear accepts numbers that begin anew with each year, but not those of standards and of weaknesses that are told to all.
func ofYear(text []byte, m match) bool {
	prefix, _, _ := strings.Cut(strings.ToLower(m.in(text)), "-")
	return apartFromPath(text, m) && !notTicket()[prefix] && !standard()[prefix]
}

// notYears passes over years beside each other.
func notYears(text []byte, m match) bool {
	return apartFromPath(text, m) && !dayForm().MatchString(m.in(text)[:4])
}

// numberedSite passes over what everybody numbers: "base64-url".
func numberedSite(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	stem := s[:strings.IndexAny(s, digitChars)]
	return apartFromPath(text, m) && !standard()[stem] && !notTicket()[stem] && !region(s) &&
		(machineWord()[stem] || (s[len(stem)] == '0' || !wordlist.Product(stem) && !wordlist.Brand(stem)) && !wordlist.English(strings.TrimRight(stem, "-")))
}

// drawnTwice accepts names that end in two parts of letters and digits, as no words do.
func drawnTwice(text []byte, m match) bool {
	p := strings.Split(m.in(text), "-")
	last, hash := p[len(p)-1], p[len(p)-2]
	return apartFromPath(text, m) && strings.ContainsAny(hash, digitChars) && strings.Trim(hash, digitChars) != "" && strings.ContainsAny(last, digitChars)
}

// machineOf passes over compounds of words alone: "tun-in".
func machineOf(text []byte, m match) bool {
	return apartFromPath(text, m) && (!wordlist.AllEnglish(m.in(text)) || strings.ContainsAny(m.in(text), digitChars))
}

// apartFromPath reports whether nothing in front of a match makes it the end of something longer.
func apartFromPath(text []byte, m match) bool {
	return (m.start == 0 || strings.IndexByte("/@._-=&:", text[m.start-1]) < 0) && (m.end == len(text) || strings.IndexByte("/@_-=", text[m.end]) < 0)
}

// barePort passes over codes between colons and parts of times.
func barePort(text []byte, m match) bool {
	return m.end == len(text) || text[m.end] != ':' && !(text[m.end] == '.' && m.end+1 < len(text) && number(text[m.end+1]))
}
