package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkLocal = lint.Rule{
	Name:     "link-local",
	Summary:  "a link leads to one person's machine",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, l := range links(p, oddTarget) {
			if local(l.Target) {
				p.Diagnose(lint.Diagnostic{Span: l.Span, Message: l.Target + " exists on one machine only", Hint: "put the file beside the report and link to it by a relative path, or link to where all can reach it"})
			}
		}
	},
}

func local(target string) bool {
	low := strings.ToLower(target)
	for _, start := range []string{"file:", "/users/", "/tmp/", "/private/", "~/", "http://localhost", "https://localhost", "http://127.0.0.1", "https://127.0.0.1"} {
		if rest, ok := strings.CutPrefix(low, start); ok {
			return !strings.HasSuffix(start, "localhost") || rest == "" || rest[0] == ':' || rest[0] == '/'
		}
	}
	if rest, ok := strings.CutPrefix(low, "/home/"); ok {
		return strings.Count(rest, "/") > 1 // not a page of a site
	}
	return len(low) > 2 && 'a' <= low[0] && low[0] <= 'z' && low[1] == ':' && (low[2] == '\\' || low[2] == '/')
}
