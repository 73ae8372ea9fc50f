package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/rules"
)

type rulesOptions struct {
	Group    string // "" for all
	Severity string // "" for all
	Words    []string
	Format   string
}

func rulesCommand() *cobra.Command {
	o := rulesOptions{Format: "text"}
	cmd := &cobra.Command{
		Use:   "rules [WORD]...",
		Short: "List the rules",
		Long: `List the rules that reports are held against; with words, those whose name or summary has all of
them. The severity is that for a final report: a draft is told, a report in review is warned.`,
		Example: "  postmortem rules timeline\n  postmortem rules --severity error --format json",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Words = args
			return listRules(cmd, o)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	addChoice(cmd, &o.Group, "group", []string{string(lint.Recommended), string(lint.Strict), string(lint.All)}, "only the rules that lint --group runs: strict holds recommended, all holds both")
	addChoice(cmd, &o.Severity, "severity", []string{lint.Error.String(), lint.Warning.String(), lint.Hint.String(), lint.Off.String()}, "only rules of this severity")
	addChoice(cmd, &o.Format, "format", []string{"text", "json"}, "how to print them")
	return cmd
}

// ruleFace is one rule for programs.
type ruleFace struct {
	Name     string `json:"name"`
	Severity string `json:"severity"`
	Group    string `json:"group"`
	Summary  string `json:"summary"`
	Since    string `json:"since"`
	Policy   bool   `json:"policy"`
}

func listRules(cmd *cobra.Command, o rulesOptions) error {
	faces := []ruleFace{}
	for _, r := range rules.All() {
		if o.match(r) {
			faces = append(faces, ruleFace{r.Name, r.Severity.String(), groupOf(r), r.Summary, r.Since, r.Policy})
		}
	}
	out := cmd.OutOrStdout()
	if o.Format == "json" {
		return writeJSON(out, faces)
	}
	if len(faces) == 0 {
		return hinted{fmt.Errorf("no rule is like that"), cmp.Or(o.meant(), "postmortem rules lists all of them")}
	}
	ink, width := inkFor(out), columns(out)
	name, severity, group := 0, 0, 0
	for _, f := range faces {
		name, severity, group = max(name, len(f.Name)), max(severity, len(f.Severity)), max(group, len(f.Group))
	}
	left := name + severity + group + 6
	for _, f := range faces {
		fmt.Fprint(out, ink.bold(pad(f.Name, name+2)), severityInk(ink, f.Severity, severity+2), ink.faint(pad(f.Group, group+2)))
		if width-left < 30 {
			fmt.Fprintln(out)
			for _, line := range fold(f.Summary, width-4) {
				fmt.Fprintln(out, "    "+line)
			}
			continue
		}
		for i, line := range fold(f.Summary, width-left) {
			if i > 0 {
				fmt.Fprint(out, strings.Repeat(" ", left))
			}
			fmt.Fprintln(out, line)
		}
	}
	return nil
}

func (o rulesOptions) match(r lint.Rule) bool {
	if o.Group != "" && !lint.Group(o.Group).Holds(r.Group) || o.Severity != "" && o.Severity != r.Severity.String() {
		return false
	}
	for _, w := range o.Words {
		if !strings.Contains(r.Name+" "+strings.ToLower(r.Summary), strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// meant proposes a word of the rules' names for one that none has.
func (o rulesOptions) meant() string {
	var words []string
	for _, r := range rules.All() {
		words = append(append(words, r.Name), strings.Split(r.Name, "-")...)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	for _, w := range o.Words {
		if word, ok := near.Match(w, words); ok && word != w {
			return fmt.Sprintf("did you mean %q?", word)
		}
	}
	return ""
}

func groupOf(r lint.Rule) string {
	if r.Group == "" {
		return string(lint.Recommended)
	}
	return string(r.Group)
}

func severityInk(ink ink, severity string, width int) string {
	return severityPaint(ink, severity, pad(severity, width))
}

// severityPaint writes a text in a severity's colour.
func severityPaint(ink ink, severity, s string) string {
	switch severity {
	case "error":
		return ink.red(s)
	case "warning":
		return ink.yellow(s)
	case "hint":
		return ink.blue(s)
	}
	return ink.faint(s)
}
