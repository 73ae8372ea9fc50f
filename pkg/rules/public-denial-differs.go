package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicDenialDiffers = lint.Rule{
	Name:     "public-denial-differs",
	Summary:  "customers are told that something did not happen, or not to some, and the rest of the report says that it did",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		said := statements.Of(p)
		for i := range said.told {
			s := &said.told[i]
			for k := range said.kept {
				if o := &said.kept[k]; s.denies && o.counts() && s.of(o) && !(s.does == "lost" && len(losses.Of(p)) > 0) || s.sparedIn(o) || o.sparedIn(s) {
					p.Diagnose(lint.Diagnostic{Span: s.span(), Message: fmt.Sprintf("customers are told %q, and it is %q elsewhere in this report", s.words(), o.words()), Hint: "find out which is right and state it in both places",
						Related: []lint.Related{{Span: o.span(), Message: o.words()}}})
					break
				}
			}
		}
	},
}

// of reports whether what a statement denies is what another one counts.
func (s *statement) of(o *statement) bool {
	if len(s.thing) == 0 || len(o.thing) == 0 {
		return false
	}
	mine, other := oneUnit(s.thing[len(s.thing)-1]), oneUnit(o.thing[len(o.thing)-1])
	same := mine == other && (s.many != "" || slices.Equal(s.thing, o.thing))
	switch {
	case s.does == "affected" && s.many == "": // emergency calls were not affected
		return same && (o.does == "affected" || unfortunate()[firstWord(o.does)])
	case s.does != o.does:
		return false
	case mine == "nobody" || somebodies()[mine]:
		return somebodies()[other]
	case mine == "nothing" || mine == "data":
		return loss{unit: other}.data()
	}
	return same
}

// sparedIn reports whether what a statement says was not affected is named by another one that tells what failed.
func (s *statement) sparedIn(o *statement) bool {
	if !s.denies || s.does != "affected" || s.many != "" || !o.trouble {
		return false
	}
	for _, name := range s.names {
		for at := 0; ; {
			n := strings.Index(o.ps.Text[o.start+at:o.end], name)
			if n < 0 {
				break
			}
			from := o.start + at + n
			at += n + len(name)
			if inPlace(o.ps.Text[o.start:], from-o.start, from-o.start+len(name)) {
				return true
			}
		}
	}
	return false
}

// inPlace reports whether text[start:end] stands where the name of a place or a product does: behind "in", "for" or "and", and
// not as a part of another name.
func inPlace(text string, start, end int) bool {
	if end < len(text) && strings.IndexByte(" \n.,;:!?)", text[end]) < 0 || start == 0 || text[start-1] != ' ' && text[start-1] != '\n' {
		return false
	}
	before := strings.TrimRight(text[:start], " \n")
	return strings.HasSuffix(before, ",") || placing()[strings.ToLower(lastWord(before))]
}

var (
	somebodies = lazySet("nobody customer user client merchant visitor subscriber tenant people person cardholder viewer member account team company organisation organization player driver student patient guest listener reader seller buyer shopper passenger")
	placing    = lazySet("in for from of at to and or across")
)
