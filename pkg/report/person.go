package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isPerson reports whether a text looks like the name of people or a team: one to four capitalised
// words, initials or handles, with "and", "&", "/" or commas between.
func isPerson(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 48 || groupNames[HeadingKey(s)] {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' || r == ',' || r == '&' || r == '+' })
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "and" && i > 0, r == '@' && len(w) > 1:
		case notNames[w], len(w) > 2 && strings.ToUpper(w) == w && isZone(w): // "21:00 to 08:00 (BST)"
			return false
		case nameParticle[w] && i+1 < len(words):
		case strings.EqualFold(w, "team") && i > 0:
		case unicode.IsUpper(r) && isName(w):
		default:
			return false
		}
	}
	return true
}

// nameParticle are the small words inside the names of people: "Svitlana van den Heuvel", "van der Berg".
var nameParticle = map[string]bool{"van": true, "von": true, "den": true, "der": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true, "la": true, "le": true, "ter": true, "ten": true, "zu": true, "bin": true, "ibn": true, "al": true, "el": true}

// notNames are capitals that stand for something else at the end of an action.
var notNames = map[string]bool{"PR": true, "PRs": true, "MR": true, "CL": true, "TBD": true, "TBA": true, "TBC": true, "ETA": true, "WIP": true, "DONE": true, "TODO": true, "API": true, "SDK": true, "CI": true, "CD": true,
	"DB": true, "DNS": true, "AWS": true, "GCP": true, "UI": true, "Issue": true, "Ticket": true, "Jira": true, "Link": true, "Done": true, "Completed": true, "Optional": true, "HIGH": true, "LOW": true, "MEDIUM": true, "High": true, "Low": true, "Medium": true, "URL": true, "RFC": true}

func isName(w string) bool {
	for _, r := range w {
		if !unicode.IsLetter(r) && r != '.' && r != '-' && r != '\'' && r != '’' {
			return false
		}
	}
	return true
}

// isInitials reports whether a word is two or three capital letters.
func isInitials(w string) bool {
	if len(w) < 2 || len(w) > 3 {
		return false
	}
	for i := 0; i < len(w); i++ {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}

// isTeam reports whether a text is the name of a team.
func isTeam(s string) bool {
	return len(s) < 40 && strings.Count(s, " ") <= 3 && strings.HasSuffix(strings.ToLower(s), " team")
}
