package report

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// A family is a shape of text that costs some Markdown parser more time, memory or output than
// its size says. text gives its n-th member; sizes grow with n.
type family struct {
	name string
	text func(n int) string
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

var families = []family{
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

// member is the largest member of the family that is at most size bytes long.
func (f family) member(size int) []byte {
	n := 1
	for len(f.text(2*n)) <= size {
		n *= 2
	}
	for step := n / 2; step > 0; step /= 2 {
		if len(f.text(n+step)) <= size {
			n += step
		}
	}
	return []byte(f.text(n))
}

func pathologicalMarkdown() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	)
}

// read does with a text what the program does with it, and gives the size of the output.
func read(text []byte) (what string, output int, err error) {
	if what, _, over := exceeds(text); over {
		return what, 0, nil
	}
	var out bytes.Buffer
	err = pathologicalMarkdown().Convert(text, &out)
	return "", out.Len(), err
}

// TestPathological holds every family against the bounds on memory and output, which show a text
// that grows in the parser's hands without a clock.
func TestPathological(t *testing.T) {
	const size = 64 << 10
	for _, f := range families {
		t.Run(f.name, func(t *testing.T) {
			text := f.member(size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			what, output, err := read(text)
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			if what != "" {
				return
			}
			if most := 16*len(text) + 1<<20; output > most {
				t.Errorf("output is %d bytes; want at most %d", output, most)
			}
			if used, most := after.TotalAlloc-before.TotalAlloc, uint64(1000*len(text)); used > most {
				t.Errorf("%d bytes allocated, %d for each of the text; want at most %d", used, used/uint64(len(text)), most)
			}
		})
	}
}

// BenchmarkPathological prints, for each family, the time to refuse or to parse and render its
// members of three sizes, and the exponent of the growth in between.
func BenchmarkPathological(b *testing.B) {
	w := io.Writer(os.Stdout)
	fmt.Fprintf(w, "\n| family | 64 KiB | 256 KiB | 1 MiB | growth | bound |\n|---|---|---|---|---|---|\n")
	for _, f := range families {
		fmt.Fprint(w, row(f))
	}
}

func row(f family) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s ", f.name)
	var took [3]time.Duration
	var bound string
	last := [3]bool{}
	for i, size := range []int{64 << 10, 256 << 10, 1 << 20} {
		text := f.member(size)
		start := time.Now()
		what, output, _ := read(text)
		took[i] = time.Since(start)
		if took[i] < 20*time.Millisecond { // once more, now that the memory is there
			start = time.Now()
			read(text)
			took[i] = min(took[i], time.Since(start))
		}
		fmt.Fprintf(&b, "| %.1f ms", float64(took[i].Microseconds())/1000)
		if what != "" {
			bound, last[i] = what, true
			fmt.Fprint(&b, " refused")
		} else if output > 16*len(text)+1<<20 {
			fmt.Fprintf(&b, " %d bytes of output", output)
		}
	}
	growth := math.Inf(-1)
	for i := range 2 {
		if !last[i+1] {
			growth = max(growth, math.Log2(took[i+1].Seconds()/took[i].Seconds())/2)
		}
	}
	if math.IsInf(growth, -1) {
		fmt.Fprint(&b, " | ")
	} else {
		fmt.Fprintf(&b, " | %.2f", growth)
	}
	fmt.Fprintf(&b, " | %s |\n", bound)
	return b.String()
}
