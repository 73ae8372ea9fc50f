package archive

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Changes names a set of changed files in a git repository.
type Changes struct {
	Since  string // a revision, counted from where the present one left it; empty means the last commit
	Staged bool   // what is staged for the next commit, instead of what the working tree holds
}

// Changed gives the archive of those reports that have changed, as git sees it: against a revision,
// files that git does not know yet included; or what is staged, whose texts are then those that will be
// committed. Git is run in the working directory with fixed arguments; a revision is checked before it is used, and nothing that a repository's
// configuration names (external diff programs, file system monitors) is run.
func (a *Archive) Changed(c Changes) (*Archive, error) {
	top, err := git("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	since := "HEAD"
	if c.Since != "" {
		// What begins with a dash would be an option.
		if strings.HasPrefix(c.Since, "-") {
			return nil, fmt.Errorf("%q is not a revision", c.Since)
		}
		since = c.Since
	}
	diff := []string{"diff", "--no-ext-diff", "--no-textconv", "--name-only", "-z", "--diff-filter=d"}
	if c.Staged {
		diff = append(diff, "--cached")
	}
	commit, err := git("rev-parse", "--verify", "--quiet", since+"^{commit}")
	switch {
	case err == nil:
		from := string(bytes.TrimSpace(commit))
		if base, err := git("merge-base", from, "HEAD"); err == nil && !c.Staged {
			from = string(bytes.TrimSpace(base)) // what others have changed there since is not asked for
		}
		diff = append(diff, from)
	case c.Since != "":
		if shallow, err := git("rev-parse", "--is-shallow-repository"); err == nil && string(bytes.TrimSpace(shallow)) == "true" {
			return nil, fmt.Errorf("%q is not a revision of this repository, which is a clone without its history", c.Since)
		}
		return nil, fmt.Errorf("%q is not a revision of this repository", c.Since)
	case !c.Staged:
		// A repository without a commit: everything in it is new.
		diff = []string{"ls-files", "--full-name", "-z"}
	}
	changed, err := git(append(diff, "--", ":/")...)
	if err != nil {
		return nil, err
	}
	if !c.Staged {
		untracked, err := git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/")
		if err != nil {
			return nil, err
		}
		changed = append(changed, untracked...)
	}
	root := string(bytes.TrimRight(top, "\r\n"))
	names := map[string]string{}
	for name := range strings.SplitSeq(string(changed), "\x00") {
		if name != "" {
			names[filepath.Join(root, filepath.FromSlash(name))] = name
		}
	}
	is := func(path string) string {
		full, err := filepath.Abs(filepath.FromSlash(path))
		if err != nil {
			return ""
		}
		// Git gives the real path of the repository; the working directory may be named by a link.
		if dir, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
			full = filepath.Join(dir, filepath.Base(full))
		}
		return names[full]
	}
	b := a.Keep(func(path string) bool { return is(path) != "" })
	for i := range b.entries {
		e := &b.entries[i]
		// Of a link git has the name that it leads to.
		if info, err := os.Lstat(filepath.FromSlash(e.path)); c.Staged && err == nil && info.Mode().IsRegular() {
			e.staged = is(e.path)
		}
	}
	return b, nil
}

// readStaged reads what is staged under a name that is from the root of the repository.
func readStaged(path, name string) (*source.File, error) {
	text, err := git("cat-file", "blob", ":0:"+name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	case len(text) > MaxBytes:
		return nil, tooLarge(path)
	}
	return source.New(path, text), nil
}

// ErrNoGit is returned when git is not installed or the working directory is in no repository.
var ErrNoGit = errors.New("git cannot say what has changed")

func git(args ...string) ([]byte, error) {
	fixed := []string{"--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}
	out, err := exec.Command("git", append(fixed, args...)...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		line, _, _ := bytes.Cut(bytes.TrimSpace(exit.Stderr), []byte("\n"))
		return nil, fmt.Errorf("%w: %s", ErrNoGit, line)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrNoGit, err)
	}
	return out, nil
}
