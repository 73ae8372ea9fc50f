package report

import (
	"iter"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Block is a block of the report without goldmark's types, for those who write it in another form.
// What has no Kind here (raw HTML, comments) is not in the tree: a writer that walks it writes only
// what it knows.
type Block struct {
	Kind     BlockKind
	Level    int    // of a heading: 1 to 6
	Start    int    // of an ordered list: its first number; 0 for a bullet list
	Task     Task   // of a list item
	Language string // of code
	Code     string // of code: its text
	Note     int    // of a footnote: its number, from 1
	Inlines  []Inline
	Children []*Block
	Section  *Section
	Span     source.Span
}

// BlockKind says what a block is.
type BlockKind string

// The kinds of block. A table's children are rows, the first of them its header; a row's are cells.
const (
	HeadingBlock   BlockKind = "heading"
	ParagraphBlock BlockKind = "paragraph"
	ListBlock      BlockKind = "list"
	ItemBlock      BlockKind = "item"
	QuoteBlock     BlockKind = "quote"
	CodeBlock      BlockKind = "code"
	TableBlock     BlockKind = "table"
	RowBlock       BlockKind = "row"
	CellBlock      BlockKind = "cell"
	RuleBlock      BlockKind = "rule"
	FootnoteBlock  BlockKind = "footnote"
)

// Task is the box of a task list's item.
type Task int

// The states of a Task.
const (
	NoTask Task = iota
	OpenTask
	DoneTask
)

// Inline is a run of text inside a block.
type Inline struct {
	Kind     InlineKind
	Text     string // of text and code, as a reader sees it; of an image, its alternative
	Target   string // of a link or an image
	Title    string // of a link or an image: what is shown when one points at it
	Label    string // of a link by reference: what it refers to, as Definition.Label
	Note     int    // of a footnote mark
	Children []Inline
	Span     source.Span // where it begins; goldmark records no ends
}

// Inlines gives the inlines of blocks and of all that stands in them, each before those inside it.
func Inlines(blocks []*Block) iter.Seq[*Inline] {
	return func(yield func(*Inline) bool) {
		var inside func(in []Inline) bool
		inside = func(in []Inline) bool {
			for k := range in {
				if !yield(&in[k]) || !inside(in[k].Children) {
					return false
				}
			}
			return true
		}
		var walk func(blocks []*Block) bool
		walk = func(blocks []*Block) bool {
			for _, b := range blocks {
				if !inside(b.Inlines) || !walk(b.Children) {
					return false
				}
			}
			return true
		}
		walk(blocks)
	}
}

// InlineKind says what an inline is.
type InlineKind string

// The kinds of inline.
const (
	TextInline     InlineKind = "text"
	BreakInline    InlineKind = "break" // a hard line break, "<br>" too; a soft one is a blank in the text
	EmphasisInline InlineKind = "emphasis"
	StrongInline   InlineKind = "strong"
	StruckInline   InlineKind = "struck"
	CodeInline     InlineKind = "code"
	LinkInline     InlineKind = "link"
	ImageInline    InlineKind = "image"
	NoteInline     InlineKind = "footnote"
)

// Tree gives the report's blocks in document order, footnotes last. It is made anew at each call.
func (r *Report) Tree() []*Block {
	if r.Doc == nil {
		return nil
	}
	return r.blocks(r.Doc)
}

func (r *Report) blocks(parent ast.Node) []*Block {
	var out []*Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == extast.KindFootnoteList {
			out = append(out, r.blocks(n)...)
			continue
		}
		if b := r.block(n); b != nil {
			b.Span = r.SpanOf(n)
			b.Section = r.SectionAt(b.Span.Start)
			out = append(out, b)
		}
	}
	return out
}

func (r *Report) block(n ast.Node) *Block {
	switch n := n.(type) {
	case *ast.Heading:
		return &Block{Kind: HeadingBlock, Level: n.Level, Inlines: r.inlines(n)}
	case *ast.Paragraph, *ast.TextBlock:
		return &Block{Kind: ParagraphBlock, Inlines: r.inlines(n)}
	case *ast.Blockquote:
		return &Block{Kind: QuoteBlock, Children: r.blocks(n)}
	case *ast.List:
		b := &Block{Kind: ListBlock, Children: r.blocks(n)}
		if n.IsOrdered() {
			b.Start = n.Start
		}
		return b
	case *ast.ListItem:
		return &Block{Kind: ItemBlock, Task: taskOf(n), Children: r.blocks(n)}
	case *ast.FencedCodeBlock:
		return &Block{Kind: CodeBlock, Language: string(n.Language(r.File.Text)), Code: r.rawLines(n)}
	case *ast.CodeBlock:
		return &Block{Kind: CodeBlock, Code: r.rawLines(n)}
	case *ast.ThematicBreak:
		return &Block{Kind: RuleBlock}
	case *extast.Table:
		return &Block{Kind: TableBlock, Children: r.blocks(n)}
	case *extast.TableHeader, *extast.TableRow:
		return &Block{Kind: RowBlock, Children: r.blocks(n)}
	case *extast.TableCell:
		return &Block{Kind: CellBlock, Inlines: r.inlines(n)}
	case *extast.Footnote:
		return &Block{Kind: FootnoteBlock, Note: n.Index, Children: r.blocks(n)}
	}
	return nil
}

func taskOf(item ast.Node) Task {
	if first := item.FirstChild(); first != nil {
		if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
			if box.IsChecked {
				return DoneTask
			}
			return OpenTask
		}
	}
	return NoTask
}

func (r *Report) rawLines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		b.Write(l.Value(r.File.Text))
	}
	return b.String()
}

// Definition says where the links of a label lead.
type Definition struct {
	Label  string // in the form in which labels are compared
	Target string
	Span   source.Span
}

// Definitions gives the report's link definitions in document order. Of several with one label the
// first counts.
func (r *Report) Definitions() []Definition {
	var out []Definition
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := n.(*ast.LinkReferenceDefinition); ok && entering {
			out = append(out, Definition{util.ToLinkReference(d.Label), string(d.Destination), r.SpanOf(d)})
		}
		return ast.WalkContinue, nil
	})
	return out
}

// PlainText is what a reader sees of inlines, without any mark. Images are their alternatives.
func PlainText(in []Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch i.Kind {
		case BreakInline:
			b.WriteByte('\n')
		case TextInline, CodeInline, ImageInline:
			b.WriteString(i.Text)
		default:
			b.WriteString(PlainText(i.Children))
		}
	}
	return b.String()
}

// PlainTree is the text and the shape of blocks, for comparing two trees: one line a block, its kind
// and what a reader sees, indented by depth.
func PlainTree(blocks []*Block) string {
	var b strings.Builder
	plainTree(&b, blocks, "")
	return b.String()
}

func plainTree(b *strings.Builder, blocks []*Block, indent string) {
	for _, x := range blocks {
		b.WriteString(indent + string(x.Kind) + " " + strings.Join(strings.Fields(PlainText(x.Inlines)), " ") + x.Code + "\n")
		plainTree(b, x.Children, indent+"  ")
	}
}
