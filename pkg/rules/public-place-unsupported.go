package rules

import (
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicPlaceUnsupported = lint.Rule{
	Name:     "public-place-unsupported",
	Summary:  "customers are told that a country or a city was affected, and the rest of the report names others and not that",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		said := statements.Of(p)
		var others map[string]string
		for i := range said.told {
			s := &said.told[i]
			if !s.trouble {
				continue
			}
			for w := range placesIn(s) {
				if others == nil {
					others = placesFailed(said.kept)
				}
				place := places()[w.low]
				if other := others[place.sort]; other != "" && !namesAny(outside.Of(p), w.low, place.code) {
					name := s.ps.Text[w.start:w.end]
					p.Diagnose(lint.Diagnostic{
						Span:    s.ps.Span(w.start, w.end),
						Message: fmt.Sprintf("customers are told that %s was affected, and the rest of this report names %s and not that", name, other),
						Hint:    "correct it, or say under impact what happened there",
					})
				}
			}
		}
	},
}

// placesIn gives the places that a statement names.
func placesIn(s *statement) iter.Seq[word] {
	return func(yield func(word) bool) {
		text := s.ps.Text[s.start:s.end]
		for w := range eachWord(text) {
			if _, ok := places()[w.low]; ok && text[w.start]-'A' < 26 && inPlace(text, w.start, w.end) && !yield(word{w.low, s.start + w.start, s.start + w.end}) {
				return
			}
		}
	}
}

// placesFailed gives for each sort of place one of which it is said that something failed there.
func placesFailed(kept []statement) map[string]string {
	out := map[string]string{}
	for i := range kept {
		if kept[i].trouble {
			for w := range placesIn(&kept[i]) {
				out[places()[w.low].sort] = kept[i].ps.Text[w.start:w.end]
			}
		}
	}
	return out
}

// namesAny reports whether a text names a place or its code, or regions of a cloud, "eu-west-1", of which nobody can tell what
// customers call them.
func namesAny(text, name, code string) bool {
	for w := range eachWord(text) {
		if w.low == name || w.low == code {
			return true
		}
		if parts := strings.Split(w.low, "-"); len(parts) > 2 && parts[len(parts)-1] != "" && len(parts[len(parts)-1]) < 3 && len(parts[0]) == 2 {
			return true
		}
	}
	return false
}

// place is a sort of place and, of a country, its code.
type place struct{ sort, code string }

// places are names of one word that mean nothing but a place. Who names a country by another name than the report, the UK or
// the States, is left alone.
var places = sync.OnceValue(func() map[string]place {
	out := map[string]place{}
	for w := range strings.FieldsSeq(countries) {
		name, code, _ := strings.Cut(w, ":")
		out[name] = place{"country", code}
	}
	for w := range strings.FieldsSeq(cities) {
		out[w] = place{"city", w}
	}
	return out
})

const (
	countries = `argentina:ar australia:au austria:at belgium:be brazil:br bulgaria:bg canada:ca chile:cl colombia:co croatia:hr cyprus:cy denmark:dk
		egypt:eg estonia:ee finland:fi france:fr germany:de greece:gr hungary:hu iceland:is indonesia:id ireland:ie israel:il italy:it japan:jp
		kenya:ke latvia:lv lithuania:lt luxembourg:lu malaysia:my malta:mt mexico:mx morocco:ma netherlands:nl nigeria:ng norway:no pakistan:pk
		peru:pe philippines:ph poland:pl portugal:pt romania:ro russia:ru serbia:rs slovakia:sk slovenia:si spain:es sweden:se switzerland:ch
		taiwan:tw thailand:th turkey:tr ukraine:ua uruguay:uy vietnam:vn`
	cities = `amsterdam athens auckland bangalore bangkok barcelona berlin bogotá boston brussels bucharest budapest chennai chicago copenhagen dallas
		delhi denver dubai dublin frankfurt geneva hamburg helsinki istanbul jakarta johannesburg lisbon london madrid manchester manila marseille
		melbourne miami milan montreal mumbai munich nairobi osaka oslo paris prague riga rome santiago seattle seoul shanghai singapore sofia stockholm
		stuttgart sydney tallinn tokyo toronto vancouver vienna vilnius warsaw zurich`
)
