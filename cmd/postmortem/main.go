// Command postmortem writes, checks and publishes incident reports.
//
// Rules of the interface: results go to standard output, everything else to standard error;
// errors and hints are in lower case without a full stop; an error says what is wrong, a hint what
// to type next. Only main exits. A command turns flags into options, calls the library once and
// prints what it gives.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // Windows has no zone database

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/cmd/postmortem/internal/quiet"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// The exit codes, for good.
const (
	exitDone     = 0 // done and clean
	exitFindings = 1 // findings at or above --fail-on, or a refused release
	exitFailed   = 2 // could not do it
)

func main() {
	quiet.Restore()
	giveRoom()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// groups are all commands that there are, by what one does with them. A new one is a file and a line here.
var groups = []struct {
	group string
	make  []func() *cobra.Command
}{
	{"Draft", []func() *cobra.Command{initCommand, newCommand, templatesCommand}},
	{"Review", []func() *cobra.Command{lintCommand, explainCommand, rulesCommand, configCommand, showCommand}},
	{"Publish", []func() *cobra.Command{renderCommand, exportCommand}},
	{"Follow", []func() *cobra.Command{}},
	{"Tools", []func() *cobra.Command{completionCommand, versionCommand}},
}

// newRoot is the tree of all commands.
func newRoot() *cobra.Command {
	cobra.EnableCommandSorting = false
	root := &cobra.Command{
		Use:               "postmortem",
		Short:             "Incident postmortems as Markdown in git: written, checked, published",
		Long:              "Incident postmortems as Markdown in git: scaffolded from a template, checked for what\nthey say, rendered as pages worth publishing.",
		Args:              knownCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	version := root.Flags().Bool("version", false, "say which version this is")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *version {
			return printVersion(cmd, versionOptions{Format: "text"})
		}
		return cmd.Help()
	}
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(helpCommand())
	for _, g := range groups {
		if len(g.make) == 0 {
			continue
		}
		root.AddGroup(&cobra.Group{ID: g.group, Title: g.group + ":"})
		for _, make := range g.make {
			cmd := make()
			cmd.GroupID = g.group
			root.AddCommand(cmd)
		}
	}
	return root
}

// run is the whole program but for the exit. The first signal ends the command's context, which
// commands look at between two files; the second one ends the program.
func run(args []string, in, out, talk *os.File) int {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error that the writer sees, like any other
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	results := &results{file: out}
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(results)
	root.SetErr(talk)
	err := root.ExecuteContext(ctx)
	if errors.Is(results.err, syscall.EPIPE) {
		return exitFailed // nobody reads on, as behind "| head", and nobody needs to be told
	}
	if results.err != nil {
		err = fmt.Errorf("the results could not be written: %w", results.err)
	}
	if ctx.Err() != nil && err != nil && !errors.Is(err, errInterrupted) {
		err = errInterrupted
	}
	return conclude(err, talk)
}

// results is standard output. It remembers the first failure, so that no command ends well whose
// results were lost.
type results struct {
	file *os.File
	err  error
}

func (r *results) Write(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.file.Write(b)
	r.err = err
	return n, err
}

// Fd lets isTerminal look at the file.
func (r *results) Fd() uintptr { return r.file.Fd() }

// errFindings ends a command whose findings have been printed already.
var errFindings = errors.New("findings")

// errInterrupted ends a command that a signal or its user broke off.
var errInterrupted = errors.New("interrupted")

// hinted is an error with a line that says what to type next.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }
func (h hinted) Hint() string  { return h.hint }

// conclude says why a command ended and gives the exit code.
func conclude(err error, talk io.Writer) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	}
	var several interface{ Unwrap() []error }
	if errors.As(err, &several) {
		for _, err := range several.Unwrap() {
			conclude(err, talk)
		}
		return exitFailed
	}
	fmt.Fprintf(talk, "postmortem: error: %s\n", lint.Visible(err.Error()))
	var h interface{ Hint() string }
	if errors.As(err, &h) && h.Hint() != "" {
		fmt.Fprintf(talk, "postmortem: hint: %s\n", lint.Visible(h.Hint()))
	}
	return exitFailed
}
