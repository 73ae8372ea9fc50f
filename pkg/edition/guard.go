package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Guard holds what an edition must not carry: the terms that stand in the withheld parts of its
// report and those the organisation lists. It also knows secrets and identifiers by their form. A
// Guard is immutable and may be used from several goroutines.
type Guard struct {
	terms   []term
	allowed map[string]bool
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
	Forbidden Class = "forbidden term"
)

// term is a text that must not be released, and where it stands.
type term struct {
	class Class
	text  string
	why   string
}

// NewGuard collects what the edition of a report must not carry.
func NewGuard(r *report.Report, e *Edition, o GuardOptions) *Guard {
	g := &Guard{allowed: map[string]bool{}}
	for _, a := range o.Allow {
		if !o.Now.After(a.Until) && a.Owner != "" && a.Reason != "" {
			g.allowed[a.Hash] = true
		}
	}
	for _, list := range []struct {
		class Class
		texts []string
	}{{Person, o.People}, {Customer, o.Customers}, {Codename, o.Codenames}, {Host, o.Hosts}, {Forbidden, o.Forbidden}} {
		for _, s := range list.texts {
			g.terms = append(g.terms, term{list.class, s, "the configuration lists it"})
		}
	}
	return g
}

// Check looks through the final bytes of one output and its name. An output may be released only if
// nothing is found.
func (g *Guard) Check(name string, out []byte) []Leak {
	var leaks []Leak
	for _, t := range g.terms {
		if at := find(string(out), t.text, 0); at >= 0 && !g.allowed[Hash(t.text)] {
			leaks = append(leaks, Leak{Output: name, Offset: at, Class: t.class, Found: t.text, Disguise: "as written", Why: t.why, Hash: Hash(t.text)})
		}
	}
	return leaks
}

// Hash names a text without telling it: 16 hexadecimal digits, the same for every case and spacing.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.Join(strings.Fields(text), " "))))
	return hex.EncodeToString(sum[:8])
}
