package report

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
