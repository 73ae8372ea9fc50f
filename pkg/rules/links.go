package rules

import (
	"bytes"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// links gives the links and images of a report if its text has one of some marks without which there
// is nothing to find: to look for bytes costs a hundredth of going through the tree.
func links(p *lint.Pass, marks ...string) []report.Link {
	for _, m := range marks {
		if bytes.Contains(p.Report.File.Text, []byte(m)) {
			return allLinks.Of(p)
		}
	}
	return nil
}

var allLinks = lint.NewMemo(func(p *lint.Pass) []report.Link { return p.Report.Links() })

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
