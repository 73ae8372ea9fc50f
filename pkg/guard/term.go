package guard

import (
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// collector gathers terms, each once, the first reason for it standing.
type termCollector struct {
	terms  []term
	seen   map[string]bool
	at     source.Span // where the report names what is added next
	of     string      // or with what an output does
	opener *opener

	tongues []*tongue       // that withheld text may be written in, English first; nil if no other
	lines   lines           // of the text that is read
	nouns   map[string]bool // words with capitals, in lower case, that stand behind an article
	common  map[string]bool // words with capitals, in lower case, that a tongue does not tell from names
}

// maxTerms bounds the terms of one report. A report that holds more identifiers than this is no
// report; its later ones are still found by their form.
const maxTerms = 50000

func (c *termCollector) add(class Class, text, why string) {
	c.addTerm(term{class: class, text: text, why: why})
}

func (c *termCollector) addTerm(t term) {
	text := strings.Trim(t.text, " \t\r\n.,;:!?()[]{}<>\"'`*")
	if k := len(t.text) - len(text) - 1; k >= 0 && strings.IndexByte("!:", t.text[k]) >= 0 && len(text) <= 5 && t.text[k+1:] == text && plainNumber(text) {
		text = t.text[k:] // a change or a port: without its sign it is any number
	}
	if stem := pictureEnding().ReplaceAllString(text, ""); !wordlist.AllOrdinary(stem) {
		text = stem
	}
	if smallNumber(text) && t.class != Customer && t.class != Codename && t.class != Forbidden {
		return // "192" in a column of tickets
	}
	if t.class == Person && len(text) < 5 && strings.ContainsAny(text, digitChars) {
		return // a piece of a code, "&#x6b;"
	}
	if (t.class == Setting || t.class == Name) && usualHeader()[strings.ToLower(text)] {
		return // what everybody's programs send
	}
	if text == "" || len(text) > 300 || len(c.terms) >= maxTerms || c.seen[text] || c.opener.isKnown(t.class, text) {
		return
	}
	c.seen[text] = true
	t.text, t.at, t.of = text, c.at, c.of
	c.terms = append(c.terms, t)
}

// pictureEnding is what a file's name says of its kind.
var pictureEnding = expression(`(?i)\.(?:png|jpe?g|gif|svg|webp)$`)

// smallNumber reports whether a text is a number of which there is one in every report.
func smallNumber(s string) bool { return len(s) < 5 && strings.Trim(s, digitChars) == "" }

// listed takes the terms of the organisation's own lists.
func (c *termCollector) listed(o Options) {
	for _, s := range bothSpellings(o.People) {
		c.person(s, "it is on the list of people")
	}
	for _, s := range bothSpellings(o.Customers) {
		c.add(Customer, s, "it is on the list of customers")
		if name := withoutNoun(s); name != s {
			c.add(Customer, name, "it is on the list of customers")
		}
		if first, rest, _ := strings.Cut(s, " "); rest != "" && len(first) > 3 && unknown(first) { // Nordvik Bank
			c.part(Customer, first, "it is on the list of customers")
		}
	}
	for _, list := range []struct {
		class Class
		texts []string
		why   string
	}{{Codename, o.Codenames, "it is on the list of code names"}, {Host, o.Hosts, "it is on the list of hosts"}, {Forbidden, o.Forbidden, "it is on the list of forbidden terms"}} {
		for _, s := range list.texts {
			s = strings.TrimPrefix(s, "*.")
			c.add(list.class, s, list.why)
			if name := withoutNoun(s); name != s {
				c.part(list.class, name, list.why)
			}
		}
	}
}

// withoutNoun is a listed name without what says that it is one of a company or of an undertaking: "Kryptolane" of
// "Kryptolane plc", "Manticore" of "Project Manticore"; the text itself if it has no such part.
func withoutNoun(s string) string {
	short := strings.TrimSpace(undertakingNoun().ReplaceAllString(legalForm().ReplaceAllString(s, ""), ""))
	if len(short) < 3 {
		return s
	}
	return short
}

var undertakingNoun = expression(`(?i)^(?:project|operation|initiative|program(?:me)?|code[- ]?name):? | (?:project|initiative|program(?:me)?)$`)

// fields takes what the report says in fields that no edition shows: who answers for it, who acted,
// where work is tracked, which services were affected.
func (c *termCollector) fields(r *report.Report, names edition.Names) {
	for _, f := range append([]report.Field[string]{r.Meta.Owner}, r.Meta.Reviewers...) {
		c.at = f.Span
		where := "the front matter"
		if !r.Meta.Span.Overlaps(f.Span) {
			where = "the head of the report"
		}
		c.people(f.Value, where+" names this person")
	}
	for _, f := range r.Meta.Services {
		c.at = f.Span
		why := "it is a service without a public name"
		if name := names.Of(f.Value); name != "" { // what stands alone is called by that already
			why = "it is the internal name of what customers know as " + strconv.Quote(name)
		}
		if f.Value != strings.ToLower(f.Value) || strings.Contains(f.Value, " ") || !edition.Everyday(f.Value) { // "checkout" is any word
			c.addTerm(term{class: Service, text: f.Value, why: why, affected: true})
		}
	}
	for _, k := range r.Meta.Keys {
		c.at = k.Value
		switch strings.ToLower(k.Name) {
		case "author", "authors", "participants", "responders", "commander", "ic", "lead", "oncall", "on-call", "contact", "scribe", "attendees":
			c.people(strings.NewReplacer("[", "", "]", "", "\"", "", "\n", ",", "- ", "").Replace(r.File.Slice(k.Value)), "the front matter names this person")
		case "customer", "customers", "tenant", "tenants", "account", "accounts":
			for _, s := range split(r.File.Slice(k.Value)) {
				c.add(Customer, s, "the front matter names this customer")
			}
		}
	}
	for _, e := range r.Timeline.Events {
		c.at = e.Actor.Span
		c.people(e.Actor.Value, "an entry of the timeline says that this person acted")
	}
	for i := range r.Actions {
		a := &r.Actions[i]
		c.at = a.Owner.Span
		c.people(a.Owner.Value, "a corrective action names this person")
		for _, t := range a.Tickets {
			c.at = t.Span
			c.add(Ticket, t.Value, "a corrective action is tracked there")
		}
	}
	c.at = source.Span{}
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

// text takes the identifiers of withheld text: everything that is known by its form, and beyond that
// what is a name only where it stands with others of its kind.
func (c *termCollector) text(text []byte, why string) { c.readings(text, taken(text), why) }

// readings takes them from a text and the readings that taken gives of it.
func (c *termCollector) readings(text []byte, all []*reading, why string) {
	c.foreign(text, why)
	done := map[paragraph]bool{}
	for _, v := range all {
		c.read(v, done, why)
	}
}

func (c *termCollector) read(v *reading, done map[paragraph]bool, why string) {
	add := func(class Class, from, to int) string {
		c.at = source.Span{Start: int(v.at[from]), End: int(v.at[to])}
		s := string(v.text[from:to])
		c.add(class, s, why)
		return s
	}
	c.lines = linesOf(v.text, c.tongues)
	defer func() { c.lines = lines{} }()
	c.forms(v, done, why)
	for _, m := range codeSpans().FindAllSubmatchIndex(v.text, -1) {
		for _, w := range wordPlaces(v.text, m[2], m[3]) {
			if special(w.in(v.text)) {
				add(Setting, w.start, w.end)
			}
		}
	}
	for _, m := range compounds().FindAllIndex(v.text, -1) {
		if s := string(v.text[m[0]:m[1]]); special(s) && (strings.ContainsAny(s, "0123456789_") || dottedHump().MatchString(s) && !topLevel()[s[strings.LastIndexByte(s, '.')+1:]] || dottedParts(s)) {
			add(Setting, m[0], m[1])
		}
	}
	for _, m := range webLinks().FindAllSubmatchIndex(v.text, -1) {
		if host := strings.ToLower(string(v.text[m[2]:m[3]])); ownHost(host) {
			add(Host, m[2], m[3])
		}
	}
	c.names(v, why)
	c.properNames(v, why)
	c.told(v, why)
	take := func(t term, from, to int) {
		c.at = source.Span{Start: int(v.at[from]), End: int(v.at[to])}
		t.text, t.why = string(v.text[from:to]), why
		c.addTerm(t)
	}
	c.numbers(string(v.text), take)
	namesInPaths(string(v.text), take, c.opener)
	c.labelled(v, why)
	c.spoken(v, why)
	c.worked(v, why)
	c.called(v, why)
	c.at = source.Span{}
}

// forms takes what is known by its form.
func (c *termCollector) forms(v *reading, done map[paragraph]bool, why string) {
	for _, f := range inTongue(recognise(v, done), v.text, c.lines) {
		if f.by.class != Codename { // properNames tells them from ordinary words
			c.at = source.Span{Start: int(v.at[f.start]), End: int(v.at[f.end])}
			c.formed(f.by.class, f.in(v.text), why)
		}
	}
}

// formed takes what is known by its form, and what it names besides.
func (c *termCollector) formed(class Class, s, why string) {
	switch {
	case len(s) < 5 && strings.Trim(s, digitChars) == "": // "PR 8812" is found by its form; 8812 alone is any number
	case class == Setting && s[0] == '-' && everydayOption(strings.TrimLeft(s, "-")): // and so is "--to"
	case class == Channel && wordlist.Everyday(s): // and so is "#incidents"; incidents alone is any word
	case class == Person:
		c.person(s, why)
	default:
		c.add(class, s, why)
	}
	switch class {
	case Email:
		c.person(s, why)
	case Link:
		if host := hostOf(s); ownHost(host) {
			c.add(Host, host, why)
		}
	case Host, Port:
		if first, _, dotted := strings.Cut(hostOf(s), "."); dotted && !publicLabel()[first] && !toolLabel()[first] && !insideHost()[first] && nameOfOwn(first) {
			c.add(Host, first, why)
		}
	}
}

// everydayOption reports whether an option of a command is called by one word, or as those of many commands are.
func everydayOption(name string) bool {
	return wordlist.English(name) || codeWord()[name] || usually(name)
}

// wordPlaces are the places of the words between two offsets.
func wordPlaces(text []byte, from, to int) []match {
	var out []match
	for from < to {
		for from < to && blank(text[from]) {
			from++
		}
		start := from
		for from < to && !blank(text[from]) {
			from++
		}
		if from > start {
			out = append(out, match{start, from})
		}
	}
	return out
}

func blank(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

var (
	codeSpans = expression("`+([^`\n]{2,200})`+")
	compounds = expression(`[A-Za-z0-9]+(?:[-_.:][A-Za-z0-9]+)+`)
	// dottedHump is a dotted name in which a part has a capital inside, as names of the code have.
	dottedHump = expression(`[a-z][A-Z][A-Za-z0-9]*\.|\.[A-Za-z0-9]*[a-z][A-Z]`)
	webLinks   = expression(`(?i)https?://([a-z0-9.-]+)`)
)

// ownHost reports whether a host is one that customers need not know.
func ownHost(host string) bool {
	labels := strings.Split(host, ".")
	return len(labels) >= 3 && !publicLabel()[labels[0]] && !publicService()[strings.Join(labels[len(labels)-2:], ".")]
}

var publicService = listed("public service")
