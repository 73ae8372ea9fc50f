package lint

import (
	"net/url"
	"path"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// place is a span as formats show it: lines and columns from 1, the end behind the last character.
type place struct {
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"endLine"`
	EndColumn int `json:"endColumn"`
}

// inRunes counts columns in code points, as people and editors do.
func inRunes(f *source.File, s source.Span) place {
	start, end := f.Position(s.Start), f.Position(s.End)
	return place{start.Line, start.Column, end.Line, end.Column}
}

// inBytes counts columns in bytes of UTF-8.
func inBytes(f *source.File, s source.Span) place {
	first, last := f.LineAt(s.Start), f.LineAt(s.End)
	return place{first, s.Start - f.Line(first).Start + 1, last, s.End - f.Line(last).Start + 1}
}

// inUTF16 counts columns in UTF-16 code units.
func inUTF16(f *source.File, s source.Span) place {
	line, char := f.UTF16(s.Start)
	endLine, endChar := f.UTF16(s.End)
	return place{line + 1, char + 1, endLine + 1, endChar + 1}
}

// uri is a path as a reference: relative stays relative, and everything that a URI gives a meaning
// to is escaped.
func uri(p string) string {
	parts := strings.Split(p, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	joined := strings.Join(parts, "/")
	switch {
	case path.IsAbs(p):
		return "file://" + joined
	case len(p) > 2 && p[1] == ':' && p[2] == '/':
		return "file:///" + p[:2] + joined[len("c%3A"):]
	}
	return joined
}

// rooted is a report's path for platforms, see Options.FromRoot.
func rooted(fromRoot func(string) string, path string) string {
	if fromRoot == nil {
		return path
	}
	return fromRoot(path)
}

func (r *Result) rooted(path string) string { return rooted(r.fromRoot, path) }

// file is the file of a related place.
func (r Related) file(d *Diagnostic) *source.File {
	if r.File != nil {
		return r.File
	}
	return d.File
}
