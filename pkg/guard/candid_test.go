package guard

import (
	"strings"
	"testing"
)

// TestCandid holds that an author is told of what a text says as colleagues say it among themselves, and is not of what
// customers are told of an outage.
func TestCandid(t *testing.T) {
	for said, want := range map[string]string{
		"We've had no budget for a second site.":                       "blame",
		"The team did not have enough training for it.":                "blame",
		"The first draft had it wrong, and so did the second.":         "blame",
		"Somebody reviewed it, but did it wrong.":                      "blame",
		"The new parser was not well-tested.":                          "blame",
		"The failover hasn't ever been properly rehearsed.":            "blame",
		"In hindsight this was not a wise choice.":                     "blame",
		"That was a poor decision.":                                    "blame",
		"We didn't think of the second queue.":                         "blame",
		"He forgot to renew it.":                                       "blame",
		"We really should have paged somebody.":                        "blame",
		"The module is nearly impossible to refactor.":                 "blame",
		"It is hard for anybody to debug the importer.":                "",
		"It is hard to safely upgrade the importer.":                   "blame",
		"The loss went unnoticed over the weekend.":                    "blame",
		"Their support was mediocre at best.":                          "blame",
		"Well, shit.":                                                  "blame",
		"This account may hold a few inaccuracies.":                    "blame",
		"Our provider was slow and unhelpful.":                         "blame",
		"The code is full of technical debt.":                          "blame",
		"We have no visibility into the carrier's network.":            "a weakness",
		"The job runs in every region with root privileges.":           "a weakness",
		"The copied keys remain in the history.":                       "a weakness",
		"The mirrors are still running an outdated release.":           "a weakness",
		"The change is not persistent.":                                "a weakness",
		"The rule will be lost after the next reboot.":                 "a weakness",
		"We undo the temporary exemption for the nightly job in June.": "a weakness",
		"The rotation of the keys is not yet automated.":               "a weakness",
		"The depot is now set up with invalid certificates.":           "a weakness",
		"The debug page is exposed to the internet.":                   "a weakness",
		"The key was hard-coded.":                                      "a weakness",
		"We have three months of runway, paid from our savings.":       "what the organisation pays or has",
		"We pay $40 per month for hosting.":                            "a sum of money",

		"We got lucky: the mirror was idle.":              "blame",
		"The handbook was not followed.":                  "blame",
		"There are gaps in the coverage of the importer.": "a control that is missing",
		"The probe is blind to its own host.":             "a weakness",

		"It cost us about fourteen thousand euros in fees.":       "what the organisation pays or has",
		"The key is the same since spring, for all our servers.":  "a weakness",
		"Two of our five developers have left.":                   "blame",
		"The checks did not cover the new form.":                  "a control that is missing",
		"The supplier asked us not to mention it.":                "what was to be kept quiet",
		"We were told to say nothing until Friday.":               "what was to be kept quiet",
		"We ask you not to tell anybody your password.":           "",
		"Backups have been tested, and the tests cover the form.": "",

		"We are sorry for the disruption.":                                  "",
		"We are still investigating, and will update this page by 15:00.":   "",
		"The issue remains open, and some pages are still slow.":            "",
		"A temporary fix is in place, and a permanent one follows.":         "",
		"The root cause has not yet been identified.":                       "",
		"You may see errors, and you do not need to do anything.":           "",
		"No data was lost, and there was no unauthorised access.":           "",
		"We do not expect further impact.":                                  "",
		"It should have taken a minute, and took an hour.":                  "",
		"If you have admin rights, you can restart it in your settings.":    "",
		"Your plan has no backups, and your keys remain valid.":             "",
		"We found that a test had failed to run and added monitoring.":      "",
		"Some customers have not yet received their mail.":                  "",
		"Nobody was hurt, and the trains ran on time.":                      "",
		"Plans start at $40 per month, and our customers were refunded $5.": "",
		"Only one in ten calls failed, and only mobile apps were affected.": "",
		"We know how much you rely on us, and that we let you down.":        "",
	} {
		_, g := guarded(t, "## Customer summary\n\n"+said+"\n\n## Contributing factors\n\nThe disk was full.\n", Options{})
		var got []string
		for _, u := range g.Unlisted() {
			got = append(got, strings.TrimPrefix(u.Why, "looks like "))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %q, want %q", said, s, want)
		}
	}
}

// TestExamples holds that each construction finds its example, so that none is there for nothing.
func TestExamples(t *testing.T) {
	eachConstruction(func(_, says, example string) {
		if !found(says, example) {
			t.Errorf("%q is not in %q", says, example)
		}
	})
}

func found(says, text string) (yes bool) {
	k := constructed(says)
	for _, c := range (speech{[]byte(text), wordsIn([]byte(text))}).clauses() {
		for i := range c {
			yes = yes || k.ends(c, i) >= 0 && !c.ofReaders(i, k.ends(c, i))
		}
	}
	return yes
}

// TestConstruction holds how a construction reads a clause.
func TestConstruction(t *testing.T) {
	for _, c := range []struct {
		says, text string
		want       bool
	}{
		{"we did not ~1 test", "We didn't really test it.", true},
		{"we did not ~1 test", "we didnt test", true},
		{"we did not ~1 test", "We did not, in the end, test it.", false},
		{"we did not ~1 test", "We did not. Test it!", false},
		{"not a? good|wise idea", "That's not a good idea", true},
		{"not a? good|wise idea", "not wise idea", true},
		{"we are *ing", "we're waiting", true},
		{"well tested", "a well-tested one", true},
		{"we have", "we've it", true},
		{"we have", "We looked\n\nhave it", false},
	} {
		got := found(c.says, c.text)
		if got != c.want {
			t.Errorf("%q in %q: %v", c.says, c.text, got)
		}
	}
}
