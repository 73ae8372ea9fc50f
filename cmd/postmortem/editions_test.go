package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEditions holds the committed editions of the examples to what export makes of them; -update
// writes them. It runs outside the repository, whose authors are nothing that the examples tell.
func TestEditions(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"2013-07-20-customerio-app-servers.md", "2015-10-28-heap-data-collection.md", "2019-03-28-hubspot-kafka.md"} {
		text, err := os.ReadFile(filepath.Join(root, "examples", name))
		if err != nil {
			t.Fatal(err)
		}
		report := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(report, text, 0o644); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join(root, "docs", "editions", name)
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
