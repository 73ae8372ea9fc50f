package guard

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

func dotted(text []byte, m match) bool {
	if m.start > 0 && (number(text[m.start-1]) || text[m.start-1] == '.') || m.end < len(text) && number(text[m.end]) {
		return false
	}
	_, ok := address(m.in(text))
	return ok && !version(text, m)
}

// alikeAddress accepts an address in which letters stand for some of its digits: "10.77.44.8o".
func alikeAddress(text []byte, m match) bool {
	s := m.in(text)
	as := asNumber().Replace(s)
	if s == as || m.start > 0 && text[m.start-1] == '.' || !strings.ContainsAny(s, digitChars) {
		return false
	}
	return publicAddress([]byte(as), match{0, len(as)})
}

// dotThenDigit are what stands in each of them, in lower case.
var dotThenDigit = strings.Fields(".0 .1 .2 .3 .4 .5 .6 .7 .8 .9 .o .l .i")

func address(s string) (netip.Addr, bool) {
	s, _, _ = strings.Cut(s, "/")
	if strings.Count(s, ":") == 1 {
		s, _, _ = strings.Cut(s, ":")
	}
	a, err := netip.ParseAddr(s)
	return a, err == nil
}

// version reports whether four numbers are those of a release, since a word of releases or the name of a product stands in
// front, or a word of upgrades leads to them. What has a port or a mask is none, nor is what only networks inside are
// numbered with, unless it is called a version.
func version(text []byte, m match) bool {
	before := strings.TrimRight(m.before(text, 80), " \n\"'`*(")
	before = before[max(strings.LastIndexAny(before, "!?;")+1, strings.LastIndex(before, ". ")+1, strings.LastIndex(before, "\n\n")+1):]
	f := strings.Fields(before)
	if len(f) == 0 || strings.ContainsAny(m.in(text), ":/") {
		return false
	}
	last := strings.TrimLeft(f[len(f)-1], "\"'`*([")
	a, _ := address(m.in(text))
	switch {
	case last == "v", last == "version", last == "versions", last == "ver":
		return a.Is4() && (a.As4()[0] == 10 || !ownNetwork(a)) || !a.IsValid()
	case ownNetwork(a):
		return false
	case releaseWord()[last] || wordlist.Product(last) || wordlist.Brand(last):
		return true
	}
	released := slices.ContainsFunc(f, func(w string) bool { return releaseWord()[w] || wordlist.Product(w) })
	return towards()[last] && slices.ContainsFunc(f, func(w string) bool { return upgrading()[w] || released && updating()[w] }) && !slices.ContainsFunc(f, func(w string) bool { return networkNoun()[w] })
}

// ownNetwork reports whether an address is one of those that each organisation numbers its own networks with.
func ownNetwork(a netip.Addr) bool {
	return a.IsPrivate() || a.IsLinkLocalUnicast() || carrierNetwork.Contains(a)
}

var carrierNetwork = netip.PrefixFrom(netip.AddrFrom4([4]byte{100, 64}), 10)

var (
	releaseWord = words("version versions release releases kernel linux chrome firefox build builds patch revision driver firmware app")
	towards     = words("to from and")
	upgrading   = words("upgrade upgraded upgrades upgrading downgrade downgraded bump bumped")
	// updating is done to releases, and to all else.
	updating = words("update updated updates updating rolled roll install installed moved back")
	// networkNoun are what has an address, and is updated to another one.
	networkNoun = words("address addresses dns host hosts ip ips machine machines proxy record records resolver route routes server servers traffic")
)

// mistyped reports whether four numbers are no address and look more like one than like a version: "213.239.265.2".
func mistyped(text []byte, m match) bool {
	three := 0
	for part := range strings.SplitSeq(m.in(text), ".") {
		if len(part) == 3 {
			three++
		}
	}
	return three > 2 && !version(text, m)
}

// publicAddress accepts an address of the open internet. What could as well be a version must be
// introduced as an address; the public resolvers that everybody uses are nobody's secret.
func publicAddress(text []byte, m match) bool {
	if !dotted(text, m) {
		return false
	}
	s := m.in(text)
	a, _ := address(s)
	if everybodysAddress()[a.String()] && (!strings.Contains(s, ":") || strings.HasSuffix(s, ":53")) {
		return false
	}
	parts := a.As4()
	if strings.ContainsAny(s, "/:") || parts[0] >= 20 || a.IsPrivate() || slices.Max(parts[:]) >= 100 && slices.Min(parts[:]) > 0 {
		return true
	}
	before := m.before(text, 30)
	return strings.Contains(before, "ip") || strings.Contains(before, "address") || strings.Contains(before, "host")
}

// everybodysAddress are the resolvers that all use, and what each machine calls itself.
var everybodysAddress = words("1.1.1.1 1.0.0.1 8.8.8.8 8.8.4.4 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 127.0.0.1 0.0.0.0")

// maybeAddress reports whether four numbers may be an address or a version: "5.9.17.3".
func maybeAddress(text []byte, m match) bool {
	return dotted(text, m) && !publicAddress(text, m) && !everybodysAddress()[m.in(text)]
}

func sixAddress(text []byte, m match) bool {
	s, _, _ := strings.Cut(m.in(text), "/")
	if m.start > 0 && (letterOrDigit(text[m.start-1]) || text[m.start-1] == ':') || m.end < len(text) && letterOrDigit(text[m.end]) {
		return false
	}
	a, err := netip.ParseAddr(s)
	return err == nil && a.Is6() && a.BitLen() == 128 && strings.ContainsAny(s, "0123456789") && len(s) > 4 && !a.IsLoopback()
}

func phone(text []byte, m match) bool {
	digits := 0
	for _, c := range m.in(text) {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return digits >= 8 && digits <= 15
}

// phoneAbroad passes over groups of digits inside a longer number, as those of a bank account.
func phoneAbroad(text []byte, m match) bool {
	before := strings.TrimRight(m.before(text, 3), " ")
	return phone(text, m) && (before == "" || !number(before[len(before)-1]))
}

// hostPort passes over the lengths of a style: font-weight:700.
func hostPort(text []byte, m match) bool {
	host, port, _ := strings.Cut(strings.ToLower(m.in(text)), ":")
	switch {
	case port == "80" || port == "443":
		return false // they say no more than http and https do
	case utcOffset().MatchString(m.in(text)):
		return false
	}
	return !styleWord()[host[strings.LastIndexByte(host, '-')+1:]]
}

// utcOffset is a distance from UTC, as edited times have it.
var utcOffset = expression(`(?i)^(?:utc|gmt)-(?:0\d|1[0-4]):[0-5]\d$`)

var styleWord = words("weight height width index size radius top bottom left right spacing grow shrink opacity indent count")

func unusualPort(text []byte, m match) bool {
	n, _ := strconv.Atoi(m.in(text))
	return n != 443 && n <= 65535
}

// internalLink accepts links that customers cannot follow or should not see: to the organisation's
// tools, to code and tickets, to hosts without a public name.
func internalLink(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	host := hostOf(s)
	scheme, rest, _ := strings.Cut(s, "://")
	if strings.HasSuffix(scheme, "http") || strings.HasSuffix(scheme, "https") {
		scheme = "https" // behind an escape that is not undone yet, as in \nhttps
	}
	if scheme != "https" {
		return scheme != "mailto"
	}
	if k := strings.LastIndex(rest, "http"); k > 0 && strings.Contains(rest[k:], "://") && !publishes(host) { // one inside another
		return internalLink([]byte(rest[k:]), match{0, len(rest) - k})
	}
	first, _, dotted := strings.Cut(host, ".")
	_, path, _ := strings.Cut(rest, "/")
	path = "/" + path
	if !dotted && host != "" {
		return true
	}
	if toolLabel()[first] && strings.Count(host, ".") > 1 && !(frontDoor()[first] && entrance().MatchString(path)) || insideTool(host) {
		return true
	}
	if _, ok := address(host); ok || shortening()[host] && path != "/" {
		return true // of the latter nobody can see where they lead
	}
	if statusPath().MatchString(path) {
		return false
	}
	if repositoryOwner(s) != "" && insideRepository().MatchString(path) && !advisory().MatchString(path) || workspace()[host] && path != "/" {
		return true
	}
	for _, p := range []string{"/wiki/spaces", "/confluence/", "/browse/", "/runbook", "/dashboard", "/d/", "/jira/", "/-/", "/pull/", "/commit/", "/merge_requests/", "/actions/runs/", "/admin/", "/internal/", "/servicedesk/", "/document/d/", "/agent/tickets/", "/spreadsheets/", "/archives/c"} {
		if strings.Contains(path, p) {
			return true
		}
	}
	if labels := strings.Split(host, "."); len(labels) > 2 && path != "/" && first != "status" && keptByTool()[strings.Join(labels[len(labels)-2:], ".")] && !publicLabel()[first] {
		return true
	}
	return strings.HasSuffix(host, ".atlassian.net") || strings.HasSuffix(host, ".pagerduty.com") && first != "status" || host == "docs.google.com" || host == "drive.google.com" || strings.HasSuffix(host, ".notion.so")
}

// insideTool reports whether a host lies in the domain of a tool: release.ci.example.com.
func insideTool(host string) bool {
	labels := strings.Split(host, ".")
	return len(labels) > 3 && slices.ContainsFunc(labels[1:len(labels)-2], func(l string) bool { return toolLabel()[l] })
}

// frontDoor are names of tools that are names of products too; entrance is as far as a link into a
// product goes that says nothing of what is inside.
var (
	frontDoor = words("dashboard dashboards admin console logs metrics monitoring ci")
	entrance  = expression(`^/?(?:log-?in|sign-?in|sign-?up|register|welcome|settings|account|billing|status|home)?/?$`)
)

// insideRepository is a path to a file, a change or a ticket of one repository.
var insideRepository = expression(`^/[^/]+/[^/]+/(?:-/)?(?:blob|raw|tree|blame|compare|commits?|issues|actions|milestone|projects|discussions|security|settings|tags)(?:/|$)`)

// advisory is where a repository tells everybody of its weaknesses, and how to report one.
var advisory = expression(`^/[^/]+/[^/]+/(?:(?:blob|tree|raw)/[^/]+/security\.md|security/(?:policy|advisories/ghsa-[a-z0-9-]+))/?$`)

// workspace are the hosts where organisations keep their plans, talks and errors.
var workspace = listed("workspace")

// keptByTool are the domains in which each customer of a tool has a host.
var keptByTool = words("retool.com sentry.io okta.com webex.com grafana.net splunkcloud.com opsgenie.com honeycomb.io looker.com onelogin.com sharepoint.com slack.com")

// statusPath leads to a status page that has no host of its own.
var statusPath = expression(`^/[a-z]*status/`)

var toolLabel = listed("tool label")

func toolHost(text []byte, m match) bool {
	if m.start > 0 && (text[m.start-1] == '.' || text[m.start-1] == '/' || text[m.start-1] == '-' || text[m.start-1] == '@') {
		return false
	}
	host := hostOf(m.in(text))
	labels := strings.Split(host, ".")
	return len(labels) >= 3 && !publicLabel()[labels[0]] || len(labels) == 2 && !wordlist.Ordinary(labels[1]) && len(labels[1]) <= 3 && labels[0] == "runbook"
}

// ownResource passes over the addresses that a cloud has for all its customers:
// dynamodb.us-east-1.amazonaws.com.
func ownResource(text []byte, m match) bool {
	labels := strings.Split(strings.ToLower(m.in(text)), ".")
	return !(len(labels) == 4 && region(labels[1]) && strings.HasSuffix(labels[2]+"."+labels[3], "amazonaws.com") && cloudService()[labels[0]])
}

var cloudService = listed("cloud service")

func notStatusHost(text []byte, m match) bool {
	return !strings.HasPrefix(strings.ToLower(m.in(text)), "status.")
}
