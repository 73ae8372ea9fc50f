package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// leak is a finding of the guard and the text that it was found in.
type leak struct {
	edition.Leak
	text []byte
}

// leaksOf searches what is written, and its name if that is published.
func leaksOf(g *edition.Guard, p publication, x export.Exporter) []leak {
	name, text := strings.TrimSuffix(p.name, x.Extension), x.Searched(p.text)
	if name == p.name {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	if p.kept {
		name = ""
	}
	var all []leak
	for _, l := range g.Check(name, text) {
		l.Output = p.name
		all = append(all, leak{l, text})
	}
	return all
}

// refuse prints what must not be released, each once, and ends the command.
func refuse(cmd *cobra.Command, r *report.Report, found []leak) error {
	talk := cmd.ErrOrStderr()
	seen := map[string]bool{}
	totals := &lint.Totals{Reports: 1}
	result := &lint.Result{Totals: totals, Paint: painter(inkFor(talk)), Findings: func(yield func(lint.Diagnostic) bool) {
		for _, l := range found {
			key := fmt.Sprint(l.Class, l.Hash, l.Span)
			if seen[key] {
				continue
			}
			seen[key] = true
			totals.BySeverity[lint.Error]++
			d := lint.Diagnostic{Rule: "guard", Severity: lint.Error, File: r.File, Span: l.Span,
				Message: fmt.Sprintf("%q must not be released (%s, %s): %s", l.Found, l.Class, l.Disguise, l.Why),
				Hint:    l.Advice + "; or allow it in the configuration: hash " + l.Hash + " with owner, reason and until"}
			if l.Span.IsZero() { // the report does not say it in one place: the output does
				d.File = source.New(l.Output, l.text)
				at := max(l.Offset, 0)
				d.Span = source.Span{Start: at, End: min(at+len(l.Found), len(l.text))}
			}
			if !yield(d) {
				return
			}
		}
	}}
	text, _ := lint.FormatNamed("text")
	if err := result.Write(lint.Output{Format: text, To: talk}); err != nil {
		return err
	}
	fmt.Fprintln(talk, "nothing was written")
	return errFindings
}

// write puts the outputs where they belong: one to standard output or a file, several into a
// directory, all of them or none.
func (o *exportOptions) write(cmd *cobra.Command, made []publication) error {
	if o.several() {
		return o.writeAll(cmd, made)
	}
	path := o.Out
	if path == "" || path == "-" {
		_, err := cmd.OutOrStdout().Write(made[0].text)
		return err
	}
	if isDirectory(path) {
		path = filepath.Join(path, made[0].name)
	}
	put := source.Create
	if o.Force {
		put = source.Put
	}
	err := put(path, made[0].text)
	if errors.Is(err, fs.ErrExist) {
		return there(path)
	}
	if err == nil {
		fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(path))
	}
	return err
}

func isDirectory(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (o *exportOptions) writeAll(cmd *cobra.Command, made []publication) error {
	var names []string
	for _, p := range made {
		names = append(names, p.name)
	}
	if err := vacant(o.Out, names, o.Force); err != nil {
		return err
	}
	stage, clear, err := newStage(o.Out)
	if err != nil {
		return err
	}
	defer clear()
	for _, p := range made {
		if err := source.Create(filepath.Join(stage, p.name), p.text); err != nil {
			return err
		}
	}
	if err := moveIn(stage, o.Out, names); err != nil {
		return err
	}
	for _, name := range names {
		fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(filepath.Join(o.Out, name)))
	}
	return nil
}
