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

// TestTranscripts writes the files that blocks such as "markdown report.md" hold and runs the console
// blocks of the README and the guides, each document's in a copy of
// its own of the bundled examples, and holds what they show against what the program prints, on both
// outputs. A line that begins with "$ " is a command; words may stand in double quotes.
func TestTranscripts(t *testing.T) {
	for _, doc := range []string{"README.md", "docs/guide.md", "docs/publish.md"} {
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
			for _, b := range fencedBlocks(f) {
				at, want := b.at, f.Slice(b.at)
				if _, name, named := strings.Cut(b.info, " "); named {
					if err := os.WriteFile(filepath.Join(dir, name), []byte(want), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if b.info != "console" {
					continue
				}
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

// fenced is a block between fences: what stands behind the first one, and where the block is.
type fenced struct {
	info string
	at   source.Span
}

func fencedBlocks(f *source.File) []fenced {
	var out []fenced
	open := false
	for n := 1; n <= f.Lines(); n++ {
		line := f.Line(n)
		info, fence := strings.CutPrefix(f.Slice(line), "```")
		switch {
		case fence && open:
			out[len(out)-1].at.End = line.Start
			open = false
		case fence:
			out = append(out, fenced{info, source.Span{Start: f.Line(n + 1).Start}})
			open = true
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
