package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
)

type templatesOptions struct {
	Dir    string // of templates of one's own; empty for none
	Format string
}

func templatesCommand() *cobra.Command {
	o := templatesOptions{Format: "text"}
	cmd := &cobra.Command{
		Use:   "templates",
		Short: "List the templates and the sections they ask for",
		Long: `List the templates that a report can be made from, and the sections they ask for. A report that
names a template must have its sections, apart from those in brackets.`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return listTemplates(cmd, o) },
	}
	show := &cobra.Command{
		Use:     "show NAME",
		Short:   "Print a template",
		Long:    "Print a template as it is, to read it or to begin one's own from it.",
		Example: "  postmortem templates show standard > templates/ours.md",
		Args:    between(1, 1, "the name of a template"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return completeTemplates(o.Dir)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := templatesDir(o.Dir)
			if err != nil {
				return err
			}
			t, err := findTemplate(dir, args[0])
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(t.Text)
			return err
		},
	}
	addChoice(cmd, &o.Format, "format", []string{"text", "json"}, "how to print them")
	cmd.PersistentFlags().StringVar(&o.Dir, "templates", "", "a `directory` of templates of your own (default: the configuration's)")
	cmd.AddCommand(show)
	return cmd
}

// templateFace is one template for programs.
type templateFace struct {
	Name     string   `json:"name"`
	Summary  string   `json:"summary"`
	Sections []string `json:"sections"`
	Optional []string `json:"optional"`
}

func listTemplates(cmd *cobra.Command, o templatesOptions) error {
	dir, err := templatesDir(o.Dir)
	if err != nil {
		return err
	}
	all, err := loadTemplates(dir)
	if err != nil {
		return err
	}
	faces := make([]templateFace, len(all))
	for i, t := range all {
		faces[i] = templateFace{t.Name, t.Summary(), []string{}, []string{}}
		for _, s := range t.Schema().Sections {
			if s.Optional {
				faces[i].Optional = append(faces[i].Optional, s.Heading)
			} else {
				faces[i].Sections = append(faces[i].Sections, s.Heading)
			}
		}
	}
	out := cmd.OutOrStdout()
	if o.Format == "json" {
		return writeJSON(out, faces)
	}
	ink, width, name := inkFor(out), columns(out), 0
	for _, t := range faces {
		name = max(name, cells(t.Name))
	}
	indent := strings.Repeat(" ", name+2)
	for _, t := range faces {
		fmt.Fprint(out, ink.bold(pad(lint.Visible(t.Name), name+2)))
		for i, line := range fold(lint.Visible(t.Summary), width-name-2) {
			if i > 0 {
				fmt.Fprint(out, indent)
			}
			fmt.Fprintln(out, line)
		}
		sections := strings.Join(t.Sections, ", ")
		if len(t.Optional) > 0 {
			sections += " [" + strings.Join(t.Optional, ", ") + "]"
		}
		for _, line := range fold(lint.Visible(sections), width-name-2) {
			fmt.Fprintln(out, indent+ink.faint(line))
		}
	}
	return nil
}

// templatesDir is the directory of own templates: the flag's, else the configuration's.
func templatesDir(flag string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	c, err := configOptions{}.load()
	if err != nil {
		return "", err
	}
	return c.Templates, nil
}

// loadTemplates gives the built-in templates and those of a directory, "" for none.
func loadTemplates(dir string) ([]scaffold.Template, error) {
	if dir == "" {
		return scaffold.Templates(nil)
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no directory %s", dir)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is not a directory", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return scaffold.Templates(root.FS())
}

func findTemplate(dir, name string) (scaffold.Template, error) {
	all, err := loadTemplates(dir)
	if err != nil {
		return scaffold.Template{}, err
	}
	var names []string
	for _, t := range all {
		if t.Name == name {
			return t, nil
		}
		names = append(names, t.Name)
	}
	hint := near.Hint(name, names)
	if hint == "" {
		hint = "there are " + strings.Join(names, ", ")
	}
	return scaffold.Template{}, hinted{fmt.Errorf("there is no template %q", name), hint}
}

func completeTemplates(flag string) ([]cobra.Completion, cobra.ShellCompDirective) {
	dir, err := templatesDir(flag)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	all, err := loadTemplates(dir)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []cobra.Completion
	for _, t := range all {
		names = append(names, cobra.CompletionWithDesc(t.Name, t.Summary()))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
