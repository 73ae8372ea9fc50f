package report

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/openpostmortem/postmortem/pkg/source"
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

// read does with a text what the program does with it, and gives the size of the output.
func read(text []byte) (what string, output int, err error) {
	r := Parse(source.New("report.md", text))
	if r.Refused {
		return r.Problems[len(r.Problems)-1].Message, 0, nil
	}
	var out bytes.Buffer
	err = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote)).Renderer().Render(&out, text, r.Doc)
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
			if used, most := after.TotalAlloc-before.TotalAlloc, uint64(1000*len(text)); used > most && !raced {
				t.Errorf("%d bytes allocated, %d for each of the text; want at most %d", used, used/uint64(len(text)), most)
			}
		})
	}
}

// BenchmarkPathological prints, for each family, the time to refuse (in brackets) or to parse and render its
// members of three sizes in milliseconds, the exponent of the growth in between, and the memory of the largest.
func BenchmarkPathological(b *testing.B) {
	fmt.Printf("\n| family | 64 KiB | 256 KiB | 1 MiB | growth | memory | bound |\n|---|--:|--:|--:|--:|--:|---|\n")
	for _, f := range families {
		if strings.Contains(f.name, os.Getenv("POSTMORTEM_FAMILY")) {
			fmt.Println(f.row())
		}
	}
}

func (f family) row() string {
	var row strings.Builder
	fmt.Fprintf(&row, "| %s |", f.name)
	growth, before, memory, bound := math.Inf(-1), 0.0, 0.0, ""
	for _, size := range []int{64 << 10, 256 << 10, 1 << 20} {
		text := f.member(size)
		what, output, took, used := measure(text)
		memory = max(memory, used)
		switch {
		case what != "":
			bound, _, _ = strings.Cut(what, ";")
			fmt.Fprintf(&row, " (%.1f) |", took*1000)
		case output > 16*len(text)+1<<20:
			fmt.Fprintf(&row, " %.1f, %d MB out |", took*1000, output>>20)
		default:
			fmt.Fprintf(&row, " %.1f |", took*1000)
		}
		if what == "" && before > 0 {
			growth = max(growth, math.Log2(took/before)/2)
		}
		before = took
	}
	if math.IsInf(growth, -1) {
		fmt.Fprintf(&row, " |")
	} else {
		fmt.Fprintf(&row, " %.2f |", growth)
	}
	fmt.Fprintf(&row, " %.0f MB | %s |", memory, bound)
	return row.String()
}

// measure reads a text up to four times, and gives the best time in seconds and the most memory in
// MB that was in use.
func measure(text []byte) (what string, output int, took, memory float64) {
	took = math.Inf(1)
	for range 5 {
		debug.FreeOSMemory()
		done, most := make(chan bool), make(chan float64)
		go func() {
			sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
			top := 0.0
			for {
				metrics.Read(sample)
				top = max(top, float64(sample[0].Value.Uint64())/1e6)
				select {
				case <-done:
					most <- top
					return
				case <-time.After(time.Millisecond):
				}
			}
		}()
		start := time.Now()
		w, n, err := read(text)
		took = min(took, time.Since(start).Seconds())
		done <- true
		memory = max(memory, <-most)
		if what, output = w, n; err != nil {
			return err.Error(), 0, took, memory
		}
		if took > 1 {
			break
		}
	}
	return what, output, took, memory
}
