package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// dryRun searches what would be written of each report, and writes the findings alone. A report of which
// nothing is public has none.
func (x *releaser) dryRun(cmd *cobra.Command, paths []string) error {
	a, err := archive.Find(paths, archive.Options{Stdin: cmd.InOrStdin(), Exclude: x.config.Excluded, Customs: x.config.Policy.Customs()})
	if err != nil {
		return err
	}
	tellExcluded(cmd, a)
	history, err := histories(cmd.ErrOrStderr(), a.Paths())
	if err != nil {
		return err
	}
	type outcome struct {
		*examined
		refused []refused
		told    []lint.Diagnostic
		err     error
	}
	work := func(r *report.Report) outcome {
		e, err := x.examine(r, history[filepath.Dir(r.File.Path)])
		if err != nil {
			return outcome{err: err}
		}
		return outcome{e, x.refused(e), x.teller.hints(e), nil}
	}
	talk := cmd.ErrOrStderr()
	var found []refused
	var told []lint.Diagnostic
	var failures []error
	reports, internal := 0, 0
	for o, err := range archive.Each(a, work) {
		if err = cmp.Or(err, o.err); err != nil {
			failures = append(failures, err)
			continue
		}
		reports++
		if o.guard == nil {
			internal++
		}
		sayWithheld(talk, o.report, o.left)
		for _, why := range o.unmade {
			fmt.Fprintf(talk, "postmortem: note: %s cannot be written as %s\n", lint.Visible(o.report.File.Path), why)
		}
		found = append(found, o.refused...)
		told = append(told, append(diagnostics(o.refused), o.told...)...)
	}
	if err := x.teller.tell(told, reports, failures); err != nil {
		return err
	}
	if internal > 0 {
		fmt.Fprintf(talk, "postmortem: note: nothing is public in %s\n", lint.Count(internal, "report"))
	}
	sayHowToAllow(talk, x.config, found)
	switch {
	case failures != nil:
		return errors.Join(failures...)
	case len(found) > 0:
		return errFindings
	}
	return nil
}

// histories are the people whom the repositories name, by the directories of the reports. Many
// directories are of one repository.
func histories(talk io.Writer, paths []string) (map[string][]string, error) {
	of, byRoot := map[string][]string{}, map[string][]string{}
	for _, path := range paths {
		dir := filepath.Dir(path)
		if _, known := of[dir]; known {
			continue
		}
		root, _ := archive.Root(dir)
		people, known := byRoot[root]
		if !known {
			var whole bool
			var err error
			if people, whole, err = archive.People(dir); err != nil {
				return nil, err
			}
			if !whole {
				fmt.Fprintln(talk, "postmortem: note: this is a clone without its history; who is named there alone is not looked for (git fetch --unshallow)")
			}
			byRoot[root] = people
		}
		of[dir] = people
	}
	return of, nil
}
