package lint

import (
	"fmt"
	"io"
	"strings"
)

// TeamCity takes no longer values: of the names of a type, and of all others.
const (
	teamCityName = 255
	teamCityText = 4000
)

// writeTeamCity writes service messages for TeamCity's inspections: each rule once as a type, then
// its findings.
func writeTeamCity(w io.Writer, r *Result) error {
	severities := map[Severity]string{Error: "ERROR", Warning: "WARNING", Hint: "WEAK WARNING"}
	summaries := map[string]string{}
	for i := range r.Rules {
		summaries[r.Rules[i].Name] = r.Rules[i].Summary
	}
	said := map[string]bool{}
	for d := range r.Findings {
		if !said[d.Rule] {
			said[d.Rule] = true
			if _, err := fmt.Fprintf(w, "##teamcity[inspectionType id='%s' name='%s' category='postmortem' description='%s']\n",
				teamCity(d.Rule, teamCityName), teamCity(d.Rule, teamCityName), teamCity(summaries[d.Rule], teamCityText)); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(w, "##teamcity[inspection typeId='%s' message='%s' file='%s' line='%d' SEVERITY='%s']\n",
			teamCity(d.Rule, teamCityName), teamCity(d.Message, teamCityText), teamCity(r.rooted(d.File.Path), teamCityText), d.File.LineAt(d.Span.Start), severities[d.Severity]); err != nil {
			return err
		}
	}
	return nil
}

// teamCity escapes a value of at most so many characters as service messages ask; other than ASCII
// is written by number.
func teamCity(s string, most int) string {
	var b strings.Builder
	for _, r := range clip(Visible(s), most) {
		switch {
		case strings.ContainsRune("|'[]", r):
			b.WriteByte('|')
			b.WriteRune(r)
		case r > 0xFFFF:
			b.WriteRune(r)
		case r > 0x7E:
			fmt.Fprintf(&b, "|0x%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
