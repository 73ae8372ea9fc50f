package archive

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLacks holds that only what lies in the repository is known to be missing from it.
func TestLacks(t *testing.T) {
	top := t.TempDir()
	for _, dir := range []string{"repo/.git", "repo/reports/img"} {
		if err := os.MkdirAll(filepath.Join(top, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"repo/reports/a.md", "repo/reports/img/x.png", "repo/top.png"} {
		if err := os.WriteFile(filepath.Join(top, file), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("nowhere.png", filepath.Join(top, "repo/reports/link.png")); err != nil {
		t.Skip(err)
	}
	var r Roots
	for target, want := range map[string]bool{
		"img/x.png": false, "../top.png": false, "link.png": false, "img": false,
		"img/y.png": true, "../gone.png": true, "gone/x.png": true,
		"../../gone.png": false, "../../../../../../etc/gone": false,
	} {
		if got := r.Lacks(filepath.Join(top, "repo/reports/a.md"), target); got != want {
			t.Errorf("%s is lacking: %v", target, got)
		}
	}
	for _, path := range []string{filepath.Join(top, "a.md"), filepath.Join(top, "repo/none/a.md")} {
		if r.Lacks(path, "gone.png") {
			t.Errorf("%s stands nowhere, and lacks a file", path)
		}
	}
}
