package lint

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// suppressions reads those of a report.
func (l *Linter) suppressions(p *Pass) []*Suppression {
	r := p.Report
	var out []*Suppression
	if meta := r.Meta.Span; bytes.IndexByte(r.File.Text[meta.Start:meta.End], '#') >= 0 {
		out = l.inMeta(p, out)
	}
	if !bytes.Contains(r.File.Text, []byte("<!")) {
		return l.strays(p, out)
	}
	for _, c := range r.Comments {
		body, ok := marked(c.Text)
		if !ok && l.namesRule(c.Text) {
			body, ok = c.Text, true
		}
		if !ok {
			continue
		}
		s := &Suppression{Span: c.Span, Scope: r.Target(c)}
		if c.Own {
			s.whole = len(bytes.TrimSpace(r.File.Text[r.Meta.Span.End:c.Span.Start])) == 0 && r.Meta.Span.IsZero()
		}
		if !r.Closed(c) {
			s.Span = r.File.Line(r.File.LineAt(c.Span.Start))
			s.flaw(SuppressionMalformed, "this suppression is never closed and hides the rest of the report", "close it with -->")
		}
		l.parse(s, body, p.Now)
		out = append(out, s)
	}
	for _, text := range r.Passages {
		out = l.inProse(text, out)
	}
	return l.strays(p, out)
}

// lookalikes are what other tools' habits make of the mark.
var lookalikes = []string{suppressionMark, "postmortem-disable", "postmortem-suppress"}

// marked reports whether a comment means to be a suppression, and gives what follows the mark. The
// mark misspelt counts, and gives the whole comment for body.
func marked(comment string) (body string, ok bool) {
	if n := len(suppressionMark); len(comment) >= n && strings.EqualFold(comment[:n], suppressionMark) {
		if rest := comment[n:]; rest == "" || rest[0] == ':' || unicode.IsSpace(rune(rest[0])) {
			return rest, true
		}
	}
	// Only the first words are looked at, so that a comment which speaks of suppressions is none.
	head := comment[:min(len(comment), 2*len(suppressionMark))]
	words := strings.FieldsFunc(head, func(r rune) bool { return unicode.IsSpace(r) || r == ':' })
	for n := 1; n <= min(2, len(words)); n++ {
		if _, is := near.Match(strings.Join(words[:n], ""), lookalikes); is {
			return comment, true
		}
	}
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, head)
	rest, is := strings.CutPrefix(folded, "postmortem")
	rest = strings.TrimPrefix(rest, "lint")
	for _, verb := range []string{"ignor", "disabl", "suppress", "allow", "skip", "off", "exclu", "silenc", "mut", "waiv", "noqa", "nolint"} {
		if is && strings.HasPrefix(rest, verb) {
			return comment, true
		}
	}
	return "", false
}

// parse reads what follows the mark: the rule, attributes, a colon, the reason.
func (l *Linter) parse(s *Suppression, body string, now time.Time) {
	if body != "" && body[0] != ':' && !unicode.IsSpace(rune(body[0])) {
		s.flaw(SuppressionMalformed, "this looks like a suppression but is none", "write it as "+suppressionForm)
		return
	}
	head, reason, colon := strings.Cut(body, ":")
	words := strings.Fields(head)
	s.Reason = strings.Join(strings.Fields(reason), " ")
	if len(words) > 0 && !strings.Contains(words[0], "=") {
		s.Rule, words = words[0], words[1:]
	}
	switch s.Rule {
	case "", "*", "all":
		s.flaw(SuppressionBlanket, "this suppression names no rule", "name the rule: "+suppressionForm)
		return
	}
	if named := l.rulesAmong(head); len(named) > 1 {
		s.flaw(SuppressionMalformed, "this suppression names "+strings.Join(named, " and "), "one comment names one rule: write a second one, with a reason of its own")
		return
	}
	i, known := l.index[s.Rule]
	if !known {
		hint := near.Hint(s.Rule, l.names)
		if hint == "" {
			hint = "`postmortem rules` lists them"
		}
		s.flaw(SuppressionUnknown, fmt.Sprintf("there is no rule %q", s.Rule), hint)
		return
	}
	for _, w := range words {
		l.attribute(s, w)
	}
	switch {
	case s.Flaw != "":
	case l.rules[i].Firm:
		s.flaw(SuppressionRefused, s.Rule+" cannot be suppressed", "change what it reports")
	case strings.Contains(strings.ToLower(s.Reason), "until=") || strings.HasPrefix(strings.ToLower(s.Reason), "until "):
		s.flaw(SuppressionMalformed, "the end stands in the reason, where it ends nothing", "write it as <!-- postmortem-ignore rule-name until=2026-12-31: reason -->")
	case !colon || empty(s.Reason):
		s.flaw(SuppressionReasonMissing, "this suppression of "+s.Rule+" gives no reason", "write why after a colon: "+suppressionForm)
	case s.Until != "" && now.Format(time.DateOnly) > s.Until:
		s.flaw(SuppressionExpired, fmt.Sprintf("this suppression of %s ended on %s", s.Rule, s.Until), "cure the finding, or set a later day with a reason for it")
	}
}

// empty reports whether a reason says nothing: it has no word, or is what the form has in its place.
func empty(reason string) bool {
	switch strings.ToLower(strings.TrimFunc(reason, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })) {
	case "", "reason", "why", "todo", "tbd", "fixme", "xxx", "n/a", "none":
		return true
	}
	return false
}

// rulesAmong gives the rules that the head of a suppression names, between blanks or commas.
func (l *Linter) rulesAmong(head string) []string {
	var named []string
	for _, w := range strings.FieldsFunc(head, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
		if _, known := l.index[w]; known {
			named = append(named, w)
		}
	}
	return named
}

func (l *Linter) attribute(s *Suppression, word string) {
	key, value, _ := strings.Cut(word, "=")
	switch {
	case key != "until":
		hint := near.Hint(key, []string{"until"})
		if hint == "" {
			hint = "one suppression names one rule; the reason follows a colon"
		}
		s.flaw(SuppressionMalformed, fmt.Sprintf("%q means nothing in a suppression", word), hint)
	case s.Until != "":
		s.flaw(SuppressionMalformed, "this suppression has two ends", "keep one until=")
	default:
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			s.flaw(SuppressionMalformed, fmt.Sprintf("%q is not a day", value), "write it as until=2026-12-31")
			return
		}
		s.Until = value
	}
}

// inMeta reads suppressions from comments of the front matter.
func (l *Linter) inMeta(p *Pass, out []*Suppression) []*Suppression {
	f, meta := p.Report.File, p.Report.Meta
	for n := f.LineAt(meta.Span.Start) + 1; n < f.LineAt(meta.Span.End); n++ {
		line := f.Line(n)
		text := f.Slice(line)
		at := commentStart(text)
		if at < 0 {
			continue
		}
		comment := strings.TrimSpace(text[at+1:])
		body, ok := marked(comment)
		if !ok && l.namesRule(comment) {
			body, ok = comment, true
		}
		if !ok {
			continue
		}
		s := &Suppression{Span: source.Span{Start: line.Start + at, End: line.End}}
		if strings.TrimSpace(text[:at]) != "" {
			s.Scope = p.Report.BlockAt(line.Start)
		} else {
			s.whole = true
			for _, k := range meta.Keys {
				if k.Span.Start > line.End {
					s.Scope = p.Report.BlockAt(k.Span.Start)
					break
				}
				s.whole = false
			}
		}
		l.parse(s, body, p.Now)
		out = append(out, s)
	}
	return out
}

// commentStart is where a YAML line's comment begins, or -1. A "#" counts at the start and after a
// blank, outside quotes.
func commentStart(line string) int {
	quote := byte(0)
	for i := range len(line) {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && strings.HasSuffix(strings.TrimRight(line[:i], " "), ":"):
			quote = c
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return i
		}
	}
	return -1
}
