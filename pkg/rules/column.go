package rules

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// room is the fix that makes room for what is missing: an empty column in a table that has none for
// it. What belongs there only people know, so the finding stays until they have filled it in.
func (l lack) room(r *report.Report, a *report.Action) *lint.Fix {
	if l.column == "" || len(a.Columns) == 0 || slices.ContainsFunc(a.Columns, func(h string) bool { return strings.EqualFold(h, l.column) }) {
		return nil
	}
	edits := widened(r.File, r.File.LineAt(a.Span.Start), l.column)
	if edits == nil {
		return nil
	}
	// The column must be read as what it is, and no other must change its meaning by it.
	text, err := r.File.Apply(edits...)
	if err != nil {
		return nil
	}
	again := r.Again(source.New(r.File.Path, text))
	if len(again.Actions) != len(r.Actions) {
		return nil
	}
	for i := range r.Actions {
		if old, now := &r.Actions[i], &again.Actions[i]; old.Text.Value != now.Text.Value || old.Owner.Value != now.Owner.Value || old.Due.Value != now.Due.Value {
			return nil
		}
	}
	return &lint.Fix{Title: fmt.Sprintf("add an empty column %q, for you to fill in", l.column), Edits: edits}
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
