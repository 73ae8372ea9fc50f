package guard

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Check looks through the final bytes of one output and its name. An output may be released only if
// nothing is found. The time it takes grows with the output's size alone.
func (g *Guard) Check(name string, out []byte) []Leak {
	var leaks []Leak
	stem := formatEnding().ReplaceAllString(path.Base(name), "")
	masked := Mask([]byte(stem))
	for _, f := range g.scan([]byte(stem)) {
		if f.form && titled(stem, g.edition) {
			continue
		}
		l := g.leak(name, []byte(stem), masked, f)
		l.Offset = -1
		leaks = append(leaks, l)
	}
	found := g.scan(out)
	if len(found) > 0 {
		masked = Mask(out)
	}
	for _, f := range found {
		// What another reading shows to be the beginning of more, which the report says, is told with that.
		begins := func(o finding) bool { return o.start == f.start && o.end > f.end && len(g.said(o.text)) > 0 }
		if l := g.leak(name, out, masked, f); len(l.Places) > 0 || l.Secret || !slices.ContainsFunc(found, begins) {
			leaks = append(leaks, l)
		}
	}
	return leaks
}

// formatEnding is what a file's name says of its format, and not of its content.
var formatEnding = expression(`(?:\.(?:html|md|txt|eml|json|xml|svg|csv|statuspage|slack|confluence))+$`)

// finding is something that must not stand, at a place of the scanned bytes.
type finding struct {
	start, end int
	class      Class
	text       string // the term, or what was recognised, without disguise
	why        string
	at         source.Span // where the report names the term
	of         string      // what the output names it with; empty if the report names it
	how        string
	form       bool // known by its form alone
	ended      time.Time
}

// maxFindings bounds what is told of one output: who sees so many mends the cause, not the places.
const maxFindings = 200

// scan finds everything in every reading, each place once, and then what that names besides.
func (g *Guard) scan(out []byte) []finding {
	s := sweep{guard: g, out: out, done: map[paragraph]bool{}}
	views := readings(out)
	var lifted []shielding
	for _, v := range views {
		lifted = append(lifted, s.read(v))
	}
	if more := g.beside(s.found, views); more != nil {
		for i, v := range views {
			s.terms(v, lifted[i], more.search(v), true)
		}
	}
	slices.SortStableFunc(s.found, func(a, b finding) int { return a.start - b.start })
	return slices.DeleteFunc(s.found, func(f finding) bool {
		return f.class != Secret && slices.ContainsFunc(s.allowed, func(s source.Span) bool { return s.Start <= f.start && f.end <= s.End })
	})
}

// sweep is one search through an output.
type sweep struct {
	guard   *Guard
	out     []byte
	found   []finding
	allowed []source.Span // what stands by an exception, with all that lies in it
	done    map[paragraph]bool
}

// read searches one reading, and gives what may stand in it.
func (s *sweep) read(v *reading) shielding {
	g := s.guard
	hits := g.expected.search(v)
	lifted := shields(v.text, hits)
	forms := inTongue(printedFirst(g.memo.recognise(v, s.done)), v.text, linesOf(v.text, g.tongues))
	known := map[match]*pattern{}
	for _, h := range hits {
		if !h.pattern.shield {
			known[match{h.start, h.end}] = h.pattern
		}
	}
	byForm := func(named bool) {
		for _, r := range forms {
			text := r.in(v.text)
			if r.by.class.named() == named && !(r.by.class == Link && (g.public[hostOf(text)] || g.opener.isPublished(text))) && (r.by.class == Secret || !g.opener.isOpen(r.by.class, text)) {
				t := term{class: r.by.class, text: text, why: "it looks like " + r.by.why}
				if p := known[r.match]; p != nil && r.by.class != Secret {
					t.why, t.at = p.why, p.at // which says more than the form
				}
				s.add(v, lifted, r.match, t, true)
			}
		}
	}
	byForm(false)
	if !v.binary {
		g.copies.find(v.text, func(start, end int, at source.Span) {
			text := strings.Join(strings.Fields(string(v.text[start:end])), " ")
			s.add(v, lifted, match{start, end}, term{class: Sentence, text: text, why: "a withheld part says it in the same words", at: at}, false)
		})
	}
	s.terms(v, lifted, hits, false)
	byForm(true)
	return lifted
}

// terms adds the places where terms stand.
func (s *sweep) terms(v *reading, lifted shielding, hits []hit, form bool) {
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Or(a.start-b.start, b.end-a.end) }) // a whole name before its parts
	for _, h := range hits {
		if !h.pattern.shield {
			s.add(v, lifted, match{h.start, h.end}, h.pattern.term, form || h.pattern.form)
		}
	}
}

func (s *sweep) add(v *reading, lifted shielding, m match, t term, form bool) {
	if len(s.found) == maxFindings || lifted(m.start, m.end, t.listed, form) {
		return
	}
	f := finding{int(v.at[m.start]), v.endIn(s.out, m.end), t.class, t.text, t.why, t.at, t.of, v.how, form, time.Time{}}
	hash := Hash(m.in(v.text))
	if s.guard.allowed[hash] {
		s.allowed = append(s.allowed, source.Span{Start: f.start, End: f.end})
		return
	}
	f.ended = s.guard.ended[hash]
	for i, o := range s.found {
		if f.class == Trace && o.class == Trace && o.start == f.start {
			s.found[i].text = f.text // a line is told as it is with the least over it, which is the same in every format
			return
		}
		if (f.class != Secret || o.class == Secret) && o.start <= f.start && f.start < max(o.end, o.start+1) && (v.how == o.how || o.end >= f.end) {
			return // a part of what is told already
		}
		if f.class == Secret && o.class == Secret && f.start == o.start {
			return // and so is a secret that another reading lets run on
		}
	}
	s.found = append(s.found, f)
}
