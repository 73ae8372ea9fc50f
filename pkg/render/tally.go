package render

import (
	"strconv"
	"strings"
)

// tally counts findings by severity: "2 errors, 1 warning".
func tally(fs []Finding) string {
	var parts []string
	for _, s := range [...]string{"error", "warning", "hint"} {
		n := 0
		for _, f := range fs {
			if f.Severity == s {
				n++
			}
		}
		switch n {
		case 0:
		case 1:
			parts = append(parts, "1 "+s)
		default:
			parts = append(parts, strconv.Itoa(n)+" "+s+"s")
		}
	}
	return strings.Join(parts, ", ")
}
