package lint

import (
	"io"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// The Reviewdog Diagnostic Format counts columns in bytes of UTF-8, from 1.

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

func writeRDJSON(w io.Writer, r *Result) error {
	severities := map[Severity]string{Error: "ERROR", Warning: "WARNING", Hint: "INFO"}
	j := jsonWriter{w: w}
	j.raw(`{"source":{"name":"postmortem","url":"` + home + `"},"diagnostics":[`)
	j.list(r, func(d *Diagnostic) any {
		rd := rdDiagnostic{Message: d.Message, Location: rdLocation{r.rooted(d.File.Path), rdRangeOf(d.File, d.Span)}, Severity: severities[d.Severity],
			Code: rdCode{d.Rule, r.pageOf(d.Rule)}}
		if d.Hint != "" {
			rd.Message += "\nhint: " + d.Hint
		}
		if d.Fix != nil {
			if e, ok := joined(d.File, d.Fix.Edits); ok {
				rd.Suggestions = []rdSuggestion{{rdRangeOf(d.File, e.Span), e.New}}
			}
		}
		for _, rel := range d.Related {
			f := rel.file(d)
			rd.Related = append(rd.Related, rdRelated{rel.Message, rdLocation{r.rooted(f.Path), rdRangeOf(f, rel.Span)}})
		}
		return rd
	})
	j.raw("]}\n")
	return j.err
}

// joined gives the edits of a fix as one: a reader may take one suggestion and leave the next.
func joined(f *source.File, edits []source.Edit) (source.Edit, bool) {
	text, err := f.Apply(edits...)
	if err != nil || len(edits) == 0 {
		return source.Edit{}, false
	}
	all := edits[0].Span
	for _, e := range edits {
		all.Start, all.End = min(all.Start, e.Span.Start), max(all.End, e.Span.End)
	}
	return source.Edit{Span: all, New: string(text[all.Start : len(text)-(len(f.Text)-all.End)])}, true
}

func rdRangeOf(f *source.File, at source.Span) rdRange {
	p := inBytes(f, at)
	return rdRange{rdPosition{p.Line, p.Column}, rdPosition{p.EndLine, p.EndColumn}}
}
