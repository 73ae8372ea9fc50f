package edition

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// withholding are the words with which people begin a comment that is to withhold something.
var withholding = []string{"internal", "internals", "internally", "private", "confidential", "withheld", "withhold", "secret", "restricted", "hidden", "hide", "unpublished", "non-public", "nonpublic",
	"not public", "not for customers", "not for the public", "not for publication", "not to be published", "do not publish", "don't publish", "do not release", "do not share", "don't share", "never publish", "remove before", "delete before", "take out before"}

// publishing are comments, or what stands in front of the colon or dash of one, that are to publish something.
var publishing = []string{"public", "external", "externally", "customer", "customers", "customer-facing", "for customers", "for the public", "to customers", "to be published", "publish", "published", "visible to customers"}

// meant is the mark that a comment is near to, or means in other words; empty if it is a note.
func meant(word string) string {
	if first, _, _ := strings.Cut(word, " "); first == "" || first == "optional" || first == "postmortem-ignore" {
		return ""
	}
	for _, w := range withholding {
		rest, ok := strings.CutPrefix(strings.TrimPrefix(word, "/"), w)
		if first, _ := utf8.DecodeRuneInString(rest); ok && !unicode.IsLetter(first) && !unicode.IsDigit(first) {
			return "internal"
		}
	}
	if slices.Contains(publishing, strings.TrimPrefix(reasonless(word), "/")) {
		return "public"
	}
	last := word[strings.LastIndexByte(word, ' ')+1:]
	if len(word) > 20 || strings.Count(word, " ") > 1 || len(last) < 5 {
		return ""
	}
	name, _ := near.Match(last, []string{"public", "/public", "internal", "/internal"})
	return name
}

// reasonless is a comment without what follows a colon, a comma, a bracket or a dash in it.
func reasonless(word string) string {
	if i := strings.IndexAny(word, ":,;(–—"); i > 0 {
		word = word[:i]
	}
	word, _, _ = strings.Cut(word, " - ")
	return strings.TrimSpace(word)
}

// marked is the part that a mark inside a block speaks of: of a paragraph of entries, the one entry.
func marked(r *report.Report, tree []*report.Block, offset int) source.Span {
	b := innermost(tree, offset)
	switch {
	case b == nil:
		return source.Span{}
	case b.Kind == report.HeadingBlock && b.Level > 1 && b.Section != nil:
		return b.Section.Span
	case b.Kind == report.ParagraphBlock:
		return entryIn(r, b.Span, offset)
	}
	return b.Span
}

// entryIn is the part of a paragraph that is the entry which holds the offset. A paragraph without
// entries, or with one that begins it, is one part.
func entryIn(r *report.Report, paragraph source.Span, offset int) source.Span {
	part := paragraph
	for _, e := range r.Timeline.Events {
		switch at := e.Span.Start; {
		case at <= paragraph.Start || at >= paragraph.End || at > e.At.Start:
		case at <= offset:
			part.Start = max(part.Start, at)
		default:
			part.End = min(part.End, at)
		}
	}
	return part
}

// around is the part that is withheld where a mark stands in its text: the innermost list item or quote
// with all that it holds, of the heading of a table the whole table, or else the block.
func around(r *report.Report, tree []*report.Block, offset int) source.Span {
	if b := container(tree, offset); b != nil {
		return b.Span
	}
	if t := tableHeaded(tree, offset); t != nil {
		return t.Span
	}
	return marked(r, tree, offset)
}

// tableHeaded is the table in whose heading an offset lies, or nil.
func tableHeaded(blocks []*report.Block, offset int) *report.Block {
	for _, b := range blocks {
		switch {
		case offset < b.Span.Start || b.Span.End <= offset:
		case b.Kind == report.TableBlock && len(b.Children) > 0 && offset < b.Children[0].Span.End:
			return b
		default:
			return tableHeaded(b.Children, offset)
		}
	}
	return nil
}

// headed is the part that is withheld where a mark stands before its text: the list item or quote that it is in, or
// else the lines down to an empty one. Markdown takes the first of them for HTML, but not the others.
func headed(r *report.Report, tree []*report.Block, c *report.Comment) source.Span {
	if b := container(tree, c.Span.Start); b != nil {
		return b.Span
	}
	line := r.File.LineAt(c.Span.Start)
	for line < r.File.Lines() && len(bytes.TrimSpace(r.File.Text[r.File.Line(line).Start:r.File.Line(line).End])) > 0 {
		line++
	}
	return source.Span{Start: c.Span.Start, End: r.File.Line(line).End}
}

// container is the innermost list item or quote that holds the offset, or nil.
func container(tree []*report.Block, offset int) (in *report.Block) {
	for blocks := tree; ; {
		i := slices.IndexFunc(blocks, func(b *report.Block) bool { return b.Span.Start <= offset && offset < b.Span.End })
		if i < 0 {
			return in
		}
		if b := blocks[i]; b.Kind == report.ItemBlock || b.Kind == report.QuoteBlock {
			in = b
		}
		blocks = blocks[i].Children
	}
}

// goesOn reports whether words follow a mark in the text that it is for.
func goesOn(r *report.Report, tree []*report.Block, c *report.Comment) bool {
	b := innermost(tree, c.Span.Start)
	if b == nil {
		return false
	}
	end := b.Span.End
	switch b.Kind {
	case report.ParagraphBlock:
		end = entryIn(r, b.Span, c.Span.Start).End
	case report.RowBlock:
		end = max(end, r.File.Line(r.File.LineAt(c.Span.End)).End)
	}
	rest := string(r.File.Text[c.Span.End:max(c.Span.End, end)])
	if b.Kind == report.RowBlock {
		rest, _, _ = strings.Cut(rest, "|")
	}
	for {
		before, after, ok := strings.Cut(rest, "<")
		if strings.ContainsFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return true
		}
		if !ok {
			return false
		}
		closing := ">"
		if strings.HasPrefix(after, "!--") {
			closing = "-->"
		}
		_, rest, _ = strings.Cut(after, closing)
	}
}

// posted is what was published of a status update: its text, paragraph by paragraph, with quotes and
// code. Lists below it are not, for there people note who wrote it and what nobody outside was told.
func posted(r *report.Report, tree []*report.Block, e *report.Event) []source.Span {
	b := innermost(tree, e.At.Start)
	if b == nil {
		return nil
	}
	var out []source.Span
	if b.Kind == report.HeadingBlock {
		for _, c := range tree {
			if c == b || c.Kind != report.ListBlock && c.Kind != report.HeadingBlock && e.Span.Contains(c.Span) {
				out = append(out, c.Span)
			}
		}
		return out
	}
	if item := itemOf(tree, e.At.Start); item != nil && e.Span.Contains(item.Span) {
		for _, c := range item.Children {
			if c.Kind != report.ListBlock {
				out = append(out, c.Span)
			}
		}
		return out
	}
	return append(out, marked(r, tree, e.At.Start))
}

// itemOf is the innermost list item that holds the offset, or nil.
func itemOf(tree []*report.Block, offset int) *report.Block {
	for _, b := range tree {
		if b.Span.Start <= offset && offset < b.Span.End {
			if in := itemOf(b.Children, offset); in != nil || b.Kind != report.ItemBlock {
				return in
			}
			return b
		}
	}
	return nil
}

// innermost is the smallest block with text of its own that holds the offset; a table's cells count
// as their row.
func innermost(tree []*report.Block, offset int) *report.Block {
	for i, b := range tree {
		if offset < b.Span.Start || i+1 < len(tree) && offset >= tree[i+1].Span.Start && tree[i+1].Span.Start > b.Span.Start {
			continue
		}
		switch b.Kind {
		case report.HeadingBlock, report.ParagraphBlock, report.RowBlock:
			return b
		}
		if in := innermost(b.Children, offset); in != nil {
			return in
		}
	}
	return nil
}
