package render

import "unicode/utf8"

// The wide picture runs across: flags with the marked moments on top, bands of what the state was,
// the events as dots with their numbers, and the scale below.
const (
	wideWidth   = 864.0
	wideLeft    = 10.0
	flagSize    = 13.0
	flagHeight  = 22.0
	bandHeight  = 26.0
	numberWidth = 6.6 // of a digit
)

func (p *page) widePicture(d *drawing) {
	marks := d.marks()
	at, width := make([]float64, len(marks)), make([]float64, len(marks))
	for i, m := range marks {
		at[i] = m.at
		width[i] = flagWidth(m)
	}
	lane, lanes := flags(at, width)
	top := 6 + flagHeight*float64(lanes)
	line := top + 8
	if len(d.bands) > 0 {
		line += bandHeight + 6
	}
	height := line + 26
	if d.scaled {
		height += 34
	}
	p.openPicture("wide", wideWidth, height)
	x := func(at float64) float64 { return wideLeft + at }
	for _, b := range d.bands {
		p.rect("band "+b.state, x(b.at), top, max(b.end-b.at, 2), bandHeight)
	}
	p.line("axis", x(0), line, x(d.length), line)
	for i, m := range marks {
		y := top - flagHeight*float64(lane[i]) - 6
		p.line("lead", x(m.at), y-10, x(m.at), line)
		p.moment(m, x(m.at)+5, y)
	}
	for _, b := range d.bands {
		p.bandText(b, x(b.at)+8, top+17, d.scaled)
	}
	for _, b := range d.breaks {
		if len(d.bands) > 0 {
			p.breakMark("gap", x(b), top+bandHeight/2, 3, bandHeight)
		}
		p.breakMark("break", x(b), line, 5, 14)
	}
	for _, k := range d.dots {
		if k.end > k.at {
			p.line("range", x(k.at), line, x(k.end), line)
		}
	}
	for _, k := range d.shown() {
		p.dot(k, x(k.at), line)
	}
	for _, c := range numbers(d.dots, func(s string) float64 { return numberWidth * float64(utf8.RuneCountInString(s)+1) }) {
		p.centred("number", x(c.at), line+20, c.text)
	}
	for _, t := range d.axis.ticks(58) {
		p.line("tick", x(t.at), line+27, x(t.at), line+31)
		p.centred("scale", x(t.at), line+43, t.text)
		if t.day != "" {
			p.centred("day", x(t.at), line+57, t.day)
		}
	}
	p.closePicture()
}

// centred writes a small text under its place, moved in where it would leave the picture.
func (p *page) centred(class string, x, y float64, text string) {
	half := textWidth(text, 12) / 2
	p.label(class, min(max(x, half), wideWidth-half), y, text)
}

// bandText says in a band what it is and how long it was, as far as there is room.
func (p *page) bandText(b placedBand, x, y float64, scaled bool) {
	words := []string{bandWords[b.state]}
	if scaled {
		words = []string{words[0] + " " + b.length(), b.length()}
	}
	for _, w := range words {
		if textWidth(w, flagSize)+14 <= b.end-b.at {
			p.label("inband "+b.state, x, y, w)
			return
		}
	}
}

func flagWidth(m dot) float64 {
	return textWidth(string(m.event.Phase.Value)+" "+m.when, flagSize) + 14
}

// wideDrawing lays the timeline out so that the flags at the right fit: each time one does not, the
// line is made shorter by what is missing.
func (c *chronology) wideDrawing() *drawing {
	const room = wideWidth - 2*wideLeft
	length := room
	var d *drawing
	for range 4 {
		if d = c.draw(length); d == nil {
			d = c.inOrder(length)
		}
		if d == nil {
			return nil
		}
		over := 0.0
		for _, k := range d.marks() {
			over = max(over, k.at+flagWidth(k)-room)
		}
		if over == 0 {
			break
		}
		length -= over + 1
	}
	return d
}
