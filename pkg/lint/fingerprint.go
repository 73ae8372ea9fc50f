package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// fingerprint names the findings of one report. The name holds neither line nor column, and blanks
// do not count, so it outlives every edit of other blocks and a block's being wrapped anew. The
// numbers of a message do not count either: they may be line numbers.
func fingerprint(r *report.Report, found []Diagnostic) {
	seen := map[string]int{}
	var at source.Span // findings come in order, so one block is looked at many times in a row
	block := ""
	for i := range found {
		d := &found[i]
		switch in := r.BlockAt(d.Span.Start); {
		case d.Span.IsZero():
			at, block = source.Span{}, ""
		case in != at:
			at, block = in, digest(strings.Join(strings.Fields(r.File.Slice(in)), " "))
		}
		d.base = digest(d.Rule, block, noDigits(d.Message))
		seen[d.base]++
		d.Fingerprint = digest(r.File.Path, d.base, strconv.Itoa(seen[d.base]))
	}
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

func noDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
}
