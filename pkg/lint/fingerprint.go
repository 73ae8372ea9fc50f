package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// naming gives the findings of one report their names, once somebody asks for one: most formats
// print none, and they cost as much as the rules.
type naming struct {
	once     sync.Once
	fromRoot func(path string) string // as in Options
	found    []Diagnostic
	blocks   []source.Span // that each finding stands in
	names    []names
}

// names are the fingerprints of a finding: within its block, and among all of a run.
type names struct{ base, full string }

// Fingerprint names the finding for as long as the block that it stands in, the message (but for
// its numbers) and the path from the root of the repository stay what they are; no two findings in a
// file share one.
func (d *Diagnostic) Fingerprint() string { return d.named().full }

func (d *Diagnostic) named() names {
	d.naming.once.Do(d.naming.work)
	return d.naming.names[d.nth]
}

// letName prepares the names of a report's findings, which come in order.
func letName(r *report.Report, found []Diagnostic, fromRoot func(path string) string) {
	if len(found) == 0 {
		return
	}
	n := &naming{fromRoot: fromRoot, found: found, blocks: make([]source.Span, len(found))}
	blocks := r.Blocks()
	for i := range found {
		found[i].naming, found[i].nth = n, i
		if at := found[i].Span; !at.IsZero() {
			n.blocks[i] = blocks.At(at.Start)
		}
	}
}

// work makes the names. A name holds neither line nor column, and blanks do not count, so it
// outlives every edit of other blocks and a block's being wrapped anew. The numbers of a message do
// not count either: they may be line numbers.
func (n *naming) work() {
	n.names = make([]names, len(n.found))
	seen := map[string]int{}
	path := rooted(n.fromRoot, n.found[0].File.Path)
	var at source.Span // findings come in order, so one block is looked at many times in a row
	block := ""
	for i := range n.found {
		d := &n.found[i]
		switch in := n.blocks[i]; {
		case d.Span.IsZero():
			at, block = source.Span{}, ""
		case in != at:
			at, block = in, digest(strings.Join(strings.Fields(d.File.Slice(in)), " "))
		}
		base := digest(d.Rule, block, noDigits(d.Message))
		seen[base]++
		n.names[i] = names{base, digest(path, base, strconv.Itoa(seen[base]))}
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
