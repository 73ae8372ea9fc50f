package guard

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// mention is something that a recogniser found in plain text, and how the text speaks of it.
type mention struct {
	text []byte
	match
}

func (m mention) String() string { return m.in(m.text) }

// maxSentence bounds how far a sentence is read in either direction.
const maxSentence = 300

// sentence is what is said of it, in lower case: from the end of the sentence before to its own end,
// the mention itself left out.
func (m mention) sentence() string {
	before, after := m.text[max(0, m.start-maxSentence):m.start], m.text[m.end:min(len(m.text), m.end+maxSentence)]
	for _, end := range []string{". ", "! ", "? ", "\n\n", ".\n"} {
		if k := bytes.LastIndex(before, []byte(end)); k >= 0 {
			before = before[k+len(end):]
		}
		if k := bytes.Index(after, []byte(end)); k >= 0 {
			after = after[:k+1]
		}
	}
	return " " + strings.ToLower(strings.Join(strings.Fields(string(before)+" \x00 "+string(after)), " ")) + " "
}

// says reports whether the sentence holds one of some words or phrases, which are parted by a bar.
func (m mention) says(phrases string) bool {
	s := spaced(m.sentence())
	for p := range strings.SplitSeq(phrases, "|") {
		if strings.Contains(s, " "+p+" ") {
			return true
		}
	}
	return false
}

// spaced is a text with blanks in the place of its punctuation, so that words can be looked for.
func spaced(s string) string {
	return " " + strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n.,;:!?()[]{}\"`'“”‘’<>*|/", r) }), " ") + " "
}

// called reports whether one of a set of nouns stands right in front of it, "the error code X", or
// right behind it, "the X field". Articles, "of", "type" and the like may stand between.
func (m mention) called(nouns map[string]bool) bool {
	before, after, _ := strings.Cut(m.sentence(), "\x00")
	b, a := strings.Fields(spaced(before)), strings.Fields(spaced(after))
	for i, steps := len(b)-1, 0; i >= 0 && steps < 4; i, steps = i-1, steps+1 {
		if nouns[b[i]] {
			return true
		}
		if !between()[b[i]] {
			break
		}
	}
	return len(a) > 0 && nouns[a[0]] && !endsSentence(after)
}

// ofProduct reports whether it is said to be a public product's: "MySQL's X", "the PostgreSQL parameter X".
func (m mention) ofProduct() bool {
	before, _, _ := strings.Cut(m.sentence(), "\x00")
	b := strings.Fields(spaced(before))
	last := len(b) - 1
	for i := last; i >= max(0, last-3); i-- {
		if wordlist.Product(b[i]) || wordlist.Brand(b[i]) {
			return i < last
		}
		if !productPart()[b[i]] {
			return false
		}
	}
	return false
}

// productPart are the nouns for what a product can be set to and has in it, and the s of its genitive.
var productPart = listed("product part")

// introduced reports whether one of some phrases, which are parted by a bar, stands right in front of
// it, or of what it is listed with: "call us on X or Y", "our support line is X".
func (m mention) introduced(phrases string) bool {
	before, _, _ := strings.Cut(m.sentence(), "\x00")
	b := strings.Fields(spaced(commas.Replace(addresses().ReplaceAllString(before, "0"))))
	for ; len(b) > 0; b = b[:len(b)-1] {
		s := " " + strings.Join(b, " ")
		for p := range strings.SplitSeq(phrases, "|") {
			if strings.HasSuffix(s, " "+p) {
				return true
			}
		}
		last := b[len(b)-1]
		listed := last == "\x01" && len(b) > 1 && (leading()[b[len(b)-2]] || !strings.ContainsFunc(b[len(b)-2], unicode.IsLetter))
		if !listed && !between()[last] && !leading()[last] && (last == "\x01" || strings.ContainsFunc(last, unicode.IsLetter)) {
			return false
		}
	}
	return false
}

// commas keeps commas, which part a sentence, apart from those before an example.
var commas = strings.NewReplacer(", for example", "", ", such as", "", ",", " \x01 ")

// addresses are what a telephone number may be listed with.
var addresses = expression(`[^\s,;]+@[^\s,;]+|https?://[^\s,;]+`)

// followed reports whether one of some phrases stands right behind it.
func (m mention) followed(phrases string) bool {
	_, after, _ := strings.Cut(m.sentence(), "\x00")
	after = spaced(after)
	for p := range strings.SplitSeq(phrases, "|") {
		if strings.HasPrefix(after, " "+p+" ") {
			return true
		}
	}
	return false
}

// between are the words that may stand between a noun and the name that it introduces.
var between = words("a an the of to with as such called named type types number numbers no nr id like is are was were and or from for")

// leading are the words that may stand between a phrase and the number or address that it introduces.
var leading = listed("leading")

// endsSentence reports whether a text begins with punctuation that parts it from what it follows.
func endsSentence(after string) bool {
	s := strings.TrimLeft(after, " \"'`”’)]")
	return s != "" && strings.ContainsAny(s[:1], ".,;:!?(")
}

// shown is the plain text of an edition, block by block, and what its marks say of it.
type shown struct {
	text    []byte
	code    []string // blocks of code
	names   []string // what is set in code inside sentences
	links   []string // where links lead
	authors []string // who is said to be the author of a page that one leads to
}

func shownText(e *edition.Edition) (s shown) {
	if t := e.Report.Title.Value; t != "" {
		s.text = append(s.text, t+"\n\n"...)
	}
	var walk func([]*report.Block)
	walk = func(blocks []*report.Block) {
		for _, x := range blocks {
			s.text = append(s.text, report.PlainText(x.Inlines)+x.Code+"\n\n"...)
			if x.Code != "" {
				s.code = append(s.code, x.Code)
			}
			walk(x.Children)
		}
	}
	if e.Report.Doc == nil {
		return s
	}
	tree := e.Report.Tree()
	walk(tree)
	for i := range report.Inlines(tree) {
		switch i.Kind {
		case report.CodeInline:
			s.names = append(s.names, i.Text)
		case report.LinkInline:
			s.links = append(s.links, i.Target)
			if name := authorOf(i); name != "" {
				s.authors = append(s.authors, name)
			}
		}
	}
	return s
}
