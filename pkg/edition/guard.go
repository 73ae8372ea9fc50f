package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Guard holds what an edition must not carry: the terms that stand in the withheld parts of its
// report and those the organisation lists. It also knows secrets and identifiers by their form. A
// Guard is immutable and may be used from several goroutines.
type Guard struct {
	patterns  []pattern
	automaton *automaton
	public    map[string]bool // in lower case
	allowed   map[string]bool // by hash
	edition   *Edition
	opener    *opener
	origins   func() map[string]source.Span // by squeezed text; worked out when first asked
}

// GuardOptions says what the organisation keeps to itself, and what it does not mind.
type GuardOptions struct {
	People    []string // names and mail addresses: of the version history, of CODEOWNERS
	Customers []string
	Codenames []string
	Hosts     []string // own domains and hosts; what ends in one of them is one
	Forbidden []string // anything else

	Public []string  // names, hosts and mail addresses that the organisation publishes: never a leak
	Allow  []Allowed // what was looked at and may stand
	Now    time.Time // decides which of Allow still hold
}

// Allowed lets one text stand that the guard would refuse. It holds the text's Hash, so that a
// configuration does not tell what it hides.
type Allowed struct {
	Hash   string
	Owner  string
	Reason string
	Until  time.Time // the last moment at which it holds
}

// Leak is one place of an output that must not be released.
type Leak struct {
	Output   string      // the output's name, as given to Check
	Offset   int         // in the output, in bytes; -1 if the name itself is the leak
	Class    Class       // what it is
	Found    string      // as written in the output; secrets are cut short
	Disguise string      // how it was hidden: "as written", "HTML entities" ...
	Why      string      // where the term comes from, or what gives it away
	Hash     string      // to allow it by
	Span     source.Span // where the report's public part says it; zero if the report does not
	Advice   string      // what to do about it, a lower-case phrase
}

// Class is a kind of thing that must not be released.
type Class string

// The classes.
const (
	Secret    Class = "secret"
	Person    Class = "person"
	Handle    Class = "handle"
	Email     Class = "mail address"
	Phone     Class = "phone number"
	Address   Class = "network address"
	Port      Class = "port"
	Host      Class = "host"
	Cloud     Class = "cloud resource"
	Link      Class = "internal link"
	Channel   Class = "chat channel"
	Ticket    Class = "ticket"
	Change    Class = "commit, branch or build"
	Setting   Class = "setting or flag"
	Store     Class = "table, queue or topic"
	Path      Class = "file path"
	Trace     Class = "stack trace"
	Service   Class = "service"
	Customer  Class = "customer"
	Weakness  Class = "weakness"
	Figure    Class = "business figure"
	Legal     Class = "legal or personnel matter"
	Codename  Class = "code name"
	Name      Class = "name" // of whom or what, only a person can tell
	Forbidden Class = "forbidden term"
)

// term is a text that must not be released, and why.
type term struct {
	class    Class
	text     string
	why      string
	capitals bool // it counts only in capitals, or with the capitals that it has
}

// NewGuard collects what the edition of a report must not carry.
func NewGuard(r *report.Report, e *Edition, o GuardOptions) *Guard {
	g := &Guard{allowed: map[string]bool{}, public: map[string]bool{}, edition: e}
	for _, a := range o.Allow {
		if !o.Now.After(a.Until) && a.Owner != "" && a.Reason != "" {
			g.allowed[a.Hash] = true
		}
	}
	public, withheld := divide(r)
	c := &termCollector{seen: map[string]bool{}}
	c.listed(o)
	c.fields(r)
	g.opener = openIn(e, slices.Concat(systems(r), o.Hosts, o.Codenames), o.Public)
	c.opener = g.opener
	c.text(withheld, "a withheld part of the report names it")
	for _, s := range leftBehind(r) {
		c.text([]byte(s), "the report has it in a place that is never released")
	}
	g.expect(c.terms, o.unlisted())
	g.origins = sync.OnceValue(func() map[string]source.Span { return g.locate(r, public) })
	return g
}

// unlisted is what may stand in an output whatever the report says: of the public names, those that
// name nothing on the organisation's own lists. A list is stronger than a name: whoever gives a
// service a public name that holds a customer's has made a mistake.
func (o GuardOptions) unlisted() []string {
	return slices.DeleteFunc(slices.Clone(o.Public), func(s string) bool {
		for _, listed := range slices.Concat(o.Customers, o.Codenames, o.Hosts, o.Forbidden) {
			if listed != "" && find(s, listed, 0) >= 0 {
				return true
			}
		}
		return false
	})
}

// expect makes the patterns of terms and of what may stand whatever the terms say.
func (g *Guard) expect(terms []term, public []string) {
	var keys []string
	for _, s := range public {
		g.public[strings.ToLower(s)] = true
		if p, ok := newPattern(term{text: s}); ok {
			p.shield, p.exact, p.cased, p.loose = true, false, false, false
			g.patterns, keys = append(g.patterns, p), append(keys, p.key)
		}
	}
	for _, t := range terms {
		if p, ok := newPattern(t); ok && !g.public[strings.ToLower(t.text)] && !g.allowed[Hash(t.text)] {
			g.patterns, keys = append(g.patterns, p), append(keys, p.key)
		}
	}
	g.automaton = newAutomaton(keys)
}

// Check looks through the final bytes of one output and its name. An output may be released only if
// nothing is found. The time it takes grows with the output's size alone.
func (g *Guard) Check(name string, out []byte) []Leak {
	var leaks []Leak
	stem := formatEnding().ReplaceAllString(path.Base(name), "")
	for _, f := range g.scan([]byte(stem)) {
		if f.form && titled(stem, g.edition) {
			continue
		}
		l := g.leak(name, []byte(name), f)
		l.Offset = -1
		leaks = append(leaks, l)
	}
	for _, f := range g.scan(out) {
		leaks = append(leaks, g.leak(name, out, f))
	}
	return leaks
}

// formatEnding is what a file's name says of its format, and not of its content.
var formatEnding = expression(`(?:\.(?:html|md|txt|eml|json|xml|svg|csv|statuspage|slack|confluence))+$`)

// finding is something that must not stand, at a place of the scanned bytes.
type finding struct {
	start, end int
	class      Class
	text       string // the term, or what was recognised, without disguise
	why        string
	how        string
	form       bool // known by its form alone
}

// maxFindings bounds what is told of one output: who sees so many mends the cause, not the places.
const maxFindings = 200

// scan finds everything in every reading, each place once.
func (g *Guard) scan(out []byte) []finding {
	var found []finding
	done := map[paragraph]bool{}
	for _, v := range readings(out) {
		hits := g.search(v)
		shielded := shields(hits)
		add := func(start, end int, class Class, text, why string, form bool) {
			if len(found) == maxFindings || shielded(start, end) {
				return
			}
			f := finding{int(v.at[start]), int(v.at[end]), class, text, why, v.how, form}
			for _, o := range found {
				if o.start <= f.start && f.start < max(o.end, o.start+1) && (v.how == o.how || o.end >= f.end) {
					return // a part of what is told already
				}
			}
			found = append(found, f)
		}
		for _, r := range recognise(v, done) {
			text := r.in(v.text)
			if !g.allowed[Hash(text)] && !(r.by.class == Link && g.public[hostOf(text)]) && (r.by.class == Secret || !g.opener.isOpen(r.by.class, text)) {
				add(r.start, r.end, r.by.class, text, "it has the form of "+r.by.why, true)
			}
		}
		for _, h := range hits {
			if !h.pattern.shield && !g.allowed[Hash(string(v.text[h.start:h.end]))] {
				add(h.start, h.end, h.pattern.class, h.pattern.text, h.pattern.why, false)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b finding) int { return a.start - b.start })
	return found
}

// shields gives the function that tells whether a place lies inside a text that may stand.
func shields(hits []hit) func(start, end int) bool {
	var spans []source.Span
	for _, h := range hits {
		if h.pattern.shield {
			spans = append(spans, source.Span{Start: h.start, End: h.end})
		}
	}
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	for i := 1; i < len(spans); i++ {
		spans[i].End = max(spans[i].End, spans[i-1].End) // the furthest end so far
	}
	return func(start, end int) bool {
		n, _ := slices.BinarySearchFunc(spans, start+1, func(s source.Span, at int) int { return s.Start - at })
		return n > 0 && spans[n-1].End >= end
	}
}

// leak tells a finding to the author.
func (g *Guard) leak(name string, out []byte, f finding) Leak {
	l := Leak{Output: name, Offset: f.start, Class: f.class, Found: string(out[f.start:max(f.start, min(f.end, len(out)))]), Disguise: f.how, Why: f.why, Hash: Hash(f.text)}
	if len(l.Found) > 80 {
		l.Found = l.Found[:80] + "..."
	}
	if l.Disguise == "" {
		l.Disguise = "as written"
		if !strings.EqualFold(strings.Join(strings.Fields(l.Found), " "), f.text) {
			l.Disguise = "another spelling"
		}
		if !ascii([]byte(l.Found)) && ascii([]byte(f.text)) {
			l.Disguise = "characters that look alike or are not shown"
		}
	}
	l.Span = g.origin(f.text)
	switch f.class {
	case Secret:
		l.Found = l.Found[:min(4, len(l.Found))] + "..."
		l.Advice = "revoke it at once, then take it out of the report: it is in the version history"
	case Service:
		l.Advice = "give it a public name in the configuration, or mark the part internal"
	default:
		l.Advice = "write it in other words, give it a public name, or mark the part internal"
	}
	return l
}

// origin is the place in the report's public part that says a text, or says more or less than it
// under another disguise.
func (g *Guard) origin(text string) source.Span {
	key := squeezeKey(text)
	if s, ok := g.origins()[key]; ok || key == "" {
		return s
	}
	var at source.Span
	for k, s := range g.origins() {
		if k != "" && (strings.Contains(k, key) || strings.Contains(key, k)) && (at.IsZero() || s.Start < at.Start) {
			at = s
		}
	}
	return at
}

func squeezeKey(s string) string { return string(squeeze(plainForm(written([]byte(s))).text).key) }

// Hash names a text without telling it: 16 hexadecimal digits, the same for every case and spacing.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.Join(strings.Fields(text), " "))))
	return hex.EncodeToString(sum[:8])
}
