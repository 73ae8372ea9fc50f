package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocs holds the guide to the exporters that there are.
func TestDocs(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "export.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Count(string(text), "` | `.")
	for _, x := range Exporters {
		if !strings.Contains(string(text), "\n| `"+x.Name+"` | `"+x.Extension+"` | ") {
			t.Errorf("docs/export.md does not tell of %s and its files, %s", x.Name, x.Extension)
		}
		if got, ok := ForFile("x" + x.Extension); !ok || got.Name != x.Name {
			t.Errorf("a file that ends in %s is taken for %s", x.Extension, got.Name)
		}
	}
	if rows != len(Exporters) {
		t.Errorf("docs/export.md has %d rows for %d exporters", rows, len(Exporters))
	}
}
