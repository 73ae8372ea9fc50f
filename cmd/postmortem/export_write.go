package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

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
		path = filepath.Join(path, made[0].name)
	}
	put := source.Create
	if o.Force {
		put = source.Put
	}
	err := put(path, made[0].text)
	if errors.Is(err, fs.ErrExist) {
		return there(path)
	}
	if err == nil {
		fmt.Fprintln(cmd.OutOrStdout(), lint.Visible(path))
	}
	return err
}

func isDirectory(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (o *exportOptions) writeAll(cmd *cobra.Command, made []publication) error {
	var names []string
	for _, p := range made {
		names = append(names, p.name)
	}
	if err := vacant(o.Out, names, o.Force); err != nil {
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
