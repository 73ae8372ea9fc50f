package report

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
)

// day finds the day of the incident where the report states it outside the timeline: in the front
// matter, on a line such as "Date: 4 May 2023", in the title, in the first sentences, in the name
// of the file. It names the place.
func (r *Report) day() (moment.Date, string) {
	var found moment.Date
	var from string
	take := func(at *moment.Stamp, where string) {
		if at == nil || !at.Has.Any(moment.HasMonth) || at.Problem != "" {
			return
		}
		d := at.Date()
		switch {
		case found == (moment.Date{}) && d.Day != 0:
			found, from = d, where
		case found != (moment.Date{}) && found.Year == 0 && d.Year != 0:
			found.Year = d.Year
			from += ", with the year of " + where
		}
	}
	for _, f := range []Field[moment.Stamp]{r.Meta.Started, r.Meta.Detected, r.Meta.Mitigated, r.Meta.Resolved} {
		if f.Written() {
			take(&f.Value, r.head(f.Span))
		}
	}
	r.labelled(take)
	if r.Title.Written() {
		take(onlyDay(r.Title.Value), r.place("the title", r.Title.Span))
	}
	r.introduced(take)
	take(pathDay(r.File.Path), "the name of the file")
	if k := r.Meta.Key("date"); k != nil {
		if at, ok := moment.Read(strings.Trim(r.File.Slice(k.Value), `"'`)); ok {
			take(&at, r.place("the front matter", k.Span))
		}
	}
	if found == (moment.Date{}) {
		r.tabled(take)
	}
	if found == (moment.Date{}) {
		return r.month()
	}
	return found, from
}

// month finds the month of the incident where no day is stated: in the title, or in the first sentences. It gives
// days without a year theirs.
func (r *Report) month() (moment.Date, string) {
	for _, p := range r.Passages {
		if !(r.InTitle(p) || p.Section.Kind == Summary) || len(p.Text) > 4000 || !prose.HasDigit(p.Text) {
			continue
		}
		for _, at := range moment.Find(p.Text) {
			if at.Has.All(moment.HasYear|moment.HasMonth) && at.Problem == "" {
				return moment.Date{Year: at.Year, Month: at.Month}, r.place("the sentence", p.Full())
			}
		}
	}
	return moment.Date{}, ""
}

// labelled gives take the days on lines that are labelled as the date of the incident.
func (r *Report) labelled(take func(*moment.Stamp, string)) {
	for _, p := range r.Passages {
		if p.Section.Within(TimelineKind) || p.Section.Within(ActionsKind) {
			continue
		}
		if r.dateCell(p) {
			if at, ok := moment.Read(p.Text); ok {
				take(&at, r.place("the row", p.Full()))
			}
			continue
		}
		for i := 0; i < len(p.Text); {
			end := endOfLine(p.Text, i)
			line := p.Text[i:end]
			if name, rest, ok := strings.Cut(line, ":"); ok && len(name) < 30 && dateLabels[HeadingKey(name)] {
				if at, ok := moment.Read(strings.TrimLeft(rest, " \t*")); ok {
					take(&at, r.place("the line", p.Span(i, end)))
				}
			}
			i = end + 1
		}
	}
}

// tabled gives take the day that the second cells of tables above the timeline name, in whatever language their labels are, if it
// is one.
func (r *Report) tabled(take func(*moment.Stamp, string)) {
	var day *moment.Stamp
	var where *Passage
	for _, p := range r.Passages {
		if p.Section.Within(TimelineKind) {
			break
		}
		if p.Node == nil || p.Node.Kind() != extast.KindTableCell || p.Node.PreviousSibling() == nil || p.Node.PreviousSibling().PreviousSibling() != nil {
			continue
		}
		at, ok := moment.Read(p.Text)
		switch {
		case !ok || !at.Has.All(moment.HasDate) || at.Problem != "":
		case day == nil:
			day, where = &at, p
		case day.Date() != at.Date():
			return
		}
	}
	if day != nil {
		take(day, r.place("the row", where.Full()))
	}
}

// dateCell reports whether a passage is the second cell of a row that is labelled as the date of the incident.
func (r *Report) dateCell(p *Passage) bool {
	if p.Node == nil || p.Node.Kind() != extast.KindTableCell {
		return false
	}
	label := p.Node.PreviousSibling()
	return label != nil && label.PreviousSibling() == nil && dateLabels[HeadingKey(r.PassageOf(label).text())]
}

// dateLabels are the names of lines that give the day of the incident, as HeadingKey gives them.
var dateLabels = map[string]bool{"date": true, "incident date": true, "date of incident": true, "date of the incident": true, "incident from": true, "from": true,
	"start": true, "started": true, "start time": true, "incident start": true, "incident started": true, "began": true, "when": true, "day": true, "start date": true,
	"date and time": true, "dates": true, "incident dates": true, "outage date": true, "occurred": true, "occurred on": true, "date occurred": true, "impact start": true, "start of incident": true, "start of outage": true, "time of incident": true, "detected": true, "date time": true,
	"duration": true, "incident duration": true, "outage duration": true, "period": true, "incident period": true, "outage window": true, "impact period": true, "impact window": true}

// introduced gives take the day that the first sentences and the summary name, if they agree on one.
func (r *Report) introduced(take func(*moment.Stamp, string)) {
	var day *moment.Stamp
	var where *Passage
	for _, p := range r.Passages {
		s := p.Section
		if !(s.Kind == Summary || s.Kind == Other && !s.Heading.Written() || s.Heading.Span == r.Title.Span && s.Level > 0) || s.Heading.Span.Contains(p.Full()) {
			continue
		}
		if len(p.Text) > 4000 || !prose.HasDigit(p.Text) {
			continue
		}
		for _, at := range moment.Find(p.Text) {
			if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Problem != "" {
				continue
			}
			if day != nil && (day.Month != at.Month || day.Day != at.Day) {
				return
			}
			if day == nil {
				day, where = &at, p
			}
		}
	}
	if day != nil {
		take(day, r.place("the sentence", where.Full()))
	}
}

// pathDay is the day that a file's name, or the folder above it, begins with: 2023-05-04-dns.md.
func pathDay(path string) *moment.Stamp {
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	for i := 0; i+8 <= len(name); i++ {
		if name[i]-'0' >= 10 || i > 0 && name[i-1]-'0' < 10 {
			continue
		}
		digits := strings.NewReplacer("_", "-").Replace(name[i:min(len(name), i+10)])
		if at, ok := moment.Read(digits); ok && at.Has.All(moment.HasDate) && at.Problem == "" && !at.Has.Any(moment.HasClock) {
			return &at
		}
		if at := eightDigits(name[i:]); at != nil {
			return at
		}
	}
	return nil
}

// eightDigits reads 20230504.
func eightDigits(s string) *moment.Stamp {
	if len(s) < 8 || len(s) > 8 && s[8]-'0' < 10 {
		return nil
	}
	if at, ok := moment.Read(s[:4] + "-" + s[4:6] + "-" + s[6:8]); ok && at.Has.All(moment.HasDate) && at.Problem == "" {
		return &at
	}
	return nil
}
