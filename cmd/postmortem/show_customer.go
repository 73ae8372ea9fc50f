package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// preview prints what a customer would read of each report, and apart from it what is withheld.
func preview(cmd *cobra.Command, o showOptions) error {
	if o.Format != "text" {
		return misused(cmd, "write postmortem export --to json", "--audience customer prints text alone")
	}
	c, err := o.load()
	if err != nil {
		return err
	}
	form, _ := export.Named("text")
	w := bufio.NewWriter(cmd.OutOrStdout())
	s := sheet{w: w, ink: inkFor(cmd.OutOrStdout()), width: columns(cmd.OutOrStdout())}
	for i, path := range o.Paths {
		r, err := readReport(cmd, path, c)
		if err != nil {
			return err
		}
		e, left, err := edition.Cut(r, c.Edition)
		if err != nil {
			return err
		}
		if i > 0 {
			s.line("")
		}
		if len(e.Markdown) == 0 {
			s.line("(nothing: no part of the report is public)")
		} else {
			text, err := form.Output(e, export.Options{Theme: c.Theme})
			if err != nil {
				return err
			}
			for line := range strings.Lines(string(text)) {
				s.line(lint.Visible(strings.TrimRight(line, "\n")))
			}
		}
		s.withheld(r, left)
	}
	return w.Flush()
}

// withheld lists what the customer does not read: section by section, and what is marked and stays
// behind all the same.
func (s *sheet) withheld(r *report.Report, left []edition.Withheld) {
	s.head("Withheld", "for you alone: "+lint.Visible(r.File.Path))
	public, tree := edition.Public(r), r.Tree()
	for _, sec := range r.Sections {
		all, shown := 0, 0
		countParts(tree, sec, public, &all, &shown)
		if shown == all {
			continue
		}
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
	for _, w := range left {
		s.hang("  "+s.number(r, w.Span.Start)+"  ", 9, w.String(), s.ink.yellow)
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
