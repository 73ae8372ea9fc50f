// Package lint is the engine that holds reports against rules. It knows no rule itself.
//
// A rule looks at a report through a Pass and says what it found; the engine decides what counts:
// which rules run, how severe a finding is for a report of that status, what the author suppressed
// with a reason, what a baseline already knows. Findings come out sorted by path, place and rule,
// whatever the number of processors.
package lint

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Severity says how much a finding matters.
type Severity int

// The severities, from the least. Off is the severity of a rule that does not run.
const (
	Off Severity = iota
	Hint
	Warning
	Error
)

var severityNames = [...]string{"off", "hint", "warning", "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads the name of a severity.
func ParseSeverity(name string) (Severity, bool) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), true
		}
	}
	return Off, false
}

// Group says who asks for a rule.
type Group string

// The groups. A group holds those before it: recommended rules run by default, strict ones when
// asked for, and the rest only under "all" or by name.
const (
	Recommended Group = "recommended"
	Strict      Group = "strict"
	All         Group = "all"
)

// Rule is one thing that can be wrong with a report.
type Rule struct {
	Name     string   // kebab-case, subject first, reads after "allow": action-owner-missing
	Summary  string   // completes "reported when ..."
	Severity Severity // in a final report; earlier states soften it
	Group    Group    // empty means Recommended
	Since    string   // the version that brought it
	Policy   bool     // the authorities differ; the rule's page cites both
	Check    func(*Pass)
}

// Diagnostic is one finding.
type Diagnostic struct {
	Rule     string
	Severity Severity
	File     *source.File
	Span     source.Span
	Message  string // what is wrong in this document: lower case, no full stop
	Hint     string // what to type next, or empty
	Related  []Related
	Fix      *Fix
}

// Related is another place that a finding speaks of, in the same file unless File is set.
type Related struct {
	File    *source.File
	Span    source.Span
	Message string
}

// Fix is a set of edits that cures one finding. A safe fix never changes what the report says.
type Fix struct {
	Title string // imperative: "sort the timeline"
	Safe  bool
	Edits []source.Edit
}

// Pass is what a rule sees: one report, and around it what the organisation asks for.
type Pass struct {
	Report *report.Report
	Schema *report.Schema   // what this report must hold; never nil
	Others []*report.Report // the other reports of the run, for rules that compare
	Now    time.Time        // the wall clock or --now; only for what is past due
	Policy Policy

	rule *Rule
	out  []Diagnostic
	memo map[any]any // by *Memo
}

// Reportf reports a finding at a place. The format follows the rules for messages.
func (p *Pass) Reportf(at source.Span, format string, args ...any) {
	p.Diagnose(Diagnostic{Span: at, Message: fmt.Sprintf(format, args...)})
}

// Diagnose reports a finding with a hint, related places or a fix. Rule, File and Severity are
// filled in.
func (p *Pass) Diagnose(d Diagnostic) {
	d.Rule, d.File, d.Severity = p.rule.Name, p.Report.File, p.rule.Severity
	p.out = append(p.out, d)
}

// Policy holds the choices on which organisations and authorities differ. The zero value is the
// default of each.
type Policy struct {
	AmbiguousZones map[string]string // what an ambiguous abbreviation means here: "IST" to "Asia/Kolkata"
}
