package guard

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// What is found in an output by its form tells what other words of it name: "zirkon.lan:8080" that zirkon is a
// host, and "malachit, zirkon" that malachit is one too. Such words are terms for this output, as if a
// withheld part had named them.

// beside gives what finds these terms, or nil if there are none.
func (g *Guard) beside(found []finding, views []*reading) *searcher {
	c := &termCollector{seen: map[string]bool{}, opener: g.opener}
	for _, f := range found {
		if f.form && f.class.names() {
			c.of = f.text
			c.within(f.class, f.text, strings.Replace(f.why, "it looks like", "it belongs to what looks like", 1))
		}
	}
	if len(c.terms) == 0 {
		return nil
	}
	known := map[string]term{}
	for _, t := range c.terms {
		known[squeezeKey(t.text)] = t
	}
	for _, v := range views {
		if !v.binary {
			c.members(speech{v.text, wordsIn(v.text)}, known)
		}
	}
	return newSearcher(g.patterns(c.terms))
}

// names reports whether what is of a class is a name that may stand elsewhere in another form.
func (c Class) names() bool {
	switch c {
	case Person, Handle, Email, Host, Port, Link, Cloud, Channel, Change, Setting, Store, Service, Customer, Codename:
		return true
	}
	return false
}

// within takes a thing that an output names, and the names that it is made of.
func (c *termCollector) within(class Class, s, why string) {
	if !letterOrDigit(s[0]) {
		// An option of a command is not written in another way, but what is given with it may be.
		if _, value, ok := strings.Cut(s, "="); ok && value != "" && !number(value[0]) && !widelyKnown(strings.ToLower(value)) {
			c.add(class, value, why)
		}
		return
	}
	if class == Setting && !slices.ContainsFunc(wordlist.Parts(s), func(p string) bool { return !widelyKnown(p) }) {
		return // of words alone: "the OpenAI API key"
	}
	c.formed(class, s, why)
	take := func(t term, from, to int) {
		t.text, t.why = s[from:to], why
		c.addTerm(t)
	}
	inAddresses(s, take, c.opener)
	if class == Service || class == Change { // "initech/ledger-app:v3.0.1"
		path, _, _ := strings.Cut(s, ":")
		if name := path[strings.LastIndexByte(path, '/')+1:]; name != s && nameOfOwn(name) {
			c.add(class, name, why)
		}
	}
	if (class == Setting || class == Store || class == Service || class == Host) && !strings.ContainsAny(s, "./:") {
		c.parts(class, s, why)
	}
}

// parts takes of a compound the words that are none of the language, and what it begins with: "parcel_api" of
// "parcel_api_delta".
func (c *termCollector) parts(class Class, s, why string) {
	parts := 0
	for from := 0; from < len(s); {
		to := len(s)
		if k := strings.IndexAny(s[from:], "-_"); k >= 0 {
			to = from + k
		}
		p := s[from:to]
		if len(p) > 3 && !strings.ContainsAny(p, digitChars) && !widelyKnown(strings.ToLower(p)) && !machineWord()[strings.ToLower(p)] {
			c.add(class, p, why)
		}
		if parts++; parts > 1 && to < len(s) && (strings.Contains(s[:to], "_") || !wordlist.AllEnglish(s[:to]) || namesMachinery(s[:to])) {
			c.add(class, s[:to], why)
		}
		from = to + 1
	}
}

// members takes what is listed with a thing that is known, and is no word of the language.
func (c *termCollector) members(s speech, known map[string]term) {
	for i := 0; i < len(s.words); {
		from := i
		var of term
		for {
			if t, ok := known[string(squeeze([]byte(s.words[i].text)).key)]; ok && of.text == "" {
				of = t
			}
			next := s.listedWith(i)
			if next == i {
				break
			}
			i = next
		}
		i++
		if of.text == "" || i-from < 2 {
			continue
		}
		c.of = of.of
		for _, w := range s.words[from:i] {
			if w.sortOf(of) {
				c.addTerm(term{class: of.class, text: w.text, why: strings.Replace(of.why, "it belongs to", "it is listed with", 1), capitals: of.capitals})
			}
		}
	}
}

// listedWith gives the next item of the list that a word stands in, or the word itself if there is none.
func (s speech) listedWith(i int) int {
	if i+1 >= len(s.words) {
		return i
	}
	switch gap := s.gap(i); {
	case len(gap) > 12:
	case strings.ContainsAny(gap, ",/&") && len(strings.Trim(gap, " \t\r\n`*_\"'")) == 1 && strings.Count(gap, "\n") < 2:
		return i + 1
	case (s.words[i+1].low == "and" || s.words[i+1].low == "or") && strings.Trim(gap, " `*_\"'") == "" && i+2 < len(s.words) && strings.Trim(s.gap(i+1), " `*_\"'") == "":
		return i + 2
	}
	return i
}

// sortOf reports whether a word may be of the sort of a thing that it is listed with.
func (w word) sortOf(t term) bool {
	switch {
	case plainNumber(w.text):
		return false
	case t.class == Person && t.capitals: // the first letters of a name
		return len(w.text) < 4 && strings.ToUpper(w.text) == w.text && !nobody()[w.low]
	case t.class == Person || t.class == Customer || t.class == Codename:
		return w.capital() && w.plain() && len(w.text) > 2
	case strings.ContainsAny(w.text, "-_"):
		return !wordlist.AllEnglish(strings.ReplaceAll(w.low, "_", "-")) && !region(w.low)
	}
	return len(w.text) > 3 && !widelyKnown(w.low)
}
