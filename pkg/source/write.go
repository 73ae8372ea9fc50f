package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrChanged is returned by Write when the file does not hold what was read from it.
var ErrChanged = errors.New("the file has changed since it was read")

// Write replaces the content of an existing file, whole or not at all: after an error, after a
// crash and after a power cut the file holds either old or text. It writes a new file beside the
// old one, brings it to the disk, and renames it over the old one, which keeps its permissions.
//
// A file that no longer holds old is left alone, with ErrChanged. A symbolic link is refused, and
// so is a file that is not writable: renaming would replace the link, or get round the permission.
func Write(path string, old, text []byte) (err error) {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("not a regular file; a symbolic link is not written through")}
	}
	if info.Mode().Perm()&0o200 == 0 {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission}
	}
	return replace(path, text, info.Mode().Perm(), func() error {
		now, err := os.ReadFile(path)
		if err == nil && !bytes.Equal(now, old) {
			err = &fs.PathError{Op: "write", Path: path, Err: ErrChanged}
		}
		return err
	})
}

// Put writes a whole file that may or may not be there yet, as Write does: a reader sees the old
// content or the new, never a part. It is for what a command was told to write; a symbolic link is
// refused here too.
func Put(path string, text []byte) error {
	mode := fs.FileMode(0o644)
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("not a regular file")}
	default:
		mode = info.Mode().Perm()
	}
	return replace(path, text, mode, func() error { return nil })
}

// Create writes a whole file that is not there yet; one that is gives an error for which
// errors.Is(err, fs.ErrExist) holds, and stays as it is.
func Create(path string, text []byte) error {
	temp, err := written(path, text, 0o644)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	// A hard link, unlike a rename, never replaces a file that came to be in the meantime. Not
	// every file system has them.
	if err := os.Link(temp, path); errors.Is(err, fs.ErrExist) {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	} else if err != nil {
		if _, there := os.Lstat(path); there == nil {
			return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
		}
		if err := os.Rename(temp, path); err != nil {
			return err
		}
	}
	return syncDir(filepath.Dir(path))
}

func replace(path string, text []byte, mode fs.FileMode, ready func() error) error {
	temp, err := written(path, text, mode)
	if err != nil {
		return err
	}
	if err = ready(); err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		os.Remove(temp)
		return err
	}
	return syncDir(filepath.Dir(path))
}

// written makes a file beside path that holds text and is on the disk, and gives its name.
func written(path string, text []byte, mode fs.FileMode) (temp string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		// The name of the temporary file would say nothing to whoever asked for path.
		var p *fs.PathError
		if errors.As(err, &p) {
			err = &fs.PathError{Op: "write", Path: path, Err: p.Err}
		}
		return "", err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = fmt.Errorf("write %s: %w", path, err)
		}
	}()
	if _, err = f.Write(text); err != nil {
		return "", err
	}
	if err = f.Chmod(mode); err != nil {
		return "", err
	}
	if err = f.Sync(); err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// syncDir brings a rename to the disk. Some systems cannot open or sync a directory; there the new
// name may be lost at a power cut, and the old content is found again, which is what is promised.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	_ = d.Sync()
	return d.Close()
}
