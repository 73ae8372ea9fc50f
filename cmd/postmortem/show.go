package main

import (
	"bufio"
	"errors"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/source"
)

type showOptions struct {
	Paths    []string
	Format   string
	Audience string
	configOptions
}

func showCommand() *cobra.Command {
	o := showOptions{Format: "text", Audience: "author"}
	cmd := &cobra.Command{
		SuggestFor: []string{"print", "view", "cat"},
		Use:        "show FILE...",
		Short:      "Print what was understood of a report",
		Long: `Print what was understood of a report: its front matter, each entry of the timeline in UTC and in
the report's zone with what was inferred from where, the metrics with their definitions, the numbers
that the prose states, the actions, and what could not be understood. "-" reads standard input.

The JSON form is one document for each report, for programs; "schema" counts its versions.

For customers it prints what they would read of the report and below it, for you alone, what is
withheld from them and what would stop an export.`,
		Example: "  postmortem show 2019-03-28-kafka.md\n  postmortem show --format json 2019-03-28-kafka.md | jq .metrics\n" +
			"  postmortem show --audience customer 2019-03-28-kafka.md",
		Args: between(1, -1, "a report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Paths = args
			if o.Audience == "customer" {
				return preview(cmd, o)
			}
			return showReports(cmd, o)
		},
	}
	addChoice(cmd, &o.Format, "format", []string{"text", "json"}, "how to print it")
	addChoice(cmd, &o.Audience, "audience", []string{"author", "customer"}, "who would read it")
	addConfigFlags(cmd, &o.configOptions)
	return cmd
}

func showReports(cmd *cobra.Command, o showOptions) error {
	c, err := o.load()
	if err != nil {
		return err
	}
	a, err := archive.Find(o.Paths, archive.Options{Stdin: cmd.InOrStdin(), Customs: c.Policy.Customs()})
	if err != nil {
		return err
	}
	w := bufio.NewWriter(cmd.OutOrStdout())
	s := sheet{w: w, ink: inkFor(cmd.OutOrStdout()), width: columns(cmd.OutOrStdout())}
	var failures []error
	shown := 0
	for _, path := range a.Paths() {
		var f *source.File
		if f, err = a.Read(path); err != nil {
			failures = append(failures, err)
			continue
		}
		r := a.Parse(f)
		if o.Format == "json" {
			if err := writeJSON(w, faceOf(r)); err != nil {
				return err
			}
			continue
		}
		if shown++; shown > 1 {
			s.line("")
		}
		s.report(r)
	}
	return errors.Join(append(failures, w.Flush())...)
}
