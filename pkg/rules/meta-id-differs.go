package rules

import (
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var metaIDDiffers = lint.Rule{
	Name:     "meta-id-differs",
	Summary:  "the name of the file says another id or another day than the report",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		m := &p.Report.Meta
		name := path.Base(strings.ReplaceAll(p.Report.File.Path, `\`, "/"))
		stem := strings.TrimSuffix(name, path.Ext(name))
		if !strings.ContainsAny(stem, "0123456789") {
			return // index.md, postmortem.md: the directory has the name
		}
		day, dated := leadingDay(stem)
		if m.ID.Written() {
			a, b := plain(stem), plain(m.ID.Value)
			if a != b && !strings.Contains(a, b) && !strings.Contains(b, a) {
				p.Diagnose(lint.Diagnostic{Span: m.ID.Span, Message: fmt.Sprintf("the id is %q, and the file is called %s", m.ID.Value, name), Hint: "call both the same, so that one is found by the other"})
				return
			}
		}
		if began := stated(m.Started); dated && !began.IsZero() && began.Sub(day).Abs() > 24*time.Hour {
			p.Diagnose(lint.Diagnostic{Span: m.Started.Span, Message: fmt.Sprintf("the incident started on %s, and the file is called %s", began.Format(time.DateOnly), name), Hint: "correct one of the two"})
		}
	},
}

func leadingDay(stem string) (time.Time, bool) {
	if len(stem) < len(time.DateOnly) {
		return time.Time{}, false
	}
	day, err := time.Parse(time.DateOnly, stem[:len(time.DateOnly)])
	return day, err == nil
}

// final reports whether a report is made from a template and is said to be final.
func final(p *lint.Pass) bool {
	return p.Schema.Name != "" && p.Report.Meta.Status.Value == report.Statuses[len(report.Statuses)-1]
}

// keyPlace is where the value of a key of the front matter is missing.
func keyPlace(m *report.Meta, key string) source.Span {
	if k := m.Key(key); k != nil {
		return k.Span
	}
	if k := m.Key("status"); k != nil {
		return k.Span
	}
	if m.Status.Written() {
		return m.Status.Span
	}
	return m.Span
}
