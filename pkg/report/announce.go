package report

import (
	"regexp"
	"strings"
	"sync"
)

// The words of a later message, and of the time when it comes.
var (
	laterMessage = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(next|another|further|more)\b[^.;]{0,30}\b(updates?|posts?|messages?|news)\b|\bupdate\b[^.;]{0,20}\bagain\b|` +
			`\b(will|to)\s+(update|post)\b|\b(will|shall|we'll|we’ll)\s+(update|post|report|write|share|be back)\b|\bupdates?\s+(every|hourly|at|by|in|within|(will|to)\s+follow|follows?)\b`)
	})
	someTime = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)[0-9]|\bhours?\b|\bhourly\b|\btomorrow\b|\btonight\b|\bnoon\b|\bmidnight\b`)
	})
)

// AnnouncesNext reports whether a message to customers says when the next one will come: one of its
// sentences speaks of a later message and of a time. "More soon" tells nobody when to look.
func AnnouncesNext(text string) bool {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '.' || r == ';' }) {
		if laterMessage().MatchString(sentence) && someTime().MatchString(sentence) {
			return true
		}
	}
	return false
}
