package archive

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// Changes names a set of changed files in a git repository.
type Changes struct {
	Since  string // a revision; empty means the last commit
	Staged bool   // what is staged for the next commit, instead of what the working tree holds
}

// Changed gives the archive of those reports that have changed, as git sees it: against a revision,
// files that git does not know yet included; or what is staged. Git is run in the working directory
// with fixed arguments; a revision is checked before it is used, and nothing that a repository's
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
		diff = append(diff, string(bytes.TrimSpace(commit)))
	case c.Since != "":
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
	is := map[string]bool{}
	for name := range strings.SplitSeq(string(changed), "\x00") {
		if name != "" {
			is[filepath.Join(root, filepath.FromSlash(name))] = true
		}
	}
	return a.Keep(func(path string) bool {
		full, err := filepath.Abs(filepath.FromSlash(path))
		if err != nil {
			return false
		}
		// Git gives the real path of the repository; the working directory may be named by a link.
		if dir, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
			full = filepath.Join(dir, filepath.Base(full))
		}
		return is[full]
	}), nil
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
