package main

import (
	"cmp"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// exportOptions are the flags of export.
type exportOptions struct {
	To, Out, Check   string
	Zone, From, Date string
	Now              string
	Force, DryRun    bool
	formatOptions
	configOptions
}

// everyForm is what --to takes beside the names of the exporters.
const everyForm = "all"

func exportCommand() *cobra.Command {
	o := &exportOptions{To: "markdown"}
	cmd := &cobra.Command{
		SuggestFor: []string{"publish", "release"},
		Use:        "export FILE...",
		Short:      "Write what customers may read of a report",
		Long: `Cut from a report what is marked for customers, and write it in the form in which it is published.

Everything is internal unless it is marked: by <!-- public --> at the end of a heading, a list item, a
table row or a paragraph, or by standing in a section "Customer summary". What is marked and withheld
all the same is listed on standard error, with the reason.

Before anything is written, what would be written is searched for what the withheld parts, the
configuration, the version history and CODEOWNERS name, and for secrets and identifiers. If anything
is found nothing is written and the exit code is 1.

--check compares what is published with what would be written now, and prints the difference.
--dry-run searches one report or many in every form, or those that the configuration names, and
writes nothing but what is found. With either, --format tells the findings as lint does; otherwise
it writes them to files.`,
		Example: `  postmortem export reports/2026-02-03-checkout.md --to html --out checkout.html
  postmortem export reports/2026-02-03-checkout.md --to email --zone Europe/Berlin --out checkout.eml
  postmortem export reports/2026-02-03-checkout.md --to all --out published
  postmortem export reports/2026-02-03-checkout.md --check published/2026-02-03-checkout.md
  postmortem export --dry-run -f github -f sarif=guard.sarif reports`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.DryRun {
				return nil
			}
			return between(1, -1, "a report")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !o.DryRun && len(args) > 1 {
				return misused(cmd, "--dry-run takes several", "export writes one report at a time")
			}
			x, err := o.releaser(cmd, args)
			if err != nil {
				return err
			}
			if o.DryRun {
				if len(args) == 0 {
					args = reportsOf(x.config)
				}
				return x.dryRun(cmd, args)
			}
			return x.export(cmd, args[0])
		},
	}
	f := cmd.Flags()
	addChoice(cmd, &o.To, "to", append(formNames(), everyForm), "the form, unless the name of the file says it")
	f.StringVarP(&o.Out, "out", "o", "", "where to: a file, a directory, or - for standard output (default)")
	f.BoolVar(&o.Force, "force", false, "overwrite what is there")
	f.StringVar(&o.Check, "check", "", "a published file to compare, instead of writing one; its name says the form unless --to does")
	f.StringVar(&o.Zone, "zone", "", "the customers' time zone, as in Europe/Berlin, shown beside UTC")
	f.StringVar(&o.From, "from", "", "the sender of an email, as in 'Support <support@example.com>'")
	f.StringVar(&o.Date, "date", "", "the date of an email, such as 2026-01-31T12:00:00Z")
	f.StringVar(&o.Now, "now", "", "the instant to take for now, such as 2026-01-31T12:00:00Z; it decides which exceptions still hold")
	f.BoolVar(&o.DryRun, "dry-run", false, "search as if to write, and write nothing; takes several reports and directories")
	addFormatFlag(cmd, &o.formatOptions)
	addConfigFlags(cmd, &o.configOptions)
	notTogether(cmd, "check", "out")
	notTogether(cmd, "dry-run", "out")
	notTogether(cmd, "dry-run", "check")
	return cmd
}

func formNames() []string {
	var names []string
	for _, x := range export.Exporters {
		names = append(names, x.Name)
	}
	return names
}

// releaser examines reports before anything of them is released, and tells what must not be.
type releaser struct {
	*exportOptions
	forms  []export.Exporter
	teller *teller
	config *config.Config
	output export.Options
}

func (o *exportOptions) releaser(cmd *cobra.Command, reports []string) (*releaser, error) {
	x := &releaser{exportOptions: o}
	var err error
	if x.forms, err = o.formsAsked(cmd); err != nil {
		return nil, err
	}
	if x.teller, err = o.teller(cmd, reports); err != nil {
		return nil, err
	}
	if x.config, err = o.load(); err != nil {
		return nil, err
	}
	x.output, err = o.outputOptions(x.config)
	return x, err
}

func (x *releaser) export(cmd *cobra.Command, path string) error {
	published, err := x.published()
	if err != nil {
		return err
	}
	r, err := readReport(cmd, path, x.config)
	if err != nil {
		return err
	}
	talk := cmd.ErrOrStderr()
	e, err := x.examineOne(talk, r)
	if err != nil {
		return err
	}
	sayWithheld(talk, r, e.left)
	if e.guard == nil {
		return nothingPublic(r)
	}
	if status := r.Meta.Status.Value; status == "draft" || status == "in-review" {
		fmt.Fprintf(talk, "postmortem: note: the report is not final: its status is %s\n", status)
	}
	if r.Meta.CustomerTitle.Value == "" {
		fmt.Fprintf(talk, "postmortem: note: the edition is called %q; a customer-title in the front matter names it\n", e.edition.Report.Title.Value)
	}
	if x.Check != "" {
		return x.compare(cmd, e, published)
	}
	if e.stopped() {
		return x.refuse(talk, e)
	}
	if err := x.teller.tell(x.teller.hints(e), 1, nil); err != nil {
		return err
	}
	for _, why := range e.unmade {
		fmt.Fprintf(talk, "postmortem: note: not written as %s\n", why)
	}
	e.sayUnlisted(talk, x.teller)
	return x.write(cmd, e.made)
}

// published reads the file to compare. Unless --zone says otherwise the customers' zone is the one that
// the file names.
func (x *releaser) published() (*source.File, error) {
	if x.Check == "" {
		return nil, nil
	}
	f, err := archive.Read(x.Check)
	if err == nil && x.output.Zone == nil {
		if x.output.Zone = export.ZoneOf(x.forms[0].Searched(f.Text)); x.output.Zone != nil {
			x.Zone = x.output.Zone.String()
		}
	}
	return f, err
}

// nothingPublic is the error of a report without marks.
func nothingPublic(r *report.Report) error {
	return hinted{fmt.Errorf("%s: %w", r.File.Path, export.ErrEmpty), howToPublish(r)}
}

// howToPublish is what to do about a report of which nothing is public.
func howToPublish(r *report.Report) string {
	if s := r.Section(report.CustomerSummary); s != nil {
		return fmt.Sprintf("the section %q on line %d is for customers: write it", s.Heading.Value, r.File.LineAt(s.Span.Start))
	}
	return howToMark
}

const howToMark = `put <!-- public --> at the end of a heading, a list item, a table row or a paragraph, or write a section "Customer summary"`

func (o *exportOptions) several() bool { return o.To == everyForm }

// formsAsked are those that are asked for; a file to compare tells its own.
func (o *exportOptions) formsAsked(cmd *cobra.Command) ([]export.Exporter, error) {
	if o.DryRun && !cmd.Flags().Changed("to") {
		return export.Exporters, nil
	}
	if o.several() {
		switch {
		case o.DryRun:
		case o.Check != "":
			return nil, misused(cmd, "name the file's form with --to", "--check compares one file")
		case o.Out == "" || o.Out == "-":
			return nil, misused(cmd, "add --out DIRECTORY", "%d forms do not go into one file", len(export.Exporters))
		}
		return export.Exporters, nil
	}
	if isDirectory(o.Check) {
		return nil, misused(cmd, "name the file in it", "--check: %s is a directory", o.Check)
	}
	if file := cmp.Or(o.Check, o.Out); file != "" && file != "-" && !isDirectory(file) && !cmd.Flags().Changed("to") {
		x, ok := export.ForFile(file)
		if !ok {
			return nil, misused(cmd, "name it with --to", "%s does not tell its form", file)
		}
		return []export.Exporter{x}, nil
	}
	x, _ := export.Named(o.To)
	return []export.Exporter{x}, nil
}

func (o *exportOptions) outputOptions(c *config.Config) (export.Options, error) {
	options := export.Options{Theme: c.Theme, From: o.From, HideFigures: c.HideFigures}
	var err error
	if options.Theme.Logo, err = c.Logo(); err != nil {
		return options, err
	}
	if o.Zone != "" {
		if options.Zone, err = time.LoadLocation(o.Zone); err != nil || o.Zone == "Local" {
			return options, hinted{fmt.Errorf("--zone: there is no time zone %q", o.Zone), cmp.Or(near.Hint(o.Zone, moment.ZoneNames), "write a region and a city, as Europe/Berlin")}
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

// readReport reads and parses the one report that is named.
func readReport(cmd *cobra.Command, path string, c *config.Config) (*report.Report, error) {
	a, err := archive.Find([]string{path}, archive.Options{Stdin: cmd.InOrStdin(), Customs: c.Policy.Customs()})
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
	return a.Parse(f), nil
}
