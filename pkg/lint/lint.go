// Package lint is the engine that holds reports against rules. It knows no rule itself.
//
// A rule looks at a report through a Pass and says what it found; the engine decides what counts:
// which rules run, how severe a finding is for a report of that status, what the author suppressed
// with a reason, what a baseline already knows. Findings come out sorted by path, place and rule,
// whatever the number of processors.
package lint

import (
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
	Firm     bool     // cannot be suppressed, and does not soften with the report's status
	Late     bool     // runs once the other findings are settled: Pass.Suppressions then know what they hid
	About    string   // where it is explained, from the root of this project; empty for its page among the rules

	// Check looks at one report.
	Check func(*Pass)

	// A rule that compares reports has these instead. Facts says what it must remember of each:
	// little, because those of ten thousand reports are held at once. Compare sees them all, in the
	// order of the reports.
	Facts   func(*Pass) []Fact
	Compare func(*Comparison)
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

	naming *naming // of the report's findings, see Fingerprint
	nth    int     // of them
	known  bool    // to the baseline
}

// Related is another place that a finding speaks of, in the same file unless File is set.
type Related struct {
	File    *source.File
	Span    source.Span
	Message string
}

// Fix is a set of edits that cures one finding, or makes room for what only people can write. A safe
// fix never changes what the report says.
type Fix struct {
	Title string // imperative: "sort the timeline"
	Safe  bool
	Edits []source.Edit
}

// Policy holds the choices on which organisations and authorities differ. The zero value is the
// default of each.
type Policy struct {
	AmbiguousZones map[string]string // what an ambiguous abbreviation means here: "IST" to "Asia/Kolkata"
	Language       string            // that reports are written in which do not say; English if it is empty
	Customers      string            // the language of what customers read, where the report says neither; Language if it is empty
	Tickets        bool              // every open action must name a ticket, not only one of them
	DueDates       bool              // every open action must have a due date, even where it names a ticket

	// Glossary says in plain words what a term means: "Kafka" to "the system that hands messages from
	// product to product". Editions explain it.
	Glossary map[string]string

	Organisation string // whose reports these are; empty if that is not said

	Gap         time.Duration // between two entries while the incident is being worked on; 0 means 30 minutes
	FirstUpdate time.Duration // from detection to the first update for customers; 0 means 30 minutes
	Silence     time.Duration // between two updates for customers; 0 means an hour
}

// Customs is what of the policy is needed to read a report.
func (p Policy) Customs() report.Customs {
	return report.Customs{AmbiguousZones: p.AmbiguousZones, Language: p.Language, CustomerLanguage: p.Customers}
}
