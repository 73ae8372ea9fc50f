package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/rules"
)

func lintCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [FILE]...",
		Short: "Check reports",
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := archive.Find(args, archive.Options{Stdin: cmd.InOrStdin()})
			if err != nil {
				return err
			}
			found := lint.New(rules.All(), lint.Options{Now: time.Now()}).Run(a)
			if err := found.Write(lint.Output{Format: lint.Formats[0], To: cmd.OutOrStdout()}); err != nil {
				return err
			}
			if len(found.Totals.Failures) > 0 {
				return errors.Join(found.Totals.Failures...)
			}
			if found.Totals.AtLeast(lint.Hint) > 0 {
				return errFindings
			}
			return nil
		},
	}
}
