package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var meanPhrases = &phrases{[]string{
	"mttr|mttd|mtta|mttm|mtti",
	"mean time to detect|detection|acknowledge|mitigate|mitigation|repair|recover|recovery|resolve|resolution|restore|identify",
}}

var languageMeanOfOne = lint.Rule{
	Name:     "language-mean-of-one",
	Summary:  "a length of this one incident is called a mean time",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range found(p, meanPhrases) {
			rest := h.passage.Text[h.end:]
			if end := strings.IndexAny(rest, ".?!;\n"); end >= 0 {
				rest = rest[:end]
			}
			// "MTTR: 42 min", "the MTTR was 42 min"; an average over a quarter says so.
			if d := moment.FindDurations(rest); len(d) == 0 || d[0].Start > len(": was about ") || averaged(h.before()+rest) {
				continue
			}
			p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" is a mean of many incidents, and this is the length of one",
				Hint: "call it time to " + meant(plain(h.text()))})
		}
	},
}

func averaged(s string) bool {
	for w := range eachWord(s) {
		switch w.low {
		case "average", "averages", "our", "usual", "usually", "target", "goal", "quarter", "quarterly", "year", "yearly", "monthly", "last", "past", "previous", "across", "incidents", "reduce", "reducing", "median", "slo", "sla", "under", "below", "objective":
			return true
		}
	}
	return false
}

func meant(s string) string {
	switch s {
	case "mttd":
		return "detect"
	case "mtta":
		return "acknowledge"
	case "mttm":
		return "mitigate"
	case "mtti":
		return "identify"
	case "mttr":
		return "resolve"
	}
	return s[strings.LastIndexByte(s, ' ')+1:]
}
