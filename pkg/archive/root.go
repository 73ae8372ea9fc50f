package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Root is the directory at or above dir that holds .git, absolute; outside a repository it is dir
// itself, and inside is false. Git need not be installed.
func Root(dir string) (root string, inside bool) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return dir, false
	}
	for at := full; ; at = filepath.Dir(at) {
		// A directory in a clone; a file in a further work tree and in a submodule.
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at, true
		}
		if at == filepath.Dir(at) {
			return full, false
		}
	}
}

// Roots tells where files are in their repositories, which is all that a platform knows of them. It
// may be used from several goroutines.
type Roots struct {
	mu sync.Mutex
	of map[string]string // the root of each directory, empty outside a repository
}

// Path gives the path of a file from the root of its repository, with forward slashes and links
// resolved, as git names it. The file need not be there. Outside a repository it is the path from the
// working directory, or, where that does not lead down, the path as it is.
func (r *Roots) Path(path string) string {
	full, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	} else if dir, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
		full = filepath.Join(dir, filepath.Base(full))
	}
	root := r.root(filepath.Dir(full))
	if root == "" {
		if root, err = os.Getwd(); err != nil {
			return path
		}
	}
	rel, err := filepath.Rel(root, full)
	if err != nil || !filepath.IsLocal(rel) {
		return path
	}
	return filepath.ToSlash(rel)
}

// Lacks reports whether the repository of a file has nothing where a relative path in that file leads, with forward
// slashes. Of what leads out of the repository, or stands in none, nothing is known.
func (r *Roots) Lacks(path, target string) bool {
	dir, err := filepath.Abs(filepath.Dir(filepath.FromSlash(path)))
	if err != nil {
		return false
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return false
	}
	top := r.root(dir)
	to, err := filepath.Rel(top, filepath.Join(dir, filepath.FromSlash(target)))
	if top == "" || err != nil || !filepath.IsLocal(to) {
		return false
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return false
	}
	defer root.Close()
	_, err = root.Lstat(to)
	return errors.Is(err, fs.ErrNotExist)
}

func (r *Roots) root(dir string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	root, known := r.of[dir]
	if !known {
		if found, inside := Root(dir); inside {
			root = found
		}
		if r.of == nil {
			r.of = map[string]string{}
		}
		r.of[dir] = root
	}
	return root
}
