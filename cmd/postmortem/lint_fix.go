package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"
	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// fixed is a report before and after its fixes; fix is nil if there was none to make.
type fixed struct {
	file *source.File
	made int
	text []byte
}

func (s *settings) fixes(unsafe bool, each func(fixed) error) error {
	var failures []error
	for f, err := range archive.Each(s.archive, func(r *report.Report) fixed {
		done := s.linter.Fix(r.File, unsafe)
		return fixed{r.File, len(done.Titles), done.Text}
	}) {
		if err == nil && f.made > 0 && !bytes.Equal(f.text, f.file.Text) {
			err = each(f)
		}
		if err != nil {
			failures = append(failures, err)
		}
	}
	return errors.Join(failures...)
}

// fix makes the fixes where the reports are; what is left is found by the check that follows.
func (s *settings) fix(cmd *cobra.Command, unsafe bool) error {
	if s.stdin {
		return hinted{errors.New("standard input cannot be fixed in place"), "--diff prints what would change"}
	}
	made, files := 0, 0
	err := s.fixes(unsafe, func(f fixed) error {
		if err := source.Write(filepath.FromSlash(f.file.Path), f.file.Text, f.text); err != nil {
			return err
		}
		made, files = made+f.made, files+1
		return nil
	})
	if made > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: made %s in %s\n", fixCount(made), lint.Count(files, "report"))
		if s.staged {
			fmt.Fprintln(cmd.ErrOrStderr(), "postmortem: hint: the fixes are in the working tree; git add takes them into the commit")
		}
	}
	return err
}

func fixCount(n int) string {
	if n == 1 {
		return "1 fix"
	}
	return fmt.Sprintf("%d fixes", n)
}

// diff prints what the fixes would change, as a patch.
func (s *settings) diff(cmd *cobra.Command, unsafe bool) error {
	any := false
	err := s.fixes(unsafe, func(f fixed) error {
		any = true
		name := lint.Visible(f.file.Path)
		_, err := fmt.Fprint(cmd.OutOrStdout(), udiff.Unified("a/"+name, "b/"+name, string(f.file.Text), string(f.text)))
		return err
	})
	if err == nil && any {
		return errFindings
	}
	return err
}
