package report

import (
	"iter"
	"math/bits"
	"sort"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/eight"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

// A report has a hundred passages and more, most of them cells of a few words. What is rare is therefore
// looked for in the prose as a whole, and the passage of what is found afterwards.

// betweenPassages stands between two passages in Report.Prose, so that no word reaches from one into
// the next.
const betweenPassages = 0

// PassageAt gives the passage at a place in Prose, and where in Prose it begins.
func (r *Report) PassageAt(at int) (p *Passage, start int) {
	i := sort.Search(len(r.Passages), func(i int) bool { return r.Passages[i].at > at }) - 1
	return r.Passages[i], r.Passages[i].at
}

// PassagesWith yields the passages that hold one of some characters of ASCII, in order.
func (r *Report) PassagesWith(signs ...byte) iter.Seq[*Passage] {
	return func(yield func(*Passage) bool) {
		next := make([]int, len(signs)) // the place of each from at on, the end of the prose if there is none
		for at := 0; ; {
			first := len(r.Prose)
			for i, c := range signs {
				if at == 0 || next[i] < at {
					next[i] = indexFrom(r.Prose, at, c)
				}
				first = min(first, next[i])
			}
			if first == len(r.Prose) {
				return
			}
			p, start := r.PassageAt(first)
			if !yield(p) {
				return
			}
			at = start + len(p.Text)
		}
	}
}

// indexFrom is the first place of a character from i on, the length of the text if there is none.
func indexFrom(text string, i int, c byte) int {
	if n := strings.IndexByte(text[i:], c); n >= 0 {
		return i + n
	}
	return len(text)
}

// manyNumbers is more than anybody asks for.
const manyNumbers = 255

// survey marks where the words of the prose begin, and counts the numbers of each passage: without two of
// them nothing can be a share, and without three nothing a sum.
func (r *Report) survey() {
	words, numbers := eight.Starts(r.Prose)
	r.Words, r.numbers = words, numbers
	i := 0
	for k, block := range numbers {
		for ; block != 0; block &= block - 1 {
			start := 64*k + bits.TrailingZeros64(block)
			for i+1 < len(r.Passages) && r.Passages[i+1].at <= start {
				i++
			}
			if p := r.Passages[i]; p.numbers < manyNumbers {
				p.numbers++
			}
		}
	}
}

// Survey surveys a passage for what may be a time, a length of time or a number. What v held before is gone.
func (r *Report) Survey(v *moment.Survey, p *Passage) *moment.Survey {
	return v.Part(p.Text, p.at, r.Words, r.numbers)
}
