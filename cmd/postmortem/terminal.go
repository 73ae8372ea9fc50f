package main

import (
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// isTerminal reports whether somebody looks at w, or types at it, directly.
func isTerminal(w any) bool {
	f, ok := w.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}

// ink writes text for a terminal in the terminal's own colours; where there are none it writes the
// text alone. What it is given must have been made visible before.
type ink struct{ on bool }

// inkFor has colours on a terminal that can show them, unless NO_COLOR is set.
func inkFor(w io.Writer) ink {
	return ink{isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" &&
		(runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != "")}
}

func (i ink) paint(code, s string) string {
	if !i.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (i ink) bold(s string) string   { return i.paint("1", s) }
func (i ink) faint(s string) string  { return i.paint("2", s) }
func (i ink) red(s string) string    { return i.paint("31", s) }
func (i ink) green(s string) string  { return i.paint("32", s) }
func (i ink) yellow(s string) string { return i.paint("33", s) }
func (i ink) blue(s string) string   { return i.paint("34", s) }

// columns is how wide a line may be: the terminal's width within reason, and 80 elsewhere, so that
// what is kept in a file does not depend on the window it was made in.
func columns(w io.Writer) int {
	const usual = 80
	if !isTerminal(w) {
		return usual
	}
	n, _, err := term.GetSize(int(w.(interface{ Fd() uintptr }).Fd()))
	if err != nil || n <= 0 {
		return usual
	}
	return min(max(n, 40), 120)
}

// cells is how many columns of a terminal a text takes.
func cells(s string) int { return runewidth.StringWidth(s) }

// pad fills a text with blanks up to so many columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-cells(s)))
}

// fold breaks a text at blanks into lines of at most width columns. A word that is wider than a
// line is left whole, so that it can be copied.
func fold(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range strings.Fields(s) {
		n := cells(w)
		if used > 0 && used+1+n > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+w, used+n
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// cut shortens a text to so many columns and says so.
func cut(s string, width int) string { return runewidth.Truncate(s, width, "…") }
