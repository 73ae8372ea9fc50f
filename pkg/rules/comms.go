package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// gravest reports whether a severity is the highest of its scale: SEV1, S1, P1, Sev-0, critical.
func gravest(severity string) bool {
	key := strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return r
	}, severity))
	switch key {
	case "sev1", "sev0", "s1", "s0", "p1", "p0", "1", "0", "critical", "severity1", "severity0", "priority1", "major":
		return true
	}
	return false
}

// drawsOnComms reports whether a lesson or an action of the report is about telling customers: a long
// silence is then no oversight of the report.
func drawsOnComms(r *report.Report) bool {
	for _, ps := range r.Passages {
		s := ps.Section
		if !ps.ColumnHead() && (s.Within(report.WentPoorly) || s.Within(report.Lessons) || s.Within(report.ActionsKind)) && tellsCustomers(ps.Text) {
			return true
		}
	}
	return false
}

// tellsCustomers reports whether a text speaks of telling customers something: it names a place where
// they read ("the status page"), or joins a word of telling to them ("inform customers", "users heard
// nothing", "the first update").
func tellsCustomers(text string) bool {
	words := wordsOf(text)
	for i, w := range words {
		last, next := "", ""
		if i > 0 {
			last = words[i-1].low
		}
		if i+1 < len(words) {
			next = words[i+1].low
		}
		switch w.low {
		case "statuspage", "status-page", "announcement", "announcements", "tweet", "tweeted", "tweets", "banner":
			return true
		case "page", "pages", "message", "messages", "post", "posts", "site":
			if last == "status" {
				return true
			}
		case "communication", "communications":
			if next != "between" && next != "with" && last != "network" {
				return true
			}
		case "update", "updates":
			if updateKinds()[last] {
				return true
			}
		}
		if toldTo()[w.low] && addressed(words[i+1:]) || heard()[w.low] && namesCustomers(words[max(0, i-5):i]) {
			return true
		}
	}
	return false
}

// namesCustomers reports whether customers are among words.
func namesCustomers(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return customerWords()[w.low] })
}

// addressed reports whether words begin with customers, whichever and however many.
func addressed(words []word) bool {
	for _, w := range words[:min(len(words), 4)] {
		switch {
		case customerWords()[w.low]:
			return true
		case w.low != "to" && w.low != "for" && w.low != "the" && w.low != "our" && w.low != "all" && w.low != "affected" && w.low != "every" && w.low != "these" && w.low != "those":
			return false
		}
	}
	return false
}

var (
	// updateKinds stand before "update" where it is words for readers and not a new version.
	updateKinds = lazySet("status first next last no public incident customer regular frequent hourly timely progress earlier more")

	toldTo = lazySet("inform informs informed informing notify notifies notified notifying tell tells told telling announce announced email emailed mail mailed " +
		"warn warned communicate communicated communicating update updates updated updating message messages messaged")
	heard = lazySet("informed notified told hear heard announced emailed mailed warned updates silence silent communicated")
)
