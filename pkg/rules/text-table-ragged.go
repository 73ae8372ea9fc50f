package rules

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var textTableRagged = lint.Rule{
	Name:     "text-table-ragged",
	Summary:  "a row of a table has more or fewer cells than the table has columns",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		f := p.Report.File
		for at := p.Report.Meta.Span.End; ; {
			// The line below a table's header is the rarest thing about it.
			i := bytes.Index(f.Text[at:], []byte("--"))
			if i < 0 {
				return
			}
			n := f.LineAt(at + i)
			line := f.Line(n)
			at = line.End
			if n > 1 && delimits(f.Text[line.Start:line.End]) {
				at = f.Line(raggedTable(p, n)).End
			}
		}
	},
}

// delimits reports whether a line is the one between a table's header and its rows.
func delimits(line []byte) bool {
	pipes := 0
	for _, c := range line {
		switch c {
		case '|':
			pipes++
		case '-', ':', ' ', '\t', '\r':
		default:
			return false
		}
	}
	return pipes > 0
}

// raggedTable looks at the table whose line below the header is the n-th, and gives its last line.
func raggedTable(p *lint.Pass, n int) int {
	f := p.Report.File
	columns := cells(lineText(f, n))
	head := lineText(f, n-1)
	if bytes.IndexByte(head, '|') < 0 || bytes.HasPrefix(bytes.TrimLeft(head, " "), []byte(">")) {
		return n
	}
	if got := cells(head); got != columns && !inCode(p, f.Line(n)) {
		p.Diagnose(lint.Diagnostic{
			Span:    f.Line(n),
			Message: fmt.Sprintf("the header has %s and the line below it %d, so this is not read as a table", count(got), columns),
			Hint:    "write as many `---` as the header has cells",
		})
		return n
	}
	for n++; n <= f.Lines(); n++ {
		at := f.Line(n)
		row := lineText(f, n)
		if bytes.IndexByte(row, '|') < 0 {
			break
		}
		got := cells(row)
		if got == columns || inCode(p, at) {
			continue
		}
		d := lint.Diagnostic{Span: at, Message: fmt.Sprintf("this row has %s, and the table has %d columns", count(got), columns), Hint: "add the cells that are missing"}
		if got > columns {
			d.Hint = "join the cells, or write \\| where a bar belongs to the text: what is beyond the last column is not shown"
		} else {
			d.Fix = filled(at, row, columns-got)
		}
		p.Diagnose(d)
	}
	return n - 1
}

func lineText(f *source.File, n int) []byte {
	at := f.Line(n)
	return f.Text[at.Start:at.End]
}

func count(cells int) string {
	if cells == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", cells)
}

// filled is the fix that gives a row its missing cells.
func filled(at source.Span, row []byte, missing int) *lint.Fix {
	text := rowText(row)
	end := source.Span{Start: at.Start + len(text), End: at.Start + len(text)}
	cells := strings.Repeat("  |", missing)
	if !bytes.HasSuffix(text, []byte("|")) || bytes.HasSuffix(text, []byte(`\|`)) {
		cells = " |" + cells
	}
	return &lint.Fix{Title: "add the cells that are missing", Safe: true, Edits: []source.Edit{{Span: end, New: cells}}}
}

// rowText is a row without the comments and blanks behind its last cell.
func rowText(row []byte) []byte {
	for {
		for len(row) > 0 && (row[len(row)-1] == ' ' || row[len(row)-1] == '\t' || row[len(row)-1] == '\r') {
			row = row[:len(row)-1]
		}
		if len(row) == 0 || row[len(row)-1] != '>' {
			return row
		}
		i := bytes.LastIndex(row, []byte("<!--"))
		if i < 0 || !bytes.HasSuffix(row, []byte("-->")) {
			return row
		}
		row = row[:i]
	}
}

// cells counts the cells of a row. A bar in code ends a cell as well, unless a backslash stands
// before it.
func cells(row []byte) int {
	row = rowText(row)
	for len(row) > 0 && (row[0] == ' ' || row[0] == '\t') {
		row = row[1:]
	}
	n := 1 + bytes.Count(row, []byte("|"))
	if len(row) > 0 && row[0] == '|' {
		n--
	}
	if len(row) > 1 && row[len(row)-1] == '|' {
		n--
	}
	if bytes.IndexByte(row, '\\') < 0 {
		return n
	}
	for i := 0; i+1 < len(row); i++ {
		if row[i] == '\\' {
			if i++; row[i] == '|' {
				n--
				if i+1 == len(row) {
					n++ // it was taken for the bar that ends the row
				}
			}
		}
	}
	return n
}
