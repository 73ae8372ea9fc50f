package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/rules"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		SuggestFor: []string{"why", "rule"},
		Use:        "explain RULE",
		Short:      "Say why a rule exists, with a bad and a good example",
		Long:       "Print the page of a rule: why it exists, a report that it finds fault with, one that it does not, and\nwhat it leaves alone on purpose.",
		Example: `  postmortem explain claim-duration-differs
  postmortem rules    lists the names`,
		Args: between(1, 1, "the name of a rule"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, r := range rules.All() {
				names = append(names, cobra.CompletionWithDesc(r.Name, r.Summary))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			page, ok := rules.Page(args[0])
			if !ok {
				return unknownRule(args[0])
			}
			out := cmd.OutOrStdout()
			return writePage(out, page, inkFor(out), columns(out))
		},
	}
}

func unknownRule(name string) error {
	var names []string
	within := false
	for _, r := range rules.All() {
		names = append(names, r.Name)
		within = within || strings.Contains(r.Name, name)
	}
	hint := near.Hint(name, names)
	switch {
	case hint != "":
	case within:
		hint = "postmortem rules " + name + " lists those that have it in their names"
	default:
		hint = "postmortem rules lists them"
	}
	return hinted{fmt.Errorf("there is no rule %q", name), hint}
}

// writePage writes one of the tool's own Markdown pages for reading on a terminal. It knows what
// such pages are made of (headings, paragraphs, lists, fences) and is not for reports.
func writePage(w io.Writer, page string, ink ink, width int) error {
	var b strings.Builder
	var block []string
	flush := func() {
		if len(block) == 0 {
			return
		}
		first, rest := "", ""
		if strings.HasPrefix(block[0], "- ") {
			first, rest = "- ", "  "
			block[0] = block[0][2:]
		}
		for i, line := range fold(strings.Join(block, " "), width-len(first)) {
			if i > 0 {
				first = rest
			}
			b.WriteString(first + inline(line, ink) + "\n")
		}
		block = nil
	}
	fence := ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\r\n")
		mark := strings.TrimRight(line, "abcdefghijklmnopqrstuvwxyz")
		switch {
		case fence != "" && line == fence:
			fence = ""
		case fence != "":
			b.WriteString(strings.TrimRight("    "+ink.blue(line), " ") + "\n")
		case len(mark) >= 3 && strings.Trim(mark, "`") == "":
			flush()
			fence = mark
		case strings.HasPrefix(line, "#"):
			flush()
			b.WriteString(ink.bold(strings.TrimLeft(line, "# ")) + "\n")
		case line == "":
			flush()
			b.WriteString("\n")
		case strings.HasPrefix(line, "- "):
			flush()
			block = append(block, line)
		case strings.HasPrefix(line, "|"):
			flush()
			b.WriteString(line + "\n")
		default:
			block = append(block, line)
		}
	}
	flush()
	_, err := io.WriteString(w, b.String())
	return err
}

// inline paints code and strong words where there are colours; without, the marks stay.
func inline(line string, ink ink) string {
	if !ink.on {
		return line
	}
	parts := strings.Split(line, "`")
	if len(parts)%2 == 0 {
		return line // code that goes on in the next line
	}
	for i := range parts {
		if i%2 == 1 {
			parts[i] = ink.blue(parts[i])
		}
	}
	return strings.Join(parts, "")
}
