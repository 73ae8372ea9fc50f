package lint

import (
	"fmt"
	"io"
	"strings"
)

// repeats holds back the findings of one report that say in the same words what an earlier one said: a
// table of fifteen actions without owners is one thing to read, and fifteen to mend.
type repeats struct {
	path  string
	first map[string]*repeat
	held  []*repeat
}

// repeat is the first finding that was held back, and the lines of the others.
type repeat struct {
	d     Diagnostic
	lines []int
}

// hold keeps a finding back if its report has one like it already. What names a value or leads to
// other places is always shown.
func (s *repeats) hold(d Diagnostic) bool {
	if s.first == nil {
		s.path, s.first = d.File.Path, map[string]*repeat{}
	}
	if len(d.Related) > 0 || strings.Contains(d.Message, `"`) {
		return false
	}
	key := d.Rule + "\x00" + d.Severity.String() + "\x00" + d.Message
	if d.Fix != nil {
		key += "\x00" + d.Fix.Title
	}
	r, again := s.first[key]
	switch {
	case !again:
		s.first[key] = &repeat{}
		return false
	case r.d.File == nil:
		r.d = d
		s.held = append(s.held, r)
	default:
		r.lines = append(r.lines, d.File.LineAt(d.Span.Start))
	}
	return true
}

// flush writes what was held back, one line for each text, and begins anew.
func (s *repeats) flush(w io.Writer, r *Result) error {
	for _, again := range s.held {
		d := again.d
		at := inRunes(d.File, d.Span)
		more := ""
		if n := len(again.lines); n > 0 {
			more = fmt.Sprintf("; the same %s more, on %s", Count(n, "time"), strings.TrimPrefix(Count(n, "line"), fmt.Sprint(n)+" ")+" "+ranges(again.lines))
		}
		_, err := fmt.Fprintf(w, "%s %s %s%s %s\n\n", r.paint(PaintPath, fmt.Sprintf("%s:%d:%d:", startable(d.File.Path), at.Line, at.Column)),
			r.paint(d.Severity.String(), d.Severity.String()+":"), Visible(d.Message), more, r.paint(PaintFaint, "["+d.Rule+"]"))
		if err != nil {
			return err
		}
	}
	*s = repeats{}
	return nil
}

// ranges writes numbers that rise, those in a row as "4 to 9".
func ranges(numbers []int) string {
	var b strings.Builder
	for i := 0; i < len(numbers); i++ {
		from := i
		for i+1 < len(numbers) && numbers[i+1] <= numbers[i]+1 {
			i++
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		fmt.Fprint(&b, numbers[from])
		if numbers[i] > numbers[from] {
			fmt.Fprintf(&b, " to %d", numbers[i])
		}
	}
	return b.String()
}
