// Package hostile makes texts that cost some Markdown parser more time, memory or output than their size
// says. It is for the tests of whatever reads or writes Markdown.
package hostile

import (
	"fmt"
	"strings"
)

// Family is one shape of text. Text gives its n-th member; sizes grow with n.
type Family struct {
	Name string
	Text func(n int) string
}

var rep = strings.Repeat

func each(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

func unit(s string) func(int) string { return func(n int) string { return rep(s, n) } }

// Families are the shapes that are known.
var Families = []Family{
	// emphasis
	{"strong inside emphasis", func(n int) string { return rep("*x **x ", n) + "y" + rep(" x** x*", n) }},
	{"emphasis closes only", unit("x_ ")},
	{"emphasis opens only", unit("_x ")},
	{"stars open, underscores close", unit("*x_ ")},
	{"stars, then both crossing", func(n int) string { return rep("*x ", n) + rep("_x*_ ", n) }},
	{"runs that add up to three", func(n int) string { return "x**y" + rep("z* ", n) }},
	{"runs of mixed length", unit("*x_y*z_w**v_u*t**s*r_q** ")},
	{"one long run each side", func(n int) string { return rep("*", n) + "x" + rep("*", n) }},
	{"emphasis in deep quotes", func(n int) string { return rep(">", n) + rep("x*", n) }},
	{"strikes that cross stars", unit("~x* ~~y** ")},
	{"snake case", unit("one_long_name_of_some_metric ")},
	// links and brackets
	{"brackets close only", unit("x]")},
	{"brackets open only", unit("[x")},
	{"brackets and underscores open", unit("[ x_")},
	{"brackets, then a group", unit("[ (](")},
	{"images in brackets", unit("![[]()")},
	{"deep brackets", func(n int) string { return rep("[", n) + "x" + rep("]", n) }},
	{"deep brackets over lines", func(n int) string { return rep("[\n", n) + "x" + rep("]\n", n) }},
	{"deep images", func(n int) string { return rep("![", n) + "x" + rep("](y)", n) }},
	{"addresses that stay open", unit("[x](y")},
	{"quoted addresses that stay open", unit("[x](<y")},
	{"titles that stay open", unit("[x](y \"")},
	{"groups in an address", func(n int) string { return "[x](" + rep("(", n) + "y" }},
	{"lines of half links", unit("](['\n")},
	{"few half links, then a long word", func(n int) string { return rep("[x](y", 1+n/100) + rep("z", n) }},
	{"brackets, then many lines", func(n int) string { return rep("[x]", 900) + "\n" + rep("y\n", n) }},
	{"used definition", func(n int) string { return "[x]: /" + rep("y", n*2) + "\n\n" + rep("[x]", n) }},
	{"used definition with a long title", func(n int) string { return "[x]: / \"" + rep("&y\n", n) + "\"\n\n" + rep("[x] ", n) }},
	{"many definitions", func(n int) string {
		return each(n, func(i int) string { return fmt.Sprintf("[%d]: y\n", i) }) + rep("[0] ", n/16)
	}},
	{"definitions apart", func(n int) string { return each(n, func(i int) string { return fmt.Sprintf("[%d]: y\n\n", i) }) }},
	{"a huge label", func(n int) string { return "[" + rep("x", n) + "]: y\n\n[" + rep("x", n) + "]\n" }},
	{"labels that differ at the end", func(n int) string {
		return each(n, func(i int) string { return "[" + rep("x", 900) + fmt.Sprint(i) + "]\n\n" })
	}},
	// code
	{"backtick runs of every length", func(n int) string { return each(n, func(i int) string { return "x" + rep("`", i+1) }) }},
	{"escaped backticks", unit("\\`` x ")},
	{"escaped backticks over lines", unit("\\``\n")},
	{"code with escaped bars in a cell", func(n int) string { return "|x|\n|-|\n|" + rep("`\\|` ", n) + "|\n" }},
	{"fence that stays open", func(n int) string { return "```\n" + rep("*x_ [y](z\n", n) }},
	{"fences open and close", unit("```\nx\n```\n")},
	{"fences in quotes that end", unit("> ```\n*x_ \n")},
	// lists and quotes
	{"deep quotes", func(n int) string { return rep("> ", n) + "x" }},
	{"deep quotes without spaces", func(n int) string { return rep(">", n) + "x" }},
	{"sixty quotes again and again", unit(rep(">", 60) + "x\n\n")},
	{"a list one deeper per line", func(n int) string { return each(n, func(i int) string { return rep("  ", i) + "* x\n" }) }},
	{"numbered list one deeper per line", func(n int) string { return each(n, func(i int) string { return rep("   ", i) + "1. x\n" }) }},
	{"task list one deeper per line", func(n int) string { return each(n, func(i int) string { return rep("  ", i) + "- [ ] x\n" }) }},
	{"list with tabs one deeper per line", func(n int) string { return each(n, func(i int) string { return rep("\t", i) + "- x\n" }) }},
	{"deep list, then empty lines", func(n int) string { return rep("- ", n) + "x" + rep("\n", n) }},
	{"sixty lists, then empty lines", func(n int) string { return rep("- ", 60) + "x" + rep("\n", n) }},
	{"sixty lists, then lines with text", func(n int) string { return rep("- ", 60) + "x" + rep("\nx", n) }},
	{"deep list in a quote, then empty lines", func(n int) string { return "> " + rep("- ", n) + "x\n" + rep(">\n", n) }},
	{"dashes that are no ruler", func(n int) string { return rep("- ", n) + "x\n" }},
	{"rulers", unit("- - -\n")},
	{"lists, quotes and fences in turn", unit("> - > 1. ```\n> - > 1. x\n")},
	{"deep lists, quotes and fences", func(n int) string { return rep("> - ", n) + "```\nx" }},
	{"empty items", unit("-\n")},
	{"empty items apart", unit("-\n\n")},
	{"items after lines of spaces", unit("- x\n" + rep(" ", 200) + "\n")},
	// tables
	{"wide table, short rows", func(n int) string { return "|" + rep("x|", n) + "\n|" + rep("-|", n) + "\n" + rep("|x\n", n*5) }},
	{"table of bars", func(n int) string { return rep("|", 30) + "x\n" + rep("|-", 30) + "\n" + rep(rep("|", 30)+"\n", n) }},
	{"table of one column", func(n int) string { return "x\n:-:\n" + rep("y\n", n) }},
	{"tables one after the other", unit("|x|y|\n|-|-|\n|z|\n\n")},
	{"table in lists", unit("- |x|y|\n  |-|-|\n  |z|\n")},
	{"lines that end in a lone return", unit("xxx\ryyy\n-\v\n")},
	{"lines that all end in a lone return", unit("- *x*\r")},
	{"delimiter rows without a header", unit("|-|-|-|\n")},
	// headings and footnotes
	{"the same heading", unit("# x\n")},
	{"empty headings", unit("#\n")},
	{"underlined headings", unit("x\n===\n")},
	{"one heading of many lines", func(n int) string { return rep("x\n", n) + "===\n" }},
	{"closing hashes", func(n int) string { return "# x " + rep("#", n) }},
	{"marks of one footnote", func(n int) string { return rep("[^x]", n) + "\n\n[^x]: y\n" }},
	{"many footnotes", func(n int) string {
		return each(n, func(i int) string { return fmt.Sprintf("[^%d]: y\n", i) }) + each(n, func(i int) string { return fmt.Sprintf("[^%d]", n-i) })
	}},
	{"footnotes inside each other", func(n int) string { return rep("[^x]: ", n) + "y\n" }},
	{"unused footnotes", func(n int) string { return each(n, func(i int) string { return fmt.Sprintf("[^%d]: y\n\n", i) }) }},
	{"classes of a heading", func(n int) string { return "# x {" + rep(".y ", n) + "}\n" }},
	{"classes of an underlined heading", func(n int) string { return "x {" + rep(".y ", n) + "}\n===\n" }},
	{"attributes inside each other", func(n int) string { return "# x " + rep("{y=", n) + "\n" }},
	{"lists in an attribute", func(n int) string { return "# x {y=" + rep("[", n) + "\n" }},
	{"attributes of many headings", unit("# x {" + rep("y=1 ", 200) + "}\n")},
	{"braces in many headings", unit("# " + rep("{y=", 15) + "\n")},
	// markup
	{"comments that stay open", func(n int) string { return "</" + rep("<!--", n) }},
	{"comment block that stays open", func(n int) string { return "<!--\n" + rep("*x_ [y](z\n", n) }},
	{"instructions that stay open", func(n int) string { return "x " + rep("<?", n) }},
	{"character data that stays open", func(n int) string { return "x " + rep("<![CDATA[", n) }},
	{"declarations that stay open", func(n int) string { return "x " + rep("<!A ", n) }},
	{"empty angles", unit("<>")},
	{"tags that stay open", unit("x <a ")},
	{"a tag with many attributes", func(n int) string { return "x <a" + rep(" b", n) }},
	{"tag values that stay open", unit("x <a b='<a b=\"")},
	{"lines that begin with a tag", unit("<a b=c>\n")},
	{"bare addresses", unit("http://x")},
	{"a long automatic link", func(n int) string { return "<http:" + rep("x", n) + ">" }},
	{"automatic links that stay open", unit("<http:x ")},
	{"mail addresses that stay open", func(n int) string { return "<" + rep("x@x.", n) }},
	// as much as the bounds let through, again and again
	{"blocks full of crossing emphasis", unit(rep("*x_ ", 499) + "\n\n")},
	{"blocks full of emphasis that adds up to three", unit("x**y" + rep("z* ", 990) + "\n\n")},
	{"blocks full of emphasis inside emphasis", unit(rep("*", 499) + "x" + rep("*", 499) + "\n\n")},
	{"blocks full of deep brackets", unit(rep(rep("[", 64)+"x"+rep("]", 64), 30) + "\n\n")},
	{"blocks full of brackets around emphasis", unit(rep("[", 64) + rep("*x_", 499) + rep("]", 64) + "\n\n")},
	{"blocks full of brackets over lines", unit(rep("[x\n]", 1400) + "\n\n")},
	{"blocks full of addresses that stay open", unit(rep("[x](y", 64) + "\n\n")},
	{"blocks full of quoted addresses that stay open", unit(rep("[x](<y ", 64) + rep("z ", 1000) + "\n\n")},
	{"some addresses that stay open, then a long word", func(n int) string { return rep("[x](y", 64) + rep("z", n) }},
	{"some quoted addresses that stay open, then a long line", func(n int) string { return rep("[x](<y ", 64) + rep("z ", n) }},
	{"some brackets around many nodes", func(n int) string { return rep("[", 64) + rep("\\\n<x:y>", n) + rep("]", 64) }},
	{"some escaped backticks, then a long line", func(n int) string { return rep("\\`` ", 60) + rep("x ", n) }},
	{"some brackets around code", func(n int) string { return rep("[`]`", 64) + rep("`y` ", 1900) + rep("z\\\n", n/9) + rep("]", n) }},
	{"blocks full of definitions", unit(each(999, func(i int) string { return fmt.Sprintf("[%d]: y\n", i) }) + "\n")},
	{"sixty lists again and again", unit(rep("- ", 60) + "x\n\n")},
	{"numbered lists in quotes again and again", unit(rep("> 1. ", 30) + "x\n\n# x\n\n")},
	{"rows as wide as the bound", func(n int) string {
		return rep("|", 500) + "x\n" + rep("|-", 500) + "\n" + rep("|x\n", min(n, 38)) + "\n" + rep("x ", n)
	}},
	// characters
	{"straight quotes", unit("\"x ")},
	{"ampersands", unit("&")},
	{"entities without an end", unit("&x")},
	{"hard breaks", unit("\\\n")},
	{"NUL bytes", unit("x\x00")},
	{"bytes that are not UTF-8", unit("*\xff_\xfe ")},
	{"invisible characters", unit("*\u200b_\u2060 ")},
	{"tabs", unit("\t")},
	{"quoted tabs", unit(">\t*x_\t")},
	{"spaces", unit(" ")},
	{"empty lines", unit("\n")},
	{"one long line", unit("x")},
	{"backslashes", unit("\\")},
}

// Member is the largest member of the family that is at most size bytes long.
func (f Family) Member(size int) []byte {
	n := 1
	for len(f.Text(2*n)) <= size {
		n *= 2
	}
	for step := n / 2; step > 0; step /= 2 {
		if len(f.Text(n+step)) <= size {
			n += step
		}
	}
	return []byte(f.Text(n))
}
