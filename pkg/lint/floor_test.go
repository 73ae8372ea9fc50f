package lint_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// The script .ci/bench uses this test binary for what it measures beside the program.
var (
	corpusDir = flag.String("corpus", "", "write generated reports to this directory")
	corpusN   = flag.Int("n", 1000, "how many")
	floorDir  = flag.String("floor", "", "parse the reports of this directory with goldmark alone")
)

func TestWriteCorpus(t *testing.T) {
	if *corpusDir == "" {
		t.Skip("writes reports for .ci/bench when it is given -corpus DIR")
	}
	if err := os.MkdirAll(*corpusDir, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range *corpusN {
		if err := os.WriteFile(filepath.Join(*corpusDir, fmt.Sprintf("%05d.md", i)), generated(uint64(i)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFloor(t *testing.T) {
	if *floorDir == "" {
		t.Skip("parses reports for .ci/bench when it is given -floor DIR")
	}
	files, err := filepath.Glob(filepath.Join(*floorDir, "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	todo := make(chan string)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
			for path := range todo {
				if b, err := os.ReadFile(path); err != nil {
					t.Error(err)
				} else {
					parser.Parse(text.NewReader(b))
				}
			}
		})
	}
	for _, path := range files {
		todo <- path
	}
	close(todo)
	wg.Wait()
}
