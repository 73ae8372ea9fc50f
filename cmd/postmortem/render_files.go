package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// write puts the pages where they were asked for.
func (o *renderOptions) write(cmd *cobra.Command, all []rendered, pages map[string]string, stage string) error {
	if o.single() {
		return o.one(cmd, all[0].page)
	}
	if err := o.index(all, stage); err != nil {
		return err
	}
	return moveIn(stage, o.Out, outputs(pages))
}

// stage makes a directory for the pages, if they are to go into one, from which they move there once all are made.
func (o *renderOptions) stage(pages map[string]string) (stage string, remove func(), err error) {
	if o.single() {
		return "", func() {}, nil
	}
	overwrite := there
	if o.Force {
		overwrite = nil
	}
	if err := vacant(o.Out, outputs(pages), overwrite); err != nil {
		return "", nil, err
	}
	return newStage(o.Out)
}

// one writes the only page to a file or to standard output.
func (o *renderOptions) one(cmd *cobra.Command, page []byte) error {
	if o.Out == "" || o.Out == "-" {
		_, err := cmd.OutOrStdout().Write(page)
		return err
	}
	write := source.Create
	if o.Force {
		write = source.Put
	}
	err := write(o.Out, page)
	if errors.Is(err, fs.ErrExist) {
		return there(o.Out)
	}
	return err
}

func there(name string) error {
	return hinted{fmt.Errorf("%s is there already", name), "choose another --out, or add --force to overwrite it"}
}

// vacant refuses an output directory in which one of the names is there already, before any work is
// done; there says how, and a nil one lets it be overwritten. Other files in the directory are nobody's
// business and stay.
func vacant(dir string, names []string, there func(file string) error) error {
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return hinted{fmt.Errorf("%s is a file", dir), "name a directory, or a file that ends in .html for one report"}
	}
	for _, name := range names {
		file := filepath.Join(dir, filepath.FromSlash(name))
		info, err := os.Lstat(file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case !info.Mode().IsRegular():
			return fmt.Errorf("%s is not a regular file, and is not overwritten", file)
		case there != nil:
			return there(file)
		}
	}
	return nil
}

// outputs are the names of all pages, with the index.
func outputs(pages map[string]string) []string {
	all := []string{indexPage}
	for _, name := range pages {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// newStage makes a directory beside another one, to be filled and then moved there.
func newStage(dir string) (stage string, clear func(), err error) {
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return "", nil, err
	}
	temp, err := os.MkdirTemp(parent, ".postmortem-stage-*")
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = &fs.PathError{Op: "write", Path: dir, Err: p.Err}
		}
		return "", nil, err
	}
	// One deeper, for a temporary directory is closed to others and the output is not.
	stage = filepath.Join(temp, "pages")
	clear = func() { os.RemoveAll(temp) }
	if err := os.Mkdir(stage, 0o777); err != nil {
		clear()
		return "", nil, err
	}
	return stage, clear, nil
}

// moveIn moves the finished files of a stage to where they belong: the whole directory at once if
// there is none yet, else file by file.
func moveIn(stage, dir string, names []string) error {
	// On an empty directory this works too, on most systems; on a full one it fails and nothing has happened.
	if err := os.Rename(stage, filepath.Clean(dir)); err == nil {
		return nil
	}
	for _, name := range names {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(stage, filepath.FromSlash(name)), to); err != nil {
			return err
		}
	}
	return nil
}

// beside is the directory of a report, from which its pictures are read. A picture never lies
// outside of it, whatever links lead there.
type beside string

func (dir beside) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(string(dir))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.FS().Open(name)
}

func (dir beside) Stat(name string) (fs.FileInfo, error) {
	root, err := os.OpenRoot(string(dir))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.Stat(name)
}

const indexPage = "index.html"

func isPage(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".html" || ext == ".htm"
}

// fileLike reports whether a name that nothing has yet was more likely meant for a file than for a
// directory.
func fileLike(name string) bool {
	ext := filepath.Ext(name)
	if _, err := os.Stat(name); err == nil || len(ext) < 2 || os.IsPathSeparator(name[len(name)-1]) {
		return false
	}
	return !strings.ContainsAny(ext[1:], "0123456789") // as in pages-1.2
}

// pageNames gives each report's page, as a path in the output with slashes. What was found in a
// directory keeps its place in it; what was named itself has its own name.
func pageNames(args []string, a *archive.Archive) (map[string]string, error) {
	var roots []string
	for _, arg := range args {
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			roots = append(roots, path.Clean(filepath.ToSlash(arg)))
		}
	}
	pages, taken := map[string]string{}, map[string]string{indexPage: "the index"}
	for _, p := range a.Paths() {
		name := path.Base(p)
		for _, root := range roots {
			if rel, ok := strings.CutPrefix(p, root+"/"); ok {
				name = rel
				break
			} else if root == "." {
				name = strings.TrimLeft(strings.TrimPrefix(p, "./"), "/")
			}
		}
		if p == "-" {
			name = "report"
		}
		for _, ext := range [...]string{".html.md.erb", ".markdown", ".mdx", ".md"} {
			if cut, ok := strings.CutSuffix(name, ext); ok {
				name = cut
				break
			}
		}
		name += ".html"
		if other, ok := taken[strings.ToLower(name)]; ok {
			return nil, hinted{fmt.Errorf("%s and %s would both be %s", other, p, name), "render them into two directories, or rename one"}
		}
		taken[strings.ToLower(name)] = p
		pages[p] = name
	}
	return pages, nil
}
