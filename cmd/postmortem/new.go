package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// newOptions holds the answers as they were given; an empty one was not.
type newOptions struct {
	Title, Severity, Services, Timezone, Started, Owner, Template, File string

	Dir        string // where the file goes
	Templates  string // a directory of templates of one's own
	Accessible bool
	Now        string // RFC 3339; empty for the clock
}

func newCommand() *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		SuggestFor: []string{"create", "add", "start"},
		Use:        "new [FILE]",
		Short:      "Begin a report from a template",
		Long: `Begin a report: ask for what is known and write it into a copy of a template. What is given in flags
is not asked for; with --title, --severity, --started and --owner nothing is, and outside a terminal
these four are needed. Without FILE the name is made of the day and the title, as in
2026-02-14-checkout-rejected-payments.md. A file that is there already is never touched.

The path of the new file goes to standard output, all else to standard error.`,
		Example: `  postmortem new
  postmortem new --title "Checkout rejected card payments" --severity SEV2 --owner "Payments team" \
      --timezone Europe/Vienna --started "2026-02-14 14:00"`,
		Args: between(0, 1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.File = args[0]
			}
			return begin(cmd, &o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Title, "title", "", "what failed and how it showed, in one `line`")
	f.StringVar(&o.Severity, "severity", "", "the `word` for how bad it was: SEV1 to SEV5, or a word of your own scale")
	f.StringVar(&o.Services, "services", "", "a `list` of what was affected, with commas between")
	f.StringVar(&o.Timezone, "timezone", "", "the `zone` of all times that name none, as Europe/Vienna (default: that of this machine)")
	f.StringVar(&o.Started, "started", "", "the `time` when the impact began, as \"2026-02-14 14:02\"")
	f.StringVar(&o.Owner, "owner", "", "the `name` of the one person or team that answers for the report")
	f.StringVar(&o.Template, "template", "", "the `name` of a template (default: "+scaffold.Default+")")
	f.StringVar(&o.Templates, "templates", "", "a `directory` of templates of your own (default: the configuration's)")
	f.StringVar(&o.Dir, "dir", ".", "the `directory` to write to")
	f.BoolVar(&o.Accessible, "accessible", false, "ask in plain lines, for screen readers, dumb terminals and pipes")
	f.StringVar(&o.Now, "now", "", "take this `instant` for the present, as 2026-02-14T14:02:00Z")
	for name, complete := range map[string]cobra.CompletionFunc{
		"template": func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return completeTemplates(o.Templates)
		},
		"severity": cobra.FixedCompletions(severities(), cobra.ShellCompDirectiveNoFileComp),
	} {
		if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
			panic(err) // only where the flag is not there
		}
	}
	return cmd
}

func severities() []cobra.Completion {
	var all []cobra.Completion
	for _, s := range scaffold.Severities {
		all = append(all, cobra.CompletionWithDesc(s.Value, s.Meaning))
	}
	return all
}

func begin(cmd *cobra.Command, o *newOptions) error {
	if info, err := os.Stat(o.Dir); errors.Is(err, fs.ErrNotExist) {
		return hinted{fmt.Errorf("there is no directory %s", o.Dir), "mkdir -p " + o.Dir}
	} else if err == nil && !info.IsDir() {
		return fmt.Errorf("%s is not a directory", o.Dir)
	}
	dir, err := templatesDir(o.Templates)
	if err != nil {
		return err
	}
	o.Templates = dir
	all, err := loadTemplates(dir)
	if err != nil {
		return err
	}
	now := time.Now()
	if o.Now != "" {
		if now, err = time.Parse(time.RFC3339, o.Now); err != nil {
			return fmt.Errorf("--now %q is not a time as 2026-02-14T14:02:00Z", o.Now)
		}
	}
	questions := o.questions(all, now)
	var missing []string
	for _, q := range questions {
		switch {
		case *q.value != "" || cmd.Flags().Changed(q.flag):
			if err := q.answer(*q.value); err != nil {
				return err
			}
		case q.needed:
			missing = append(missing, "--"+q.flag)
		}
	}
	if len(missing) > 0 {
		if !o.Accessible && !(isTerminal(cmd.InOrStdin()) && isTerminal(cmd.ErrOrStderr())) {
			return hinted{fmt.Errorf("new cannot ask without a terminal and needs %s", strings.Join(missing, ", ")),
				"give them, or let it ask in plain lines with --accessible"}
		}
		if err := ask(cmd, "A new report", questions, o.Accessible); err != nil {
			return err
		}
	}
	for _, q := range questions {
		if err := q.settle(); err != nil {
			return err
		}
	}
	return o.write(cmd)
}

// write makes the report and says what to do with it.
func (o *newOptions) write(cmd *cobra.Command) error {
	path := o.path(o.File)
	t, err := findTemplate(o.Templates, o.Template)
	if err != nil {
		return err
	}
	services, err := scaffold.ReadList(o.Services)
	if err != nil {
		return err
	}
	text, err := scaffold.Render(t, scaffold.Answers{
		Title: o.Title, ID: strings.TrimSuffix(filepath.Base(path), ".md"), Severity: o.Severity, Timezone: o.Timezone,
		Services: services, Owner: o.Owner, Started: o.Started,
	})
	if err != nil {
		return err
	}
	if err := source.Create(path, text); errors.Is(err, fs.ErrExist) {
		return hinted{fmt.Errorf("the file name %q is there already", path), "name another FILE; nothing was written"}
	} else if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout(), path); err != nil {
		return err
	}
	talk := cmd.ErrOrStderr()
	ink := inkFor(talk)
	fmt.Fprintf(talk, "%s %s, %s, began %s (%s)\n", ink.faint("draft:"), lint.Visible(o.Title), lint.Visible(o.Severity), o.Started, o.Timezone)
	fmt.Fprintf(talk, "%s write the timeline first; comments hold advice that readers never see\n", ink.faint("then: "))
	fmt.Fprintf(talk, "%s postmortem lint %s\n", ink.faint("check:"), shellWord(path))
	return nil
}

// shellWord quotes a path for a POSIX shell where it needs it.
func shellWord(s string) string {
	plain := strings.IndexFunc(s, func(r rune) bool {
		return r < 0x80 && !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=+:,@%", r)
	}) < 0
	if plain && s != "" && s[0] != '-' {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
