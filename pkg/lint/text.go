package lint

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// The parts of the text format that Result.Paint may colour, besides the names of the severities.
const (
	PaintPath  = "path"
	PaintFaint = "faint"
)

func (r *Result) paint(part, s string) string {
	if r.Paint == nil || s == "" {
		return s
	}
	return r.Paint(part, s)
}

// writeText shows each finding with its line, and at the end what was found altogether. Why a rule
// asks is said at the first finding of each; what repeats the words of one before it in the same report
// is summed up in a line.
func writeText(w io.Writer, r *Result) error {
	said := map[string]bool{}
	var b bytes.Buffer
	var again repeats
	for d := range r.Findings {
		if d.File.Path != again.path {
			if err := again.flush(w, r); err != nil {
				return err
			}
		}
		if again.hold(d) {
			continue
		}
		b.Reset()
		at := inRunes(d.File, d.Span)
		fmt.Fprintf(&b, "%s %s %s %s\n", r.paint(PaintPath, fmt.Sprintf("%s:%d:%d:", startable(d.File.Path), at.Line, at.Column)),
			r.paint(d.Severity.String(), d.Severity.String()+":"), Visible(d.Message), r.paint(PaintFaint, "["+d.Rule+"]"))
		gutter := len(strconv.Itoa(at.Line))
		for _, rel := range d.Related {
			gutter = max(gutter, len(strconv.Itoa(rel.file(&d).LineAt(rel.Span.Start))))
		}
		x := excerpter{&b, r, gutter}
		x.show(d.File, d.Span, d.Severity.String())
		for _, rel := range d.Related {
			f := rel.file(&d)
			p := f.Position(rel.Span.Start)
			x.note("see", fmt.Sprintf("%s:%d:%d: %s", Visible(f.Path), p.Line, p.Column, Visible(rel.Message)))
			x.show(f, rel.Span, PaintFaint)
		}
		if d.Hint != "" {
			x.note("hint", Visible(d.Hint))
		}
		if d.Fix != nil {
			how := "--fix"
			if !d.Fix.Safe {
				how = "--fix=unsafe"
			}
			x.note("fix", Visible(d.Fix.Title)+" ("+how+")")
		}
		if !said[d.Rule] {
			said[d.Rule] = true
			if why := r.why(d.Rule); why != "" {
				x.note("why", why)
			}
		}
		b.WriteByte('\n')
		if _, err := w.Write(b.Bytes()); err != nil {
			return err
		}
	}
	if err := again.flush(w, r); err != nil {
		return err
	}
	_, err := io.WriteString(w, r.Totals.Line()+"\n")
	return err
}

// why is the first sentence of the rule's page.
func (r *Result) why(rule string) string {
	if r.Page == nil {
		return ""
	}
	page, ok := r.Page(rule)
	if !ok {
		return ""
	}
	_, text, _ := strings.Cut(page, "\n")
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n\n")
	text = strings.Join(strings.Fields(text), " ")
	if i := strings.Index(text, ". "); i > 0 {
		text = text[:i]
	}
	return strings.TrimSuffix(text, ".")
}

// Line sums the run up in one line.
func (t *Totals) Line() string {
	var b strings.Builder
	fmt.Fprintf(&b, "checked %s", Count(t.Reports, "report"))
	switch {
	case t.AtLeast(Hint) == 0 && t.Reports == 0 && len(t.Failures) > 0:
	case t.AtLeast(Hint) == 0:
		b.WriteString(": nothing found")
	default:
		var parts []string
		for s := Error; s >= Hint; s-- {
			if n := t.BySeverity[s]; n > 0 {
				parts = append(parts, Count(n, s.String()))
			}
		}
		b.WriteString(": " + strings.Join(parts, ", "))
	}
	if n := len(t.Failures); n > 0 {
		fmt.Fprintf(&b, "; %d could not be read", n)
	}
	if t.Fixable > 0 {
		fmt.Fprintf(&b, "; %d fixable with --fix", t.Fixable)
	}
	if t.Unsafe > 0 {
		fmt.Fprintf(&b, "; %d with --fix=unsafe", t.Unsafe)
	}
	if t.Suppressed > 0 {
		fmt.Fprintf(&b, "; %d suppressed", t.Suppressed)
	}
	if t.Known > 0 {
		fmt.Fprintf(&b, "; %d in the baseline", t.Known)
	}
	return b.String()
}

// Count writes a number with its noun: "1 report", "2 reports".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// excerpter writes source lines with a caret below, and notes, all behind one gutter.
type excerpter struct {
	b      *bytes.Buffer
	r      *Result
	gutter int
}

func (x excerpter) margin(s string) string {
	return x.r.paint(PaintFaint, fmt.Sprintf("  %*s |", x.gutter, s))
}

func (x excerpter) note(what, text string) {
	fmt.Fprintf(x.b, "  %*s %s %s\n", x.gutter, "", x.r.paint(PaintFaint, "= "+what+":"), text)
}

// widest is how many columns of a source line are shown.
const widest = 96

func (x excerpter) show(f *source.File, at source.Span, colour string) {
	n := f.LineAt(at.Start)
	line := f.Line(n)
	if line.Len() == 0 {
		return
	}
	start, end := min(at.Start, line.End), min(max(at.End, at.Start), line.End)
	from, to := around(f, line, start, end)
	before, mid, after := shown(f.Slice(source.Span{Start: from, End: start}), 0), "", ""
	mid = shown(f.Slice(source.Span{Start: start, End: min(end, to)}), width(before))
	after = shown(f.Slice(source.Span{Start: end, End: to}), width(before+mid))
	// A long line is cut on both sides of what it is about.
	if from > line.Start || to < line.End || width(before+mid+after) > widest {
		mid = truncate(mid, widest/2)
		if room := widest - width(mid) - 8; width(before) > room/2 {
			before = truncateLeft(before, width(before)-room/2)
		}
		after = truncate(after, max(3, widest-width(before+mid)))
	}
	fmt.Fprintf(x.b, "%s %s\n", x.margin(strconv.Itoa(n)), strings.TrimRight(before+mid+after, " "))
	caret := strings.Repeat("^", max(1, width(mid)))
	fmt.Fprintf(x.b, "%s %s%s\n", x.margin(""), strings.Repeat(" ", width(before)), x.r.paint(colour, caret))
}

// reach is how far around a place a line is looked at. Characters without width can be many, but
// nobody looks at more of them.
const reach = 2 * widest

// around gives the part of a line around a place that can be shown, in whole characters.
func around(f *source.File, line source.Span, start, end int) (from, to int) {
	from, to = max(line.Start, start-reach), min(line.End, max(end, start)+reach, start+2*reach)
	for from > line.Start && !utf8.RuneStart(f.Text[from]) {
		from--
	}
	for to < line.End && !utf8.RuneStart(f.Text[to]) {
		to++
	}
	return from, to
}

// shown is part of a source line as it is printed: tabs reach to the next column of four, what is
// not visible is written out.
func shown(s string, column int) string {
	if !strings.Contains(s, "\t") {
		return Visible(s)
	}
	var b strings.Builder
	for i, part := range strings.Split(s, "\t") {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", 4-(column+width(b.String()))%4))
		}
		b.WriteString(Visible(part))
	}
	return b.String()
}
