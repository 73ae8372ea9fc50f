package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/archive"
)

// TestEditions holds the editions beside the examples to what export makes of them; -update writes them. It runs outside the repository, whose authors are nothing that the examples tell.
func TestEditions(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	editions, err := filepath.Glob(filepath.Join(root, "examples", "*"+archive.Edition))
	if err != nil || len(editions) < 3 {
		t.Fatalf("%d editions beside the examples: %v", len(editions), err)
	}
	for _, golden := range editions {
		name := strings.TrimSuffix(filepath.Base(golden), archive.Edition) + ".md"
		text, err := os.ReadFile(filepath.Join(root, "examples", name))
		if err != nil {
			t.Fatal(err)
		}
		report := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(report, text, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := program(t, "export", report, "--to", "markdown", "--config", filepath.Join(root, ".postmortem.yaml"))
		got, err := cmd.Output()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), string(got)); d != "" {
			t.Errorf("%s is not what export writes; go test ./cmd/postmortem -update writes it (-want +got):\n%s", golden, d)
		}
	}
}
