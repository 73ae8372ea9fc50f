package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// link opens what stands in the path of a link to a page that is there to be read, and what stands
// anywhere in one of a publisher.
func (o *opener) link(l string, public []string) {
	host, text := hostOf(l), []byte(l)
	everywhere := publishes(host)
	page := everywhere || pageHost(host) || slices.ContainsFunc(public, func(p string) bool { return strings.EqualFold(p, host) }) || o.isPublished(l)
	path := len(l)
	if k := strings.IndexAny(l, "?#"); k >= 0 && !everywhere {
		path = k
	}
	if first, rest, _ := strings.Cut(host, "."); first == "status" && !everywhere {
		o.inhabit(rest)
	}
	if o.project(repositoryOwner(l)) {
		o.add(Link, l, true)
	}
	outside := !internalLink(text, match{0, len(text)})
	for _, f := range recogniseIn(text, false, false) {
		s := f.in(text)
		if o.holdsOwn(s) || s == host || f.start > 0 && strings.Contains(s, "://") {
			continue
		}
		switch f.by.class {
		case Weakness:
			if byOthers, cited := o.cited[strings.ToUpper(s)]; cited {
				o.add(Weakness, s, byOthers)
			}
		case Setting, Change, Path, Customer, Handle, Ticket, Port, Host, Cloud:
			if page && f.end <= path || f.by.class == Setting && (outside && f.end <= path || !strings.ContainsAny(s, digitChars)) {
				o.add(f.by.class, s, false)
			}
		}
	}
}

// ownPage reports whether a host is the organisation's own, as far as customers know it.
func (o *opener) ownPage(host string) bool {
	labels := strings.Split(host, ".")
	return labels[0] == "status" || len(labels) > 1 && o.house[labels[len(labels)-2]]
}

// isPublished reports whether a link lies below an address that the organisation publishes, "https://example.com/docs/*",
// or leads to the front page of a host of its, "*.example.com".
func (o *opener) isPublished(link string) bool {
	link = strings.ToLower(link)
	_, rest, _ := strings.Cut(link, "://")
	host := hostOf(link)
	front := strings.TrimRight(rest, "/.") == host
	return o != nil && slices.ContainsFunc(o.public, func(p string) bool {
		below, all := strings.CutSuffix(p, "/*")
		return all && strings.Contains(below, "://") && strings.HasPrefix(link, below+"/") || front && len(p) > 2 && p[0] == '.' && strings.HasSuffix(host, p)
	})
}

// readByAll reports whether a link leads to what anybody may have read without the organisation: works
// of reference, open projects, its own public pages. What is shared by its address alone is not, and
// a host that is unknown may tell whose it is.
func (o *opener) readByAll(link string) bool {
	host := hostOf(link)
	return !sharedByLink(host) && (publishes(host) || pageHost(host) || publicSite(host)) || o.project(repositoryOwner(link)) ||
		slices.ContainsFunc(o.public, func(p string) bool {
			return p != "" && (p == host || p[0] == '.' && strings.HasSuffix(host, p))
		})
}

func publicSite(host string) bool {
	labels := strings.Split(host, ".")
	return len(labels) >= 2 && host != "github.com" && publicService()[strings.Join(labels[len(labels)-2:], ".")]
}

// sharedByLink reports whether what a host keeps is read by those who are told its address.
func sharedByLink(host string) bool { return sharing()[host] || shortening()[host] }

var (
	sharing    = listed("sharing")
	shortening = listed("shortening")
)

// pageHost reports whether a host is there to be read: a status page, a blog, a forum, documentation.
func pageHost(host string) bool {
	if labels := strings.Split(host, "."); len(labels) > 1 && strings.HasSuffix(labels[len(labels)-2], "status") { // www.example-status.com
		return true
	}
	first, rest, _ := strings.Cut(host, ".")
	switch first {
	case "api", "app", "www":
		return false
	}
	return publicLabel()[first] && strings.Contains(rest, ".")
}

// tellsOwner reports whether a domain of two parts says whose it is, and is nobody's whom everybody knows.
func (o *opener) tellsOwner(domain string) bool {
	low := strings.ToLower(domain)
	label, top, _ := strings.Cut(low, ".")
	named := upper(domain[0]) && wordlist.English(label) // "Customer.io" is what a product is called
	return !named && topLevel()[top] && !endsFile()[top] && !o.isKnown(Name, label) && !wordlist.Product(label) && !wordlist.Brand(label) && !publicService()[low] && !publishes(low)
}

// publishes reports whether a host publishes what others write.
func publishes(host string) bool {
	for rest := host; ; {
		if publisher()[rest] {
			return true
		}
		_, next, ok := strings.Cut(rest, ".")
		if !ok {
			return false
		}
		rest = next
	}
}

var publisher = listed("publisher")

// owner is whose the repository is that stands at the end of a text: "kubernetes" of
// "kubernetes/kubernetes".
func owner(before []byte) string {
	if m := repository().FindSubmatch(before); m != nil {
		return strings.ToLower(string(m[1]))
	}
	return ""
}

var repository = expression(`([\w.-]+)/[\w.-]+$`)

// repositoryOwner is whose the repository is that a link leads into.
func repositoryOwner(link string) string {
	if host := hostOf(link); host != "github.com" && host != "gitlab.com" {
		return ""
	}
	_, rest, _ := strings.Cut(link, "://")
	if p := strings.Split(rest, "/"); len(p) > 1 {
		return strings.ToLower(p[1])
	}
	return ""
}

func (o *opener) project(owner string) bool { return publicProject()[owner] && !o.house[owner] }

// publicProject are the owners of repositories that anybody reads: of languages, of systems that most
// services run on. An organisation's own repositories may be closed.
var publicProject = listed("public project")

// authorOf gives the name of the author of the page that a link leads to, if its text begins with it:
// "[Jane Doe's talk](https://...)". Who writes for the public is known there.
func authorOf(l *report.Inline) string {
	text := []byte(strings.ReplaceAll(report.PlainText(l.Children), "’", "'"))
	s := speech{text, wordsIn(text)}
	target := []byte(l.Target)
	if len(s.words) == 0 || !bytes.HasPrefix(target, []byte("http")) || internalLink(target, match{0, len(target)}) || repositoryOwner(l.Target) != "" {
		return ""
	}
	n := s.fullName(0)
	if n == 0 || !strings.HasPrefix(string(text[s.words[n-1].end:]), "'s ") && !strings.HasPrefix(string(text[s.words[n-1].end:]), " on ") {
		return ""
	}
	return string(text[s.words[0].start:s.words[n-1].end])
}
