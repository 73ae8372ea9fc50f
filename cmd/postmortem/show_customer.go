package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// preview prints what a customer would read of each report, and apart from it what is withheld and what would stop
// an export.
func preview(cmd *cobra.Command, o showOptions) error {
	if o.Format != "text" {
		return misused(cmd, "write postmortem export --to json", "--audience customer prints text alone")
	}
	c, err := o.load()
	if err != nil {
		return err
	}
	x := &releaser{exportOptions: &exportOptions{configOptions: o.configOptions}, forms: export.Exporters, config: c, output: export.Options{Theme: c.Theme}}
	w := bufio.NewWriter(cmd.OutOrStdout())
	s := sheet{w: w, ink: inkFor(cmd.OutOrStdout()), width: columns(cmd.OutOrStdout())}
	for i, path := range o.Paths {
		r, err := readReport(cmd, path, c)
		if err != nil {
			return err
		}
		e, err := x.examineOne(cmd.ErrOrStderr(), r)
		if err != nil {
			return err
		}
		if i > 0 {
			s.line("")
		}
		if e.guard == nil {
			s.line("(nothing: no part of the report is public)")
		}
		for _, p := range e.made {
			if p.form.Name != "text" {
				continue
			}
			for line := range strings.Lines(string(guard.Mask(p.text))) {
				s.line(lint.Visible(strings.TrimRight(line, "\n")))
			}
		}
		s.withheld(r, e.left)
		s.stops(r, path, x.refused(e))
	}
	return w.Flush()
}

// mostStops is how many findings a preview shows: it says that there are some, and export all of them.
const mostStops = 10

// stops lists what would stop an export of a report, which the command line calls so.
func (s *sheet) stops(r *report.Report, named string, all []refused) {
	if len(all) == 0 {
		return
	}
	s.head("Stops an export", "what to do: postmortem export --dry-run "+lint.Visible(shellWord(named)))
	for _, f := range all[:min(len(all), mostStops)] {
		if f.File.Path == r.File.Path {
			s.hang("  "+s.number(r, f.Span.Start)+"  ", 9, f.Message, s.ink.red)
		} else {
			s.hang(strings.Repeat(" ", 9), 9, fmt.Sprintf("%s:%d: %s", f.File.Path, f.File.LineAt(f.Span.Start), f.Message), s.ink.red)
		}
	}
	if n := len(all) - mostStops; n > 0 {
		s.line(fmt.Sprintf("         and %d more", n))
	}
}

// withheld lists what the customer does not read: section by section, and what is marked and stays
// behind all the same.
func (s *sheet) withheld(r *report.Report, left []edition.Withheld) {
	s.head("Withheld", "for you alone: "+lint.Visible(r.File.Path))
	public, tree, none := edition.Public(r), r.Tree(), true
	for _, sec := range r.Sections {
		all, shown := 0, 0
		countParts(tree, sec, public, &all, &shown)
		if shown == all {
			continue
		}
		none = false
		amount := "all of it"
		if shown > 0 {
			amount = fmt.Sprintf("%d of %d parts", all-shown, all)
		}
		name := sec.Heading.Value
		if sec.Level == 0 {
			name = "before the first heading"
		}
		s.hang("  "+s.number(r, sec.Span.Start)+"  ", 9, name+": "+amount, s.ink.faint)
	}
	if len(left) == 0 && none {
		s.line("  nothing")
	}
	for _, w := range left {
		s.hang("  "+s.number(r, w.Span.Start)+"  ", 9, string(guard.Mask([]byte(w.String()))), s.ink.yellow)
	}
}

// countParts counts the blocks with text of a section itself, and those that are shown.
func countParts(blocks []*report.Block, of *report.Section, public []source.Span, all, shown *int) {
	for i, b := range blocks {
		switch b.Kind {
		case report.ParagraphBlock, report.CodeBlock, report.RowBlock:
			if b.Section != of || b.Kind == report.RowBlock && i == 0 { // a table's header

				continue
			}
			*all++
			for _, p := range public {
				if p == b.Span {
					*shown++
				}
			}
		default:
			countParts(b.Children, of, public, all, shown)
		}
	}
}
