package report

import (
	"cmp"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// Language is the tag of the language that the report is written in: its own, else that of the customs, else "en".
func (r *Report) Language() string { return cmp.Or(r.Meta.Language.Value, r.customs.Language, "en") }

// CustomerLanguage is the tag of the language that its customers read: what the front matter says of that, or of the report,
// else what the customs do.
func (r *Report) CustomerLanguage() string {
	return cmp.Or(r.Meta.CustomerLanguage.Value, r.Meta.Language.Value, r.customs.CustomerLanguage, r.Language())
}

// English reports whether the report is in English, which is all that the readers of wording know.
func (r *Report) English() bool { return isEnglish(r.Language()) }

// EnglishForCustomers reports whether what customers read is.
func (r *Report) EnglishForCustomers() bool { return isEnglish(r.CustomerLanguage()) }

func isEnglish(tag string) bool {
	return len(tag) >= 2 && strings.EqualFold(tag[:2], "en") && (len(tag) == 2 || tag[2] == '-')
}

// IsLanguage reports whether a text is formed as the tag of a language in BCP 47: "de", "pt-BR", "zh-Hans".
func IsLanguage(tag string) bool {
	const longest = 35
	for i, part := range strings.Split(tag, "-") {
		most := 8
		if i == 0 {
			most = 3
		}
		if part == "" || i == 0 && len(part) == 1 || len(part) > most {
			return false
		}
		for k := range len(part) {
			if !(prose.Letter(part[k]) && part[k] < 0x80) && (i == 0 || !prose.Digit(part[k])) {
				return false
			}
		}
	}
	return len(tag) <= longest
}
