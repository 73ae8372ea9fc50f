package source_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// left fails if anything but the named files is in the directory: no write leaves a file behind.
func left(t *testing.T, dir string, want ...string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range all {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the directory holds %v, want %v", got, want)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := source.Write(path, []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "new" {
		t.Errorf("the file holds %q", got)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("its mode became %v", info.Mode())
	}
	if err := source.Write(path, []byte("old"), []byte("newer")); !errors.Is(err, source.ErrChanged) {
		t.Errorf("a changed file: %v", err)
	}
	if got := read(t, path); got != "new" {
		t.Errorf("a changed file was overwritten: %q", got)
	}
	if err := source.Write(filepath.Join(dir, "none.md"), nil, []byte("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	left(t, dir, "a.md")
}

func TestWriteRefusesLinksAndProtected(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs symbolic links and modes")
	}
	dir := t.TempDir()
	path, link := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	if err := os.WriteFile(path, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.md", link); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{link, path, dir} {
		if err := source.Write(p, []byte("old"), []byte("new")); err == nil {
			t.Errorf("%s was written", p)
		}
	}
	if err := source.Put(link, []byte("new")); err == nil {
		t.Error("Put wrote through a link")
	}
	if got := read(t, path); got != "old" {
		t.Errorf("the file holds %q", got)
	}
	left(t, dir, "a.md", "b.md")
}

func TestPutAndCreate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	for _, text := range []string{"one", "two"} {
		if err := source.Put(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != text {
			t.Errorf("the file holds %q", got)
		}
	}
	if err := source.Create(path, []byte("three")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Create over a file: %v", err)
	}
	if err := source.Create(filepath.Join(dir, "b.md"), []byte("three")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path) + read(t, filepath.Join(dir, "b.md")); got != "twothree" {
		t.Errorf("the files hold %q", got)
	}
	left(t, dir, "a.md", "b.md")
}
