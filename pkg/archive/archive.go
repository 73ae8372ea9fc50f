// Package archive is many reports at once: it finds them, reads them in parallel and hands them on
// in order.
//
// What is looked for is untrusted: an archive never reads what is not a regular file, never leaves
// a directory through a symbolic link in it, and bounds what one file may hold. Reports are handed
// on one by one and let go, so memory does not grow with their number.
package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// MaxBytes is the most that one report may hold; a larger file is an error, not read in part.
const MaxBytes = 32 << 20

// Archive is a list of reports, sorted by path, none twice. Its texts are read when they are asked
// for, except those that it was made of.
type Archive struct {
	entries  []entry
	customs  report.Customs
	excluded []string
}

type entry struct {
	path   string
	text   *source.File // already in memory, or nil
	staged string       // the name by which git has its text, empty where the file is read
	err    error        // why it cannot be read, found while looking for it
}

// Parse reads a text as the archive's reports are read.
func (a *Archive) Parse(f *source.File) *report.Report { return a.customs.Parse(f) }

// Of makes an archive of texts that are in memory already.
func Of(files ...*source.File) *Archive {
	a := &Archive{}
	for _, f := range files {
		a.entries = append(a.entries, entry{path: f.Path, text: f})
	}
	a.order()
	return a
}

func (a *Archive) order() {
	slices.SortStableFunc(a.entries, func(x, y entry) int { return strings.Compare(x.path, y.path) })
	a.entries = slices.CompactFunc(a.entries, func(x, y entry) bool { return x.path == y.path })
}

// Len is the number of reports.
func (a *Archive) Len() int { return len(a.entries) }

// Excluded lists the arguments all of whose reports Options.Exclude kept out, as they were written.
func (a *Archive) Excluded() []string { return a.excluded }

// Paths lists the reports, with forward slashes, as they were found from the working directory.
func (a *Archive) Paths() []string {
	paths := make([]string, len(a.entries))
	for i, e := range a.entries {
		paths[i] = e.path
	}
	return paths
}

// Keep gives the archive of those reports for whose path keep holds.
func (a *Archive) Keep(keep func(path string) bool) *Archive {
	b := &Archive{customs: a.customs, excluded: a.excluded}
	for _, e := range a.entries {
		if keep(e.path) {
			b.entries = append(b.entries, e)
		}
	}
	return b
}

// With gives the archive of the reports of both; a report that both have is read as a reads it.
func (a *Archive) With(b *Archive) *Archive {
	both := &Archive{entries: slices.Concat(a.entries, b.entries), customs: a.customs, excluded: a.excluded}
	both.order()
	return both
}

// Has reports whether the archive has a report of that path.
func (a *Archive) Has(path string) bool {
	_, found := a.place(path)
	return found
}

func (a *Archive) place(path string) (int, bool) {
	return slices.BinarySearchFunc(a.entries, path, func(e entry, p string) int { return strings.Compare(e.path, p) })
}

// Read reads one report of the archive. The error names the path.
func (a *Archive) Read(path string) (*source.File, error) {
	i, found := a.place(path)
	if !found {
		return nil, fmt.Errorf("%s: not in the archive", path)
	}
	return a.entries[i].read()
}

func (e entry) read() (*source.File, error) {
	switch {
	case e.err != nil:
		return nil, e.err
	case e.text != nil:
		return e.text, nil
	case e.staged != "":
		return readStaged(e.path, e.staged)
	}
	return Read(e.path)
}

// Read reads one file: a regular one of at most MaxBytes. The error names the path.
func Read(path string) (*source.File, error) {
	// Looking before opening: opening a pipe would wait for somebody to write to it.
	if err := regular(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, named(path, err)
	}
	defer f.Close()
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	return readAll(path, f, size)
}

// ReadFrom reads a report from a stream, such as the standard input.
func ReadFrom(path string, in io.Reader) (*source.File, error) { return readAll(path, in, 0) }

func readAll(path string, in io.Reader, size int64) (*source.File, error) {
	if size > MaxBytes {
		return nil, tooLarge(path)
	}
	// The size is a guess only: a file may grow while it is read.
	text := make([]byte, 0, size+512)
	for in := io.LimitReader(in, MaxBytes+1); ; {
		n, err := in.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case len(text) > MaxBytes:
			return nil, tooLarge(path)
		case err == io.EOF:
			return source.New(path, text), nil
		case err != nil:
			return nil, named(path, err)
		case len(text) == cap(text):
			text = slices.Grow(text, len(text))
		}
	}
}

func regular(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return named(path, err)
	case info.IsDir():
		return fmt.Errorf("%s: is a directory", path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: is not a regular file", path)
	}
	return nil
}

func tooLarge(path string) error {
	return fmt.Errorf("%s: holds more than %d MiB, which no report does", path, MaxBytes>>20)
}

// named puts the path first and drops the system call's name.
func named(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if errors.Is(err, syscall.ELOOP) {
		err = errors.New("is a link that leads to itself, or one of too many in a row")
	}
	return fmt.Errorf("%s: %w", path, err)
}
