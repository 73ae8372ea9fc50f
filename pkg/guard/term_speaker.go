package guard

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// spoken takes from withheld text those who speak or are spoken to, whatever their names are made of: the heads of
// the lines of a chat, "> **Bea** 10:31", "zkai: on it", "<zkai>", whom somebody paged, and of whom it says what is said
// of people alone.
func (c *termCollector) spoken(v *reading, why string) {
	text := string(v.text)
	each := func(form func() *sieve.Regexp, is func(name string) bool) {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			for k := 2; k < len(m); k += 2 {
				if m[k] >= 0 && is(text[m[k]:m[k+1]]) {
					c.at.Start, c.at.End = int(v.at[m[k]]), int(v.at[m[k+1]])
					c.person(text[m[k]:m[k+1]], why)
				}
			}
		}
	}
	each(speaker, func(s string) bool {
		return somebody(s) && (c.lines.of == nil || s == strings.ToLower(s) || wordlist.Given(strings.ToLower(s))) // "Ursache: ein Fehler"
	})
	each(paged, func(s string) bool { return somebody(s) || givenWord(s) })
	each(done, givenWord)
	each(login, func(s string) bool {
		first, last, dotted := strings.Cut(strings.ToLower(s), ".")
		return !dotted && unknown(s) || wordlist.Given(first) && (unknown(last) || !wordlist.Ordinary(first)) && !topLevel()[last] && !endsAddress()[last]
	})
	s := speech{v.text, wordsIn(v.text)}
	for i, w := range s.words {
		if givenWord(w.text) && (s.asPerson(i) || s.presented(i)) { // "Mark merged the change", "Grace was paged"
			c.at.Start, c.at.End = int(v.at[w.start]), int(v.at[w.end])
			c.person(w.text, why)
		}
	}
}

// somebody reports whether a name at the head of a chat's line is one: none of the language, no product, no tag.
func somebody(s string) bool {
	low := strings.ToLower(s)
	host := strings.Contains(s, ".") && endsAddress()[low[strings.LastIndexByte(low, '.')+1:]]
	return !host && len(s) > 2 && (unknown(s) || givenWord(s)) && !widelyKnown(low) && !tag()[low] && !team(s) && !role(s) && strings.ContainsFunc(s, func(r rune) bool { return letter(byte(r)) })
}

// givenWord reports whether a word is a first name that is a word of the language too: "Dev", "Grace", "Will".
func givenWord(s string) bool {
	low := strings.ToLower(s)
	return s != low && strings.ToUpper(s) != s && alsoGiven()[low]
}

// alsoGiven are words of the language that people are called by, too: a capital alone does not tell them.
var alsoGiven = listed("also given")

var (
	clockTime = `\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?(?: ?(?:UTC|[A-Z]{2,4}))?\]?`
	account   = `@?([A-Za-z][\w.-]{0,30}\w)`
	speaker   = expression(`(?m)^[ \t>*+-]*(?:(?:` + clockTime + `[ \t,–—-]*)?(?:<` + account + `>|\*{0,2}` + account + `(?:\*\*)?:(?:\*\*)?)[ \t]|\*{0,2}` + account + `\*{0,2} +` + clockTime + `(?:[ \t,:]|$))`)
	paged     = expression(`\b(?i:paged|pinged|woke|tagged|(?:page|call|pager|alert)s? (?:went|goes) to|assigned to|escalated to|handed (?:over )?to) ` + account)
	// login is the account of somebody, by both names or with the sign of a home.
	login = expression(`(?:^|[\s(>"'` + "`" + `*|])(?:~([a-z][a-z0-9_-]{3,})|([a-z]{3,}\.[a-z-]{3,}))(?:[\s),;:!?"'` + "`" + `*|]|\.?(?:\s|$))`)
	done  = expression(`\b(?:[a-z]+ed|written|done|taken|made|found|seen|run) by ([A-Z][a-z]+)\b`)
	// tag are the names of HTML that are no words.
	tag = words("br hr td tr th tbody thead tfoot img svg pre kbd sub sup abbr div span href src")
)
