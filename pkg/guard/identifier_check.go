package guard

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// The functions here tell identifiers from what has the same form and gives nothing away.

// option passes over the properties of a style sheet: var(--text), --text: black, and over what everybody's commands
// are given: pip install --user.
func option(text []byte, m match) bool {
	line := text[max(0, m.start-40):m.start]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	if !strings.Contains(m.in(text), "=") && slices.ContainsFunc(strings.Fields(spaced(string(line))), func(w string) bool { return packager()[w] }) {
		return false
	}
	return !(m.start >= 4 && string(text[m.start-4:m.start]) == "var(") && !(m.end < len(text) && text[m.end] == ':')
}

var packager = words("pip pip3 npm yarn apt apt-get yum dnf brew gem cargo git curl wget composer conda")

// mixed accepts what has letters and digits, as random names have.
func mixed(text []byte, m match) bool {
	s := m.in(text)
	return strings.ContainsAny(s, "0123456789") && strings.IndexFunc(s[min(len(s), 2):], func(r rune) bool { return letter(byte(r)) }) >= 0
}

// ownMail passes over the addresses at which organisations are written to, and over what has an @
// for another reason: eslint@5.0.2, Compute@Edge.
func ownMail(text []byte, m match) bool {
	if m.start > 0 && text[m.start-1] == '@' {
		return false // a name in a network of servers: @initech@social.example
	}
	local, domain, _ := strings.Cut(strings.ToLower(m.in(text)), "@")
	domain = strings.TrimSpace(domain)
	if last := domain[strings.LastIndexByte(domain, '.')+1:]; domain != "" && plainNumber(last) {
		return false
	}
	if !strings.Contains(domain, ".") && !brokenHost().Match(text[m.start+len(local)+1:min(len(text), m.end+80)]) && !strings.ContainsAny(local, "._0123456789") {
		return false
	}
	return !mailRole()[local] && !mailList(local, domain)
}

// mailList reports whether an address is that of a list or of a role with a word beside it: "hpc-support", "users-list",
// whatever is at lists.example.com.
func mailList(local, domain string) bool {
	if host, _, _ := strings.Cut(domain, "."); host == "lists" {
		return true
	}
	parts := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("-._+", r) })
	return slices.ContainsFunc(parts, func(p string) bool { return mailRole()[p] || listRole()[p] }) &&
		!slices.ContainsFunc(parts, func(p string) bool { return wordlist.Given(p) && !wordlist.Ordinary(p) })
}

// brokenHost is the name of a host that a line end cuts in two.
var brokenHost = expression(`^[A-Za-z0-9-]*\s*\n\s*[A-Za-z0-9-]*\.[A-Za-z]`)

var listRole = listed("list role")

var mailRole = words("support security help info contact press abuse privacy hello status feedback noreply no-reply service legal billing sales mail office care")

// podName accepts names whose last two parts are random: each is without vowels, and one has a digit.
func podName(text []byte, m match) bool {
	p := strings.Split(m.in(text), "-")
	return strings.ContainsAny(p[len(p)-1]+p[len(p)-2], digitChars) && !plainNumber(p[len(p)-1])
}

const digitChars = "0123456789"

func withDigit(text []byte, m match) bool { return strings.ContainsAny(m.in(text), "0123456789") }

// hexMixed accepts a hexadecimal number that is neither a word ("defaced") nor a plain number.
func hexMixed(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	digits := 0
	for i := range len(s) {
		if number(s[i]) {
			digits++
		}
	}
	if m.end+5 < len(text) && text[m.end] == '-' && text[m.end+5] == '-' && len(s) == 8 {
		return false // the head of a longer identifier
	}
	if m.start > 0 && strings.IndexByte("#-/.=%&", text[m.start-1]) >= 0 && len(s) <= 12 && text[m.start-1] != '/' {
		return false // a colour, a part of a longer name
	}
	return digits >= 2 && digits < len(s) && !unit(s)
}

// unit reports whether a text is a number with a unit that happens to be hexadecimal: 2000000b.
func unit(s string) bool { return strings.Trim(s, "0123456789") == s[len(s)-1:] }

// machine accepts short names of machines: a role, a place and a number.
func machine(text []byte, m match) bool {
	s := m.in(text)
	if m.start > 0 && (text[m.start-1] == '.' || text[m.start-1] == '/' || text[m.start-1] == '-' || text[m.start-1] == '_') ||
		m.end < len(text) && (letterOrDigit(text[m.end]) || text[m.end] == '-' || text[m.end] == '.' && m.end+1 < len(text) && number(text[m.end+1])) {
		return false
	}
	if !strings.Contains(s, "-") || region(s) {
		return false
	}
	roles := 0
	for _, w := range wordlist.Parts(s) {
		if machineWord()[w] {
			roles++
		}
	}
	return roles > 0
}

// machineWord are the words that organisations name machines and clusters with.
var machineWord = listed("machine word")

// region reports whether a name is a cloud's region or zone, which customers choose themselves.
func region(s string) bool {
	p := strings.Split(strings.ToLower(s), "-")
	if len(p) < 2 || len(p) > 5 {
		return false
	}
	for _, w := range p {
		w = strings.TrimRight(w, "0123456789abcdef"[:10])
		if !regionWord()[w] && len(w) > 1 {
			return false
		}
	}
	return true
}

var regionWord = listed("region word")

// handle passes over what is written with an @ by custom: rules of style sheets, package scopes.
func handle(text []byte, m match) bool {
	s := m.in(text)
	switch strings.ToLower(s) {
	case "media", "font-face", "import", "page", "supports", "keyframes", "charset", "layer", "container", "namespace":
		return false
	}
	return !plainNumber(s)
}

// channel passes over colours, headings and links inside a page.
func channel(text []byte, m match) bool {
	s := m.in(text)
	if before := m.before(text, 12); strings.HasSuffix(before, "hashtag #") || strings.HasSuffix(before, "&amp;#") {
		return false
	}
	if m.end < len(text) && text[m.end] == '{' || wordlist.AllOrdinary(s) && bytes.HasSuffix(text[:m.start], []byte("](#")) {
		return false
	}
	if strings.ToUpper(s) == s && !strings.Contains(s, "-") {
		return false // no chat lets a channel be called so
	}
	return (strings.Trim(strings.ToLower(s), "0123456789abcdef") != "" || len(s) > 8) && !anyNumber().MatchString(s)
}

// anyNumber is the number of an incident, of any, as in "#INC-N", or of one.
var anyNumber = expression(`^[A-Z]+-(?:[NX]+|\d+)$`)

// notTicket are prefixes of names that look like tickets.
var notTicket = listed("not ticket")

func ticket(text []byte, m match) bool {
	s := m.in(text)
	prefix, digits, _ := strings.Cut(s, "-")
	key := strings.ToLower(strings.TrimRight(prefix, digitChars))
	if len(key) < 2 || notTicket()[key] || m.start > 0 && (text[m.start-1] == '-' || text[m.start-1] == '_' || text[m.start-1] == '/') {
		return false
	}
	if m.end < len(text) && (text[m.end] == '-' || text[m.end] == ':' && m.end+1 < len(text) && number(text[m.end+1])) {
		return false
	}
	return len(digits) > 0
}

// notDay passes over the year of a day that stands behind a noun: "pull requests 2023-09-19".
func notDay(text []byte, m match) bool {
	return !dayAfterYear().Match(text[m.end:min(len(text), m.end+6)])
}

var dayAfterYear = expression(`^-\d\d-\d\d`)

func numberSign(text []byte, m match) bool {
	s := m.in(text)
	word := text[bytes.LastIndexAny(text[:m.start], " \t\n<(\"")+1 : m.start]
	return len(s) >= 3 && !bytes.HasSuffix(word, []byte("&")) && !inPage(word)
}

// inPage reports whether what stands in front of a number sign is the address of a page, whose place it
// is. The owner of a repository, as in owner/repository#503, is no host.
func inPage(before []byte) bool {
	host, _, path := bytes.Cut(before, []byte("/"))
	return bytes.Contains(before, []byte("://")) || path && bytes.IndexByte(bytes.TrimLeft(host, "."), '.') >= 0
}

func branch(text []byte, m match) bool {
	s := m.in(text)
	return !(m.start > 0 && (text[m.start-1] == '/' || text[m.start-1] == '.' || text[m.start-1] == '-')) && !wordlist.AllOrdinary(strings.ReplaceAll(s, "/", " ")) || strings.HasPrefix(s, "feature/") || strings.HasPrefix(s, "origin/") || strings.HasPrefix(s, "refs/")
}

func buildNumber(text []byte, m match) bool {
	s := m.in(text)
	n, err := strconv.Atoi(strings.TrimPrefix(s, "#"))
	return strings.HasPrefix(s, "#") || len(s) >= 5 || err == nil && n >= 1000 && (n < 1990 || n > 2100) && !counts().Match(text[m.end:min(len(text), m.end+20)])
}

// counts is what stands behind a number that counts things: "run 4120 jobs", "4,120".
var counts = expression(`^(?:,\d| (?:[a-z]{2,}[^aihou\W]s|more|times|people)\b)`)

// snake accepts names with underscores, but not the keys of an exporter's own format.
func snake(text []byte, m match) bool {
	s := m.in(text)
	if m.start > 0 && text[m.start-1] == '"' && m.end+1 < len(text) && text[m.end] == '"' && text[m.end+1] == ':' {
		return false
	}
	if language().MatchString(s) || m.start > 0 && text[m.start-1] == '@' { // en_US; @initech_status
		return false
	}
	if start := bytes.LastIndexAny(text[:m.start], " \t\n`\"(") + 1; start < m.start && text[start] == '/' {
		return false // a path tells by itself what it is
	}
	if m.start > 0 && text[m.start-1] == '/' && zoneArea().MatchString(m.before(text, 32)) {
		return false // America/New_York
	}
	return len(s) >= 4 && !formatWord()[strings.ToLower(s)]
}

// language is the name of a language and a country: en_US.
var language = expression(`^[a-z]{2}_[A-Z]{2}$`)

var zoneArea = expression(`\b(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific)/(?:[a-z_]+/)?$`)

// formatWord are the names with underscores that the formats written here are made of.
var formatWord = listed("format word")

// dottedName accepts dotted names of three parts or more that are no host of the public.
func dottedName(text []byte, m match) bool {
	s := m.in(text)
	if m.start > 0 && strings.IndexByte("/@.-", text[m.start-1]) >= 0 || m.end < len(text) && strings.IndexByte("/@-", text[m.end]) >= 0 {
		return false
	}
	labels := strings.Split(s, ".")
	last := labels[len(labels)-1]
	if s != strings.ToLower(s) && (wordlist.Product(labels[0]) || wordlist.Brand(labels[0])) {
		return false // a product's own interface: bigquery.tabledata.insertAll
	}
	return !topLevel()[last] && len(labels[0]) > 1 && len(last) > 1 && (!publicLabel()[labels[0]] || insideLabel()[last])
}

// insideLabel end the names of hosts that no public name server knows.
var insideLabel = words("internal local corp lan intra intranet private svc consul localdomain prod stg staging dev int infra")

var topLevel = listed("top level")

// camel passes over brand names.
func camel(text []byte, m match) bool {
	s := m.in(text)
	if m.start > 0 && strings.IndexByte(`"</-.&#=%_`, text[m.start-1]) >= 0 || m.end < len(text) && strings.IndexByte(`"=-;:_`, text[m.end]) >= 0 {
		return false
	}
	if upper(s[0]) {
		return strings.HasSuffix(s, "Exception") || strings.HasSuffix(s, "Error") || strings.HasSuffix(s, "Service") || strings.HasSuffix(s, "Handler") || strings.HasSuffix(s, "Controller") || strings.HasSuffix(s, "Manager")
	}
	humps := wordlist.Parts(s)
	return len(humps) >= 2 && len(humps[0]) > 1 && !wordlist.Brand(strings.ToLower(s))
}

// className reports whether a word of the code names a class after what it does, as "SendReminderJob" does and
// "PodDisruptionBudget" does not.
func className(s string) bool {
	p := wordlist.Parts(s)
	return classForm().MatchString(s) && codeRole()[p[len(p)-1]] && !wordlist.Product(p[0])
}

var (
	classForm = expression(`^(?:[A-Z][a-z0-9]+){3,}$`)
	codeRole  = listed("code role")
)

// accountNumber passes over numbers of customers.
func accountNumber(text []byte, m match) bool {
	s := m.in(text)
	if n, err := strconv.Atoi(s); err == nil && (n >= 1990 && n <= 2100 || m.end < len(text) && text[m.end] == ',') {
		return false
	}
	before := m.before(text, 12)
	return strings.ContainsAny(s, "#-") || strings.HasSuffix(strings.TrimRight(before, " :#="), "id") || strings.ContainsAny(before[max(0, len(before)-2):], "#:=") || !strings.HasSuffix(strings.TrimRight(before, " "), "s")
}

// notDeadLetter passes over the general names of queues.
func notDeadLetter(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	return !strings.HasPrefix(s, "dead-letter-") && !strings.HasPrefix(s, "first-in-")
}
