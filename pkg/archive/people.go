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
// its history and those whom its commits thank, with their mail addresses, and the owners in CODEOWNERS.
// There are none outside a repository and where git is not installed. Nothing that a repository's
// configuration names is run. Of a shallow clone the history is not whole.
func People(dir string) (people []string, whole bool, err error) {
	out, err := git("-C", dir, "rev-parse", "--is-shallow-repository", "--show-toplevel")
	if errors.Is(err, ErrNoGit) {
		return nil, true, nil
	} else if err != nil {
		return nil, false, err
	}
	shallow, root, _ := strings.Cut(string(out), "\n")
	root = strings.TrimRight(root, "\r\n")
	seen := map[string]bool{}
	// A repository without a commit has no history, which is not a failure.
	if history, err := git("-C", root, "log", "--no-show-signature", "--no-ext-diff", "--max-count="+authorsRead,
		"--format=%an%n%aN%n%ae%n%aE%n%cn%n%cN%n%ce%n%cE%n%(trailers:key=Co-authored-by,key=Signed-off-by,key=Reviewed-by,valueonly)",
		"--end-of-options", "HEAD", "--"); err == nil {
		for line := range strings.Lines(string(history)) {
			name, mail, _ := strings.Cut(strings.TrimSpace(line), "<")
			seen[strings.TrimSpace(name)] = true
			seen[strings.TrimSuffix(mail, ">")] = true
		}
	}
	for _, name := range []string{"CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"} {
		f, err := Read(filepath.Join(root, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, false, err
		}
		for _, owner := range owners(string(f.Text)) {
			seen[owner] = true
		}
	}
	for name := range seen {
		if name = handleOf(name); name != "" {
			people = append(people, name)
		}
	}
	slices.Sort(people)
	return slices.Compact(people), strings.TrimSpace(shallow) != "true", nil
}

// handleOf gives the name on a code host that stands in an address which the host made, so that nobody's
// own need be shown: 1234+octocat@users.noreply.github.com. Every other text is given back.
func handleOf(s string) string {
	local, host, _ := strings.Cut(s, "@")
	if !strings.HasPrefix(host, "users.noreply.") {
		return s
	}
	for _, sign := range []string{"+", "-"} { // GitLab's have a hyphen
		if number, name, ok := strings.Cut(local, sign); ok && strings.Trim(number, "0123456789") == "" {
			local = name
		}
	}
	return "@" + local
}

// owners are those whom the lines of CODEOWNERS name behind their patterns: "@name", "@org/team" and
// mail addresses. What follows a blank and a number sign is a comment.
func owners(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		for i, word := range strings.Fields(line) {
			if strings.HasPrefix(word, "#") {
				break
			}
			pattern, role := i == 0 && !strings.HasPrefix(word, "["), strings.HasPrefix(word, "@@")
			if !pattern && !role && (strings.HasPrefix(word, "@") || strings.Contains(word, "@") && !strings.Contains(word, "/")) {
				out = append(out, word)
			}
		}
	}
	return out
}
