package markdown

import (
	"bytes"
	"strings"
)

// dialect blanks what other tools read in a Markdown file before Markdown does: the imports and
// components of MDX, the tags of ERB. The name of the file tells which.
func dialect(path string, text []byte) []byte {
	switch path = strings.ToLower(path); {
	case strings.HasSuffix(path, ".mdx"):
		text = bytes.Clone(text)
		blankMDX(text)
	case strings.HasSuffix(path, ".erb"):
		text = bytes.Clone(text)
		blankTags(text, "<%", "%>")
	}
	return text
}

// blankMDX blanks import and export statements, lines that hold nothing but a component's tag, and
// comments in braces, all outside code.
func blankMDX(text []byte) {
	fenced, statement := false, false
	for at := 0; at < len(text); {
		end := len(text)
		if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := text[at:end]
		trimmed := bytes.TrimSpace(line)
		switch {
		case bytes.HasPrefix(trimmed, []byte("```")) || bytes.HasPrefix(trimmed, []byte("~~~")):
			fenced, statement = !fenced, false
		case fenced:
		case len(trimmed) == 0:
			statement = false
		case statement, bytes.HasPrefix(line, []byte("import ")), bytes.HasPrefix(line, []byte("export ")):
			statement = true
			blankBytes(line)
		case isComponent(trimmed):
			blankBytes(line)
		}
		at = end + 1
	}
	if bytes.Contains(text, []byte("{/*")) {
		blankTags(text, "{/*", "*/}")
	}
}

// isComponent reports whether a line is the tag of a component, whose name has a capital: <Steps>,
// </Steps>, <Note kind="warning">.
func isComponent(line []byte) bool {
	if len(line) < 3 || line[0] != '<' || line[len(line)-1] != '>' {
		return false
	}
	name := bytes.TrimPrefix(line[1:], []byte("/"))
	return len(name) > 0 && (name[0] >= 'A' && name[0] <= 'Z' || name[0] == '>') && bytes.Count(line, []byte(">")) == 1
}

// blankTags blanks what stands between two marks, with the marks, and keeps the line ends.
func blankTags(text []byte, open, close string) {
	for at := 0; ; {
		i := bytes.Index(text[at:], []byte(open))
		if i < 0 {
			return
		}
		start := at + i
		j := bytes.Index(text[start:], []byte(close))
		if j < 0 {
			return
		}
		at = start + j + len(close)
		blankBytes(text[start:at])
	}
}

func blankBytes(text []byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = ' '
		}
	}
}
