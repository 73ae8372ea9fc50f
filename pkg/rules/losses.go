package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// loss is "340 records were lost" as a report states it.
type loss struct {
	text string
	unit string // "record"
	ps   *report.Passage
	at   source.Span
}

// losses gives what is said to be lost, by number, outside sentences that go on to say that it was found again.
var losses = lint.NewMemo(func(p *lint.Pass) []loss {
	var out []loss
	for _, ps := range p.Report.Passages {
		if ps.Quoted || ps.Heading() {
			continue
		}
		for from := 0; ; {
			n := strings.Index(ps.Text[from:], " were lost")
			if n < 0 {
				break
			}
			end := from + n + len(" were lost")
			if l, ok := lossBefore(ps, from+n, end); ok {
				out = append(out, l)
			}
			from = end
		}
	}
	return out
})

func lossBefore(ps *report.Passage, at, end int) (l loss, ok bool) {
	if end < len(ps.Text) && strings.IndexByte(".;!\n", ps.Text[end]) < 0 {
		return l, false // "were lost for a minute", "were lost, and restored"
	}
	words := wordsOf(ps.Text[sentenceStart(ps.Text, at):at])
	if len(words) != 2 {
		return l, false
	}
	start := sentenceStart(ps.Text, at)
	first := start + words[0].start
	number, isNumber := smallNumbers(words[0].low)
	if n, stop, ok := writtenNumber(ps.Text, first); ok && stop == start+words[0].end {
		number, isNumber = n, true
	}
	return loss{strings.ReplaceAll(ps.Text[first:end], "\n", " "), strings.TrimSuffix(words[1].low, "s"), ps, ps.Span(first, end)}, isNumber && number >= 1
}

// data reports whether what was lost is data whatever the business is. A parcel may be lost on the road.
func (l loss) data() bool {
	switch l.unit {
	case "record", "row", "document", "file", "message", "event", "entry", "entrie", "transaction", "write":
		return true
	}
	return false
}

var denialPhrases = &phrases{patterns: []string{"no data was|were lost", "nothing was lost"}}

// lossesContradicted holds sentences that deny a loss, in the passages that are asked for, against one that is stated.
func lossesContradicted(p *lint.Pass, asked func(*report.Passage) bool, stated func(loss) bool) {
	for h := range found(p, denialPhrases) {
		if !asked(h.passage) || !stands(h.passage.Text, h.start) {
			continue
		}
		if after := h.after(); after != "" && strings.IndexByte(".,;!", after[0]) < 0 && !strings.HasPrefix(after, " and ") {
			continue
		}
		for _, l := range losses.Of(p) {
			if stated(l) {
				p.Diagnose(lint.Diagnostic{
					Span:    h.span(),
					Message: fmt.Sprintf("no data was lost, it says here, but %s on line %d", l.text, p.Report.File.Position(l.at.Start).Line),
					Hint:    "state one of the two, or say what was lost",
					Related: []lint.Related{{Span: l.at, Message: l.text}},
				})
				break
			}
		}
	}
}

func anywhere(*report.Passage) bool { return true }
