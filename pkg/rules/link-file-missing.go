package rules

import (
	"net/url"
	"path"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkFileMissing = lint.Rule{
	Name:     "link-file-missing",
	Summary:  "a picture or a link leads to a file that the repository does not have",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Lacks == nil {
			return
		}
		for _, l := range links(p, relative) {
			file, ok := fileOf(l.Target)
			if !ok || !p.Lacks(p.Report.File.Path, file) {
				continue
			}
			what := "the link"
			if l.Image {
				what = "the picture"
			}
			p.Diagnose(lint.Diagnostic{Span: l.Span, Message: what + " leads to " + l.Target + ", and there is no such file", Hint: "add the file, or correct the path: it begins at the report's own directory"})
		}
	},
}

// fileOf gives the file that a relative link leads to. Pages that a site makes of others are not there yet, and what a
// template fills in is no path.
func fileOf(target string) (string, bool) {
	if target == "" || scheme(target) != "" || strings.IndexByte("/~#?", target[0]) >= 0 || strings.ContainsAny(target, "{}<>$*|\\") {
		return "", false
	}
	if i := strings.IndexAny(target, "#?"); i >= 0 {
		target = target[:i]
	}
	file, err := url.PathUnescape(target)
	if err != nil {
		return "", false
	}
	switch ext := strings.ToLower(path.Ext(file)); ext {
	case "", ".", ".html", ".htm", ".php", ".aspx":
		return "", false
	default:
		return file, len(ext) < 7
	}
}
