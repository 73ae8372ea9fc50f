package edition

import (
	"strings"
	"testing"
)

// TestRename holds that a public name stands as its sentence asks.
func TestRename(t *testing.T) {
	o := Options{Names: map[string]string{"label-svc": "our label service", "kafka-main": "the message system", "mailer": "eMail", "rollup-cron": "nightly reports", "orders": "Orders", "feeds": "news"}}
	for text, want := range map[string]string{
		"The label-svc was full.":                         "Our label service was full.",
		"Our label-svc is new.":                           "Our label service is new.",
		"It broke. label-svc stopped.":                    "It broke. Our label service stopped.",
		"label-svc stopped, and then kafka-main.":         "Our label service stopped, and then the message system.",
		"**label-svc** stopped.":                          "**Our label service** stopped.",
		"It was `label-svc`.":                             "It was our label service.",
		"See **label-svc** and the kafka-main.":           "See **our label service** and the message system.",
		"The new label-svc is slow.":                      "The new label service is slow.",
		"See https://status.example.com/label-svc there.": "See https://status.example.com/label-svc there.",
		"Both label-svc, label-svc and cart.":             "Both our label service, our label service and cart.",
		"The rollup-cron was late. rollup-cron has run.":  "The nightly reports were late. Nightly reports have run.",
		"The rollup-cron wasted time.":                    "The nightly reports wasted time.",
		"The orders was late, feeds was too.":             "The orders was late, news was too.",
		"- label-svc was slow":                            "- Our label service was slow",
	} {
		got, _ := cut(t, "## Customer summary\n\n"+text+"\n", o)
		if !strings.HasSuffix(got, "\n\n"+want+"\n") {
			t.Errorf("%s\n%s", text, got)
		}
	}
}
