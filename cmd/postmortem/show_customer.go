package main

import (
	"bufio"
	"fmt"
	"slices"
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
	x := &releaser{exportOptions: &exportOptions{configOptions: o.configOptions}, forms: export.Exporters, config: c}
	if x.output, err = x.outputOptions(c); err != nil {
		return err
	}
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
			s.hang("", 0, howToPublish(r), s.ink.faint)
		}
		for _, p := range e.made {
			if p.form.Name != "text" {
				continue
			}
			for line := range strings.Lines(string(guard.Mask(p.text))) {
				s.line(lint.Visible(strings.TrimRight(line, "\n")))
			}
		}
		s.withheld(r, c.Edition.Names, e.left)
		s.unlisted(e)
		s.stops(r, path, x.refused(e))
	}
	return w.Flush()
}

// unlisted lists what in an edition nothing explains and no list holds.
func (s *sheet) unlisted(e *examined) {
	if e.guard == nil || len(e.guard.Unlisted()) == 0 {
		return
	}
	s.head("On no list", "what customers may read goes into publish.guard.public")
	for all := e.guard.Unlisted(); len(all) > 0; { // those of one line and kind in one row
		number, why, row := s.number(e.report, all[0].Span.Start), all[0].Why, all[0].Found
		for all = all[1:]; len(all) > 0 && all[0].Why == why && s.number(e.report, all[0].Span.Start) == number; all = all[1:] {
			row += ", " + all[0].Found
		}
		if why != "" {
			row += " (" + strings.TrimPrefix(why, "is ") + ")"
		}
		s.hang("  "+number+"  ", 9, row, s.ink.yellow)
	}
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
func (s *sheet) withheld(r *report.Report, names edition.Names, left []edition.Withheld) {
	s.head("Withheld", "for you alone: "+lint.Visible(r.File.Path))
	places, tree, none := edition.Divide(r, names).Shown, r.Tree(), true
	for _, sec := range r.Sections {
		all, shown := countParts(r, tree, sec, places)
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

// countParts counts the parts with text of a section itself, blocks and the entries of a timeline in plain lines, and
// those of which something is shown.
func countParts(r *report.Report, blocks []*report.Block, of *report.Section, places []source.Span) (all, shown int) {
	count := func(part source.Span) {
		all++
		if slices.ContainsFunc(places, part.Overlaps) {
			shown++
		}
	}
	for i, b := range blocks {
		switch {
		case b.Kind == report.ParagraphBlock || b.Kind == report.CodeBlock || b.Kind == report.RowBlock:
			if b.Section != of || b.Kind == report.RowBlock && i == 0 { // a table's header
				continue
			}
			lines := entriesIn(r, b)
			if len(lines) < 2 {
				lines = []source.Span{b.Span}
			}
			for _, part := range lines {
				count(part)
			}
		default:
			more, out := countParts(r, b.Children, of, places)
			all, shown = all+more, shown+out
		}
	}
	return all, shown
}

// entriesIn are the entries of the timeline that a paragraph holds.
func entriesIn(r *report.Report, b *report.Block) (out []source.Span) {
	for _, e := range r.Timeline.Events {
		if b.Kind == report.ParagraphBlock && b.Span.Contains(e.Text.Span) {
			out = append(out, e.Text.Span)
		}
	}
	return out
}
