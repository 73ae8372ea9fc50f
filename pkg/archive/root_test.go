package archive_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/archive"
)

// TestRoots: whatever a file is called on the command line and wherever that is typed, a platform
// gets its path in the repository.
func TestRoots(t *testing.T) {
	tree(t, "repo/.git/", "repo/a.md", "repo/docs/deep/b ü.md", "repo/sub/.git", "repo/sub/c.md", "outside/d.md")
	top, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	links := runtime.GOOS != "windows"
	if links {
		for from, to := range map[string]string{"repo/link.md": "a.md", "way": "repo/docs", "repo/away.md": "../outside/d.md"} {
			if err := os.Symlink(filepath.FromSlash(to), filepath.FromSlash(from)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		from, path, want string
		link             bool
	}{
		{"repo", "a.md", "a.md", false},
		{"repo/docs", "../a.md", "a.md", false},
		{"repo/docs", "deep/b ü.md", "docs/deep/b ü.md", false},
		{"repo/docs", filepath.Join(top, "repo", "a.md"), "a.md", false},
		{"outside", "../repo/docs/deep/b ü.md", "docs/deep/b ü.md", false},
		{"repo", "docs/not-there.md", "docs/not-there.md", false},
		{"repo/docs", "not-there/x.md", "docs/not-there/x.md", false},
		{"repo", "sub/c.md", "c.md", false}, // a repository of its own
		{"outside", "d.md", "d.md", false},
		{".", "outside/d.md", "outside/d.md", false},
		{"repo", "link.md", "a.md", true},
		{"way", "deep/b ü.md", "docs/deep/b ü.md", true},
		{"outside", "../way/deep/b ü.md", "docs/deep/b ü.md", true},
		{"repo", "away.md", "away.md", true},
	} {
		if c.link && !links {
			continue
		}
		t.Chdir(filepath.Join(top, filepath.FromSlash(c.from)))
		if got := new(archive.Roots).Path(c.path); got != c.want {
			t.Errorf("in %s, %s is %s, want %s", c.from, c.path, got, c.want)
		}
	}
}
