package report

import (
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Face is the machine face of a report: what `show --format json` writes. Its shape is versioned
// by Schema; within a version, fields are only added. Instants are RFC 3339 in UTC, places are
// lines and columns from 1 in code points.
type Face struct {
	Schema   int           `json:"schema"`
	Path     string        `json:"path"`
	Title    string        `json:"title"`
	Meta     FaceMeta      `json:"meta"`
	Sections []FaceSection `json:"sections"`
	Timeline FaceTimeline  `json:"timeline"`
	Metrics  []FaceMetric  `json:"metrics"`
	Actions  []FaceAction  `json:"actions"`
	Claims   []FaceClaim   `json:"claims"`
	Problems []FaceProblem `json:"problems"`
}

// FaceMeta is the front matter; an empty value is not written there.
type FaceMeta struct {
	ID        string   `json:"id"`
	Template  string   `json:"template"`
	Status    string   `json:"status"`
	Severity  string   `json:"severity"`
	Timezone  string   `json:"timezone"`
	Owner     string   `json:"owner"`
	Detection string   `json:"detection"`
	Services  []string `json:"services"`
	Reviewers []string `json:"reviewers"`
}

// FaceSection is one section.
type FaceSection struct {
	Kind    string `json:"kind"`
	Heading string `json:"heading"`
	Level   int    `json:"level"`
	Line    int    `json:"line"`
}

// FaceTimeline is the timeline as written.
type FaceTimeline struct {
	Zone    *string     `json:"zone"`
	Ordered bool        `json:"ordered"`
	Events  []FaceEvent `json:"events"`
}

// FaceEvent is one entry.
type FaceEvent struct {
	Stamp       string   `json:"stamp"`
	At          *string  `json:"at"`
	Until       *string  `json:"until,omitempty"`
	Approximate bool     `json:"approximate,omitempty"`
	Inferred    []string `json:"inferred"`
	From        []string `json:"inferredFrom"`
	Problem     *string  `json:"problem"`
	Phase       string   `json:"phase,omitempty"`
	Text        string   `json:"text"`
	Line        int      `json:"line"`
	Column      int      `json:"column"`
}

// FaceMetric is one derived metric; low and high are seconds, null where it cannot be derived.
type FaceMetric struct {
	Name       string   `json:"name"`
	Definition string   `json:"definition"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Missing    string   `json:"missing,omitempty"`
}

// FaceAction is one corrective action.
type FaceAction struct {
	Text     string   `json:"text"`
	Owner    *string  `json:"owner"`
	Due      *string  `json:"due"`
	Type     *string  `json:"type"`
	Priority *string  `json:"priority"`
	Status   *string  `json:"status"`
	Check    *string  `json:"check"`
	Tickets  []string `json:"tickets"`
	Done     bool     `json:"done"`
	Outcome  string   `json:"outcome"` // open, done, dropped, or unclear
	Line     int      `json:"line"`
}

// FaceClaim is one fact stated in prose.
type FaceClaim struct {
	Kind        string  `json:"kind"`
	Text        string  `json:"text"`
	Subject     string  `json:"subject,omitempty"`
	Unit        string  `json:"unit,omitempty"`
	Low         float64 `json:"low"`
	High        float64 `json:"high"`
	Approximate bool    `json:"approximate,omitempty"`
	Line        int     `json:"line"`
	Column      int     `json:"column"`
}

// FaceProblem is a part that was not understood.
type FaceProblem struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

// Face gives the machine face of the report.
func (r *Report) Face() *Face {
	f := &Face{Schema: 1, Path: r.File.Path, Title: r.Title.Value,
		Sections: []FaceSection{}, Metrics: []FaceMetric{}, Actions: []FaceAction{}, Claims: []FaceClaim{}, Problems: []FaceProblem{}}
	m := &r.Meta
	f.Meta = FaceMeta{m.ID.Value, m.Template.Value, m.Status.Value, m.Severity.Value, m.Timezone.Value, m.Owner.Value, m.Detection.Value, values(m.Services), values(m.Reviewers)}
	line := func(s source.Span) int { return r.File.LineAt(s.Start) }
	for _, s := range r.Sections {
		if s.Level > 0 {
			f.Sections = append(f.Sections, FaceSection{string(s.Kind), s.Heading.Value, s.Level, line(s.Span)})
		}
	}
	f.Timeline = FaceTimeline{Zone: optional(r.Timeline.Zone), Ordered: r.Timeline.Ordered, Events: []FaceEvent{}}
	for _, e := range r.Timeline.Events {
		f.Timeline.Events = append(f.Timeline.Events, r.faceEvent(e))
	}
	for _, d := range r.Metrics() {
		fm := FaceMetric{Name: d.Name, Definition: d.Definition, Missing: d.Missing}
		if d.Missing == "" {
			low, high := d.Low.Seconds(), d.High.Seconds()
			fm.Low, fm.High = &low, &high
		}
		f.Metrics = append(f.Metrics, fm)
	}
	for _, a := range r.Actions {
		f.Actions = append(f.Actions, FaceAction{a.Text.Value, optional(a.Owner), optional(a.Due), optional(a.Type), optional(a.Priority),
			optional(a.Status), optional(a.Check), values(a.Tickets), a.Outcome == Done, a.Outcome.String(), line(a.Span)})
	}
	for _, c := range r.Claims {
		at := r.File.Position(c.Span.Start)
		f.Claims = append(f.Claims, FaceClaim{string(c.Kind), c.Text, string(c.Subject), c.Unit, c.Low, c.High, c.Approximate, at.Line, at.Column})
	}
	for _, p := range r.Problems {
		at := r.File.Position(p.Span.Start)
		f.Problems = append(f.Problems, FaceProblem{p.Kind, p.Message, at.Line, at.Column})
	}
	return f
}

func (r *Report) faceEvent(e *Event) FaceEvent {
	at := r.File.Position(e.At.Start)
	fe := FaceEvent{Stamp: e.At.Text, At: instant(&e.At), Approximate: e.At.Approximate, Inferred: []string{}, From: []string{},
		Phase: string(e.Phase.Value), Text: e.Text.Value, Line: at.Line, Column: at.Column}
	if e.At.Until != nil {
		fe.Until = instant(e.At.Until)
	}
	for _, i := range e.At.Inferred {
		fe.Inferred = append(fe.Inferred, i.What)
		fe.From = append(fe.From, i.From)
	}
	if e.At.Problem != "" {
		fe.Problem = &e.At.Problem
	}
	return fe
}

func instant(s *moment.Stamp) *string {
	if s.Instant.IsZero() {
		return nil
	}
	t := s.Instant.UTC().Format(time.RFC3339)
	return &t
}

func optional(f Field[string]) *string {
	if !f.Written() {
		return nil
	}
	return &f.Value
}

func values(fs []Field[string]) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.Value
	}
	return out
}
