package report

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// The words of a later message, and of the time when it comes.
var (
	laterMessage = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(next|another|further|more)\b[^.;]{0,30}\b(updates?|posts?|messages?|news)\b|\bupdate\b[^.;]{0,20}\bagain\b|` +
			`\b(will|to)\s+(update|post)\b|\b(will|shall|we'll|we’ll)\s+(next\s+)?(update|post|report|write|share|be back)\b|\bupdates?\s+(every|hourly|at|by|in|within|(will|to)\s+follow|follows?)\b|` +
			`(\b(will|shall|to|be)|['’]ll)\s+(be\s+)?(provide|providing|give|giving|post|posting|send|sending|share|sharing|issue|issuing|publish|have|bring)\b[^.;]{0,20}\b(updates?|news)\b|\bhourly\s+updates?\b`)
	})
	someTime = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b[0-9]{1,2}[:.h][0-9]{2}|\b[0-9]{4} ?[A-Z]{2,5}\b|\b[0-9]+ ?-?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|am|pm|a\.m|p\.m|o.clock)\b|` +
			`\b(minutes?|hours?|hourly|tomorrow|tonight|noon|midnight|morning|afternoon|evening|end of (the )?day)\b|\b[0-9]{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b|` +
			`\b(January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{1,2}\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(at|by) [0-9]{1,2}\b`)
	})
)

// NextAnnounced gives the words with which a message to customers says when the next one will come: of one of its
// sentences, which speaks of a later message and of a time, what stands from the first of these on. It is empty where none
// does: "More soon" tells nobody when to look.
func NextAnnounced(text string) string {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '.' || r == ';' }) {
		if at := laterMessage().FindStringIndex(sentence); at != nil && someTime().MatchString(sentence) {
			return sentence[at[0]:]
		}
	}
	return ""
}

// Updates is what is known of the status updates of a timeline. An entry without a time may stand for any number of them
// and is not counted.
type Updates struct {
	Count     int
	Announced int // how many said when the next one would come
}

// Updates counts the status updates of the timeline.
func (r *Report) Updates() Updates {
	var u Updates
	for _, e := range r.Timeline.Events {
		if e.Phase.Value != StatusUpdate || e.At.Instant.IsZero() || e.DateOnly() || e.At.Problem != "" {
			continue
		}
		u.Count++
		text := r.File.Slice(source.Span{Start: e.At.End, End: e.Span.End})
		if NextAnnounced(strings.Join(strings.Fields(text), " ")) != "" {
			u.Announced++
		}
	}
	return u
}

// Announcing says how many of the updates said when the next one would come, behind their number: ", of which 2 say when
// the next will come". It is empty if none did, for what is not in the report may have said it.
func (u Updates) Announcing() string {
	const when = " when the next will come"
	switch {
	case u.Announced == 0:
		return ""
	case u.Count == 1:
		return ", which says" + when
	case u.Announced == u.Count:
		return ", each of which says" + when
	case u.Announced == 1:
		return ", of which 1 says" + when
	}
	return fmt.Sprintf(", of which %d say%s", u.Announced, when)
}
