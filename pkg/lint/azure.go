package lint

import (
	"fmt"
	"io"
	"strings"
)

// writeAzure writes logging commands of Azure Pipelines. It knows errors and warnings only, so a
// hint is a warning that says what it is.
func writeAzure(w io.Writer, r *Result) error {
	for d := range r.Findings {
		kind, text := d.Severity.String(), Visible(d.Message)
		if d.Severity == Hint {
			kind, text = "warning", "hint: "+text
		}
		at := inRunes(d.File, d.Span)
		if _, err := fmt.Fprintf(w, "##vso[task.logissue type=%s;sourcepath=%s;linenumber=%d;columnnumber=%d;code=%s;]%s\n",
			kind, azureProperty.Replace(Visible(r.rooted(d.File.Path))), at.Line, at.Column, azureProperty.Replace(d.Rule), azureData.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}

var (
	azureData     = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A")
	azureProperty = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A", ";", "%3B", "]", "%5D")
)
