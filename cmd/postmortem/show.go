package main

import (
	"encoding/json"
	"os"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func showCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "show FILE",
		Short: "Print what was understood of a report",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			e := json.NewEncoder(cmd.OutOrStdout())
			e.SetIndent("", "  ")
			return e.Encode(report.Parse(source.New(args[0], text)).Face())
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}
