package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	gfm "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// rows makes plain tables: a paragraph whose first line is the header and whose second one says that it is.
// goldmark asks four expressions about each column, and makes every cell, and the line in it, by itself; here
// those of a row are made at once. What is less plain is left to it.
type rows struct{}

func (rows) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, source := p.Lines(), reader.Source()
	if lines.Len() < 2 {
		return
	}
	all := lines.Sliced(0, lines.Len())
	columns := columnsOf(source[all[1].Start:all[1].Stop])
	if columns == nil || !plainRows(all, source) || cellsIn(all[0], source) != len(columns) {
		return
	}
	table := gfm.NewTable()
	table.Alignments = columns
	table.SetPos(p.Pos())
	table.AppendChild(table, gfm.NewTableHeader(tableRow(all[0], columns, source)))
	for _, line := range all[2:] {
		table.AppendChild(table, tableRow(line, columns, source))
	}
	lines.SetSliced(0, 0)
	p.Parent().ReplaceChild(p.Parent(), p, table)
}

// columnsOf reads the line below a header, "| --- | :-: |"; nil if it is another, or not a plain one.
func columnsOf(line []byte) []gfm.Alignment {
	line = bytes.TrimRight(line, " \t\r\n")
	if len(line) == 0 || line[0] != '|' && line[0] != ':' && line[0] != '-' || bytes.IndexByte(line, '|') < 0 {
		return nil
	}
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	columns := make([]gfm.Alignment, 0, 1+bytes.Count(line, []byte("|")))
	for more := true; more; {
		var column []byte
		column, line, more = bytes.Cut(line, []byte("|"))
		column = bytes.Trim(column, " \t")
		dashes := bytes.TrimSuffix(bytes.TrimPrefix(column, []byte(":")), []byte(":"))
		if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
			return nil
		}
		switch left, right := column[0] == ':', column[len(column)-1] == ':'; {
		case left && right:
			columns = append(columns, gfm.AlignCenter)
		case left:
			columns = append(columns, gfm.AlignLeft)
		case right:
			columns = append(columns, gfm.AlignRight)
		default:
			columns = append(columns, gfm.AlignNone)
		}
	}
	return columns
}

// plainRows reports whether lines stand where their bytes do, and hold no "\|" that code may turn into a bar.
func plainRows(lines []text.Segment, source []byte) bool {
	for _, line := range lines {
		if line.Padding != 0 || line.ForceNewline {
			return false
		}
	}
	all := source[lines[0].Start:lines[len(lines)-1].Stop]
	return bytes.IndexByte(all, '`') < 0 || !bytes.Contains(all, []byte(`\|`))
}

// cells calls each with where the next cell of a line begins and ends, with the blanks around it.
func cells(line text.Segment, source []byte, each func(start, end int) bool) {
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	at, stop := line.Start, line.Stop
	if at < stop && source[at] == '|' {
		at++
	}
	if line.Start < stop && source[stop-1] == '|' {
		stop--
	}
	for at < stop {
		end := at
		for end < stop && (source[end] != '|' || end > line.Start && source[end-1] == '\\') {
			end++
		}
		if !each(at, end) {
			return
		}
		at = end + 1
	}
}

func cellsIn(line text.Segment, source []byte) int {
	n := 0
	cells(line, source, func(int, int) bool { n++; return true })
	return n
}

// tableRow makes a row with a cell for each column: what is too much is cut off, what is missing is empty.
func tableRow(line text.Segment, columns []gfm.Alignment, source []byte) *gfm.TableRow {
	row := gfm.NewTableRow(columns)
	row.SetPos(line.Start)
	made := make([]gfm.TableCell, len(columns))
	var few [8]text.Segment
	words := few[:0]
	cells(line, source, func(start, end int) bool {
		i := len(words)
		if i == len(made) {
			return false
		}
		made[i].Alignment = columns[i]
		made[i].SetPos(start)
		word := text.NewSegment(start, end)
		word = word.TrimLeftSpace(source)
		words = append(words, word.TrimRightSpace(source))
		return true
	})
	var lines text.Segments
	lines.AppendAll(words)
	for i := range made {
		if i < len(words) {
			one := lines
			one.SetSliced(i, i+1)
			made[i].SetLines(&one)
		} else {
			made[i].Alignment = gfm.AlignNone
		}
		row.AppendChild(row, &made[i])
	}
	return row
}
