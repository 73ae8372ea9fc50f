package rules

import (
	"bytes"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var linkRangeRelative = lint.Rule{
	Name:     "link-range-relative",
	Summary:  "a link to a graph shows the last hours, whenever it is opened, and not those of the incident",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !bytes.Contains(p.Report.File.Text, []byte("now-")) {
			return
		}
		report := func(at source.Span, address string) {
			if since := sinceNow(address); since != "" {
				p.Diagnose(lint.Diagnostic{Span: at, Message: "\"" + since + "\" is another time whenever the link is opened",
					Hint: "choose the incident's own range in the graph and link that, or add a picture of it"})
			}
		}
		for _, l := range allLinks.Of(p) {
			report(l.Span, l.Target)
		}
		for _, passage := range p.Report.Passages {
			for at := 0; !passage.Quoted; {
				i := strings.Index(passage.Text[at:], "http")
				if i < 0 {
					break
				}
				start := at + i
				at = len(passage.Text)
				if n := strings.IndexAny(passage.Text[start:], " \n\t<>"); n >= 0 {
					at = start + n
				}
				report(passage.Span(start, at), passage.Text[start:at])
			}
		}
	},
}

// sinceNow is the beginning of a range of times in an address that is counted back from now, as Grafana
// ("from=now-6h"), Kibana ("time:(from:now-15m") and others write it; empty if there is none.
func sinceNow(address string) string {
	_, query, ok := strings.Cut(address, "?")
	if !ok {
		_, query, ok = strings.Cut(address, "#")
	}
	for _, key := range []string{"from=now-", "from:now-", "from:'now-", "from%3Anow-", "from%3A%27now-", "start=now-", "from_ts=now-"} {
		if i := strings.Index(query, key); ok && i >= 0 {
			since := query[i+strings.Index(key, "now-"):]
			if end := strings.IndexAny(since, "&,')%#/"); end > 0 {
				since = since[:end]
			}
			return since
		}
	}
	return ""
}
