package main

import (
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestNewReportsAreClean lints what every template gives for plain and odd answers: a draft is told
// what is still to be written, and nothing is wrong with it.
func TestNewReportsAreClean(t *testing.T) {
	all, err := loadTemplates("")
	if err != nil {
		t.Fatal(err)
	}
	linter := lint.New(rules.All(), lint.Options{Now: time.Date(2026, 2, 15, 0, 0, 0, 0, time.UTC), Schemas: scaffold.Schemas(all)})
	told := map[string]bool{}
	for _, tm := range all {
		for _, s := range []string{"Checkout rejected card payments", "yes", "~", "a: b # c", `it's "down" \ now`, "[x](y) *z* <!-- q -->", "Größe, 決済 🔥", "2026-02-14", "- {{title}}"} {
			for _, zone := range []string{"UTC", "America/New_York", "+05:45"} {
				text, err := scaffold.Render(tm, scaffold.Answers{Title: s, ID: scaffold.Slug(s), Severity: "SEV2", Timezone: zone,
					Services: []string{s, "db, main"}, Owner: s, Started: "2026-02-14 14:02"})
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range linter.Check(report.Parse(source.New(tm.Name+".md", text))) {
					if told[d.Rule] = true; d.Severity >= lint.Warning {
						t.Errorf("%s made of %q: %s: %s [%s]", tm.Name, s, d.Severity, d.Message, d.Rule)
					}
				}
			}
		}
	}
	if !told["section-empty"] {
		t.Error("an empty draft is not told of its empty sections: were the rules run at all?")
	}
}
