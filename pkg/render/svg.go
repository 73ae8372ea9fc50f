package render

// The small language of the pictures. Numbers are typed and text is escaped, so nothing that a
// report says can become part of the drawing.

func (p *page) openPicture(name string, width, height float64) {
	p.raw(`<svg class="` + name + `" role="img" aria-labelledby="` + name + `-title ` + name + `-desc" viewBox="0 0 `)
	p.num(width)
	p.raw(" ")
	p.num(height)
	p.raw(`"`)
	p.place("width", width)
	p.place("height", height)
	p.raw(`><title id="` + name + `-title">`)
	p.text("Timeline of " + p.name())
	p.raw(`</title><desc id="` + name + `-desc">`)
	p.text(p.timeline.describe())
	p.raw("</desc>\n")
}

func (p *page) closePicture() { p.raw("</svg>\n") }

func (p *page) place(name string, v float64) {
	p.raw(" " + name + `="`)
	p.num(v)
	p.raw(`"`)
}

func (p *page) rect(class string, x, y, w, h float64) {
	p.raw(`<rect class="` + class + `"`)
	p.place("x", x)
	p.place("y", y)
	p.place("width", w)
	p.place("height", h)
	p.raw("/>\n")
}

func (p *page) line(class string, x1, y1, x2, y2 float64) {
	p.raw(`<line class="` + class + `"`)
	p.place("x1", x1)
	p.place("y1", y1)
	p.place("x2", x2)
	p.place("y2", y2)
	p.raw("/>\n")
}

func (p *page) label(class string, x, y float64, text string) {
	p.raw(`<text class="` + class + `"`)
	p.place("x", x)
	p.place("y", y)
	p.raw(">")
	p.text(text)
	p.raw("</text>\n")
}

// breakMark draws two slanted strokes through a place on a line that runs across.
func (p *page) breakMark(class string, x, y, slant, height float64) {
	for _, dx := range []float64{-3, 4} {
		p.line(class, x+dx-slant/2, y+height/2, x+dx+slant/2, y-height/2)
	}
}

// moment names a marked moment and its time.
func (p *page) moment(k dot, x, y float64) {
	p.raw(`<text`)
	p.place("x", x)
	p.place("y", y)
	p.raw(`><tspan class="what">`)
	p.text(string(k.event.Phase.Value))
	p.raw(`</tspan>`)
	if k.when != "" {
		p.raw(` <tspan class="when">`)
		p.text(k.when)
		p.raw(`</tspan>`)
	}
	p.raw("</text>\n")
}

// dot draws an event: filled if it is a marked moment, a square for a message to customers, hollow
// if its time is only approximate.
func (p *page) dot(d dot, x, y float64) {
	class := "dot"
	r := 3.5
	if d.marked {
		class, r = "dot key", 5
	}
	if !d.exact {
		class += " about"
	}
	if d.event.Phase.Value == "Status update" {
		p.rect("update"+class[3:], x-3.5, y-3.5, 7, 7)
		return
	}
	p.raw(`<circle class="` + class + `"`)
	p.place("cx", x)
	p.place("cy", y)
	p.place("r", r)
	p.raw("/>\n")
}
