package edition

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// renamer puts the public names in the place of the internal ones, whole words only and in any case, as
// the sentence around them asks.
type renamer struct {
	names  []string // the longest first, so that "billing-api-v2" is not taken for "billing-api"
	public map[string]string
	opens  bool // the next word begins a sentence
}

func (o Options) rename(blocks []*report.Block) {
	names := slices.DeleteFunc(sorted(o.Names), func(name string) bool {
		return strings.EqualFold(name, o.Names[name]) // and so stands as its place in the sentence asks
	})
	if len(names) > 0 {
		(&renamer{names: names, public: o.Names}).blocks(blocks)
	}
}

func (r *renamer) blocks(blocks []*report.Block) {
	for _, b := range blocks {
		r.opens = true
		r.inlines(b.Inlines)
		r.blocks(b.Children)
	}
}

func (r *renamer) inlines(in []report.Inline) {
	for k := range in {
		text := in[k].Text
		for _, name := range r.names {
			text = r.replace(text, name)
		}
		if text != in[k].Text && in[k].Kind == report.CodeInline {
			in[k].Kind = report.TextInline // a public name is not code
		}
		in[k].Text = text
		if end := strings.TrimRight(text, " \n"); end != "" {
			r.opens = len(end) < len(text) && strings.ContainsAny(end[len(end)-1:], ".!?")
		}
		r.inlines(in[k].Children)
	}
}

// replace puts one public name into a text. What stands in an address stays, for it would lead elsewhere.
func (r *renamer) replace(text, name string) string {
	var b strings.Builder
	for from := 0; ; {
		at := Find(text, name, from)
		if at < 0 {
			b.WriteString(text[from:])
			return b.String()
		}
		end := at + len(name)
		if inTarget(text, at) {
			b.WriteString(text[from:end])
		} else {
			before, by := fitted(text[from:at], r.public[name])
			before = b.String() + before
			b.Reset()
			b.WriteString(before)
			if end := strings.TrimRight(before, " \n"); end == "" && r.opens || end != "" && len(end) < len(before) && strings.ContainsAny(end[len(end)-1:], ".!?") {
				by = capital(by)
			}
			b.WriteString(by)
			if several(by) && !several(name) {
				end += agree(&b, text[end:])
			}
		}
		from = end
	}
}

// several reports whether a name is that of several things: its last word is small and a plural. Products are one, whatever
// their names end in.
func several(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if last != strings.ToLower(last) || !strings.HasSuffix(last, "s") || len(last) < 4 {
		return false
	}
	for _, one := range []string{"ss", "us", "is", "ics", "news", "-ops"} {
		if strings.HasSuffix(last, one) {
			return false
		}
	}
	return true
}

// verbs are those that may stand behind a name, of one and of several.
var verbs = [][2]string{{" was ", " were "}, {" is ", " are "}, {" has ", " have "}, {" does ", " do "}, {" wasn't ", " weren't "}, {" isn't ", " aren't "}, {" hasn't ", " haven't "}}

// agree writes the verb that a text begins with as that of several things, and gives its length; 0 if it begins with none.
func agree(b *strings.Builder, text string) int {
	for _, v := range verbs {
		if strings.HasPrefix(text, v[0]) {
			b.WriteString(v[1][:len(v[1])-1])
			return len(v[0]) - 1
		}
	}
	return 0
}

// determiners are the words of which a name has one, in the text before it or in itself: "the label-svc" is
// "our label service", and "the new label-svc" is "the new label service".
var determiners = []string{"the", "a", "an", "our", "your", "this", "that", "its", "their"}

// fitted fits a public name to the text before it.
func fitted(before, by string) (string, string) {
	own, rest, ok := strings.Cut(by, " ")
	if !ok || !slices.Contains(determiners, strings.ToLower(own)) {
		return before, by
	}
	words := strings.Fields(before)
	n := len(words)
	if n == 0 || strings.TrimRight(before, " \n") == before {
		return before, by
	}
	if last := words[n-1]; slices.Contains(determiners, strings.ToLower(last)) {
		if first, _ := utf8.DecodeRuneInString(last); unicode.IsUpper(first) {
			by = capital(by)
		}
		return before[:strings.LastIndex(before, last)], by
	}
	if n > 1 && slices.Contains(determiners, strings.ToLower(words[n-2])) {
		return before, rest
	}
	return before, by
}

// capital is a name at the start of a sentence; one with capitals of its own, "eMail", stays as it is.
func capital(s string) string {
	if first, _, _ := strings.Cut(s, " "); first != strings.ToLower(first) {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// inTarget reports whether a place of a text lies in an address.
func inTarget(text string, at int) bool {
	word := text[strings.LastIndexAny(text[:at], " \n\t(<")+1 : at]
	return strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@")
}
