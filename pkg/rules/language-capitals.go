package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var languageCapitals = lint.Rule{
	Name:     "language-capitals",
	Summary:  "a word is written in capitals to make it louder",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, passage := range p.Report.Passages {
			if passage.Quoted || passage.Heading() || passage.Cell() {
				continue
			}
			text := passage.Text
			for i := 0; i+2 < len(text); i++ {
				if text[i]-'A' >= 26 || text[i+1]-'A' >= 26 || text[i+2]-'A' >= 26 {
					continue
				}
				word := capitals(text, i)
				if loud()[strings.ToLower(word)] && stressed(passage, i) && !inLink(p.Report.File, hit{passage: passage, start: i, end: i + len(word)}) {
					p.Diagnose(lint.Diagnostic{Span: passage.Span(i, i+len(word)), Message: fmt.Sprintf("%q is written in capitals", word),
						Hint: "write it in small letters; if it matters most, say why"})
				}
				i += max(len(word), 2)
			}
		}
	},
}

// capitals is the word at text[i] if it is one of capitals only.
func capitals(text string, i int) string {
	w, ok := wordAt(text, i)
	if !ok || i > 0 && innerByte[text[i-1]] || strings.ToUpper(text[i:w.end]) != text[i:w.end] {
		return ""
	}
	return text[i:w.end]
}

// stressed reports whether a word in capitals stands out: in the author's words, among small letters.
func stressed(p *report.Passage, i int) bool {
	return strings.ToUpper(p.Text) != p.Text && !within(quotations(p), i)
}

// loud holds words that stand in capitals for no other reason than stress: no keyword, no state and no
// name is called so.
var loud = lazySet("again always never very really extremely completely totally absolutely everything everybody everyone nobody still finally " +
	"huge massive terrible horrible wrong badly immediately obviously clearly forever entire whole every because")
