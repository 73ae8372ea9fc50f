package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionListEmpty = lint.Rule{
	Name:     "action-list-empty",
	Summary:  "the report has no corrective action and does not say why",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, passage := range p.Report.Passages {
			if saysNothing(passage.Text) && passage.Section.Within(report.ActionsKind) && !passage.Heading() && !report.Waived(passage.Text) && alone(p.Report, passage) {
				p.Diagnose(lint.Diagnostic{Span: passage.Full(), Message: "there is no action, and no reason for that",
					Hint: "say why none is worth its cost: `None: ...`"})
			}
		}
	},
}

// saysNothing reports whether a text says that there is nothing, and no more.
func saysNothing(text string) bool {
	if text == "" || wordByte[text[0]] && text[0]|0x20 != 'n' {
		return false
	}
	text = strings.TrimLeft(text, " *_(-")
	return len(text) < 40 && text != "" && text[0]|0x20 == 'n' && nothing[plain(text)]
}

// nothing holds the ways to say that there is nothing, and no more.
var nothing = oneOf("none", "n a", "na", "nothing", "nil", "no", "no actions", "no action", "no action items", "no corrective actions",
	"no action required", "no action needed", "no actions required", "no actions needed", "no further action", "no further actions",
	"no further action required", "no further actions required", "no follow up", "no follow-up", "no follow-ups", "none required", "none needed",
	"nothing to do", "not applicable", "nothing to report", "nothing to add", "nothing went well", "nothing in particular", "no lessons", "no lessons learned", "no learnings", "none so far", "none yet", "nothing new", "nothing so far", "none identified", "nothing identified", "none at this time", "nothing special", "nothing really")

func oneOf(phrases ...string) map[string]bool {
	out := map[string]bool{}
	for _, s := range phrases {
		out[s] = true
	}
	return out
}

// alone reports whether a passage is all that its section has to say.
func alone(r *report.Report, p *report.Passage) bool {
	for _, q := range r.Passages {
		if q != p && q.Section == p.Section && !q.Heading() {
			return false
		}
	}
	return true
}
