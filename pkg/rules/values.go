package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// value reports a front matter value that is not one of a few words, nor one of those that mean the
// same elsewhere.
func value(p *lint.Pass, key string, f report.Field[string], words []string, also ...string) {
	if w := strings.ToLower(f.Value); !f.Written() || slices.Contains(words, w) || slices.Contains(also, w) {
		return
	}
	d := lint.Diagnostic{Span: f.Span, Message: fmt.Sprintf("%q is not a %s", f.Value, key), Hint: "write one of " + strings.Join(words, ", ")}
	if meant, ok := near.Match(f.Value, words); ok {
		d.Hint = fmt.Sprintf("did you mean %q?", meant)
		d.Fix = replaceFix("write "+meant, false, f.Span, meant)
	}
	p.Diagnose(d)
}
