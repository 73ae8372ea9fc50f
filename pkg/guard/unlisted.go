package guard

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// Unlisted is something in an edition that nothing explains, whose form Check lets stand: the name of a customer
// or a supplier may be one, and so may half the name of a host, or that of a feature which customers know well.
// Only a person can tell.
type Unlisted struct {
	Place
	Why string // what it is besides: "is set in code", "looks like a weakness"; empty for a name
}

// Unlisted gives what nothing explains and no list holds, each once, where the report says it first, in the order of
// the report. None are told where Options.RefuseUnlisted makes leaks of them.
func (g *Guard) Unlisted() []Unlisted { return g.unlisted() }

// tellings are the ways to look for it. The first that finds something at a place says why.
var tellings = sync.OnceValue(func() []telling {
	out := []telling{
		{"is set in code", (*told).coded},
		{"", (*told).hosts},
		{"", (*told).paths},
		{"", (*told).names},
	}
	for _, r := range statements() {
		out = append(out, telling{"looks like " + r.why, func(t *told) []match {
			if !holdsAny(t.low, r.needs) {
				return nil
			}
			return slices.DeleteFunc(r.matches(t.text), func(m match) bool { return r.class == Ticket && (mention{t.text, m}).quotable() })
		}})
	}
	for _, r := range remarks() {
		out = append(out, telling{"looks like " + r.on, func(t *told) []match { return t.candid(r) }})
	}
	return out
})

type telling struct {
	why string
	in  func(t *told) []match
}

// told is the text of an edition, as it is searched for what nothing explains.
type told struct {
	speech
	low      []byte   // the text in lower case
	code     []string // what is set in code, the lines of blocks and spans
	said     []clause
	expanded map[string]bool // acronyms that it writes out
	opener   *opener
	lines    lines
	nouns    map[string]bool // words behind an article
	common   map[string]bool // words of withheld parts that may be names

	addresses []match // the hosts in it, with their paths
}

func (g *Guard) unlistedIn(r *report.Report, public []source.Span, c *termCollector) []Unlisted {
	if g.edition == nil || g.edition.Report == nil {
		return nil
	}
	shown := shownText(g.edition)
	out := append(shown.text, strings.Join(shown.links, "\n\n")...)
	v := plainForm(written(out))
	t := &told{speech: speech{v.text, wordsIn(v.text)}, low: bytes.ToLower(v.text), opener: g.opener, lines: linesOf(v.text, c.tongues), common: c.common, nouns: c.nouns}
	t.said = t.clauses()
	for _, block := range shown.code {
		lines := strings.Split(block, "\n")
		t.code = append(t.code, lines[:min(len(lines), linesTold)]...)
	}
	t.code = append(t.code, shown.names...)
	may := shields(v.text, g.expected.search(v))
	var taken, refused []match
	for _, f := range g.scan(v.text) {
		refused = append(refused, match{f.start, f.end})
	}
	var all []Unlisted
	texts := slices.DeleteFunc(slices.Clone(public), func(s source.Span) bool { // the front matter has services too, which are told by other names
		return r.Meta.Span.Contains(s) && !r.Meta.CustomerTitle.Span.Overlaps(s)
	})
	known := map[string]bool{}
	for _, e := range tellings() {
		for _, m := range e.in(t) {
			name := string(out[v.at[m.start]:v.endIn(out, m.end)])
			low := strings.TrimSuffix(strings.ToLower(name), "s")
			if len(all) == maxFindings || known[low] || may(m.start, m.end, false, true) || g.allowed[Hash(name)] || max(m.covered(taken), m.covered(refused))*2 >= m.end-m.start {
				continue
			}
			known[low] = true
			taken = append(taken, m)
			at := firstSaid(r.File.Text, texts, name)
			if at.End == 0 {
				at = firstSaid(r.File.Text, public, name)
			}
			all = append(all, Unlisted{Place{Span: at, Found: name}, e.why})
		}
	}
	slices.SortStableFunc(all, func(a, b Unlisted) int {
		return cmp.Compare(uint(a.Span.Start-1), uint(b.Span.Start-1)) // those without a place last
	})
	return all
}

// covered is how much of a match others cover, in bytes.
func (m match) covered(by []match) (n int) {
	for _, o := range by {
		n += max(0, min(o.end, m.end)-max(o.start, m.start))
	}
	return n
}

// firstSaid is where one of some parts of a text says a word as a whole, or as much of a sentence as it writes in the
// same way; empty if the word came from elsewhere or is written in another way.
func firstSaid(text []byte, parts []source.Span, word string) source.Span {
	for _, p := range parts {
		for from := p.Start; ; {
			k := bytes.Index(text[from:p.End], []byte(word))
			if k < 0 {
				break
			}
			m := match{from + k, from + k + len(word)}
			if m.apart(text) {
				return source.Span{Start: m.start, End: m.end}
			}
			from = m.end
		}
	}
	if curved := strings.ReplaceAll(word, "'", "’"); curved != word {
		if at := firstSaid(text, parts, curved); !at.IsZero() {
			return at
		}
	}
	if k := strings.LastIndexByte(word, ' '); k > leastSaid {
		return firstSaid(text, parts, word[:k])
	}
	return source.Span{}
}

// leastSaid is how much of a sentence must stand in a report to tell where it says it.
const leastSaid = 12

// coded gives what is set in code and is no part of what everybody uses who programs: customers do not read code.
func (t *told) coded() []match {
	var out []match
	seen := map[string]bool{}
	for _, code := range t.code {
		if seen[code] || len(seen) == mostCode {
			continue
		}
		seen[code] = true
		code = string(plainForm(written([]byte(strings.TrimSpace(code)))).text)
		for from := 0; len(code) > 1; {
			k := bytes.Index(t.text[from:], []byte(code))
			if k < 0 {
				break
			}
			m := match{from + k, from + k + len(code)}
			if from = m.end; m.apart(t.text) && !t.everybodysCode(m) {
				m.end = min(m.end, m.start+longestTold)
				out = append(out, m)
			}
		}
	}
	return out
}

const (
	// longestTold is how much is told of a line of code.
	longestTold = 100
	// mostCode bounds how many pieces of code are looked for in one edition.
	mostCode = 500
	// linesTold is how many lines are told of a block: who reads those has the rest before their eyes.
	linesTold = 8
)

// hosts gives the addresses that not everybody knows: links and paths as a whole, hosts by their name, and of others what
// somebody has registered.
func (t *told) hosts() []match {
	var out []match
	for _, m := range fourNumbers().FindAllIndex(t.text, -1) {
		if m := (match{m[0], m[1]}); maybeAddress(t.text, m) {
			out = append(out, m)
		}
	}
	for _, m := range anyAddress().FindAllSubmatchIndex(t.text, -1) {
		host, linked := match{m[2], m[3]}, m[2] > m[0]
		if !linked && m[2] > 0 && strings.IndexByte("@/", t.text[m[2]-1]) >= 0 {
			continue
		}
		whole := match{m[2], m[2] + len(strings.TrimRight(string(t.text[m[2]:m[1]]), ".,;:!?)]*_/"))}
		domain := registered(t.text, host)
		label, top, _ := strings.Cut(strings.ToLower(domain.in(t.text)), ".")
		if linked || topLevel()[top] {
			t.addresses = append(t.addresses, whole)
		}
		owned := t.opener.tellsOwner(domain.in(t.text))
		named := owned && unexplained(label, false)
		switch name := strings.ToLower(host.in(t.text)); {
		case (named || linked) && whole.end > m[3] && !t.opener.readByAll("https://"+whole.in(t.text)):
			out = append(out, whole)
		case (owned || linked) && ownHost(name) && !pageHost(name) && !publishes(name):
			out = append(out, host)
		case named:
			out = append(out, domain)
		}
	}
	return out
}

// paths gives the files and paths that have no form of their own: relative ones, those of one part, and documents.
func (t *told) paths() []match {
	var out []match
	for _, k := range anyPath().FindAllSubmatchIndex(t.text, -1) {
		m := match{k[2], k[3]}
		s := strings.TrimRight(m.in(t.text), ".")
		m.end = m.start + len(s)
		if !alternatives(s) && m.covered(t.addresses) == 0 && !callPath(s) && !everywhere()[strings.ToLower(s)] && !t.opener.isOpen(Path, s) && !(mention{t.text, m}).called(callNoun()) {
			out = append(out, m)
		}
	}
	return out
}

var anyPath = expression(`(?:^|[\s("'])(~?/?(?:[\w@*-][\w.@*-]*/){2,}[\w.*-]*|/[a-zA-Z_][\w-]+|[a-z][\w-]*\.(?:md|txt|rst|adoc|html?|csv|docx?|xlsx?|pdf|tar|gz|zip)|[A-Za-z][\w-]*\.(?:exe|dll|msi|bat|cmd|dmp|bin|pcap|core|bak|pem|key))\b`)

// anyAddress is the name of a host, perhaps with a scheme in front of it and a path behind it.
var anyAddress = expression(`(?i)(?:https?://)?\b((?:[a-z0-9_-]+\.)+[a-z]{2,12})\b(?::\d+)?(/[^\s<>"'` + "`" + `|]*)?`)

// registered is the part of a host that somebody has registered: "velomart.com" of "shop.velomart.com".
func registered(text []byte, host match) match {
	labels := strings.Split(host.in(text), ".")
	n := len(labels)
	if n > 2 && len(labels[n-1]) == 2 && secondLevel()[strings.ToLower(labels[n-2])] {
		labels = labels[:n-1] // "velomart.co" of "velomart.co.uk"
		host.end -= len(".uk")
	}
	for ; len(labels) > 2; labels = labels[1:] {
		host.start += len(labels[0]) + 1
	}
	return host
}

var secondLevel = words("co com org net ac edu gov")

// everybodysCode reports whether all words of code are of what everybody uses who calls a program or another.
func (t *told) everybodysCode(m match) bool {
	f := strings.Fields(m.in(t.text))
	if spokenLine(f) {
		return true
	}
	command := len(f) > 1 && (wordlist.Product(f[0]) || codeWord()[f[0]])
	return !slices.ContainsFunc(f, func(w string) bool {
		bare := strings.Trim(w, "\"'`,;:()[]{}<>$")
		low := strings.ToLower(bare)
		switch {
		case command && len(bare) > 1 && w[0] == '-':
			return !readersProgram()[f[0]]
		case len(bare) < 2, w[0] != '.' && usual().MatchString(bare), w[0] != '.' && plainNumber(bare), region(low), usualHeader()[low], requestMethod()[bare]:
		case wordlist.Product(low), wordlist.Brand(low), codeWord()[low], wordlist.Acronym(low), keyword()[low]:
		case command && wordlist.Ordinary(low):
		case callPath(bare), t.opener.isOpen(Path, bare), t.interfaces(m):
		default:
			return true
		}
		return false
	})
}

// spokenLine reports whether what is set as code is a sentence or a title: a comment in a script, a paragraph that is indented.
func spokenLine(f []string) bool {
	if len(f) > 1 && strings.Trim(f[0], "#/-") == "" {
		f = f[1:]
	}
	return len(f) > 2 && upper(f[0][0]) && strings.ToUpper(f[0]) != f[0] && !slices.ContainsFunc(f, func(w string) bool {
		low := strings.ToLower(strings.Trim(w, ".,;:!?()\"'"))
		return strings.ContainsAny(w, "_=<>{}[]$/\\|\"'") || low != "" && !plainNumber(low) && !widelyKnown(low)
	})
}

// interfaces reports whether a text says that something is of what customers see of a program, or of a public product.
func (t *told) interfaces(m match) bool {
	said := mention{t.text, m}
	return said.called(interfaceNoun()) || said.listedAs(releasedNoun()) || said.ofProduct()
}

// keyword are the words of programs themselves.
var keyword = words("true false null none nil if else switch case break continue for while do return function class import export select from where order by and or not in is new this self try catch throw boolean string integer float array object undefined default latest main master localhost")

// readersProgram are what customers call with options: to install something, to reach the service.
var readersProgram = words("apt apt-get brew cargo composer curl dig docker dotnet gem go helm npm npx nslookup pip pip3 ping pnpm traceroute wget yarn")

var requestMethod = words("GET POST PUT PATCH DELETE HEAD OPTIONS")
