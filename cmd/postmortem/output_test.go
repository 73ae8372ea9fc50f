//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// printing are commands that print something and succeed.
var printing = [][]string{
	{"--version"}, {"--help"}, {"version"}, {"rules"}, {"rules", "--format", "json"}, {"explain", "section-missing"}, {"templates"},
	{"templates", "show", "standard"}, {"completion", "bash"}, {"show", "../../examples/unbacked-database.md"},
	{"show", "--format", "json", "../../examples/unbacked-database.md"}, {"lint", "--fail-on", "never", "../../examples/flawed"},
}

// TestLostResultsAreAnError gives commands an output that takes nothing: a pipe that nobody reads,
// which is left without a word, and a full disk.
func TestLostResultsAreAnError(t *testing.T) {
	for name, open := range map[string]func() (*os.File, error){
		"closed pipe": func() (*os.File, error) {
			r, w, err := os.Pipe()
			if err == nil {
				err = r.Close()
			}
			return w, err
		},
		"full disk": func() (*os.File, error) { return os.OpenFile("/dev/full", os.O_WRONLY, 0) },
	} {
		for _, args := range printing {
			t.Run(name+" "+strings.Join(args, " "), func(t *testing.T) {
				out, err := open()
				if errors.Is(err, os.ErrNotExist) {
					t.Skip("this system has no /dev/full")
				} else if err != nil {
					t.Fatal(err)
				}
				defer out.Close()
				cmd := program(t, args...)
				var talk bytes.Buffer
				cmd.Stdout, cmd.Stderr = out, &talk
				err = cmd.Run()
				var ended *exec.ExitError
				if !errors.As(err, &ended) || ended.ExitCode() != exitFailed || strings.Contains(talk.String(), "postmortem: error: ") != (name == "full disk") {
					t.Errorf("%v, and said %q", err, talk.String())
				}
			})
		}
	}
}

// TestColours has colours only where they can be seen and are wanted.
func TestColours(t *testing.T) {
	for _, c := range []struct {
		env     string
		colours bool
	}{{"LC_ALL=C", true}, {"NO_COLOR=1", false}, {"TERM=dumb", false}} {
		for _, args := range [][]string{{"rules"}, {"explain", "section-missing"}, {"templates"}, {"show", "../../examples/unbacked-database.md"}} {
			cmd := program(t, args...)
			cmd.Env = append(cmd.Env, c.env)
			terminal, err := pty.Start(cmd)
			if err != nil {
				t.Fatal(err)
			}
			shown, _ := io.ReadAll(terminal)
			if err := cmd.Wait(); err != nil {
				t.Errorf("%v: %v", args, err)
			}
			terminal.Close()
			if got := bytes.IndexByte(shown, 0x1b) >= 0; got != c.colours {
				t.Errorf("%v with %s: colours %v", args, c.env, got)
			}
		}
	}
}
