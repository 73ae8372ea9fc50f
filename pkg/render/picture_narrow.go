package render

// The narrow picture runs down, for a telephone: a bar of the state at the left, the line with its
// dots beside it, and at the right each event with its time, as many as have room.
const (
	narrowWidth = 328.0
	narrowTop   = 14.0
	rowHeight   = 21.0
	narrowMax   = 40 // events with a label; of more, only the marked ones have one
	narrowText  = 50.0
)

func (c *chronology) narrowDrawing() *drawing {
	n := len(c.moments)
	length := max(220, min(float64(n), narrowMax)*rowHeight*1.15)
	if d := c.draw(length, 40); d != nil {
		return d
	}
	return c.inOrder(length)
}

func (p *page) narrowPicture(d *drawing) {
	var labelled []dot
	for _, k := range d.dots {
		if len(d.dots) <= narrowMax || marked(k) {
			labelled = append(labelled, k)
		}
	}
	at := make([]float64, len(labelled))
	for i, k := range labelled {
		at[i] = k.at
	}
	at = spread(at, rowHeight, d.length)
	p.openPicture("narrow", narrowWidth, d.length+2*narrowTop)
	y := func(at float64) float64 { return narrowTop + at }
	for _, b := range d.bands {
		p.rect("band "+b.state, 2, y(b.at), 14, max(b.end-b.at, 2))
	}
	const line = 26.0
	p.line("axis", line, y(0), line, y(d.length))
	for _, b := range d.breaks {
		p.raw(`<path class="break" d="M`)
		p.num(line - 7)
		p.raw(" ")
		p.num(y(b))
		p.raw(`l14-5M`)
		p.num(line - 7)
		p.raw(" ")
		p.num(y(b) + 6)
		p.raw(`l14-5"/>`)
	}
	for i, k := range labelled {
		p.raw(`<path class="lead" d="M`)
		p.num(line)
		p.raw(" ")
		p.num(y(k.at))
		p.raw("L")
		p.num(narrowText - 5)
		p.raw(" ")
		p.num(y(at[i]))
		p.raw(`"/>`)
	}
	for _, k := range d.dots {
		if k.end > k.at {
			p.line("range", line, y(k.at), line, y(k.end))
		}
		p.dot(k, line, y(k.at))
	}
	day := ""
	for i, k := range labelled {
		when := clockText(k.happening, d.scaled)
		if d.scaled {
			if t := k.happening.at.Format("2 Jan"); t != day {
				day = t
				when = t + ", " + when
			}
			when += " "
		}
		what := string(k.event.Phase.Value)
		class := "what"
		if what == "" {
			class = "other"
			what = k.event.Text.Value
		}
		p.raw(`<text`)
		p.place("x", narrowText)
		p.place("y", y(at[i])+4)
		p.raw(`><tspan class="when">`)
		p.text(when)
		p.raw(`</tspan><tspan class="` + class + `">`)
		p.text(clipped(what, 12.5, narrowWidth-narrowText-textWidth(when, 12.5)))
		p.raw("</tspan></text>\n")
	}
	p.closePicture()
}
