package guard

import "testing"

// TestPersonnel holds that what was done to a person is a personnel matter, and what was done to a thing in the same
// words is none.
func TestPersonnel(t *testing.T) {
	for says, want := range map[string]string{
		"The engineer was dismissed on Friday.":                     "was dismissed",
		"Since then an engineer on that team has been let go.":      "been let go",
		"The operator who had made the change was later fired.":     "was later fired",
		"One of our contractors got fired for it.":                  "got fired",
		"Two people were laid off; the rest were trained.":          "were laid off",
		"He was reprimanded, and she will not be disciplined.":      "was reprimanded",
		"They were disciplined.":                                    "were disciplined",
		"Engineer X was dismissed.":                                 "was dismissed",
		"Zdenka was let go.":                                        "was let go",
		"The engineer that changed it was fired.":                   "was fired",
		"The person responsible is being dismissed.":                "being dismissed",
		"The engineer was given a formal warning.":                  "given a formal warning",
		"The engineer who did this no longer works for us.":         "no longer works for us",
		"The developer has left the company.":                       "has left the company",
		"HR is looking into the conduct of the person on call.":     "HR is",
		"We have told HR.":                                          "told HR.",
		"Human resources has asked for the logs.":                   "Human resources has",
		"On the advice of counsel we do not call this a breach.":    "advice of counsel",
		"Please do not forward this outside the company.":           "do not forward this outside the company",
		"Users in HR and finance could not sign in.":                "",
		"The HR module was slow, and payroll for HR too.":           "",
		"Imports from HR systems failed.":                           "",
		"The old link no longer works for us all.":                  "",
		"We were given a warning by our monitoring.":                "",
		"Do not share your password with anybody outside the app.":  "",
		"The request was dismissed as holdover of the old release.": "",
		"The idea was dismissed, and so was the alert.":             "",
		"An engineer saw that the alert was dismissed.":             "",
		"The engineer's idea was dismissed.":                        "",
		"Our engineers looked; the report was dismissed.":           "",
		"The trigger was fired twice, and no alert was fired.":      "",
		"The lock was let go after a second.":                       "",
		"The warning could not be dismissed in the app.":            "",
		"Users closed the page; then the dialog was dismissed.":     "",
	} {
		e, g := guarded(t, "## Customer summary\n\nYou could not pay. "+says+"\n", Options{})
		got := ""
		for _, l := range g.Check("page.md", e.Markdown) {
			if l.Class == Legal && got == "" {
				got = l.Found
			}
		}
		if (got == "") != (want == "") || want != "" && got != want {
			t.Errorf("%s: %q", says, got)
		}
	}
}
