package lint

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Pass is what a rule sees: one report, and around it what the organisation asks for.
type Pass struct {
	Report *report.Report
	Schema *report.Schema // what this report must hold; never nil
	Known  []string       // the names of all templates that there are
	Now    time.Time      // the wall clock or --now; only for what is past due
	Policy Policy
	Lacks  func(report, target string) bool // see Options.Lacks; may be nil

	// Suppressions are the report's own exceptions, in document order. They have been applied when
	// a Late rule runs.
	Suppressions []*Suppression

	rule  *Rule
	level Severity
	out   []Diagnostic
	memo  []remembered
}

// Reportf reports a finding at a place. The format follows the rules for messages.
func (p *Pass) Reportf(at source.Span, format string, args ...any) {
	p.Diagnose(Diagnostic{Span: at, Message: fmt.Sprintf(format, args...)})
}

// Diagnose reports a finding with a hint, related places or a fix. Rule, File and Severity are
// filled in.
func (p *Pass) Diagnose(d Diagnostic) {
	d.Rule, d.File, d.Severity = p.rule.Name, p.Report.File, p.level
	if !p.rule.Firm {
		d.Severity = min(d.Severity, mostFor(p.Report))
	}
	p.out = append(p.out, d)
}
