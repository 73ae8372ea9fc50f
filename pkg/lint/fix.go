package lint

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Fixed is a text after its fixes.
type Fixed struct {
	Text   []byte
	Titles []string     // of the fixes that were made, in order
	Left   []Diagnostic // what is still found in Text
}

// rounds bounds how often fixes may open the way for other fixes.
const rounds = 20

// Fix makes every fix of a text's findings, the safe ones or all of them, until none is left to
// make. What is suppressed or in the baseline stays as it is. Fixes that touch each other's places are made in turn, and a fix after which any rule finds
// more than before is not made, so that fixing twice is fixing once and never makes matters worse.
func (l *Linter) Fix(f *source.File, unsafe bool) Fixed {
	found := l.Check(l.o.Policy.Customs().Parse(f))
	out := Fixed{Text: f.Text, Left: found}
	seen := map[string]bool{string(f.Text): true}
	for range rounds {
		fixes := chosen(l.unknown(f.Path, found), unsafe)
		next, left, made := l.attempt(f, found, fixes)
		if len(made) == 0 || seen[string(next.Text)] {
			break
		}
		seen[string(next.Text)] = true
		f, found = next, left
		out.Text, out.Left = f.Text, found
		for _, fix := range made {
			out.Titles = append(out.Titles, fix.Title)
		}
	}
	return out
}

// unknown gives the findings that the baseline does not hold.
func (l *Linter) unknown(path string, found []Diagnostic) []Diagnostic {
	out := slices.Clone(found)
	l.o.Baseline.of(path).matcher().absorb(out)
	return slices.DeleteFunc(out, func(d Diagnostic) bool { return d.known })
}

// attempt makes the fixes together; if that brings new findings, those that do not one by one.
func (l *Linter) attempt(f *source.File, found []Diagnostic, fixes []*Fix) (*source.File, []Diagnostic, []*Fix) {
	if next, left, ok := l.apply(f, found, fixes); ok {
		return next, left, fixes
	}
	var good []*Fix
	for _, fix := range fixes {
		if _, _, ok := l.apply(f, found, append(slices.Clone(good), fix)); ok {
			good = append(good, fix)
		}
	}
	if next, left, ok := l.apply(f, found, good); ok {
		return next, left, good
	}
	return f, found, nil
}

func (l *Linter) apply(f *source.File, found []Diagnostic, fixes []*Fix) (*source.File, []Diagnostic, bool) {
	var edits []source.Edit
	given := map[source.Edit]bool{}
	for _, fix := range fixes {
		for _, e := range fix.Edits {
			if !given[e] {
				given[e] = true
				edits = append(edits, e)
			}
		}
	}
	text, err := f.Apply(edits...)
	if err != nil || len(edits) == 0 {
		return nil, nil, false
	}
	next := source.New(f.Path, text)
	left := l.Check(l.o.Policy.Customs().Parse(next))
	return next, left, !worse(found, left)
}

// worse reports whether any rule finds more than before.
func worse(before, after []Diagnostic) bool {
	n := map[string]int{}
	for i := range before {
		n[before[i].Rule]++
	}
	for i := range after {
		if n[after[i].Rule]--; n[after[i].Rule] < 0 {
			return true
		}
	}
	return false
}

// chosen gives the fixes, first come first served, that do not touch each other. A fix with the
// very edits of another is the same fix, found twice.
func chosen(found []Diagnostic, unsafe bool) []*Fix {
	var fixes []*Fix
	var taken edits
	for i := range found {
		fix := found[i].Fix
		if fix == nil || len(fix.Edits) == 0 || !fix.Safe && !unsafe || slices.ContainsFunc(fix.Edits, taken.touch) {
			continue
		}
		for _, e := range fix.Edits {
			taken.add(e)
		}
		fixes = append(fixes, fix)
	}
	return fixes
}

// edits are sorted by their place and do not touch each other, except those of one fix.
type edits []source.Edit

func (t edits) after(e source.Edit) int {
	i, _ := slices.BinarySearchFunc(t, e.Span.Start, func(o source.Edit, start int) int { return o.Span.Start - start })
	return i
}

func (t *edits) add(e source.Edit) { *t = slices.Insert(*t, t.after(e), e) }

// touch reports whether an edit meets another one than itself.
func (t *edits) touch(e source.Edit) bool {
	for i := max(t.after(e)-1, 0); i < len(*t); i++ {
		o := (*t)[i]
		if o.Span.Start > e.Span.End {
			break
		}
		if o != e && e.Span.Start <= o.Span.End {
			return true
		}
	}
	return false
}
