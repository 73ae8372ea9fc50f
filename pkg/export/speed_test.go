package export

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// BenchmarkRelease shows what it costs to write an example in every form and to search what is written; Write is without
// the search, and each form is searched alone by a guard that has seen no other.
func BenchmarkRelease(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("..", "..", "examples", "2019-03-28-hubspot-kafka.md"))
	if err != nil {
		b.Fatal(err)
	}
	r := report.Parse(source.New("kafka.md", text))
	e, _, err := edition.Cut(r, edition.Options{})
	if err != nil {
		b.Fatal(err)
	}
	write := func(b *testing.B, x Exporter) []byte {
		out, err := x.Output(e, Options{})
		if err != nil {
			b.Fatal(x.Name, err)
		}
		return x.Searched(out)
	}
	search := func(b *testing.B, g *guard.Guard, out []byte) {
		if leaks := g.Check("page", out); len(leaks) > 0 {
			b.Fatal(leaks)
		}
	}
	b.Run("All", func(b *testing.B) {
		for b.Loop() {
			g := guard.New(r, e, guard.Options{})
			for _, x := range Exporters {
				search(b, g, write(b, x))
			}
		}
	})
	b.Run("Write", func(b *testing.B) {
		for b.Loop() {
			for _, x := range Exporters {
				write(b, x)
			}
		}
	})
	b.Run("Guard", func(b *testing.B) {
		for b.Loop() {
			guard.New(r, e, guard.Options{})
		}
	})
	for _, x := range Exporters {
		b.Run("Search/"+x.Name, func(b *testing.B) {
			out := write(b, x)
			b.SetBytes(int64(len(out)))
			for b.Loop() {
				b.StopTimer()
				g := guard.New(r, e, guard.Options{})
				b.StartTimer()
				search(b, g, out)
			}
		})
	}
}
