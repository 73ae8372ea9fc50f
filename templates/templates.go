// Package templates holds the built-in report templates.
//
// A template is an ordinary report in canonical form and, at the same time, the
// schema of every report made from it: its headings name the sections such a
// report must have, and a heading that ends in an "optional" comment names one
// that may be left out. Every other HTML comment is advice to the author and
// counts as nothing: a section that holds only advice is empty.
//
// The values a new report begins with are written {{title}}, {{id}}, {{template}},
// {{status}}, {{severity}}, {{timezone}}, {{services}}, {{owner}} and {{started}}.
// A line whose value is empty is left out. There is no other notation: a template
// has no conditions, no loops and runs nothing.
package templates

import "embed"

// FS holds one file per template at its root; the file name without ".md" is
// the template's name, as reports state it in their front matter.
//
//go:embed *.md
var FS embed.FS
