package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// marked takes from an edition what it tells to be a part of a system: by setting it in code, or by the words around it.
func (c *termCollector) marked(e *edition.Edition) {
	if e == nil || e.Report == nil {
		return
	}
	c.coded(shownText(e).names)
	c.operated(plainForm(written(bytes.ReplaceAll(e.Markdown, []byte(`\`), nil))).text)
}

// coded takes the names of systems from code: compounds that are no words, and do not begin with the name of
// something that everybody runs, and classes of a program.
func (c *termCollector) coded(code []string) {
	for _, text := range code {
		for _, s := range strings.Fields(text) {
			if (compoundName().MatchString(s) && systemName(s) || className(s)) && !c.opener.published(s) {
				c.add(Service, s, "it is set in code, and no word")
			}
		}
	}
}

var compoundName = expression(`^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$`)

func systemName(s string) bool {
	p := strings.Split(s, "-")
	if wordlist.Product(p[0]) || codeWord()[p[0]] || region(s) || usual().MatchString(s) || usually(s) {
		return false
	}
	return slices.ContainsFunc(p, func(w string) bool {
		return len(w) > 2 && !wordlist.AllEnglish(w) && !wordlist.Product(w) && !codeWord()[w] && !abbreviation()[w]
	})
}

// operated takes from a text what it tells to be a part of a system by a noun of those who run systems, "the
// kafka-exporter pod", "the `parcelmen` queue", or by what they do to it: "we drained zirkon7". It is read
// with its marks, since what is set in code is a name although it may be a word.
func (c *termCollector) operated(text []byte) {
	s := speech{text, wordsIn(text)}
	in := linesOf(text, c.tongues)
	take := func(class Class, i int, why string) {
		if w := s.words[i]; in.at(w.start) != nil && !s.inCode(i) && !strings.ContainsAny(w.text, "-_"+digitChars) {
			return // "unser Host"
		}
		if name := s.words[i].text; !c.opener.published(name) {
			c.add(class, name, why)
		}
	}
	for i, w := range s.words {
		switch class := partNoun(w.low); {
		case class != "":
			if i > 0 && s.joined(i-1) && s.calledBy(i-1, w.low) {
				take(class, i-1, "it looks like the name of a "+strings.TrimSuffix(w.low, "s"))
			}
			if s.joined(i) && s.inCode(i+1) && !valueNoun()[w.low] {
				take(class, i+1, "it looks like the name of a "+strings.TrimSuffix(w.low, "s"))
			}
		case operation()[w.low]:
			for _, k := range s.objects(i) {
				if s.inCode(k) || s.words[k].compound() || s.words[k].numberedMachine() {
					take(Service, k, "it looks like a part of a system, by what is done to it")
				}
			}
		case place()[w.low] && s.joined(i) && s.words[i+1].numberedMachine():
			take(Host, i+1, "it looks like the name of a machine")
		}
	}
}

// worked takes from withheld prose what it says is called so, "the old box, called gandalf", and what those who run
// systems do something to, "we drained zirkon", where that is no word.
func (c *termCollector) worked(v *reading, why string) {
	s := speech{v.text, wordsIn(v.text)}
	for i, w := range s.words {
		if !operation()[w.low] && !naming()[w.low] || c.lines.at(w.start) != nil {
			continue
		}
		for _, k := range s.objects(i) {
			if name := s.words[k]; len(name.text) > 3 && unexplained(name.low, true) && !misspelt(name.low) {
				c.at.Start, c.at.End = int(v.at[name.start]), int(v.at[name.end])
				c.addTerm(term{class: Name, text: name.text, why: why})
			}
		}
	}
}

var naming = words("called named nicknamed dubbed codenamed")

// partNoun gives the class of what a noun calls a part of a system, or none.
func partNoun(noun string) Class {
	switch {
	case storeNoun()[noun]:
		return Store
	case hostNoun()[noun]:
		return Host
	case serviceNoun()[noun]:
		return Service
	case noun == "repo" || noun == "repos":
		return Change
	}
	return ""
}

var (
	storeNoun   = words("queue queues topic topics table tables")
	hostNoun    = words("pod pods namespace namespaces host vm")
	serviceNoun = listed("service noun")
	// valueNoun are those behind which a name in code may be a customer's own.
	valueNoun = words("project service deployment deployments health record records host")
	// owned are those of what each runs for itself, although it may be called after what many do: "the kafka-exporter pod".
	owned = listed("owned")
	// usedAlone are those that are not used with a description of one rare word.
	usedAlone = words("queue topic lambda exporter namespace host project repo")
	operation = listed("operation")
	place     = words("on from at off")
	// everybodys are compounds that many run under the same name.
	everybodys = listed("everybodys")
)

// joined reports whether nothing but blanks and marks stands between a word and the next.
func (s speech) joined(i int) bool {
	gap := s.gap(i)
	return len(gap) < 8 && strings.ContainsAny(gap, " \n") && onlyBlanks(strings.Trim(gap, "`*"))
}

// calledBy reports whether a word names a thing that the noun behind it calls by its kind.
func (s speech) calledBy(i int, noun string) bool {
	w := s.words[i]
	switch {
	case s.inCode(i) && noun != "project", w.compound():
		return true
	case strings.Contains(w.text, "-"):
		first, _, _ := strings.Cut(w.low, "-")
		return owned()[noun] && w.text == w.low && wordlist.Product(first) && machineryCompound(w.low) && !everybodys()[w.low] && !region(w.low)
	case strings.Contains(w.text, "_"):
		return w.text == strings.Trim(w.low, "_") && storeNoun()[noun]
	case strings.ContainsAny(w.text, digitChars) || len(w.text) < 5 || widelyKnown(w.low):
		return false
	case w.capital():
		return noun == "webhook" || noun == "webhooks"
	}
	return w.text == w.low && usedAlone()[noun] && !derived(w.low) && !misspelt(w.low)
}

// inCode reports whether a word stands in code alone, and is no word of everyday use and nothing that everybody runs.
func (s speech) inCode(i int) bool {
	w := s.words[i]
	return w.start > 0 && w.end < len(s.text) && s.text[w.start-1] == '`' && s.text[w.end] == '`' && len(w.text) > 2 && !upper(w.text[len(w.text)-1]) &&
		!wordlist.Ordinary(w.low) && !wordlist.Product(w.low) && !codeWord()[w.low] && !plainNumber(w.text) && !everydayNumberedName(w.low) && !everybodys()[w.low]
}

func everydayNumberedName(low string) bool {
	return region(low) || usual().MatchString(low) || strings.ContainsAny(low, digitChars) && everydayNumbered(low)
}

// compound reports whether a word is made of several that are not all of the language.
func (w word) compound() bool {
	return w.text == w.low && strings.Contains(w.text, "-") && !everybodys()[w.low] && systemName(w.low) && !wordlist.Prefix(w.low[:strings.IndexByte(w.low, '-')]) && machineryCompound(w.low)
}

// numberedMachine reports whether a word is letters that are no word and a number: "bkz04".
func (w word) numberedMachine() bool {
	if !lettersNumber().MatchString(w.text) || everydayNumbered(w.low) {
		return false
	}
	stem := strings.TrimRight(w.low, digitChars)
	return len(stem) > 1 && len(w.low)-len(stem) < 5 && !widelyKnown(stem)
}

// objects gives the words that a verb's work is done to: behind it, and behind a preposition that belongs to it.
func (s speech) objects(verb int) []int {
	var out []int
	take := func(k int) {
		for k < len(s.words) && determiner()[s.words[k].low] && s.joined(k-1) {
			k++
		}
		if k < len(s.words) && s.joined(k-1) {
			out = append(out, k)
		}
	}
	take(verb + 1)
	for k := verb + 1; k < min(len(s.words), verb+4) && s.joined(k-1); k++ {
		if reaching()[s.words[k].low] {
			take(k + 1)
			break
		}
	}
	return out
}

var (
	determiner = words("the our its their a an all both this that")
	reaching   = words("to into onto with via using from on")
)

// derived reports whether a rare word has an ending that makes words of others.
func derived(low string) bool {
	return slices.ContainsFunc([]string{"ed", "ing", "al", "ary", "ly", "ous", "ive", "able", "ible", "ised", "ized", "less", "ful", "ic"}, func(e string) bool { return strings.HasSuffix(low, e) })
}

// misspelt reports whether one slip makes a word of the language, or a product's name, into this one.
func misspelt(low string) bool {
	known := func(s string) bool { return wordlist.English(s) || wordlist.Product(s) }
	for i := range len(low) + 1 {
		if i < len(low) && known(low[:i]+low[i+1:]) || i+1 < len(low) && known(low[:i]+low[i+1:i+2]+low[i:i+1]+low[i+2:]) {
			return true
		}
		for c := 'a'; c <= 'z'; c++ {
			if known(low[:i]+string(c)+low[i:]) || i < len(low) && known(low[:i]+string(c)+low[i+1:]) {
				return true
			}
		}
	}
	return false
}
