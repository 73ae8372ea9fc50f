package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// paragraph reads a paragraph whose lines begin with times, each an entry. The lines below one that
// do not are its text; a day alone on a line dates what follows.
func (d *reader) paragraph(n ast.Node) {
	p := d.r.PassageOf(n)
	if p == nil || n.FirstChild().Kind() == ast.KindImage {
		d.detail(n)
		return
	}
	p = d.r.withCode(p)
	starts := d.entryLines(p)
	if len(starts) == 1 && d.clocks[d.root] > 1 {
		starts = nil // where times are headings, a sentence that begins with one belongs to them
	}
	if len(starts) == 0 {
		if d.states(p) {
			d.say(p, d.place("the sentence", p.Full()))
		}
		d.detail(n)
		return
	}
	if head := p.Text[d.first(p):starts[0].line]; strings.TrimSpace(head) != "" && d.open == nil {
		d.say(&Passage{Text: p.Text[:starts[0].line], Node: p.Node, segs: p.segs}, d.place("the sentence", p.Full()))
	}
	if d.signed(p, starts) {
		return
	}
	for i, at := range starts {
		end := d.last(p)
		if i+1 < len(starts) {
			end = starts[i+1].line
		}
		e := d.event(p, at.stamp, at.text, end)
		e.Span = d.trimmed(source.Span{Start: p.offset(at.line), End: p.Span(at.line, end).End})
		rest := endOfLine(p.Text, at.text)
		bare := strings.Trim(p.Text[min(at.text+at.stamp.OuterEnd, rest):rest], separators) == ""
		if bare && at.stamp.Has.Any(moment.HasDate) && !at.stamp.Has.Any(moment.HasClock) {
			d.hold(e, d.place("the line", e.Span))
			continue
		}
		if behind := min(at.text+at.stamp.OuterEnd, rest); !at.stamp.Has.Any(moment.HasClock) {
			if _, _, _, ok := zoneAlone(p.Text[behind:rest]); ok {
				d.hold(e, d.place("the line", e.Span))
				d.holdZone(p, behind, rest, d.place("the line", e.Span))
				continue
			}
		}
		d.add(e)
		d.open = e
	}
}

// holdZone takes up the zone of all times, if nothing else stands behind the day that is held, in p.Text[from:to].
func (d *reader) holdZone(p *Passage, from, to int, where string) {
	if z, start, end, ok := zoneAlone(p.Text[from:to]); ok {
		d.held.Text = Field[string]{}
		d.sayZone(z, p.field(from+start, from+end), where)
	}
}

// zoneAlone finds the zone of all times that a line states behind its day, and nothing else:
// "(all times UTC)", ", times in CEST".
func zoneAlone(text string) (z moment.Zone, start, end int, ok bool) {
	if z, start, end, ok = moment.FindZone(text); !ok {
		return z, 0, 0, false
	}
	for word := range strings.FieldsSeq(HeadingKey(text[:start]) + " " + HeadingKey(text[end:])) {
		switch word {
		case "all", "times", "time", "timestamps", "are", "in", "the", "given", "shown", "below", "zone", "timezone":
		default:
			return z, 0, 0, false
		}
	}
	return z, start, end, true
}

// signed reads a paragraph that ends in a line which is a time and nothing else, as status pages
// put it below each update: what stands above it is the entry's text.
func (d *reader) signed(p *Passage, starts []entryLine) bool {
	at := starts[0]
	first, last := d.first(p), d.last(p)
	if len(starts) > 1 || at.line == first || !at.stamp.Has.Any(moment.HasClock) || strings.Trim(p.Text[at.text+at.stamp.OuterEnd:last], separators) != "" {
		return false
	}
	e := d.event(p, at.stamp, at.text, last)
	d.textOf(e, p, first, at.line)
	e.Span = d.trimmed(source.Span{Start: p.offset(first), End: p.Span(first, last).End})
	d.add(e)
	d.open = nil
	return true
}

// states reports whether a paragraph without a time may say what holds for the entries below it:
// one above the first entry, or a short line between them. Others tell of something else.
func (d *reader) states(p *Passage) bool {
	events := d.r.Timeline.Events
	n := len(events)
	return d.open == nil && d.held == nil && (n == 0 || events[n-1].Root != d.root || len(p.Text) <= 60)
}

// entryLine is a line that begins with a time.
type entryLine struct {
	line, text int // where in the passage the line begins, and its text behind a bullet
	stamp      moment.Stamp
}

// entryLines finds the lines of a paragraph, within the section, that begin with a time. A line
// that only happens to begin with one, because a sentence was wrapped there, is not among them.
func (d *reader) entryLines(p *Passage) []entryLine {
	var out []entryLine
	from, to := d.first(p), d.last(p)
	for i := from; i < to; {
		end := min(endOfLine(p.Text, i), to)
		line := p.Text[i:end]
		text := trimBullet(line)
		if isDelimiter(p.Text[min(end+1, len(p.Text)):]) {
			// The header of a table whose columns do not fit, which Markdown takes for text.
			d.say(&Passage{Text: p.Text[:end], Node: p.Node, segs: p.segs}, d.place("the line", p.Span(i, end)))
		} else if at, ok := d.read(text); ok && !logged(at.Text) && !(i > from && wraps(p.Text[from:i])) {
			out = append(out, entryLine{i, i + len(line) - len(text), at})
		}
		i = end + 1
	}
	return out
}

// logged reports whether a stamp is one of a web server's log: "10/Apr/2025:10:00:00 +0000". A line
// of a log that was pasted below an entry is a detail of it.
func logged(stamp string) bool {
	return len(stamp) > 12 && stamp[2] == '/' && prose.Letter(stamp[3]) && stamp[6] == '/' && stamp[11] == ':'
}

// isDelimiter reports whether a text begins with the line below a table's header.
func isDelimiter(s string) bool {
	line := s[:endOfLine(s, 0)]
	return strings.Contains(line, "--") && strings.Contains(line, "|") && strings.Trim(line, "|-: ") == ""
}

// first and last bound the part of a passage that stands in the section: a label and the text
// behind it share a paragraph.
func (d *reader) first(p *Passage) int {
	if p.segs[0].file >= d.s.Body.Start {
		return 0
	}
	return p.Index(d.s.Body.Start)
}

func (d *reader) last(p *Passage) int {
	if end := p.Full().End; end <= d.s.Body.End {
		return len(p.Text)
	}
	return p.Index(d.s.Body.End)
}

func endOfLine(s string, from int) int {
	if i := strings.IndexByte(s[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(s)
}

// trimBullet takes the marks from a line that stand for a list item or a table row which Markdown
// does not see as one.
func trimBullet(line string) string {
	line = strings.TrimLeft(line, " \t|•·‣▪*–—")
	if rest, ok := strings.CutPrefix(line, "Posted "); ok {
		return rest
	}
	return line
}

// wraps reports whether a line ends in a word that a time may follow in running text.
func wraps(before string) bool {
	before = strings.TrimRight(before, " \n")
	if strings.HasSuffix(before, ",") || strings.HasSuffix(before, "(") {
		return true
	}
	word := before[strings.LastIndexAny(before, " \n(")+1:]
	switch strings.ToLower(word) {
	case "at", "on", "from", "until", "till", "by", "to", "since", "around", "about", "and", "between", "approximately", "before", "after", "the", "of", "or", "was", "is", "in", "for", "version", "than":
		return true
	}
	return false
}

// quoted reads what a block quote says of date and zone.
func (d *reader) quoted(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if p := d.r.PassageOf(c); p != nil && d.states(p) {
			d.say(p, d.place("the sentence", p.Full()))
		}
	}
}
