//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"github.com/openpostmortem/postmortem/pkg/config"
)

// typist sits at a pseudo-terminal. It types only after it has seen what it waits for, so nothing
// depends on how fast the program is.
type typist struct {
	t        *testing.T
	cmd      *exec.Cmd
	terminal *os.File
	shown    string
}

func sitDown(t *testing.T, cmd *exec.Cmd) *typist {
	t.Helper()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		terminal.Close()
		_ = cmd.Process.Kill()
	})
	return &typist{t: t, cmd: cmd, terminal: terminal}
}

var escape = regexp.MustCompile(`\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\)|[=>])`)

// sees reads on until the text has been shown, and forgets all up to there.
func (p *typist) sees(text string) {
	p.t.Helper()
	buf := make([]byte, 4096)
	for {
		plain := escape.ReplaceAllString(p.shown, "")
		if i := strings.Index(plain, text); i >= 0 {
			p.shown = plain[i+len(text):]
			return
		}
		n, err := p.terminal.Read(buf)
		p.shown += string(buf[:n])
		if err != nil && n == 0 {
			p.t.Fatalf("the terminal closed before %q was shown; it shows\n%s", text, escape.ReplaceAllString(p.shown, ""))
		}
	}
}

func (p *typist) types(keys string) {
	p.t.Helper()
	if _, err := p.terminal.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// answers types an answer, sees it echoed and goes on.
func (p *typist) answers(text string) {
	p.t.Helper()
	p.types(text)
	p.sees(text)
	p.types("\r")
}

// leaves reads what is left and gives the exit code.
func (p *typist) leaves() int {
	p.t.Helper()
	buf := make([]byte, 4096)
	for {
		n, err := p.terminal.Read(buf)
		p.shown += string(buf[:n])
		if err != nil {
			break
		}
	}
	p.shown = escape.ReplaceAllString(p.shown, "")
	var ended *exec.ExitError
	if err := p.cmd.Wait(); errors.As(err, &ended) {
		return ended.ExitCode()
	} else if err != nil {
		p.t.Fatal(err)
	}
	return exitDone
}

func TestFormWritesAReport(t *testing.T) {
	dir := t.TempDir()
	cmd := program(t, "new", "--now", "2026-02-14T15:00:00Z")
	cmd.Dir = dir
	p := sitDown(t, cmd)
	p.sees("What failed, and how did it show?")
	p.types("\r")
	p.sees("the title is empty")
	p.answers("Checkout: rejected")
	p.sees("┃ How bad was it?")
	p.sees("> (choose with the arrow keys)")
	p.types("\r") // nothing is taken for granted
	p.sees("the severity is empty")
	p.types("\x1b[B")
	p.sees("> SEV1")
	p.types("\x1b[B")
	p.sees("> SEV2")
	p.types("\r")
	p.sees("┃ In which time zone do you write?")
	p.answers("Vienna/Europe")
	p.sees(`the timezone "Vienna/Europe" is not the name of a time zone`)
	p.types("\x15")
	p.answers("Europe/Vienna")
	p.sees("┃ When did the impact begin?")
	p.answers("13 Feb 2026 9:15 am")
	p.sees("┃ Which services were affected?")
	p.answers("checkout, cards")
	p.sees("┃ Who answers for this report?")
	p.answers("Payments team")
	p.sees("┃ Which template?")
	p.types("\x1b[B")
	p.sees("> google-sre")
	p.types("\x1b[B")
	p.sees("> lightweight")
	p.types("\r")
	p.sees("┃ Which file?")
	p.sees("2026-02-13-checkout-rejected.md")
	p.types("\r")
	if code := p.leaves(); code != exitDone {
		t.Fatalf("ended with %d:\n%s", code, p.shown)
	}
	if !strings.Contains(p.shown, "postmortem lint 2026-02-13-checkout-rejected.md") {
		t.Errorf("what to do next is not said:\n%s", p.shown)
	}
	text, err := os.ReadFile(filepath.Join(dir, "2026-02-13-checkout-rejected.md"))
	if err != nil {
		t.Fatal(err)
	}
	want := `---
title: "Checkout: rejected"
id: 2026-02-13-checkout-rejected
template: lightweight
status: draft
severity: SEV2
timezone: Europe/Vienna
services: [checkout, cards]
owner: Payments team
started: 2026-02-13 09:15
---
`
	if !strings.HasPrefix(string(text), want) {
		t.Errorf("wrote\n%s", text)
	}
}

// TestFormAsksOfPublishing asks what the organisation is called in public, but only where customers
// read of incidents.
func TestFormAsksOfPublishing(t *testing.T) {
	for _, c := range []struct {
		publish              bool
		organisation, public string
	}{{true, "Example Pay", "status.example.com, Example Card"}, {false, "", ""}} {
		cmd := program(t, "init", "--reports", ".", "--group", "strict", "--ci", "none", "--pre-commit", "no")
		cmd.Dir = t.TempDir()
		p := sitDown(t, cmd)
		p.sees("┃ Do customers read of incidents?")
		if c.publish {
			p.types("\x1b[B")
			p.sees("> yes")
		}
		p.types("\r")
		if c.publish {
			p.sees("┃ What is your organisation called in public?")
			p.answers(c.organisation)
			p.sees("┃ What else do customers know you by?")
			p.answers(c.public)
		}
		if code := p.leaves(); code != exitDone {
			t.Fatalf("ended with %d:\n%s", code, p.shown)
		}
		got, err := config.Load(filepath.Join(cmd.Dir, config.Name))
		if err != nil {
			t.Fatal(err)
		}
		if got.Theme.Organisation != c.organisation || strings.Join(got.Guard.Public, ", ") != c.public {
			t.Errorf("%q, %q", got.Theme.Organisation, got.Guard.Public)
		}
	}
}

// TestFormCanBeLeft breaks the questions off by key and by signal: nothing is left behind. In lines
// there is no key but the terminal's own, which throws away what is on its way to the screen; the
// signal that it sends is what is tried.
func TestFormCanBeLeft(t *testing.T) {
	key := func(p *typist) { p.types("\x03") }
	interrupt := func(p *typist) { _ = p.cmd.Process.Signal(syscall.SIGINT) }
	terminate := func(p *typist) { _ = p.cmd.Process.Signal(syscall.SIGTERM) }
	for _, c := range []struct {
		name  string
		args  []string
		leave func(*typist)
	}{
		{"form by key", []string{"new"}, key},
		{"form by interrupt", []string{"new"}, interrupt},
		{"form by end", []string{"new"}, terminate},
		{"lines by interrupt", []string{"new", "--accessible"}, interrupt},
		{"lines by end", []string{"new", "--accessible"}, terminate},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := program(t, c.args...)
			cmd.Dir = t.TempDir()
			p := sitDown(t, cmd)
			p.sees("What failed, and how did it show?")
			c.leave(p)
			if code := p.leaves(); code != exitFailed || !strings.Contains(p.shown, "postmortem: error: interrupted; nothing was written") {
				t.Errorf("ended with %d:\n%s", code, p.shown)
			}
			if left, _ := os.ReadDir(cmd.Dir); len(left) > 0 {
				t.Errorf("left %v", left)
			}
		})
	}
}

// TestDumbTerminalIsAskedInLines has a terminal that can do nothing but lines.
func TestDumbTerminalIsAskedInLines(t *testing.T) {
	cmd := program(t, "new", "--title", "Slow", "--started", "2026-02-14 14:02", "--owner", "Search team", "--template", "lightweight", "slow.md")
	cmd.Env = append(cmd.Env, "TERM=dumb")
	cmd.Dir = t.TempDir()
	p := sitDown(t, cmd)
	p.sees("Enter a number between 1 and 5: ")
	p.types("\n")
	p.sees("must be a number between 1 and 5")
	p.types("4\n")
	p.sees("In which time zone do you write?")
	p.types("\n")
	p.sees("Which services were affected?")
	p.types("\n")
	if code := p.leaves(); code != exitDone || strings.Contains(p.shown, "\x1b") {
		t.Errorf("ended with %d:\n%q", code, p.shown)
	}
	text, err := os.ReadFile(filepath.Join(cmd.Dir, "slow.md"))
	if err != nil || !strings.Contains(string(text), "\nseverity: SEV4\n") {
		t.Errorf("%v\n%s", err, text)
	}
}
