package render

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// BenchmarkPages makes a page of each bundled example; goldmark's own way from text to HTML stands
// beside it, for the ratio.
func BenchmarkPages(b *testing.B) {
	files, err := filepath.Glob("../../examples/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no examples", err)
	}
	var texts [][]byte
	var reports []*report.Report
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, text)
		reports = append(reports, report.Parse(source.New(name, text)))
	}
	b.Run("goldmark", func(b *testing.B) {
		md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
		for b.Loop() {
			for _, text := range texts {
				var page bytes.Buffer
				if err := md.Convert(text, &page); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("page of a parsed report", func(b *testing.B) {
		for b.Loop() {
			for _, r := range reports {
				if err := HTML(io.Discard, r, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
