package guard

import (
	"bytes"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// unread is what stands in a text's comments and in the addresses of its links, which are marks to a reader, without the
// marks in them. It is nil if there is none.
func unread(v *reading) *reading {
	out := &reading{}
	for _, m := range unreadParts().FindAllSubmatchIndex(v.text, -1) {
		for k := 2; k < len(m); k += 2 {
			if m[k] >= 0 && bytes.ContainsAny(v.text[m[k]:m[k+1]], "<*~`[") {
				out.copyOf(v, m[k], m[k+1])
				out.addString("\n\n", v.at[m[k+1]])
			}
		}
	}
	if len(out.text) == 0 {
		return nil
	}
	peeled := peel(out.end(v.at[len(v.text)]), plainForm)
	return peeled[len(peeled)-1]
}

var unreadParts = expression(`(?s)<!--(.{1,500}?)-->|\]\(<([^>\n]{1,500})>|\]\(([^<\s][^)\n]{0,500})\)|(?m:^[ \t]*\[[^\]\n]+\]:[ \t]*<?([^>\n]{1,500}))`)

// flowing is the paragraphs of a text that have line ends in them, or more than one blank, with one blank in their place:
// names of several words are read across them. It is nil if there are none.
func flowing(v *reading) *reading {
	out := &reading{}
	for from := 0; from < len(v.text); {
		to := len(v.text)
		if k := bytes.Index(v.text[from:], []byte("\n\n")); k >= 0 {
			to = from + k
		}
		start := len(out.text)
		changed := false
		for i := from; i < to; i++ {
			end := i
			for end < to && (blank(v.text[end]) || v.text[end] == '\\' && end+1 < to && v.text[end+1] == '\n') {
				end++
			}
			if end > i && i > from && end < to && !(bytes.IndexByte(v.text[i:end], '\n') >= 0 && startsBlock(v.text[end:to])) {
				changed = changed || end > i+1 || v.text[i] == '\n'
				out.add(' ', v.at[i])
				i = end - 1
				continue
			}
			out.add(v.text[i], v.at[i])
		}
		if !changed {
			out.text, out.at = out.text[:start], out.at[:start]
		} else {
			out.addString("\n\n", v.at[to])
		}
		from = to + 2
	}
	if len(out.text) == 0 {
		return nil
	}
	return out.end(v.at[len(v.text)])
}

// startsBlock reports whether a line begins a block of its own.
func startsBlock(line []byte) bool { return blockStart().Match(line[:min(len(line), 8)]) }

var blockStart = expression("^(?:[-*+>|#]|```|~~~|\\d+[.)] |---)")

// recased is the lines of a text that hold words in a case in which nobody writes them, "sTELLARPAY", "StElLaRpAy", or names
// in capitals, with a capital at the head of these. It is nil if there are none.
func recased(v *reading) *reading {
	out := &reading{}
	for from := 0; from < len(v.text); {
		to := len(v.text)
		if k := bytes.IndexByte(v.text[from:], '\n'); k >= 0 {
			to = from + k
		}
		start, done := len(out.text), from
		odd := oddCase
		if oddCase().Match(v.text[from:to]) {
			odd = oddShort
		}
		for _, m := range capitalInside().FindAllIndex(v.text[from:to], -1) {
			w := string(v.text[from+m[0] : from+m[1]])
			if !odd().MatchString(w) && !(strings.ToUpper(w) == w && len(w) > 4 && unexplained(strings.ToLower(w), false)) || wordlist.Brand(strings.ToLower(w)) {
				continue
			}
			out.copyOf(v, done, from+m[0])
			for i := m[0]; i < m[1]; i++ {
				c := v.text[from+i] | 0x20
				if i == m[0] {
					c &^= 0x20
				}
				out.add(c, v.at[from+i])
			}
			done = from + m[1]
		}
		if len(out.text) > start || done > from {
			out.copyOf(v, done, to)
			out.addString("\n\n", v.at[to])
		}
		from = to + 1
	}
	if len(out.text) == 0 {
		return nil
	}
	return out.end(v.at[len(v.text)])
}

var (
	capitalInside = expression(`\b[A-Za-z]+[A-Z][A-Za-z]*\b`)
	oddCase       = expression(`\b(?:[a-z][A-Z]{3,}|(?:[a-z][A-Z]){2,}[a-z]?|(?:[A-Z][a-z]){3,}[A-Z]?)\b`)
	oddShort      = expression(`^(?:[a-z][A-Z]+|(?:[a-z][A-Z])+[a-z]?|(?:[A-Z][a-z]){2,}[A-Z]?)$`) // beside one of those
)
