package rules

import (
	"bytes"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// room is the fix that makes room for what is missing: an empty column in a table that has none for
// it. What belongs there only people know, so the finding stays until they have filled it in.
func (l lack) room(r *report.Report, a *report.Action) *lint.Fix {
	if l.column == "" || len(a.Columns) == 0 || a.HasColumn(l.column) {
		return nil
	}
	edits := widened(r.File, r.File.LineAt(a.Span.Start), l.column)
	if edits == nil || !keepsActions(r, a, edits) {
		return nil
	}
	return &lint.Fix{Title: fmt.Sprintf("add an empty column %q, for you to fill in", l.column), Edits: edits}
}

// keepsActions reports whether the table that an action stands in still says the same after edits of
// it: the new column must be read as what it is, and no other change its meaning by it. The table is
// read on its own, which costs a part of what the report would.
func keepsActions(r *report.Report, a *report.Action, edits []source.Edit) bool {
	text, err := r.File.Apply(edits...)
	if err != nil {
		return false
	}
	start := r.File.Line(r.File.LineAt(edits[0].Span.Start)).Start
	end := len(text) - len(r.File.Text) + edits[len(edits)-1].Span.End
	alone := append([]byte("## Corrective actions\n\n"), text[start:end]...)
	again := r.Again(source.New(r.File.Path, alone)).Actions
	for i := range r.Actions {
		old := &r.Actions[i]
		if !sameTable(old, a) {
			continue
		}
		if len(again) == 0 || again[0].Text.Value != old.Text.Value || again[0].Owner.Value != old.Owner.Value || again[0].Due.Value != old.Due.Value {
			return false
		}
		again = again[1:]
	}
	return len(again) == 0
}

// sameTable reports whether two actions are rows of one table.
func sameTable(a, b *report.Action) bool {
	return len(a.Columns) > 0 && len(b.Columns) > 0 && &a.Columns[0] == &b.Columns[0]
}

// widened gives the table in which the n-th line is a row one more column at its end; nil if not all
// of its lines have the same number of cells.
func widened(f *source.File, n int, heading string) []source.Edit {
	rule := n
	for rule > 1 && !delimits(lineText(f, rule)) {
		rule--
	}
	if rule == 1 || rule == n {
		return nil
	}
	width := cells(lineText(f, rule))
	var edits []source.Edit
	for k := rule - 1; k <= f.Lines() && bytes.IndexByte(lineText(f, k), '|') >= 0; k++ {
		line := lineText(f, k)
		if cells(line) != width {
			return nil
		}
		cell := " "
		switch k {
		case rule - 1:
			cell = " " + heading + " "
		case rule:
			cell = "---"
		}
		text := rowText(line)
		if !bytes.HasSuffix(text, []byte("|")) || bytes.HasSuffix(text, []byte(`\|`)) {
			cell = " |" + cell
		}
		at := f.Line(k).Start + len(text)
		edits = append(edits, source.Edit{Span: source.Span{Start: at, End: at}, New: cell + "|"})
	}
	return edits
}
