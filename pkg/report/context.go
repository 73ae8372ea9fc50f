package report

import (
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
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
		at := *day
		p.locate(&at)
		d.day(at)
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
	d.next.Date, d.next.DateFrom, d.said = at.Date(), from, true
	if at.Has.Any(moment.HasZone) {
		d.sayZone(at.Zone, Field[string]{}, from)
	}
}

func (d *reader) sayZone(z moment.Zone, written Field[string], from string) {
	if m := d.r.Meta.Timezone; !z.Known() && m.Written() {
		if known, ok := moment.ParseZone(m.Value); ok {
			z, from = known, d.r.head(m.Span)
		}
	}
	d.next.Zone, d.next.ZoneFrom, d.said = z, from, true
	if _, said := d.zones[d.root]; !said {
		if d.zones == nil {
			d.zones = map[*Section]moment.Context{}
		}
		d.zones[d.root] = moment.Context{Zone: z, ZoneFrom: from}
	}
	if t := &d.r.Timeline; !t.Zone.Written() && written.Written() {
		t.Zone, t.zone, t.zoneFrom = written, z, from
	}
}

// onlyDay is the day that a text names if it names one and no other.
func onlyDay(text string) *moment.Stamp {
	if len(text) > 2000 || !prose.HasDigit(text) {
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
