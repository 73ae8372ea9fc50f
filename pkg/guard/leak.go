package guard

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Leak is one place of an output that must not be released.
type Leak struct {
	Output   string      // the output's name, as given to Check
	Offset   int         // in the output, in bytes; -1 if the name itself is the leak
	Class    Class       // what it is
	Found    string      // as written in the output; secrets are masked, see Mask
	Disguise string      // what hides it: "emphasis marks"; empty if it stands as it is
	Why      string      // where the term comes from, or what gives it away: a clause
	Named    source.Span // where the report names it besides; zero if it does not
	Hash     string      // to allow it by
	Ended    time.Time   // when what allowed it did; zero if nothing has
	Secret   bool        // it holds a credential: its hash must not be told, which others could try guesses with
	Places   []Place     // where the report's public parts say it, in order; none if they do not
}

// Place is where a report says what must not be released, and how.
type Place struct {
	Span            source.Span
	Found, Disguise string // as in Leak
}

// Class is a kind of thing that must not be released.
type Class string

// The classes.
const (
	Secret       Class = "secret"
	Person       Class = "person"
	Handle       Class = "handle"
	Email        Class = "mail address"
	Phone        Class = "phone number"
	Address      Class = "network address"
	Port         Class = "port"
	Host         Class = "host"
	Cloud        Class = "cloud resource"
	Link         Class = "internal link"
	Channel      Class = "chat channel"
	Ticket       Class = "ticket"
	Change       Class = "commit, branch or build"
	Setting      Class = "setting or flag"
	Store        Class = "table, queue or topic"
	Path         Class = "file path"
	Trace        Class = "stack trace"
	Service      Class = "service"
	Personal     Class = "personal data"
	Customer     Class = "customer"
	Weakness     Class = "weakness"
	Figure       Class = "business figure"
	Legal        Class = "legal or personnel matter"
	Codename     Class = "code name"
	Name         Class = "name" // of whom or what, only a person can tell
	Sentence     Class = "withheld sentence"
	Forbidden    Class = "forbidden term"
	UnlistedName Class = "unlisted name"
)

// named reports whether what is of a class has a name rather than a form of its own. Where a withheld
// part or a list names it, that says more than how it is written.
func (c Class) named() bool {
	return c == Person || c == Service || c == Codename || c == Customer
}

// leak tells a finding to the author; masked is the text that it was found in.
func (g *Guard) leak(name string, out, masked []byte, f finding) Leak {
	p := placeOf(out, masked, f)
	named := f.at
	if with := g.said(f.of); len(with) > 0 {
		named = with[0].Span
	}
	return Leak{Output: name, Offset: f.start, Class: f.class, Found: p.Found, Disguise: p.Disguise, Why: f.why, Named: named, Hash: Hash(f.text), Ended: f.ended,
		Secret: f.class == Secret || p.masks(out, masked), Places: g.said(f.text)}
}

// masks reports whether a place holds a secret.
func (p Place) masks(text, masked []byte) bool {
	return !bytes.Equal(text[p.Span.Start:p.Span.End], masked[p.Span.Start:p.Span.End])
}

// spelling is the disguise of a term that is written in another of its forms: "ledger-api" as "Ledger API".
const spelling = "another spelling"

// Hidden reports whether a reader may not see that the text is there.
func (p Place) Hidden() bool { return p.Disguise != "" && p.Disguise != spelling }

// placeOf tells how a finding stands in a text, of which masked is the Mask.
func placeOf(text, masked []byte, f finding) Place {
	p := Place{Span: source.Span{Start: f.start, End: max(f.start, min(f.end, len(text)))}}
	p.Found = string(text[p.Span.Start:p.Span.End])
	switch {
	case strings.EqualFold(strings.Join(strings.Fields(p.Found), " "), f.text):
	case stands(f.how, p.Found):
		p.Disguise = f.how
	case plainLetters(p.Found) && !ascii([]byte(p.Found)):
	case !ascii([]byte(p.Found)) && ascii([]byte(f.text)):
		p.Disguise = "characters that look alike or are not shown"
	case strings.Contains(p.Found, "\n") && !strings.Contains(f.text, " "):
		p.Disguise = "a line end"
	case strings.ContainsAny(p.Found, "*`~") && !strings.ContainsAny(f.text, "*`~"):
		p.Disguise = "emphasis marks"
	default:
		p.Disguise = spelling
	}
	if p.Found = string(masked[p.Span.Start:p.Span.End]); f.class == Secret {
		p.Found = p.Found[:shownOf([]byte(p.Found))] + "..."
	} else if len(p.Found) > 80 {
		p.Found = strings.ToValidUTF8(p.Found[:80], "") + "..."
	}
	return p
}

// plainLetters reports whether a text has no other letters than those of Latin, with accents as names have them:
// none that looks like another, and none that is not shown.
func plainLetters(s string) bool {
	for _, r := range norm.NFD.String(s) {
		if r >= utf8.RuneSelf && !(unicode.Is(unicode.Mn, r) && norm.NFC.IsNormalString(s)) && twoLetters[r] == "" {
			return false
		}
	}
	return true
}

// stands reports whether what a step undid stands in a text: the reading that a term is found in may
// have lost it elsewhere.
func stands(how, found string) bool {
	for _, s := range slices.Concat(encodings, marks) {
		if s.name == how {
			return strings.ContainsAny(found, s.needs)
		}
	}
	return how != ""
}

// said gives the places in the report's public parts that say a text, or else the first that says more
// or less than it. Two or three letters stand in any longer text by chance.
func (g *Guard) said(text string) []Place {
	key, all := squeezeKey(text), g.places()
	if p, ok := all[key]; ok || key == "" {
		return p
	}
	var first []Place
	for k, p := range all {
		if min(len(k), len(key)) > 3 && (strings.Contains(k, key) || strings.Contains(key, k)) && (first == nil || p[0].Span.Start < first[0].Span.Start) {
			first = p[:1]
		}
	}
	return first
}

func squeezeKey(s string) string { return string(squeeze(plainForm(written([]byte(s))).text).key) }

// Hash names a text without telling it: 16 hexadecimal digits, the same for every case and spacing.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.Join(strings.Fields(text), " "))))
	return hex.EncodeToString(sum[:8])
}
