package report

import (
	"strings"
	"unicode"
)

// Kind says what a section is about, whatever its heading calls it.
type Kind string

// The kinds of section. Their values are the names used in output and configuration.
const (
	Other           Kind = ""
	Summary         Kind = "summary"
	CustomerSummary Kind = "customer-summary"
	Impact          Kind = "impact"
	TimelineKind    Kind = "timeline"
	Detection       Kind = "detection"
	Response        Kind = "response"
	Resolution      Kind = "resolution"
	Causes          Kind = "causes"
	Trigger         Kind = "trigger"
	WentWell        Kind = "went-well"
	WentPoorly      Kind = "went-poorly"
	Lucky           Kind = "lucky"
	Lessons         Kind = "lessons"
	ActionsKind     Kind = "actions"
	Background      Kind = "background"
	Supporting      Kind = "supporting"
)

// vocabulary holds the usual headings of each kind, in the form that headingKey gives.
var vocabulary = map[string]Kind{
	"summary": Summary, "overview": Summary, "issue summary": Summary, "incident summary": Summary,
	"executive summary": Summary, "what happened": Summary, "description": Summary, "tl dr": Summary, "tldr": Summary,
	"customer summary": CustomerSummary, "summary for customers": CustomerSummary, "public summary": CustomerSummary,
	"impact": Impact, "impacts": Impact, "customer impact": Impact, "user impact": Impact, "incident impact": Impact,
	"severity and impact": Impact, "severity impact": Impact,
	"timeline": TimelineKind, "timeline of events": TimelineKind, "incident timeline": TimelineKind, "chronology": TimelineKind,
	"response timeline": TimelineKind, "sequence of events": TimelineKind,
	"detection": Detection, "how we found out": Detection, "response": Response,
	"resolution": Resolution, "resolution and recovery": Resolution, "recovery": Resolution, "mitigation": Resolution,
	"root cause": Causes, "root causes": Causes, "contributing factors": Causes, "causes": Causes, "cause": Causes,
	"root cause analysis": Causes, "analysis of causes": Causes, "why did it happen": Causes,
	"trigger":        Trigger,
	"what went well": WentWell, "went well": WentWell, "what went right": WentWell,
	"what went wrong": WentPoorly, "what went poorly": WentPoorly, "what went badly": WentPoorly, "what could have gone better": WentPoorly,
	"where we got lucky": Lucky, "lucky": Lucky,
	"lessons": Lessons, "lessons learned": Lessons, "lessons learnt": Lessons, "takeaways": Lessons,
	"corrective actions": ActionsKind, "action items": ActionsKind, "actions": ActionsKind, "follow ups": ActionsKind,
	"follow up": ActionsKind, "next steps": ActionsKind, "remediation": ActionsKind, "future work": ActionsKind,
	"corrective and preventative measures": ActionsKind, "corrective and preventive measures": ActionsKind,
	"background": Background, "supporting information": Supporting, "references": Supporting, "sources": Supporting, "glossary": Supporting,
}

func kindOf(s *Section) Kind {
	key := headingKey(s.Heading.Value)
	if k, ok := vocabulary[key]; ok {
		return k
	}
	first, _, _ := strings.Cut(key, " ")
	if first == "timeline" {
		return TimelineKind
	}
	return Other
}

// headingKey is a heading in the form the vocabulary uses: lower case, letters and digits only,
// without what stands in brackets.
func headingKey(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// cleanHeading trims what decorates a heading: emoji, colons, closing hashes.
func cleanHeading(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '#' || unicode.Is(unicode.So, r) || unicode.Is(unicode.Mn, r)
	})
}
