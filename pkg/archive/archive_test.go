package archive_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// tree makes files in a new directory and goes there. A path that ends in "/" is a directory.
func tree(t *testing.T, paths ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, p := range paths {
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(p, "/") {
			write(t, p, "# "+p+"\n")
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFind(t *testing.T) {
	tree(t, "b.md", "a.md", "notes.txt", "2019/x.markdown", "2019/deep/y.MDX", "2019/z.html.md.erb", "README.md", "docs/CONTRIBUTING.md",
		".git/HEAD.md", ".github/a.md", "node_modules/p/a.md", "empty/", "only/README.md", "old/a.md", "[x].md")
	for _, c := range []struct {
		args    []string
		exclude func(string) bool
		want    string
	}{
		{args: []string{"."}, want: "2019/deep/y.MDX 2019/x.markdown 2019/z.html.md.erb [x].md a.md b.md old/a.md"},
		{args: []string{"2019/", "./a.md", "a.md"}, want: "2019/deep/y.MDX 2019/x.markdown 2019/z.html.md.erb a.md"},
		{args: []string{"**/a.md"}, want: "a.md old/a.md"},
		{args: []string{"{a,b}.md"}, want: "a.md b.md"},
		{args: []string{"[x].md"}, want: "[x].md"},
		{args: []string{"notes.txt", "README.md"}, want: "README.md notes.txt"},
		{args: []string{".github"}, want: ".github/a.md"},
		{args: []string{"."}, exclude: func(p string) bool { return p == "2019" || p == "b.md" }, want: "[x].md a.md old/a.md"},
		{args: []string{"b.md", "-"}, want: "b.md stdin"},
	} {
		a, err := archive.Find(c.args, archive.Options{Exclude: c.exclude, Stdin: strings.NewReader("# in")})
		if err != nil {
			t.Errorf("%v: %v", c.args, err)
			continue
		}
		if got := strings.Join(a.Paths(), " "); got != c.want {
			t.Errorf("%v gives %s, want %s", c.args, got, c.want)
		}
	}
	for _, arg := range []string{"old", "old/a.md", "old/*.md", "{old,none}/**", "."} {
		everything := func(p string) bool { return arg == "." || strings.HasPrefix(p, "old") }
		a, err := archive.Find([]string{arg}, archive.Options{Exclude: everything})
		if err != nil || a.Len() != 0 || len(a.Excluded()) != 1 || a.Excluded()[0] != arg {
			t.Errorf("%s, all of it excluded: %v", arg, err)
		}
	}
	if _, err := archive.Find([]string{"empty"}, archive.Options{Exclude: func(string) bool { return true }}); !errors.Is(err, archive.ErrNoReports) {
		t.Errorf("a directory without reports, excluded: %v", err)
	}
	for arg, want := range map[string]string{
		"none.md":   "none.md: no such file or directory",
		"empty":     "empty: no reports in this directory",
		"only":      "only: no reports in this directory",
		"**/no*.md": "**/no*.md: no reports match this pattern",
		"[":         "[: is neither a file nor a pattern",
	} {
		if _, err := archive.Find([]string{arg}, archive.Options{}); err == nil || !same(err.Error(), want) {
			t.Errorf("%s: %v, want %s", arg, err, want)
		}
	}
}

func same(got, want string) bool {
	return got == want || runtime.GOOS == "windows" && strings.HasPrefix(got, want[:3])
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs symbolic links")
	}
	tree(t, "in/a.md", "in/sub/", "secret")
	for from, to := range map[string]string{"in/inside.md": "a.md", "in/outside.md": "../secret", "in/sub/loop": "..", "in/dangling.md": "none"} {
		if err := os.Symlink(to, from); err != nil {
			t.Fatal(err)
		}
	}
	a, err := archive.Find([]string{"in"}, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"in/a.md: <nil>", "in/dangling.md: in/dangling.md: no such file or directory", "in/inside.md: <nil>",
		"in/outside.md: in/outside.md: is a link that leads out of the directory"}
	var got []string
	for _, p := range a.Paths() {
		_, err := a.Read(p)
		got = append(got, fmt.Sprintf("%s: %v", p, err))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestRead(t *testing.T) {
	tree(t, "a.md", "dir.md/")
	big, err := os.Create("big.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(big.Truncate(archive.MaxBytes+1), big.Close()); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"big.md": "big.md: holds more than 32 MiB, which no report does",
		"dir.md": "dir.md: is a directory",
	} {
		if _, err := archive.Read(path); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if f, err := archive.Read("a.md"); err != nil || string(f.Text) != "# a.md\n" {
		t.Errorf("%v, %v", f, err)
	}
	if f, err := archive.ReadFrom("x.md", strings.NewReader(strings.Repeat("x", 5000))); err != nil || len(f.Text) != 5000 {
		t.Errorf("a stream of 5,000 bytes: %v", err)
	}
	if runtime.GOOS == "linux" {
		if _, err := archive.Find([]string{"/dev/zero"}, archive.Options{}); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Read("/dev/zero"); err == nil || err.Error() != "/dev/zero: is not a regular file" {
			t.Errorf("%v", err)
		}
	}
}

// TestEach holds the order and the errors against many more reports than are under way at a time,
// and stops early.
func TestEach(t *testing.T) {
	var files []*source.File
	for i := range 500 {
		files = append(files, source.New(fmt.Sprintf("%03d.md", i), fmt.Appendf(nil, "# Report %d\n", i)))
	}
	a := archive.Of(files...)
	i := 0
	for title, err := range archive.Each(a, func(r *report.Report) string { return r.Title.Value }) {
		if want := fmt.Sprintf("Report %d", i); title != want || err != nil {
			t.Fatalf("%d: %q, %v", i, title, err)
		}
		i++
	}
	if i != a.Len() {
		t.Errorf("%d of %d reports", i, a.Len())
	}
	for range archive.Each(a, func(r *report.Report) int { return 0 }) {
		break
	}
	for range archive.Each(archive.Of(), func(r *report.Report) int { return 0 }) {
		t.Error("an empty archive has a report")
	}
}

func TestChanged(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	tree(t, "a.md", "sub/b.md", "sub/c.md", "sub/d ü.md")
	git := func(args ...string) {
		t.Helper()
		args = append([]string{"-c", "user.name=test", "-c", "user.email=test@example.com"}, args...)
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	changed := func(c archive.Changes) string {
		t.Helper()
		a, err := archive.Find([]string{"."}, archive.Options{})
		if err == nil {
			a, err = a.Changed(c)
		}
		if err != nil {
			return err.Error()
		}
		return strings.Join(a.Paths(), ", ")
	}
	if got := changed(archive.Changes{}); !strings.HasPrefix(got, archive.ErrNoGit.Error()) {
		t.Errorf("without a repository: %s", got)
	}
	git("init", "-q", "-b", "main")
	git("add", "a.md")
	if got := changed(archive.Changes{Staged: true}); got != "a.md" {
		t.Errorf("staged before the first commit: %s", got)
	}
	if got := changed(archive.Changes{}); got != "a.md, sub/b.md, sub/c.md, sub/d ü.md" {
		t.Errorf("before the first commit: %s", got)
	}
	git("add", ".")
	git("commit", "-q", "-m", "one")
	write(t, "sub/c.md", "changed")
	write(t, "e.md", "new")
	write(t, "sub/d ü.md", "changed")
	git("add", "sub/d ü.md")
	for c, want := range map[archive.Changes]string{
		{}:                              "e.md, sub/c.md, sub/d ü.md",
		{Since: "main"}:                 "e.md, sub/c.md, sub/d ü.md",
		{Staged: true}:                  "sub/d ü.md",
		{Since: "no-such"}:              `"no-such" is not a revision of this repository`,
		{Since: "--output=pwned"}:       `"--output=pwned" is not a revision`,
		{Since: "x; touch pwned"}:       `"x; touch pwned" is not a revision of this repository`,
		{Since: "main:a.md"}:            `"main:a.md" is not a revision of this repository`,
		{Since: "HEAD", Staged: true}:   "sub/d ü.md",
		{Since: "HEAD~1", Staged: true}: `"HEAD~1" is not a revision of this repository`,
	} {
		if got := changed(c); got != want {
			t.Errorf("%+v: %s, want %s", c, got, want)
		}
	}
	write(t, "sub/d ü.md", "changed again")
	a, err := archive.Find([]string{"."}, archive.Options{})
	if err == nil {
		a, err = a.Changed(archive.Changes{Staged: true})
	}
	if err != nil {
		t.Fatal(err)
	}
	if f, err := a.Read("sub/d ü.md"); err != nil || string(f.Text) != "changed" {
		t.Errorf("staged is %q, %v", f.Text, err)
	}
	t.Chdir("sub")
	if got := changed(archive.Changes{}); got != "c.md, d ü.md" {
		t.Errorf("in a subdirectory: %s", got)
	}
	t.Chdir("..")

	// What others have changed on the branch since this one left it is not of this one.
	git("checkout", "-q", "-b", "side")
	git("add", ".")
	git("commit", "-q", "-m", "two")
	git("checkout", "-q", "main")
	write(t, "a.md", "of others")
	git("commit", "-q", "-a", "-m", "three")
	git("checkout", "-q", "side")
	if got := changed(archive.Changes{Since: "main"}); got != "e.md, sub/c.md, sub/d ü.md" {
		t.Errorf("since main: %s", got)
	}
	if got := changed(archive.Changes{Since: "HEAD~1"}); got != "e.md, sub/c.md, sub/d ü.md" {
		t.Errorf("since the commit before: %s", got)
	}
	git("clone", "-q", "--depth", "1", "--no-local", ".", "shallow")
	t.Chdir("shallow")
	if got := changed(archive.Changes{Since: "HEAD~1"}); got != `"HEAD~1" is not a revision of this repository, which is a clone without its history` {
		t.Errorf("in a shallow clone: %s", got)
	}
}

// TestPeople reads the authors of a repository and its CODEOWNERS; elsewhere there is nobody.
func TestPeople(t *testing.T) {
	dir := t.TempDir()
	if people, whole, err := archive.People(dir); people != nil || !whole || err != nil {
		t.Errorf("outside a repository: %q, %v, %v", people, whole, err)
	}
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Ann Writer", "-c", "user.email=ann@example.com", "-c", "log.showSignature=true"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("git %v: %v\n%s", args, err, out)
		}
	}
	run("init", "-q")
	if people, whole, err := archive.People(dir); people != nil || !whole || err != nil {
		t.Errorf("without a commit: %q, %v, %v", people, whole, err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "sub", ".github"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "CODEOWNERS"), []byte("# @nobody\n*.go @bob @org/team # who @else\n/docs cleo@example.com user@host/path\n"+
		"/with\\ space/@scope @eve\n/a\\#b @fay @@maintainer\n[Storage][2] @org/storage\n^[Optional] gil@example.com\n@scope/package @hal\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".mailmap"), []byte("Dana Other <dana@example.com> <dan@example.com>\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run("add", ".")
	run("commit", "-q", "--author=Dan Other <dan@example.com>", "-m", "one\n\nCo-authored-by: Ivy Third <12345+ivy3@users.noreply.github.com>\n")
	run("commit", "-q", "--allow-empty", "--author=jan <77-jan@users.noreply.gitlab.com>", "-m", "two")
	people, whole, err := archive.People(filepath.Join(dir, "sub"))
	if d := cmp.Diff([]string{"@bob", "@eve", "@fay", "@hal", "@ivy3", "@jan", "@org/storage", "@org/team", "Ann Writer", "Dan Other", "Dana Other", "Ivy Third",
		"ann@example.com", "cleo@example.com", "dan@example.com", "dana@example.com", "gil@example.com", "jan"}, people); d != "" || !whole || err != nil {
		t.Error(d, whole, err)
	}
	clone := t.TempDir()
	run("clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(dir), clone)
	if people, whole, err := archive.People(clone); whole || err != nil || !slices.Contains(people, "jan") || slices.Contains(people, "Dan Other") {
		t.Errorf("of a shallow clone: %q, %v, %v", people, whole, err)
	}
}
