package report

import (
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// place names a place in the report for a reader.
func (r *Report) place(what string, at source.Span) string {
	return what + " on line " + strconv.Itoa(r.File.LineAt(at.Start))
}

func (d *reader) place(what string, at source.Span) string { return d.r.place(what, at) }

// say takes up what a heading or a sentence of a timeline says of the date and the zone of the
// entries below it.
func (d *reader) say(p *Passage, from string) {
	day := onlyDay(p.Text)
	if day != nil {
		d.sayDate(day, from)
		if strings.Contains(p.Text, "nless ") || strings.Contains(p.Text, "ll ") {
			d.usual = moment.Context{Date: d.next.Date, DateFrom: from}
		}
	} else if year := onlyYear(p.Text); year != 0 {
		d.next.Date, d.next.DateFrom, d.said = moment.Date{Year: year}, from, true
	}
	z, start, end, ok := moment.FindZone(p.Text)
	if !ok && day != nil {
		// In "2023-05-01 (UTC)" the zone is not that of one time.
		z, start, end, ok = moment.FindZone(p.Text[day.OuterEnd:])
		start, end = start+day.OuterEnd, end+day.OuterEnd
	}
	if !ok && day != nil { // "Timeline (2023-05-01 UTC)"
		rest := strings.Trim(p.Text[day.OuterEnd:], " )],.:")
		if z, ok = moment.ParseZone(rest); ok {
			start = day.OuterEnd + strings.Index(p.Text[day.OuterEnd:], rest)
			end = start + len(rest)
		}
	}
	if ok {
		d.sayZone(z, p.field(start, secondZone(p.Text, end)), from)
	}
}

// onlyYear is the year that a short heading states in brackets or at its end, as "Date (2022)" and
// "Timeline 2022" do; 0 if there is none.
func onlyYear(text string) int {
	text = strings.TrimRight(text, " ):")
	if len(text) < 4 || len(text) > 40 {
		return 0
	}
	year, err := strconv.Atoi(text[len(text)-4:])
	if before := text[:len(text)-4]; err != nil || year < 1990 || year > 2099 || before != "" && !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "(") {
		return 0
	}
	return year
}

// secondZone is the end of "EDT and UTC", where a sentence names two zones for all times.
func secondZone(text string, end int) int {
	for _, and := range []string{" and ", " & ", " / ", "/", ", "} {
		rest, ok := strings.CutPrefix(text[end:], and)
		if !ok {
			continue
		}
		n := strings.IndexAny(rest, " .,;:)\n")
		if n < 0 {
			n = len(rest)
		}
		if _, ok := moment.ParseZone(rest[:n]); ok {
			return end + len(and) + n
		}
	}
	return end
}

func (d *reader) sayDate(at *moment.Stamp, from string) {
	if !at.Has.All(moment.HasMonth | moment.HasDay) {
		return
	}
	d.next.Date, d.next.DateFrom, d.said = dateOf(at), from, true
	if at.Has.Any(moment.HasZone) {
		d.sayZone(at.Zone, Field[string]{}, from)
	}
}

func (d *reader) sayZone(z moment.Zone, written Field[string], from string) {
	if m := d.r.Meta.Timezone; !z.Known() && m.Written() {
		if known, ok := moment.ParseZone(m.Value); ok {
			z, from = known, d.place("the front matter", m.Span)
		}
	}
	d.next.Zone, d.next.ZoneFrom, d.said = z, from, true
	if t := &d.r.Timeline; !t.Zone.Written() && written.Written() {
		t.Zone, t.zone, t.zoneFrom = written, z, from
	}
}

func dateOf(at *moment.Stamp) moment.Date {
	return moment.Date{Year: at.Year, Month: at.Month, Day: at.Day}
}

// onlyDay is the day that a text names if it names one and no other.
func onlyDay(text string) *moment.Stamp {
	if len(text) > 2000 || !hasDigit(text) {
		return nil
	}
	var day *moment.Stamp
	for _, at := range moment.Find(text) {
		if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Problem != "" {
			continue
		}
		if day != nil && (day.Month != at.Month || day.Day != at.Day) {
			return nil
		}
		if day == nil || day.Year == 0 {
			day = &at
		}
	}
	return day
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]-'0' < 10 {
			return true
		}
	}
	return false
}

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
		d := dateOf(at)
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
			take(&f.Value, r.place("the front matter", f.Span))
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
		return r.month()
	}
	return found, from
}

// month finds the month of the incident where no day is stated: in the title, or in the first sentences. It gives
// days without a year theirs.
func (r *Report) month() (moment.Date, string) {
	for _, p := range r.Passages {
		if !(r.inTitle(p) || p.Section.Kind == Summary) || len(p.Text) > 4000 || !hasDigit(p.Text) {
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
		for i := 0; i < len(p.Text); {
			end := endOfLine(p.Text, i)
			line := p.Text[i:end]
			if name, rest, ok := strings.Cut(line, ":"); ok && len(name) < 30 && dateLabels[headingKey(name)] {
				if at, ok := moment.Read(strings.TrimLeft(rest, " \t*")); ok {
					take(&at, r.place("the line", p.Span(i, end)))
				}
			}
			i = end + 1
		}
	}
}

// dateLabels are the names of lines that give the day of the incident, as headingKey gives them.
var dateLabels = map[string]bool{"date": true, "incident date": true, "date of incident": true, "date of the incident": true, "incident from": true, "from": true,
	"start": true, "started": true, "start time": true, "incident start": true, "incident started": true, "began": true, "when": true, "day": true, "start date": true,
	"date and time": true, "dates": true, "incident dates": true, "outage date": true, "occurred": true, "occurred on": true, "date occurred": true, "impact start": true, "start of incident": true, "start of outage": true, "time of incident": true, "detected": true, "date time": true}

// introduced gives take the day that the first sentences and the summary name, if they agree on one.
func (r *Report) introduced(take func(*moment.Stamp, string)) {
	var day *moment.Stamp
	var where *Passage
	for _, p := range r.Passages {
		s := p.Section
		if !(s.Kind == Summary || s.Kind == Other && !s.Heading.Written() || s.Heading.Span == r.Title.Span && s.Level > 0) || s.Heading.Span.Contains(p.Full()) {
			continue
		}
		if len(p.Text) > 4000 || !hasDigit(p.Text) {
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
