package archive

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// authorsRead is how far back the history is read for names.
const authorsRead = "50000"

// People are those whom the repository that holds a directory names: the authors and committers of
// its history, with their mail addresses, and the owners in CODEOWNERS. There are none outside a
// repository and where git is not installed. Nothing that a repository's configuration names is run.
func People(dir string) ([]string, error) {
	top, err := git("-C", dir, "rev-parse", "--show-toplevel")
	if errors.Is(err, ErrNoGit) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	root := strings.TrimRight(string(top), "\r\n")
	seen := map[string]bool{}
	// A repository without a commit has no history, which is not a failure.
	if history, err := git("-C", root, "log", "--no-show-signature", "--no-ext-diff", "--max-count="+authorsRead,
		"--format=%an%n%aN%n%ae%n%cn%n%ce", "--end-of-options", "HEAD", "--"); err == nil {
		for line := range strings.Lines(string(history)) {
			seen[strings.TrimSpace(line)] = true
		}
	}
	for _, name := range []string{"CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"} {
		f, err := Read(filepath.Join(root, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, err
		}
		for _, owner := range owners(string(f.Text)) {
			seen[owner] = true
		}
	}
	var people []string
	for name := range seen {
		if name != "" {
			people = append(people, name)
		}
	}
	slices.Sort(people)
	return people, nil
}

// owners are those whom the lines of CODEOWNERS name behind their patterns: "@name", "@org/team" and
// mail addresses.
func owners(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.Fields(line) {
			if strings.HasPrefix(word, "@") || strings.Contains(word, "@") && !strings.Contains(word, "/") {
				out = append(out, word)
			}
		}
	}
	return out
}
