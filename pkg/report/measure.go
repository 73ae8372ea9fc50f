package report

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"
)

// measures are the names that people give to lengths of an incident, as headingKey gives them.
var measures = map[string]Subject{
	"duration": OfIncident, "total duration": OfIncident, "outage duration": OfIncident, "incident duration": OfIncident,
	"duration of outage": OfIncident, "duration of incident": OfIncident, "downtime": OfIncident, "total downtime": OfIncident,
	"length of outage": OfIncident, "outage length": OfIncident, "total outage time": OfIncident, "duration of impact": OfIncident,
	"impact duration": OfIncident, "incident length": OfIncident, "total incident duration": OfIncident, "total outage duration": OfIncident,

	"time to detect": OfDetection, "time to detection": OfDetection, "ttd": OfDetection, "mttd": OfDetection, "detection time": OfDetection,
	"time until detection": OfDetection, "time to notice": OfDetection,

	"time to acknowledge": OfAnswer, "time to acknowledgement": OfAnswer, "tta": OfAnswer, "mtta": OfAnswer, "time to ack": OfAnswer,

	"time to mitigate": OfMitigation, "time to mitigation": OfMitigation, "ttm": OfMitigation, "mttm": OfMitigation,
	"time to resolve": OfMitigation, "time to resolution": OfMitigation, "ttr": OfMitigation, "mttr": OfMitigation,
	"time to recover": OfMitigation, "time to recovery": OfMitigation, "time to restore": OfMitigation, "recovery time": OfMitigation,
	"time to restoration": OfMitigation, "resolution time": OfMitigation, "time to repair": OfMitigation,
}

// longestLabel is how far before a duration its label may begin, in bytes.
const longestLabel = 48

// measured is what a duration is labelled as, if nothing but a label stands before it: "Time to
// detect: 64 minutes", or the label in the first cell of its row, or at the head of its
// column in a table of one row.
func (r *Report) measured(p *Passage, start int) Subject {
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
		return measures[headingKey(named)]
	}
	if label != "" || p.Node == nil || p.Node.Kind() != extast.KindTableCell {
		return OfUnknown
	}
	row := p.Node.Parent()
	if first := row.FirstChild(); first != p.Node {
		if q := r.passageOf(first); q != nil && measures[headingKey(q.Text)] != "" {
			return measures[headingKey(q.Text)]
		}
	}
	if row.Parent().ChildCount() != 2 {
		return OfUnknown // the rows are regions, or other incidents
	}
	head := row.Parent().FirstChild().FirstChild()
	for c := row.FirstChild(); c != nil && c != p.Node && head != nil; c = c.NextSibling() {
		head = head.NextSibling()
	}
	if q := r.passageOf(head); head != nil && q != nil {
		return measures[headingKey(q.Text)]
	}
	return OfUnknown
}
