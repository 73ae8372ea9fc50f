package export

import (
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// FileName is what an edition's files are called, without the extension: the day on which the impact
// began, or else that of the first event, and the title, as far as the edition tells them. A report's own name is internal. Where the edition
// tells neither, the name is that of any other such edition, and own is false.
func FileName(e *edition.Edition) (name string, own bool) {
	if first := begun(&e.Report.Timeline); first != nil {
		name = first.At.Instant.UTC().Format(shortForm) + "-"
	}
	var b strings.Builder
	for _, r := range strings.ToLower(e.Report.Title.Value) {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= 80 {
			break
		}
	}
	slug := strings.Trim(b.String(), "-")
	if slug == "" || e.Report.Title.Value == edition.Untitled {
		return name + "incident-report", name != ""
	}
	return name + slug, true
}

// begun is the event with which the impact began, or the first of those that have a time; nil if none has.
func begun(t *report.Timeline) (first *report.Event) {
	if e := t.First(report.ImpactBegins); e != nil && timed(e) {
		return e
	}
	for _, e := range t.Events {
		if timed(e) && (first == nil || e.At.Instant.Before(first.At.Instant)) {
			first = e
		}
	}
	return first
}

// ForFile gives the exporter whose extension a file has; the longest one counts.
func ForFile(name string) (Exporter, bool) {
	var found Exporter
	for _, x := range Exporters {
		if strings.HasSuffix(strings.ToLower(name), x.Extension) && len(x.Extension) > len(found.Extension) {
			found = x
		}
	}
	return found, found.Extension != ""
}
