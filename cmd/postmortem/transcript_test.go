package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestTranscripts runs the console blocks of the README and the guide, each document's in a copy of
// its own of the bundled examples, and holds what they show against what the program prints, on both
// outputs. A line that begins with "$ " is a command; words may stand in double quotes.
func TestTranscripts(t *testing.T) {
	for _, doc := range []string{"README.md", "docs/guide.md"} {
		t.Run(filepath.Base(doc), func(t *testing.T) {
			path := filepath.Join("..", "..", filepath.FromSlash(doc))
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
				t.Fatal(err)
			}
			f := source.New(doc, text)
			var edits []source.Edit
			for _, at := range consoleBlocks(f) {
				want := f.Slice(at)
				var got strings.Builder
				for _, command := range typed(want) {
					got.WriteString("$ " + command)
					got.Write(console(t, dir, strings.ReplaceAll(command, "\\\n", " ")))
				}
				if *update {
					edits = append(edits, source.Edit{Span: at, New: got.String()})
				} else if d := cmp.Diff(want, got.String()); d != "" {
					t.Errorf("%s:%d: (- page, + now; rewrite with -update)\n%s", doc, f.Position(at.Start).Line, d)
				}
			}
			if *update && len(edits) > 0 {
				out, err := f.Apply(edits...)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, out, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func consoleBlocks(f *source.File) []source.Span {
	var out []source.Span
	start := -1
	for n := 1; n <= f.Lines(); n++ {
		line := f.Line(n)
		switch s := f.Slice(line); {
		case s == "```console":
			start = f.Line(n + 1).Start
		case s == "```" && start >= 0:
			out = append(out, source.Span{Start: start, End: line.Start})
			start = -1
		}
	}
	return out
}

// typed gives the commands of a block; a backslash at the end of a line continues one.
func typed(block string) []string {
	var out []string
	more := false
	for line := range strings.Lines(block) {
		command, begins := strings.CutPrefix(line, "$ ")
		switch {
		case begins:
			out = append(out, command)
		case more:
			out[len(out)-1] += line
		}
		more = (begins || more) && strings.HasSuffix(line, "\\\n")
	}
	return out
}

// console runs one command line and gives what it prints, with the trailing blanks of lines off.
func console(t *testing.T, dir, line string) []byte {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(t.TempDir(), "postmortem")
	if err := os.Symlink(self, bin); err != nil {
		t.Skipf("transcripts need symbolic links: %v", err)
	}
	args := words(line)
	if len(args) == 0 || args[0] != "postmortem" {
		t.Fatalf("a transcript runs postmortem and nothing else: %s", line)
	}
	cmd := exec.Command(bin, args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TZ=UTC", "NO_COLOR=1", "COLUMNS=100")
	out, err := cmd.CombinedOutput()
	if _, ended := err.(*exec.ExitError); err != nil && !ended {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for l := range bytes.Lines(out) {
		b.Write(bytes.TrimRight(l, " \n"))
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// words splits a command line at blanks outside double quotes.
func words(line string) []string {
	var out []string
	for i, part := range strings.Split(strings.TrimSpace(line), `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
