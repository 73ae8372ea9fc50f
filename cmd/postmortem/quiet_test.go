//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"testing"

	"github.com/creack/pty"
)

// program is the command, run by the test binary under its other name.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{"postmortem"}, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "CI=", "NO_COLOR=", "TZ=UTC")
	return cmd
}

// TestTerminalIsNotAsked runs commands on a terminal that shows everything and answers nothing. What
// asks it something while the program starts would print the question and wait for the answer.
func TestTerminalIsNotAsked(t *testing.T) {
	for _, args := range [][]string{{"--version"}, {"version"}, {"completion", "bash"}, {"templates", "--format", "json"}} {
		cmd := program(t, args...)
		terminal, err := pty.Start(cmd)
		if err != nil {
			t.Fatal(err)
		}
		shown, _ := io.ReadAll(terminal) // ends with EIO when the program has closed its side
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %v", args, err)
		}
		terminal.Close()
		if len(shown) == 0 || bytes.IndexByte(shown, 0x1b) >= 0 {
			t.Errorf("%v begins with %.40q", args, shown)
		}
	}
}
