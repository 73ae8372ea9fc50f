package rules

import "strings"

// readability counts what Flesch's formula for the ease of reading English needs.
type readability struct{ sentences, words, syllables int }

func (r *readability) add(s readability) {
	r.sentences += s.sentences
	r.words += s.words
	r.syllables += s.syllables
}

// ease is Flesch's score: 206.835 - 1.015 words per sentence - 84.6 syllables per word, rounded and
// held between 0 and 100. From 60 on a text is plain; below 30 it is for specialists. (Rudolf Flesch,
// "A new readability yardstick", 1948.)
func (r *readability) ease() int {
	if r.words == 0 || r.sentences == 0 {
		return 100
	}
	words := float64(r.words) / float64(r.sentences)
	syllables := float64(r.syllables) / float64(r.words)
	return int(min(max(206.835-1.015*words-84.6*syllables+0.5, 0), 100))
}

// cost is how much a sentence takes from the score of its text, in thousandths: what is long and made
// of long words costs most, and a few long words in a short sentence little.
func (r *readability) cost() int {
	const plainWord = 1.5 // syllables, on average
	return int(1000 * (1.015*float64(r.words) + 84.6*(float64(r.syllables)-plainWord*float64(r.words))/10))
}

// sentence is a sentence of a text and what counts in it.
type sentence struct {
	readability
	start, end int
}

// sentences cuts a text into sentences. One ends with a full stop, a question or an exclamation mark
// before a blank and a capital, or with the text; abbreviations and numbers do not end it.
func sentences(text string) []sentence {
	var out []sentence
	start := 0
	end := func(at int) {
		s := sentence{readability{sentences: 1}, start, at}
		for _, w := range wordsOf(text[start:at]) {
			s.words++
			s.syllables += syllables(w.low)
		}
		if s.words > 0 {
			out = append(out, s)
		}
		start = at
		for start < len(text) && (text[start] == ' ' || text[start] == '\n') {
			start++
		}
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' && c != ';' && c != ':' {
			continue
		}
		stop := i + 1
		for stop < len(text) && (text[stop] == ')' || text[stop] == '"') {
			stop++ // (as we do.) "It works."
		}
		if stop < len(text) && text[stop] != ' ' && text[stop] != '\n' {
			continue // 1.5, example.com, 11:10
		}
		next := strings.TrimLeft(text[stop:], " \n(")
		starts := next == "" || next[0] >= 'A' && next[0] <= 'Z' || next[0] == '"' || next[0] >= 0x80
		if (text[i] == ';' || text[i] == ':' || starts) && !(text[i] == '.' && abbreviated(text[start:i])) {
			end(stop)
			i = stop - 1
		}
	}
	if start < len(text) {
		end(len(text))
	}
	return out
}

// abbreviated reports whether a text ends with a short form that takes a full stop.
func abbreviated(text string) bool {
	w := text[strings.LastIndexAny(text, " \n(")+1:]
	switch strings.ToLower(w) {
	case "e.g", "i.e", "etc", "approx", "no", "vs", "mr", "ms", "dr", "st", "inc", "a.m", "p.m":
		return true
	}
	return false
}

// syllables estimates the syllables of an English word: its groups of vowels, without a final e that
// is not heard. A number is read as two words would be.
func syllables(w string) int {
	if w[0] >= '0' && w[0] <= '9' {
		return 2
	}
	n, vowel := 0, false
	for i := range len(w) {
		v := strings.IndexByte("aeiouy", w[i]) >= 0
		if v && !vowel {
			n++
		}
		vowel = v
	}
	switch {
	case n < 2:
	case strings.HasSuffix(w, "le") && !strings.HasSuffix(w, "ale") && !strings.HasSuffix(w, "ile") && !strings.HasSuffix(w, "ole"):
	case strings.HasSuffix(w, "e") && strings.IndexByte("aeiou", w[len(w)-2]) < 0,
		strings.HasSuffix(w, "es") && strings.IndexByte("aeioucgszx", w[len(w)-3]) < 0 && !strings.HasSuffix(w, "shes") && !strings.HasSuffix(w, "ches") && !strings.HasSuffix(w, "les"),
		strings.HasSuffix(w, "ed") && strings.IndexByte("aeioutd", w[len(w)-3]) < 0:
		n--
	}
	return max(n, 1)
}
