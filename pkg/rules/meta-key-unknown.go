package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaKeyUnknown = lint.Rule{
	Name:     "meta-key-unknown",
	Summary:  "the front matter has a key that looks like a mistyped one",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, k := range p.Report.Meta.Keys {
			if slices.Contains(report.MetaKeys, k.Name) || foreignKeys()[strings.ToLower(k.Name)] {
				continue
			}
			// Other programs keep their keys in the same place, so only a near miss is reported, and
			// only of a key that is not there.
			meant, ok := near.Match(k.Name, report.MetaKeys)
			if named := shortKeys[strings.ToLower(k.Name)]; named != "" {
				meant, ok = named, true
			}
			if !ok || p.Report.Meta.Key(meant) != nil {
				continue
			}
			p.Diagnose(lint.Diagnostic{
				Span:    k.Span,
				Message: fmt.Sprintf("the key %q has no meaning here", k.Name),
				Hint:    fmt.Sprintf("did you mean %q?", meant),
				Fix:     replaceFix("rename the key to "+meant, false, k.Span, meant),
			})
		}
	},
}

// shortKeys are what some call the keys and others do not use for anything else.
var shortKeys = map[string]string{"tz": "timezone", "time_zone": "timezone", "time-zone": "timezone", "sev": "severity", "lang": "language", "locale": "language"}

// foreignKeys are words of other programs that happen to lie near one of ours.
var foreignKeys = lazySet("state states stats subtitle tile tiles version versions service start end detected_by resolved_by reviewed revision role date")
