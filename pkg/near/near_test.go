package near_test

import (
	"math/rand/v2"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/near"
)

var names = []string{"action-due-missing", "action-owner-missing", "section-missing", "section-empty", "timeline-zone-missing",
	"timeline-out-of-order", "title", "status", "severity", "timezone", "services", "owner", "reviewers", "detection"}

func TestMatch(t *testing.T) {
	for word, want := range map[string]string{
		"titel":               "title",
		"Time_Zone":           "timezone",
		"sevrity":             "severity",
		"action_owner_mising": "action-owner-missing",
		"sections-missing":    "section-missing",
		"reveiwers":           "reviewers",
		"id":                  "",
		"colour":              "",
		"ti":                  "",
		"":                    "",
	} {
		if got, _ := near.Match(word, names); got != want {
			t.Errorf("Match(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestLastPart takes the last part of a path for what it leads to.
func TestLastPart(t *testing.T) {
	for word, want := range map[string]string{"amsterdam": "Europe/Amsterdam", "New York": "America/New_York", "Europe": "", "dam": ""} {
		if got, _ := near.Match(word, []string{"Europe/Amsterdam", "America/New_York"}); got != want {
			t.Errorf("Match(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestTwoLetters takes a word of two letters for one of three, and for nothing else.
func TestTwoLetters(t *testing.T) {
	for word, want := range map[string]string{"of": "off", "fo": "", "o": ""} {
		if got, _ := near.Match(word, []string{"error", "off"}); got != want {
			t.Errorf("Match(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestSlips makes one or two random slips in every name: the name is found again nearly always.
func TestSlips(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	tries, found := 0, 0
	for _, n := range names {
		for range 100 {
			w := []byte(n)
			for range 1 + rnd.IntN(2) {
				i := rnd.IntN(len(w) - 1)
				switch rnd.IntN(4) {
				case 0:
					w[i], w[i+1] = w[i+1], w[i]
				case 1:
					w = append(w[:i], w[i+1:]...)
				case 2:
					w[i] = byte('a' + rnd.IntN(26))
				case 3:
					w = append(w[:i+1], w[i:]...)
				}
			}
			tries++
			if got, _ := near.Match(string(w), names); got == n {
				found++
			}
		}
	}
	if found*100 < tries*95 {
		t.Errorf("%d of %d slips were understood", found, tries)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("titel", "title")
	f.Add("", "")
	f.Fuzz(func(t *testing.T, word, known string) {
		if m, ok := near.Match(word, []string{known}); ok && m != known {
			t.Errorf("%q was never offered", m)
		}
		if m, ok := near.Match(known, []string{known}); ok && m != known {
			t.Errorf("%q does not match itself", known)
		}
	})
}
