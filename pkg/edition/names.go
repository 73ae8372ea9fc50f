package edition

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// services are the affected services that have a public name, by that name. The author is told of the others.
func (c *cutter) services() []string {
	var out []string
	for _, s := range c.report.Meta.Services {
		public := c.names.Of(s.Value)
		switch {
		case s.Value == "" || slices.Contains(out, public):
		case public == "":
			c.leave(s.Span, "the service "+strconv.Quote(s.Value)+" has no public name and is not named as affected", nameAdvice)
		default:
			out = append(out, public)
		}
	}
	return out
}

// Names are what customers call things, by what the organisation calls them: "billing-api" is "Billing".
type Names map[string]string

// Of is the public name of a service, in whatever case it is written, or empty.
func (n Names) Of(service string) string {
	for _, name := range sorted(n) {
		if strings.EqualFold(name, service) {
			return n[name]
		}
	}
	return ""
}

const nameAdvice = "give it one in the configuration, under publish.names"

// sorted gives the keys, the longest first.
func sorted(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		if k != "" {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return keys
}

// Find gives the place in a text of a whole word or phrase at or after from, in any case, or -1.
func Find(text, name string, from int) int {
	for i := from; i+len(name) <= len(text); i++ {
		if !strings.EqualFold(text[i:i+len(name)], name) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		if !inWord(before) && !inWord(after) {
			return i
		}
	}
	return -1
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-')
}

// Everyday reports whether a service is called by everyday words, and by no product's name: "checkout", "Orders API".
func Everyday(service string) bool {
	return wordlist.Everyday(service) && !slices.ContainsFunc(wordlist.Parts(service), func(w string) bool { return wordlist.Product(w) || wordlist.Brand(w) })
}

// Calls reports whether the end of a text, from an offset on, calls a service by its name; it is that name in some
// spelling. Everyday words do where they are written as a name: each of several with a capital, or as the front
// matter writes them if it has a capital. One word's has to be its own and not that of its sentence, and one in
// capitals alone, "API", is so for everybody. "The checkout was slow" calls no service.
func Calls(text string, from int, service string) bool {
	found := text[from:]
	switch {
	case !Everyday(service) || prose.Named(found):
		return true
	case found != service || found == strings.ToLower(found):
		return false
	}
	return len(wordlist.Parts(service)) > 1 || found != strings.ToUpper(found) && !prose.HeadsSentence(text, from)
}

// nameless gives the service of the front matter that a text names although it has no public name,
// or an empty string.
func (c *cutter) nameless(text string) string {
	for _, s := range c.report.Meta.Services {
		if s.Value == "" || c.names.Of(s.Value) != "" {
			continue
		}
		for at := Find(text, s.Value, 0); at >= 0; at = Find(text, s.Value, at+1) {
			if Calls(text[:at+len(s.Value)], at, s.Value) {
				return s.Value
			}
		}
	}
	return ""
}

// namesNone reports whether an item or a row may be shown although its neighbours may not: it names
// no service without a public name. If it does, it is left behind and the author is told.
func (c *cutter) namesNone(text string, at source.Span) bool {
	name := c.nameless(text)
	if name != "" {
		c.leave(at, "it names "+strconv.Quote(name)+", a service without a public name", nameAdvice+", or write what customers call it")
	}
	return name == ""
}
