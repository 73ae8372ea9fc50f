package rules

import (
	"bytes"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// linkSign is what the bytes of a text say about its links before anybody goes through the tree.
type linkSign uint8

const (
	inReport  linkSign = 1 << iota // leads to "#..."
	bareLink                       // no text or no address
	bareImage                      // no alternative
	oddTarget                      // neither a page of the web nor a path beside the report
	relative                       // a path beside the report
)

// links gives the links and images of a report if its text has any of the signs, without which there is
// nothing to find. Most reports have links, and few have one of them.
func links(p *lint.Pass, signs linkSign) []report.Link {
	if linkSigns.Of(p)&signs == 0 {
		return nil
	}
	return allLinks.Of(p)
}

var allLinks = lint.NewMemo(func(p *lint.Pass) []report.Link { return p.Report.Links() })

var linkSigns = lint.NewMemo(func(p *lint.Pass) linkSign {
	text, signs := p.Report.File.Text, linkSign(0)
	for at := p.Report.Meta.Span.End; ; {
		i := bytes.IndexByte(text[at:], ']')
		if i < 0 {
			break
		}
		shut := at + i
		at = shut + 1
		if at+1 >= len(text) || text[at] != '(' && text[at] != ':' {
			continue
		}
		if before := bytes.TrimRight(text[max(shut-3, 0):shut], " "); text[at] == '(' && len(before) > 0 && before[len(before)-1] == '[' {
			if signs |= bareLink; bytes.HasSuffix(before, []byte("![")) {
				signs |= bareImage
			}
		}
		signs |= signOf(bytes.TrimLeft(text[at+1:min(at+40, len(text))], " <"))
	}
	for at := p.Report.Meta.Span.End; signs&oddTarget == 0; {
		i := bytes.IndexByte(text[at:], '<')
		if i < 0 {
			break
		}
		if at += i + 1; at < len(text) && wordByte[text[at]] && bytes.IndexByte(text[at:min(at+33, len(text))], ':') > 0 {
			signs |= signOf(text[at:min(at+40, len(text))])
		}
	}
	return signs
})

// signOf looks at the beginning of an address.
func signOf(target []byte) linkSign {
	if i := bytes.IndexAny(target, ")> \n"); i >= 0 {
		target = target[:i]
	}
	switch {
	case len(target) == 0:
		return bareLink
	case target[0] == '#' && len(target) == 1:
		return bareLink
	case target[0] == '#':
		return inReport
	case bytes.HasPrefix(target, []byte("https://")), bytes.HasPrefix(target, []byte("http://")):
		if !bytes.Contains(target, []byte("//localhost")) && !bytes.Contains(target, []byte("//127.")) {
			return 0
		}
	case target[0] != '/' && target[0] != '~' && !bytes.ContainsAny(target, ":&\\"):
		return relative
	}
	return oddTarget
}

// scheme is what stands before the colon of an address, in lower case; empty for a path. A browser
// passes over blanks and control characters in it, so they are taken out.
func scheme(target string) string {
	s, _, found := strings.Cut(target, ":")
	if !found || strings.ContainsAny(s, "/?#") {
		return ""
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7F {
			return -1
		}
		return r
	}, s))
}
