package report

import (
	"strings"
	"unicode"

	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// fact is what a line or a cell above the story says under a name: "**Severity:** SEV2".
type fact struct {
	name  string
	value Field[string]
	p     *Passage
	at    int // where the value begins in p.Text
}

// facts takes what the front matter leaves out from the lines and tables at the head of the report.
// There the words serve many ends ("Status: resolved" is the incident's), so only what can be
// nothing else is taken.
func (r *Report) facts() {
	for _, p := range r.Passages {
		switch s := p.Section; {
		case s.Kind != Other && s.Kind != Summary && s.Kind != Impact && !s.Label:
			return // the story begins
		case p.Quoted || s.heading != nil && p.Node == s.heading:
		case p.Cell():
			if f, ok := r.cellFact(p); ok {
				r.take(f)
			}
		default:
			for i := 0; i < len(p.Text); {
				end := endOfLine(p.Text, i)
				if n := strings.IndexByte(p.Text[i:min(end, i+maxFactName)], ':'); n > 0 {
					r.take(fact{p.Text[i : i+n], p.field(i+n+1, end), p, i + n + 1})
				}
				i = end + 1
			}
		}
	}
}

// maxFactName is how many bytes the name of a fact may have.
const maxFactName = 28

// cellFact is what a cell says: under the first cell of its row in a table of two columns, under
// the heading of its column in a table of one row.
func (r *Report) cellFact(p *Passage) (fact, bool) {
	row := p.Node.Parent()
	name := p.Node.PreviousSibling()
	switch {
	case name == nil && row.ChildCount() > 1 || row.Parent() == nil:
		return fact{}, false
	case name != nil && row.ChildCount() == 2:
	case row.Kind() == extast.KindTableRow && row.NextSibling() == nil && row.PreviousSibling().Kind() == extast.KindTableHeader:
		head := row.PreviousSibling().FirstChild()
		for c := p.Node; c.PreviousSibling() != nil && head != nil; c = c.PreviousSibling() {
			head = head.NextSibling()
		}
		name = head
	default:
		return fact{}, false
	}
	label := r.PassageOf(name)
	if label == nil || len(label.Text) > maxFactName {
		return fact{}, false
	}
	return fact{label.Text, p.field(0, len(p.Text)), p, 0}, true
}

// take gives the report a fact, unless it has it already.
func (r *Report) take(f fact) {
	var b [maxFactName + 4]byte
	key := factNames[string(appendKey(b[:0], f.name))]
	if key == "" || !f.value.Written() {
		return
	}
	m := &r.Meta
	switch key {
	case "severity":
		if s := f.first(); !m.Severity.Written() && IsSeverity(s.Value) {
			m.Severity = s
		}
	case "status":
		if s := f.first(); !m.Status.Written() {
			if status := statusWords[HeadingKey(s.Value)]; status != "" {
				m.Status = Field[string]{status, s.Span}
			}
		}
	case "detection":
		if s := f.first(); !m.Detection.Written() && detectionWords[strings.ToLower(s.Value)] {
			m.Detection = Field[string]{strings.ToLower(s.Value), s.Span}
		}
	case "owner":
		if s := f.first(); !m.Owner.Written() && isPerson(s.Value) {
			m.Owner = s
		}
	case "timezone":
		if s := f.first(); !m.Timezone.Written() && isZone(s.Value) {
			m.Timezone = s
		}
	case "reviewers":
		if len(m.Reviewers) == 0 && isPerson(f.value.Value) {
			m.Reviewers = append(m.Reviewers, f.value)
		}
	default:
		r.takeTime(m.when(key), f)
	}
}

func isZone(s string) bool {
	_, ok := moment.ParseZone(s)
	return ok
}

// takeTime takes a day with a clock time.
func (r *Report) takeTime(to *Field[moment.Stamp], f fact) {
	if to.Written() || !prose.HasDigit(f.value.Value) {
		return
	}
	at, ok := moment.Read(f.p.Text[f.at:])
	if !ok || !at.Has.All(moment.HasDate) || !at.Has.Any(moment.HasClock) || at.Problem != "" {
		return
	}
	at.Shift(f.at)
	span := f.p.Span(at.Start, at.End)
	f.p.locate(&at)
	*to = Field[moment.Stamp]{at, span}
}

// head names the place of what the head of the report says, in the front matter or below it.
func (r *Report) head(at source.Span) string {
	if r.Meta.Span.Contains(at) {
		return r.place("the front matter", at)
	}
	return r.place("the line", at)
}

// first is a value up to the remark behind it: "SEV3" of "SEV3 (one customer)".
func (f fact) first() Field[string] {
	v := f.value.Value
	lead := len(v) - len(strings.TrimLeftFunc(v, func(c rune) bool { return c != '@' && !unicode.IsLetter(c) && !unicode.IsDigit(c) }))
	end := len(v)
	for _, mark := range [...]string{" (", " -", " –", " —", ". ", ", ", "; ", ": ", " ·", " /", "\n"} {
		if i := strings.Index(v[lead:end], mark); i >= 0 {
			end = lead + i
		}
	}
	at := f.at + strings.Index(f.p.Text[f.at:], v[lead:end])
	return f.p.field(at, at+len(strings.TrimRight(v[lead:end], " .")))
}

// factNames are the names under which the head of a report says what the front matter would.
var factNames = map[string]string{
	"severity": "severity", "incident severity": "severity", "severity level": "severity", "sev": "severity", "sev level": "severity",
	"status": "status", "report status": "status", "document status": "status", "postmortem status": "status", "post mortem status": "status", "doc status": "status",
	"timezone": "timezone", "time zone": "timezone", "tz": "timezone", "times in": "timezone", "all times in": "timezone", "times": "timezone", "all times": "timezone",
	"owner": "owner", "report owner": "owner", "postmortem owner": "owner", "post mortem owner": "owner", "document owner": "owner",
	"reviewer": "reviewers", "reviewers": "reviewers", "reviewed by": "reviewers",
	"detection": "detection", "detected by": "detection", "detection source": "detection", "detection method": "detection",
	"start": "started", "started": "started", "start time": "started", "started at": "started", "incident start": "started", "impact start": "started", "outage start": "started", "start of impact": "started",
	"detected": "detected", "detected at": "detected", "detection time": "detected", "time detected": "detected", "time of detection": "detected",
	"mitigated": "mitigated", "mitigated at": "mitigated", "time mitigated": "mitigated",
	"resolved": "resolved", "resolved at": "resolved", "time resolved": "resolved", "end": "resolved", "ended": "resolved", "end time": "resolved", "incident end": "resolved", "impact end": "resolved", "outage end": "resolved", "end of impact": "resolved",
}

// statusWords are what such a line calls the states of a report, as opposed to those of an incident.
var statusWords = map[string]string{"draft": "draft", "in review": "in-review", "under review": "in-review", "review": "in-review", "final": "final", "finalized": "final", "finalised": "final", "published": "final"}

var detectionWords = map[string]bool{"alert": true, "customer": true, "employee": true, "partner": true, "luck": true}

// IsSeverity reports whether a text is a step of a scale in use: a number from 0 to 5 with or without
// a word before it, or one of the usual words.
func IsSeverity(severity string) bool {
	var b [32]byte
	var key []byte
	for _, c := range appendKey(b[:0], severity) {
		if c != ' ' {
			key = append(key, c)
		}
	}
	for _, before := range [...]string{"severity", "sev", "priority", "prio", "s", "p", "level", "tier", ""} {
		if rest, ok := strings.CutPrefix(string(key), before); ok && len(rest) == 1 && '0' <= rest[0] && rest[0] <= '5' {
			return true
		}
	}
	switch string(key) {
	case "critical", "blocker", "major", "high", "medium", "moderate", "minor", "low", "none", "info", "informational", "cosmetic", "unknown":
		return true
	}
	return false
}
