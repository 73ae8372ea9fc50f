package main

import (
	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// What export finds goes by these names in the formats of lint.
var (
	guardRule = lint.Rule{Name: "guard", Severity: lint.Error, Firm: true, Since: "0.1.0", About: "docs/editions.md",
		Summary: "something that must not leave stands in what customers would read"}
	staleRule = lint.Rule{Name: "edition-stale", Severity: lint.Error, Firm: true, Since: "0.1.0", About: "docs/export.md",
		Summary: "a published edition does not say what its report says now"}
)

// teller tells findings in the formats that are asked for.
type teller struct {
	outputs  []lint.Output
	finish   func() error
	roots    archive.Roots
	paint    func(part, s string) string
	category string
	work     string // what is done, as the command line has it
	asked    bool   // for the findings, none too
}

// teller gives the one that a run needs. Standard output has one result: what is written, or the findings of
// a run that writes nothing. Without --format a refusal is talk.
func (o *exportOptions) teller(cmd *cobra.Command, reports []string) (*teller, error) {
	t := &teller{finish: func() error { return nil }, paint: painter(inkFor(cmd.OutOrStdout())), category: o.Category, work: o.work(), asked: len(o.Formats) > 0 || o.DryRun}
	if !t.asked {
		text := lint.Output{Format: lint.Formats[0], To: cmd.ErrOrStderr()}
		t.outputs, t.paint = []lint.Output{text}, painter(inkFor(cmd.ErrOrStderr()))
		return t, nil
	}
	var err error
	if t.outputs, t.finish, err = o.outputs(cmd, reports); err != nil {
		return nil, err
	}
	for _, out := range t.outputs {
		if out.To == cmd.OutOrStdout() && !o.DryRun && o.Check == "" {
			return nil, misused(cmd, "write -f "+out.Format.Name+"=FILE, or add --dry-run", "standard output is for what is exported")
		}
	}
	return t, nil
}

func (o *exportOptions) work() string {
	switch {
	case o.DryRun:
		return "export --dry-run"
	case o.Check != "":
		return "export --check"
	}
	return "export"
}

// tell writes the findings, if there are any or somebody asked for them.
func (t *teller) tell(found []lint.Diagnostic, reports int, failures []error) error {
	if len(found) == 0 && !t.asked {
		return nil
	}
	r := lint.Tell(found, []lint.Rule{guardRule, staleRule, unlistedRule}, reports, failures, t.roots.Path)
	r.Version, r.Paint, r.Category, r.Work = build().Version, t.paint, t.category, t.work
	if err := r.Write(t.outputs...); err != nil {
		return err
	}
	return t.finish()
}
