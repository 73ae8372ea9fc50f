package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// write puts the outputs where they belong: one to standard output or a file, several into a
// directory, all of them or none.
func (o *exportOptions) write(cmd *cobra.Command, made []publication) error {
	if o.several() {
		return o.writeAll(cmd, made)
	}
	path := o.Out
	if path == "" || path == "-" {
		_, err := cmd.OutOrStdout().Write(made[0].text)
		return err
	}
	if isDirectory(path) {
		if err := os.MkdirAll(path, 0o777); err != nil {
			return err
		}
		path = filepath.Join(path, made[0].name)
	}
	put := source.Create
	if o.Force {
		put = source.Put
	}
	err := put(path, made[0].text)
	if errors.Is(err, fs.ErrExist) {
		return o.there(made[0], path)
	}
	if err == nil {
		fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(path))
	}
	return err
}

// isDirectory reports whether a path is one, or is to be one: it ends as only directories do.
func isDirectory(path string) bool {
	info, err := os.Stat(path)
	return path != "" && (err == nil && info.IsDir() || errors.Is(err, fs.ErrNotExist) && os.IsPathSeparator(path[len(path)-1]))
}

// there is the error of a publication whose file is there already: two editions may have one day and one title, and a
// name that told them apart would tell something of their reports. What does not say its title is of another report; what
// says it may still be of one that has the same title.
func (o *exportOptions) there(p publication, path string) error {
	ending := p.form.Extension
	stem, whole := strings.CutSuffix(path, ending)
	switch {
	case o.several():
		stem, ending = filepath.Clean(o.Out), "" // a directory
	case !whole:
		ending = filepath.Ext(path)
		stem = strings.TrimSuffix(path, ending)
	}
	n := 2
	other := func() string { return fmt.Sprintf("%s-%d%s", stem, n, ending) }
	for _, err := os.Lstat(other()); err == nil; _, err = os.Lstat(other()) {
		n++
	}
	advice := "write --out " + shellWord(other())
	if old, err := archive.Read(path); err == nil && p.title != edition.Untitled &&
		strings.Contains(lettersOf(string(p.form.Searched(old.Text))), lettersOf(p.title)) {
		advice = "add --force to overwrite it, if it is an older edition of this report, or " + advice
	}
	return hinted{fmt.Errorf("%s is there already", path), advice}
}

// orNameFile goes on advising to state a title where one file could be named instead.
func (o *exportOptions) orNameFile(forms []export.Exporter) string {
	if o.several() {
		return ""
	}
	return ", or name a file: --out " + shellWord(filepath.Join(o.Out, "NAME"+forms[0].Extension))
}

func (o *exportOptions) writeAll(cmd *cobra.Command, made []publication) error {
	var names []string
	for _, p := range made {
		names = append(names, p.name)
	}
	overwrite := func(file string) error {
		return o.there(made[slices.Index(names, filepath.Base(file))], file)
	}
	if o.Force {
		overwrite = nil
	}
	if err := vacant(o.Out, names, overwrite); err != nil {
		return err
	}
	stage, clear, err := newStage(o.Out)
	if err != nil {
		return err
	}
	defer clear()
	for _, p := range made {
		if err := source.Create(filepath.Join(stage, p.name), p.text); err != nil {
			return err
		}
	}
	if err := moveIn(stage, o.Out, names); err != nil {
		return err
	}
	for _, name := range names {
		fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(filepath.Join(o.Out, name)))
	}
	return nil
}
