package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// fewestWhys is the shortest chain of questions that reaches beyond the event itself.
const fewestWhys = 3

var causeWhysShort = lint.Rule{
	Name:     "cause-whys-short",
	Summary:  "a list of whys stops early or at a person",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		type whys struct {
			n       int
			last    *report.Passage
			items   int // of lists
			listend *report.Passage
		}
		asked := map[*report.Section]*whys{}
		for _, s := range p.Report.Sections {
			if asksWhys(s.Heading.Value) {
				asked[s] = &whys{}
			}
		}
		for i := 0; i < len(p.Report.Passages) && len(asked) > 0; i++ {
			passage := p.Report.Passages[i]
			n := whysIn(passage.Text)
			for s := passage.Section; s != nil; s = s.Parent {
				w := asked[s]
				if w == nil || passage.Heading() && passage.Section == s {
					continue
				}
				if n > 0 {
					w.n, w.last = w.n+n, passage
				}
				if passage.Item() {
					w.items, w.listend = w.items+1, passage
				}
			}
		}
		for _, s := range p.Report.Sections {
			if asked[s] == nil {
				continue
			}
			n, last := asked[s].n, asked[s].last
			if w := asked[s]; n == 0 && w.items >= fewestWhys {
				n, last = w.items, w.listend // the answers alone
			}
			if 0 < n && n < fewestWhys {
				p.Diagnose(lint.Diagnostic{Span: s.Heading.Span, Message: fmt.Sprintf("the whys stop after %d", n),
					Hint: "go on until an answer is a condition that can be changed"})
			} else if n > 0 && atPerson(last.Text) {
				p.Diagnose(lint.Diagnostic{Span: last.Full(), Message: "the last why is answered with a person",
					Hint: "ask once more: why was that the likely thing to do"})
			}
		}
	},
}

func asksWhys(heading string) bool {
	if !strings.ContainsAny(heading, "yY") {
		return false
	}
	for w := range eachWord(heading) {
		switch w.low {
		case "whys", "why's", "5whys", "5-whys", "five-whys":
			return true
		}
	}
	return false
}

// whysIn counts the sentences of a text that begin with "why", a number before it or not. A cell that
// only says "Why" is the heading of a column.
func whysIn(text string) int {
	n, begins := 0, true
	at := 0
	for w := range eachWord(text) {
		begins = begins || strings.ContainsAny(text[at:w.start], ".?!:;\n")
		at = w.end
		if '0' <= w.low[0] && w.low[0] <= '9' {
			continue
		}
		if begins && w.low == "why" && len(text) > len("Why") {
			n++
		}
		begins = false
	}
	return n
}

// atPerson reports whether an answer ends with what somebody did not do right.
func atPerson(text string) bool {
	s := " " + plain(text[strings.LastIndexByte(text, '?')+1:]) + " "
	for _, w := range []string{" human error ", " operator error ", " mistake ", " forgot ", " careless ", " did not pay attention ", " wasn't careful ", " was not careful ", " didn't check ", " did not check ", " overlooked "} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
