package guard

import "strings"

// Sought says why an entry of one of the organisation's lists would never be found in a text; empty if it would.
func Sought(entry string) (flaw string) {
	switch n := len(squeezeKey(entry)); {
	case n < shortestName:
		return "it has fewer than two letters or digits"
	case n > longestName:
		return "it is too long"
	}
	return ""
}

// Starred says what is wrong with the stars of an entry of Options.Public, and what to write; empty if nothing is. A star
// beside too little would let almost everything pass.
func Starred(entry string) (flaw, advice string) {
	const fewest = 3
	rest := strings.Trim(entry, "*")
	switch {
	case strings.Contains(rest, "*"):
		return "has a star in the middle, where it stands for nothing", "end it at the star, as in INC-*"
	case rest != entry && len(squeezeKey(rest)) < fewest:
		return "stands for too many words", "write three letters or digits beside the star, as in INC-*"
	}
	return "", ""
}
