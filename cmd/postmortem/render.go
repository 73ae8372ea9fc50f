package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/render"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
)

// renderOptions are the flags of render.
type renderOptions struct {
	Out    string
	Force  bool
	Strict bool
	Theme  render.Theme
	configOptions
}

func renderCommand() *cobra.Command {
	o := &renderOptions{}
	cmd := &cobra.Command{
		SuggestFor: []string{"build", "html"},
		Use:        "render [FILE|DIR|GLOB|-]...",
		Short:      "Write reports as pages",
		Long: `Check reports and write each as a page of HTML that needs nothing else: no network, no script. A
report with findings is rendered all the same and its page says so.

What depends on today, as an action past its due date, is left to lint: the same reports always give
the same pages.

Into a directory go one page for each report and index.html, or nothing at all: the pages are put
there when all of them are done. One report may also go to a file, or to standard output.`,
		Example: `  postmortem render reports --out public
  postmortem render reports/2026-02-03-checkout.md --out checkout.html
  postmortem render - <report.md >report.html`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.Theme.Check(); err != nil {
				return misused(cmd, "write it as in --accent '#0a5dc2'", "--accent: %w", err)
			}
			if len(args) == 0 {
				args = []string{"."}
			}
			return o.render(cmd, args)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.Out, "out", "o", "", "where to: a directory, a .html file for one report, or - for standard output (default for one report)")
	f.BoolVar(&o.Force, "force", false, "overwrite pages that are there")
	f.BoolVar(&o.Strict, "strict", false, "write nothing and end with code 1 where lint would")
	f.StringVar(&o.Theme.Organisation, "organisation", "", "name that stands above the titles")
	f.StringVar(&o.Theme.Accent, "accent", "", "colour of links, as #rrggbb; made darker or lighter where it could not be read")
	f.StringVar(&o.Theme.Footer, "footer", "", "line at the end of each page")
	addConfigFlags(cmd, &o.configOptions)
	return cmd
}

// themed is a theme in which the configuration says what the command line does not.
func themed(t, configured render.Theme) render.Theme {
	return render.Theme{Organisation: cmp.Or(t.Organisation, configured.Organisation),
		Accent: cmp.Or(t.Accent, configured.Accent), Footer: cmp.Or(t.Footer, configured.Footer)}
}

// rendered is what is left of a report once its page is made.
type rendered struct {
	entry    render.Entry
	page     []byte // kept only if there is no directory to write it to
	source   string // path of the report
	found    [lint.Error + 1]int
	problems error // what kept the page from being written
}

func (o *renderOptions) render(cmd *cobra.Command, args []string) error {
	c, err := o.load()
	if err != nil {
		return err
	}
	o.Theme = themed(o.Theme, c.Theme)
	if o.Theme.Logo, err = c.Logo(); err != nil {
		return err
	}
	templates, err := loadTemplates(c.Templates)
	if err != nil {
		return err
	}
	a, err := o.reports(cmd, args, c)
	if err != nil {
		return err
	}
	pages, err := pageNames(args, a)
	if err != nil {
		return err
	}
	stage, remove, err := o.stage(pages)
	if err != nil {
		return err
	}
	defer remove()
	// Without a Now no rule looks at the clock.
	linter := lint.New(rules.All(), lint.Options{Schemas: scaffold.Schemas(templates), Selection: c.Lint, Policy: c.Policy})
	all, err := o.each(cmd, a, func(r *report.Report) rendered { return o.page(linter, r, pages[r.File.Path], stage) })
	if err != nil {
		return err
	}
	refused := o.Strict && fails(all, c.FailOn)
	if !refused {
		if err := o.write(cmd, all, pages, stage); err != nil {
			return err
		}
	}
	o.tell(cmd, all, refused)
	if refused {
		return errFindings
	}
	return nil
}

// single reports whether one page is asked for, and no directory.
func (o *renderOptions) single() bool { return o.Out == "" || o.Out == "-" || isPage(o.Out) }

// reports finds those to render.
func (o *renderOptions) reports(cmd *cobra.Command, args []string, c *config.Config) (*archive.Archive, error) {
	a, err := archive.Find(args, archive.Options{Stdin: cmd.InOrStdin(), Exclude: c.Excluded, Customs: c.Policy.Customs()})
	if err != nil {
		return nil, err
	}
	if why, hint := leftOut(a); a.Len() == 0 {
		return nil, hinted{fmt.Errorf("nothing is left: %s", why), hint}
	}
	if o.single() && a.Len() > 1 {
		return nil, misused(cmd, "add --out DIRECTORY", "%d reports do not go into one page", a.Len())
	}
	if !o.single() && a.Len() == 1 && fileLike(o.Out) {
		return nil, misused(cmd, "name a file that ends in .html; if a directory is meant, write --out "+shellWord(o.Out+"/"), "%s is no name for a page", o.Out)
	}
	return a, nil
}

// each makes the pages, and gives what is left of the reports in their order.
func (o *renderOptions) each(cmd *cobra.Command, a *archive.Archive, page func(*report.Report) rendered) (all []rendered, err error) {
	show, clear := progress(cmd, a.Len())
	var failures []error
	for r, err := range archive.Each(a, page) {
		if err = errors.Join(err, r.problems, cmd.Context().Err()); err != nil {
			failures = append(failures, err)
			continue
		}
		if all = append(all, r); show != nil {
			show(len(all))
		}
	}
	clear()
	if len(failures) > 0 {
		return nil, errors.Join(failures...)
	}
	return all, nil
}

// fails reports whether lint would end with code 1.
func fails(all []rendered, failOn string) bool {
	least, ok := lint.ParseSeverity(cmp.Or(failOn, lint.Error.String()))
	if !ok { // never
		return false
	}
	return slices.ContainsFunc(all, func(r rendered) bool {
		n := 0
		for _, found := range r.found[least:] {
			n += found
		}
		return n > 0
	})
}

// page checks a report and makes its page, in the stage if there is one.
func (o *renderOptions) page(linter *lint.Linter, r *report.Report, name, stage string) rendered {
	out := rendered{source: r.File.Path}
	options := render.Options{Theme: o.Theme, Files: beside(filepath.Dir(filepath.FromSlash(r.File.Path)))}
	for _, d := range linter.Check(r) {
		at := r.File.Position(d.Span.Start)
		out.found[d.Severity]++
		options.Findings = append(options.Findings, render.Finding{
			Severity: d.Severity.String(), Rule: d.Rule, Line: at.Line, Column: at.Column, Message: d.Message,
		})
	}
	var page bytes.Buffer
	if out.problems = render.HTML(&page, r, options); out.problems != nil {
		return out
	}
	out.entry = render.EntryOf(r, name, options)
	if stage == "" {
		out.page = page.Bytes()
		return out
	}
	file := filepath.Join(stage, filepath.FromSlash(name))
	if out.problems = os.MkdirAll(filepath.Dir(file), 0o777); out.problems == nil {
		out.problems = os.WriteFile(file, page.Bytes(), 0o666)
	}
	return out
}

func (o *renderOptions) index(all []rendered, stage string) error {
	entries := make([]render.Entry, len(all))
	for i, r := range all {
		entries[i] = r.entry
	}
	var page bytes.Buffer
	if err := render.Index(&page, entries, o.Theme); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(stage, indexPage), page.Bytes(), 0o666)
}

// tell says where the pages are and what was found. The pages are the result; the rest is talk.
func (o *renderOptions) tell(cmd *cobra.Command, all []rendered, refused bool) {
	talk := cmd.ErrOrStderr()
	marked := 0
	for _, r := range all {
		if r.entry.Findings != "" {
			marked++
			fmt.Fprintf(talk, "%s: %s\n", lint.Visible(r.source), r.entry.Findings)
		}
		if !o.single() && !refused {
			fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(filepath.Join(o.Out, filepath.FromSlash(r.entry.Href))))
		}
	}
	if !o.single() && !refused {
		fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(filepath.Join(o.Out, indexPage)))
	}
	switch {
	case refused:
		fmt.Fprintf(talk, "nothing was written: %s with findings\n", count(marked, "report"))
	case marked > 0:
		fmt.Fprintf(talk, "%s rendered, %d of them marked with findings; postmortem lint shows each\n", count(len(all), "report"), marked)
	case !o.single():
		fmt.Fprintf(talk, "%s rendered\n", count(len(all), "report"))
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
