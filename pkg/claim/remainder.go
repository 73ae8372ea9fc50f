package claim

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"strings"
)

// remainders reads "of 2,311 people, 2,290 were refunded; the other 21 were not".
func (p figures) remainders() []Sum {
	i := prose.IndexBy(p.Text, "the other ", 4)
	if i < 0 {
		i = prose.IndexBy(p.Text, "the remaining ", 6)
	}
	if i < 0 {
		return nil
	}
	rest := i + strings.IndexByte(p.Text[i+len("the "):], ' ') + len("the ") + 1
	if rest >= len(p.Text) || !prose.Digit(p.Text[rest]) {
		return nil
	}
	last, end := numberTerm(p.Text, rest)
	from, _ := sentence(p.Text, i, i)
	if semicolon := strings.TrimRight(p.Text[:from], " \n"); strings.HasSuffix(semicolon, ";") {
		from, _ = sentence(p.Text, len(semicolon)-1, len(semicolon)-1)
	}
	head := strings.TrimLeft(p.Text[from:i], " \n")
	if !strings.HasPrefix(head, "Of ") && !strings.HasPrefix(head, "Out of ") || strings.Contains(p.Text[end:min(len(p.Text), end+2)], "%") {
		return nil
	}
	var terms []term
	for k := from; k < i; {
		if t, end := numberTerm(p.Text, k); end > k {
			terms = append(terms, t)
			k = end
			continue
		}
		k++
	}
	if len(terms) != 2 || strings.IndexByte(p.Text[terms[0].start:i], '%') >= 0 || !leadIn(p.Text, last.start).exact() || !leadIn(p.Text, terms[1].start).exact() {
		return nil
	}
	s, ok := addUp([]term{terms[1], last}, terms[0])
	if off := (terms[1].value + last.value) / terms[0].value; !ok || off < 0.8 || off > 1.2 {
		return nil
	}
	s.Span, s.Stated = p.Span(terms[0].start, terms[0].end), p.Text[terms[0].start:terms[0].end]
	return []Sum{s}
}
