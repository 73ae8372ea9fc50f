package rules

import "testing"

func TestSyllables(t *testing.T) {
	for w, want := range map[string]int{
		"the": 1, "cat": 1, "make": 1, "made": 1, "makes": 1, "table": 2, "changes": 2, "server": 2, "stopped": 1, "restarted": 3,
		"customer": 3, "customers": 3, "message": 2, "messages": 3, "people": 2, "availability": 6, "infrastructure": 4, "while": 1,
	} {
		if got := syllables(w); got != want {
			t.Errorf("%s has %d syllables, want %d", w, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"":                                    0,
		"It broke.":                           1,
		"It broke. We mended it.":             2,
		"It took 1.5 hours, e.g. at 11:10 am": 1,
		"Was it lost? No! Nothing was.":       3,
		"Three things changed: we test; you are told.": 3,
		"It broke. (We mended it.) It works.":          3,
	} {
		if got := len(sentences(text)); got != want {
			t.Errorf("%q has %d sentences, want %d", text, got, want)
		}
	}
}

func TestEase(t *testing.T) {
	score := func(text string) int {
		var all readability
		for _, s := range sentences(text) {
			all.add(s.readability)
		}
		return all.ease()
	}
	plain := score("The cat sat on the mat. We fixed the fault. You can pay again.")
	hard := score("Unavailability of authentication infrastructure necessitated comprehensive remediation of interdependent configuration repositories.")
	if plain < 90 || hard > 10 {
		t.Errorf("plain scores %d and hard %d", plain, hard)
	}
}
