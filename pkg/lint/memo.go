package lint

// Memo is a value that several rules read from the same report and that is worked out at most once
// in a Pass, by whichever rule asks first. It is made once, as an immutable package variable.
type Memo[T any] struct {
	of func(*Pass) T
}

// remembered is the value of a Memo. There are few, and a list of few is faster to search than a map.
type remembered struct {
	memo  any // *Memo[T]
	value any // T
}

// NewMemo makes a Memo of a function that looks only at the Pass.
func NewMemo[T any](of func(*Pass) T) *Memo[T] { return &Memo[T]{of} }

// Of gives the value for the report of a Pass. It is shared: nobody may change it.
func (m *Memo[T]) Of(p *Pass) T {
	for i := range p.memo {
		if p.memo[i].memo == any(m) {
			return p.memo[i].value.(T)
		}
	}
	v := m.of(p)
	p.memo = append(p.memo, remembered{m, v})
	return v
}
