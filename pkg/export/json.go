package export

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// Schema is the version of the JSON form. docs/export.schema.json describes it.
const Schema = 1

var machine = Exporter{Name: "json", Summary: "the facts and the text for programs, as docs/export.schema.json says", Extension: ".json",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(newFace(e, o))
	}, Foreign: jsonStrings}

// jsonStrings gives every string of a JSON text as a program reads it, each on its own line; but
// runs of text in a row, as Slack has them, without anything in between.
func jsonStrings(text []byte) []byte {
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return text
	}
	var b bytes.Buffer
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			b.WriteString(v)
		case []any:
			for _, x := range v {
				walk(x)
				if _, ok := x.(string); ok {
					b.WriteByte('\n')
				}
			}
		case map[string]any:
			run := v["type"] == "text" || v["type"] == "link"
			for _, key := range slices.Sorted(maps.Keys(v)) {
				if key == "type" || run && key != "text" {
					continue
				}
				walk(v[key])
				if !run {
					b.WriteByte('\n')
				}
			}
		}
	}
	walk(v)
	// The addresses of links would part the words around them.
	var links func(v any)
	links = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				links(x)
			}
		case map[string]any:
			if url, ok := v["url"].(string); ok {
				b.WriteString(url + "\n")
			}
			for _, key := range slices.Sorted(maps.Keys(v)) {
				links(v[key])
			}
		}
	}
	links(v)
	return b.Bytes()
}

// face is an edition for programs.
type face struct {
	Schema   int           `json:"schema"`
	Title    string        `json:"title"`
	Language string        `json:"language"` // a tag of BCP 47
	Services []string      `json:"services"`
	Began    string        `json:"began,omitempty"`    // RFC 3339 in UTC
	Resolved string        `json:"resolved,omitempty"` // RFC 3339 in UTC
	Zone     string        `json:"zone,omitempty"`     // the customers'
	Timeline []faceEvent   `json:"timeline"`
	Actions  []faceAction  `json:"actions"`
	Sections []faceSection `json:"sections"`
	Metrics  []faceMetric  `json:"metrics"`
	Updates  faceUpdates   `json:"status_updates"`
}

type faceUpdates struct {
	Count     int `json:"count"`
	Announced int `json:"announced_next"` // how many said when the next one would come
}

type faceMetric struct {
	Name       string  `json:"name"`
	Definition string  `json:"definition"`
	Low        float64 `json:"low_seconds"`
	High       float64 `json:"high_seconds"`
}

type faceEvent struct {
	Written     string `json:"written"`         // the time as the edition writes it
	At          string `json:"at,omitempty"`    // RFC 3339 in UTC, of a time that is decided
	Until       string `json:"until,omitempty"` // the same, of a range
	Local       string `json:"local,omitempty"` // the time in the customers' zone, RFC 3339
	Approximate bool   `json:"approximate,omitempty"`
	Phase       string `json:"phase,omitempty"`
	Text        string `json:"text"`
}

type faceAction struct {
	Text     string `json:"text"`
	Done     bool   `json:"done"`
	Deferred bool   `json:"deferred,omitempty"` // nobody does it for now
}

type faceSection struct {
	Heading  string `json:"heading"` // empty before the first heading
	Level    int    `json:"level"`
	Kind     string `json:"kind,omitempty"`
	Markdown string `json:"markdown"`
	Text     string `json:"text"`
}

func newFace(e *edition.Edition, o Options) face {
	r := e.Report
	d := newDocument(e, o)
	f := face{Schema: Schema, Title: oneLine(d.title), Language: d.language, Services: append([]string{}, servicesOf(r)...), Updates: faceUpdates(r.Updates()),
		Metrics: []faceMetric{}, Timeline: []faceEvent{}, Actions: []faceAction{}, Sections: []faceSection{}}
	if o.Zone != nil {
		f.Zone = o.Zone.String()
	}
	for _, at := range []struct {
		phase report.Phase
		to    *string
	}{{report.ImpactBegins, &f.Began}, {report.Resolved, &f.Resolved}} {
		if ev := r.Timeline.First(at.phase); ev != nil && timed(ev) {
			*at.to = instant(ev.At.Instant, time.UTC)
		}
	}
	for _, m := range r.Metrics() {
		if m.Missing == "" {
			f.Metrics = append(f.Metrics, faceMetric{m.Name, m.Definition, m.Low.Seconds(), m.High.Seconds()})
		}
	}
	for _, ev := range r.Timeline.Events {
		f.Timeline = append(f.Timeline, newFaceEvent(r, ev, o.Zone))
	}
	for i := range r.Actions {
		f.Actions = append(f.Actions, faceAction{plainField(r, r.Actions[i].Text), r.Actions[i].Outcome == report.Done, r.Actions[i].Outcome == report.Deferred})
	}
	f.Sections = append(f.Sections, d.sections()...)
	return f
}

// plainField is the text of an entry as the plain form has it: without its marks, but for what is struck out and where links lead.
func plainField(r *report.Report, f report.Field[string]) string {
	return oneLine(clean(plainInlines(r.Excerpt(f.Span))))
}

func newFaceEvent(r *report.Report, ev *report.Event, zone *time.Location) faceEvent {
	f := faceEvent{Written: oneLine(clean(ev.At.Text)), Approximate: ev.At.Approximate, Phase: string(ev.Phase.Value), Text: plainField(r, ev.Text)}
	if !timed(ev) {
		return f
	}
	f.At = instant(ev.At.Instant, time.UTC)
	if zone != nil {
		f.Local = instant(ev.At.Instant, zone)
	}
	if u := ev.At.Until; u != nil && u.Instant.After(ev.At.Instant) {
		f.Until = instant(u.Instant, time.UTC)
	}
	return f
}

func instant(t time.Time, zone *time.Location) string { return t.In(zone).Format(time.RFC3339) }

// sections cuts the text of a document at its headings.
func (d *document) sections() []faceSection {
	var out []faceSection
	var blocks []*report.Block
	current := faceSection{}
	finish := func() {
		if current.Heading != "" || len(blocks) > 0 {
			current.Markdown = string(edition.Markdown(blocks))
			current.Text = plainBlocks(blocks)
			out = append(out, current)
		}
		blocks = nil
	}
	for _, b := range d.blocks {
		if b.Kind != report.HeadingBlock {
			blocks = append(blocks, b)
			continue
		}
		finish()
		current = faceSection{Heading: oneLine(report.PlainText(b.Inlines)), Level: b.Level}
		if b.Section != nil {
			current.Kind = string(b.Section.Kind)
		}
	}
	finish()
	return out
}
