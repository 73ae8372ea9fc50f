package lint

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// moves finds out where reports of a baseline have gone. One that the baseline names and that is
// no more, and one that it does not name, are the same if most of what is known of the one is found
// in the other: a finding's name holds the text of its block and no path.
type moves struct {
	b    *Baseline
	own  map[string]bool   // the paths that the baseline names
	from map[string]string // by the path of a report, the one that the baseline knows it by, where it names it not
	told map[string]bool   // the paths of from that are not those of the reports
}

func newMoves(b *Baseline) *moves {
	m := &moves{b: b, own: map[string]bool{}, from: map[string]string{}, told: map[string]bool{}}
	for _, e := range b.Entries {
		m.own[e.Path] = true
	}
	return m
}

// origin is the path that the baseline knows a report by in which something is found.
func (m *moves) origin(path string, found []Diagnostic) string {
	if m.own[path] {
		return path
	}
	if from, known := m.from[path]; known {
		return from
	}
	m.from[path] = path
	if m.b.lost == nil || len(m.b.lost()) == 0 {
		return path
	}
	here := map[Entry]int{}
	for i := range found {
		e := m.b.entry(&found[i])
		e.Path = ""
		here[e]++
	}
	best, most := "", 0
	for old, entries := range m.b.lost() {
		if m.told[old] {
			continue // nothing else can have come from there
		}
		all, same := 0, 0
		for _, e := range entries {
			all += e.Count
			k := e.key()
			k.Path = ""
			same += min(e.Count, here[k])
		}
		if same*2 > all && (same > most || same == most && old < best) {
			best, most = old, same
		}
	}
	if most > 0 {
		m.from[path], m.told[best] = best, true
	}
	return m.from[path]
}

// absent gives the entries of the reports that are no more, by their paths.
func (b *Baseline) absent() map[string][]Entry {
	out := map[string][]Entry{}
	for i := 0; i < len(b.Entries); {
		path, from := b.Entries[i].Path, i
		for i < len(b.Entries) && b.Entries[i].Path == path {
			i++
		}
		if b.lacks(path) {
			out[path] = b.Entries[from:i]
		}
	}
	return out
}

// lacks reports whether no file has a path of the baseline.
func (b *Baseline) lacks(path string) bool {
	_, err := os.Lstat(filepath.Join(b.Dir, filepath.FromSlash(path)))
	return errors.Is(err, fs.ErrNotExist)
}

// movedTo gives the reports that have another path than the baseline says, by that path.
func (m *matcher) movedTo() map[string]string {
	if m == nil {
		return nil
	}
	out := map[string]string{}
	for path, from := range m.from {
		if path != from {
			out[from] = path
		}
	}
	return out
}

// Following gives the baseline with other paths for the reports that were moved, from old to new.
func (b *Baseline) Following(moved map[string]string) *Baseline {
	out := &Baseline{Dir: b.Dir, Entries: slices.Clone(b.Entries)}
	for i, e := range out.Entries {
		if to := moved[e.Path]; to != "" {
			out.Entries[i].Path = to
		}
	}
	return out
}
