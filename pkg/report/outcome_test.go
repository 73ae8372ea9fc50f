package report

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestOutcomeOf(t *testing.T) {
	for status, want := range map[string]Outcome{
		"open": Pending, "in progress": Pending, "not done": Pending, "": Pending, "doneness": Pending, "mostly done": Pending,
		"done": Done, "Closed": Done, "✅": Done, "yes": Done, "completed 2026-02-20": Done, "DONE in #6598": Done, "merged, and told everybody": Done,
		"wontfix": Dropped, "Won't do": Dropped, "cancelled": Dropped, "rejected": Dropped, "declined by the vendor": Dropped, "dropped": Dropped,
		"abandoned": Dropped, "obsolete": Dropped, "superseded by OPS-12": Dropped, "closed (not planned)": Dropped, "closed as duplicate": Dropped,
		"resolved: won't fix": Dropped, "duplicate": Dropped, "Not needed": Dropped, "✅ cancelled": Dropped,
		"❌ won't do": Dropped, "🚫 Cancelled": Dropped,
		"deferred": Deferred, "On hold": Deferred, "⏸ on hold": Deferred, "Postponed to Q4": Deferred, "backlog": Deferred, "Backlog (P3)": Deferred, "deferred - no capacity": Deferred,
		"not scheduled yet": Deferred, "put off until May": Deferred, "later": Deferred, "parked messages": Pending, "later versions": Pending, "backlog of jobs": Pending,
		"done, the rest is deferred": Done, "done?": Unclear, "done, except for the EU": Unclear, "completed (partly)": Unclear,
	} {
		if got := outcomeOf(status); got != want {
			t.Errorf("outcomeOf(%q) = %v, want %v", status, got, want)
		}
	}
}

func TestOutcomes(t *testing.T) {
	for line, want := range map[string]Outcome{
		"- Add an alert; owner: Ann; due: 2026-03-01; status: cancelled":          Dropped,
		"- Add an alert (status: closed (not planned))":                           Dropped,
		"- Add an alert. Status: done":                                            Done,
		"- Add an alert; status: open; owner: Ann":                                Pending,
		"- Show the status: green if all is well":                                 Pending,
		"- Add an alert (deferred to Q3)":                                         Deferred,
		"- [deferred] Add an alert":                                               Deferred,
		"- Deferred: add an alert":                                                Deferred,
		"- Add an alert - on hold":                                                Deferred,
		"- Drain the queue (parked messages)":                                     Pending,
		"- Test it (later)":                                                       Deferred,
		"- [x] Add an alert (deferred)":                                           Done,
		"### Backlog\n\n- [ ] Add an alert":                                       Deferred,
		"### Won't do\n\n- [ ] Add an alert":                                      Dropped,
		"### Done\n\n- [ ] Add an alert":                                          Pending,
		"- [x] Add an alert (won't do)":                                           Dropped,
		"- ~~Add an alert~~":                                                      Unclear,
		"- ~~Add an alert~~ (done)":                                               Done,
		"- Add an alert\n  - Owner: Ann\n  - Status: wontfix":                     Dropped,
		"| Action | Status |\n|---|---|\n| Add an alert | closed (not planned) |": Dropped,
	} {
		r := Parse(source.New("r.md", []byte("## Corrective actions\n\n"+line+"\n")))
		if len(r.Actions) != 1 {
			t.Fatalf("%q: %d actions", line, len(r.Actions))
		}
		if got := r.Actions[0].Outcome; got != want {
			t.Errorf("%q is %v, want %v", line, got, want)
		}
	}
}
