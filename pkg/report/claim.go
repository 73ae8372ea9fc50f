package report

import (
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Claim is a fact stated in prose that another part of the report can contradict.
type Claim struct {
	Kind        ClaimKind
	Text        string        // as written
	Span        source.Span   // where
	Section     *Section      // in which section; nil in the front matter's title
	Subject     Subject       // what it speaks of, where the sentence says so
	Unit        string        // of a count: "users", "requests", in the singular or plural of the text; of money: the currency
	Low, High   float64       // the number; equal unless a range; durations in seconds, shares in percent
	Approximate bool          // about, around, more than, ~
	Precision   time.Duration // of a duration: the smallest unit written
	Stamp       *moment.Stamp // of a time: what was read
	Passage     *Passage      // the block it stands in; nil in the front matter
}

// ClaimKind says what sort of fact a Claim is.
type ClaimKind string

// The kinds of claim.
const (
	ClaimDuration ClaimKind = "duration"
	ClaimTime     ClaimKind = "time"
	ClaimCount    ClaimKind = "count"
	ClaimPercent  ClaimKind = "percent"
	ClaimMoney    ClaimKind = "money"
)

// Subject is what a duration speaks of. It is set only where the sentence says so.
type Subject string

// The subjects of a duration.
const (
	OfUnknown    Subject = ""
	OfIncident   Subject = "incident"   // the whole: outage, downtime, incident, unavailable for
	OfDetection  Subject = "detection"  // until it was noticed
	OfMitigation Subject = "mitigation" // until it was mitigated
	OfOther      Subject = "other"      // a backup's age, a retry delay, a job: not the incident
)
