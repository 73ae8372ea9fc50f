package guard

import (
	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// told takes from withheld prose what has no form of its own, but is told to be a name: by the noun in
// front of it, "host zeus", "customers (3M, H&M)", or by its make, "bastion7", "acme/infra-live".
func (c *termCollector) told(v *reading, why string) {
	text := string(v.text)
	take := func(t term, from, to int) {
		c.at = source.Span{Start: int(v.at[from]), End: int(v.at[to])}
		t.text, t.why = text[from:to], why
		c.addTerm(t)
	}
	each := func(form func() *sieve.Regexp, take func(s string, from, to int)) {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			k := len(m) - 2
			if m[k] >= 0 && !insideName(text, m[k], m[k+1]) {
				take(text[m[k]:m[k+1]], m[k], m[k+1])
			}
		}
	}
	each(lettersAndDigits, func(s string, from, to int) {
		if !everydayNumbered(s) {
			take(term{class: Setting}, from, to)
		}
	})
	each(afterMachinery, func(s string, from, to int) {
		dot := strings.LastIndexByte(s, '.')
		switch {
		case c.lines.at(from) != nil && dot < 0: // "Server konnten"
		case dot >= 0 && !endsAddress()[s[dot+1:]], // "queue label.requests"
			dot < 0 && strings.Contains(s, "-") && !wordlist.AllEnglish(s),
			dot < 0 && !strings.Contains(s, "-") && unknown(s) && !strings.HasSuffix(s, "ed"),
			machineryCompound(s):
			take(term{class: Host}, from, to)
		}
	})
	each(afterRepository, func(s string, from, to int) {
		take(term{class: Change}, from, to)
		if at := strings.LastIndexByte(s, '/') + 1; nameOfOwn(s[at:]) {
			take(term{class: Change}, from+at, to)
		}
	})
	partOf := func(form func() *sieve.Regexp, class Class) {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			if s := text[m[2]:m[3]]; !wordlist.AllOrdinary(s) && !region(s) && !insideName(text, m[0], m[1]) {
				take(term{class: class}, m[2], m[3])
			}
		}
	}
	partOf(ticketNumber, Ticket) // "Change 0041877" of CHG0041877
	partOf(siteName, Host)       // "stor-b" of zrh2-stor-b
	each(numbered, func(s string, from, to int) {
		if len(s) >= 8 || strings.Contains(s, "-") {
			take(term{class: Ticket}, from, to)
		}
	})
	each(ownedName, func(s string, from, to int) {
		owner, name, _ := strings.Cut(s, "/")
		if !mediaType()[owner] && !c.opener.project(owner) && (!wordlist.AllEnglish(owner) || !(wordlist.AllEnglish(name) && wordlist.AllOrdinary(owner)) && strings.Contains(name, "-")) {
			take(term{class: Change}, from, to)
		}
	})
	each(shortLink, func(s string, from, to int) { take(term{class: Link}, from, to) })
	each(extension, func(_ string, from, to int) { take(term{class: Phone}, from, to) })
	each(ownProduct, func(s string, from, to int) {
		if slices.ContainsFunc(strings.Fields(s), func(w string) bool {
			low := strings.ToLower(w)
			return upper(w[0]) && !wordlist.English(low) && !wordlist.Product(low) && !wordlist.Brand(low) && !shorthand(w) && !c.opener.isKnown(Name, w)
		}) {
			take(term{class: Name}, from, to)
		}
	})
	for _, m := range domain().FindAllStringIndex(text, -1) {
		s := text[m[0]:m[1]]
		if insideName(text, m[0], m[1]) && !strings.HasSuffix(text[:m[0]], "://") {
			continue
		}
		whose := registered([]byte(s), match{0, len(s)}).in([]byte(s))
		if low := strings.ToLower(s); c.opener.tellsOwner(whose) && (whose == s || ownHost(low) && !pageHost(low)) {
			take(term{class: Host}, m[0], m[1])
		}
	}
	each(afterCommit, func(_ string, from, to int) { take(term{class: Change}, from, to) })
	each(afterCase, func(_ string, from, to int) { take(term{class: Ticket}, from, to) })
	customers(text, func(t term, from, to int) {
		if in := c.lines.at(from); in == nil || upper(text[from]) && !in.heads(v.text, from) && !in.small(strings.ToLower(text[from:to])) {
			take(t, from, to)
		}
	})
	inAddresses(text, take, c.opener)
	for _, m := range webAddress().FindAllStringIndex(text, -1) {
		link := strings.TrimRight(text[m[0]:m[1]], ".,;:!?)]*_")
		if _, path, _ := strings.Cut(link[strings.Index(link, "://")+3:], "/"); path != "" && !c.opener.readByAll(link) {
			take(term{class: Link}, m[0]+strings.Index(link, "://")+3, m[0]+len(link)) // with any scheme or none
		}
	}
	for _, m := range codeSpans().FindAllStringSubmatchIndex(text, -1) {
		if s := text[m[2]:m[3]]; !strings.Contains(s, " ") && letterWord().MatchString(s) && unknown(s) {
			take(term{class: Setting}, m[2], m[3])
			continue
		}
		if s := text[m[2]:m[3]]; strings.Contains(s, "=") && !wordlist.AllOrdinary(s) {
			take(term{class: Setting}, m[2], m[3])
		}
		for _, k := range codeNames().FindAllStringIndex(text[m[2]:m[3]], -1) {
			from, to := m[2]+k[0], m[2]+k[1] // PoolManager of PoolManager.acquire()
			if s := text[from:to]; coded(s) && !wordlist.Brand(strings.ToLower(s)) && !usually(strings.ToLower(s)) && !region(s) && !usual().MatchString(s) {
				take(term{class: Setting}, from, to)
			}
		}
	}
}

var (
	lettersAndDigits = expression(`\b[A-Za-z]+[0-9]+[A-Za-z0-9]*\b`)
	numbered         = expression(`\b(\d+[A-Za-z]+\d+[0-9A-Za-z]*|\d{3,}-[A-Z])\b`)
	ticketNumber     = expression(`\b[A-Z]{2,8}-?(\d{5,9})\b`)
	siteName         = expression(`\b[a-z]{2,}\d*-([a-z]+-[a-z0-9]{1,3})\b`)
	codeNames        = expression(`[A-Za-z][A-Za-z0-9_-]*[A-Za-z0-9]`)
	letterWord       = expression(`^[a-z]{3,}$`)
	afterMachinery   = expression(`\b(?i:hosts?|servers?|machines?|nodes?|box|queues?|jobs?|topics?|buckets?|clusters?|pods?|namespaces?|flags?|toggles?|switch|profiles?|tunnels?) (?:called |named )?([a-z][a-z0-9]{2,}(?:[.-][a-z0-9]+)*)\b`)
	afterRepository  = expression(`\b(?i:branch(?:es)?|repo|repository|chart|fork) ([A-Za-z0-9][\w.-]*/[\w./-]*\w)`)
	ownedName        = expression(`\b[a-z][a-z0-9-]{2,}/[a-z][a-z0-9._-]{2,}\b`)
	shortLink        = expression(`\b(?:go|wiki|who|b|cl)/[a-z][a-z0-9]+(?:[-_][a-z0-9]+)+\b`)
	extension        = expression(`\b((?i:ext|extension)\.? \d{3,6})\b`)
	ownProduct       = expression(`\b([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]*){0,2} v?\d+(?:\.\d+){1,3})\b`)
	domain           = expression(`\b(?:[A-Za-z0-9][A-Za-z0-9-]*\.)*[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]\.[A-Za-z]{2,10}\b`)
	afterCommit      = expression(`\b(?i:commits?|changeset|revision|sha) ([0-9a-f]{7,40})\b`)
	afterCase        = expression(`\b(?i:cases?|incidents?|tickets?|issues?|problem|alert)(?: number| no\.?| id)? #?(\d{5,14})\b`)
)

// unknown reports whether a word is none of the language and no product that everybody knows.
func unknown(word string) bool {
	low := strings.ToLower(word)
	return !wordlist.English(low) && !wordlist.Product(low) && !wordlist.Brand(low) && !codeWord()[low]
}

// machineryCompound reports whether ordinary words with hyphens between them, behind "the queue" or
// "the job", are its name and do not say how it is: "labels-hi", but "read-only", "self-hosted".
func machineryCompound(s string) bool {
	p := strings.Split(s, "-")
	last := p[len(p)-1]
	return len(p) > 1 && !general()[p[0]] && !machinery()[p[0]] && !descriptive()[last] &&
		!strings.HasSuffix(last, "ed") && !strings.HasSuffix(last, "ing") && !strings.HasSuffix(last, "able")
}

// endsAddress are the ends of what is known by its form, hosts and files.
var endsAddress = words("com net org io dev app ai co eu de uk fr nl us ca js py go rb rs sh conf cfg yaml yml json log txt md html example")

// endsFile are top-level domains that files end in more often.
var endsFile = words("py sh rs pl md js ts cc so zip mov ps")

var descriptive = words("only wide side based up down out in over off on end time level free specific aware size to back run party term scale first by the driven led like style grade sized shaped facing bound heavy")

// codeWord are words that everybody who writes programs knows, and that are none of the language.
var codeWord = listed("code word")

// capitalName reports whether a text is written as a name is: each word with a capital or a digit and
// no ordinary noun or place.
func capitalName(s string) bool {
	if !strings.ContainsFunc(s, unicode.IsUpper) || region(s+"-a") || usualUnit().MatchString(s) {
		return false
	}
	for _, w := range strings.Fields(s) {
		if !strings.ContainsFunc(w, unicode.IsUpper) || wordlist.English(strings.ToLower(w)) && len(s) == len(w) {
			return false
		}
	}
	return true
}

var usualUnit = expression(`^\d+(?:[.,]\d+|[A-Z]{2,})`)

// everydayNumbered reports whether a word of letters and digits is one that everybody writes: a
// standard, a format, a measure, "k8s", "p99", "IPv4".
func everydayNumbered(word string) bool {
	low := strings.ToLower(word)
	stem := low[:strings.IndexAny(low, digitChars)]
	if !numberedOnce().MatchString(low) || len(stem) == 1 && stem != "v" && len(low) > 5 { // "Q1T6MN4TS4YU4" is no quarter of a year
		return false
	}
	return wordlist.Product(low) || wordlist.Brand(low) || notTicket()[stem] || standard()[stem] || regionWord()[stem] || numeronym().MatchString(low)
}

// numberedOnce is a word with a number, and perhaps a version or a unit behind it: "utf8mb4".
var numberedOnce = expression(`^[a-z]+\d+[a-z]*\d*$`)

// numeronym is one letter, a number and perhaps letters: v2, k8s, i18n, m5d.
var numeronym = expression(`^[a-z]\d+[a-z]*$|^0x`)

// standard are what everybody numbers.
var standard = listed("standard")

// mediaType are the heads of the names of formats: application/json.
var mediaType = words("application text image audio video multipart font model message and input read client request")

// foreign takes the words that are written in another script than the report's: whatever they are,
// they are names. They are looked for in the text as it is, since reading makes Latin letters of some.
func (c *termCollector) foreign(text []byte, why string) {
	latin, other := 0, 0
	all := letterRuns().FindAllIndex(text, -1)
	var found []source.Span
	for _, m := range all {
		n := 0
		for _, r := range string(text[m[0]:m[1]]) {
			if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
				n++
			}
		}
		if n > 1 {
			other += n
			found = append(found, source.Span{Start: m[0], End: m[1]})
		} else {
			latin += m[1] - m[0]
		}
	}
	if other > latin {
		return
	}
	for _, s := range found {
		word := text[s.Start:s.End]
		if !ascii(plainForm(written(word)).text) {
			c.at = s
			c.add(Name, string(word), why)
		}
	}
	c.at = source.Span{}
}

var letterRuns = expression(`[\p{L}\p{M}]+`)
