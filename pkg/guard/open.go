package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// What customers read, type and program against has the forms of what is internal: an error code is
// written like a setting, an invoice numbered like a ticket, a library's option named like a flag.
// Where the form alone does not tell, the way in which the edition speaks of a thing does: "the error
// code X", "flights X and Y", "call us at X". What is open in this sense is no finding by its form.
// It is one all the same if a withheld part or a list of the organisation holds it.

// opener decides what is open in an edition.
type opener struct {
	own    map[string]bool // words that the organisation names its systems with: nothing that holds one is open
	house  map[string]bool // labels of the organisation's hosts, as far as customers know them
	open   map[string]bool // by class and squeezed text
	public []string        // what the organisation publishes: of a name with a star, what follows
	text   []byte          // what the edition says
	cited  map[string]bool // weaknesses that the edition links a page about: whether it is one of others
	known  map[string]bool // by squeezed text, those of open that are meant for customers wherever they stand, also in a withheld part
}

// openIn gives what is open in an edition. systems are the names of the organisation's systems,
// public what it publishes.
func openIn(e *edition.Edition, systems, public []string) *opener {
	o := &opener{own: map[string]bool{}, house: map[string]bool{}, open: map[string]bool{}, cited: map[string]bool{}, known: map[string]bool{}}
	for _, name := range public {
		o.inhabit(name)
		o.public = append(o.public, strings.ToLower(strings.TrimPrefix(name, "*")))
	}
	for _, name := range systems {
		for _, w := range wordlist.Parts(name) {
			if len(w) > 2 && !plainNumber(w) && !wordlist.Ordinary(w) && !wordlist.Product(w) {
				o.own[w] = true
			}
		}
	}
	if e == nil || e.Report == nil {
		return o
	}
	shown := shownText(e)
	text, links := shown.text, shown.links
	for _, name := range shown.authors {
		o.add(Person, name, false)
	}
	v := plainForm(written(bytes.ReplaceAll(text, []byte{'"'}, []byte{' '})))
	for _, m := range mailRoleAt().FindAllSubmatch(v.text, -1) {
		if mailRole()[strings.ToLower(string(m[1]))] {
			o.inhabit(string(m[2]))
		}
	}
	for _, m := range wordsIn(v.text) { // what customers are told in words is no name of a system
		w := strings.TrimSuffix(m.text, "s")
		alone := !insideName(string(v.text[max(0, m.start-1):min(len(v.text), m.end+2)]), min(m.start, 1), min(m.start, 1)+len(m.text))
		if o.own[w] && alone && (wordlist.InDictionary(w) || twoWords(w)) {
			delete(o.own, w)
		}
	}
	var prefixes []string
	for _, m := range numberFormat().FindAllSubmatch(v.text, -1) {
		prefixes = append(prefixes, string(m[1]))
	}
	o.text = v.text
	for _, l := range links {
		if path, _, query := strings.Cut(l, "?"); query && !publishes(hostOf(l)) {
			l = path
		}
		for _, id := range weaknessNumber().FindAllString(l, -1) {
			o.cited[strings.ToUpper(id)] = o.cited[strings.ToUpper(id)] || !o.ownPage(hostOf(l))
		}
	}
	o.asked()
	found := recognise(v, map[paragraph]bool{})
	for _, f := range found {
		m := mention{v.text, f.match}
		known, open := o.judge(f.by, m)
		if !open || o.holdsOwn(m.String()) {
			continue
		}
		o.add(f.by.class, m.String(), known)
		if prefix, _, ok := strings.Cut(m.String(), "-"); ok && f.by.class == Ticket {
			prefixes = append(prefixes, prefix+"-")
		}
	}
	names := map[string]bool{}
	for _, f := range found {
		if first, _, _ := strings.Cut(f.in(v.text), " "); f.by.class == Person && (first == f.in(v.text) || first == strings.ToLower(first)) {
			names[strings.ToLower(first)] = true
		}
	}
	for _, l := range links { // "?msg=Reboot+of+Violet"
		for _, f := range recogniseIn([]byte(strings.ReplaceAll(l, "+", " ")), false, false) {
			if s := f.in([]byte(strings.ReplaceAll(l, "+", " "))); f.by.class == Person && !strings.Contains(s, " ") {
				names[strings.ToLower(s)] = true
			}
		}
	}
	for _, name := range systemNames(v.text, names) {
		o.add(Person, name, false)
	}
	for _, f := range found { // "flights LH-400 and LH-401"
		s := f.in(v.text)
		if f.by.class == Ticket && slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) }) {
			o.add(Ticket, s, false)
		}
	}
	for _, l := range append(links, webAddress().FindAllString(string(v.text), -1)...) {
		o.link(l, public)
	}
	return o
}

// twoWords reports whether a word, in lower case, is made of two that everybody uses: "payout", "writeoff".
func twoWords(w string) bool {
	for k := 3; k+3 <= len(w); k++ {
		if wordlist.Ordinary(w[:k]) && wordlist.Ordinary(w[k:]) {
			return true
		}
	}
	return false
}

// numberFormat tells customers how a thing of theirs is numbered: "incidents such as INC-N".
var numberFormat = expression(`\b([A-Z]{2,}-)[NX]+\b`)

var mailRoleAt = expression(`(?i)\b([a-z-]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)`)

// inhabit takes the labels of a host for names that customers know the organisation by.
func (o *opener) inhabit(host string) {
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		o.house[label] = true
	}
}

var webAddress = expression("(?i)https?://[^\\s<>\"'`]+")

func (o *opener) add(class Class, text string, known bool) {
	key := string(class) + " " + squeezeKey(text)
	o.open[key] = true
	if known {
		o.known[squeezeKey(text)] = true
	}
}

func (o *opener) isOpen(class Class, text string) bool {
	if class == Person && text == strings.ToLower(text) {
		text, _, _ = strings.Cut(text, " ") // "the violet builder", if Violet is a machine
	}
	return o != nil && o.open[string(class)+" "+squeezeKey(text)]
}

// isKnown reports whether a thing is no term although a withheld part names it. The organisation's own
// name is such a thing: where its status page is and where it is written to.
func (o *opener) isKnown(class Class, text string) bool {
	return o != nil && (o.known[squeezeKey(text)] || class == Name && o.house[strings.ToLower(text)])
}

func (o *opener) holdsOwn(text string) bool {
	return slices.ContainsFunc(wordlist.Parts(text), func(w string) bool { return o.own[w] })
}

// judge says of a thing whether it is open, and whether it is so wherever it stands.
func (o *opener) judge(by *recogniser, m mention) (known, open bool) {
	s := m.String()
	switch by.class {
	case Setting:
		if m.called(interfaceNoun()) || strings.HasSuffix(m.before(m.text, 6), "error.") { // genericError.MISSING_FIELD
			upper, numbered := strings.ToUpper(s) == s, strings.ContainsAny(s, digitChars)
			return !numbered && (upper || m.says("you|your") && m.says("saw|see|seen|get|got|receive|received|shown|showed")), upper || !numbered
		}
		return technical(s) && m.ofProduct(), technical(s) || likeHost(s) || versionBehind().Match(m.text[m.end:]) || m.listedAs(releasedNoun()) || strings.HasPrefix(s, "--") && m.introduced("use|please use") || m.ofProduct() && !strings.ContainsAny(s, digitChars)
	case Path:
		if callPath(s) {
			return true, true
		}
		return false, (m.called(callNoun()) || m.says("http") || spokenPath(s) || userArea().MatchString(strings.TrimRight(s, ".`")) || m.introduced("found in|found under|located in|located under|accessible from|available in|available under")) && !machinePath(s)
	case Figure:
		return false, by.why == "a business figure" && m.promised()
	case Phone:
		return true, m.introduced("call us|phone us|ring us|text us|reach us|contact us|call support|contact support|our support team|support line|support number|support desk|help desk|hotline|via phone|by phone|us call|you need us call|help line|helpline|customer service|customer support|freephone|or call|please call|and call|can call")
	case Ticket:
		return false, m.called(publicNoun()) || m.quotable() || m.introduced("please quote|please mention|mention the reference|quote the reference|and quote|and mention|quoting|mentioning|your case|your ticket|your reference") && m.says("you|your|us") ||
			m.followed("on our status page")
	case Change:
		switch by.why {
		case "a build":
			return false, m.introduced("version|versions|app|apps|client|clients|firmware|windows|macos|ios|android|download|install|update to|upgrade to") && plainNumber(s) && !strings.Contains(s, "#")
		case "a pull request or issue":
			project := o.project(owner(m.text[:m.start]))
			return project, project || m.called(publicNoun())
		}
	case Channel:
		return false, m.says("hashtag|hashtags|twitter|mastodon|bluesky|instagram")
	case Link:
		return true, o.project(repositoryOwner(s))
	case Customer:
		return false, by.why == "an identifier" && m.introduced("request id|request ids|request identifier|correlation id|trace id|error id|ray id|your reference")
	case Weakness:
		id := strings.ToUpper(s)
		if m.says(unclosed) {
			delete(o.cited, id)
		}
		named := strings.HasPrefix(id, "CVE")
		over := (named || strings.HasSuffix(s, "-day")) && closed(m)
		byOthers, cited := o.cited[id]
		return named && (over || byOthers), over || cited
	case Address:
		return false, by.why == "a network address" && m.says("your allow list|your allow lists|your allowlist|your allowlists|your whitelist|your firewall|your firewalls|your dns|your domain|your domains|your a record|your a records|if you are using|if you use") ||
			by.why == "a network address" && strings.Contains(s, "/") && publicRange().Match(m.text)
	case Handle:
		owner, inside, _ := strings.Cut(strings.ToLower(s), "/")
		if o.house[owner] { // the organisation itself, or a package of its
			published := packageVersion().Match(m.text[m.end:]) || m.introduced("npm install|npm i|yarn add|pnpm add|bun add|package|packages|library|libraries|sdk")
			return inside != "" && published, inside == "" || published
		}
		return false, m.introduced("follow|follow us|us on twitter|us on x|us on mastodon|us on bluesky|us on instagram|our twitter|our mastodon|our bluesky|our instagram")
	}
	return false, false
}

// quotable reports whether customers are asked to quote a number: "Quote reference X when you write to us".
func (m mention) quotable() bool {
	return m.introduced("quote|please mention|and mention|quote reference|quote the reference|quote the number|your reference") && m.says("you|your|us")
}

// packageVersion is what stands behind the name of a package: @3.2.0.
var packageVersion = expression(`^@[~^]?v?\d`)

// interfaceNoun are the nouns for what customers see of a program or write programs against.
var interfaceNoun = listed("interface noun")

// callNoun are the nouns and verbs for what customers call over the network.
var callNoun = words("get post put patch delete head endpoint endpoints url urls route routes page pages api call calls request requests")

// publicNoun are the nouns for what customers buy, use and are sent, where it has a number.
var publicNoun = listed("public noun")

// publicRange tells customers from which addresses they are served.
var publicRange = expression(`(?i)\b(?:IP|IPv4|IPv6|address|network) (?:address )?(?:ranges?|blocks?|prefix(?:es)?)\b`)

// closed reports whether the sentence says that a weakness is no more.
func closed(m mention) bool {
	return m.says("disclosed|fixed|fixes|patched|patches|closed|closes|updated|upgraded|not affected|not vulnerable|removed|mitigated|addressed|addresses|resolved|resolves|ruled out") &&
		!m.says(unclosed+"|yet|until|will|waiting|cannot|open|soon|later|planned|plan|going|partly|some|most")
}

// unclosed are the words that say of a weakness that it is there.
const unclosed = "not yet|still|unpatched|unfixed|remains|remain|not fixed|not patched|not been"

var weaknessNumber = expression(`(?i)\bCVE-\d{4}-\d{4,7}\b|\bGHSA(?:-[0-9a-z]{4}){3}\b`)

// technical reports whether a name from the code is made of what libraries, kernels and protocols name theirs
// after, locks, buffers and clocks, or of the names of public products. An organisation's own code has a noun of its
// business in its names, and a digit.
func technical(s string) bool {
	if strings.ContainsAny(s, digitChars) {
		return region(strings.ReplaceAll(s, "_", "-"))
	}
	p := wordlist.Parts(s)
	if len(p) == 2 && (p[1] == "id" || p[1] == "at") && len(p[0]) > 2 {
		return true // every interface has a user_id and a created_at
	}
	failure := len(p) > 0 && failureWord()[p[len(p)-1]] // every program has an INTERNAL_ERROR
	return !slices.ContainsFunc(p, func(w string) bool {
		return len(w) > 2 && !technicalWord()[w] && !(failure && insideWord()[w]) && !technicalWord()[strings.TrimSuffix(w, "s")] && !wordlist.Product(w) && !codeWord()[w] && !regionWord()[w]
	})
}

// likeHost reports whether a dotted name ends as those of hosts do, which other recognisers judge.
func likeHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot >= 0 && !strings.ContainsAny(s, "_"+digitChars) && (len(s)-dot <= 4 || endsAddress()[s[dot+1:]])
}

// failureWord end what a program says when it fails.
var failureWord = words("error errors failed failure exceeded denied declined refused unavailable timeout expired invalid unauthorized forbidden unknown")

var technicalWord = listed("technical word")

// titled reports whether a file's name says nothing but the title again, as the names do that are
// made from it: what has blanks there has hyphens here.
func titled(name string, e *edition.Edition) bool {
	if e == nil || e.Report == nil {
		return false
	}
	key := squeezeKey(leadingDay().ReplaceAllString(name, ""))
	return key == "" || strings.HasPrefix(squeezeKey(e.Report.Title.Value), key)
}

var leadingDay = expression(`^\d{4}-\d\d-\d\d-?`)
