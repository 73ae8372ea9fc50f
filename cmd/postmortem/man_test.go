package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var manDir = flag.String("man", "", "write the manual page into this directory")

// TestManPages makes the manual page and checks that it holds every command and flag. It lives in a
// test so that neither the binary nor its users carry what makes it; a release runs it with -man.
func TestManPages(t *testing.T) {
	root := newRoot()
	page := manual(root)
	for _, c := range commands(root) {
		if !strings.Contains(page, "\n.SS "+roff(c.CommandPath())+"\n") {
			t.Errorf("the page does not have the command %q", c.CommandPath())
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && !strings.Contains(page, roff("--"+f.Name)) {
				t.Errorf("the page does not have the flag --%s of %q", f.Name, c.CommandPath())
			}
		})
	}
	for i, line := range strings.Split(page, "\n") {
		if strings.HasPrefix(line, ".") && !strings.HasPrefix(line, ".TH") && !strings.HasPrefix(line, ".S") &&
			line != ".TP" && line != ".PP" && line != ".nf" && line != ".fi" && !strings.HasPrefix(line, ".B ") {
			t.Errorf("line %d: %q would be taken for a request", i+1, line)
		}
	}
	if *manDir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*manDir, "postmortem.1"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

// commands lists the visible commands below one, depth first.
func commands(c *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			out = append(append(out, sub), commands(sub)...)
		}
	}
	return out
}

// manual is the page in roff. It carries no date, so that the same commit gives the same bytes.
func manual(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH POSTMORTEM 1\n.SH NAME\npostmortem \\- %s\n", roff(lowerFirst(root.Short)))
	b.WriteString(".SH SYNOPSIS\n.B postmortem\n[command] [flags]\n")
	if root.Long != "" {
		b.WriteString(".SH DESCRIPTION\n")
		prose(&b, root.Long)
	}
	b.WriteString(".SH COMMANDS\n")
	for _, c := range commands(root) {
		fmt.Fprintf(&b, ".SS %s\n.nf\n%s\n.fi\n", roff(c.CommandPath()), roff(c.UseLine()))
		prose(&b, c.Short+".")
		prose(&b, c.Long)
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { option(&b, f) })
		if c.Example != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(c.Example))
		}
	}
	b.WriteString(".SH EXIT STATUS\n")
	for _, e := range []struct {
		code int
		when string
	}{
		{exitDone, "done, and clean"},
		{exitFindings, "findings that count, or a refused release"},
		{exitFailed, "it could not be done"},
	} {
		fmt.Fprintf(&b, ".TP\n%d\n%s\n", e.code, roff(e.when))
	}
	return b.String()
}

func option(b *strings.Builder, f *pflag.Flag) {
	if f.Hidden {
		return
	}
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	value, usage := pflag.UnquoteUsage(f)
	if value != "" {
		name += " " + value
	}
	fmt.Fprintf(b, ".TP\n%s\n%s\n", roff(name), roff(usage))
}

// prose writes paragraphs; indented lines keep their breaks.
func prose(b *strings.Builder, text string) {
	for _, part := range strings.Split(strings.TrimSpace(text), "\n\n") {
		switch {
		case part == "":
		case strings.HasPrefix(part, " ") || strings.HasPrefix(part, "\t"):
			fmt.Fprintf(b, ".PP\n.nf\n%s\n.fi\n", roff(part))
		default:
			fmt.Fprintf(b, ".PP\n%s\n", roff(part))
		}
	}
}

// roff escapes what the language gives a meaning: backslashes, hyphens, and a dot or a quote at the
// start of a line.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
