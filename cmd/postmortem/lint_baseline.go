package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// baselineName is where a baseline is kept unless another place is named.
const baselineName = ".postmortem-baseline.json"

// readBaseline takes the baseline that is named, or the usual one if it is there.
func (s *settings) readBaseline(o lintOptions) error {
	named := s.baselinePath != ""
	if !named {
		s.baselinePath = usualBaseline()
	}
	if o.WriteBaseline {
		return nil
	}
	text, err := os.ReadFile(s.baselinePath)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !named && !o.PruneBaseline:
		return nil
	case err != nil:
		return hinted{fmt.Errorf("the baseline cannot be read: %w", err), "--write-baseline makes one"}
	}
	s.options.Baseline, err = lint.ParseBaseline(filepath.Dir(s.baselinePath), text)
	if err != nil {
		return fmt.Errorf("%s: %w", s.baselinePath, err)
	}
	return nil
}

// usualBaseline is the one in this directory or above it, up to the root of the repository; it is to
// be made here if there is none.
func usualBaseline() string {
	root, inside := archive.Root(".")
	for dir := "."; ; dir = filepath.Join(dir, "..") {
		path := filepath.Join(dir, baselineName)
		if _, err := os.Lstat(path); err == nil {
			return path
		}
		if full, err := filepath.Abs(dir); !inside || err != nil || full == root {
			return baselineName
		}
	}
}

// writeBaseline makes a baseline of all that is found now. An existing one is left: a baseline only
// shrinks.
func (s *settings) writeBaseline(cmd *cobra.Command) error {
	b := &lint.Baseline{Dir: filepath.Dir(s.baselinePath)}
	r := s.linter.Run(s.archive)
	n := 0
	for d := range r.Findings {
		b.Record(&d)
		n++
	}
	if err := errors.Join(r.Totals.Failures...); err != nil {
		return err
	}
	if err := source.Create(s.baselinePath, b.Text()); errors.Is(err, fs.ErrExist) {
		return hinted{fmt.Errorf("%s is there already, and a baseline only shrinks", s.baselinePath),
			"--prune-baseline takes out what is not found any more; delete the file to begin anew"}
	} else if err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: wrote %s to %s\n", lint.Count(n, "finding"), s.baselinePath)
	return nil
}

// stale says which reports of the baseline were moved and what it holds too much, and brings it up to date if
// asked to.
func (s *settings) stale(cmd *cobra.Command, o lintOptions, stale []lint.Entry, moved map[string]string) error {
	n := 0
	for _, e := range stale {
		n += e.Count
	}
	talk := cmd.ErrOrStderr()
	for _, from := range slices.Sorted(maps.Keys(moved)) {
		fmt.Fprintf(talk, "postmortem: %s is %s in the baseline\n", lint.Visible(moved[from]), lint.Visible(from))
	}
	if !o.PruneBaseline {
		gone := map[string]int{} // reports, with how many of their findings the baseline holds
		for _, e := range stale {
			if _, err := os.Lstat(filepath.Join(filepath.Dir(s.baselinePath), filepath.FromSlash(e.Path))); errors.Is(err, fs.ErrNotExist) && moved[e.Path] == "" {
				gone[e.Path] += e.Count
				continue
			}
			fmt.Fprintf(talk, "postmortem: no longer found: %s in %s\n", lint.Visible(e.Rule), lint.Visible(e.Path))
		}
		for _, path := range slices.Sorted(maps.Keys(gone)) {
			fmt.Fprintf(talk, "postmortem: no longer there: %s, with %s\n", lint.Visible(path), lint.Count(gone[path], "finding"))
		}
		switch {
		case n > 0:
			fmt.Fprintf(talk, "postmortem: hint: --prune-baseline takes %s out of %s\n", lint.Count(n, "finding"), s.baselinePath)
		case len(moved) > 0:
			fmt.Fprintf(talk, "postmortem: hint: --prune-baseline writes the new names to %s\n", s.baselinePath)
		}
		return nil
	}
	old, err := os.ReadFile(s.baselinePath)
	if err != nil {
		return err
	}
	left := s.options.Baseline.Without(stale).Following(moved)
	if err := source.Write(s.baselinePath, old, left.Text()); err != nil {
		return err
	}
	if n > 0 {
		fmt.Fprintf(talk, "postmortem: took %s out of %s\n", lint.Count(n, "finding"), s.baselinePath)
	}
	if len(moved) > 0 {
		fmt.Fprintf(talk, "postmortem: followed %s in %s\n", lint.Count(len(moved), "report"), s.baselinePath)
	}
	return nil
}
