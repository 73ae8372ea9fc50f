package guard

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// inAddresses takes what an address of a withheld part names: the bucket of a store, the repository of a change, the
// role of an account, the number of a meeting. Public parts name these without the address.
func inAddresses(text string, take func(t term, from, to int), o *opener) {
	each := func(form func() *sieve.Regexp, class Class) {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			for k := 2; k < len(m); k += 2 {
				if m[k] >= 0 {
					take(term{class: class}, m[k], m[k+1])
				}
			}
		}
	}
	each(storeAddress, Cloud)
	each(resourceName, Cloud)
	each(meetingNumber, Channel)
	for _, m := range accountAddress().FindAllStringSubmatchIndex(text, -1) {
		if name := text[m[2]:m[3]]; (m[3] == len(text) || strings.IndexByte("/_", text[m[3]]) < 0) && !o.project(strings.ToLower(name)) && unknown(name) {
			take(term{class: Handle}, m[0], m[1])
			take(term{class: Handle}, m[2], m[3])
		}
	}
	for _, m := range bareAddress().FindAllStringSubmatchIndex(text, -1) {
		host, link := strings.ToLower(text[m[2]:m[3]]), strings.TrimRight(text[m[2]:m[1]], ".,;:!?)]*_")
		top := host[strings.LastIndexByte(host, '.')+1:]
		if topLevel()[top] && !endsFile()[top] && len(link) > len(host)+1 && !o.readByAll("https://"+link) {
			take(term{class: Link}, m[2], m[2]+len(link))
		}
	}
	for _, m := range anyPath().FindAllStringSubmatchIndex(text, -1) {
		if s := strings.TrimRight(text[m[2]:m[3]], "./"); strings.LastIndexByte(s, '/') > 0 && !spokenPath(s) && !callPath(s) && (!alternatives(s) || strings.Count(s, "-") > 1) {
			take(term{class: Path}, m[2], m[2]+len(s))
		}
	}
	for _, m := range changeAddress().FindAllStringSubmatchIndex(text, -1) {
		if o.project(strings.ToLower(text[m[2]:m[3]])) {
			continue
		}
		take(term{class: Change}, m[2], m[5])
		if nameOfOwn(text[m[4]:m[5]]) {
			take(term{class: Change}, m[4], m[5])
		}
	}
}

// namesInPaths takes the names in the path of an address and of a picture, each part by itself: a public part may name
// the thing without its address.
func namesInPaths(text string, take func(t term, from, to int), o *opener) {
	for _, m := range targets().FindAllStringSubmatchIndex(text, -1) {
		link := text[m[0]:m[1]]
		from := m[2]
		if from < 0 {
			from = m[4]
		}
		if strings.Contains(link, "://") && o.readByAll(link[strings.Index(link, "http"):]) {
			continue
		}
		for _, w := range pathPart().FindAllStringIndex(text[from:m[1]], -1) {
			switch s := text[from+w[0] : from+w[1]]; {
			case capitalised().MatchString(s) && letters(s) == s && (unknown(s) || prefixed(strings.ToLower(s))):
				take(term{class: Name, capitals: !unknown(s)}, from+w[0], from+w[1])
			case len(s) > 6 && coded(s) && letter(s[0]) && strings.ContainsAny(s, digitChars) && special(s), // "EquinixFR5"
				len(s) > 6 && coded(s) && slices.ContainsFunc(wordlist.Parts(s), func(p string) bool { return len(p) > 2 && !plainNumber(p) && unknown(p) }):
				take(term{class: Setting}, from+w[0], from+w[1])
			}
		}
		for _, w := range dottedPart().FindAllStringIndex(text[from:m[1]], -1) {
			if s := text[from+w[0] : from+w[1]]; !usual().MatchString(s) && !endsAddress()[s[strings.LastIndexByte(s, '.')+1:]] {
				take(term{class: Setting}, from+w[0], from+w[1])
			}
		}
	}
	for _, m := range spacedPart().FindAllStringSubmatchIndex(text, -1) {
		if ownRun(text[m[2]:m[3]]) {
			take(term{class: Name, capitals: true}, m[2], m[3])
		}
	}
}

// nameOfOwn reports whether a repository is called by more than an ordinary word: "label-svc", not "docs".
func nameOfOwn(s string) bool {
	return strings.ContainsAny(s, "-_0123456789") && !plainNumber(s) || len(s) > 3 && unknown(s)
}

var (
	targets      = expression(`(?:\]\(<?)?https?://[^\s/<>"')]+(/[^\s<>"')]+)|\]\(<?([^\s<>"'):]+)`)
	pathPart     = expression(`[A-Za-z0-9][A-Za-z0-9_-]*[A-Za-z0-9]`)
	dottedPart   = expression(`\b[a-z][\w-]*(?:\.[a-z][\w-]*){2,}\b`)
	spacedPart   = expression(`/([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})[>)]`) // of an address in pointed brackets
	storeAddress = expression(`(?i)\b(?:s3[an]?|gs|gcs|abfss?|wasbs?|r2|oss)://([a-z0-9][a-z0-9._-]{2,62})` +
		`|https?://([a-z0-9][a-z0-9-]{2,62})\.(?:s3[a-z0-9.-]*\.amazonaws\.com|storage\.googleapis\.com|blob\.core\.windows\.net|r2\.cloudflarestorage\.com|[a-z0-9-]+\.digitaloceanspaces\.com)` +
		`|https?://(?:s3[a-z0-9.-]*\.amazonaws\.com|storage\.(?:googleapis|cloud\.google)\.com)/([a-z0-9][a-z0-9._-]{2,62})`)
	resourceName  = expression(`\barn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:\d*:(?:[a-z-]+[/:])?([\w+=,.@-]{2,}\w)`)
	meetingNumber = expression(`(?i)\b(?:zoom|webex|meeting)(?: \w+){0,2} (\d{9,11})\b|\bzoom\.us/[jsw]/(\d{9,11})\b`)
	// accountAddress is the page of somebody at a host where many have one.
	accountAddress = expression(`(?i)\b(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|keybase\.io|twitter\.com|x\.com|linkedin\.com/in)/@?([a-z0-9][a-z0-9._-]*[a-z0-9])`)
	// bareAddress is one without its scheme.
	bareAddress   = expression("(?i)(?:^|[\\s(<\"'`*|])((?:[a-z0-9_-]+\\.)+[a-z]{2,12})/[^\\s<>\"'`|)]+")
	changeAddress = expression(`(?i)\b(?:(?:github|gitlab|bitbucket)\.(?:com|org)|codeberg\.org|(?:git|gitea|gitlab)\.[a-z0-9.-]+\.[a-z]+)[/:]([a-z0-9][\w-]*)/([a-z0-9](?:[\w.-]*\w)?)`)
)
