package report_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the trees in testdata")

// TestShapes parses the report in each archive of testdata and compares what was understood with the
// tree beside it. Each archive is one shape that people write; its comment says which.
func TestShapes(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) < 1 || len(a.Files) > 2 {
				t.Fatal("an archive holds a report and its tree.txt")
			}
			in := a.Files[0]
			got := tree(report.Parse(source.New(in.Name, unescape(in.Data))))
			if *update {
				a.Files = []txtar.File{in, {Name: "tree.txt", Data: []byte(got)}}
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 {
				t.Fatal("no tree.txt; run with -update")
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("tree differs (-want +got):\n%s", diff)
			}
		})
	}
}

// unescape turns the signs that an archive cannot hold into what they stand for.
func unescape(text []byte) []byte {
	return []byte(strings.NewReplacer("␍", "\r", "␟", "\ufeff").Replace(string(text)))
}

// tree writes what was understood of a report, with places.
func tree(r *report.Report) string {
	var b strings.Builder
	at := func(s source.Span) string {
		p := r.File.Position(s.Start)
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	fmt.Fprintf(&b, "title %q\n", r.Title.Value)
	for _, s := range r.Sections {
		if s.Level == 0 {
			continue
		}
		kind := string(s.Kind)
		if kind == "" {
			kind = "-"
		}
		label := ""
		if s.Label {
			label = " label"
		}
		fmt.Fprintf(&b, "%s%s %s %q%s\n", strings.Repeat("  ", s.Level-1), at(s.Heading.Span), kind, s.Heading.Value, label)
	}
	if t := &r.Timeline; len(t.Events) > 0 {
		order := "in order"
		if !t.Ordered {
			order = "out of order"
		}
		zone := "no zone"
		if t.Zone.Written() {
			zone = t.Zone.Value + " " + at(t.Zone.Span)
		}
		fmt.Fprintf(&b, "timeline %s, %s\n", order, zone)
		for _, e := range t.Events {
			writeEvent(&b, r, e)
		}
	}
	for _, a := range r.Actions {
		done := " "
		switch {
		case a.Outcome == report.Done:
			done = "x"
		case a.Closed():
			done = a.Outcome.String()
		case a.Mood == report.Tells:
			done = "told"
		case a.Mood == report.Practice:
			done = "practice"
		}
		fmt.Fprintf(&b, "action %s-%d [%s] %q", at(a.Span), r.File.LineAt(a.Span.End), done, a.Text.Value)
		for _, f := range []struct {
			name string
			report.Field[string]
		}{{"owner", a.Owner}, {"due", a.Due}, {"type", a.Type}, {"priority", a.Priority}, {"status", a.Status}, {"check", a.Check}} {
			if f.Written() {
				fmt.Fprintf(&b, " %s=%q@%s", f.name, f.Value, at(f.Span))
			}
		}
		for _, f := range a.Tickets {
			fmt.Fprintf(&b, " ticket=%q@%s", f.Value, at(f.Span))
		}
		b.WriteByte('\n')
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "problem %s %s: %s\n", at(p.Span), p.Kind, p.Message)
	}
	return b.String()
}

func writeEvent(b *strings.Builder, r *report.Report, e *report.Event) {
	p := r.File.Position(e.At.Start)
	fmt.Fprintf(b, "  %d:%d-%d %q", p.Line, p.Column, r.File.LineAt(e.Span.End), e.At.Text)
	if !e.At.Instant.IsZero() {
		fmt.Fprintf(b, " = %s", e.At.Instant.UTC().Format(time.RFC3339))
	}
	if u := e.At.Until; u != nil && !u.Instant.IsZero() {
		fmt.Fprintf(b, " to %s", u.Instant.UTC().Format(time.RFC3339))
	}
	for _, i := range e.At.Inferred {
		fmt.Fprintf(b, " (%s: %s)", i.What, i.From)
	}
	if e.At.Problem != "" {
		fmt.Fprintf(b, " ! %s", e.At.Problem)
	}
	if e.Phase.Written() {
		fmt.Fprintf(b, " <%s>", e.Phase.Value)
	}
	if e.Actor.Written() {
		fmt.Fprintf(b, " by %q", e.Actor.Value)
	}
	fmt.Fprintf(b, " %q\n", e.Text.Value)
}
