package edition

import "github.com/openpostmortem/postmortem/pkg/report"

// follows reports whether two lists that stand below each other are one to a reader.
func follows(a, b *report.Block) bool {
	return a.Kind == report.ListBlock && b.Kind == report.ListBlock && a.Start == 0 && b.Start == 0
}

// NumberAnew reports whether the numbered list blocks[i] stands right below another one that it does not count on from.
func NumberAnew(blocks []*report.Block, i int) bool {
	if i == 0 || blocks[i].Kind != report.ListBlock || blocks[i-1].Kind != report.ListBlock {
		return false
	}
	above := blocks[i-1]
	return above.Start > 0 && blocks[i].Start > 0 && blocks[i].Start != above.Start+len(above.Children)
}

// behindNumber is what stands behind the numbers of blocks[i], if it is a list, where last stands behind those of the one
// above: Markdown takes two lists that stand below each other for one unless it is something else.
func behindNumber(blocks []*report.Block, i int, last string) string {
	meets := i > 0 && blocks[i].Kind == report.ListBlock && blocks[i-1].Kind == report.ListBlock
	if NumberAnew(blocks, i) == (meets && last == ") ") {
		return ". "
	}
	return ") "
}
