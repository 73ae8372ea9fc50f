package edition

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// collector gathers terms, each once, the first reason for it standing.
type termCollector struct {
	terms  []term
	seen   map[string]bool
	opener *opener
}

// maxTerms bounds the terms of one report. A report that holds more identifiers than this is no
// report; its later ones are still found by their form.
const maxTerms = 50000

func (c *termCollector) add(class Class, text, why string) {
	c.addTerm(term{class: class, text: text, why: why})
}

func (c *termCollector) addTerm(t term) {
	text := strings.Trim(t.text, " \t\r\n.,;:!?()[]{}<>\"'`*")
	if text == "" || len(text) > 300 || len(c.terms) >= maxTerms || c.seen[text] || c.opener.isKnown(t.class, text) {
		return
	}
	c.seen[text] = true
	t.text = text
	c.terms = append(c.terms, t)
}

// listed takes the terms of the organisation's own lists.
func (c *termCollector) listed(o GuardOptions) {
	for _, s := range o.People {
		c.person(s, "the organisation's list of people")
	}
	for _, s := range o.Customers {
		c.add(Customer, s, "the organisation's list of customers")
		if short := strings.TrimSpace(legalForm().ReplaceAllString(s, "")); short != s && len(short) > 2 {
			c.add(Customer, short, "the organisation's list of customers")
		}
	}
	for _, list := range []struct {
		class Class
		texts []string
		why   string
	}{{Codename, o.Codenames, "the organisation's list of code names"}, {Host, o.Hosts, "the organisation's list of hosts"}, {Forbidden, o.Forbidden, "the organisation's list of forbidden terms"}} {
		for _, s := range list.texts {
			c.add(list.class, strings.TrimPrefix(s, "*."), list.why)
		}
	}
}

var legalForm = expression(`(?i)[, ]+(?:inc|corp|corporation|llc|ltd|limited|gmbh|ag|s\.?a\.?|b\.?v\.?|plc|oy|ab|co|kg|srl|pty)\.?$`)

// fields takes what the report says in fields that no edition shows: who answers for it, who acted,
// where work is tracked, which services were affected.
func (c *termCollector) fields(r *report.Report) {
	for _, f := range append([]report.Field[string]{r.Meta.Owner}, r.Meta.Reviewers...) {
		c.people(f.Value, "the front matter names them")
	}
	for _, f := range r.Meta.Services {
		if !everyday(f.Value) {
			c.add(Service, f.Value, "a service of the front matter without a public name")
		}
	}
	for _, k := range r.Meta.Keys {
		switch strings.ToLower(k.Name) {
		case "author", "authors", "participants", "responders", "commander", "ic", "lead", "oncall", "on-call", "contact", "scribe", "attendees":
			c.people(strings.NewReplacer("[", "", "]", "", "\"", "", "\n", ",", "- ", "").Replace(r.File.Slice(k.Value)), "the front matter names them")
		case "customer", "customers", "tenant", "tenants", "account", "accounts":
			for _, s := range split(r.File.Slice(k.Value)) {
				c.add(Customer, s, "the front matter names them")
			}
		}
	}
	for _, e := range r.Timeline.Events {
		c.people(e.Actor.Value, "an entry of the timeline names who acted")
	}
	for i := range r.Actions {
		a := &r.Actions[i]
		c.people(a.Owner.Value, "a corrective action names its owner")
		for _, t := range a.Tickets {
			c.add(Ticket, t.Value, "a corrective action names its ticket")
		}
	}
}

// systems are the names of the services that a report says were affected.
func systems(r *report.Report) []string {
	var out []string
	for _, s := range r.Meta.Services {
		out = append(out, s.Value)
	}
	return out
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",;/&[]\n\"'", r) })
}

// people takes the names of a field that may hold several, and teams.
func (c *termCollector) people(field, why string) {
	field = strings.ReplaceAll(field, " and ", ",")
	if report.Waived(field) {
		return
	}
	for _, s := range split(field) {
		if s = strings.TrimSpace(s); s != "" && !allOrdinary(s) && !team(s) {
			c.person(s, why)
		}
	}
}

// team reports whether a name is one of a group: "Payments team" tells nobody's name.
func team(s string) bool {
	for _, w := range parts(s) {
		switch w {
		case "team", "teams", "squad", "group", "guild", "engineering", "sre", "ops", "devops", "infra", "infrastructure", "support", "platform", "oncall", "security", "everyone", "all", "vendor", "department", "chapter", "tribe":
			return true
		}
	}
	return false
}

// person takes a name with the forms in which people write it: "Jane Doe", "J. Doe", "jdoe", "Doe,
// Jane", "jane.doe@example.com", "@jdoe". Case, dots and the possessive are the search's business.
func (c *termCollector) person(s, why string) {
	s = strings.TrimSpace(s)
	if name, rest, ok := strings.Cut(s, "<"); ok {
		c.person(strings.TrimSuffix(strings.TrimSpace(rest), ">"), why)
		s = strings.TrimSpace(name)
	}
	if s == "" {
		return
	}
	if local, _, ok := strings.Cut(s, "@"); ok && local != "" {
		c.add(Email, s, why)
		if !ordinary(strings.ToLower(local)) && len(local) >= 4 && !team(local) {
			c.person(strings.ReplaceAll(local, ".", " "), why)
		}
		return
	}
	if h, ok := strings.CutPrefix(s, "@"); ok {
		if i := strings.LastIndexByte(h, '/'); i >= 0 {
			h = h[i+1:]
		}
		if !allOrdinary(h) && !team(h) {
			c.add(Handle, h, why)
		}
		return
	}
	s = strings.TrimSpace(inBrackets().ReplaceAllString(s, ""))
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 {
		return
	}
	if low := strings.ToLower(s); len(words) == 1 && (allOrdinary(s) || ordinary(low) || brand()[low] || product()[low]) {
		return // "web-flow", "GitHub": what commits in a version history is not always a person
	}
	c.add(Person, s, why)
	if len(words) < 2 {
		return
	}
	first, last := words[0], words[len(words)-1]
	c.add(Person, last+" "+first, why)
	if r, n := utf8.DecodeRuneInString(first); n > 0 && utf8.RuneCountInString(last) > 2 {
		c.add(Person, string(r)+" "+last, why)
	}
	for _, w := range []string{first, last} {
		if utf8.RuneCountInString(w) >= 3 && !ordinary(strings.ToLower(w)) {
			c.add(Person, w, why)
		}
	}
}

var inBrackets = expression(`\([^)]*\)|\[[^\]]*\]`)

// text takes the identifiers of withheld text: everything that is known by its form, and beyond that
// what is a name only where it stands with others of its kind.
func (c *termCollector) text(text []byte, why string) {
	v := plainForm(written(text))
	for _, f := range recognise(v, map[paragraph]bool{}) {
		if s := f.in(v.text); len(s) < 5 && strings.Trim(s, digitChars) == "" {
			continue // "PR 8812" is found by its form; 8812 alone is any number
		}
		c.add(f.by.class, f.in(v.text), why)
		switch f.by.class {
		case Email:
			c.person(f.in(v.text), why)
		case Link:
			if host := hostOf(f.in(v.text)); ownHost(host) {
				c.add(Host, host, why)
			}
		}
	}
	for _, m := range codeSpans().FindAllSubmatch(v.text, -1) {
		for _, s := range strings.Fields(string(m[1])) {
			if special(s) {
				c.add(Setting, s, why)
			}
		}
	}
	for _, s := range compounds().FindAllString(string(v.text), -1) {
		if special(s) && strings.ContainsAny(s, "0123456789_") {
			c.add(Setting, s, why)
		}
	}
	for _, m := range webLinks().FindAllSubmatch(v.text, -1) {
		if host := strings.ToLower(string(m[1])); ownHost(host) {
			c.add(Host, host, why)
		}
	}
	c.names(string(v.text), why)
	c.properNames(string(v.text), why)
}

var (
	codeSpans = expression("`+([^`\n]{2,200})`+")
	compounds = expression(`[A-Za-z0-9]+(?:[-_.:][A-Za-z0-9]+)+`)
	webLinks  = expression(`(?i)https?://([a-z0-9.-]+)`)
	fullNames = expression(`\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)?(?: (?:de|da|van|von|der|den|del|la|le|el|al|bin|di))*(?: \p{Lu}[\p{L}'’-]+){1,2}`)
	humped    = expression(`\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b`)
	oneName   = expression(`\p{Lu}\p{L}{2,}`)
)

// ownHost reports whether a host is one that customers need not know.
func ownHost(host string) bool {
	labels := strings.Split(host, ".")
	return len(labels) >= 3 && !publicLabel()[labels[0]] && !publicService()[strings.Join(labels[len(labels)-2:], ".")]
}

var publicService = words("github.com google.com wikipedia.org twitter.com githubusercontent.com stackoverflow.com youtube.com kubernetes.io amazon.com microsoft.com cloudflare.com mozilla.org readthedocs.io discourse.org")

// special reports whether a text of the code is a name that somebody gave: it has parts, and they
// are not all words, numbers, times or versions.
func special(s string) bool {
	s = strings.Trim(s, "\"'`,;()[]{}<>$")
	if len(s) < 4 || plainNumber(s) || region(s) || usual().MatchString(s) {
		return false
	}
	inner := strings.Trim(s, "-_./:@#=")
	marked := strings.ContainsAny(inner, "-_./:@#=") || strings.ContainsAny(inner, "0123456789") && strings.IndexFunc(inner, unicode.IsLetter) >= 0
	if !marked && len(parts(inner)) < 2 {
		return false
	}
	for _, p := range parts(inner) {
		if !ordinary(p) && !plainNumber(p) && len(p) > 1 {
			return true
		}
	}
	return strings.ContainsAny(inner, "-_./:@#=") || strings.ContainsAny(inner, "0123456789") && len(inner) > 5
}

// usual are forms that give nothing away: versions, dates, times, measures, numbered nouns.
var usual = expression(`^(?i:v?\d+(?:\.\d+)*(?:[.-](?:rc|beta|alpha|dev|lts)\.?\d*)?|\d+(?:[.,]\d+)?-?[a-z%]{1,8}|\d{4}-\d\d(?:-\d\d)?(?:t.*)?|\d\d?:\d\d(?::\d\d)?(?:[a-z]{1,4})?|[a-z]{1,3}\d{1,3}|(?:utc|gmt)[+-]?\d+|sha-?\d+|utf-?\d+|ipv[46]|http/?\d(?:\.\d)?|e\.g|i\.e|\d+-[a-z]+(?:-[a-z]+)?|(?:sev|p|tier|level|covid|log|web)-?\d+|[a-z]+-\d+-\d+)$`)

// names takes the names of people from prose: two or three words with capitals of which one is a
// usual first name or none is an ordinary word, and usual first names alone.
func (c *termCollector) names(text, why string) {
	for _, s := range fullNames().FindAllString(text, -1) {
		words := strings.Fields(s)
		// The first word of a sentence has its capital for another reason.
		for len(words) > 2 && ordinary(strings.ToLower(words[0])) && !givenName(strings.ToLower(words[0])) {
			words = words[1:]
		}
		unusual := true
		for _, w := range words {
			low := strings.ToLower(w)
			if ordinary(low) && len(low) > 2 || product()[low] || strings.ToUpper(w) == w {
				unusual = false
			}
		}
		if strings.Contains(strings.Join(words[:len(words)-1], " "), "'") {
			continue // what something has: "Amazon's EBS"
		}
		if givenName(strings.ToLower(words[0])) || unusual {
			c.person(strings.Join(words, " "), why)
		}
	}
	for _, s := range humped().FindAllString(text, -1) {
		if low := strings.ToLower(s); !brand()[low] && !product()[low] && !allOrdinary(s) {
			c.add(Setting, s, why)
		}
	}
	for _, s := range oneName().FindAllString(text, -1) {
		if low := strings.ToLower(s); givenName(low) && !ordinary(low) {
			c.add(Person, s, why)
		}
	}
}

// product are words with capitals that name things and places, not people.
var product = words("aws gcp azure cloud rds ec2 s3 sqs sns lambda elastic beanstalk kinesis aurora dynamodb redshift cloudwatch cloudfront route kafka zookeeper postgres postgresql mysql redis memcached mongodb cassandra elasticsearch kubernetes docker helm istio envoy nginx haproxy apache linux ubuntu debian redhat windows chrome firefox safari github gitlab bitbucket jira confluence slack zoom pagerduty opsgenie datadog grafana prometheus sentry splunk kibana logstash jenkins circleci travis buildkite terraform ansible puppet chef vault consul nomad rails django react angular node java python ruby go rust scala kotlin php united states kingdom new york san francisco virginia oregon ohio frankfurt dublin ireland london paris tokyo sydney singapore mumbai california texas canada australia austria belgium brazil china denmark finland france germany hong kong india israel italy japan korea mexico netherlands norway poland portugal spain sweden switzerland taiwan turkey ukraine britain european american asian bitcoin ethereum javascript typescript saas paas iaas inotify systemd")

// withheldText is the report with everything blanked that the edition shows.
func withheldText(r *report.Report, public []source.Span) []byte {
	text := append([]byte(nil), r.File.Text...)
	for _, s := range public {
		for i := s.Start; i < s.End && i < len(text); i++ {
			if text[i] != '\n' {
				text[i] = ' '
			}
		}
	}
	return text
}
