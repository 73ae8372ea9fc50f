package export

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestLanguage holds that forms which have a place for it name the language that the report says, or else the customs.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ key, custom, want string }{{"", "", "en"}, {"language: de-AT\n", "", "de-AT"}, {"", "fr", "fr"}, {"language: en\n", "fr", "en"}, {"language: German\n", "", "en"}} {
		text := "---\n" + c.key + "customer-title: t\n---\n\n## Customer summary\n\nDas tut uns leid.\n"
		e, _, err := edition.Cut(report.Customs{Language: c.custom}.Parse(source.New("x.md", []byte(text))), edition.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for form, place := range map[string]string{"html": `<html lang="%">`, "email": "\r\nContent-Language: %\r\n", "json": `"language": "%"`, "markdown": "\nlanguage: \"%\"\n"} {
			x, _ := Named(form)
			if form == "markdown" && c.want == "en" && c.custom == "" {
				continue // it says nothing that nobody says
			}
			if out := string(output(t, x, e, Options{})); !strings.Contains(out, strings.ReplaceAll(place, "%", c.want)) {
				t.Errorf("%+v, %s:\n%s", c, form, out)
			}
		}
		if got := e.Report.Language(); got != c.want {
			t.Errorf("%+v: the edition's language is %q", c, got)
		}
	}
}
