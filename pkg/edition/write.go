package edition

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// Document writes blocks as a report that is final, under its front matter. A language, a zone or services that nobody says
// are left out.
func Document(title, language, zone string, services []string, blocks []*report.Block) []byte {
	var b strings.Builder
	key := func(name, value string) {
		if value = oneLine(value); value != "" {
			b.WriteString(name + ": " + strconv.Quote(value) + "\n")
		}
	}
	b.WriteString("---\n")
	key("title", title)
	key("language", language)
	b.WriteString("status: final\n")
	key("timezone", zone)
	if len(services) > 0 {
		b.WriteString("services:\n")
		for _, name := range services {
			b.WriteString("  - " + strconv.Quote(oneLine(name)) + "\n")
		}
	}
	b.WriteString("---\n\n")
	b.Write(Markdown(blocks))
	return []byte(b.String())
}

// Markdown writes blocks. Whatever the text holds, reading it again gives the same blocks: every
// character that could mean something is escaped.
func Markdown(blocks []*report.Block) []byte {
	var b strings.Builder
	behind := ""
	for i, block := range blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		behind = behindNumber(blocks, i, behind)
		writeBlock(&b, block, "", "", behind)
	}
	return []byte(b.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// writeBlock writes one block; first stands before its first line, rest before the others, and behind behind its numbers.
func writeBlock(b *strings.Builder, x *report.Block, first, rest, behind string) {
	switch x.Kind {
	case report.HeadingBlock:
		b.WriteString(first + strings.Repeat("#", x.Level) + " " + strings.TrimSpace(inlineText(x.Inlines, true)) + "\n")
	case report.ParagraphBlock:
		lines := strings.Split(strings.TrimSpace(inlineText(x.Inlines, false)), "\n")
		for i, line := range lines {
			if i > 0 {
				first = rest
			}
			b.WriteString(first + lineStart(line))
			if i+1 < len(lines) {
				b.WriteByte('\\')
			}
			b.WriteByte('\n')
		}
	case report.ListBlock:
		for i, item := range x.Children {
			mark := "- "
			if x.Start > 0 {
				mark = strconv.Itoa(x.Start+i) + behind
			}
			if i > 0 {
				first = rest
			}
			switch item.Task {
			case report.OpenTask:
				mark += "[ ] "
			case report.DoneTask:
				mark += "[x] "
			}
			writeChildren(b, item.Children, first+mark, rest+strings.Repeat(" ", len(strings.TrimSuffix(strings.TrimSuffix(mark, "[ ] "), "[x] "))))
		}
	case report.QuoteBlock:
		writeChildren(b, x.Children, first+"> ", rest+"> ")
	case report.CodeBlock:
		fence := strings.Repeat("`", max(3, longestRun(x.Code)+1))
		b.WriteString(first + fence + "\n")
		for line := range strings.Lines(x.Code) {
			b.WriteString(rest + strings.TrimRight(line, "\r\n") + "\n")
		}
		b.WriteString(rest + fence + "\n")
	case report.RuleBlock:
		b.WriteString(first + "***\n")
	case report.TableBlock:
		for i, row := range x.Children {
			if i > 0 {
				first = rest
			}
			b.WriteString(first + "|")
			for _, cell := range row.Children {
				b.WriteString(" " + strings.TrimSpace(inlineText(cell.Inlines, true)) + " |")
			}
			b.WriteByte('\n')
			if i == 0 {
				b.WriteString(rest + "|" + strings.Repeat("---|", len(row.Children)) + "\n")
			}
		}
	}
}

func writeChildren(b *strings.Builder, children []*report.Block, first, rest string) {
	behind := ""
	for i, c := range children {
		behind = behindNumber(children, i, behind)
		if i > 0 {
			if c.Kind != report.ListBlock {
				b.WriteString(strings.TrimRight(rest, " ") + "\n")
			}
			first = rest
		}
		writeBlock(b, c, first, rest, behind)
	}
}

// inlineText writes a run of text; a hard break is a line end.
func inlineText(in []report.Inline, cell bool) string {
	var b strings.Builder
	for _, i := range in {
		switch i.Kind {
		case report.TextInline:
			b.WriteString(escape(i.Text))
		case report.BreakInline:
			if cell {
				b.WriteByte(' ')
			} else {
				b.WriteByte('\n')
			}
		case report.CodeInline:
			b.WriteString(codeSpan(i.Text, cell))
		case report.EmphasisInline:
			b.WriteString(wrap("*", inlineText(i.Children, cell)))
		case report.StrongInline:
			b.WriteString(wrap("**", inlineText(i.Children, cell)))
		case report.StruckInline:
			b.WriteString(wrap("~~", inlineText(i.Children, cell)))
		case report.LinkInline:
			text := inlineText(i.Children, cell)
			if target, ok := released(i.Target); ok {
				text = "[" + text + "](" + bracketed(target) + ")"
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

// wrap puts marks around a text, inside its outer blanks, where Markdown wants them.
func wrap(mark, text string) string {
	inner := strings.TrimSpace(text)
	if inner == "" {
		return text
	}
	i := strings.Index(text, inner)
	return text[:i] + mark + inner + mark + text[i+len(inner):]
}

// Target reads a link's target as one that may be released: only complete web and mail addresses
// are, without a name or password in them, since what is relative leads into the repository.
func Target(target string) (*url.URL, bool) {
	u, err := url.Parse(target)
	if err != nil || u.User != nil {
		return nil, false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u, u.Host != ""
	case "mailto":
		return u, true
	}
	return nil, false
}

// released gives a link's target in the form in which Markdown holds it.
func released(target string) (string, bool) {
	u, ok := Target(target)
	if !ok {
		return "", false
	}
	target = strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", "\n", "").Replace(u.String())
	if strings.Contains(target, ";") { // where "&" may begin a character reference
		target = strings.ReplaceAll(target, "&", "&amp;")
	}
	return target, true
}

// bracketed is an address in the brackets that Markdown wants around one with brackets or blanks in it.
func bracketed(target string) string {
	if strings.ContainsAny(target, "()[] \t&`|") || target == "" {
		return "<" + target + ">"
	}
	return target
}

func codeSpan(s string, cell bool) string {
	fence := strings.Repeat("`", longestRun(s)+1)
	if cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || s == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}

// longestRun is the length of the longest run of backticks.
func longestRun(s string) int {
	longest, n := 0, 0
	for i := range len(s) {
		if s[i] == '`' {
			n++
			longest = max(longest, n)
		} else {
			n = 0
		}
	}
	return longest
}

// escape makes a text mean itself in Markdown.
func escape(s string) string {
	if !strings.ContainsAny(s, "\\`*_[]<>&~|\n") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; c {
		case '_':
			if i == 0 || i+1 == len(s) || !alphanumeric(s[i-1]) || !alphanumeric(s[i+1]) {
				b.WriteByte('\\')
			}
			b.WriteByte(c)
		case '\\', '`', '*', '[', ']', '<', '>', '&', '~', '|':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '\n':
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// lineStart escapes what would begin a block of another kind at the start of a line.
func lineStart(s string) string {
	s = strings.TrimLeft(s, " \t")
	if s == "" {
		return s
	}
	switch s[0] {
	case '#', '+', '-', '=', ':':
		return `\` + s
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') && (digits+1 == len(s) || s[digits+1] == ' ') {
		return s[:digits] + `\` + s[digits:]
	}
	return s
}

func alphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}
