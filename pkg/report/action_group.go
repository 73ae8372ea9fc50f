package report

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// grouped reports whether a section inside an actions section holds actions: a group of them
// ("Short term", "Documentation") does, a section with a meaning of its own or with reasons does not.
func (s *Section) grouped() bool {
	for ; s != nil && s.Kind != ActionsKind; s = s.Parent {
		if s.Kind != Other || s.headedBy(rationaleWords) {
			return false
		}
	}
	return true
}

// rationaleWords stand in the headings of sections that explain actions and hold none.
var rationaleWords = prose.SetOf(`rationale reasoning justification problems weaknesses shortcomings checklist checklists`)

// ofGroup is what the heading or the label of a group says became of all of it: "Done", "Completed actions", "Actions taken",
// "Immediate actions (completed)", "Deferred items", "On hold". "Complete the move" asks for it.
func ofGroup(heading string) Outcome {
	name, remark, ok := strings.Cut(heading, "(")
	if ok {
		if o := outcomeOf(strings.TrimRight(remark, ") ")); o.told() {
			return o
		}
	}
	name = strings.TrimSpace(name)
	for _, put := range []struct {
		words *leads
		is    Outcome
	}{{deferWords, Deferred}, {deferStates, Deferred}, {dropWords, Dropped}} {
		if n := put.words.wholeIn(name); n > 0 && !slices.ContainsFunc(prose.Words(name[n:]), func(w string) bool { return !groupWords.Has(w) }) {
			return put.is
		}
	}
	o := Pending
	for _, w := range prose.Words(name) {
		switch {
		case w == "taken", w != "complete" && doneWords.has(w):
			o = Done
		case !groupWords.Has(w):
			return Pending
		}
	}
	return o
}

// groupWords stand in the name of a group beside what says what became of it.
var groupWords = prose.SetOf(`action actions item items task tasks fix fixes change changes measure measures work follow up ups step steps remediation remediations improvement improvements
	already immediate short term now recently so far corrective preventive what is was has been have`)

// asks reports whether each item of a list has a box, or tells somebody to do something.
func (c *collector) asks(list ast.Node) bool {
	h := c.habits(list)
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p := c.r.PassageOf(item.FirstChild())
		if p == nil {
			return false
		}
		if _, box := item.FirstChild().FirstChild().(*extast.TaskCheckBox); box {
			continue
		}
		_, _, owner := leadingOwner(p.Text, h)
		_, task, labelled := strings.Cut(p.Text, ": ")
		if !imperative(p.Text[owner:]) && !(labelled && imperative(task)) {
			return false
		}
	}
	return true
}
