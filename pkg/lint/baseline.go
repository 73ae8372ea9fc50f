package lint

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
)

// Baseline is a list of findings that were there before anybody looked, so that a team can start
// with a clean slate. It only ever shrinks by itself: an entry hides as many findings as it counts,
// and is stale as soon as fewer are found.
//
// Its file is JSON, one entry on a line and sorted, so that two branches merge well. An entry knows
// the finding by the text of its block and not by its line.
type Baseline struct {
	Dir     string // the directory that paths are relative to; empty for the working directory
	Entries []Entry

	at   map[Entry]int             // places in Entries, for Record
	lost func() map[string][]Entry // what is known of reports that are no more; nil where nobody asks
}

// Entry is a number of equal findings in one report.
type Entry struct {
	Path    string `json:"path"` // with forward slashes, relative to the baseline's directory
	Rule    string `json:"rule"`
	Finding string `json:"finding"` // a hash of rule, block and message
	Count   int    `json:"count"`
}

type baselineFile struct {
	Version int     `json:"version"`
	Entries []Entry `json:"findings"`
}

// ParseBaseline reads a baseline. The paths in it are relative to dir.
func ParseBaseline(dir string, text []byte) (*Baseline, error) {
	var f baselineFile
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("not a baseline: %w", err)
	}
	if f.Version != 1 {
		return nil, fmt.Errorf("not a baseline: version is %d, and only 1 is known", f.Version)
	}
	for _, e := range f.Entries {
		if e.Count < 1 || e.Path == "" || e.Rule == "" || e.Finding == "" {
			return nil, errors.New("not a baseline: an entry lacks its path, rule, finding or count")
		}
	}
	slices.SortFunc(f.Entries, Entry.compare)
	b := &Baseline{Dir: dir, Entries: f.Entries}
	b.lost = sync.OnceValue(b.absent)
	return b, nil
}

// of is the part of a baseline, as it was parsed, that one report has, or may have if it was moved.
func (b *Baseline) of(path string) *Baseline {
	if b == nil {
		return nil
	}
	path = b.path(path)
	byPath := func(e Entry, path string) int { return cmp.Compare(e.Path, path) }
	from, _ := slices.BinarySearchFunc(b.Entries, path, byPath)
	to := from
	for to < len(b.Entries) && b.Entries[to].Path == path {
		to++
	}
	if from < to {
		return &Baseline{Dir: b.Dir, Entries: b.Entries[from:to]}
	}
	out := &Baseline{Dir: b.Dir, lost: b.lost}
	for _, entries := range b.lost() {
		out.Entries = append(out.Entries, entries...)
	}
	return out
}

// Text is the baseline as its file holds it.
func (b *Baseline) Text() []byte {
	slices.SortFunc(b.Entries, Entry.compare)
	var out bytes.Buffer
	out.WriteString("{\n  \"version\": 1,\n  \"findings\": [")
	for i, e := range b.Entries {
		if i > 0 {
			out.WriteByte(',')
		}
		line, _ := json.Marshal(e) // strings and a number cannot fail
		fmt.Fprintf(&out, "\n    %s", line)
	}
	if len(b.Entries) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	return out.Bytes()
}

func (e Entry) compare(o Entry) int {
	return cmp.Or(cmp.Compare(e.Path, o.Path), cmp.Compare(e.Rule, o.Rule), cmp.Compare(e.Finding, o.Finding))
}

func (e Entry) key() Entry {
	e.Count = 0
	return e
}

// Record adds a finding.
func (b *Baseline) Record(d *Diagnostic) {
	if b.at == nil {
		b.at = map[Entry]int{}
		for i, e := range b.Entries {
			b.at[e.key()] = i
		}
	}
	e := b.entry(d)
	i, there := b.at[e]
	if !there {
		i = len(b.Entries)
		b.at[e], b.Entries = i, append(b.Entries, e)
	}
	b.Entries[i].Count++
}

func (b *Baseline) entry(d *Diagnostic) Entry {
	return Entry{Path: b.path(d.File.Path), Rule: d.Rule, Finding: d.named().base}
}

func (b *Baseline) path(path string) string {
	if b.Dir != "" && b.Dir != "." {
		full, err1 := filepath.Abs(filepath.FromSlash(path))
		dir, err2 := filepath.Abs(b.Dir)
		if rel, err := filepath.Rel(dir, full); errors.Join(err, err1, err2) == nil {
			return filepath.ToSlash(rel)
		}
	}
	return path
}

// Without gives the baseline less the entries, each by its count.
func (b *Baseline) Without(stale []Entry) *Baseline {
	gone := map[Entry]int{}
	for _, e := range stale {
		gone[e.key()] += e.Count
	}
	out := &Baseline{Dir: b.Dir}
	for _, e := range b.Entries {
		if e.Count -= gone[e.key()]; e.Count > 0 {
			out.Entries = append(out.Entries, e)
		}
	}
	return out
}

// matcher counts down what a baseline allows during one run.
type matcher struct {
	*moves
	left    map[Entry]int
	visited map[string]bool
}

func (b *Baseline) matcher() *matcher {
	if b == nil {
		return nil
	}
	m := &matcher{newMoves(b), map[Entry]int{}, map[string]bool{}}
	for _, e := range b.Entries {
		m.left[e.key()] += e.Count
	}
	return m
}

func (m *matcher) visit(path string) {
	if m != nil {
		m.visited[m.b.path(path)] = true
	}
}

// absorb tells of the findings of one report, in which something is found, which the baseline holds.
func (m *matcher) absorb(found []Diagnostic) {
	if m == nil || len(found) == 0 {
		return
	}
	origin := m.origin(m.b.path(found[0].File.Path), found)
	for i := range found {
		e := m.b.entry(&found[i])
		if e.Path = origin; m.left[e] > 0 {
			m.left[e]--
			found[i].known = true
		}
	}
}

// stale lists what was not found: of the reports that were checked, and of those that are gone.
func (m *matcher) stale() []Entry {
	if m == nil {
		return nil
	}
	var out []Entry
	for e, n := range m.left {
		if n == 0 {
			continue
		}
		if !m.visited[e.Path] && !m.b.lacks(e.Path) {
			continue
		}
		e.Count = n
		out = append(out, e)
	}
	slices.SortFunc(out, Entry.compare)
	return out
}
