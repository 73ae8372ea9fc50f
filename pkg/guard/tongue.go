package guard

import (
	"bytes"

	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// A capital tells a name from a word only where the words are known, and those are English. Of other languages the
// guard knows the small words, which every sentence has: they tell in which language a line is, whatever the report says of
// itself, and that they are no names. Where the configuration says that people write in that language, its lines are
// read by what its capitals tell: in German, where every noun has one, nothing; elsewhere, that what has one inside a
// sentence is a name. All else holds in every language: what fields, columns, titles and lists say, given names, names of two
// words, code, and every form.

// tongue is a language of which the guard knows the small words.
type tongue struct {
	tag   string
	words func() map[string]bool
	verbs func() map[string]bool // in the singular, which only a name has in front of it without an article
	nouns bool                   // they have capitals, as names do
}

var tongues = []*tongue{
	{"en", wordsOfEnglish, words(""), false},
	{"de", wordsOfGerman, words("hat hatte ist kann konnte meldet meldete soll sollte war will wird wollte wurde"), true},
	{"es", wordsOfSpanish, words("confirmo era es esta estaba fue ha habia puede pudo tenia tiene tuvo"), false},
	{"fr", wordsOfFrench, words("a avait est etait fut peut pouvait sera"), false},
	{"nl", wordsOfDutch, words("had heeft is kan kon was werd wordt zal"), false},
	{"pt", wordsOfPortuguese, words("era esta estava foi ha pode tem teve"), false},
}

var (
	wordsOfEnglish    = listed("words of en")
	wordsOfGerman     = listed("words of de")
	wordsOfSpanish    = listed("words of es")
	wordsOfFrench     = listed("words of fr")
	wordsOfDutch      = listed("words of nl")
	wordsOfPortuguese = listed("words of pt")
)

// tonguesOf are the tongues of some tags of languages, English first; nil if there is no other.
func tonguesOf(tags []string) []*tongue {
	out := tongues[:1:1]
	for _, t := range tongues[1:] {
		if slices.ContainsFunc(tags, func(tag string) bool {
			primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
			return primary == t.tag
		}) {
			out = append(out, t)
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// lines says in which tongue each line of a text is written.
type lines struct {
	ends []int
	of   []*tongue // nil for English
}

// linesOf reads the lines of a text. One without small words is in the tongue that most of the others are in.
func linesOf(text []byte, known []*tongue) lines {
	var l lines
	if known == nil {
		return l
	}
	total := make([]int, len(known))
	for from := 0; from < len(text); {
		to := len(text)
		if k := bytes.IndexByte(text[from:], '\n'); k >= 0 {
			to = from + k + 1
		}
		counts := make([]int, len(known)) // of small words
		for _, w := range bytes.FieldsFunc(text[from:to], func(r rune) bool { return !unicode.IsLetter(r) }) {
			low := bytes.ToLower(w)
			for i, t := range known {
				if t.words()[string(low)] {
					counts[i]++
					total[i]++
				}
			}
		}
		l.ends, l.of = append(l.ends, to), append(l.of, most(known, counts, nil))
		from = to
	}
	usual := most(known, total, known[0])
	for i, t := range l.of {
		if t == nil {
			t = usual
		}
		if l.of[i] = t; t == known[0] {
			l.of[i] = nil
		}
	}
	return l
}

// most gives the tongue with the most words; none if that is no other than English and English has as many.
func most(known []*tongue, counts []int, none *tongue) *tongue {
	best := slices.Max(counts)
	if best == 0 || counts[0] == best && slices.Max(counts[1:]) == best {
		return none
	}
	return known[slices.Index(counts, best)]
}

// inTongue leaves out first names in lower case, which are words in other tongues: "elke wijziging", "claire explication".
func inTongue(found []recognised, text []byte, l lines) []recognised {
	if l.of == nil {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), func(f recognised) bool {
		s := f.in(text)
		return f.by.class == Person && s == strings.ToLower(s) && l.at(f.start) != nil
	})
}

// at is the tongue of the line at an offset, nil for English.
func (l lines) at(offset int) *tongue {
	if len(l.of) == 0 {
		return nil
	}
	n, found := slices.BinarySearch(l.ends, offset)
	if found {
		n++ // the line ends there
	}
	return l.of[min(n, len(l.of)-1)]
}

// named reports whether a word with a capital, where every word of a tongue has one, is a name by what stands around it: a verb
// in the singular behind it and no article in front, "Ravelin hat es bestätigt", or a preposition in front that plurals and
// what has the endings of German nouns stand behind too, "der Test von Bluefinch".
func (t *tongue) named(s speech, i int) bool {
	next := s.near(i, 1)
	if before := s.near(i, -1); plainNumber(before) && (t.verbs()[next] || t.nouns && strings.HasSuffix(next, "te") && !t.small(next)) {
		return true
	}
	return t.nouns && germanPreposition()[s.near(i, -1)] && !strings.HasSuffix(s.words[i].low, "er") && !strings.HasSuffix(s.words[i].low, "e")
}

var (
	germanPreposition = words("an auf aus bei durch fuer fur gegen mit nach ueber uber von")
	germanNoun        = expression(`(?:ung|ungs|heit|keit|ion|schaft|tat|ismus|nis|tum|ment|enz|anz|ik|ling|ern|en)$`)
	// determined are the words behind which a noun stands and seldom a name.
	determined = expression(`(?i)\b(?:de[rmns]|die|das|ein(?:e[mnrs]?)?|kein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|ihr(?:e[mnrs]?)?|dies(?:e[mnrs]?)|jed(?:e[mnrs])|alle[mnrs]?|welche[mnrs]?|im|am|vom|zum|zur|beim|ins)(?: [a-z]+(?:e|en|er|es|em)){0,2} ([A-Z][a-z]+)\b`)
)

// nounsIn gives, in lower case, the words that a text has as nouns behind an article.
func nounsIn(text []byte) map[string]bool {
	out := map[string]bool{}
	for _, m := range determined().FindAllSubmatch(text, -1) {
		out[strings.ToLower(string(m[1]))] = true
	}
	return out
}

// small reports whether a word, in lower case, is one of the small words of a tongue.
func (t *tongue) small(low string) bool { return t != nil && t.words()[low] }

// heads reports whether a word stands where every word of a tongue has a capital: at the head of a sentence, a cell or an entry.
func (t *tongue) heads(text []byte, at int) bool {
	before := string(text[max(0, at-20):at])
	return t.nouns || prose.HeadsSentence(before, len(before)) || beforeEntry().MatchString(before)
}

// beforeEntry is what stands in front of the text of a timeline's entry: a time, a phase.
var beforeEntry = expression(`(?:\d[:.h]\d\d(?:[:.]\d\d)?(?: [A-Z]{3,4})?|Status update|Impact begins|Detected|Acknowledged|Declared|Mitigated|Resolved)[*:]* $`)

// systemCompound reports whether a compound in lower case is called as systems are, in a line of any tongue.
func systemCompound(low string) bool {
	return namesMachinery(low) || wordlist.AllEnglish(low) && namesSystem(low) || strings.Count(low, "-") > 1 && !slices.ContainsFunc(strings.Split(low, "-"), func(w string) bool {
		return len(w) < 3 || slices.ContainsFunc(tongues, func(t *tongue) bool { return t.small(w) })
	})
}

// nameLike reports whether a word of an edition is written as names are, and nothing explains it.
func (t *tongue) nameLike(s speech, i int) bool {
	w := s.words[i]
	if t != nil && !strings.ContainsAny(w.text, digitChars) && !w.acronym() && (t.small(w.low) || w.text == w.low || t.heads(s.text, w.start)) {
		return false
	}
	return s.nameLike(i)
}

// namedIn reports whether a word is a name, where every word of its tongue has a capital. One of which nothing tells is
// kept: if customers read it too, the author is told.
func (c *termCollector) namedIn(in *tongue, s speech, at int, low string) bool {
	if in.small(low) || in.nouns && germanNoun().MatchString(low) {
		return false
	}
	k, found := slices.BinarySearchFunc(s.words, at, func(w word, at int) int { return w.start - at })
	if found && s.words[k].low == low && !c.nouns[low] && in.named(s, k) {
		return true
	}
	c.common[low] = true
	return false
}

// lead is how much of a run of words with capitals does not belong to a name: a small word in front, "Die Sparkasse
// Hallenbach", or all of it if one word is left, or if a small word ends it, "Ende Februar".
func (t *tongue) lead(run string) int {
	if t == nil {
		return 0
	}
	n := 0
	words := strings.Fields(strings.ToLower(run))
	if t.small(words[0]) {
		n, words = len(words[0])+1, words[1:]
	}
	if len(words) < 2 || t.small(words[len(words)-1]) {
		return len(run)
	}
	return n
}

// called takes from lines in other tongues those whom a title or a noun in front of them calls by their name: "Frau Schneider",
// "le client Beaulieu", "Vogel GmbH".
func (c *termCollector) called(v *reading, why string) {
	for _, m := range honoured().FindAllSubmatchIndex(v.text, -1) {
		for k := 2; k < len(m); k += 2 {
			if m[k] >= 0 {
				c.at.Start, c.at.End = int(v.at[m[k]]), int(v.at[m[k+1]])
				c.add(Name, string(v.text[m[k]:m[k+1]]), why)
			}
		}
	}
	for _, n := range []struct {
		class Class
		form  func() *sieve.Regexp
	}{{Person, titledName}, {Customer, firm}} {
		for _, m := range n.form().FindAllSubmatchIndex(v.text, -1) {
			for k := 2; k < len(m); k += 2 {
				if t := c.lines.at(m[0]); t != nil && m[k] >= 0 && !t.small(strings.ToLower(string(v.text[m[k]:m[k+1]]))) {
					c.at.Start, c.at.End = int(v.at[m[k]]), int(v.at[m[k+1]])
					c.addTerm(term{class: n.class, text: string(v.text[m[k]:m[k+1]]), why: why, capitals: true})
				}
			}
		}
	}
}

var (
	// honoured are the names that Japanese gives a title or calls a company.
	honoured   = expression(`([\p{Han}\p{Katakana}ー]{2,6})(?:さん|様|氏)|株式会社([\p{Han}\p{Katakana}ー]{2,8})|([\p{Han}\p{Katakana}ー]{2,8})株式会社`)
	titledName = expression(`\b(?:Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Senora?|Sra?\.|Don|Dona|Senhora?|Mevrouw|Meneer|Dhr\.|Mw\.|Dr\.|Prof\.|Kolleg(?:e|en|in)|[Cc]ollegue|[Cc]olega|[Cc]ollega) ([A-Z][a-z]+(?:[- ][A-Z][a-z]+)?)`)
	firm       = expression(`\b(?:Kunde|Kundin|(?:beim|vom|zum|dem|des|unserem|unseren) Kunden|Firma|Lieferant(?:en|in)?|Anbieter|Hersteller|[Cc]liente?|[Cc]lienta|[Ff]ournisseur|[Ss]ociete|[Pp]roveedor|[Ee]mpresa|[Ff]ornecedor|[Kk]lant|[Ll]everancier|[Bb]edrijf) ([A-Z][A-Za-z]+(?:[- ][A-Z][A-Za-z]+){0,2})` +
		`|\b([A-Z][A-Za-z]+(?:[- ][A-Z][A-Za-z]+){0,2}) (?:GmbH|AG|KG|SE|OHG|UG|e\.V\.|SA|SAS|SARL|SL|SRL|Ltda|BV|NV|eG)\b`)
)
