package lint

import "io"

// gitlabIssue is one entry of a GitLab code quality report, which follows Code Climate. Entries with
// equal fingerprints are shown once, so none may repeat.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	} `json:"lines"`
}

func writeGitLab(w io.Writer, r *Result) error {
	severities := map[Severity]string{Error: "major", Warning: "minor", Hint: "info"}
	j := jsonWriter{w: w}
	j.raw("[")
	j.list(r, func(d *Diagnostic) any {
		issue := gitlabIssue{Description: d.Message, CheckName: d.Rule, Fingerprint: d.Fingerprint(), Severity: severities[d.Severity]}
		at := inRunes(d.File, d.Span)
		issue.Location.Path = r.rooted(d.File.Path)
		issue.Location.Lines.Begin, issue.Location.Lines.End = at.Line, at.EndLine
		return issue
	})
	j.raw("]\n")
	return j.err
}
