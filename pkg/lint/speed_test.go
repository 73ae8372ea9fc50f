package lint_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// generated is a report of about 9 KB, as long as real ones are, from a few banks of words.
func generated(n uint64) []byte {
	rnd := rand.New(rand.NewPCG(n, 1))
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	service := func() string {
		return pick("checkout", "`ledger-writer`", "search", "**session store**", "the edge proxy", "billing", "[mail relay](https://example.com/mail)")
	}
	sentence := func() string {
		return pick("The rollout of", "A change to", "The connection pool in", "The retry policy of", "A certificate of") + " " + service() + " " +
			pick("ran out of file descriptors", "returned *errors* to one request in five", "held a lock for too long", "dropped writes", "fell behind by 40,000 messages") + " " +
			pick("because", "after", "while", "although") + " " +
			pick("the probe looked at the read path only", "the alert averaged over all regions", "the runbook described the old layout", "the rollback waited for an approval") + ". "
	}
	var b strings.Builder
	start := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rnd.IntN(3_000_000)) * time.Minute)
	paragraph := func(sentences int) {
		for range sentences {
			b.WriteString(sentence())
		}
		b.WriteString("\n\n")
	}
	fmt.Fprintf(&b, "---\ntitle: Outage of %s\nid: INC-%d\nseverity: SEV%d\nstatus: %s\ntimezone: UTC\nservices: [checkout, billing]\nstarted: %s\n---\n\n## Summary\n\n",
		pick("checkout", "search", "billing"), n, 1+rnd.IntN(4), pick("draft", "in-review", "final"), start.Format(time.RFC3339))
	paragraph(4)
	fmt.Fprintf(&b, "## Impact\n\n- %d %% of requests to %s failed for %d minutes\n- %d customers had to try again\n\n## Timeline\n\nAll times are in UTC.\n\n| Time | Actor | Event |\n|---|---|---|\n",
		1+rnd.IntN(99), service(), 5+rnd.IntN(300), rnd.IntN(9000))
	for i := range 12 + rnd.IntN(20) {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", start.Add(time.Duration(i*7)*time.Minute).Format("2006-01-02 15:04"), pick("on call", "database team", "support"), strings.TrimSpace(sentence()))
	}
	b.WriteString("\n## Contributing factors\n\n")
	for range 9 {
		paragraph(5)
	}
	b.WriteString("```console\nlevel=error msg=\"upstream timeout\" peer=10.0.0.1\n```\n\n## What went well\n\n- The rollback worked as written.\n\n## Corrective actions\n\n| Action | Type | Owner | Due | Ticket |\n|---|---|---|---|---|\n")
	for i := range 4 {
		fmt.Fprintf(&b, "| Add a timeout to each call of %s | %s | storage team | %s | OPS-%d |\n", service(), pick("prevent", "detect", "mitigate"), start.AddDate(0, 0, 10+i).Format(time.DateOnly), 100+rnd.IntN(900))
	}
	return []byte(b.String())
}

func corpus(n int) (texts [][]byte, bytes int64) {
	for i := range n {
		t := generated(uint64(i))
		texts, bytes = append(texts, t), bytes+int64(len(t))
	}
	return texts, bytes
}

// BenchmarkFloor is what the budget is counted in: goldmark's own parse of GitHub's Markdown.
func BenchmarkFloor(b *testing.B) {
	texts, n := corpus(100)
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	b.SetBytes(n)
	for b.Loop() {
		for _, t := range texts {
			parser.Parse(text.NewReader(t))
		}
	}
}

// BenchmarkUnderstand is parsing alone: tree, timeline, actions, claims.
func BenchmarkUnderstand(b *testing.B) {
	texts, n := corpus(100)
	b.SetBytes(n)
	for b.Loop() {
		for _, t := range texts {
			report.Parse(source.New("a.md", t))
		}
	}
}

// BenchmarkLint is parsing and every rule of the default group.
func BenchmarkLint(b *testing.B) {
	texts, n := corpus(100)
	l := lint.New(rules.All(), lint.Options{Now: now})
	b.SetBytes(n)
	for b.Loop() {
		for _, t := range texts {
			l.Check(report.Parse(source.New("a.md", t)))
		}
	}
}

// BenchmarkRule is each rule of the default group alone on parsed reports, what rules share
// included: the most expensive are worth a look.
func BenchmarkRule(b *testing.B) {
	texts, _ := corpus(100)
	var reports []*report.Report
	for _, t := range texts {
		reports = append(reports, report.Parse(source.New("a.md", t)))
	}
	for _, rule := range rules.All() {
		if rule.Group != "" && rule.Group != lint.Recommended {
			continue
		}
		l := lint.New([]lint.Rule{rule}, lint.Options{Now: now})
		b.Run(rule.Name, func(b *testing.B) {
			for b.Loop() {
				for _, r := range reports {
					l.Check(r)
				}
			}
		})
	}
}
