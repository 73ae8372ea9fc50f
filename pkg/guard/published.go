package guard

import (
	"bytes"
	"strings"
)

// published reports whether the edition calls a name one of something that customers install or choose: "the models
// a-002 and b-002", "the package x", or, where it speaks of packages, gives its version: "x 4.18.1".
func (o *opener) published(name string) bool {
	if o == nil {
		return false
	}
	packages := bytes.Contains(o.text, []byte(" package"))
	for from := 0; ; {
		k := bytes.Index(o.text[from:], []byte(name))
		if k < 0 {
			return false
		}
		m := mention{o.text, match{from + k, from + k + len(name)}}
		from = m.end
		if !m.apart(o.text) {
			continue
		}
		m.end += len(versionAfter().Find(o.text[m.end:]))
		if packages && m.end > from || m.listedAs(releasedNoun()) {
			return true
		}
	}
}

// versionAfter is the version of what stands in front.
var versionAfter = expression(`^(?:[ @]v?\d+)?(?:\.\d+)+`)

// versionBehind is a version that stands behind a name, in a cell of its own perhaps.
var versionBehind = expression("^[ `|*\n]{1,5}v?\\d+(?:\\.\\d+)+\\b")

// releasedNoun are the nouns for what anybody can install or choose.
var releasedNoun = listed("released noun")

// listedAs reports whether one of a set of nouns stands in front of a name or behind it, with nothing between them but
// articles and other names.
func (m mention) listedAs(nouns map[string]bool) bool {
	before, after, _ := strings.Cut(m.sentence(), "\x00")
	b, a := strings.Fields(spaced(before)), strings.Fields(spaced(after))
	other := func(w string) bool { return between()[w] || strings.ContainsAny(w, "-_"+digitChars) }
	for i := len(b) - 1; i >= 0 && len(b)-i < 12; i-- {
		if nouns[b[i]] {
			return true
		}
		if !other(b[i]) {
			break
		}
	}
	for i := 0; i < len(a) && i < 12; i++ {
		if nouns[a[i]] {
			return true
		}
		if !other(a[i]) || between()[a[i]] && a[i] != "and" && a[i] != "or" {
			break
		}
	}
	return false
}
