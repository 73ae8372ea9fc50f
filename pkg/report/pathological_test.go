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

	"github.com/openpostmortem/postmortem/pkg/markdown/hostile"
	"github.com/openpostmortem/postmortem/pkg/source"
)

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
	for _, f := range hostile.Families {
		t.Run(f.Name, func(t *testing.T) {
			text := f.Member(size)
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
	for _, f := range hostile.Families {
		if strings.Contains(f.Name, os.Getenv("POSTMORTEM_FAMILY")) {
			fmt.Println(row(f))
		}
	}
}

func row(f hostile.Family) string {
	var row strings.Builder
	fmt.Fprintf(&row, "| %s |", f.Name)
	growth, before, memory, bound := math.Inf(-1), 0.0, 0.0, ""
	for _, size := range []int{64 << 10, 256 << 10, 1 << 20} {
		text := f.Member(size)
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
