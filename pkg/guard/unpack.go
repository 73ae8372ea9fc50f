package guard

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"unicode"
	"unicode/utf8"
)

// unpack decodes every run that may be base64 or hexadecimal. What comes out as text is a reading for
// each of the two, the runs apart from one another; what does not is a third.
func unpack(v *reading) []*reading {
	as64 := &reading{how: "base64"}
	asHex := &reading{how: "hexadecimal"}
	asBytes := &reading{how: "base64", binary: true}
	for i := 0; i < len(v.text); {
		if !packed(v.text[i]) {
			i++
			continue
		}
		run, next := packedRun(v.text, i)
		add := func(to *reading, b []byte) {
			to.addString(string(b), v.at[i])
			to.addString(apart, v.at[next])
		}
		for _, part := range inPath(run) {
			switch b := decode64(part); {
			case len(b) == 0:
			case textual(b):
				add(as64, b)
			default:
				add(asBytes, b)
			}
		}
		for part := range bytes.FieldsFuncSeq(run, func(r rune) bool { return !hexDigit(r) }) {
			if b, err := hex.DecodeString(string(part)); err == nil && len(part) >= 10 && textual(b) {
				add(asHex, b)
			}
		}
		i = next
	}
	var out []*reading
	for _, r := range []*reading{as64, asHex, asBytes} {
		if len(r.text) > 0 {
			out = append(out, r.end(v.at[len(v.text)]))
		}
	}
	return out
}

func hexDigit(r rune) bool { return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'f' }

// inPath gives a run and, if it may be a part of an address, what stands behind each of its first signs and
// between two: a slash is a character of base64 too, and what is out of step is not decoded.
func inPath(run []byte) [][]byte {
	const signs, longest = 8, 2000
	out := [][]byte{run}
	if len(run) > longest {
		return out
	}
	for n := 0; ; n++ {
		k := bytes.IndexAny(run, "/=")
		if k < 0 {
			return out
		}
		if run = run[k+1:]; n < signs {
			out = append(out, run)
		}
		if end := bytes.IndexAny(run, "/="); end > 0 {
			out = append(out, run[:end])
		}
	}
}

// apart keeps the texts of two runs from being read as one.
const apart = "\n\n\n\n\n"

// textual reports whether bytes are text that somebody encoded, and not the chance outcome of
// decoding a word.
func textual(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError || !unicode.IsPrint(r) && r != '\n' && r != '\r' && r != '\t' {
			return len(b) < utf8.UTFMax && !utf8.FullRune(b)
		}
		b = b[n:]
	}
	return true
}

func packed(b byte) bool {
	return letterOrDigit(b) && b < utf8.RuneSelf || b == '+' || b == '/' || b == '-' || b == '_' || b == '='
}

// packedRun reads one run, over the line ends of a mail's body.
func packedRun(text []byte, i int) (run []byte, next int) {
	for line := 0; ; line = 0 {
		for i < len(text) && packed(text[i]) {
			run = append(run, text[i])
			i++
			line++
		}
		k := i
		if bytes.HasPrefix(text[k:], []byte("\r")) {
			k++
		}
		if bytes.HasPrefix(text[k:], []byte("\n")) {
			k++
		}
		if line < 60 || k == i || k == len(text) || !packed(text[k]) {
			return run, i
		}
		i = k
	}
}

// decode64 decodes a run in either alphabet, with or without padding; nil if it is too short or
// cannot be.
func decode64(run []byte) []byte {
	s := bytes.ReplaceAll(bytes.ReplaceAll(bytes.Trim(run, "="), []byte("-"), []byte("+")), []byte("_"), []byte("/"))
	if len(s) < 6 {
		return nil
	}
	if k := bytes.IndexByte(s, '='); k >= 0 {
		s = s[k+1:] // key=value: the value
	}
	b, err := base64.RawStdEncoding.AppendDecode(nil, s[:len(s)-boolToInt(len(s)%4 == 1)])
	if err != nil {
		return nil
	}
	return b
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
