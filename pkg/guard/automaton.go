package guard

// automaton finds any number of patterns in one pass over a text (Aho and Corasick).
type automaton struct {
	next map[edge]int32
	fail []int32
	ends []int32   // of each state: the nearest state at or behind it on its fail chain where a pattern ends, or 0
	hits [][]int32 // of each state: the patterns that end there
	root [256]int32
}

type edge struct {
	state int32
	by    byte
}

// newAutomaton builds one for patterns; empty patterns are never found.
func newAutomaton(patterns []string) *automaton {
	a := &automaton{next: map[edge]int32{}, fail: []int32{0}, ends: []int32{0}, hits: [][]int32{nil}}
	var order []edge // in order of depth, as far as one pattern goes; sorted out below
	depth := [][]edge{}
	for p, s := range patterns {
		if s == "" {
			continue
		}
		state := int32(0)
		for i := range len(s) {
			e := edge{state, s[i]}
			to, ok := a.next[e]
			if !ok {
				to = int32(len(a.fail))
				a.next[e] = to
				a.fail = append(a.fail, 0)
				a.ends = append(a.ends, 0)
				a.hits = append(a.hits, nil)
				if i == len(depth) {
					depth = append(depth, nil)
				}
				depth[i] = append(depth[i], e)
			}
			state = to
		}
		a.hits[state] = append(a.hits[state], int32(p))
	}
	for _, level := range depth {
		order = append(order, level...)
	}
	for _, e := range order {
		to := a.next[e]
		if e.state == 0 {
			a.root[e.by] = to
		} else {
			a.fail[to] = a.step(a.fail[e.state], e.by)
		}
		a.ends[to] = a.ends[a.fail[to]]
		if a.hits[to] != nil {
			a.ends[to] = to
		}
	}
	return a
}

func (a *automaton) step(state int32, by byte) int32 {
	for state != 0 {
		if to, ok := a.next[edge{state, by}]; ok {
			return to
		}
		state = a.fail[state]
	}
	return a.root[by]
}

// find calls found with each pattern and the offset behind its last byte, in order of offset.
func (a *automaton) find(text []byte, found func(pattern, end int)) {
	state := int32(0)
	for i, b := range text {
		state = a.step(state, b)
		for at := a.ends[state]; at != 0; at = a.ends[a.fail[at]] {
			for _, p := range a.hits[at] {
				found(int(p), i+1)
			}
		}
	}
}
