package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
)

type lintOptions struct {
	Paths                           []string
	FailOn                          string
	Group                           string
	Now                             string
	StdinName                       string
	Statistics, Diff, Staged, Watch bool
	Fix                             string // "", "safe" or "unsafe"
	Changed                         string // a revision; changedHere for the last commit

	formatOptions
	configOptions
	Baseline                     string
	WriteBaseline, PruneBaseline bool
}

// changedHere is what --changed without a revision stands for.
const changedHere = "HEAD"

func lintCommand() *cobra.Command {
	o := lintOptions{}
	cmd := &cobra.Command{
		SuggestFor: []string{"check", "validate", "verify", "fix"},
		Use:        "lint [FILE|DIR|GLOB|-]...",
		Short:      "Check reports",
		Long: `Check reports against the rules and print what is found. Without an argument those are checked
that the configuration names as "reports", or the working directory. A directory is searched for .md,
.mdx, .markdown and .html.md.erb files, without README and its like; "-" reads one report from
standard input.

How severe a finding is follows from its rule and from the report's status: a draft is told, a
report in review is warned, a final one fails.`,
		Example: `  postmortem lint reports
  postmortem lint --changed=origin/main -f github -f sarif=lint.sarif
  postmortem lint --diff 2019-03-28-kafka.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Paths = args
			switch {
			case o.StdinName != "" && len(args) == 0:
				o.Paths = []string{"-"}
			case o.StdinName != "" && !slices.Contains(args, "-"):
				return misused(cmd, "write - in the place of the path", "--stdin-filename is for a report from standard input, and what is named is a path")
			case len(args) == 0:
				c, err := o.load()
				if err != nil {
					return err
				}
				o.Paths = reportsOf(c)
			}
			if o.Watch {
				return watchReports(cmd, o)
			}
			return lintReports(cmd, o)
		},
	}
	f := cmd.Flags()
	addFormatFlag(cmd, &o.formatOptions)
	addChoice(cmd, &o.FailOn, "fail-on", []string{"error", "warning", "hint", "never"}, "the least severe finding that makes the exit code 1 (default error)")
	addChoice(cmd, &o.Group, "group", []string{string(lint.Recommended), string(lint.Strict), string(lint.All)}, "which rules run (default recommended)")
	f.StringVar(&o.Fix, "fix", "", "make the safe fixes; =unsafe makes all")
	f.Lookup("fix").NoOptDefVal = "safe"
	f.BoolVar(&o.Diff, "diff", false, "print what the fixes would change, and change nothing; the exit code is 1 if it is anything")
	f.StringVar(&o.Changed, "changed", "", "report only on what has changed since the last commit, or since the branch left =REV")
	f.Lookup("changed").NoOptDefVal = changedHere
	f.BoolVar(&o.Staged, "staged", false, "report only on what is staged for the next commit")
	f.StringVar(&o.StdinName, "stdin-filename", "", "the `path` that a report from standard input goes by")
	f.BoolVar(&o.Statistics, "statistics", false, "print how often each rule was broken instead of the findings")
	f.BoolVar(&o.Watch, "watch", false, "check again whenever a report changes")
	f.StringVar(&o.Baseline, "baseline", "", "a file of findings that are known already")
	f.BoolVar(&o.WriteBaseline, "write-baseline", false, "write all present findings to the baseline")
	f.BoolVar(&o.PruneBaseline, "prune-baseline", false, "take out of the baseline what is not found any more")
	f.StringVar(&o.Now, "now", "", "the instant to take for now, such as 2026-01-31T12:00:00Z")
	addConfigFlags(cmd, &o.configOptions)
	notTogether(cmd, "changed", "staged")
	notTogether(cmd, "format", "statistics")
	return cmd
}

// reportsOf is where the reports are, if no path says so.
func reportsOf(c *config.Config) []string {
	if len(c.Reports) == 0 {
		return []string{"."}
	}
	return c.Reports
}

func lintReports(cmd *cobra.Command, o lintOptions) error {
	s, err := o.settings(cmd)
	if err != nil {
		return err
	}
	switch {
	case o.Fix != "" && o.Fix != "safe" && o.Fix != "unsafe":
		return misused(cmd, near.Hint(o.Fix, []string{"safe", "unsafe"}), "--fix cannot be %q; it is safe or unsafe", o.Fix)
	case o.Diff:
		return s.diff(cmd, o.Fix == "unsafe")
	case o.WriteBaseline:
		return s.writeBaseline(cmd)
	case o.Fix != "":
		if err := s.fix(cmd, o.Fix == "unsafe"); err != nil {
			return err
		}
	}
	return s.check(cmd, o)
}

// settings is what a run of lint works with, once the flags have been read.
type settings struct {
	archive      *archive.Archive
	linter       *lint.Linter
	options      lint.Options
	failOn       lint.Severity // Off for never
	baselinePath string
	stdin        bool
	staged       bool // what is checked is the index
}

func (o lintOptions) settings(cmd *cobra.Command) (*settings, error) {
	c, err := o.load()
	if err != nil {
		return nil, err
	}
	templates, err := loadTemplates(c.Templates)
	if err != nil {
		return nil, err
	}
	s := &settings{failOn: lint.Error, baselinePath: cmp.Or(o.Baseline, c.Baseline), stdin: slices.Contains(o.Paths, "-"), staged: o.Staged}
	roots := new(archive.Roots)
	lacks := roots.Lacks
	if slices.Contains(o.Paths, "-") && o.StdinName == "" {
		lacks = nil // nobody knows where it stands
	}
	s.options = lint.Options{Schemas: scaffold.Schemas(templates), Selection: c.Lint, Policy: c.Policy, All: o.WriteBaseline, FromRoot: roots.Path, Lacks: lacks}
	if o.Group != "" {
		s.options.Selection.Group = lint.Group(o.Group)
	}
	if s.options.Now, err = o.instant(); err != nil {
		return nil, err
	}
	switch least := cmp.Or(o.FailOn, c.FailOn); least {
	case "":
	case "never":
		s.failOn = lint.Off
	default:
		s.failOn, _ = lint.ParseSeverity(least)
	}
	if err := s.readBaseline(o); err != nil {
		return nil, err
	}
	s.archive, err = archive.Find(o.Paths, archive.Options{Stdin: cmd.InOrStdin(), StdinName: o.StdinName, Exclude: c.Excluded, Customs: c.Policy.Customs()})
	if errors.Is(err, fs.ErrNotExist) && o.Fix == "safe" && slices.Contains(o.Paths, "unsafe") {
		err = hinted{errors.New(err.Error()), "write --fix=unsafe for all fixes"}
	}
	if err == nil {
		tellIdle(cmd, c, o.Paths, s.archive)
	}
	if err == nil && (o.Changed != "" || o.Staged) {
		s.options.Beside = s.archive
		s.archive, err = s.archive.Changed(archive.Changes{Since: o.since(), Staged: o.Staged})
	}
	if err == nil {
		tellExcluded(cmd, s.archive)
	}
	s.linter = lint.New(rules.All(), s.options)
	return s, err
}

// since is the revision that --changed names, empty for the last commit.
func (o lintOptions) since() string {
	if o.Changed == changedHere {
		return ""
	}
	return o.Changed
}

// check prints what is found.
func (s *settings) check(cmd *cobra.Command, o lintOptions) error {
	if o.Statistics {
		o.Formats = []string{"statistics"}
	}
	outputs, finish, err := o.outputs(cmd, s.archive.Paths())
	if err != nil {
		return err
	}
	r := s.linter.Run(s.archive)
	r.Page, r.Version, r.Category = rules.Page, build().Version, o.Category
	r.Paint = painter(inkFor(cmd.OutOrStdout()))
	show, clear := progress(cmd, s.archive.Len())
	r.Progress = show
	err = r.Write(outputs...)
	clear()
	if err := errors.Join(err, finish()); err != nil {
		return err
	}
	t := r.Totals
	if len(t.Stale) > 0 || len(t.Moved) > 0 {
		if err := s.stale(cmd, o, t.Stale, t.Moved); err != nil {
			return err
		}
	}
	if err := errors.Join(append(t.Failures, cmd.Context().Err())...); err != nil {
		return err
	}
	if s.failOn != lint.Off && t.AtLeast(s.failOn) > 0 {
		return errFindings
	}
	return nil
}

func (o lintOptions) instant() (time.Time, error) {
	if o.Now == "" {
		return time.Now(), nil
	}
	return instant("--now", o.Now)
}

// instant reads the value of a flag that is a time.
func instant(flag, text string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, hinted{fmt.Errorf("%s: %q is not an instant", flag, text), "write it as 2026-01-31T12:00:00Z or 2026-01-31"}
}

// painter gives the parts of the text format their colours, or nil where there are none.
func painter(i ink) func(part, s string) string {
	if !i.on {
		return nil
	}
	return func(part, s string) string {
		switch part {
		case lint.PaintPath:
			return i.bold(s)
		case lint.PaintFaint:
			return i.faint(s)
		}
		return severityPaint(i, part, s)
	}
}

// progress says on a terminal how far a long run has come, where the findings go elsewhere.
func progress(cmd *cobra.Command, of int) (show func(done int), clear func()) {
	talk := cmd.ErrOrStderr()
	if of < 200 || !isTerminal(talk) || isTerminal(cmd.OutOrStdout()) {
		return nil, func() {}
	}
	return func(done int) {
		if done%50 == 0 {
			fmt.Fprintf(talk, "\rchecked %d of %d reports", done, of)
		}
	}, func() { io.WriteString(talk, "\r\x1b[K") }
}
