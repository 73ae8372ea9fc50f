package claim

import (
	"math"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// total reports whether the first cell of a row says that the others are totals.
func total(cell string) bool {
	if len(cell) < 3 || len(cell) > 24 || strings.IndexByte("tTsSgGoOiIaA", cell[0]) < 0 {
		return false
	}
	return totalNames[report.HeadingKey(cell)]
}

var totalNames = map[string]bool{"total": true, "totals": true, "sum": true, "grand total": true, "overall total": true, "in total": true, "all together": true}

// columnSums adds up the columns above the row that begins with "Total".
func columnSums(r *report.Report, total *report.Passage) []Sum {
	above := 0
	for row := total.Node.Parent().PreviousSibling(); row != nil; row = row.PreviousSibling() {
		above++
	}
	if above == 0 {
		return nil // it heads the table
	}
	rows := r.Rows(total.Node.Parent().Parent())
	head, body, last := rows[0], rows[1:above], rows[above]
	for _, cells := range body {
		if len(cells) > 0 && strings.Contains(report.HeadingKey(textOf(cells[0])), "total") {
			return nil // subtotals
		}
	}
	var out []Sum
	for i := 1; i < len(last) && i < len(head) && len(body) > 1; i++ {
		if !additive(textOf(head[i])) {
			continue
		}
		c, ok := cellTerm(last[i])
		if !ok {
			continue
		}
		var parts []term
		for _, cells := range body {
			t, ok := term{}, false
			if i < len(cells) {
				t, ok = cellTerm(cells[i])
			}
			if !ok {
				parts = nil
				break
			}
			parts = append(parts, t)
		}
		if len(parts) < 2 {
			continue
		}
		if s, ok := addUp(parts, c); ok {
			s.Agrees = s.Agrees || s.less && overlapping(textOf(head[i]))
			s.Span, s.Stated, s.Column = last[i].Span(c.start, c.end), last[i].Text[c.start:c.end], textOf(head[i])
			out = append(out, s)
		}
	}
	return out
}

// additive reports whether the cells of a column can be added up, by its heading.
func additive(heading string) bool {
	if report.HeadingKey(heading) == "" || strings.Contains(heading, "%") {
		return false
	}
	for _, word := range prose.WordsAfter(heading, 0, make([]string, 0, 10)) {
		if notAdded.Has(word) {
			return false
		}
	}
	return true
}

// overlapping reports whether a column counts those who may be in several rows: the users of two
// days are fewer than the sum of both.
func overlapping(heading string) bool {
	for _, word := range prose.WordsAfter(heading, 0, make([]string, 0, 10)) {
		if mayOverlap.Has(word) {
			return true
		}
	}
	return false
}

var mayOverlap = prose.SetOf("user users customer customers account accounts client clients tenant tenants visitor visitors people organisations organizations subscribers merchants")

var notAdded = prose.SetOf(`average avg mean median peak max maximum min minimum rate ratio share percent percentage unique distinct p percentile
	cumulative running id number no rank day year version time date start end score per latency`)

// cellTerm reads a cell that is a number or a length of time and nothing else.
func cellTerm(p *report.Passage) (term, bool) {
	if p == nil {
		return term{}, false
	}
	text := strings.TrimRight(p.Text, " ")
	if ds := moment.FindDurations(text); len(ds) == 1 && ds[0].Start == 0 && ds[0].End == len(text) {
		t := lengthTerm(ds[0])
		return t, t.slack > 0
	}
	start := 0
	if strings.HasPrefix(text, "$") {
		start = 1
	}
	if start >= len(text) {
		return term{}, false
	}
	t, end := numberTerm(text, start)
	return t, end == len(text) && end > start && !math.IsNaN(t.value)
}
