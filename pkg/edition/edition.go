// Package edition cuts from a report what one audience may read: the first of three walls between a
// report and its readers. The other two, which look at what is about to be released, are package guard.
//
// # What is promised
//
// Everything is internal unless it is marked. Only marked blocks are copied, and what the tool does not
// understand is not. The edition is made from the copied text alone: it is written out as a report of
// its own and read again, and has no path back to the one it was cut from. Two reports that differ only
// in withheld parts, and whose public events lie at the same instants and public actions have the same outcome, therefore
// give the same edition, byte for byte (the law of noninterference, which a fuzz target holds).
//
// # What is read outside the marked parts
//
// An event is public with its instant, whatever heading, sentence or column decides its day and zone; an action with its
// outcome.
// Some settings of the front matter are taken over, and are public by being so: `customer-title`, `customer-language` or
// `language`, `timezone` (to put times into UTC), `services` (a list item or table row that names one without a
// public name is left out; a paragraph that does is refused). So is the kind of a section that holds a
// marked part, or of what that is a part of ("Timeline"), never its wording.
package edition

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Edition is what an audience may read: a report of its own, in the canonical form, in UTC.
type Edition struct {
	Markdown []byte
	Report   *report.Report // Markdown, read again
}

// Options says what the organisation tells its customers.
type Options struct {
	Names    Names
	Glossary map[string]string // explanations by term, added in brackets where the term first stands
}

// Withheld is a part of the report that is not in the edition although its author may expect it
// there. It is for the author's eyes and never part of an output.
type Withheld struct {
	Span   source.Span
	Reason string // a lower-case phrase
	Advice string // what to write instead; may be empty
}

func (w Withheld) String() string {
	if w.Advice == "" {
		return w.Reason
	}
	return w.Reason + "; " + w.Advice
}

// NotRead is the error of a report that was not read, or not as it was meant: nothing can be cut from it.
type NotRead struct {
	File    *source.File
	Problem report.Problem
}

func (e *NotRead) Error() string {
	at := e.File.Position(e.Problem.Span.Start)
	return fmt.Sprintf("%s:%d:%d: %s, so that nothing of it can be released", e.File.Path, at.Line, at.Column, e.Problem.Message)
}

// Hint says what to do about it; it may be empty.
func (e *NotRead) Hint() string { return e.Problem.Hint }

// Cut makes the edition of a report for customers, and lists what was withheld although something
// in or around it is public. An edition may be empty: a report without marks has nothing to release.
func Cut(r *report.Report, o Options) (*Edition, []Withheld, error) {
	if p, ok := unreadable(r); ok {
		return nil, nil, &NotRead{r.File, p}
	}
	c, zone, blocks := copyPublic(r, o.Names)
	if len(blocks) == 0 {
		return &Edition{Report: report.Parse(source.New("", nil))}, c.withheld(), nil
	}
	o.rename(blocks)
	o.explain(blocks)
	text := Document(c.title(), c.language(), zone, c.services(), blocks)
	return &Edition{Markdown: text, Report: r.Again(source.New("", text))}, c.withheld(), nil
}

// unreadable gives what kept a report from being read, or from being read as it was meant: customers would read
// another character for each byte that is none.
func unreadable(r *report.Report) (report.Problem, bool) {
	for _, p := range r.Problems {
		if p.Kind == report.ProblemEncoding {
			return p, true
		}
	}
	if !r.Refused && r.Doc != nil {
		return report.Problem{}, false
	}
	if n := len(r.Problems); n > 0 {
		return r.Problems[n-1], true // what made the parser stop is the last
	}
	return report.Problem{Message: "it has no text"}, true
}

// copyPublic copies what is public of a report. It gives the copy, in whose zone the report's times were, and the
// cutter, which knows what was copied.
func copyPublic(r *report.Report, names Names) (c *cutter, zone string, blocks []*report.Block) {
	r, links := withoutHidden(r)
	tree := r.Tree()
	c = &cutter{report: r, names: names, audience: marksOf(r, tree), left: links}
	c.leaveRaw()
	c.leaveNotes()
	c.leaveDrafts()
	zone = c.tell()
	return c, zone, c.document(tree)
}
