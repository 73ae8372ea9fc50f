package report

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Tag is the start of an HTML element in the report's text.
type Tag struct {
	Name string // in lower case
	Span source.Span
}

// Tags gives the HTML that stands in the report outside code, but for comments and what ends an
// element, in document order. It is made anew at each call.
func (r *Report) Tags() []Tag {
	var out []Tag
	if r.Doc == nil {
		return nil
	}
	find := func(at source.Span) {
		text := r.File.Text[at.Start:at.End]
		for i := 0; i < len(text); {
			k := bytes.IndexByte(text[i:], '<')
			if k < 0 {
				return
			}
			start := i + k
			i = start + 1
			if bytes.HasPrefix(text[start:], []byte("<!--")) {
				end := bytes.Index(text[start:], []byte("-->"))
				if end < 0 {
					return
				}
				i = start + end + 3
				continue
			}
			for i < len(text) && (prose.Letter(text[i]) || prose.Digit(text[i])) {
				i++
			}
			name := string(bytes.ToLower(text[start+1 : i]))
			if name == "" {
				continue
			}
			end := bytes.IndexByte(text[i:], '>')
			if end < 0 {
				return
			}
			i += end + 1
			out = append(out, Tag{name, source.Span{Start: at.Start + start, End: at.Start + i}})
		}
	}
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			find(r.SpanOf(n))
		case *ast.RawHTML:
			if l := n.Segments; l.Len() > 0 {
				find(source.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

// breaks reports whether a tag is "<br>": the one tag that says the same in Markdown.
func breaks(tag []byte) bool {
	name := bytes.TrimRight(bytes.TrimPrefix(tag, []byte("<")), " \t\n/>")
	return bytes.EqualFold(name, []byte("br"))
}

// Raw gives the places of the HTML that shows a reader something which no block of Tree holds: text
// in a block of HTML, and every tag that does more than to set text that stands outside it.
func (r *Report) Raw() []source.Span {
	var out []source.Span
	if r.Doc == nil {
		return nil
	}
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			if at := r.SpanOf(n); shows(r.File.Text[at.Start:at.End]) {
				out = append(out, at)
			}
		case *ast.RawHTML:
			if l := n.Segments; l.Len() > 0 {
				if at := (source.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop}); shows(r.File.Text[at.Start:at.End]) {
					out = append(out, at)
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

// shows reports whether HTML holds more than comments and tags that set text.
func shows(html []byte) bool {
	for len(html) > 0 {
		open := bytes.IndexByte(html, '<')
		if open < 0 {
			open = len(html)
		}
		if len(bytes.TrimSpace(html[:open])) > 0 {
			return true
		}
		html = html[open:]
		end := ">"
		if bytes.HasPrefix(html, []byte("<!--")) {
			end = "-->"
		}
		shut := bytes.Index(html, []byte(end))
		if shut < 0 {
			return len(html) > 0 && end == ">"
		}
		tag := html[1:max(shut, 1)]
		if end == ">" && !bytes.HasPrefix(tag, []byte("/")) && !settingTags[string(bytes.ToLower(tag[:nameLength(tag)]))] {
			return true
		}
		html = html[shut+len(end):]
	}
	return false
}

func nameLength(tag []byte) int {
	n := 0
	for n < len(tag) && (prose.Letter(tag[n]) || prose.Digit(tag[n])) {
		n++
	}
	return n
}

// settingTags are the elements that change how text looks and show nothing of their own.
var settingTags = map[string]bool{
	"b": true, "big": true, "br": true, "center": true, "cite": true, "code": true, "dd": true, "del": true, "details": true, "dfn": true,
	"div": true, "dl": true, "dt": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "li": true, "mark": true, "ol": true,
	"p": true, "pre": true, "q": true, "s": true, "samp": true, "section": true, "small": true, "span": true, "strike": true, "strong": true,
	"sub": true, "summary": true, "sup": true, "tt": true, "u": true, "ul": true, "var": true, "wbr": true,
}
