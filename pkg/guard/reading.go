package guard

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// reading is one way to read an output: a text from which disguises were taken, and for each of its
// bytes the place in the output that it stands for.
type reading struct {
	text []byte
	at   []int32 // one more than text: the last is where the text ends
	how  string  // what was undone

	binary bool // decoded, and no text: only what cannot be chance counts
}

func (v *reading) add(b byte, at int32) {
	v.text = append(v.text, b)
	v.at = append(v.at, at)
}

func (v *reading) addString(s string, at int32) {
	for i := range len(s) {
		v.add(s[i], at)
	}
}

// copyOf takes over a stretch of another reading.
func (v *reading) copyOf(o *reading, from, to int) {
	v.text = append(v.text, o.text[from:to]...)
	v.at = append(v.at, o.at[from:to]...)
}

// endIn gives where in the output a stretch ends that ends before text[to]: behind its last byte, or behind the
// whole of what stands for that byte.
func (v *reading) endIn(out []byte, to int) int {
	last := int(v.at[to-1])
	if last < len(out) && out[last] < utf8.RuneSelf && strings.IndexByte(`&\%=`, out[last]) < 0 && v.how != "base64" && v.how != "hexadecimal" {
		return last + 1
	}
	n, _ := slices.BinarySearch(v.at[to:], v.at[to-1]+1) // a packed text stands at one place as a whole
	return int(v.at[min(to+n, len(v.at)-1)])
}

// end is called once when all bytes are added.
func (v *reading) end(at int32) *reading {
	v.at = append(v.at, at)
	return v
}

// written is an output as it is.
func written(out []byte) *reading {
	v := &reading{text: out, at: make([]int32, len(out)+1)}
	for i := range v.at {
		v.at[i] = int32(i)
	}
	return v
}

// maxDepth is how deep encodings are followed into each other: a picture inside a page inside a mail.
const maxDepth = 2

// readings gives every reading of an output, the one as written first. Each step is undone on top of
// those before it, twice around, for disguises inside disguises; a step that changes nothing adds
// nothing. A term that a step spoils is found in the reading before it.
func readings(out []byte) []*reading { return decode(written(out), 0) }

func decode(v *reading, depth int) []*reading {
	first, numeric := plain(v, false)
	if v.binary {
		return []*reading{first}
	}
	all := peel(first, func(v *reading) *reading {
		v, n := plain(v, false)
		numeric = numeric || n
		return v
	})
	decoded := lastOf(all, encodings)
	if numeric {
		all = append(all, peel(plainDigits(v), plainDigits)...)
	}
	if depth == maxDepth {
		return all
	}
	packed := unpack(first)
	if decoded != first {
		packed = append(packed, unpack(decoded)...)
	}
	for _, p := range packed {
		for _, v := range decode(p, depth+1) {
			v.how, v.binary = p.how, p.binary
			all = append(all, v)
		}
	}
	return all
}

// peel takes from a text, in its plain form, what formats put over and into it, step by step. It gives
// the text itself and, in their plain form, what each step left that changed something.
func peel(first *reading, plain func(*reading) *reading) []*reading {
	all, last := []*reading{first}, first
	undo := func(steps []step) (changed bool) {
		for _, s := range steps {
			if !bytes.ContainsAny(last.text, s.needs) {
				continue
			}
			next := s.undo(last)
			if bytes.Equal(next.text, last.text) {
				continue
			}
			last = plain(next)
			last.how = s.name
			all = append(all, last)
			changed = true
		}
		return changed
	}
	if undo(encodings) {
		undo(encodings)
	}
	if bytes.IndexByte(last.text, '<') >= 0 && bytes.ContainsAny(last.text, "*~`") {
		// What stands in a tag goes with it: the address of a link may hold marks of its own.
		inTags := unemphasise(last)
		inTags.how = "emphasis marks"
		all = append(all, inTags)
	}
	if within := untagInside(last); within != last { // an address with a tag in it, which ends the tag that it stands in too early
		all = append(all, plain(within))
	}
	undo(marks)
	return all
}

// lastOf is the last reading of a peeled text that one of the steps left, or the first one.
func lastOf(peeled []*reading, steps []step) *reading {
	for _, v := range slices.Backward(peeled) {
		if slices.ContainsFunc(steps, func(s step) bool { return s.name == v.how }) {
			return v
		}
	}
	return peeled[0]
}

// plainForm takes from a text what a reader does not see or cannot tell apart: invisible characters,
// accents, full-width and other forms of a letter, letters of other scripts that look Latin. ASCII
// stays as it is. What is not UTF-8 becomes a NUL.
func plainForm(v *reading) *reading {
	v, _ = plain(v, false)
	return v
}

// plainDigits is plainForm with digits for the letters that look like one: which of the two is meant only the whole
// tells.
func plainDigits(v *reading) *reading {
	v, _ = plain(v, true)
	return v
}

// plain is plainForm or plainDigits, and reports whether these differ.
func plain(v *reading, digits bool) (out *reading, numeric bool) {
	if ascii(v.text) {
		return v, false
	}
	alike := lookAlikes()
	out = &reading{text: make([]byte, 0, len(v.text)), at: make([]int32, 0, len(v.text)+1), how: v.how}
	for i := 0; i < len(v.text); {
		if b := v.text[i]; b < utf8.RuneSelf {
			out.add(b, v.at[i])
			i++
			continue
		}
		r, n := utf8.DecodeRune(v.text[i:])
		raw := v.text[i : i+n]
		if twice, length := twiceEncoded(v.text[i:]); length > 0 {
			r, n, raw = twice, length, []byte(string(twice))
		}
		digit, ok := alike.digits[r]
		numeric = numeric || ok
		switch {
		case r == utf8.RuneError && n == 1:
			out.add(0, v.at[i])
		case ok && digits:
			out.addString(digit, v.at[i])
		default:
			out.addString(alike.plainRune(raw, r), v.at[i])
		}
		i += n
	}
	return out.end(v.at[len(v.text)]), numeric
}

func ascii(text []byte) bool {
	for _, b := range text {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (a *alikes) plainRune(raw []byte, r rune) string {
	if invisible(r) {
		return ""
	}
	if s, ok := a.letters[r]; ok {
		return s
	}
	var out []byte
	for _, d := range string(norm.NFKD.Bytes(raw)) {
		switch s, ok := a.letters[d]; {
		case unicode.In(d, unicode.Mn, unicode.Me) || invisible(d):
		case ok:
			out = append(out, s...)
		case d < utf8.RuneSelf:
			out = append(out, byte(d))
		case unicode.Is(unicode.Nd, d):
			out = append(out, '0'+digit(d))
		case unicode.IsSpace(d):
			out = append(out, ' ')
		default:
			out = utf8.AppendRune(out, d)
		}
	}
	return string(out)
}

// digit is the value of a decimal digit of any script: they stand in runs of ten.
func digit(r rune) byte {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10)
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10)
		}
	}
	return 0
}

// invisible reports whether a character is shown as nothing: those of format, variation selectors,
// fillers, tags.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || r >= 0xE0000 && r <= 0xE0FFF ||
		r >= 0x80 && r < 0xA0 || r == 0x2800
}

// squeezed is a reading reduced to its letters and digits, in one case, in which digits and letters
// that look alike are one: what remains the same however a term is spelt, spaced and broken.
type squeezed struct {
	key []byte
	pos []int32 // of each byte of key, in the reading's text
}

func squeeze(text []byte) squeezed {
	s := squeezed{key: make([]byte, 0, len(text)), pos: make([]int32, 0, len(text))}
	for i, b := range text {
		if k := keyByte(b); k != 0 {
			s.key = append(s.key, k)
			s.pos = append(s.pos, int32(i))
		}
	}
	return s
}

// keyByte is a letter or digit in the form in which terms are compared, or 0.
func keyByte(b byte) byte {
	switch {
	case b >= 'A' && b <= 'Z':
		b |= 0x20
	case b >= 'a' && b <= 'z', b >= utf8.RuneSelf:
	case b >= '0' && b <= '9':
	default:
		return 0
	}
	switch b {
	case '0':
		return 'o'
	case '1', 'i':
		return 'l'
	}
	return b
}

func upper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func number(c byte) bool { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

func letterOrDigit(c byte) bool { return letter(c) || number(c) }
