package edition

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// maxNotes bounds how many notes of one passage are told.
const maxNotes = 200

// Doubts gives what its author has to decide before an edition is released: comments that were to withhold
// something and do not, text that says it is not for customers, places that were never filled in, and notes to come
// back to a text that customers would read.
func Doubts(r *report.Report, e *Edition) []Withheld {
	if r.Doc == nil || len(e.Markdown) == 0 {
		return nil
	}
	out := marksOf(r, r.Tree()).doubts
	public := Public(r)
	if r.Meta.CustomerTitle.Written() {
		public = append([]source.Span{r.Meta.CustomerTitle.Span}, public...)
	}
	told := map[string]bool{}
	doubt := func(found, why, advice string) {
		if bare := strings.TrimRight(found, ":("); !told[bare] {
			told[bare] = true
			out = append(out, Withheld{placeIn(r.File, public, found), strconv.Quote(found) + " must not be released: " + why, advice})
		}
	}
	note := func(text string) {
		for _, n := range Notes(text) {
			doubt(text[n.Start:n.End], "it is a note to its author", "settle it, or take it out")
		}
	}
	for _, p := range e.Report.Placeholders() {
		doubt(p.String(), "it was never filled in", "write it, or take it out")
	}
	for _, at := range Unfilled(r) {
		doubt(r.File.Slice(at), "it was never filled in", "write it, or set it in code if customers are to read the brackets")
	}
	note(e.Report.Title.Value)
	for _, p := range e.Report.Passages {
		note(p.Text)
	}
	begins := func(text string, heading bool) {
		if words := NotForCustomers(text, heading); words != "" {
			doubt(words, "it says that what follows is not for customers", "mark its part <!-- internal -->, or take the words out")
		}
	}
	for _, s := range e.Report.Sections {
		begins(s.Heading.Value, true)
	}
	for _, p := range e.Report.Passages {
		begins(p.Text, false)
	}
	for _, entry := range e.Report.Timeline.Events {
		begins(entry.Text.Value, false)
	}
	slices.SortStableFunc(out, func(a, b Withheld) int { return a.Span.Start - b.Span.Start })
	return out
}

// Unfilled gives the places of public text where something in pointed brackets, "<date>", was never put in: Markdown takes
// them for HTML and shows nothing of them, but no element is called so.
func Unfilled(r *report.Report) (at []source.Span) {
	if r.Doc == nil || !mayLackFilling(r.File.Text) {
		return nil
	}
	var a *audience
	for _, raw := range r.Raw() {
		for _, m := range tag().FindAllSubmatchIndex(r.File.Text[raw.Start:raw.End], maxNotes) {
			s := source.Span{Start: raw.Start + m[0], End: raw.Start + m[1]}
			if name := strings.ToLower(r.File.Slice(source.Span{Start: raw.Start + m[2], End: raw.Start + m[3]})); element()[name] && (!askedFor[name] || m[1]-m[0] > len("<>"+name) || bytes.Contains(r.File.Text, []byte("</"+name))) {
				continue
			}
			if a == nil {
				a = marksOf(r, r.Tree())
			}
			if a.allows(s) {
				at = append(at, s)
			}
		}
	}
	return at
}

// mayLackFilling reports whether a text has a tag of no element, or of one that may be no tag. Most have none, which costs
// little to tell.
func mayLackFilling(text []byte) bool {
	for {
		k := bytes.IndexByte(text, '<')
		if k < 0 {
			return false
		}
		text = text[k+1:]
		n := 0
		for n < len(text) && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z' || n > 0 && text[n] >= '0' && text[n] <= '9') {
			n++
		}
		if name := strings.ToLower(string(text[:n])); n > 0 && (!element()[name] || askedFor[name]) {
			return true
		}
	}
}

// tag is the beginning of an element, but not one of a vocabulary of its own ("<ac:link>").
var tag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<([A-Za-z][A-Za-z0-9_-]*)(?:[\s/][^<>]*)?>`)
})

// element are the elements of HTML, those that browsers only remember among them, and the roots of what stands inside it.
var element = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, name := range strings.Fields("a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li line link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p param path picture pre progress q rect rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt u ul use var video wbr") {
		all[name] = true
	}
	return all
})

// askedFor are elements with something in them which are called as what people leave to be filled in: without an end, they
// are that.
var askedFor = map[string]bool{"address": true, "code": true, "data": true, "details": true, "label": true, "line": true, "link": true, "map": true, "output": true, "section": true, "source": true, "summary": true, "text": true, "time": true, "title": true}

// NotForCustomers gives the words with which a part says at its beginning that it is for others: "Internal", "draft,
// not sent", "To the board". Without a colon or a bracket behind them, they say so only as a heading.
func NotForCustomers(text string, heading bool) string {
	bare := strings.TrimLeft(text, " \n\t([*_\"")
	if bare == "" || strings.IndexByte("ifndcest", bare[0]|0x20) < 0 || !slices.ContainsFunc(addressing, func(word string) bool {
		return bare[0]|0x20 == word[0] && len(bare) >= len(word) && strings.EqualFold(bare[:len(word)], word)
	}) {
		return ""
	}
	m := notForCustomers().FindStringSubmatch(bare)
	if m == nil || m[2] == "" && m[3] == "" && !heading {
		return ""
	}
	return m[1]
}

// addressing are the beginnings of what notForCustomers finds: most texts have none of them.
var addressing = []string{"internal", "for internal", "not ", "do not", "confidential", "strictly", "draft", "embargoed", "to ", "sent to"}

var notForCustomers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^((?:for )?internal(?: use)?(?: only)?|internal notes?|not for (?:customers|publication|release|the public)|do not (?:publish|release|share|send)|(?:strictly )?confidential|draft(?:, not sent)?|not (?:yet )?sent|embargoed|(?:sent )?to (?:the |our )?(?:management|board|executives?|leadership|regulators?|authorit(?:y|ies)|auditors?|lawyers?|staff|employees|sales|investors|insurers?))[*_"]*(?:\s*([:\])])|( [-–—]) |$)`)
})

// Notes gives the places in a text at which its author means to come back to it: "TODO", "[check with legal]".
func Notes(text string) (at []source.Span) {
	if !mayNote(text) {
		return nil
	}
	for _, m := range noteToSelf().FindAllStringSubmatchIndex(text, maxNotes) {
		at = append(at, source.Span{Start: m[0], End: max(m[3], m[5])})
	}
	for _, m := range noteOfApproval().FindAllStringIndex(text, maxNotes) {
		if s := (source.Span{Start: m[0], End: m[1]}); !slices.ContainsFunc(at, s.Overlaps) {
			at = append(at, s)
		}
	}
	return at
}

// mayNote reports whether a text may have notes; most have none, which costs little to tell.
func mayNote(text string) bool {
	return slices.ContainsFunc(comeBack, func(word string) bool { return strings.Contains(text, word) })
}

// comeBack are what begins a noteToSelf. A text without them has none, as most have.
var comeBack = []string{"TODO", "FIXME", "TBD", "TBC", "XX", "TKTK", "[", "{{", "???", "(tb", "(Tb", "(TB", "INSERT ", "NEEDS ", " FINAL", "ote to self", "lease approve", " legal", "egal: ", "omms: "}

// noteToSelf is one of these words, or one of others in brackets, with what stands in the brackets with it, or what
// stands for something that is to be put in its place.
var noteToSelf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\[(?i:todo|tbd|tbc|fixme|xxx|check|verify|confirm|placeholder|wording|legal|insert|your|(?:customer |company |first |last )?name|customer|number|amount|date|time|link)\b[^\]\n]{0,200}\]|\((?i:tbc|tbd|tba)\b[^)\n]{0,200}\)|\{\{[^}\n]{1,100}\}\}|\?\?\?+)|\b((?:TODO|FIXME|TBD|TBC|XXX+|TKTK)\b:?)(?:[^\pL\d\s/-]|\s|$)`)
})

// noteOfApproval is what is written on a text that others have not approved yet, or to them; a number that is to be put in; and
// a count of drafts.
var noteOfApproval = sync.OnceValue(func() *regexp.Regexp {
	const who = `(?:the |our )?(?:legal|comms|communications|compliance|marketing|lawyers?)\b`
	return regexp.MustCompile(`\bNEEDS (?:SIGN-?OFF|APPROVAL|REVIEW|LEGAL|OK|WORK|NUMBERS?)\b|\bINSERT [A-Z]{3,}\b|\bXX(?:[:.]XX\b| ?%|[ ,]\d{3}\b| [a-z]{3,}s\b)|(?i:\bfinal)[ _-]FINAL\b` +
		`|(?i:^\W*(?:legal|comms|compliance)(?: team)?: [^.!\n]{0,120}\?|\bnote to self\b|\bplease approve (?:before|by|asap|this|it|and|the (?:text|draft|wording))\b` +
		`|\b(?:ask|check with|check this with|clear with|agree with|run (?:this |it )?(?:by|past)) ` + who + `|\bnot (?:yet )?(?:been )?(?:approved|signed off|cleared|reviewed|seen) by ` + who + `|\b(?:waiting|waits) for ` + who + `)`)
})

// placeIn is where one of the parts of a text says something; where the parts begin if none does.
func placeIn(f *source.File, parts []source.Span, what string) source.Span {
	for _, s := range parts {
		if i := bytes.Index(f.Text[s.Start:s.End], []byte(what)); i >= 0 {
			return source.Span{Start: s.Start + i, End: s.Start + i + len(what)}
		}
	}
	return source.Span{Start: parts[0].Start, End: parts[0].Start}
}
