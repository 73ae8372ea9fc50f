package main

import (
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// reportFace is the machine face of a report: what `show --format json` writes. Its shape is versioned
// by Schema; within a version, fields are only added. Instants are RFC 3339 in UTC, places are
// lines and columns from 1 in code points.
type reportFace struct {
	Schema   int           `json:"schema"`
	Path     string        `json:"path"`
	Title    string        `json:"title"`
	Meta     metaFace      `json:"meta"`
	Sections []sectionFace `json:"sections"`
	Timeline timelineFace  `json:"timeline"`
	Metrics  []metricFace  `json:"metrics"`
	Updates  updatesFace   `json:"status_updates"`
	Actions  []actionFace  `json:"actions"`
	Claims   []claimFace   `json:"claims"`
	Problems []problemFace `json:"problems"`
}

// updatesFace counts the status updates that have a time.
type updatesFace struct {
	Count     int `json:"count"`
	Announced int `json:"announced_next"` // how many said when the next one would come
}

// metaFace is the front matter; an empty value is not written there.
type metaFace struct {
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

// sectionFace is one section.
type sectionFace struct {
	Kind    string `json:"kind"`
	Heading string `json:"heading"`
	Level   int    `json:"level"`
	Line    int    `json:"line"`
}

// timelineFace is the timeline as written.
type timelineFace struct {
	Zone    *string     `json:"zone"`
	Ordered bool        `json:"ordered"`
	Events  []eventFace `json:"events"`
}

// eventFace is one entry.
type eventFace struct {
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

// metricFace is one derived metric; low and high are seconds, null where it cannot be derived.
type metricFace struct {
	Name       string   `json:"name"`
	Definition string   `json:"definition"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Missing    string   `json:"missing,omitempty"`
}

// actionFace is one corrective action.
type actionFace struct {
	Text     string   `json:"text"`
	Owner    *string  `json:"owner"`
	Due      *string  `json:"due"`
	Type     *string  `json:"type"`
	Priority *string  `json:"priority"`
	Status   *string  `json:"status"`
	Check    *string  `json:"check"`
	Tickets  []string `json:"tickets"`
	Done     bool     `json:"done"`
	Outcome  string   `json:"outcome"` // open, deferred, done, dropped, or unclear
	Line     int      `json:"line"`
}

// claimFace is one fact stated in prose.
type claimFace struct {
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

// problemFace is a part that was not understood.
type problemFace struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

// faceOf gives the machine face of a report.
func faceOf(r *report.Report) *reportFace {
	f := &reportFace{Schema: 1, Path: r.File.Path, Title: r.Title.Value,
		Sections: []sectionFace{}, Metrics: []metricFace{}, Actions: []actionFace{}, Claims: []claimFace{}, Problems: []problemFace{}}
	m := &r.Meta
	f.Meta = metaFace{m.ID.Value, m.Template.Value, m.Status.Value, m.Severity.Value, m.Timezone.Value, m.Owner.Value, m.Detection.Value, values(m.Services), values(m.Reviewers)}
	line := func(s source.Span) int { return r.File.LineAt(s.Start) }
	for _, s := range r.Sections {
		if s.Level > 0 {
			f.Sections = append(f.Sections, sectionFace{string(s.Kind), s.Heading.Value, s.Level, line(s.Span)})
		}
	}
	f.Timeline = timelineFace{Zone: optional(r.Timeline.Zone), Ordered: r.Timeline.Ordered, Events: []eventFace{}}
	for _, e := range r.Timeline.Events {
		f.Timeline.Events = append(f.Timeline.Events, faceOfEvent(r, e))
	}
	for _, d := range r.Metrics() {
		fm := metricFace{Name: d.Name, Definition: d.Definition, Missing: d.Missing}
		if d.Missing == "" {
			low, high := d.Low.Seconds(), d.High.Seconds()
			fm.Low, fm.High = &low, &high
		}
		f.Metrics = append(f.Metrics, fm)
	}
	f.Updates = updatesFace(r.Updates())
	for _, a := range r.Actions {
		f.Actions = append(f.Actions, actionFace{a.Text.Value, optional(a.Owner), optional(a.Due), optional(a.Type), optional(a.Priority),
			optional(a.Status), optional(a.Check), values(a.Tickets), a.Outcome == report.Done, a.Outcome.String(), line(a.Span)})
	}
	for _, c := range claim.Find(r) {
		at := r.File.Position(c.Span.Start)
		f.Claims = append(f.Claims, claimFace{string(c.Kind), c.Text, string(c.Subject), c.Unit, c.Low, c.High, c.Approximate, at.Line, at.Column})
	}
	for _, p := range r.Problems {
		at := r.File.Position(p.Span.Start)
		f.Problems = append(f.Problems, problemFace{p.Kind, p.Message, at.Line, at.Column})
	}
	return f
}

func faceOfEvent(r *report.Report, e *report.Event) eventFace {
	at := r.File.Position(e.At.Start)
	fe := eventFace{Stamp: e.At.Text, At: instantOf(&e.At), Approximate: e.At.Approximate, Inferred: []string{}, From: []string{},
		Phase: string(e.Phase.Value), Text: e.Text.Value, Line: at.Line, Column: at.Column}
	if e.At.Until != nil {
		fe.Until = instantOf(e.At.Until)
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

func instantOf(s *moment.Stamp) *string {
	if s.Instant.IsZero() {
		return nil
	}
	t := s.Instant.UTC().Format(time.RFC3339)
	return &t
}

func optional(f report.Field[string]) *string {
	if !f.Written() {
		return nil
	}
	return &f.Value
}

func values(fs []report.Field[string]) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.Value
	}
	return out
}
