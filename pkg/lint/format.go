package lint

import (
	"fmt"
	"io"
)

// Result is everything that a run found and what it looked at.
type Result struct {
	Findings []Diagnostic
	Reports  int // how many reports were checked
	Rules    []Rule
}

// Format writes a result for one kind of reader. Each is one file and one line in Formats.
type Format struct {
	Name    string
	Summary string
	Write   func(io.Writer, *Result) error
}

// Formats lists the output formats.
var Formats = []Format{
	{"concise", "one line for each finding", writeConcise},
}

func writeConcise(w io.Writer, r *Result) error {
	for _, d := range r.Findings {
		at := d.File.Position(d.Span.Start)
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s: %s [%s]\n", Visible(d.File.Path), at.Line, at.Column, d.Severity, Visible(d.Message), d.Rule); err != nil {
			return err
		}
	}
	return nil
}
