package moment

// begins reports whether a stamp may begin at k: not inside a word, a number, a path or an address.
func begins(s string, k int) bool {
	c := s[k-1]
	if isAlnum(c) {
		return false
	}
	switch c {
	case ' ', '\n', '\t', '(', '*', '[', ',', '~', '>', '|', '"', '\'', '`':
		return true
	case '-': // mid-December 2025
		return k > 3 && isAlpha(s[k]) && s[k-4:k-1] == "mid" && (k == 4 || !isAlnum(s[k-5]))
	case '_', '/', '.', ':', '=', '#', '$', '@', '+', '%', '&', '\\':
		return false
	}
	return true
}

// before looks back from k for the signs and words that make the stamp approximate.
func (p *scanner) before(st *Stamp, k int) {
	b := k
	for b > 0 && p.s[b-1] == ' ' {
		b--
	}
	if b > 0 && p.s[b-1] == '~' {
		st.Approximate = true
		p.start = b - 1
		return
	}
	e := b
	if b > 0 && p.s[b-1] == '.' {
		b--
	}
	w := b
	for w > 0 && b-w <= 13 && isAlpha(p.s[w-1]) {
		w--
	}
	if w == b || w > 0 && isAlnum(p.s[w-1]) || e == k {
		return
	}
	at := scanner{s: p.s, i: w}
	if at.literal("ca", "circa", "about", "around", "approx", "approximately", "roughly") {
		st.Approximate = true
		p.start = w
	}
}

// follows reports whether what stands at k continues a token, so that what was read before it is
// only a part: 10:45-foo, 2022-02-02.md.
func follows(s string, k int) bool {
	if k >= len(s) {
		return false
	}
	c := s[k]
	if secondDay(s, k) {
		return false
	}
	if isAlnum(c) || c == '_' || c == '%' {
		return true
	}
	if c == '.' || c == '/' || c == '-' || c == ':' || c == '@' || c == '=' {
		return k+1 < len(s) && (isAlnum(s[k+1]) || s[k+1] == '/')
	}
	return false
}
