package render

import (
	"cmp"
	"slices"
	"time"
)

// axis carries instants to places on a line. Time is in scale, but for a few gaps that are longer
// than all the rest together: they are cut to a fixed length and drawn as a break. Without that a
// note written a week later would press the incident itself into one point.
//
// How long a state of the incident lasted is what the picture is for, so a gap inside the incident
// is cut only where it would leave nothing to see of much else: a fault that lay there for a month
// before two hours of work on it.
type axis struct {
	length    float64
	stretches []stretch
}

// stretch is a part of the axis in one scale.
type stretch struct {
	from, to  time.Time
	at, end   float64 // places
	breakHere bool    // not in scale
}

const (
	breakLength = 34.0
	breaksMax   = 3
	// How many times a gap is longer than all that stay in scale, and how many these are at least,
	// for it to be broken.
	outerFactor, outerRest = 3, 1
	innerFactor, innerRest = 30, 3
)

// newAxis makes an axis over the instants, which are in order and at least two different ones. The
// incident is from one of them to another; zero times where that is not known.
func newAxis(at []time.Time, from, to time.Time, length float64) axis {
	at = slices.CompactFunc(slices.Clone(at), time.Time.Equal)
	gaps := make([]float64, len(at)-1)
	inside := make([]bool, len(gaps))
	for i := range gaps {
		gaps[i] = seconds(at[i], at[i+1])
		inside[i] = !at[i].Before(from) && !at[i+1].After(to)
	}
	broken := broken(gaps, inside)
	a := axis{length: length}
	scaled := 0.0
	for i, g := range gaps {
		if !broken[i] {
			scaled += g
		}
	}
	room := length - breakLength*float64(len(broken))
	first, place := 0, 0.0
	add := func(last int, end float64, br bool) {
		a.stretches = append(a.stretches, stretch{at[first], at[last], place, end, br})
		first, place = last, end
	}
	for i := range gaps {
		if broken[i] {
			if i > first {
				add(i, place+room*seconds(at[first], at[i])/scaled, false)
			}
			add(i+1, place+breakLength, true)
		}
	}
	if first < len(at)-1 {
		add(len(at)-1, length, false)
	}
	return a
}

// seconds is the time between two instants. Unlike a time.Duration it does not end at 292 years,
// and a report may hold any date.
func seconds(from, to time.Time) float64 {
	return float64(to.Unix()-from.Unix()) + float64(to.Nanosecond()-from.Nanosecond())/1e9
}

// broken chooses the gaps to break: the most, up to a few, that each outweigh all that stay.
func broken(gaps []float64, inside []bool) map[int]bool {
	weight := make([]float64, len(gaps))
	order := make([]int, len(gaps))
	rest := 0.0
	for i, g := range gaps {
		order[i], weight[i] = i, g/outerFactor
		if inside[i] {
			weight[i] = g / innerFactor
		}
		rest += g
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	take, least := 0, outerRest
	for k, i := range order[:min(breaksMax, len(order))] {
		if rest -= gaps[i]; inside[i] {
			least = innerRest
		}
		if len(gaps)-k-1 >= least && weight[i] > rest {
			take = k + 1
		}
	}
	out := map[int]bool{}
	for _, i := range order[:take] {
		out[i] = true
	}
	return out
}

// place is where an instant lies; one outside is moved to the nearest end.
func (a *axis) place(t time.Time) float64 {
	for _, s := range a.stretches {
		if t.Before(s.from) {
			return s.at
		}
		if !t.After(s.to) {
			return s.at + (s.end-s.at)*seconds(s.from, t)/seconds(s.from, s.to)
		}
	}
	return a.length
}

// tick is a mark of the scale.
type tick struct {
	at   float64
	text string
	day  string // the date, where a new day begins on the scale
}

var tickSteps = []time.Duration{time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 2 * time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour}

// ticks are the clock times and days to write along the axis, at least so far apart.
func (a *axis) ticks(apart float64) []tick {
	var out []tick
	day := ""
	last := -apart
	for _, s := range a.stretches {
		if s.breakHere {
			// The scale begins anew behind a break: say where.
			if s.end >= last+apart*0.75 {
				out = append(out, newTick(s.end, s.to, &day))
				last = s.end
			}
			continue
		}
		perSecond := (s.end - s.at) / seconds(s.from, s.to)
		marks, daily := clockMarks(s.from, s.to, apart/perSecond)
		for _, t := range marks {
			x := a.place(t)
			if x < last+apart {
				continue
			}
			if daily {
				day = t.Format("2 Jan")
				out = append(out, tick{at: x, text: day})
			} else {
				out = append(out, newTick(x, t, &day))
			}
			last = x
		}
	}
	return out
}

func newTick(at float64, t time.Time, day *string) tick {
	k := tick{at: at, text: t.Format("15:04")}
	if d := t.Format("2 Jan"); d != *day {
		k.day, *day = d, d
	}
	return k
}

// clockMarks are the round times between two instants, at least so many seconds apart; daily says
// that they are whole days.
func clockMarks(from, to time.Time, seconds float64) (marks []time.Time, daily bool) {
	midnight := time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, from.Location())
	for _, step := range tickSteps {
		if step.Seconds() < seconds {
			continue
		}
		first := from.Sub(midnight).Truncate(step)
		for day := midnight; !day.After(to); day, first = day.AddDate(0, 0, 1), 0 {
			for d := first; d < 24*time.Hour; d += step {
				// By the wall clock, so that marks stay round when clocks are changed.
				t := time.Date(day.Year(), day.Month(), day.Day(), 0, int(d.Minutes()), 0, 0, day.Location())
				if t.After(to) {
					break
				}
				if !t.Before(from) {
					marks = append(marks, t)
				}
			}
		}
		return marks, false
	}
	days := 1
	for float64(days)*86400 < seconds {
		days *= 2
	}
	for day := midnight; !day.After(to); day = day.AddDate(0, 0, days) {
		if !day.Before(from) {
			marks = append(marks, day)
		}
	}
	return marks, true
}
