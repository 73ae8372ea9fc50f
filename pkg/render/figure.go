package render

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// timelineFigure writes the picture with its key, and behind it the table of those entries whose
// own form stays in the text as the author wrote it.
func (p *page) timelineFigure() {
	c := p.timeline
	if wide, narrow := c.wideDrawing(), c.narrowDrawing(); wide != nil && narrow != nil {
		p.raw(`<figure class="timeline">` + "\n")
		p.widePicture(wide)
		p.narrowPicture(narrow)
		p.raw("<figcaption>")
		p.key(wide)
		p.raw("</figcaption></figure>\n")
	}
	if rest := p.unlisted(); len(rest) > 0 {
		p.raw(`<details class="moments"><summary>The entries below as a table`)
		if c.dated() && c.zone != nil {
			p.raw(", with times in UTC")
		}
		p.raw("</summary>\n")
		p.openTimes()
		day := ""
		for _, h := range rest {
			p.dayRow(h, &day)
			p.timeCells(h)
			p.raw("<td>")
			p.phase(h.event)
			p.text(h.event.Text.Value)
			p.raw("</td></tr>\n")
		}
		p.closeTable()
		p.raw("</details>\n")
	}
}

// key explains the picture: what the bands are and how long they were, and what is not drawn.
func (p *page) key(d *drawing) {
	p.raw(`<ul class="legend">`)
	for _, b := range d.bands {
		p.raw(`<li><span class="swatch ` + b.state + `"></span>`)
		p.text(bandNames[b.state])
		if d.scaled {
			p.raw(" <b>")
			p.text(b.length())
			p.raw("</b>")
		}
		p.raw("</li>")
	}
	for _, k := range d.dots {
		if k.event.Phase.Value == report.StatusUpdate {
			p.raw(`<li><span class="swatch square"></span>status update</li>`)
			break
		}
	}
	p.raw("</ul>")
	var notes []string
	if !d.scaled {
		notes = append(notes, "The report gives these entries no date: they are drawn in their order, not to scale.")
	} else {
		if n := len(p.timeline.moments) - len(d.dots); n == 1 {
			notes = append(notes, "One entry without a time of day is not drawn.")
		} else if n > 1 {
			notes = append(notes, fmt.Sprintf("%d entries without a time of day are not drawn.", n))
		}
		if len(d.breaks) > 0 {
			notes = append(notes, "The scale is cut at the slanted lines.")
		}
	}
	if len(notes) > 0 {
		p.raw(`<p class="fine">`)
		p.text(strings.Join(notes, " "))
		p.raw("</p>")
	}
}

// describe says in words what the picture shows.
func (c *chronology) describe() string {
	var b strings.Builder
	events := c.clocked()
	if len(events) == 0 {
		events = c.moments
		b.WriteString("In order, without times:")
	} else {
		fmt.Fprintf(&b, "From %s to %s:", events[0].at.Format("2 January 2006 15:04"), events[len(events)-1].at.Format("2 January 2006 15:04"))
	}
	sep := " "
	for _, h := range events {
		if !h.marked {
			continue
		}
		b.WriteString(sep + strings.ToLower(string(h.event.Phase.Value)))
		if !h.at.IsZero() {
			b.WriteString(" " + h.at.Format("15:04"))
		}
		sep = ", "
	}
	fmt.Fprintf(&b, "%s%d entries in all. The table has the same facts.", sep, len(c.moments))
	return b.String()
}
