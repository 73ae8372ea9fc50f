package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// longReport is a report of about 9 KB in the canonical form.
func longReport() []byte {
	var b strings.Builder
	b.WriteString("---\ntitle: Uploads failed\nid: 2026-02-14-uploads\ntemplate: standard\nstatus: final\nseverity: SEV2\ntimezone: UTC\nservices: [upload, gateway]\n---\n\n## Summary\n\n")
	prose := "From 10:02 to 11:47 on 14 February 2026 one in five uploads failed because the store's disk was full. " +
		"The [runbook](https://example.com/runbooks/disk) named a volume that **no longer exists**, so `resize` did nothing for 20 minutes. "
	b.WriteString(strings.Repeat(prose, 3))
	b.WriteString("\n\n## Impact\n\n")
	for i := range 8 {
		fmt.Fprintf(&b, "- %d,%03d of 52,000 uploads failed in region %d (%d.%d %%), none was lost.\n", i+1, i*37, i, i, i)
	}
	b.WriteString("\n## Timeline\n\n")
	for i := range 30 {
		fmt.Fprintf(&b, "- 2026-02-14 %02d:%02d The alert \"uploads failing\" fires for shard %d; the on-call engineer looks at `df -h`.\n", 10+i/20, i*3%60, i)
	}
	b.WriteString("\n## Contributing factors\n\n")
	for range 4 {
		b.WriteString(strings.Repeat(prose, 2) + "\n\n")
	}
	b.WriteString("## Corrective actions\n\n| Action | Type | Owner | Due | Ticket | Status |\n| --- | --- | --- | --- | --- | --- |\n")
	for i := range 12 {
		fmt.Fprintf(&b, "| Alert when volume %d is 80 %% full | detect | Storage team | 2026-03-%02d | OPS-%d | open |\n", i, i+1, i+70)
	}
	return []byte(b.String())
}

// BenchmarkParse is to be read beside BenchmarkGoldmark: the tree costs the one, all meaning the
// difference.
func BenchmarkParse(b *testing.B) {
	text := longReport()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(source.New("r.md", text))
	}
}

// BenchmarkGoldmark is goldmark's own parse of the same text as GitHub's Markdown.
func BenchmarkGoldmark(b *testing.B) {
	for _, c := range []struct {
		name string
		p    parser.Parser
	}{
		{"GFM", goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()},
		{"WithoutLinkify", goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Parser()},
	} {
		b.Run(c.name, func(b *testing.B) {
			src := longReport()
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				c.p.Parse(text.NewReader(src))
			}
		})
	}
}
