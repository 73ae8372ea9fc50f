package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// said takes of an edition the names that nothing explains and that a withheld part has too, however they are cut, spaced
// or written in capitals there: "stellarpay", "STELLARPAY", "Stellar-\npay". Whatever it looks like in the withheld part,
// what the edition makes of it is a name.
func (c *termCollector) said(e *edition.Edition, withheld []*reading) {
	if e == nil || e.Report == nil {
		return
	}
	shown := shownText(e)
	v := plainForm(written(shown.text))
	for _, m := range webAddress().FindAllIndex(v.text, -1) {
		shown.links = append(shown.links, strings.TrimRight(string(v.text[m[0]:m[1]]), ".,;:!?)]*_"))
		v.text = slices.Concat(v.text[:m[0]], bytes.Repeat([]byte{' '}, m[1]-m[0]), v.text[m[1]:])
	}
	var held []letterText
	for _, v := range withheld {
		if !v.binary {
			held = append(held, lettersOf(v, shown.links))
		}
	}
	take := func(name string) {
		key := squeezeKey(name)
		if len(key) < shortestSaid || c.opener.isKnown(Name, name) {
			return
		}
		for _, t := range held {
			if at, ok := t.holds(key, name); ok {
				c.at = at
				c.add(Name, name, "a withheld part names it")
				break
			}
		}
		c.at = source.Span{}
	}
	s, in := speech{v.text, wordsIn(v.text)}, linesOf(v.text, c.tongues)
	for i, w := range s.words {
		if in.at(w.start).nameLike(s, i) && !misspelt(w.low) {
			take(w.text)
		}
	}
	numbered := func(text []byte) {
		for _, name := range partedNumber().FindAll(text, -1) {
			if !usual().Match(name) && !wordlist.AllOrdinary(string(name)) {
				take(string(name))
			}
		}
	}
	numbered(v.text)
	for _, l := range shown.links {
		path := plainForm(written([]byte(uncoded(strings.TrimPrefix(l[strings.Index(l, "://")+1:], "//"+hostOf(l)))))).text
		numbered(path)
		for _, w := range wordsIn(path) {
			if unexplained(w.low, w.text == w.low) && !misspelt(w.low) {
				take(w.text)
			}
		}
	}
}

// shortestSaid is how many letters and digits a name has at least that is looked for across blanks.
const shortestSaid = 5

// partedNumber is a name with a sign in it and a number behind: "mysql-bin.008317".
var partedNumber = expression(`\b[A-Za-z][\w-]*[.:#@/][\w.:#@/-]*\d{4,}\b`)

// nameLike reports whether a word is one that nothing explains, written as names are.
func (s speech) nameLike(i int) bool {
	w := s.words[i]
	if strings.Contains(w.text, "_") {
		return true
	}
	if w.text == w.low && !strings.ContainsAny(w.text, digitChars) || behindSaint(string(s.text), w.start) {
		return false
	}
	heads := prose.HeadsSentence(string(s.text[max(0, w.start-8):w.start]), min(w.start, 8)) || i > 0 && onlyBlanks(s.gap(i-1)) && s.words[i-1].capital() && wordlist.English(s.words[i-1].low)
	if heads && onlyBlanks(s.gap(i)) && (strings.HasSuffix(w.low, "s") || !acts(s.text[w.end:])) { // "Hypervisor hosts were full", "Dynos came late"
		return false
	}
	return unexplained(w.low, true) // "Countermeasures" is what a withheld "countermeasures" is
}

// letterText is a withheld text as its letters and digits alone.
type letterText struct {
	squeezed
	of *reading
}

// lettersOf takes out where the edition leads its readers.
func lettersOf(v *reading, links []string) letterText {
	text := v.text
	for _, l := range links {
		if len(l) > 8 {
			text = bytes.ReplaceAll(text, []byte(l), bytes.Repeat([]byte{' '}, len(l)))
		}
	}
	return letterText{squeeze(text), &reading{text: text, at: v.at}}
}

// holds gives where the text has a name between two ends of words. One that it writes in several, all of the language,
// is none: "app server".
func (t letterText) holds(key, name string) (at source.Span, ok bool) {
	for from := 0; ; from++ {
		k := bytes.Index(t.key[from:], []byte(key))
		if k < 0 {
			return at, false
		}
		from += k
		start, end := int(t.pos[from]), int(t.pos[from+len(key)-1])+1
		if (match{start, end}).apart(t.of.text) && !t.spokenOf(start, end, name) {
			return source.Span{Start: int(t.of.at[start]), End: int(t.of.at[end])}, true
		}
	}
}

// spokenOf reports whether a stretch of the text is several words of the language, and does not begin as the name does.
func (t letterText) spokenOf(start, end int, name string) bool {
	pieces := bytes.FieldsFunc(t.of.text[start:end], func(r rune) bool { return r < 0x80 && keyByte(byte(r)) == 0 })
	if len(pieces) == 1 || bytes.IndexByte(t.of.text[start:end], '_') >= 0 || slices.ContainsFunc(pieces, func(p []byte) bool { return !languagePiece(p) }) {
		return false
	}
	return !upper(name[0]) || !upper(pieces[0][0]) || upper(pieces[1][0])
}
