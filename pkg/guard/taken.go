package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// taken gives the readings of a withheld text that terms are taken from: as it is, without what formats put over it,
// without marks, what is packed in it, what stands in comments and addresses, and names made whole that a line end cuts
// or an odd case hides. A withheld part may be disguised too.
func taken(text []byte) []*reading {
	peeled := peel(plainForm(written(text)), plainForm)
	decoded := lastOf(peeled, encodings) // with what stands in tags and behind links
	out := []*reading{peeled[0]}
	add := func(v *reading) {
		if v != nil && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	add(decoded)
	bare := peeled[len(peeled)-1]
	add(bare) // "PARCEL\_MAX", "&#107;afka"
	add(unread(decoded))
	add(flowing(bare))
	add(recased(decoded))
	for _, p := range unpack(decoded) {
		if !p.binary {
			add(plainForm(p))
		}
	}
	add(mended(decoded))
	if v := spelledOut(text); v != nil {
		add(plainForm(v))
	}
	return out
}

// uncoded is a short text without what formats put over it, and as it is if there is nothing.
func uncoded(s string) string {
	if !strings.ContainsAny(s, `&%\`) {
		return s
	}
	peeled := peel(plainForm(written([]byte(s))), plainForm)
	if decoded := lastOf(peeled, encodings); decoded != peeled[0] {
		return string(decoded.text)
	}
	return s
}

// mended is every two lines of a text as one whose line end may stand inside a name: the pieces at its sides are not
// both words of the language. It is nil if there are none.
func mended(v *reading) *reading {
	out := &reading{}
	for from, line := 0, 0; ; line = from {
		k := bytes.IndexByte(v.text[from:], '\n')
		if k < 0 {
			break
		}
		from += k + 1
		left := bytes.TrimRight(v.text[line:from-1], " \r\\")
		next := v.text[from:]
		if k := bytes.IndexByte(next, '\n'); k >= 0 {
			next = next[:k]
		}
		right := bytes.TrimLeft(next, " \t>")
		if len(left) < 2 || len(right) == 0 || !letterOrDigit(left[len(left)-2]) || !namePart(left[len(left)-1]) || !letterOrDigit(right[0]) {
			continue
		}
		a, b := left[bytes.LastIndexAny(left, " \t(\"'`*:=/")+1:], right
		if k := bytes.IndexFunc(b, func(r rune) bool { return r < 0x80 && keyByte(byte(r)) == 0 }); k >= 0 {
			b = b[:k]
		}
		last, first := left[len(left)-1], right[0]
		if languagePiece(a) && languagePiece(b) || letter(last) && !upper(last) && upper(first) { // "the\nMezo"
			continue
		}
		out.copyOf(v, line, line+len(left))
		out.copyOf(v, from+len(next)-len(right), from+len(next))
		out.addString("\n\n", v.at[from+len(next)])
	}
	if len(out.text) == 0 {
		return nil
	}
	return out.end(v.at[len(v.text)])
}

// languagePiece reports whether a piece is a word of the language, or a number, which stands beside words.
func languagePiece(s []byte) bool {
	low := string(bytes.ToLower(s))
	return wordlist.English(low) || plainNumber(low)
}

// namePart reports whether a name may go on behind a byte.
func namePart(c byte) bool { return letterOrDigit(c) || c == '-' || c == '_' || c == '@' || c == '#' }
