package lint

import "github.com/mattn/go-runewidth"

// cells measures text for any terminal alike: the locale does not count. It looks at every character
// for what joins it to the next, so text that is all ASCII, where one byte is one column, does without.
var cells = &runewidth.Condition{StrictEmojiNeutral: true}

// width is how many columns a Visible text takes.
func width(s string) int {
	if printable(s) {
		return len(s)
	}
	return cells.StringWidth(s)
}

const ellipsis = "..."

// truncate cuts what reaches beyond a number of columns off the end of a text.
func truncate(s string, columns int) string {
	switch {
	case !printable(s):
		return cells.Truncate(s, columns, ellipsis)
	case len(s) <= columns:
		return s
	}
	return s[:max(0, columns-len(ellipsis))] + ellipsis
}

// truncateLeft cuts a number of columns off the start of a text.
func truncateLeft(s string, columns int) string {
	if !printable(s) {
		return ellipsis + cells.TruncateLeft(s, columns, "")
	}
	return ellipsis + s[min(len(s), max(0, columns)):]
}
