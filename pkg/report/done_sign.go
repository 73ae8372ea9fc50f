package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// doneSigns mark a finished action at its start or its end.
var doneSigns = []string{"✅", "✔️", "✔", "☑️", "☑", "✓", "👍", "🎉", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", "[x]", "[X]"}

// openSigns mark one that is not.
var openSigns = []string{"❌", "⏳", "🚧", "⬜", "🔲", "☐", ":x:", ":construction:", "[ ]"}

// maybeSign reports whether one of the signs may begin or end with a byte.
func maybeSign(c byte) bool { return c >= 0x80 || c == ':' || c == '[' || c == ']' }

// doneMarks takes the marks that say what became of an action, or that nothing has yet, from both ends of its text,
// and gives what is left. Why one is struck through as a whole, only words can say.
func (c *collector) doneMarks(a *Action, p *Passage, start, end int) (int, int) {
	if struck(p.Node) {
		a.settle(Unclear)
	}
	for {
		text := strings.TrimRight(p.Text[start:end], " \n.")
		lead := len(text) - len(strings.TrimLeft(text, " \n"))
		n, done := leadingSign(text[lead:])
		o := Pending
		if done {
			o = Done
		}
		if n == 0 {
			n, o = leadingDone(text[lead:])
		}
		if n > 0 {
			a.settle(o)
			start += lead + n
			continue
		}
		if n, o = trailingSign(text), Done; n == 0 {
			n, o = trailingDone(text)
		}
		if n == 0 {
			return start, end
		}
		a.settle(o)
		end = start + len(text) - n
	}
}

// leadingSign is the length of a sign at the start of a text, and whether it stands for done.
func leadingSign(text string) (n int, done bool) {
	if text == "" || !maybeSign(text[0]) {
		return 0, false
	}
	for _, sign := range doneSigns {
		if strings.HasPrefix(text, sign) {
			return len(sign), true
		}
	}
	for _, sign := range openSigns {
		if strings.HasPrefix(text, sign) {
			return len(sign), false
		}
	}
	return 0, false
}

// trailingSign is the length of a sign of done at the end of a text.
func trailingSign(text string) int {
	if text == "" || !maybeSign(text[len(text)-1]) {
		return 0
	}
	for _, sign := range doneSigns {
		if strings.HasSuffix(text, sign) {
			return len(sign)
		}
	}
	return 0
}

// struck reports whether all text of a block is struck through.
func struck(n ast.Node) bool {
	any := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case extast.KindStrikethrough:
			any = true
		case extast.KindTaskCheckBox:
		case ast.KindText:
			// What follows the struck text may say why.
			if !any {
				return false
			}
		default:
			if !any {
				return false
			}
		}
	}
	return any
}

// unticked reports whether a list item has a box without a tick.
func unticked(item ast.Node) bool {
	if first := item.FirstChild(); item.Kind() == ast.KindListItem && first != nil {
		box, ok := first.FirstChild().(*extast.TaskCheckBox)
		return ok && !box.IsChecked
	}
	return false
}
