package render

// The narrow picture runs down, for a telephone: a bar of the state at the left, beside it the line
// with its dots and their numbers, and at the right the marked moments with their times.
const (
	narrowWidth = 328.0
	narrowTop   = 12.0
	narrowLine  = 74.0  // where the line is
	narrowText  = 100.0 // where the moments' names begin
	rowHeight   = 21.0
)

// narrowDrawing makes the line long enough for its labels, and for its numbers to tell.
func (c *chronology) narrowDrawing() *drawing {
	marks := 0
	for _, h := range c.moments {
		if h.marked {
			marks++
		}
	}
	length := max(200, float64(marks)*rowHeight*1.5, min(400, float64(len(c.moments))*rowHeight))
	if d := c.draw(length); d != nil {
		return d
	}
	return c.inOrder(length)
}

func (p *page) narrowPicture(d *drawing) {
	marks := d.marks()
	var at []float64
	for _, k := range marks {
		at = append(at, k.at)
	}
	at = spread(at, rowHeight, d.length)
	p.openPicture("narrow", narrowWidth, d.length+2*narrowTop)
	y := func(at float64) float64 { return narrowTop + at }
	for _, b := range d.bands {
		p.rect("band "+b.state, 1, y(b.at), 12, max(b.end-b.at, 2))
	}
	p.line("axis", narrowLine, y(0), narrowLine, y(d.length))
	for _, b := range d.breaks {
		for _, dy := range []float64{-3, 3} {
			if len(d.bands) > 0 {
				p.line("gap", 0, y(b)+dy+1.5, 14, y(b)+dy-1.5)
			}
			p.line("break", narrowLine-7, y(b)+dy+2.5, narrowLine+7, y(b)+dy-2.5)
		}
	}
	for i, k := range marks {
		p.line("lead", narrowLine, y(k.at), narrowText-5, y(at[i]))
	}
	for _, k := range d.dots {
		if k.end > k.at {
			p.line("range", narrowLine, y(k.at), narrowLine, y(k.end))
		}
	}
	for _, k := range d.shown() {
		p.dot(k, narrowLine, y(k.at))
	}
	for _, c := range numbers(d.dots, func(string) float64 { return 13 }) {
		p.label("number", narrowLine-10, y(c.at)+4, c.text)
	}
	for i, k := range marks {
		p.moment(k, narrowText, y(at[i])+4)
	}
	p.closePicture()
}
