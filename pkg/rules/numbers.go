package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// number is a number that a report holds, and of what kind: a share and a sum of money are no counts.
type number struct {
	value   float64
	kind    claim.Kind
	derived bool // counted in the report, and not written
	at      int  // where it is written in the text outside of what customers are told
}

// knownNumbers are the numbers that the report holds outside what it tells customers, in digits or small
// ones in words, and what can be counted in it.
func knownNumbers(p *lint.Pass) []number {
	r := p.Report
	updates := 0
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.StatusUpdate {
			updates++
		}
	}
	var out []number
	at := 0
	add := func(n float64, kind claim.Kind) { out = append(out, number{value: n, kind: kind, at: at}) }
	for _, n := range []int{updates, len(r.Actions), len(r.Meta.Services)} {
		out = append(out, number{value: float64(n), kind: claim.Count, derived: true})
	}
	internal := outside.Of(p)
	timed := timesIn(internal)
	const most = 2000 // a text with more has pasted data, in which any number would be found
	for i := 0; i < len(internal) && len(out) < most; i++ {
		if c := internal[i]; !wordByte[c] || i > 0 && wordByte[internal[i-1]] {
			continue
		}
		for len(timed) > 0 && timed[0].End <= i {
			timed = timed[1:]
		}
		if len(timed) > 0 && timed[0].Start <= i {
			i = timed[0].End - 1
			continue
		}
		at = i
		w, _ := wordAt(internal, i)
		if n, ok := smallNumbers(w.low); ok {
			add(n, claim.Count)
			if w.low == "half" {
				add(n, claim.Percent)
			}
		} else if n, end, ok := writtenNumber(internal, i); ok {
			if clockOrDate(internal, i, end) {
				i = end - 1
				continue
			}
			kind := kindAt(internal, i, end)
			add(n, kind)
			if next, ok := nextWord(internal, end); ok {
				if scale, ok := scales(next.low); ok {
					add(n*scale, kind)
				}
			}
			i = end - 1
		}
	}
	return out
}

// fate is how what a number counts has fared, as its sentence says.
type fate int

const (
	unsaid fate = iota
	fared       // it went well
	failed      // it did not
)

// fateOf reads how what a number at text[at] counts has fared.
func fateOf(text string, at int) fate {
	start := sentenceStart(text, at)
	said := unsaid
	for w := range eachWord(sentenceAt(text[start:], 0)) {
		is := unsaid
		switch {
		case fortunate()[w.low]:
			is = fared
		case unfortunate()[w.low]:
			is = failed
		case w.low == "not" || w.low == "no" || strings.HasSuffix(w.low, "n't"):
			return unsaid
		}
		if is != unsaid && said != unsaid && is != said {
			return unsaid
		}
		said = max(said, is)
	}
	return said
}

// alike reports whether two shares are of what fared alike: 60 % that failed are not the rest of 40 % that failed.
func alike(a, b fate) bool { return a == b && a != unsaid }

var (
	fortunate   = lazySet("succeeded unaffected worked delivered arrived normal remaining rest others other succeed successful completed processed through")
	unfortunate = lazySet("failed fail failing affected lost declined rejected errors delayed late unavailable dropped wrong missing impacted down slow")
)

// timesIn gives the places of times and of lengths of time, in order: their numbers count nothing.
func timesIn(text string) (out []source.Span) {
	for _, d := range moment.FindDurations(text) {
		out = append(out, source.Span{Start: d.Start, End: d.End})
	}
	for _, at := range moment.Find(text) {
		out = append(out, source.Span{Start: at.Start, End: at.End})
	}
	slices.SortFunc(out, func(a, b source.Span) int { return a.Start - b.Start })
	return out
}

// kindAt tells a share and a sum of money from a count, by the sign beside it.
func kindAt(text string, start, end int) claim.Kind {
	before, after := strings.TrimRight(text[max(start-4, 0):start], " "), strings.TrimLeft(text[end:min(end+12, len(text))], " ")
	switch {
	case strings.HasPrefix(after, "%"), strings.HasPrefix(after, "percent"), strings.HasPrefix(after, "per cent"):
		return claim.Percent
	case strings.HasSuffix(before, "$"), strings.HasSuffix(before, "€"), strings.HasSuffix(before, "£"), strings.HasPrefix(after, "$"), strings.HasPrefix(after, "€"), strings.HasPrefix(after, "£"),
		strings.HasPrefix(after, "USD"), strings.HasPrefix(after, "EUR"), strings.HasPrefix(after, "GBP"), strings.HasPrefix(after, "dollars"), strings.HasPrefix(after, "euros"):
		return claim.Money
	}
	return claim.Count
}

// clockOrDate reports whether a number at text[start:end] is a part of one.
func clockOrDate(text string, start, end int) bool {
	number := func(i int) bool { return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9' }
	joins := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] == ':' || text[i] == '-' || text[i] == '/')
	}
	return joins(start-1) && number(start-2) || joins(end) && number(end+1)
}

func writtenNumber(text string, i int) (n float64, end int, ok bool) {
	end = i
	for end < len(text) && ('0' <= text[end] && text[end] <= '9' || (text[end] == ',' || text[end] == '.') && end+1 < len(text) && '0' <= text[end+1] && text[end+1] <= '9') {
		end++
	}
	if end == i || end-i > 20 {
		return 0, max(end, i+1), false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text[i:end], ",", ""), 64)
	return n, end, err == nil
}

func scales(w string) (float64, bool) {
	switch w {
	case "k", "thousand":
		return 1e3, true
	case "m", "mn", "million":
		return 1e6, true
	case "bn", "billion":
		return 1e9, true
	}
	return 0, false
}

func smallNumbers(w string) (float64, bool) {
	for i, name := range [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == name {
			return float64(i), true
		}
	}
	switch w {
	case "none", "zero":
		return 0, true
	case "both":
		return 2, true
	case "half":
		return 50, true
	}
	return 0, false
}
