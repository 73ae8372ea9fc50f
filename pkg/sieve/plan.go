package sieve

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// plan is what is known of the matches of an expression.
type plan struct {
	literals *[256][]literal // by first byte: one of them stands in every match; nil if any word may be one
	folds    bool            // some in any case
	blanks   int             // the most that a match holds
	lines    int             // the most line ends that it holds
	least    int             // bytes
	edges    bool            // it may depend on where the text begins and ends
}

// literal is a text that stands in a match; in lower case if it folds.
type literal struct {
	text  string
	folds bool
}

// unlimited is more than any text has.
const unlimited = 1 << 30

// A match that goes over more blanks or lines is looked for in whole lines or in the whole text: a literal on every word
// would have each of them looked at so many times.
const mostBlanks, mostLines = 8, 3

// planOf is the plan of an expression, or nil if nothing is known that is worth looking at.
func planOf(expr string) *plan {
	if strings.Contains(expr, `\p`) {
		return nil // reading a class of Unicode takes longer than what it saves
	}
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	e := extentOf(re)
	p := &plan{blanks: e.blanks, lines: e.lines, least: e.least, edges: has(re, syntax.OpBeginText, syntax.OpEndText)}
	if p.lines > mostLines {
		p.lines = unlimited
	}
	if p.blanks > mostBlanks || has(re, syntax.OpBeginLine, syntax.OpEndLine) { // where a line begins is told by the line end before it
		p.blanks = unlimited
	}
	found := best(partOf(re))
	switch {
	case cost(found) < dear:
		p.literals = &[256][]literal{}
		for _, l := range found {
			l.text = withoutBlank(l.text)
			p.folds = p.folds || l.folds
			p.start(l.text[0], l)
			if l.folds && l.text[0] >= 'a' && l.text[0] <= 'z' {
				p.start(l.text[0]&^0x20, l)
			}
		}
	case p.blanks > 0 || p.least < longWord:
		return nil
	}
	return p
}

// withoutBlank is a literal without the blanks that it begins with, at which every word would have to be looked at.
func withoutBlank(text string) string {
	if rest := strings.TrimLeft(text, " "); rest != "" {
		return rest
	}
	return text
}

func (p *plan) start(by byte, l literal) { p.literals[by] = append(p.literals[by], l) }

// parts reports whether matches around what stands before and after a byte may reach differently far.
func (p *plan) parts(c byte) bool { return c == '\n' || p.blanks < unlimited && blank(c) }

// longWord is the length of words of which a text has few.
const longWord = 7

func has(re *syntax.Regexp, ops ...syntax.Op) bool {
	for _, op := range ops {
		if re.Op == op {
			return true
		}
	}
	for _, sub := range re.Sub {
		if has(sub, ops...) {
			return true
		}
	}
	return false
}

// extent is how much a match holds.
type extent struct{ blanks, lines, least int }

func extentOf(re *syntax.Regexp) (e extent) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			e = e.and(ofRange(r, r, utf8.RuneLen(r)))
		}
		if re.Flags&syntax.FoldCase != 0 {
			e.least = len(re.Rune)
		}
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			e = e.or(ofRange(re.Rune[i], re.Rune[i+1], 1))
		}
		e.least = 1
	case syntax.OpAnyChar:
		return extent{1, 1, 1}
	case syntax.OpAnyCharNotNL:
		return extent{1, 0, 1}
	case syntax.OpCapture:
		return extentOf(re.Sub[0])
	case syntax.OpStar:
		return extentOf(re.Sub[0]).times(0, unlimited)
	case syntax.OpPlus:
		return extentOf(re.Sub[0]).times(1, unlimited)
	case syntax.OpQuest:
		return extentOf(re.Sub[0]).times(0, 1)
	case syntax.OpRepeat:
		most := re.Max
		if most < 0 {
			most = unlimited
		}
		return extentOf(re.Sub[0]).times(re.Min, most)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			e = e.and(extentOf(sub))
		}
	case syntax.OpAlternate:
		e = extentOf(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			e = e.or(extentOf(sub))
		}
	}
	return e
}

func ofRange(from, to rune, least int) extent {
	e := extent{least: least}
	for _, c := range " \t\n\r\f" {
		if from <= c && c <= to {
			e.blanks = 1
		}
	}
	if from <= '\n' && '\n' <= to {
		e.lines = 1
	}
	return e
}

func (e extent) and(o extent) extent {
	return extent{min(unlimited, e.blanks+o.blanks), min(unlimited, e.lines+o.lines), e.least + o.least}
}

func (e extent) or(o extent) extent {
	return extent{max(e.blanks, o.blanks), max(e.lines, o.lines), min(e.least, o.least)}
}

func (e extent) times(least, most int) extent {
	return extent{upTo(e.blanks, most), upTo(e.lines, most), e.least * least}
}

func upTo(n, times int) int {
	if n > 0 && times > unlimited/n {
		return unlimited
	}
	return n * times
}
