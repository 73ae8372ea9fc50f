package claim

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// measures are the names that people give to lengths of an incident, as HeadingKey gives them. MTTR and
// its like are means over many incidents.
var measures = map[string]Subject{
	"duration": OfIncident, "total duration": OfIncident, "outage duration": OfIncident, "incident duration": OfIncident,
	"duration of outage": OfIncident, "duration of incident": OfIncident, "downtime": OfIncident, "total downtime": OfIncident,
	"length of outage": OfIncident, "outage length": OfIncident, "total outage time": OfIncident, "duration of impact": OfIncident,
	"impact duration": OfIncident, "incident length": OfIncident, "total incident duration": OfIncident, "total outage duration": OfIncident,

	"time to detect": OfDetection, "time to detection": OfDetection, "ttd": OfDetection, "detection time": OfDetection,
	"time until detection": OfDetection, "time to notice": OfDetection,

	"time to acknowledge": OfAnswer, "time to acknowledgement": OfAnswer, "tta": OfAnswer, "time to ack": OfAnswer,

	"time to mitigate": OfMitigated, "time to mitigation": OfMitigated, "ttm": OfMitigated,
	"time to resolve": OfMitigation, "time to resolution": OfMitigation, "ttr": OfMitigation,
	"time to recover": OfMitigation, "time to recovery": OfMitigation, "time to restore": OfMitigation, "recovery time": OfMitigation,
	"time to restoration": OfMitigation, "resolution time": OfMitigation, "time to repair": OfMitigation,
}

// longestLabel is how far before a duration its label may begin, in bytes.
const longestLabel = 48

// measured is what a duration is labelled as, if nothing but a label stands before it: "Time to
// detect: 64 minutes", or the label in the first cell of its row, or at the head of its
// column in a table of one row.
func (r *finder) measured(p *report.Passage, start int) Subject {
	near := max(0, start-longestLabel)
	label := p.Text[near:start]
	if i := strings.LastIndexByte(label, '\n'); i >= 0 {
		label = label[i+1:]
	}
	label = strings.TrimRight(label, " ~≈")
	if i := strings.LastIndexAny(strings.TrimRight(label, ":=–— "), "/|,;("); i >= 0 {
		label = label[i+1:]
	}
	if named := strings.TrimRight(label, ":=–— "); named != label && len(named) < longestLabel-4 {
		return measures[report.HeadingKey(named)]
	}
	if label != "" || p.Node == nil || !p.Cell() {
		return OfUnknown
	}
	row := p.Node.Parent()
	head := row.Parent().FirstChild().FirstChild()
	for c := row.FirstChild(); c != nil && c != p.Node && head != nil; c = c.NextSibling() {
		head = head.NextSibling()
	}
	column := textOf(r.PassageOf(head))
	if first := textOf(r.PassageOf(row.FirstChild())); row.FirstChild() != p.Node && measures[report.HeadingKey(first)] != "" {
		if row.ChildCount() > 2 && !actual.Has(report.HeadingKey(column)) {
			return OfUnknown // a target, or what it usually is
		}
		return measures[report.HeadingKey(first)]
	}
	if row.Parent().ChildCount() == 2 { // of more rows each speaks of something else
		return measures[report.HeadingKey(column)]
	}
	return OfUnknown
}

// textOf is the text of a cell, which may be empty.
func textOf(p *report.Passage) string {
	if p == nil {
		return ""
	}
	return p.Text
}

// clockLength makes the claim of a clock behind the name of a measure, "Downtime: 00:41:00", which is a length. It
// reports whether it is one: of "Duration: 14:41" nobody can tell whether it is hours or minutes.
func (r *finder) clockLength(p *report.Passage, s *moment.Stamp) bool {
	if s.Until != nil || s.Has&^(moment.HasClock|moment.HasSeconds) != 0 {
		return false
	}
	subject := r.measured(p, s.Start)
	if subject == OfUnknown {
		return false
	}
	if s.Hour == 0 || s.Has.Any(moment.HasSeconds) {
		c := r.claim(Duration, p, s.Start, s.End)
		c.Low, c.High, c.Precision = s.TimeOfDay().Seconds(), s.TimeOfDay().Seconds(), time.Minute
		c.Subject, c.Definite = subject, true
	}
	return true
}

// actual are the columns of a table of measures that say what was measured.
var actual = prose.SetOf("actual value measured duration time result length")
