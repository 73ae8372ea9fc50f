package lint

import (
	"encoding/xml"
	"fmt"
	"io"
)

func writeCheckstyle(w io.Writer, r *Result) error {
	severities := map[Severity]string{Error: "error", Warning: "warning", Hint: "info"}
	if _, err := io.WriteString(w, xml.Header+"<checkstyle version=\"8.0\">\n"); err != nil {
		return err
	}
	path, open, closing := "", false, ""
	for d := range r.Findings {
		if !open || d.File.Path != path {
			if _, err := fmt.Fprintf(w, "%s  <file name=%s>\n", closing, attr(d.File.Path)); err != nil {
				return err
			}
			path, open, closing = d.File.Path, true, "  </file>\n"
		}
		at := inRunes(d.File, d.Span)
		if _, err := fmt.Fprintf(w, "    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=%s source=%s/>\n",
			at.Line, at.Column, severities[d.Severity], attr(d.Message), attr("postmortem."+d.Rule)); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, closing+"</checkstyle>\n")
	return err
}
