package edition

import (
	"cmp"
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
	copies    *copies
	public    map[string]bool      // in lower case
	allowed   map[string]bool      // by hash
	ended     map[string]time.Time // when an exception did, by hash
	edition   *Edition
	opener    *opener
	places    func() map[string][]Place // where the report says what must not be released, by squeezed text
}

// GuardOptions says what the organisation keeps to itself, and what it does not mind.
type GuardOptions struct {
	People    []string // names and mail addresses
	History   []string // names and mail addresses in the version history and in CODEOWNERS
	Customers []string
	Codenames []string
	Hosts     []string // own domains and hosts; what ends in one of them is one
	Forbidden []string // anything else

	// Public are names, hosts, numbers and addresses that the organisation publishes: never a leak. A star
	// at an end stands for the rest of a word: "INC-*", "*.example.com".
	Public []string
	// Names are what the organisation, its services and its terms are called in public. They may stand like
	// Public, but for those that hold what the report names in the parts that are withheld.
	Names    []string
	Services map[string]string // public names by internal name, as in Options
	Sender   []string          // the name and address that a message comes from: they may have any form, and name nothing that is withheld
	Allow    []Allowed         // what was looked at and may stand
	Now      time.Time         // decides which of Allow still hold
}

// Allowed lets one text stand that the guard would refuse. It holds the text's Hash, so that a
// configuration does not tell what it hides.
type Allowed struct {
	Hash   string
	Owner  string
	Reason string
	Until  time.Time // the last moment at which it holds
}

// term is a text that must not be released, and why.
type term struct {
	class    Class
	text     string
	why      string
	at       source.Span // where the report names it; zero if another source does
	listed   bool        // the organisation's lists have it
	capitals bool        // it counts only in capitals, or with the capitals that it has
}

// NewGuard collects what the edition of a report must not carry.
func NewGuard(r *report.Report, e *Edition, o GuardOptions) *Guard {
	g := &Guard{allowed: map[string]bool{}, ended: map[string]time.Time{}, public: map[string]bool{}, edition: e}
	for _, a := range o.Allow {
		switch {
		case a.Owner == "" || a.Reason == "":
		case o.Now.After(a.Until):
			g.ended[a.Hash] = a.Until
		default:
			g.allowed[a.Hash] = true
		}
	}
	public, withheld := divide(r)
	c := &termCollector{seen: map[string]bool{}}
	c.listed(o)
	for i := range c.terms {
		c.terms[i].listed = true
	}
	c.history(o.History)
	c.fields(r, o.Services)
	g.opener = openIn(e, slices.Concat(systems(r), o.Hosts, o.Codenames), o.known())
	c.opener = g.opener
	c.text(withheld, "a withheld part names it")
	g.copies = newCopies(withheld, r.Meta.Span.End)
	terms := len(c.terms)
	c.coded(e)
	for _, s := range leftBehind(r) {
		c.text([]byte(s), "the report has it in a place that is never released")
	}
	for i := range c.terms[terms:] {
		c.terms[terms+i].at = source.Span{} // a place in the text that was left behind
	}
	g.expect(c.terms, o)
	g.places = sync.OnceValue(func() map[string][]Place { return g.locate(r, public) })
	return g
}

// known is what customers know the organisation by. The address of a role is at its own domain.
func (o GuardOptions) known() []string {
	all := slices.Concat(o.Public, o.Names)
	for _, s := range o.Sender {
		if role, host, ok := strings.Cut(strings.ToLower(s), "@"); ok && mailRole()[role] {
			all = append(all, host)
		}
	}
	return all
}

// unlisted leaves out, of what is public, whatever names something on the organisation's own lists. A
// list is stronger than a name: whoever gives a service a public name that holds a customer's has made
// a mistake.
func (o GuardOptions) unlisted(public []string) []string {
	return slices.DeleteFunc(slices.Clone(public), func(s string) bool {
		for _, listed := range slices.Concat(o.Customers, o.Codenames, o.Hosts, o.Forbidden) {
			if listed != "" && find(s, listed, 0) >= 0 {
				return true
			}
		}
		return false
	})
}

// expect makes the patterns of terms and of what may stand whatever the terms say.
func (g *Guard) expect(terms []term, o GuardOptions) {
	public, names := o.unlisted(o.Public), o.unlisted(o.Names)
	for _, s := range slices.Concat(public, slices.DeleteFunc(slices.Clone(names), formed)) {
		g.public[strings.ToLower(s)] = true
	}
	var keys []string
	add := func(p pattern) { g.patterns, keys = append(g.patterns, p), append(keys, p.key) }
	for _, t := range terms {
		if p, ok := newPattern(t); ok && !g.public[strings.ToLower(t.text)] {
			add(p)
		}
	}
	formsOnly := slices.Clone(o.Sender)
	if len(names) > 0 {
		g.automaton = newAutomaton(keys)
		names = slices.DeleteFunc(names, func(s string) bool {
			told := g.telling(s)
			if told {
				formsOnly = append(formsOnly, s)
			}
			return told
		})
	}
	shield := func(all []string, formsOnly bool) {
		for _, s := range all {
			if p, ok := newPattern(term{text: strings.Trim(s, "*")}); ok {
				p.shield, p.formsOnly, p.exact, p.cased, p.loose = true, formsOnly, false, false, false
				p.before, p.after = strings.HasPrefix(s, "*"), strings.HasSuffix(s, "*")
				add(p)
			}
		}
	}
	shield(slices.Concat(public, names), false)
	shield(formsOnly, true)
	g.automaton = newAutomaton(keys)
}

// telling reports whether a public name holds a thing or a person that a withheld part names: "printing
// on pg-fra3". What the service itself is called is none, in its own spelling or another, unless it looks like a machine.
func (g *Guard) telling(name string) bool {
	v := plainForm(written([]byte(name)))
	return slices.ContainsFunc(g.search(v), func(h hit) bool {
		found := string(v.text[h.start:h.end])
		switch {
		case !strings.EqualFold(found, h.pattern.text) || strings.EqualFold(found, name) && !formed(name):
			return false
		case h.pattern.class == Person:
			return h.pattern.listed || strings.Contains(found, " ") || strings.HasPrefix(string(v.text[h.end:]), "'s ")
		}
		return h.pattern.class != Service && h.pattern.class != Name
	})
}

// formed reports whether a name has the form of something internal: a machine's, a ticket's. That of a
// person or a company it may have.
func formed(name string) bool {
	return slices.ContainsFunc(recognise(plainForm(written([]byte(name))), map[paragraph]bool{}), func(r recognised) bool { return !r.by.class.named() })
}

// Check looks through the final bytes of one output and its name. An output may be released only if
// nothing is found. The time it takes grows with the output's size alone.
func (g *Guard) Check(name string, out []byte) []Leak {
	var leaks []Leak
	stem := formatEnding().ReplaceAllString(path.Base(name), "")
	masked := Mask([]byte(stem))
	for _, f := range g.scan([]byte(stem)) {
		if f.form && titled(stem, g.edition) {
			continue
		}
		l := g.leak(name, []byte(stem), masked, f)
		l.Offset = -1
		leaks = append(leaks, l)
	}
	found := g.scan(out)
	if len(found) > 0 {
		masked = Mask(out)
	}
	for _, f := range found {
		// What another reading shows to be the beginning of more, which the report says, is told with that.
		begins := func(o finding) bool { return o.start == f.start && o.end > f.end && len(g.said(o.text)) > 0 }
		if l := g.leak(name, out, masked, f); len(l.Places) > 0 || l.Secret || !slices.ContainsFunc(found, begins) {
			leaks = append(leaks, l)
		}
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
	at         source.Span // where the report names the term
	how        string
	form       bool // known by its form alone
}

// maxFindings bounds what is told of one output: who sees so many mends the cause, not the places.
const maxFindings = 200

// scan finds everything in every reading, each place once.
func (g *Guard) scan(out []byte) []finding {
	var found []finding
	var allowed []source.Span // what stands by an exception, with all that lies in it
	done := map[paragraph]bool{}
	for _, v := range readings(out) {
		hits := g.search(v)
		slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Or(a.start-b.start, b.end-a.end) }) // a whole name before its parts
		shielded := shields(v.text, hits)
		add := func(start, end int, t term, form bool) {
			if len(found) == maxFindings || shielded(start, end, t.listed, form) {
				return
			}
			f := finding{int(v.at[start]), v.endIn(out, end), t.class, t.text, t.why, t.at, v.how, form}
			switch hash := Hash(string(v.text[start:end])); {
			case g.allowed[hash]:
				allowed = append(allowed, source.Span{Start: f.start, End: f.end})
				return
			case !g.ended[hash].IsZero():
				f.why += "; what allowed it ended on " + g.ended[hash].Format(time.DateOnly)
			}
			for _, o := range found {
				if (f.class != Secret || o.class == Secret) && o.start <= f.start && f.start < max(o.end, o.start+1) && (v.how == o.how || o.end >= f.end) {
					return // a part of what is told already
				}
				if f.class == Secret && o.class == Secret && f.start == o.start {
					return // and so is a secret that another reading lets run on
				}
			}
			found = append(found, f)
		}
		byForm := func(r recognised) {
			text := r.in(v.text)
			if !(r.by.class == Link && g.public[hostOf(text)]) && (r.by.class == Secret || !g.opener.isOpen(r.by.class, text)) {
				add(r.start, r.end, term{class: r.by.class, text: text, why: "it looks like " + r.by.why}, true)
			}
		}
		forms := recognise(v, done)
		for _, r := range forms {
			if !r.by.class.named() {
				byForm(r)
			}
		}
		if !v.binary {
			g.copies.find(v.text, func(start, end int, at source.Span) {
				text := strings.Join(strings.Fields(string(v.text[start:end])), " ")
				add(start, end, term{class: Sentence, text: text, why: "a withheld part says it in the same words", at: at}, false)
			})
		}
		for _, h := range hits {
			if !h.pattern.shield {
				add(h.start, h.end, h.pattern.term, false)
			}
		}
		for _, r := range forms {
			if r.by.class.named() {
				byForm(r)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b finding) int { return a.start - b.start })
	return slices.DeleteFunc(found, func(f finding) bool {
		return f.class != Secret && slices.ContainsFunc(allowed, func(s source.Span) bool { return s.Start <= f.start && f.end <= s.End })
	})
}
