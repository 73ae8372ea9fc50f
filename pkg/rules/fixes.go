package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// replaceFix is a fix of one edit.
func replaceFix(title string, safe bool, at source.Span, by string) *lint.Fix {
	return &lint.Fix{Title: title, Safe: safe, Edits: []source.Edit{{Span: at, New: by}}}
}
