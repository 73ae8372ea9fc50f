package guard

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// clause is a stretch of a text between its points and colons, word by word as constructions read it: "we
// didn't test it well-enough" is "we did not test it well enough".
type clause []spoken

type spoken struct {
	match
	low string
}

// clauses gives those of a text.
func (s speech) clauses() (out []clause) {
	var c clause
	for i, w := range s.words {
		c = append(c, s.spoken(i, w)...)
		if endsClause(s.gap(i)) || i+1 < len(s.words) && strings.Contains(s.gap(i), "\n") && plainNumber(s.words[i+1].text) {
			out, c = append(out, c), nil
		}
	}
	return append(out, c)
}

// spoken gives a word as what it is made of.
func (s speech) spoken(i int, w word) (out []spoken) {
	before := ""
	if i > 0 {
		before = s.gap(i - 1)
	}
	if before == "'" || before == "’" {
		if w.low == "t" && strings.HasSuffix(s.words[i-1].low, "n") {
			return []spoken{{match{s.words[i-1].start, w.end}, "not"}}
		}
		if full := shortened()[w.low]; full != "" {
			return []spoken{{match{s.words[i-1].start, w.end}, full}}
		}
		return nil
	}
	low := w.low
	if after := s.gap(i); (after == "'" || after == "’") && i+1 < len(s.words) && s.words[i+1].low == "t" {
		if low = strings.TrimSuffix(low, "n"); negated()[low] != "" {
			low = negated()[low]
		}
	}
	if full := negated()[low]; full != "" && strings.HasSuffix(low, "nt") {
		return []spoken{{w.match, full}, {w.match, "not"}}
	}
	if low == "i'm" || low == "i've" || low == "i'd" || low == "i'll" {
		return []spoken{{w.match, "i"}, {w.match, shortened()[low[2:]]}}
	}
	for from, part := 0, ""; low != ""; from += len(part) + 1 {
		part, low, _ = strings.Cut(low, "-")
		if part != "" {
			out = append(out, spoken{match{w.start + from, min(w.start+from+len(part), w.end)}, part})
		}
	}
	return out
}

var (
	shortened = sync.OnceValue(func() map[string]string {
		return map[string]string{"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
	})
	// negated are verbs as they stand in front of "'t", or with it, where the apostrophe was left out.
	negated = sync.OnceValue(func() map[string]string {
		return map[string]string{"ca": "can", "wo": "will", "dont": "do", "doesnt": "does", "didnt": "did", "isnt": "is", "wasnt": "was", "werent": "were", "arent": "are", "hasnt": "has", "havent": "have", "hadnt": "had", "cant": "can", "couldnt": "could", "wont": "will", "wouldnt": "would", "shouldnt": "should", "cannot": ""}
	})
)

// endsClause reports whether what stands between two words parts what is said.
func endsClause(gap string) bool {
	return strings.ContainsAny(gap, ".;:!?|—<>") || strings.Contains(gap, " - ") || strings.Contains(gap, " – ") || strings.Count(gap, "\n") > 0 && strings.Trim(gap, " \t\r\n") != "" || strings.Count(gap, "\n") > 1
}

// construction is a way to say something: a row of words. Each is one or several that are parted by a bar; @x is any of the
// list x of the vocabulary, *x any that ends in x; what ends in ? may be missing; ~3 is up to three words, whatever they are.
type construction []element

type element struct {
	words    map[string]bool
	endings  []string
	optional bool
	skips    int
}

func constructed(text string) (out construction) {
	for _, f := range strings.Fields(text) {
		if n, ok := strings.CutPrefix(f, "~"); ok {
			skips, _ := strconv.Atoi(n)
			out = append(out, element{skips: skips})
			continue
		}
		e := element{words: map[string]bool{}}
		f, e.optional = strings.CutSuffix(f, "?")
		for w := range strings.SplitSeq(f, "|") {
			switch {
			case w[0] == '@':
				maps.Copy(e.words, listed(w[1:])())
			case w[0] == '*':
				e.endings = append(e.endings, w[1:])
			default:
				e.words[w] = true
			}
		}
		out = append(out, e)
	}
	return out
}

// begins gives the words with which a construction may begin: the first of them is said as it is.
func (k construction) begins() (out []string) {
	for _, e := range k {
		out = slices.AppendSeq(out, maps.Keys(e.words))
		if !e.optional {
			break
		}
	}
	return out
}

func (e element) holds(low string) bool {
	return e.words[low] || slices.ContainsFunc(e.endings, func(s string) bool { return len(low) > len(s)+1 && strings.HasSuffix(low, s) })
}

// ends is where a construction that begins at a word of a clause ends, or -1.
func (k construction) ends(c clause, at int) int {
	if len(k) == 0 {
		return at
	}
	e, rest := k[0], k[1:]
	if e.words == nil {
		for n := 0; n <= e.skips && at+n <= len(c); n++ {
			if end := rest.ends(c, at+n); end >= 0 {
				return end
			}
		}
		return -1
	}
	if at < len(c) && e.holds(c[at].low) {
		if end := rest.ends(c, at+1); end >= 0 {
			return end
		}
	}
	if e.optional {
		return rest.ends(c, at)
	}
	return -1
}
