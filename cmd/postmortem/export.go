package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// exportOptions are the flags of export.
type exportOptions struct {
	To, Out, Check   string
	Zone, From, Date string
	Now              string
	Force            bool
	configOptions
}

// everyForm is what --to takes beside the names of the exporters.
const everyForm = "all"

func exportCommand() *cobra.Command {
	o := &exportOptions{To: "markdown"}
	cmd := &cobra.Command{
		SuggestFor: []string{"publish", "release"},
		Use:        "export FILE",
		Short:      "Write what customers may read of a report",
		Long: `Cut from a report what is marked for customers, and write it in the form in which it is published.

Everything is internal unless it is marked: by <!-- public --> at the end of a heading, a list item, a
table row or a paragraph, or by standing in a section "Customer summary". What is marked and withheld
all the same is listed on standard error, with the reason.

Before anything is written, what would be written is searched for what the withheld parts, the
configuration, the version history and CODEOWNERS name, and for secrets and identifiers. If anything
is found nothing is written and the exit code is 1.

--check compares what is published with what would be written now, and prints the difference.`,
		Example: `  postmortem export reports/2026-02-03-checkout.md --to html --out checkout.html
  postmortem export reports/2026-02-03-checkout.md --to email --zone Europe/Berlin --out checkout.eml
  postmortem export reports/2026-02-03-checkout.md --to all --out published
  postmortem export reports/2026-02-03-checkout.md --check published/2026-02-03-checkout.md`,
		Args: between(1, 1, "a report"),
		RunE: func(cmd *cobra.Command, args []string) error { return o.export(cmd, args[0]) },
	}
	f := cmd.Flags()
	addChoice(cmd, &o.To, "to", append(formNames(), everyForm), "the form")
	f.StringVarP(&o.Out, "out", "o", "", "where to: a file, a directory, or - for standard output (default)")
	f.BoolVar(&o.Force, "force", false, "overwrite what is there")
	f.StringVar(&o.Check, "check", "", "a published file to compare, instead of writing one; its name says the form unless --to does")
	f.StringVar(&o.Zone, "zone", "", "the customers' time zone, as in Europe/Berlin, shown beside UTC")
	f.StringVar(&o.From, "from", "", "the sender of an email, as in 'Support <support@example.com>'")
	f.StringVar(&o.Date, "date", "", "the date of an email, such as 2026-01-31T12:00:00Z")
	f.StringVar(&o.Now, "now", "", "the instant to take for now, such as 2026-01-31T12:00:00Z; it decides which exceptions still hold")
	addConfigFlags(cmd, &o.configOptions)
	notTogether(cmd, "check", "out")
	return cmd
}

func formNames() []string {
	var names []string
	for _, x := range export.Exporters {
		names = append(names, x.Name)
	}
	return names
}

// publication is one output in the making.
type publication struct {
	name string // of its file
	text []byte
	kept bool // stands beside its report and bears that one's name; nobody publishes it by this name
}

// keptBeside reports whether a path is that of the edition beside a report.
func keptBeside(path string, r *report.Report) bool {
	stem := strings.TrimSuffix(r.File.Path, filepath.Ext(r.File.Path))
	return filepath.ToSlash(filepath.Clean(path)) == filepath.ToSlash(filepath.Clean(stem+archive.Edition))
}

func (o *exportOptions) export(cmd *cobra.Command, path string) error {
	forms, err := o.forms(cmd)
	if err != nil {
		return err
	}
	c, err := o.load()
	if err != nil {
		return err
	}
	options, err := o.options(c)
	if err != nil {
		return err
	}
	published, err := o.published(&options)
	if err != nil {
		return err
	}
	r, err := readReport(cmd, path)
	if err != nil {
		return err
	}
	e, left, err := edition.Cut(r, c.Edition)
	if err != nil {
		return err
	}
	sayWithheld(cmd.ErrOrStderr(), r, left)
	if len(e.Markdown) == 0 {
		return nothingPublic(r)
	}
	if status := r.Meta.Status.Value; status == "draft" || status == "in-review" {
		fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: note: the report is not final: its status is %s\n", status)
	}
	if r.Meta.CustomerTitle.Value == "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: note: the edition is called %q; a customer-title in the front matter names it\n", e.Report.Title.Value)
	}
	guard, err := o.guard(c, r, e)
	if err != nil {
		return err
	}
	stem := export.FileName(e)
	if o.Out != "" && o.Out != "-" && !o.several() && !isDirectory(o.Out) {
		stem = ""
	}
	var made []publication
	var found []leak
	for _, x := range forms {
		text, err := x.Output(e, options)
		if err != nil {
			return fmt.Errorf("%s: %w", x.Name, err)
		}
		p := publication{name: stem + x.Extension, text: text}
		if stem == "" {
			p.name, p.kept = filepath.Base(o.Out), keptBeside(o.Out, r)
		}
		made = append(made, p)
		found = append(found, leaksOf(guard, p, x)...)
	}
	if o.Check != "" {
		return o.compare(cmd, c, r, guard, forms[0], published, found, made[0].text)
	}
	if len(found) > 0 {
		return o.refuse(cmd, c, r, guard, found)
	}
	return o.write(cmd, made)
}

// published reads the file to compare. Unless --zone says otherwise the customers' zone is the one that
// the file names.
func (o *exportOptions) published(options *export.Options) (*source.File, error) {
	if o.Check == "" {
		return nil, nil
	}
	f, err := archive.Read(o.Check)
	if err == nil && options.Zone == nil {
		if options.Zone = export.ZoneOf(f.Text); options.Zone != nil {
			o.Zone = options.Zone.String()
		}
	}
	return f, err
}

// nothingPublic is the error of a report without marks.
func nothingPublic(r *report.Report) error {
	return hinted{fmt.Errorf("%s: %w", r.File.Path, export.ErrEmpty),
		`put <!-- public --> at the end of a heading, a list item, a table row or a paragraph, or write a section "Customer summary"`}
}

func (o *exportOptions) several() bool { return o.To == everyForm }

// forms are those that are asked for; a file to compare tells its own.
func (o *exportOptions) forms(cmd *cobra.Command) ([]export.Exporter, error) {
	if o.several() {
		switch {
		case o.Check != "":
			return nil, misused(cmd, "name the file's form with --to", "--check compares one file")
		case o.Out == "" || o.Out == "-":
			return nil, misused(cmd, "add --out DIRECTORY", "%d forms do not go into one file", len(export.Exporters))
		}
		return export.Exporters, nil
	}
	if o.Check != "" && !cmd.Flags().Changed("to") {
		x, ok := export.ForFile(o.Check)
		if !ok {
			return nil, misused(cmd, "name it with --to", "%s does not tell its form", o.Check)
		}
		return []export.Exporter{x}, nil
	}
	x, _ := export.Named(o.To)
	return []export.Exporter{x}, nil
}

func (o *exportOptions) options(c *config.Config) (export.Options, error) {
	options := export.Options{Theme: c.Theme, From: o.From}
	var err error
	if o.Zone != "" {
		if options.Zone, err = time.LoadLocation(o.Zone); err != nil || o.Zone == "Local" {
			return options, hinted{fmt.Errorf("--zone: there is no time zone %q", o.Zone), "write a name such as Europe/Berlin"}
		}
	}
	if o.From != "" {
		if _, err := export.Sender(o.From); err != nil {
			return options, fmt.Errorf("--from: %w", err)
		}
	}
	if o.Date != "" {
		options.Date, err = instant("--date", o.Date)
	}
	return options, err
}

// guard knows, besides the report, what the configuration and the repository name.
func (o *exportOptions) guard(c *config.Config, r *report.Report, e *edition.Edition) (*edition.Guard, error) {
	g := c.Guard
	g.Now = time.Now()
	if o.Now != "" {
		var err error
		if g.Now, err = instant("--now", o.Now); err != nil {
			return nil, err
		}
	}
	people, err := archive.People(filepath.Dir(r.File.Path))
	if err != nil {
		return nil, err
	}
	g.History = people
	g.Names = slices.Concat(slices.Sorted(maps.Values(c.Edition.Names)), slices.Sorted(maps.Keys(c.Edition.Glossary)), []string{c.Theme.Organisation})
	for _, zone := range []string{e.Report.Meta.Timezone.Value, o.Zone} {
		if _, err := time.LoadLocation(zone); err == nil && zone != "" {
			g.Public = append(g.Public, zone)
		}
	}
	if from, err := export.Sender(o.From); err == nil {
		g.Sender = []string{from.Name, from.Address}
	}
	return edition.NewGuard(r, e, g), nil
}

// readReport reads and parses the one report that is named.
func readReport(cmd *cobra.Command, path string) (*report.Report, error) {
	a, err := archive.Find([]string{path}, archive.Options{Stdin: cmd.InOrStdin()})
	if err != nil {
		return nil, err
	}
	if a.Len() != 1 {
		return nil, misused(cmd, "name one report", "%s is %d reports", path, a.Len())
	}
	f, err := a.Read(a.Paths()[0])
	if err != nil {
		return nil, err
	}
	return report.Parse(f), nil
}
