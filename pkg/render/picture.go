package render

import (
	"slices"
	"strconv"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// dot is an event with its place on the picture.
type dot struct {
	happening
	at, end float64 // end of a range; equal to at otherwise
	when    string  // of a marked moment: its time, as the picture says it
}

// drawing is what the picture shows, laid out along a line: the same for the wide picture, where the
// line runs across, and for the narrow one, where it runs down.
type drawing struct {
	dots   []dot
	bands  []placedBand
	axis   axis      // of a scaled one
	breaks []float64 // middles of the cut gaps
	length float64
	scaled bool // by time; otherwise only the order is known
}

type placedBand struct {
	band
	at, end float64
}

// draw lays the timeline out along a line. It gives nil if there are not two moments to tell apart.
func (c *chronology) draw(length float64) *drawing {
	events := c.clocked()
	var at []time.Time
	for _, h := range events {
		at = append(at, h.at)
		if !h.until.IsZero() {
			at = append(at, h.until)
		}
	}
	slices.SortFunc(at, time.Time.Compare)
	if len(at) < 2 || at[0].Equal(at[len(at)-1]) {
		return nil
	}
	from, to := incidentMarks(events)
	a := newAxis(at, from, to, length)
	d := &drawing{length: length, scaled: true, axis: a}
	for _, h := range events {
		x := a.place(h.at)
		end := x
		if !h.until.IsZero() {
			end = a.place(h.until)
		}
		d.dots = append(d.dots, dot{happening: h, at: x, end: end})
	}
	for _, b := range bands(events) {
		d.bands = append(d.bands, placedBand{b, a.place(b.from), a.place(b.to)})
	}
	for _, s := range a.stretches {
		if s.breakHere {
			d.breaks = append(d.breaks, (s.at+s.end)/2)
		}
	}
	d.name()
	return d
}

// incidentMarks are the first and the last marked moment; zero if nothing is marked.
func incidentMarks(events []happening) (from, to time.Time) {
	for _, h := range events {
		if h.marked {
			if from.IsZero() {
				from = h.at
			}
			to = h.at
		}
	}
	return from, to
}

// inOrder lays out a timeline of which only the order is known, in equal steps.
func (c *chronology) inOrder(length float64) *drawing {
	n := len(c.moments)
	marked := false
	for _, h := range c.moments {
		if !h.at.IsZero() {
			return nil
		}
		marked = marked || h.event.Phase.Value != ""
	}
	if n < 2 || !marked {
		return nil
	}
	d := &drawing{length: length}
	// Steps of an hour serve to order the moments, and are shown nowhere.
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	var steps []happening
	for i, h := range c.moments {
		h.at = start.Add(time.Duration(i) * time.Hour)
		steps = append(steps, h)
		x := length * float64(i) / float64(n-1)
		d.dots = append(d.dots, dot{happening: h, at: x, end: x})
	}
	for _, b := range bands(steps) {
		at := func(t time.Time) float64 { return length * t.Sub(start).Hours() / float64(n-1) }
		d.bands = append(d.bands, placedBand{b, at(b.from), at(b.to)})
	}
	return d
}

// flags puts labels that begin at their places on lanes, so that no two overlap and no label is
// crossed by the line that goes down from one above it. It gives each one's lane, 0 being the one
// nearest to the axis. Going from the right, a label only ever has labels to its right below it.
func flags(at, width []float64) (lane []int, lanes int) {
	lane = make([]int, len(at))
	var ends []float64 // where the leftmost label of each lane begins
	for i := len(at) - 1; i >= 0; i-- {
		k := 0
		for k < len(ends) && at[i]+width[i] > ends[k] {
			k++
		}
		if k == len(ends) {
			ends = append(ends, 0)
		}
		ends[k] = at[i]
		// Nothing to the left may go lower than this label if it has to cross it.
		for j := range k {
			ends[j] = min(ends[j], at[i])
		}
		lane[i] = k
	}
	return lane, len(ends)
}

// spread moves labels of equal height apart, in order, as little as it takes, within 0 and the
// length; they fit if there are no more than length/height.
func spread(at []float64, height, length float64) []float64 {
	out := make([]float64, len(at))
	for i, x := range at {
		out[i] = x
		if i > 0 {
			out[i] = max(x, out[i-1]+height)
		}
	}
	limit := length
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = min(out[i], limit)
		limit = out[i] - height
	}
	return out
}

// cluster is a group of dots whose numbers would run into each other.
type cluster struct {
	at   float64
	text string
}

// numbers labels the dots, joining those whose labels would run into each other: "3–7". room is how
// much of the line a label takes.
func numbers(dots []dot, room func(string) float64) []cluster {
	var out []cluster
	type group struct {
		low, high   int
		first, last float64
	}
	text := func(g group) string {
		if g.low == g.high {
			return strconv.Itoa(g.low)
		}
		return strconv.Itoa(g.low) + "–" + strconv.Itoa(g.high)
	}
	ends := func(g group) (from, to float64) {
		middle, half := (g.first+g.last)/2, room(text(g))/2
		return middle - half, middle + half
	}
	var groups []group
	for _, d := range dots {
		groups = append(groups, group{d.number, d.number, d.at, d.at})
		// A group that has grown may reach the one before it in turn.
		for n := len(groups); n > 1; n = len(groups) {
			a, b := groups[n-2], groups[n-1]
			_, end := ends(a)
			if from, _ := ends(b); from >= end {
				break
			}
			groups = append(groups[:n-2], group{min(a.low, b.low), max(a.high, b.high), a.first, b.last})
		}
	}
	for _, g := range groups {
		out = append(out, cluster{(g.first + g.last) / 2, text(g)})
	}
	return out
}

// textWidth is about how wide a text is in the picture's letters, in pixels.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r >= 0x1100:
			w++
		case r == ' ' || r == 'i' || r == 'l' || r == '.' || r == ':' || r == ',' || r == 't' || r == 'f' || r == 'j':
			w += 0.34
		case r == 'm' || r == 'w' || r >= 'A' && r <= 'Z':
			w += 0.72
		default:
			w += 0.58
		}
	}
	return w * size
}

// marks are the dots that have a name in the picture.
func (d *drawing) marks() []dot {
	var out []dot
	for _, k := range d.dots {
		if k.marked {
			out = append(out, k)
		}
	}
	return out
}

// shown gives the dots to draw, in the order to draw them: what is marked is not covered by what is
// not, and of many that would lie on one another a few are enough.
func (d *drawing) shown() []dot {
	var plain, updates []dot
	for _, k := range d.dots {
		layer := &plain
		if k.event.Phase.Value == report.StatusUpdate {
			layer = &updates
		}
		if n := len(*layer); !k.marked && (n == 0 || k.at-(*layer)[n-1].at >= 2) {
			*layer = append(*layer, k)
		}
	}
	return slices.Concat(plain, updates, d.marks())
}

// name gives the marked moments their times, and where the picture spans days, their dates: once
// for each day.
func (d *drawing) name() {
	const date = "2 Jan"
	days := d.dots[0].happening.at.Format(date) != d.dots[len(d.dots)-1].happening.at.Format(date)
	day := ""
	for i := range d.dots {
		k := &d.dots[i]
		if !k.marked {
			continue
		}
		if k.when = k.happening.at.Format("15:04"); !k.exact {
			k.when = "~" + k.when
		}
		if today := k.happening.at.Format(date); days && today != day {
			day = today
			k.when = today + ", " + k.when
		}
	}
}
