package guard

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// names gives the words that are names, or slips of the pen, and of which nothing tells whose.
func (t *told) names() []match {
	t.expanded = t.expandedAcronyms()
	var out []match
	signed := 0 // the words up to here are of somebody who is presented to customers
	for i, w := range t.words {
		if n := t.fullName(i); n > 0 && t.introduced(i, i+n) {
			signed = max(signed, i+n)
		}
		switch {
		case i < signed:
		case w.letter() && t.gap(i) == "&" && t.words[i+1].letter() && !publicPair()[w.text+"&"+t.words[i+1].text]:
			out = append(out, match{w.start, t.words[i+1].end}) // a department
		case t.unexplained(i):
			out = append(out, w.described())
		}
	}
	return out
}

// described is a name without what says how something else stands to it: "Velomart" of "Velomart-owned".
func (w word) described() match {
	if k := strings.LastIndexByte(w.low, '-'); k > 1 && (descriptive()[w.low[k+1:]] || describing(w.low[k+1:])) && unexplained(w.low[:k], false) {
		return match{w.start, w.start + k}
	}
	return w.match
}

func (t *told) unexplained(i int) bool {
	w := t.words[i]
	switch {
	case strings.ContainsFunc(w.text, unspacedLetter): // a sentence
		return false
	case w.low == "mailto" && strings.HasPrefix(t.gap(i), ":"):
		return false
	case strings.ContainsAny(w.text, digitChars) && (mention{t.text, w.match}).quotable():
		return false
	case len(w.text) < 2 || region(w.text) || t.inAddress(i) || usual().MatchString(w.text) && !lettersNumber().MatchString(w.low):
		return false
	case t.lines.at(w.start) != nil && !w.acronym():
		return t.strange(i)
	case w.acronym():
		low := strings.TrimSuffix(w.text, "s")
		return !t.expanded[low] && !wordlist.Acronym(strings.ToLower(low)) && unexplained(w.low, false)
	case len(w.text) < 3:
		return false
	}
	oneCase := w.text == w.low || w.text == strings.ToUpper(w.text)
	small := w.text == w.low || prose.HeadsSentence(string(t.text[max(0, w.start-8):w.start]), min(w.start, 8))
	return unexplained(w.low, small) || t.calledAfter(i) || t.bare(i) || oneCase && namesSystem(w.low) || strings.Contains(w.low, "_") && !t.interfaces(w.match)
}

func unspacedLetter(r rune) bool {
	return r > 0xFF && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// strange reports whether a word of another tongue than English may be a name: one with a capital where that tongue has
// none, one that a withheld part has with a capital too, a compound as systems are named.
func (t *told) strange(i int) bool {
	w, in := t.words[i], t.lines.at(t.words[i].start)
	switch {
	case in.small(w.low) || widelyKnown(w.low):
		return false
	case w.text == w.low:
		return strings.ContainsAny(w.text, digitChars+"_") && unexplained(w.low, true) || systemCompound(w.low)
	case in.heads(t.text, w.start):
		return t.common[w.low] && !t.nouns[w.low] && !bytes.Contains(t.text, []byte(" "+w.low))
	}
	return unexplained(w.low, false)
}

// calledAfter reports whether a word stands as a name in front of a noun for a part of a system or for those who run
// it, one of everyday use with a capital, a seldom one without: "the Heron dashboard", "albatross pods", but "Dashboard users".
func (t *told) calledAfter(i int) bool {
	w := t.words[i]
	if !partOfOwn()[t.near(i, 1)] {
		return false
	}
	within := i > 0 && onlyBlanks(t.gap(i-1)) && t.words[i-1].text == t.words[i-1].low
	return w.capital() && within && wordlist.English(w.low) && !wordlist.Product(w.low) || w.text == w.low && !derived(w.low) && !widelyKnown(w.low)
}

// bare reports whether a word stands as only names do behind a preposition, with no article and no noun that it describes: "it
// runs on albatross", "moved to Attic".
func (t *told) bare(i int) bool {
	w := t.words[i]
	if i == 0 || !onlyBlanks(t.gap(i-1)) || !leadsTo()[t.words[i-1].text] || onlyBlanks(t.gap(i)) && !goesOnBehind()[t.near(i, 1)] {
		return false
	}
	return w.capital() && wordlist.English(w.low) && !wordlist.Product(w.low) && !notSurname()[w.low] || w.text == w.low && !strings.HasSuffix(w.low, "s") && !derived(w.low) && !widelyKnown(w.low)
}

var (
	leadsTo      = words("on in via from to into onto")
	goesOnBehind = words("and or but is was were are has had by for in on at to with when which that because as after before since until so")
)

// partOfOwn are the nouns for what each organisation has of its own.
var partOfOwn = words("cluster clusters dashboard dashboards pipeline pipelines queue queues topic topics bucket buckets job jobs worker workers pod pods namespace namespaces container containers repo repos repository repositories box vm vms script scripts playbook runbook cron table tables channel squad team teams chart lambda api service services server db database app backend module bot")

var publicPair = words("Q&A R&D M&A P&L B&B H&M")

// acronym reports whether a word is one of capitals alone, in the plural perhaps.
func (w word) acronym() bool {
	s := strings.TrimSuffix(w.text, "s")
	return len(s) > 1 && strings.ToUpper(s) == s && !strings.ContainsAny(s, digitChars+"_-")
}

// expandedAcronyms gives those that a text writes out: "Velo Mart Exchange (VMX)", "VMX (Velo Mart Exchange)".
func (t *told) expandedAcronyms() map[string]bool {
	out := map[string]bool{}
	for i, w := range t.words {
		if !w.acronym() {
			continue
		}
		var before, behind []byte
		if strings.HasSuffix(t.gap(i-1), "(") {
			for k := i - 1; k >= max(0, i-2*len(w.text)); k-- {
				before = append([]byte{t.words[k].low[0]}, before...)
			}
		}
		if strings.Contains(t.gap(i), "(") {
			for k := i + 1; k < min(len(t.words), i+2*len(w.text)); k++ {
				behind = append(behind, t.words[k].low[0])
			}
		}
		if short := strings.TrimSuffix(w.text, "s"); holdsInOrder(before, strings.ToLower(short)) || holdsInOrder(behind, strings.ToLower(short)) {
			out[short] = true
		}
	}
	return out
}

// holdsInOrder reports whether all letters of a word stand among others in its order.
func holdsInOrder(letters []byte, word string) bool {
	k := 0
	for _, c := range letters {
		if k < len(word) && c == word[k] {
			k++
		}
	}
	return k == len(word)
}

// unexplained reports whether a word or compound, in lower case, has a part that not everybody knows. What is
// written in lower case may be any word of the dictionary; capitals make a name of it.
func unexplained(low string, small bool) bool {
	return slices.ContainsFunc(strings.FieldsFunc(low, func(r rune) bool { return r == '-' || r == '_' }), func(part string) bool {
		switch {
		case len(part) < 2 || plainNumber(part) || qualifying()[part]: // "mid-December"
			return false
		case number(part[0]):
			return !usual().MatchString(part)
		case strings.ContainsAny(part, digitChars):
			return !everydayNumbered(part)
		}
		return !widelyKnown(part) && !(small && wordlist.InDictionary(part))
	})
}

// namesSystem reports whether words that everybody knows are joined as systems are named, and as the language does
// not join them: "parcel-modules", but "read-only", "customer-facing", "load-balancer".
func namesSystem(low string) bool {
	p := strings.Split(low, "-")
	last := p[len(p)-1]
	return len(p) > 1 && !usually(low) && !everybodys()[low] &&
		!slices.ContainsFunc(p, func(w string) bool { return joiningWord()[w] || plainNumber(w) || strings.HasSuffix(w, "ly") }) &&
		!describing(p[0]) && !descriptive()[strings.TrimSuffix(last, "s")] && !describing(last) && (!strings.HasSuffix(last, "ing") || wordlist.Product(p[0]) || strings.ContainsAny(p[0], digitChars))
}

// describing reports whether a word has the form of those that say how something is or what is done to it.
func describing(w string) bool {
	return qualifying()[w] || wordlist.Prefix(w) || !thing()[strings.TrimSuffix(w, "s")] && slices.ContainsFunc([]string{"ed", "able", "ible", "ive", "al", "ic", "ous", "ant", "ent", "ful", "less"}, func(e string) bool { return len(w) > len(e)+2 && strings.HasSuffix(w, e) })
}

var (
	// joiningWord are the small words in what is said in one breath: "end-to-end".
	joiningWord = words("a an and or of the to in by as for on at than not per it with out from is if but my your our their")
	// qualifying begin or end compounds that say how something is.
	qualifying = words("non post pre mid ultra cross half semi quasi ever well ill best worst least most less more over under up down in on off all any no self ex high higher low lower long longer short shorter big small smaller large larger full single double triple dual multi many few one two three four five six seven eight nine ten first second third next last real hard soft fast slow hot cold warm open early late deep wide broad old new good bad known free live dead static read write now then right left near far top bottom front back")
	// thing are nouns with the endings of what describes.
	thing = words("agent client component deployment environment event content document element tenant metric traffic logic topic portal terminal signal archive drive shard feed speed variable table segment account payment shipment comment department equipment assignment journal manual hospital music clinic fabric")
)

// lettersNumber is a word with a number behind it, as machines are named.
var lettersNumber = expression(`^[a-z]+\d+$`)

// inAddress reports whether a word is a part of an address, of a handle or a dotted name. Of addresses the owner is told,
// and the rest has forms of its own.
func (t *told) inAddress(i int) bool {
	before, after := t.gap(i-1), t.gap(i)
	return strings.ContainsAny(before[len(before)-1:], "@.#=&") || len(after) == 1 && strings.ContainsAny(after, "@.=&") || t.words[i].covered(t.addresses) > 0
}

// widelyKnown reports whether a word, in lower case, is of the language or names what everybody knows.
func widelyKnown(word string) bool {
	singular := strings.TrimSuffix(word, "s")
	for _, w := range []string{word, singular} {
		if wordlist.AllEnglish(w) || wordlist.Product(w) || wordlist.Brand(w) || wordlist.Acronym(w) {
			return true
		}
		for _, list := range []func() map[string]bool{codeWord, namesake, abbreviation, regionWord, notSurname, standard, contraction, notTicket, monthShort} {
			if list()[w] {
				return true
			}
		}
	}
	return false
}
