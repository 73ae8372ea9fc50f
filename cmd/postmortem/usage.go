package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/openpostmortem/postmortem/pkg/near"
)

// misused is the error of a command line that cannot be meant; without a better hint it points to
// the command's help.
func misused(cmd *cobra.Command, hint, format string, args ...any) error {
	if hint == "" {
		hint = fmt.Sprintf("%s --help lists what there is", cmd.CommandPath())
	}
	return hinted{fmt.Errorf(format, args...), hint}
}

// knownCommand is reached when the first word is no command.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	hint := ""
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
		if slices.Contains(c.SuggestFor, args[0]) {
			hint = "did you mean \"" + c.Name() + "\"?"
		}
	}
	return misused(cmd, cmp.Or(hint, near.Hint(args[0], names)), "there is no command %q", args[0])
}

// helpCommand is for those who write "help lint" for "lint --help".
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Print the help of a command",
		GroupID: "Tools",
		Hidden:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			of, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return knownCommand(of, rest)
			}
			return of.Help()
		},
	}
}

// between lets a command have so many arguments, called what in its complaint.
func between(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		use := "write " + cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name())
		switch {
		case len(args) < least:
			return misused(cmd, use, "%s needs %s", cmd.Name(), what)
		case most >= 0 && len(args) > most:
			return misused(cmd, use, "%s does not take %q", cmd.Name(), args[most])
		}
		return nil
	}
}

// flagError puts pflag's complaints into our words.
func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		bad     *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		if group := unknown.GetSpecifiedShortnames(); group != "" {
			return misused(cmd, "", "%s has no flag -%s", cmd.Name(), unknown.GetSpecifiedName())
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		hint := ""
		if name, ok := near.Match(unknown.GetSpecifiedName(), names); ok {
			hint = "did you mean --" + name + "?"
		}
		return misused(cmd, hint, "%s has no flag --%s", cmd.Name(), unknown.GetSpecifiedName())
	case errors.As(err, &bare):
		return misused(cmd, "", "--%s needs a value: %s", bare.GetFlag().Name, bare.GetFlag().Usage)
	case errors.As(err, &bad):
		var h hinted
		reason := errors.Unwrap(bad)
		if errors.As(reason, &h) {
			return hinted{fmt.Errorf("--%s %w", bad.GetFlag().Name, h.error), h.hint}
		}
		if bad.GetFlag().Value.Type() == "bool" {
			return misused(cmd, "write --"+bad.GetFlag().Name, "--%s takes no value, and not %q", bad.GetFlag().Name, bad.GetValue())
		}
		return misused(cmd, "", "--%s cannot be %q: %w", bad.GetFlag().Name, bad.GetValue(), reason)
	}
	return misused(cmd, "", "%w", err)
}

// notTogether lets a command refuse one of two flags beside the other, in our words.
func notTogether(cmd *cobra.Command, a, b string) {
	before := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if cmd.Flags().Changed(a) && cmd.Flags().Changed(b) {
			return misused(cmd, "leave one of them out", "--%s and --%s do not go together", a, b)
		}
		if before != nil {
			return before(cmd, args)
		}
		return nil
	}
}

// choice is the value of a flag that takes one of a few words.
type choice struct {
	value *string
	of    []string
}

func (c choice) String() string { return *c.value }
func (c choice) Type() string   { return "word" }

func (c choice) Set(s string) error {
	for _, w := range c.of {
		if s == w {
			*c.value = s
			return nil
		}
	}
	return hinted{fmt.Errorf("cannot be %q; it is %s", s, near.OneOf(c.of)), near.Hint(s, c.of)}
}

// addChoice gives a command a flag that takes one of a few words; *value is the default.
func addChoice(cmd *cobra.Command, value *string, name string, of []string, usage string) {
	short := ""
	if name == "format" { // lint and export have it too
		short = "f"
	}
	cmd.Flags().VarP(choice{value, of}, name, short, usage+": "+near.OneOf(of))
	complete := cobra.FixedCompletions(of, cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
		panic(err) // only where the flag is not there, which the line before rules out
	}
}
