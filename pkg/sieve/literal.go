package sieve

import (
	"regexp/syntax"
	"slices"
	"unicode/utf8"
)

// part is what is known of the texts that a part of an expression matches.
type part struct {
	whole []literal // all of them; nil if they are too many
	in    []literal // one of these stands in each; nil if none is known
}

// mostWhole bounds how many texts are told one by one.
const mostWhole = 64

func partOf(re *syntax.Regexp) part {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return part{whole: []literal{{}}}
	case syntax.OpLiteral:
		l := literal{text: string(re.Rune), folds: re.Flags&syntax.FoldCase != 0}
		if l.folds {
			for _, r := range re.Rune {
				if r >= utf8.RuneSelf { // whose other cases are not known here
					return part{}
				}
			}
			l.text = inLower(l.text)
		}
		return part{whole: []literal{l}}
	case syntax.OpCharClass:
		var p part
		for i := 0; i < len(re.Rune); i += 2 {
			if int(re.Rune[i+1]-re.Rune[i])+len(p.whole) >= mostWhole {
				return part{}
			}
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				p.whole = append(p.whole, literal{text: string(r)})
			}
		}
		return p
	case syntax.OpCapture:
		return partOf(re.Sub[0])
	case syntax.OpPlus:
		return part{in: best(partOf(re.Sub[0]))}
	case syntax.OpQuest:
		if p := partOf(re.Sub[0]); p.whole != nil && len(p.whole) < mostWhole {
			return part{whole: append([]literal{{}}, p.whole...)}
		}
	case syntax.OpRepeat:
		if re.Min > 0 {
			return part{in: best(partOf(re.Sub[0]))}
		}
	case syntax.OpConcat:
		return partOfRow(re.Sub)
	case syntax.OpAlternate:
		return partOfChoice(re.Sub)
	}
	return part{}
}

// partOfRow joins what stands side by side, as long as it is few texts.
func partOfRow(row []*syntax.Regexp) part {
	run, joined := []literal{{}}, true
	var in []literal
	for _, re := range row {
		p := partOf(re)
		if p.whole != nil && len(run)*len(p.whole) <= mostWhole {
			run = product(run, p.whole)
			continue
		}
		in, joined = rarer(in, run), false
		run = []literal{{}}
		if p.whole != nil {
			run = p.whole
		}
		in = rarer(in, p.in)
	}
	if joined {
		return part{whole: run}
	}
	return part{in: rarer(in, run)}
}

func partOfChoice(choice []*syntax.Regexp) part {
	var all part
	for i, re := range choice {
		p := partOf(re)
		p.in = best(p)
		if i == 0 {
			all = p
			continue
		}
		all = part{both(all.whole, p.whole), both(all.in, p.in)}
	}
	if len(all.whole) > mostWhole {
		all.whole = nil
	}
	return all
}

// both joins what is known of two choices; if nothing is of one, nothing is of both.
func both(a, b []literal) []literal {
	if a == nil || b == nil {
		return nil
	}
	out := slices.Clone(a)
	for _, l := range b {
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// product joins each text with each.
func product(a, b []literal) []literal {
	var out []literal
	for _, x := range a {
		for _, y := range b {
			l := literal{x.text + y.text, x.folds || y.folds}
			if l.folds {
				l.text = inLower(l.text)
			}
			out = append(out, l)
		}
	}
	return out
}

// best are the literals that say most about a part, or nil if every text may be one.
func best(p part) []literal { return rarer(p.in, p.whole) }

func rarer(a, b []literal) []literal {
	if cost(b) < cost(a) {
		return b
	}
	return a
}

// dear is what literals may cost for them to be worth looking for: less than a blank does.
const dear = 0.16

// cost guesses what looking for literals does: at how large a share of the places of a text one stands, and at
// how many one may begin.
func cost(all []literal) float64 {
	if all == nil {
		return 1
	}
	stand, begin := 0.0, 0.0
	var begun [256]bool
	for _, l := range all {
		if l.text == "" {
			return 1
		}
		if by := l.text[0]; !begun[by] {
			begun[by] = true
			begin += share(by)
		}
		whole := 1.0
		for i := range len(l.text) {
			whole *= share(l.text[i])
		}
		stand += whole
	}
	return stand + begin/10
}

// share is how much of a text a byte is, about.
func share(c byte) float64 {
	switch {
	case c == ' ':
		return 0.15
	case c >= 'a' && c <= 'z':
		return 0.04
	case c >= 'A' && c <= 'Z':
		return 0.005
	}
	return 0.01
}

func inLower(text string) string {
	b := []byte(text)
	for i := range b {
		b[i] = lower(b[i])
	}
	return string(b)
}
