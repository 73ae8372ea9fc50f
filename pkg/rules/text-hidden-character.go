package rules

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var textHiddenCharacter = lint.Rule{
	Name:     "text-hidden-character",
	Summary:  "the file holds a character that nobody sees and that changes what is read",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		text := p.Report.File.Text
		for i := 0; i < len(text); {
			if n := visible(text[i:]); n > 0 {
				i += n
				continue
			}
			r, n := utf8.DecodeRune(text[i:])
			if name := hiddenName(r); name != "" && !harmless(text, i, r) {
				at := source.Span{Start: i, End: i + n}
				p.Diagnose(lint.Diagnostic{
					Span:    at,
					Message: fmt.Sprintf("there is an invisible %s here (U+%04X)", name, r),
					Fix:     replaceFix("take the character out", true, at, ""),
				})
			}
			i += n
		}
	},
}

// visible gives the length of the ASCII text at the start of b that is seen. Eight bytes are looked
// at together: a byte that is too small borrows from its highest bit, DEL carries into it.
func visible(b []byte) int {
	i := 0
	for i+8 <= len(b) {
		w := binary.LittleEndian.Uint64(b[i:])
		for odd := ((w - ' '*ones) | (w + ones) | w) & highs; odd != 0; odd &= odd - 1 {
			if k := i + bits.TrailingZeros64(odd)/8; !seen(b[k]) {
				return k
			}
		}
		i += 8
	}
	for i < len(b) && seen(b[i]) {
		i++
	}
	return i
}

func seen(c byte) bool { return c-' ' < 0x7F-' ' || c == '\n' || c == '\r' || c == '\t' }

func hiddenName(r rune) string {
	switch {
	case r == 0:
		return "NUL character"
	case r < ' ' || r >= 0x7F && r <= 0x9F:
		return "control character"
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return "change of writing direction"
	case r == 0x200B || r == 0x2060 || r == 0xFEFF || r == 0x180E:
		return "blank of no width"
	case r == 0x200C || r == 0x200D:
		return "joiner"
	case r >= 0xE0000 && r <= 0xE007F:
		return "tag character"
	}
	return ""
}

// harmless tells where such a character does its proper work: a byte order mark at the start of the
// file, joiners inside emoji and in scripts that use them, tags in the flags of regions.
func harmless(text []byte, i int, r rune) bool {
	before, _ := utf8.DecodeLastRune(text[:i])
	switch r {
	case 0xFEFF:
		return i == 0
	case 0x200C, 0x200D:
		return before > unicode.MaxLatin1 && before != utf8.RuneError
	}
	return r >= 0xE0020 && (before == 0x1F3F4 || before >= 0xE0020 && before <= 0xE007F)
}
