package rules

import (
	"fmt"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/eight"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var textHiddenCharacter = lint.Rule{
	Name:     "text-hidden-character",
	Summary:  "the file holds a character that nobody sees and that changes what is read",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		text := p.Report.File.Text
		if otherEncoding(p.Report) {
			return // text-not-utf8 says so, and each NUL is half of a character
		}
		for i := unseen(text, 0); i < len(text); i = unseen(text, i) {
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

// otherEncoding reports whether a report was not read for being written in another encoding.
func otherEncoding(r *report.Report) bool {
	return r.Refused && slices.ContainsFunc(r.Problems, func(p report.Problem) bool { return p.Kind == report.ProblemEncoding })
}

// unseen is the first place from i on that is not a character of ASCII which can be seen, a blank or the
// end of a line. Of eight bytes one that is too small borrows from its highest bit, DEL carries into it.
func unseen(text []byte, i int) int {
	for ; i < len(text); i += 8 {
		b := eight.At(text, i)
		for odd := (b - ' '*eight.Ones | b + eight.Ones | b) & eight.Highs; odd != 0; odd &= odd - 1 {
			k := i + bits.TrailingZeros64(odd)/8
			if k >= len(text) {
				return k
			}
			if c := text[k]; c-' ' >= 0x7F-' ' && c != '\n' && c != '\r' && c != '\t' {
				return k
			}
		}
	}
	return i
}

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
