package guard

import (
	"bytes"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// locate finds where the report's public parts say what must not be released, by squeezed text. The
// front matter may name a service: a place in the text that does too is what has to change.
func (g *Guard) locate(r *report.Report, public []source.Span) map[string][]Place {
	shown := bytes.Repeat([]byte("\n"), len(r.File.Text)) // line ends keep two parts apart
	for _, s := range public {
		copy(shown[s.Start:s.End], r.File.Text[s.Start:s.End])
	}
	for _, e := range r.Timeline.Events { // whoever stands behind an instant acted then; the edition writes it anew
		if text := e.Text.Span; e.At.End <= text.Start && text.Start < len(shown) && shown[text.Start] != '\n' && text.Start-e.At.End < 4 {
			copy(shown[e.At.Start:text.Start], r.File.Text[e.At.Start:text.Start])
		}
	}
	places := map[string][]Place{}
	masked := Mask(r.File.Text)
	for _, f := range g.scan(shown) {
		p, key := placeOf(r.File.Text, masked, f), squeezeKey(f.text)
		if said := places[key]; len(said) == 1 && isService(r, said[0].Span) {
			places[key] = nil
		}
		if len(places[key]) == 0 || !isService(r, p.Span) {
			places[key] = append(places[key], p)
		}
	}
	return places
}

func isService(r *report.Report, s source.Span) bool {
	return slices.ContainsFunc(r.Meta.Services, func(f report.Field[string]) bool { return f.Span.Overlaps(s) })
}
