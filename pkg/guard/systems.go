package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// parts of systems: the forms in which texts name what an organisation runs.
func partsOfSystems() []recogniser {
	return []recogniser{
		{Host, "a host", []string{"."}, expression(`(?i)\b(?:[a-z0-9_-]+\.){2,}[a-z]{2,12}\b`), hostName, false},
		{Host, "the name of a machine at a site", []string{"."}, expression(`\b[a-z]{2,}[a-z-]*\d+\.[a-z]{2,5}\d{1,2}\b`), atSite, false},
		{Host, "a place in a data centre", []string{"rack", "cabinet", "cage"}, expression(`\b(?:[Rr]ack|[Cc]abinet|[Cc]age)s? ([A-Z]{1,3}-?\d{1,4}[A-Z]?)\b`), nil, false},
		{Host, "the number of a machine", []string{"vmid", "vm id"}, expression(`(?i)\bvm ?id[ :#=]{1,3}\d{2,6}\b`), nil, false},
		{Host, "the name of a namespace", []string{"--namespace", "--context", " -n "}, expression(`--(?:namespace|context)[= ][a-z][\w.:/-]*\w|\b(?:kubectl|helm|oc) [^\n]{0,60}-n [a-z][a-z0-9-]+\b`), namespace, false},
		{Host, "a network address", []string{".x", "*"}, expression(`(?i)\b\d{1,3}\.\d{1,3}\.(?:\d{1,3}|x{1,3}|[yz]{1,3}|\*)\.(?:x{1,3}|[yz]{1,3}|\*)(?:/\d\d?)?`), func(text []byte, m match) bool { return !bytes.HasPrefix(text[m.end:], []byte("*")) }, false},
		{Service, "a service", []string{"-"}, expression(`\b[a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)+\b`), serviceName, false},
		{Host, "the name of a cluster or machine", []string{"cluster", "namespace", "node pool", "instance", "host", "server", "queue", "database"},
			expression(`\b(?:[A-Z][a-z]{3,} (?:Kubernetes|K8s|EKS|GKE|AKS|production|staging)|[a-z][a-z0-9]+-[a-z0-9-]+(?: (?:Kubernetes|EKS|GKE|production|staging|Kafka|database))?) (?:clusters?|namespaces?|node pools?|hosts?)\b`), ownCluster, false},
		{Store, "what its noun says it is", []string{"bucket", "queue", "topic", "flag", "channel", "cluster", "namespace", "table", "database", "primary", "replica", "standby", "role", "dashboard", "job"},
			expression(`\b(?:buckets?|queues?|topics?|flags?|channels?|clusters?|namespaces?|tables?|databases?|primary|replica|standby|roles?|dashboards?|jobs?) ([a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+)\b`), saidToBe, false},
		{Ticket, "a ticket", []string{"#"}, expression(`\b(?:[A-Z]{2,5}#\s?\d{3,6}|[a-z]{2,3}#\d{4,6})\b`), apartFromPath, false},
		{Email, "a mail address", []string{"(at)", "[at]"}, expression(`(?i)\b[a-z0-9._+-]+ ?[(\[]at[)\]] ?[a-z0-9-]+(?: ?(?:[(\[]dot[)\]]|\.) ?[a-z0-9-]+)+`), nil, false},
		{Channel, "a meeting", []string{"zoom", "meet", "webex"}, expression(`(?i)\b(?:zoom|webex|google meet)(?: meeting| call)?(?: id)?:? \d{3} ?\d{3,4} ?\d{3,4}\b`), nil, false},
		{Change, "a repository", []string{"/"}, expression(`\b[a-z][a-z0-9_-]{2,}/[a-z][a-z0-9._-]{2,}\b`), repositoryName, false},
		{Service, "an image of a container", []string{":"}, expression(`\b[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*:(?:v?\d+\.\d[\w.-]*|latest|[a-z]*[0-9a-f]{7,40})\b`), imageName, false},
	}
}

// atSite accepts a machine and the place where it stands, "csw1.lon1", and no file or versions.
func atSite(text []byte, m match) bool {
	name, site, _ := strings.Cut(m.in(text), ".")
	return !everydayNumbered(name) && !standard()[strings.TrimRight(site, digitChars)]
}

// saidToBe accepts a compound behind such a noun if it is no description: "bucket kc-wal-eu1", not "a
// queue first-in" or "table user_id".
func saidToBe(text []byte, m match) bool {
	s := m.in(text)
	dot := strings.LastIndexByte(s, '.')
	return (strings.ContainsAny(s, digitChars) || !wordlist.AllOrdinary(s)) && !region(s) && !usual().MatchString(s) && (dot < 0 || !endsAddress()[s[dot+1:]])
}

// hostName accepts the names of hosts that customers have no reason to know.
func hostName(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	if m.start > 0 && strings.IndexByte("/@.-_%=", text[m.start-1]) >= 0 || m.end < len(text) && strings.IndexByte("@-_(", text[m.end]) >= 0 {
		return false
	}
	labels := strings.Split(s, ".")
	if !topLevel()[labels[len(labels)-1]] || !ownHost(s) || pageHost(s) || toolsOfOthers()[labels[len(labels)-2]] {
		return false
	}
	first := strings.TrimRight(labels[0], digitChars)
	return len(labels) > publicLabels(labels) || first != labels[0] || toolLabel()[first] || insideHost()[first]
}

// publicLabels is of how many parts the name of a host may be that anybody calls: one in front of an organisation's
// domain, two where departments have domains of their own.
func publicLabels(labels []string) int {
	last, second := labels[len(labels)-1], labels[len(labels)-2]
	if last == "edu" || last == "gov" || len(last) == 2 && len(labels) > 2 && (second == "co" || second == "com" || second == "ac" || second == "gov" || second == "org") {
		return 4
	}
	return 3
}

var (
	insideHost = listed("inside host")
	// toolsOfOthers are the domains of clouds and networks, whose hosts are everybody's.
	toolsOfOthers = listed("tools of others")
)

// serviceName accepts compounds that are named after what a part of a system does, or where it runs.
func serviceName(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	if m.start > 0 && strings.IndexByte("/@._-&%=#", text[m.start-1]) >= 0 || m.end < len(text) && strings.IndexByte("@_=", text[m.end]) >= 0 || m.end+1 < len(text) && strings.IndexByte("./", text[m.end]) >= 0 && keyByte(text[m.end+1]) != 0 {
		return false
	}
	if region(s) || usual().MatchString(s) || strings.Contains(s, "-to-") || strings.Contains(s, "-of-") || strings.Contains(s, "-as-a-") {
		return false
	}
	p := strings.Split(s, "-")
	if last := p[len(p)-1]; machinery()[last] {
		return !wordlist.Product(p[0]) && !general()[p[0]] && !wordlist.Prefix(p[0]) && (!wordlist.AllEnglish(s) || systemPart()[last])
	}
	return drawnPart(p[len(p)-1]) || len(p) > 2 && slices.ContainsFunc(p, func(w string) bool { return environment()[w] }) && !wordlist.AllEnglish(s)
}

// drawnPart reports whether a machine drew the last part of a name, as it does for each of many that are alike:
// "labels-7xk2p9qd".
func drawnPart(s string) bool {
	changes, digits := 0, 0
	for i := range len(s) {
		if i > 0 && number(s[i]) != number(s[i-1]) {
			changes++
		}
		if number(s[i]) {
			digits++
		}
	}
	return len(s) >= 6 && len(s) <= 12 && changes >= 3 && digits >= 2 && digits < len(s)-1
}

// namespace passes over those that every cluster has.
func namespace(text []byte, m match) bool {
	s := m.in(text)
	name := s[strings.LastIndexAny(s, "= ")+1:]
	return !wordlist.Ordinary(name) && !wordlist.Product(name) && !everybodys()[name]
}

// systemPart are the words that end the name of a part of a system and nothing else.
var systemPart = words("api svc service db worker queue topic dlq cron daemon consumer producer")

var environment = words("prod prd production stg stage staging dev 5xx 4xx alarm")

func imageName(text []byte, m match) bool {
	name, _, _ := strings.Cut(m.in(text), ":")
	return !(m.start > 0 && strings.IndexByte("/@._-&%=#:", text[m.start-1]) >= 0) && !publicProject()[name] && !wordlist.Product(name) && !wordlist.English(name)
}

// ownCluster accepts clusters that are called by a name: "the Heron Kubernetes cluster". What "hosts 12 nodes" is no host.
func ownCluster(text []byte, m match) bool {
	if next := bytes.TrimLeft(text[m.end:], " "); bytes.HasSuffix(text[:m.end], []byte(" hosts")) && len(next) > 0 && (number(next[0]) || counted().Match(next)) {
		return false
	}
	name, _, _ := strings.Cut(m.in(text), " ")
	w := word{m, name, strings.ToLower(name)}
	if first, _, compound := strings.Cut(name, "-"); compound {
		return systemName(w.low) && !wordlist.Prefix(first) && (m.start == 0 || strings.IndexByte("/@.-_", text[m.start-1]) < 0)
	}
	return w.capital() && w.plain() && !codeWord()[w.low] && !bytes.HasSuffix(text[:m.end], []byte("s")) && !(m.start > 0 && text[m.start-1] == '-')
}

// repositoryName accepts an owner and a name of which one is no word, and one has a hyphen, as few other
// things with a slash do.
func repositoryName(text []byte, m match) bool {
	s := m.in(text)
	if m.start > 0 && strings.IndexByte("/@.-_:~=&", text[m.start-1]) >= 0 || m.end < len(text) && strings.IndexByte("/:@", text[m.end]) >= 0 {
		return false
	}
	owner, name, _ := strings.Cut(s, "/")
	return strings.Contains(s, "-") && !mediaType()[owner] && !publicProject()[owner] && !wordlist.Product(owner) &&
		!architecture().MatchString(name) && !fileEnding().MatchString(name) && (!wordlist.AllEnglish(owner) || !wordlist.AllEnglish(name)) && !(wordlist.AllOrdinary(owner) && !strings.Contains(name, "-"))
}

var (
	// architecture begins what is named after the kind of machine that it is built for.
	architecture = expression(`^(?:x86_64|i[36]86|aarch64|arm64|amd64)-`)
	// fileEnding ends the name of a file as it hardly does that of a repository.
	fileEnding = expression(`\.[a-z]{3,4}$`)
)

// counted begins what somebody hosts.
var counted = expression(`^(?:an?|the|all|both|each|every|our|its|many|most|several|some|two|three|four|five|six) `)
