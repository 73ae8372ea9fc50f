package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// configOptions says which configuration a command works with.
type configOptions struct {
	Config   string // a file; empty to look for one
	NoConfig bool
}

// addConfigFlags gives a command the flags that choose a configuration.
func addConfigFlags(cmd *cobra.Command, o *configOptions) {
	cmd.Flags().StringVar(&o.Config, "config", "", "the configuration (default: "+config.Name+" here or above, in the repository)")
	cmd.Flags().BoolVar(&o.NoConfig, "no-config", false, "use no configuration")
	notTogether(cmd, "config", "no-config")
}

// load reads the configuration; without one it gives what holds by default.
func (o configOptions) load() (*config.Config, error) {
	path := o.Config
	if path == "" && !o.NoConfig {
		var err error
		if path, err = config.Find("."); err != nil {
			return nil, err
		}
	}
	if path == "" {
		return &config.Config{}, nil
	}
	return config.Load(path)
}

func configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the configuration and its schema",
		Long:  "Show what is in effect for a report and where each value comes from, or the JSON Schema of\n" + config.Name + " for an editor.",
		Args:  knownCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(configShowCommand(), &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the configuration",
		Args:  between(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(config.Schema())
			return err
		},
	})
	return cmd
}

func configShowCommand() *cobra.Command {
	o := configOptions{}
	format := "text"
	cmd := &cobra.Command{
		Use:   "show FILE",
		Short: "Print what is in effect for a report, and where each value comes from",
		Args:  between(1, 1, "a report's path"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := o.load()
			if err != nil {
				return err
			}
			if c.Excluded(args[0]) {
				fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: note: the configuration excludes %s: no rule runs\n", lint.Visible(args[0]))
			} else if _, err := os.Stat(args[0]); err != nil {
				fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: note: %s is not there; this would hold for it\n", lint.Visible(args[0]))
			}
			return showConfig(cmd, c.For(args[0]), format)
		},
	}
	addConfigFlags(cmd, &o)
	addChoice(cmd, &format, "format", []string{"text", "json"}, "how to print it")
	return cmd
}

func showConfig(cmd *cobra.Command, all []config.Setting, format string) error {
	out := cmd.OutOrStdout()
	if format == "json" {
		return writeJSON(out, all)
	}
	ink := inkFor(out)
	key, val := 0, 0
	for _, s := range all {
		key, val = max(key, cells(s.Key)), max(val, min(cells(s.Value), 24))
	}
	for _, s := range all {
		origin := s.Origin
		if origin == config.Default {
			origin = ink.faint(origin)
		}
		fmt.Fprintln(out, pad(lint.Visible(s.Key), key+1), pad(lint.Visible(s.Value), val+1), lint.Visible(origin))
	}
	return nil
}
