package report

import (
	"strconv"
	"strings"
	"unicode"
)

// Anchors gives the name under which each of Sections is linked to, as Git hosts make them of
// headings: "#corrective-actions". A section without a heading has the empty one; of equal headings
// the later ones are numbered. It is made anew at each call.
func (r *Report) Anchors() []string {
	out := make([]string, len(r.Sections))
	taken, next := map[string]bool{}, map[string]int{}
	for i, s := range r.Sections {
		if s.heading == nil {
			continue
		}
		slug := slugOf(s.Heading.Value)
		try := slug
		// next remembers the number to try, so that many equal headings cost no more the more there are.
		for taken[try] {
			next[slug]++
			try = slug + "-" + strconv.Itoa(next[slug])
		}
		taken[try] = true
		out[i] = try
	}
	return out
}

func slugOf(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '-' || r == '_':
			b.WriteRune(r)
		case r == ' ' || r == '\n':
			b.WriteByte('-')
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
