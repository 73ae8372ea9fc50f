package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// Options says where to look.
type Options struct {
	Stdin     io.Reader              // what the argument "-" reads
	StdinName string                 // the path that its text goes by; empty means "stdin"
	Exclude   func(path string) bool // what is not a report, however it is named; nil for nothing, not even editions
	Customs   report.Customs         // by which the reports are read
}

// extensions are the endings by which a directory's reports are known.
var extensions = []string{".md", ".mdx", ".markdown", ".html.md.erb"}

// furniture are the files of a repository that are Markdown and no reports. Named on the command
// line they are read like any other.
var furniture = map[string]bool{"readme": true, "contributing": true, "changelog": true, "security": true, "license": true,
	"code_of_conduct": true, "support": true, "governance": true, "maintainers": true, "authors": true, "agents": true, "claude": true}

// ErrNoReports is returned by Find when nothing that was named holds a report.
var ErrNoReports = errors.New("no reports")

// Find looks for the reports that the arguments name. Each is a file, a directory, a pattern (*, ?,
// [a-z], {a,b}, and ** for directories at any depth) or "-" for Options.Stdin.
//
// A directory yields its .md, .mdx, .markdown and .html.md.erb files at every depth. Hidden
// directories, node_modules and links to directories are passed over, and so are editions (.public.md),
// README and its like. A file or directory in it that cannot be read is in the archive all the same and gives its
// error when it is read; an argument that names nothing is an error at once. A file that is named and
// excluded is left out, for hooks name every file of a commit, templates among them; so is a directory or
// pattern all of whose reports are.
func Find(args []string, o Options) (*Archive, error) {
	a := &Archive{customs: o.Customs}
	var errs []error
	for _, arg := range args {
		if err := a.find(arg, o); err != nil {
			errs = append(errs, err)
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	a.order()
	return a, nil
}

func (a *Archive) find(arg string, o Options) error {
	if arg == "-" {
		name := o.StdinName
		if name == "" {
			name = "stdin"
		}
		f, err := ReadFrom(filepath.ToSlash(name), o.Stdin)
		if err == nil {
			a.entries = append(a.entries, Of(f).entries...)
		}
		return err
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return a.walk(arg, o)
	case err == nil && o.excluded(arg):
		a.excluded = append(a.excluded, arg)
		return nil
	case err == nil:
		a.add(arg, regular(arg))
		return nil
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[{"):
		return a.glob(arg, o)
	}
	return named(arg, err)
}

func (a *Archive) add(path string, err error) {
	a.entries = append(a.entries, entry{path: filepath.ToSlash(filepath.Clean(path)), err: err})
}

func (a *Archive) walk(root string, o Options) error {
	before := len(a.entries)
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		return named(root, err)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			a.add(path, named(path, err))
			return fs.SkipDir
		case d.IsDir():
			if path != root && (skipped(d.Name()) || o.excluded(path)) {
				return fs.SkipDir
			}
		case isReport(d.Name()) && !o.excluded(path):
			if d.Type()&fs.ModeSymlink == 0 {
				a.add(path, nil)
			} else if info, err := os.Stat(path); err != nil || !info.IsDir() {
				a.add(path, inside(real, path))
			}
		}
		return nil
	})
	if err == nil && len(a.entries) == before {
		return a.none(root, "in this directory", o)
	}
	return err
}

// inside gives the error of a link that leads out of the directory: whoever wrote the link decides
// what it shows, and that may be a file which only this machine can read.
func inside(root, path string) error {
	to, err := filepath.EvalSymlinks(path)
	if err != nil {
		return named(path, err)
	}
	if rel, err := filepath.Rel(root, to); err != nil || !filepath.IsLocal(rel) {
		return fmt.Errorf("%s: is a link that leads out of the directory", path)
	}
	return nil
}

func (a *Archive) glob(pattern string, o Options) error {
	if !doublestar.ValidatePathPattern(pattern) {
		return fmt.Errorf("%s: is neither a file nor a pattern", pattern)
	}
	base, _ := doublestar.SplitPattern(filepath.ToSlash(pattern))
	found, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoFollow())
	if err != nil {
		return named(pattern, err)
	}
	before := len(a.entries)
	for _, path := range found {
		rel, err := filepath.Rel(base, path)
		if err != nil || !isReport(filepath.Base(path)) || o.excluded(path) {
			continue
		}
		dirs := strings.Split(filepath.ToSlash(rel), "/")
		hidden := false
		for _, d := range dirs[:len(dirs)-1] {
			hidden = hidden || skipped(d)
		}
		if !hidden {
			a.add(path, nil)
		}
	}
	if len(a.entries) == before {
		return a.none(pattern, "match this pattern", o)
	}
	return nil
}

// none gives the error of an argument that holds no report, or notes that all of its reports are excluded.
func (a *Archive) none(arg, where string, o Options) error {
	if o.Exclude != nil && new(Archive).find(arg, Options{}) == nil {
		a.excluded = append(a.excluded, arg)
		return nil
	}
	return fmt.Errorf("%s: %w %s", arg, ErrNoReports, where)
}

func skipped(dir string) bool { return strings.HasPrefix(dir, ".") || dir == "node_modules" }

// Edition is how the file of an edition ends that stands beside its report: "2026-02-03-checkout.public.md".
const Edition = ".public.md"

func isReport(name string) bool {
	name = strings.ToLower(name)
	if strings.HasSuffix(name, Edition) {
		return false
	}
	for _, ext := range extensions {
		if stem, ok := strings.CutSuffix(name, ext); ok && !strings.HasPrefix(name, ".") {
			return !furniture[strings.ReplaceAll(stem, "-", "_")]
		}
	}
	return false
}

func (o Options) excluded(path string) bool {
	return o.Exclude != nil && (o.Exclude(filepath.ToSlash(path)) || strings.HasSuffix(strings.ToLower(path), Edition))
}
