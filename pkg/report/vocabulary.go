package report

import (
	"strings"
	"sync"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// phrases holds the usual names of each kind of section, in the form that HeadingKey gives. Names
// that only add a word to one of these ("incident timeline", "root cause of the outage") are found
// by way of essence and affixes.
var phrases = sync.OnceValue(func() map[Kind][]string {
	return map[Kind][]string{
		Summary: {"summary", "overview", "executive summary", "exec summary", "issue summary", "incident summary", "problem summary",
			"tl dr", "tldr", "synopsis", "abstract", "in short", "in brief", "at a glance", "what happened", "what happened and why",
			"problem statement", "outage description", "incident description", "description of the incident", "what was the problem",
			"what was the issue", "recap", "incident recap", "summary of events", "brief description", "short description"},
		CustomerSummary: {"customer summary", "summary for customers", "public summary", "customer facing summary", "external summary"},
		Impact: {"impact", "impacts", "effect", "effects", "consequences", "damage", "damages", "severity and impact", "blast radius",
			"affected systems", "affected services", "affected users", "affected customers", "who was affected", "what was affected",
			"who was impacted", "what was impacted", "who is affected", "am i affected", "was i affected", "scope of impact",
			"risks and hazards", "risks", "losses", "severity and scope", "what broke", "symptoms and impact"},
		TimelineKind: {"timeline", "timelines", "timeline of events", "timeline of the incident", "incident timeline", "chronology", "sequence of events", "order of events", "chain of events", "course of events", "event log",
			"incident log", "log of events", "history of events", "chronological order", "chronological events", "what happened when",
			"timeline and response", "recovery efforts timeline", "list of events", "key events", "minute by minute", "play by play"},
		Detection: {"detection", "how we found out", "how did we find out", "how it was detected", "how was it detected", "how was the incident detected",
			"how was the issue detected", "how did we detect it", "how did we detect the issue", "how did we notice", "how did we learn about it", "discovery", "identification", "identified", "detected", "how identified", "alerting",
			"how was it discovered", "how was this discovered", "detection and alerting", "monitoring and detection", "detection and escalation", "detection and diagnosis"},
		Response: {"response", "incident response", "how did we respond", "how we responded", "responders", "our response", "diagnosis", "investigation and response"},
		Resolution: {"resolution", "resolutions", "recovery", "restoration", "mitigation", "mitigations", "fix", "fixes", "the fix", "solution", "solutions", "workaround",
			"remedy", "repair", "details of fix", "details of the fix", "actions taken", "action taken", "steps taken", "measures taken",
			"what did we do", "what we did", "how was it resolved", "how was it fixed", "how it was resolved", "how it was fixed",
			"how did we fix it", "how we fixed it", "how did we resolve it", "how we resolved it", "how was the incident resolved",
			"how was the issue resolved", "response and recovery", "containment", "recovery efforts", "immediate fix", "short term fix",
			"corrective measures implemented", "resolution and recovery", "mitigation and resolution", "containment and recovery"},
		Causes: {"cause", "causes", "root cause", "root causes", "rca", "root cause analysis", "contributing factors", "contributing factor", "contributing causes",
			"contributing conditions", "contributors", "causal factors", "causal analysis", "cause analysis", "analysis of causes", "analysis of the cause",
			"underlying cause", "underlying causes", "proximate cause", "why did it happen", "why did this happen", "why it happened", "why this happened",
			"what caused it", "what caused this", "what caused the incident", "what caused the outage", "what was the cause", "what was the root cause",
			"five whys", "5 whys", "the five whys", "fault", "origin", "what went wrong and why", "factors", "cause of the incident", "origin of the incident",
			"why did the incident happen", "source of the problem", "what allowed this to happen", "what allowed it to happen", "what made this possible", "how was this possible", "reason", "reasons"},
		Trigger:  {"trigger", "triggers", "what triggered it", "triggering event"},
		WentWell: {"what went well", "went well", "what went right", "what went good", "things that went well", "what worked", "what worked well", "successes", "the good", "positives", "what did go well", "what we did right", "what we did well", "strengths"},
		WentPoorly: {"what went poorly", "what went badly", "went wrong", "went poorly", "what didnt go well", "what did not go well", "what didnt go so well",
			"what could have gone better", "what could have been better", "what could be improved", "what could be better", "what could we do better",
			"what could have been improved", "what didnt work", "what did not work", "what went less well", "what went not so well", "not so well",
			"things that went poorly", "things that went wrong", "things that went badly", "things that could have gone better", "the bad", "where we could improve",
			"what we could have done better", "what could we have done better", "areas for improvement", "areas of improvement", "what we did wrong", "what we did badly", "what failed", "weaknesses"},
		Lucky: {"where we got lucky", "lucky", "luck", "we got lucky", "how we got lucky", "where did we get lucky", "got lucky", "what could have been worse", "could have been worse"},
		Lessons: {"lesson", "lessons", "lessons learned", "lessons learnt", "takeaways", "key takeaways", "learnings", "key learnings", "what we learned", "what we learnt",
			"what we have learned", "what did we learn", "what have we learned", "what can we learn", "what can we learn from this",
			"lessons and takeaways", "our learnings", "learning", "learning points", "lessons identified"},
		ActionsKind: {"action", "actions", "action item", "action items", "ais", "corrective action", "corrective actions", "corrective measures", "preventive measures",
			"preventative measures", "preventive actions", "preventative actions", "prevention", "preventions", "follow up", "follow ups", "followup", "followups",
			"follow up actions", "follow up items", "follow up work", "follow up tasks", "next steps", "remediation", "remediations", "remediation items",
			"remediation and follow up", "remedial measures", "remedial actions", "repair items", "future work", "future actions", "future measures",
			"future steps", "future plans", "future prevention", "future improvements", "improvements", "proposed improvements", "proposal improvements", "planned improvements", "planned changes", "planned actions",
			"recommendations", "recommendation", "recommended actions", "to do", "todo", "todos", "to dos", "tasks", "tickets", "what we will do",
			"what we are doing", "what were doing", "what are we doing", "what we are doing about it", "what were doing about it", "what are we doing about it",
			"what we will change", "what will change", "what changes", "what are we changing", "how do we prevent this", "how will we prevent this", "what we are changing",
			"todo list", "to do list", "work to do", "work items", "outstanding work", "remaining work", "things to do", "jira tickets", "follow up tickets", "what happens next",
			"root cause remediation", "root cause remediations", "long term fixes", "long term solutions", "permanent fixes", "longer term fixes",
			"preventing recurrence", "prevention of recurrence", "recurrence prevention", "prevention and follow up", "commitments", "our commitments", "plan of action", "action plan",
			"corrective and preventive measures", "corrective and preventative measures", "corrective and preventive actions", "corrective and preventative actions", "capa",
			"how are we making incidents like this less likely or less impactful", "looking forward", "looking ahead", "going forward", "steps forward", "whats next", "what is next", "what comes next", "open actions", "mitigation items", "changes"},
		Background: {"background", "context", "lead up", "leadup", "prologue", "how it works", "introduction"},
		Supporting: {"supporting information", "supporting info", "references", "reference", "sources", "glossary", "links", "resources", "more resources", "appendix", "appendices", "attachments",
			"related incidents", "related issues", "related issues prs", "related links", "related items", "related work", "further reading", "evidence", "logs", "raw logs", "stats", "footnotes", "see also",
			"frequently asked questions", "faq", "acknowledgements", "acknowledgments", "thanks", "credits", "attendees", "participants"},
	}
})

// fallbacks holds names that mean a kind only where the report has no plainer section of it.
var fallbacks = sync.OnceValue(func() map[string]Kind {
	return map[string]Kind{
		"what went wrong":              Causes,
		"technical details":            Causes,
		"technical analysis":           Causes,
		"technical description":        Causes,
		"details of the incident":      Causes,
		"details of incident":          Causes,
		"details of the issue":         Causes,
		"details of issue":             Causes,
		"details of the problem":       Causes,
		"details of vulnerability":     Causes,
		"details of the vulnerability": Causes,
		"how did this happen":          Causes,
		"how did it happen":            Causes,
		"how it happened":              Causes,
		"how this happened":            Causes,
		"analysis":                     Causes,
		"response":                     Resolution,
		"incident response":            Resolution,
		"how did we respond":           Resolution,
		"how we responded":             Resolution,
		"our response":                 Resolution,
		"immediate actions":            Resolution,
		"immediate action":             Resolution,
		"insights":                     Lessons,
		"postmortem":                   Lessons,
		"post mortem":                  Lessons,
		"retrospective":                Lessons,
		"reflections":                  Lessons,
		"reflection":                   Lessons,
		"moving forward":               ActionsKind,
		"long term changes":            ActionsKind,
		"fixes":                        ActionsKind,
		"symptoms":                     Impact,
		"scope":                        Impact,
		"details":                      Summary,
		"description":                  Summary,
		"introduction":                 Summary,
		"background":                   Summary,
		"intro":                        Summary,
	}
})

// prefixes and suffixes give a longer heading its kind by how it begins or ends; the first that
// fits counts.
var prefixes = []struct {
	words string
	kind  Kind
}{
	{"timeline", TimelineKind}, {"chronology", TimelineKind}, {"customer impact", Impact}, {"impact", Impact}, {"user impact", Impact}, {"affected", Impact},
	{"root cause", Causes}, {"root causes", Causes}, {"contributing factors", Causes}, {"contributing", Causes}, {"cause of", Causes}, {"causes of", Causes},
	{"why did", Causes}, {"what caused", Causes}, {"origin of", Causes}, {"reason for", Causes},
	{"what went well", WentWell}, {"what could have", WentPoorly}, {"what didnt", WentPoorly}, {"where we got lucky", Lucky},
	{"lessons", Lessons}, {"takeaways", Lessons}, {"what we learned", Lessons}, {"what can we learn", Lessons}, {"what did we learn", Lessons}, {"what have we learned", Lessons}, {"learnings", Lessons},
	{"action items", ActionsKind}, {"corrective", ActionsKind}, {"preventive", ActionsKind}, {"preventative", ActionsKind}, {"remediation", ActionsKind}, {"remedial", ActionsKind},
	{"follow up", ActionsKind}, {"follow ups", ActionsKind}, {"next steps", ActionsKind}, {"future", ActionsKind}, {"what we are doing", ActionsKind}, {"what are we doing", ActionsKind}, {"what we are going to do", ActionsKind}, {"what are we going to do", ActionsKind}, {"how we prevent", ActionsKind},
	{"what were doing", ActionsKind}, {"what we will", ActionsKind}, {"what will we", ActionsKind}, {"how we will prevent", ActionsKind}, {"how will we prevent", ActionsKind}, {"how are we preventing", ActionsKind},
	{"how do we prevent", ActionsKind}, {"how can we prevent", ActionsKind}, {"how to prevent", ActionsKind}, {"how we are preventing", ActionsKind}, {"preventing", ActionsKind},
	{"how are we going to", ActionsKind}, {"how are we making", ActionsKind}, {"steps to prevent", ActionsKind}, {"recommendations", ActionsKind}, {"recommended", ActionsKind}, {"planned", ActionsKind}, {"improvements", ActionsKind},
	{"prevention", ActionsKind}, {"actions to", ActionsKind}, {"changes we", ActionsKind},
	{"detection", Detection}, {"how was it detected", Detection}, {"how did we detect", Detection}, {"how did we find", Detection}, {"how did we notice", Detection}, {"how was it discovered", Detection},
	{"resolution", Resolution}, {"recovery", Resolution}, {"mitigation", Resolution}, {"how did we fix", Resolution}, {"how we fixed", Resolution}, {"how did we resolve", Resolution}, {"how was it", Resolution}, {"actions taken", Resolution},
	{"summary", Summary}, {"executive summary", Summary}, {"overview", Summary}, {"what happened", Summary},
}

var suffixes = []struct {
	words string
	kind  Kind
}{
	{"timeline", TimelineKind}, {"chronology", TimelineKind}, {"impact", Impact}, {"impacted", Impact}, {"affected", Impact}, {"root cause", Causes}, {"root causes", Causes}, {"root cause analysis", Causes},
	{"customer summary", CustomerSummary}, {"lessons learned", Lessons}, {"takeaways", Lessons}, {"learnings", Lessons}, {"went well", WentWell}, {"went wrong", WentPoorly}, {"got lucky", Lucky},
	{"action items", ActionsKind}, {"follow ups", ActionsKind}, {"next steps", ActionsKind}, {"corrective actions", ActionsKind}, {"improvements", ActionsKind}, {"preventive actions", ActionsKind}, {"recommendations", ActionsKind},
	{"happening again", ActionsKind}, {"in the future", ActionsKind}, {"to prevent recurrence", ActionsKind},
	{"detection", Detection}, {"resolution", Resolution}, {"recovery", Resolution}, {"fix", Resolution}, {"summary", Summary}, {"overview", Summary}, {"actions", ActionsKind},
}

// filler holds the words that many headings add without changing what they name.
var filler = prose.SetOf(`the our a an this of for required incident incidents outage issue event events problem initial detailed full brief
	preliminary high level overall main key primary proposed possible potential identified immediate further and
	response service failure downtime`)

// vocabulary is phrases turned round.
var vocabulary = sync.OnceValue(func() map[string]Kind {
	m := make(map[string]Kind, 400)
	for kind, names := range phrases() {
		for _, name := range names {
			m[name] = kind
		}
	}
	return m
})

// certainty tells how a heading came by its kind.
type certainty uint8

const (
	unnamed  certainty = iota
	likely             // by an affix or without its filler words
	exact              // by a phrase of the vocabulary
	fallback           // only if the report has no plainer section of the kind
)

// kindOf gives the kind that a heading names, and how surely. What is published as a whole must say so in one of the
// usual names and nothing else: "Notes on the customer summary" and "Customer summary (draft)" are for colleagues.
func kindOf(heading string) (Kind, certainty) {
	kind, sure := kindByKey(HeadingKey(heading), heading)
	if name, _, ok := strings.Cut(heading, ": "); ok && sure == unnamed {
		if k := vocabulary()[HeadingKey(name)]; k == Summary {
			return k, likely // "Summary: two hours, 9:00 - 11:00 UTC"
		}
	}
	if kind == CustomerSummary && (sure != exact || !sameLetters(heading, HeadingKey(heading))) {
		return Summary, likely
	}
	return kind, sure
}

// sameLetters reports whether two texts have the same letters in the same order, whatever their case.
func sameLetters(a, b string) bool {
	letters := func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}
	return strings.Map(letters, a) == strings.Map(letters, b)
}

// kindByKey is kindOf without what stands behind a colon.
func kindByKey(key, heading string) (Kind, certainty) {
	if key == "" {
		return Other, unnamed
	}
	if k, ok := fallbacks()[key]; ok {
		return k, fallback
	}
	if k, ok := vocabulary()[key]; ok {
		return k, exact
	}
	words := strings.Count(key, " ") + 1
	if words > 12 {
		return Other, unnamed
	}
	if k, ok := vocabulary()[essence(key)]; ok {
		return k, likely
	}
	if strings.HasPrefix(key, "questions ") {
		return Other, unnamed
	}
	if words > 5 && !strings.Contains(heading, "?") && !asks(key) {
		return Other, unnamed
	}
	for _, p := range prefixes {
		if key[0] == p.words[0] && strings.HasPrefix(key, p.words) && (len(key) == len(p.words) || key[len(p.words)] == ' ') {
			return p.kind, likely
		}
	}
	if strings.Contains(key, " about ") {
		return Other, unnamed // "what this tells us about the action items" is none of them
	}
	for _, p := range suffixes {
		if key[len(key)-1] == p.words[len(p.words)-1] && strings.HasSuffix(key, p.words) && (len(key) == len(p.words) || key[len(key)-len(p.words)-1] == ' ') {
			return p.kind, likely
		}
	}
	return Other, unnamed
}

// asks reports whether a heading begins like a question, which may be long and still a name.
func asks(key string) bool {
	first, _, _ := strings.Cut(key, " ")
	switch first {
	case "what", "how", "why", "where", "who", "which", "timeline", "steps", "corrective":
		return true
	}
	return false
}

// essence is a key without filler words.
func essence(key string) string {
	kept := make([]string, 0, 8)
	for word := range strings.FieldsSeq(key) {
		if !filler.Has(word) {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}
