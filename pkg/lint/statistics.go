package lint

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// writeStatistics counts the findings by rule, the most frequent first.
func writeStatistics(w io.Writer, r *Result) error {
	for range r.Findings {
	}
	type row struct {
		rule string
		n    int
	}
	var rows []row
	for rule, n := range r.Totals.ByRule {
		rows = append(rows, row{rule, n})
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.rule, b.rule)) })
	for _, row := range rows {
		if _, err := fmt.Fprintf(w, "%7d  %s\n", row.n, row.rule); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, r.Totals.Line()+"\n")
	return err
}
