package edition

import (
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// UpdateFacts is how the organisation spoke to its customers during the incident, derived from the
// status updates of an edition's own timeline. Each number is shown with its definition.
type UpdateFacts struct {
	Updates []Update
	First   report.Metric // how long until the first
	Silence report.Metric // the longest time between two, or until the end
}

// Update is one message to customers.
type Update struct {
	At   moment.Stamp
	Text string
	Next string // the words that say when the next update would come; empty if none do
}

// Announced is how many updates said when the next would come. The last one need not.
func (f UpdateFacts) Announced() int {
	n := 0
	for _, u := range f.Updates {
		if u.Next != "" {
			n++
		}
	}
	return n
}

// Updates derives the facts of an edition's status updates.
func Updates(e *Edition) UpdateFacts {
	var f UpdateFacts
	for _, ev := range e.Report.Timeline.Events {
		if ev.Phase.Value == report.StatusUpdate {
			f.Updates = append(f.Updates, Update{ev.At, ev.Text.Value, nextUpdate().FindString(ev.Text.Value)})
		}
	}
	for _, m := range e.Report.Metrics() {
		switch m.Name {
		case "time to first customer update":
			f.First = m
		case report.LongestSilence:
			f.Silence = m
		}
	}
	return f
}

// nextUpdate is a promise of another message with a time: "next update at 15:00", "we will post again
// within the hour". A promise without a time ("more soon") tells nobody when to look.
var nextUpdate = expression(`(?i)\b(?:(?:next|another|further) (?:status )?updates?|(?:will|shall|to|and|we'll|we’ll) (?:post|update|report|write|share|follow|be back)[^.!?]{0,40}?|updates? (?:will follow|to follow|follows?))\b[^.!?]{0,40}?(?:\b(?:in|within|by|at|before|every|around|about|no later than|after)\b (?:about |the |the next |another |approximately )?(?:\d{1,2}(?::\d\d)?\s?(?:am|pm|h|hrs?|hours?|min|mins|minutes?|utc)?|half an|an?|one|two|three|four|six|next|half|hour|thirty|fifteen|sixty)(?:[ -](?:minutes?|hours?|hour|half))?|\bhourly\b|\btomorrow\b|\btonight\b)|\bupdates? (?:at least )?(?:hourly|every (?:hour|half|two|thirty|\d+))`)
