package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var thirdPartyPhrases = &phrases{[]string{
	"third-party|vendor|vendor's|provider|provider's|supplier|isp",
	"upstream provider|vendor|service|services|outage|failure|incident|api|supplier|network",
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

var outsiders = lazySet("provider provider's vendor vendor's supplier isp host hoster registrar cdn carrier")

// ours reports whether a text speaks of its own side as well.
func ours(text string) bool {
	words := wordsOf(text)
	for i, w := range words {
		switch w.low {
		case "our": // our provider is somebody else
			if !slices.ContainsFunc(words[i+1:min(i+4, len(words))], func(w word) bool { return outsiders()[w.low] }) {
				return true
			}
		case "we", "ours", "us", "fallback", "failover", "redundancy", "redundant", "without", "only", "dependency", "depends", "retry", "retries", "timeout", "timeouts", "cache", "monitoring", "alert":
			return true
		}
	}
	return strings.Contains(text, "single point")
}
