// Command postmortem writes, checks and publishes incident reports.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// The exit codes, for good.
const (
	exitDone     = 0 // done and clean
	exitFindings = 1 // findings at or above --fail-on, or a refused release
	exitFailed   = 2 // could not do it
)

// errFindings ends a command whose findings have been printed already.
var errFindings = errors.New("findings")

// hinted is an error with a line that says what to type next.
type hinted struct {
	error
	hint string
}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program but for the exit.
func run(args []string, in io.Reader, out, talk io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(talk)
	switch err := root.Execute(); {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		fmt.Fprintf(talk, "postmortem: error: %v\n", err)
		var h hinted
		if errors.As(err, &h) {
			fmt.Fprintf(talk, "postmortem: hint: %s\n", h.hint)
		}
		return exitFailed
	}
}

// newRoot is the tree of commands.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "postmortem",
		Short:         "Write, check and publish incident postmortems",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(lintCommand(), showCommand())
	return root
}
