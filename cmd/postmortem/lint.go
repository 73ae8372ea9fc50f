package main

import (
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func lintCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [FILE]...",
		Short: "Check reports",
		RunE: func(cmd *cobra.Command, args []string) error {
			var reports []*report.Report
			for _, path := range args {
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				reports = append(reports, report.Parse(source.New(path, text)))
			}
			found := lint.Run(reports, rules.All(), lint.Options{Now: time.Now()})
			if err := lint.Formats[0].Write(cmd.OutOrStdout(), &lint.Result{Findings: found}); err != nil {
				return err
			}
			if len(found) > 0 {
				return errFindings
			}
			return nil
		},
	}
}
