package lint

// Memo is a value that several rules read from the same report and that is worked out at most once
// in a Pass, by whichever rule asks first. It is made once, as an immutable package variable.
type Memo[T any] struct {
	of func(*Pass) T
}

// NewMemo makes a Memo of a function that looks only at the Pass.
func NewMemo[T any](of func(*Pass) T) *Memo[T] { return &Memo[T]{of} }

// Of gives the value for the report of a Pass. It is shared: nobody may change it.
func (m *Memo[T]) Of(p *Pass) T {
	if v, ok := p.memo[m]; ok {
		return v.(T)
	}
	v := m.of(p)
	if p.memo == nil {
		p.memo = map[any]any{}
	}
	p.memo[m] = v
	return v
}
