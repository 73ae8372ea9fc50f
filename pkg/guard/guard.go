// Package guard refuses to release what must stay inside: the second and the third of three walls between a
// report and its readers, of which package edition is the first. Each alone is enough for most mistakes.
//
// # What is promised
//
// Taint: every identifier and every name that stands in a withheld part, in whatever disguise, is a forbidden
// term for the edition, with the variants in which people write it; and no eight words in a row of a withheld
// sentence may stand in it, nor four that tell of a weakness, of the law or of personnel.
//
// Scan: the final bytes of every output are searched, after the disguises that a format or a writer
// can put over a text are undone, for the forbidden terms and for secrets and identifiers as such.
// One hit, and nothing is released. Nothing in a report can switch it off.
//
// # What is not promised
//
// The guard knows names, not meaning. "We have not fixed it yet" gives a weakness away and names none,
// and a paraphrase of a withheld sentence passes if it uses none of its names and no eight of its words
// in a row. A person reads the edition before it is published; the walls are there for what a person
// overlooks.
//
// # How it is made
//
// An output becomes readings, one for every set of disguises that can be taken off it (reading, disguise,
// unpack). Recognisers know secrets and identifiers in a reading by their form and by the words around
// them (recogniser, and the tables that it gathers); what the edition tells its readers to use is open and
// passes (open). A termCollector takes the terms from the report and the lists (the files
// named term); one automaton looks for all of them in each reading (match). What is found by its form makes
// terms of the words that it names besides (beside).
package guard

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Guard holds what an edition must not carry: the terms that stand in the withheld parts of its
// report and those the organisation lists. It also knows secrets and identifiers by their form. A
// Guard is immutable and may be used from several goroutines.
type Guard struct {
	expected *searcher
	copies   *copies
	public   map[string]bool      // in lower case
	allowed  map[string]bool      // by hash
	ended    map[string]time.Time // when an exception did, by hash
	edition  *edition.Edition
	opener   *opener
	places   func() map[string][]Place // where the report says what must not be released, by squeezed text
	unlisted func() []Unlisted
	memo     *memo
	tongues  []*tongue // that the edition may be written in, English first; nil if no other
}

// Options says what the organisation keeps to itself, and what it does not mind.
type Options struct {
	People    []string // names and mail addresses
	History   []string // names and mail addresses in the version history and in CODEOWNERS
	Customers []string
	Codenames []string
	Hosts     []string // own domains and hosts; what ends in one of them is one
	Forbidden []string // anything else

	// Public are names, hosts, numbers and addresses that the organisation publishes: never a leak. A star
	// at an end stands for letters and digits, and in front of a domain for a host's name: "INC-*", "*.example.com".
	Public []string
	// Names are what the organisation, its services and its terms are called in public. They may stand like
	// Public, but for those that hold what the report names in the parts that are withheld.
	Names    []string
	Services edition.Names // as in Options
	// Languages are the tags of those besides English that reports and editions may be written in: what a capital tells
	// differs. Of others than de, es, fr, nl and pt nothing is known, and their words are taken for names.
	Languages []string
	Sender    []string  // the name and address that a message comes from: they may have any form, and name nothing that is withheld
	Allow     []Allowed // what was looked at and may stand
	Now       time.Time // decides which of Allow still hold

	// RefuseUnlisted makes a leak of whatever Unlisted would only tell.
	RefuseUnlisted bool
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
	of       string      // what the same output names it with; empty if something else does
	form     bool        // the edition tells by the way in which it speaks of it
	listed   bool        // the organisation's lists have it
	affected bool        // it is a service of the front matter
	capitals bool        // it counts only in capitals, or with the capitals that it has
	subject  bool        // a word besides: it counts only where its capital or the verb behind it tells that it is none
}

// New collects what the edition of a report must not carry.
func New(r *report.Report, e *edition.Edition, o Options) *Guard {
	g := &Guard{allowed: map[string]bool{}, ended: map[string]time.Time{}, public: map[string]bool{}, edition: e, memo: &memo{}, tongues: tonguesOf(o.Languages)}
	for _, a := range o.Allow {
		switch {
		case a.Owner == "" || a.Reason == "":
		case o.Now.After(a.Until):
			g.ended[a.Hash] = a.Until
		default:
			g.allowed[a.Hash] = true
		}
	}
	d := edition.Divide(r, o.Services)
	c := &termCollector{seen: map[string]bool{}, tongues: g.tongues, common: map[string]bool{}}
	if c.tongues != nil {
		c.nouns = nounsIn(plainForm(written(r.File.Text)).text)
	}
	c.listed(o)
	for i := range c.terms {
		c.terms[i].listed = true
	}
	c.history(o.History)
	c.fields(r, o.Services)
	g.opener = openIn(e, slices.Concat(systems(r), o.Hosts, o.Codenames), o.known())
	c.opener = g.opener
	withheld := taken(d.Withheld)
	c.readings(d.Withheld, withheld, "a withheld part names it")
	c.said(e, withheld)
	g.copies = newCopies(withheld, d.Beside, r.Meta.Title, r.Meta.CustomerTitle)
	terms := len(c.terms)
	c.marked(e)
	for i := range c.terms[terms:] {
		c.terms[terms+i].form = true
	}
	c.outputs(e)
	for _, s := range d.Beside {
		c.text([]byte(s), "the report has it in a place that is never released")
	}
	for i := range c.terms[terms:] {
		c.terms[terms+i].at = source.Span{} // a place in the text that was left behind
	}
	g.expect(c.terms, o)
	g.unlisted = sync.OnceValue(func() []Unlisted { return g.unlistedIn(r, d.Shown, c) })
	if o.RefuseUnlisted {
		for _, p := range g.unlisted() {
			c.addTerm(term{class: UnlistedName, text: p.Found, why: "it is on no list, and the configuration lets none stand that is not"})
		}
		g.unlisted = func() []Unlisted { return nil }
		g.expect(c.terms, o)
	}
	g.places = sync.OnceValue(func() map[string][]Place { return g.locate(r, d.Shown) })
	return g
}

// known is what customers know the organisation by. The address of a role is at its own domain.
func (o Options) known() []string {
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
func (o Options) unlisted(public []string) []string {
	return slices.DeleteFunc(slices.Clone(public), func(s string) bool {
		for _, listed := range slices.Concat(o.Customers, o.Codenames, o.Hosts, o.Forbidden) {
			if listed != "" && edition.Find(s, listed, 0) >= 0 {
				return true
			}
		}
		return false
	})
}

// expect makes the patterns of terms and of what may stand whatever the terms say.
func (g *Guard) expect(terms []term, o Options) {
	public, names := o.unlisted(o.Public), o.unlisted(o.Names)
	for _, s := range slices.Concat(public, slices.DeleteFunc(slices.Clone(names), formed)) {
		g.public[strings.ToLower(s)] = true
	}
	patterns := g.patterns(terms)
	formsOnly := slices.Clone(o.Sender)
	if len(names) > 0 {
		g.expected = newSearcher(patterns)
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
				patterns = append(patterns, p)
			}
		}
	}
	shield(slices.Concat(public, names), false)
	shield(formsOnly, true)
	g.expected = newSearcher(patterns)
}

// patterns are those of terms that are not public.
func (g *Guard) patterns(terms []term) (out []pattern) {
	for _, t := range terms {
		if p, ok := newPattern(t); ok && !g.public[strings.ToLower(t.text)] {
			out = append(out, p)
		}
	}
	return out
}

// telling reports whether a public name holds a thing or a person that a withheld part names: "printing
// on pg-fra3". What the service itself is called is none, in its own spelling or another, unless it looks like a machine.
func (g *Guard) telling(name string) bool {
	v := plainForm(written([]byte(name)))
	return slices.ContainsFunc(g.expected.search(v), func(h hit) bool {
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
