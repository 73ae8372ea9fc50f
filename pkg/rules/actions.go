package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// lack is something that each open action should have.
type lack struct {
	thing   string // "an owner"
	hint    string
	column  string // its heading in a table of actions
	missing func(*report.Action) bool
	closed  string                 // the hint where it is asked for of a list without anything open; empty if it is not
	told    func(text string) bool // whether a list told in prose has it somewhere
}

// report reports each open action that misses it: a finding of its own for each, so that a
// suppression or a baseline keeps its hold on one action whatever becomes of the others. Of actions
// told in prose, one finding at the heading says so.
func (l lack) report(p *lint.Pass) {
	if len(p.Report.Actions) == 0 {
		l.prose(p)
		return
	}
	_, noun, _ := strings.Cut(l.thing, " ")
	var last *report.Action // the last that a table was looked at for: one fix serves all its rows
	for i := range p.Report.Actions {
		a := &p.Report.Actions[i]
		if !a.Open() || !l.missing(a) {
			continue
		}
		d := lint.Diagnostic{Span: a.Text.Span, Message: "this action has no " + noun, Hint: l.hint}
		if last == nil || !sameTable(last, a) {
			d.Fix = l.room(p.Report, a)
		}
		last = a
		p.Diagnose(d)
	}
	if last == nil && l.closed != "" {
		l.whole(p)
	}
}

// whole looks at a list in which nothing is open because all of it is told as done or is a rule to
// keep: if none of it is marked so, and nobody has it, one finding says so.
func (l lack) whole(p *lint.Pass) {
	for i := range p.Report.Actions {
		if a := &p.Report.Actions[i]; a.Closed() || a.Open() || !l.missing(a) {
			return
		}
	}
	p.Diagnose(lint.Diagnostic{Span: listHeading(p.Report), Message: fmt.Sprintf("%s has %s or is marked as done", none(len(p.Report.Actions)), l.thing), Hint: l.closed})
}

// prose looks at a section of actions that has no list. What says that there are none is the matter
// of action-list-empty.
func (l lack) prose(p *lint.Pass) {
	section := p.Report.Section(report.ActionsKind)
	if section == nil || !section.Heading.Written() {
		return
	}
	words := 0
	for _, passage := range p.Report.Passages {
		if !passage.Section.Within(report.ActionsKind) || passage.Heading() || passage.Quoted || passage.Cell() {
			continue
		}
		if report.Waived(passage.Text) || saysNothing(passage.Text) || l.told(passage.Text) {
			return
		}
		words += len(wordsOf(passage.Text))
	}
	if words > 5 {
		p.Diagnose(lint.Diagnostic{Span: section.Heading.Span, Message: "the actions are told in prose, and none has " + l.thing, Hint: "make a list or a table of them; " + l.hint})
	}
}

// listHeading is where a finding about all actions stands: the heading of the first.
func listHeading(r *report.Report) source.Span {
	first := &r.Actions[0]
	for s := first.Within; s != nil; s = s.Parent {
		if s.Kind == report.ActionsKind && s.Heading.Written() {
			return s.Heading.Span
		}
	}
	return first.Text.Span
}

// none is the subject of a sentence that is true of no action.
func none(actions int) string {
	if actions == 1 {
		return "no action"
	}
	return fmt.Sprintf("none of the %d actions", actions)
}

// dueDays holds, for each action of a report, the day on which it is due; the zero time if it has
// none that can be read.
var dueDays = lint.NewMemo(func(p *lint.Pass) []time.Time {
	out := make([]time.Time, len(p.Report.Actions))
	for i := range out {
		out[i], _ = p.Report.Actions[i].DueDate()
	}
	return out
})

// tasks holds what each action of a report asks for, see task.
var tasks = lint.NewMemo(func(p *lint.Pass) []string {
	out := make([]string, len(p.Report.Actions))
	for i := range out {
		out[i] = task(p.Report.Actions[i].Text.Value)
	}
	return out
})

// incident gives the days on which the incident began and ended, as far as the report tells: from
// the marked phases, else from the first and last entry with a date, else from the front matter.
func incident(r *report.Report) (began, ended time.Time) {
	for _, e := range r.Timeline.Events {
		at := e.At.Instant
		if at.IsZero() {
			continue
		}
		if began.IsZero() || at.Before(began) {
			began = at
		}
		if at.After(ended) {
			ended = at
		}
	}
	if e := r.Timeline.First(report.ImpactBegins); e != nil && !e.At.Instant.IsZero() {
		began = e.At.Instant
	}
	if e := r.Timeline.First(report.Resolved); e != nil && !e.At.Instant.IsZero() {
		ended = e.At.Instant
	}
	if began.IsZero() {
		began = stated(r.Meta.Started)
	}
	if ended.IsZero() {
		ended = stated(r.Meta.Resolved)
	}
	return began, ended
}

func stated(f report.Field[moment.Stamp]) time.Time {
	if f.Written() && f.Value.Has.All(moment.HasDate) && f.Value.Day != 0 {
		return time.Date(f.Value.Year, f.Value.Month, f.Value.Day, 0, 0, 0, 0, time.UTC)
	}
	return time.Time{}
}

// actionTypes holds what a type of action may be called, and what it is: Lunney and others' five
// kinds, and "process" for what changes how people work.
var actionTypes = map[string]string{
	"prevent": "prevent", "prevention": "prevent", "preventive": "prevent", "preventative": "prevent", "preventing": "prevent",
	"detect": "detect", "detection": "detect", "detective": "detect", "monitoring": "detect", "monitor": "detect", "alerting": "detect",
	"mitigate": "mitigate", "mitigation": "mitigate", "mitigative": "mitigate", "mitigating": "mitigate",
	"repair": "repair", "fix": "repair", "fixes": "repair", "cleanup": "repair", "clean up": "repair", "corrective": "repair",
	"investigate": "investigate", "investigation": "investigate", "research": "investigate",
	"process": "process", "documentation": "process", "docs": "process", "training": "process",
	"other": "other",
}

// typeOf is what kind of action it is: prevent, detect, mitigate, repair, investigate, process or
// other; empty if the report does not say, or says something else.
func typeOf(a *report.Action) string {
	s := plain(a.Type.Value)
	if t := actionTypes[s]; t != "" {
		return t
	}
	for w := range strings.FieldsSeq(s) {
		if t := actionTypes[w]; t != "" {
			return t // "bug fix", "process improvement"
		}
	}
	return ""
}

// proof reports whether the text of an action holds something that a stranger could look up: a
// number, code, a name in quotation marks.
func proof(text string) bool {
	return strings.ContainsAny(text, "0123456789\"“") || strings.Contains(text, report.CodeMark) || strings.Contains(text, "://")
}
