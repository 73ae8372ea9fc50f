package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/openpostmortem/postmortem/pkg/rules"
)

// TestDocs writes docs/cli.md and docs/rules.md with -update and otherwise holds them to the commands
// and rules that there are.
func TestDocs(t *testing.T) {
	for name, want := range map[string]string{"cli.md": cliPage(newRoot()), "rules.md": rulesPage()} {
		path := filepath.Join("..", "..", "docs", name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, string(got)); d != "" {
			t.Errorf("%s is not what the program says; go test ./cmd/postmortem -update writes it (-want +got):\n%s", path, d)
		}
	}
}

// TestEveryCommandHasAScript holds each command to a script of its name that runs it, and each group
// to commands that exist.
func TestEveryCommandHasAScript(t *testing.T) {
	for _, c := range newRoot().Commands() {
		if c.Hidden {
			continue
		}
		if c.GroupID == "" {
			t.Errorf("%s is in no group of the help", c.Name())
		}
		scripts, _ := filepath.Glob(filepath.Join("testdata", "script", c.Name()+"*.txtar"))
		runs, fails := false, false
		for _, path := range scripts {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			runs = runs || strings.Contains(string(text), "\nexec postmortem "+c.Name())
			fails = fails || strings.Contains(string(text), "status 2 postmortem "+c.Name())
		}
		if !runs || !fails {
			t.Errorf("%s: no script testdata/script/%s*.txtar shows it at work (%v) and in vain, with exit code 2 (%v)", c.Name(), c.Name(), runs, fails)
		}
	}
}

// TestCommandTexts holds help texts to the house style.
func TestCommandTexts(t *testing.T) {
	for _, c := range append(commands(newRoot()), newRoot()) {
		if c.Short == "" || strings.HasSuffix(c.Short, ".") || c.Short[:1] != strings.ToUpper(c.Short[:1]) {
			t.Errorf("%s: summary %q is not a sentence without its full stop", c.CommandPath(), c.Short)
		}
		for line := range strings.Lines(c.Long + "\n" + c.Example) {
			if len(line) > 110 {
				t.Errorf("%s: the help has a line of %d characters: %s", c.CommandPath(), len(line), line)
			}
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" || f.Name != "help" && (strings.HasSuffix(f.Usage, ".") || f.Usage[:1] != strings.ToLower(f.Usage[:1])) {
				t.Errorf("%s --%s: usage %q is not in lower case without a full stop", c.CommandPath(), f.Name, f.Usage)
			}
		})
	}
}

// cliPage is docs/cli.md.
func cliPage(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString(`# Commands

Results go to standard output, everything else to standard error. The exit code is 0 when the work is done and
nothing was found, 1 when there are findings that count or a release was refused, and 2 when it could not be done.
` + "`-`" + ` stands for standard input. NO_COLOR and TERM=dumb turn colours off; outside a terminal there are none.
` + "`postmortem --version`" + ` says which version this is.

This page is written from the program; ` + "`postmortem COMMAND --help`" + ` prints the same.
`)
	for _, g := range root.Groups() {
		fmt.Fprintf(&b, "\n| %s | |\n| --- | --- |\n", strings.TrimSuffix(g.Title, ":"))
		for _, c := range root.Commands() {
			if c.GroupID == g.ID && !c.Hidden {
				fmt.Fprintf(&b, "| [%s](#%s) | %s |\n", c.Name(), strings.ReplaceAll(c.CommandPath(), " ", "-"), c.Short)
			}
		}
	}
	for _, c := range commands(root) {
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n    %s\n", c.CommandPath(), c.Short, strings.TrimSuffix(c.UseLine(), " [flags]"))
		if c.Long != "" {
			fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(c.Long))
		}
		if c.Example != "" {
			fmt.Fprintf(&b, "\nExamples:\n\n")
			for line := range strings.Lines(strings.TrimRight(c.Example, "\n") + "\n") {
				b.WriteString("  " + line)
			}
		}
		flags := ""
		c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { flags += flagRow(f) })
		c.InheritedFlags().VisitAll(func(f *pflag.Flag) { flags += flagRow(f) })
		if flags != "" {
			b.WriteString("\n| flag | |\n| --- | --- |\n" + flags)
		}
	}
	return b.String()
}

func flagRow(f *pflag.Flag) string {
	if f.Hidden || f.Name == "help" {
		return ""
	}
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	value, usage := pflag.UnquoteUsage(f)
	if value != "" {
		name += " " + value
	}
	if d := f.DefValue; d != "" && d != "false" && d != "[]" && d != "0" {
		usage += " (default " + d + ")"
	}
	cell := strings.NewReplacer("|", `\|`, "<", "&lt;")
	return fmt.Sprintf("| `%s` | %s |\n", name, cell.Replace(usage))
}

// rulesPage is docs/rules.md.
func rulesPage() string {
	var b strings.Builder
	all := rules.All()
	b.WriteString(`# Rules

The severity is that for a final report: a draft is told, a report in review is warned. Recommended rules run
unless the configuration says otherwise; strict ones with ` + "`--group strict`" + `, and the rest with ` + "`--group all`" + ` or by name.
Where the authorities differ a rule is marked as a policy, and its page cites both sides.

` + "`postmortem explain RULE`" + ` prints a rule's page: why it exists, a report that it finds fault with and one that it does not.
`)
	subject := ""
	for _, r := range all {
		if first, _, _ := strings.Cut(r.Name, "-"); first != subject {
			subject = first
			fmt.Fprintf(&b, "\n## %s\n\n| rule | reported when | severity | group | since |\n| --- | --- | --- | --- | --- |\n", subject)
		}
		group := groupOf(r)
		if r.Policy {
			group += ", policy"
		}
		cell := strings.NewReplacer("|", `\|`, "<", "&lt;")
		fmt.Fprintf(&b, "| [%s](../pkg/rules/%s.md) | %s | %s | %s | %s |\n", r.Name, r.Name, cell.Replace(r.Summary), r.Severity, group, r.Since)
	}
	return b.String()
}
