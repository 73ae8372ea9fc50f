package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var thirdPartyPhrases = &phrases{[]string{
	"third-party|vendor|vendor's|provider|provider's|upstream|supplier",
	"third party",
	"outage|failure|incident|fault|maintenance|problem|issue at|of|in|by|with aws|azure|gcp|google|cloudflare|fastly|akamai|github|microsoft|amazon|oracle|heroku|digitalocean|hetzner|ovh",
	"aws|azure|gcp|cloudflare|fastly|akamai|github had|has|suffered|experienced [an|a] outage|failure|incident|fault|problem|issue",
}}

var causeThirdPartyOnly = lint.Rule{
	Name:     "cause-third-party-only",
	Summary:  "the only cause is somebody else's failure",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		only := soleCause(p.Report)
		if only == nil || len(wordsOf(only.Text)) > 40 || ours(only.Text) {
			return
		}
		for h := range said(p, thirdPartyPhrases) {
			if h.passage == only {
				p.Diagnose(lint.Diagnostic{Span: only.Full(), Message: "the only cause is the failure of a third party",
					Hint: "say why it reached your users: what depends on it, and what was missing to do without it"})
				return
			}
		}
	},
}

// ours reports whether a text speaks of its own side as well.
func ours(text string) bool {
	for w := range eachWord(text) {
		switch w.low {
		case "we", "our", "ours", "us", "fallback", "failover", "redundancy", "redundant", "without", "only", "dependency", "depends", "retry", "retries", "timeout", "timeouts", "cache", "monitoring", "alert":
			return true
		}
	}
	return strings.Contains(text, "single point")
}
