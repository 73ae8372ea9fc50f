package claim

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"math"
	"strings"
)

var (
	// Between the parts and their total nothing else may stand.
	totalLeads = prose.SetOf("for a in total of making giving or so and that is which makes")
	// These end a number that is the total of what stands before it, behind "in" or "all" or alone.
	totalTails = prose.SetOf("total all told altogether")
)

// partsMost is how many bytes before a total are looked at for its parts.
const partsMost = 300

// saysTotal reports whether a text may speak of a total.
func saysTotal(text string) bool {
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], 'l') // "total", "altogether", "all told", "in all"
		if n < 0 {
			return false
		}
		i += n
		switch before, from := text[:i], text[i:]; {
		case strings.HasSuffix(before, "ota"), strings.HasPrefix(from, "ltogether"):
			return true
		case strings.HasSuffix(before, "a") && (strings.HasPrefix(from, "ll told") || strings.HasSuffix(before, "in a") && strings.HasPrefix(from, "ll")):
			return true
		}
	}
}

// totalled reads the parts before a number that is said to be their total: "600 in Europe and 300 in Asia,
// 1,000 in total".
func (p figures) totalled(whole term) (Sum, bool) {
	text := p.Text
	if math.IsNaN(whole.value) || whole.decimals > 0 || !leadIn(text, whole.start).exact() || !p.saidTotal(whole) {
		return Sum{}, false
	}
	from := whole.start
	for from > max(0, whole.start-partsMost) && !prose.EndsSentence(text, from-1) {
		from--
	}
	sep := from + lastSeparator(text[from:whole.start])
	if sep < from {
		return Sum{}, false
	}
	for _, w := range prose.Words(text[sep:whole.start]) {
		if !totalLeads.Has(w) {
			return Sum{}, false
		}
	}
	if prose.AnyOf(prose.Words(text[from:sep]), notAllWords) {
		return Sum{}, false
	}
	found, ok := Sum{}, false
	for i := from; i < sep; i++ {
		if !prose.Digit(text[i]) || i > 0 && (prose.Digit(text[i-1]) || strings.IndexByte(",.", text[i-1]) >= 0) {
			continue
		}
		parts, placed, listed := p.parts(i, sep, true)
		if !listed {
			continue
		}
		s, comparable := addUp(parts, whole)
		switch {
		case comparable && s.Agrees:
			return p.result(s, whole), true
		case comparable && placed && !ok && plausible(parts, whole):
			found, ok = s, true
		}
	}
	if ok && found.less && prose.AnyOf(prose.Words(text[from:sep]), mayOverlap) {
		return Sum{}, false
	}
	return p.result(found, whole), ok
}

// plausible reports whether parts are near enough to their total to be meant for all of it.
func plausible(parts []term, whole term) bool {
	sum := 0.0
	for _, t := range parts {
		sum += t.value
	}
	off := sum / whole.value
	return off >= 0.5 && off <= 1.5
}

func (p figures) result(s Sum, whole term) Sum {
	s.Span, s.Stated = p.Span(whole.start, whole.end), p.Text[whole.start:whole.end]
	return s
}

// saidTotal reports whether words beside a number say that it is a total, at the end of its clause.
func (p figures) saidTotal(whole term) bool {
	before := prose.WordsBefore(p.Text, whole.start, make([]string, 0, 3))
	if len(before) > 1 && before[0] == "of" && before[1] == "total" {
		return true
	}
	if len(before) > 0 && before[0] == "of" { // out of 1,000 in total
		return false
	}
	if len(before) > 1 && before[0] == "total" && before[1] == "in" {
		return true
	}
	at := whole.end
	for range 4 {
		w, end := prose.NextWord(p.Text, at)
		if w == "" {
			return false
		}
		rest := strings.TrimLeft(p.Text[end:], " ")
		if totalTails.Has(w) && (rest == "" || strings.IndexByte(".,;)!\n", rest[0]) >= 0) {
			return true
		}
		at = end
	}
	return false
}

// lastSeparator is where the last comma, colon, bracket or dash stands in a text that no number follows
// directly; -1 if there is none.
func lastSeparator(text string) int {
	i := strings.LastIndexAny(text, ",:(")
	for _, dash := range []string{" – ", " — ", " - "} {
		i = max(i, strings.LastIndex(text, dash))
	}
	return i
}
