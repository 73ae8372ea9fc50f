package guard

import (
	"bytes"
	"sync"
)

// paragraph is a text between empty lines and where in the output it stands. Most paragraphs are the
// same in every reading of an output, and are looked at in the first.
type paragraph struct {
	at   int32
	text string
}

// recognise looks for everything that is known by its form, in the paragraphs that are not done yet.
func recognise(v *reading, done map[paragraph]bool) []recognised {
	return eachParagraph(v, done, func(text []byte) []recognised { return recogniseIn(text, v.binary, false) })
}

// memo is recognise with a memory: the forms of an edition, and the readings of each, have most of their
// paragraphs in common.
type memo struct {
	mu    sync.Mutex
	found map[string][]recognised
	held  int // bytes of the keys
}

// maxHeld bounds the memory of a memo.
const maxHeld = 4 << 20

func (m *memo) recognise(v *reading, done map[paragraph]bool) []recognised {
	if v.binary {
		return recognise(v, done)
	}
	return eachParagraph(v, done, func(text []byte) []recognised {
		m.mu.Lock()
		found, known := m.found[string(text)]
		m.mu.Unlock()
		if known {
			return found
		}
		found = recogniseIn(text, false, false)
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.held += len(text); m.held <= maxHeld {
			if m.found == nil {
				m.found = map[string][]recognised{}
			}
			m.found[string(text)] = found
		}
		return found
	})
}

// eachParagraph gathers what is found in the paragraphs that are not done yet.
func eachParagraph(v *reading, done map[paragraph]bool, in func(text []byte) []recognised) []recognised {
	var out []recognised
	for from := 0; from < len(v.text); {
		to := from + paragraphEnd(v.text[from:])
		if p := (paragraph{v.at[from], string(v.text[from:to])}); !done[p] {
			done[p] = true
			for _, f := range in(v.text[from:to]) {
				out = append(out, recognised{match{from + f.start, from + f.end}, f.by})
			}
		}
		if from = to; from < len(v.text) && v.text[from] == '\n' {
			from++
		}
	}
	return out
}

// paragraphEnd is where the first paragraph of a text ends: behind a line end, where an empty line follows or where tags stand
// on both sides, over which nothing is read on.
func paragraphEnd(text []byte) int {
	for i := 0; ; i++ {
		k := bytes.IndexByte(text[i:], '\n')
		if k < 0 || i+k+1 == len(text) {
			return len(text)
		}
		if i += k; text[i+1] == '\n' || text[i+1] == '<' && i > 0 && text[i-1] == '>' {
			return i + 1
		}
	}
}
