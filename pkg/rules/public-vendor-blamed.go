package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicVendorBlamed = lint.Rule{
	Name:     "public-vendor-blamed",
	Summary:  "customers are told that somebody else is to blame",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		text := forCustomers.Of(p)
		if len(text.all) == 0 {
			return
		}
		for h := range said(p, vendorPhrases) {
			if text.inProse[h.passage] && !h.passage.Cell() {
				blamed(p, h, "")
			}
		}
		for _, ps := range text.prose {
			if ps.Cell() {
				continue // of a log, or of a list of causes
			}
			words := wordsOf(ps.Text)
			for i := range words {
				if h, ok := blameOf(ps, words, i); ok && !strings.Contains(strings.ToLower(p.Policy.Organisation), strings.TrimSuffix(words[i].low, "'s")) {
					blamed(p, h, fullName(ps.Text[words[i].start:]))
				}
			}
		}
	},
}

func blamed(p *lint.Pass, h hit, name string) {
	message := fmt.Sprintf("%q puts the blame on somebody else", h.text())
	if name != "" && !inCauses(p.Report, name) {
		message += fmt.Sprintf(", and no cause in this report names %s", name)
	}
	p.Diagnose(lint.Diagnostic{Span: h.span(), Message: message, Hint: "say what it did to your service and what you change so that it does not again: customers chose you, not your supplier"})
}

// blameOf reads a supplier's name as the cause of something: "due to an outage at Cloudflare", "AWS was
// down", "an Azure outage caused".
func blameOf(ps *report.Passage, words []word, i int) (hit, bool) {
	if !vendorNames()[strings.TrimSuffix(words[i].low, "'s")] {
		return hit{}, false
	}
	at := hit{passage: ps, start: words[i].start, end: words[i].end}
	for k := i - 1; k > 0 && k > i-7; k-- {
		switch two := words[k-1].low + " " + words[k].low; {
		case causing()[two], words[k].low == "because":
			at.start = words[k-1].start
			if words[k].low == "because" {
				at.start = words[k].start
			}
			return at, true
		case !between()[words[k].low]:
			k = 0
		}
	}
	next := i + 1
	for next < len(words) && (ps.Text[words[next].start] >= 'A' && ps.Text[words[next].start] <= 'Z' || words[next].low == "platform" || words[next].low == "services") {
		next++ // Amazon Web Services
	}
	if next+1 < len(words) {
		first, second := words[next].low, words[next+1].low
		down := (first == "was" || first == "were" || first == "went" || first == "being") && (second == "down" || second == "unavailable" || second == "offline")
		broke := (first == "outage" || first == "failure" || first == "incident") && (second == "caused" || second == "led" || second == "brought" || second == "took" || second == "broke")
		if down || broke {
			at.end = words[next+1].end
			return at, true
		}
	}
	return hit{}, false
}

// causing holds what makes a cause of what follows, and between what may stand in between.
var (
	causing = sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, s := range []string{"caused by", "triggered by", "due to", "owing to", "because of", "result of", "fault of", "mistake of", "error of", "failure of", "error by", "mistake by", "failure by", "cause was", "thanks to"} {
			out[s] = true
		}
		return out
	})
	between = lazySet("a an the our some one of at with in on from by failure outage fault error errors problem problems issue issues incident bug disruption third-party external upstream " +
		"hosting cloud service payment network email database infrastructure provider partner vendor supplier widespread major large regional global")
)

// fullName is the supplier's name that a text begins with, with the other words of it.
func fullName(text string) string {
	var out []string
	for w := range strings.FieldsSeq(text) {
		bare := strings.TrimSuffix(strings.TrimRight(w, ".,;:!?()\"'"), "'s")
		if len(out) > 0 && (w[0] < 'A' || w[0] > 'Z') {
			break
		}
		if out = append(out, bare); bare != w {
			break
		}
	}
	return strings.Join(out, " ")
}

var vendorNames = lazySet("adyen akamai amazon aws auth0 azure braintree cloudflare cloudfront cogent comcast datadog digitalocean dyn equinix fastly gcp github google heroku hetzner linode mailgun microsoft " +
	"netlify okta ovh paypal rackspace route53 sendgrid stripe telia twilio vercel verizon zayo")

// inCauses reports whether what the report says of causes, or its summary for colleagues, holds a name or
// the short form of its capitals: AWS for Amazon Web Services.
func inCauses(r *report.Report, name string) bool {
	short := ""
	for _, w := range strings.Fields(name) {
		short += w[:1]
	}
	for _, ps := range r.Passages {
		if !ps.Section.Within(report.Causes) && !ps.Section.Within(report.Trigger) && !ps.Section.Within(report.Summary) || ps.Section.Within(report.CustomerSummary) {
			continue
		}
		for w := range eachWord(ps.Text) {
			if at := ps.Text[w.start:w.end]; strings.EqualFold(at, strings.Fields(name)[0]) || len(short) > 1 && at == short {
				return true
			}
		}
	}
	return false
}

const (
	suppliers = "vendor|vendors|supplier|suppliers|provider|providers|partner|subcontractor|contractor|third-party"
	faults    = "outage|failure|failures|fault|error|errors|mistake|bug|problem|problems|issue|issues|incident|negligence"
)

var vendorPhrases = &phrases{patterns: []string{
	"caused|triggered by [a|an|one|of|our] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"fault|mistake|error|failure of [a|one|our|the] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"due|owing to [a|an|our|the] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " [side] " + faults,
	"because|result of [a|an|our|the] [third-party|hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"our [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " failed|caused|broke|neglected|forgot|admitted",
	"outside|beyond [of] our control",
	"error|mistake|failure by [a|one|our|the] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"cause was [a|our|the] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"provider's|supplier's|vendor's|partner's side|fault|mistake|responsibility",
	"our [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " let us",
	"not our fault",
	"through no fault of ours|our",
}}
