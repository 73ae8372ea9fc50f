package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var publicClassified = lint.Rule{
	Name:     "public-classified",
	Summary:  "a report that is marked as not for the public has a part for customers",
	Severity: lint.Error,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		at, level := trafficLight(p.Report)
		if level == "" || level == "CLEAR" || level == "WHITE" || trafficLights[level] == "" {
			return
		}
		if public := publicPlaces.Of(p); len(public) > 0 {
			p.Diagnose(lint.Diagnostic{Span: at, Message: "this report is TLP:" + level + ", " + trafficLights[level] + ", and a part of it is for customers",
				Hint: "take the marks `<!-- public -->` out, or mark the report TLP:CLEAR", Related: []lint.Related{{Span: public[0], Message: "the part for customers"}}})
		}
	},
}

// trafficLights are the labels of the Traffic Light Protocol 2.0 and who may read what bears them.
var trafficLights = map[string]string{
	"RED": "for those named alone", "AMBER": "for the recipients' organisations and clients", "AMBER+STRICT": "for the recipients' organisations alone",
	"GREEN": "for the community and no public channel", "CLEAR": "for everybody", "WHITE": "for everybody",
}

// trafficLight is the label that a report bears as a whole: on a line of its own, behind a name, or in the front
// matter, above all sections but the title.
func trafficLight(r *report.Report) (source.Span, string) {
	if k := r.Meta.Key("tlp"); k != nil {
		return k.Value, strings.TrimPrefix(strings.ToUpper(strings.Trim(r.File.Slice(k.Value), `"' `)), "TLP:")
	}
	for _, ps := range r.Passages {
		if ps.Section.Kind != report.Other {
			break
		}
		i := strings.Index(ps.Text, "TLP:")
		if i < 0 || ps.Quoted {
			continue
		}
		end := i + len("TLP:")
		for end < len(ps.Text) && (ps.Text[end] >= 'A' && ps.Text[end] <= 'Z' || ps.Text[end] == '+') {
			end++
		}
		return ps.Span(i, end), ps.Text[i+len("TLP:") : end]
	}
	return source.Span{}, ""
}
