package report_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// label is what a careful reader found in one report of a corpus.
type label struct {
	File     string
	Title    string
	Timeline struct {
		Present       bool
		Entries       int
		First, Last   string
		Zone          string
		Chronological *bool
	}
	Actions struct {
		Present   bool
		Style     string
		Count     *int
		HasOwner  bool `json:"has_owner"`
		HasTicket bool `json:"has_ticket"`
	}
	Summary, Impact, Detection, Resolution, Lessons struct{ Present bool }
	RootCause                                       struct{ Present bool } `json:"root_cause"`
}

// tally counts how often the reports of a corpus were understood as a reader understood them.
type tally struct {
	t          *testing.T
	right, all map[string]int
	file       string
}

func (m *tally) add(measure string, ok bool) {
	m.all[measure]++
	if ok {
		m.right[measure]++
	} else {
		m.t.Logf("%s: %s", measure, m.file)
	}
}

// TestCorpusLabels holds what is understood of a corpus of reports against labels.jsonl in the
// folder above it; 97 % is asked for in every measure.
func TestCorpusLabels(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_CORPUS")
	f, err := os.Open(filepath.Join(dir, "..", "labels.jsonl"))
	if dir == "" || err != nil {
		t.Skip("POSTMORTEM_CORPUS does not name a directory of reports with labels.jsonl above it")
	}
	defer f.Close()
	m := &tally{t: t, right: map[string]int{}, all: map[string]int{}}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var l label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(dir, l.File))
		if err != nil {
			t.Fatal(err)
		}
		m.file = l.File
		m.report(&l, report.Parse(source.New(l.File, text)))
	}
	for measure, all := range m.all {
		percent := 100 * float64(m.right[measure]) / float64(all)
		t.Logf("%-14s %5.1f %% of %d", measure, percent, all)
		if percent < 97 {
			t.Errorf("%s: %.1f %%", measure, percent)
		}
	}
}

func (m *tally) report(l *label, r *report.Report) {
	if l.Title != "" {
		m.add("title", plainText(l.Title) == plainText(r.Title.Value))
	}
	for kind, there := range map[report.Kind]bool{report.Summary: l.Summary.Present, report.Impact: l.Impact.Present, report.Detection: l.Detection.Present, report.Causes: l.RootCause.Present,
		report.Resolution: l.Resolution.Present, report.Lessons: l.Lessons.Present, report.TimelineKind: l.Timeline.Present, report.ActionsKind: l.Actions.Present} {
		found := r.Section(kind) != nil
		if there {
			m.add("section found", found)
		}
		if found {
			m.add("section true", there)
		}
	}
	events := r.Timeline.Events
	switch g := l.Timeline; {
	case !g.Present:
		m.add("no entries", len(events) == 0)
	case g.Entries > 0:
		m.add("entries", len(events) == g.Entries)
		m.add("first entry", len(events) > 0 && alike(g.First, events[0].At.Text))
		m.add("last entry", len(events) > 0 && alike(g.Last, events[len(events)-1].At.Text))
		m.add("zone", g.Zone == "" && r.Timeline.Zone.Value == "" || alike(g.Zone, r.Timeline.Zone.Value))
		if g.Chronological != nil {
			m.add("order", r.Timeline.Ordered == *g.Chronological)
		}
	}
	if g := l.Actions; g.Present && g.Count != nil && g.Style != "prose" {
		owner, ticket := false, false
		for _, a := range r.Actions {
			owner, ticket = owner || a.Owner.Written(), ticket || len(a.Tickets) > 0
		}
		m.add("actions", len(r.Actions) == *g.Count)
		m.add("owners", owner == g.HasOwner)
		m.add("tickets", ticket == g.HasTicket)
	}
}

var noWord = regexp.MustCompile(`[^0-9a-z?]+`)

// plainText is a text without what does not count: case, marks, spacing.
func plainText(s string) string {
	return strings.TrimSpace(noWord.ReplaceAllString(strings.ToLower(s), " "))
}

func alike(want, got string) bool {
	want, got = plainText(want), plainText(got)
	return want != "" && got != "" && (strings.Contains(want, got) || strings.Contains(got, want))
}
