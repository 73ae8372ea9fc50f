package lint

import (
	"fmt"
	"io"
)

func writeConcise(w io.Writer, r *Result) error {
	for d := range r.Findings {
		at := d.File.Position(d.Span.Start)
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s: %s [%s]\n", startable(d.File.Path), at.Line, at.Column, d.Severity, Visible(d.Message), d.Rule); err != nil {
			return err
		}
	}
	return nil
}
