package claim

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// changes are what a time until the detection may be counted from, and how an entry of the timeline
// tells of it.
var changes = map[string][]string{
	"rollout": {"rollout", "rolled out", "roll out", "rolling out"}, "deploy": {"deploy"}, "deployment": {"deploy"}, "release": {"release"},
	"upgrade": {"upgrad"}, "migration": {"migrat"}, "failover": {"failover", "failed over"}, "restart": {"restart"}, "reboot": {"reboot"}, "merge": {"merge"},
}

// undoing tells of the end of a change and not of the change.
var undoing = []string{"revert", "rolled back", "roll back", "rollback", "rolling back", "undo"}

// sinceMost is how many words on either side of a length are looked at.
const sinceMost = 12

// since finds the entry that "the alert fired four minutes after the rollout" is counted from; nil if
// the sentence says something else, or if not exactly one entry before the detection tells of it.
func (r *finder) since(p *report.Passage, d *moment.Duration) *report.Event {
	after := prose.WordsAfter(p.Text, d.End, make([]string, 0, sinceMost))
	if len(after) < 2 || after[0] != "after" {
		return nil
	}
	before := prose.WordsBefore(p.Text, d.Start, make([]string, 0, sinceMost))
	if len(before) == sinceMost {
		return nil
	}
	for _, w := range append(before[:len(before):len(before)], after...) {
		if elsewhereWords.Has(w) || possibleWords.Has(w) || w == "not" {
			return nil
		}
	}
	slices.Reverse(before)
	after = after[1:]
	if after[0] == "the" || after[0] == "that" || after[0] == "this" {
		after = after[1:]
	}
	if len(after) == 0 || changes[after[0]] == nil {
		return nil
	}
	rest := after[1:]
	switch n := len(before); {
	case n > 1 && noticedWords.Has(before[n-1]) && r.alarms(before[:n-1]):
		if len(rest) > 0 && !agentWords.Has(rest[0]) && rest[0] != "of" && !startedWords.Has(rest[0]) {
			return nil
		}
	case n == 0:
		k := slices.IndexFunc(rest, noticedWords.Has)
		if k < 1 || !r.alarms(rest[:k]) {
			return nil
		}
	default:
		return nil
	}
	return r.onlyEntry(changes[after[0]])
}

// onlyEntry is the entry before the detection that tells of a change, nil if there is none or if
// there are several.
func (r *finder) onlyEntry(tells []string) *report.Event {
	var only *report.Event
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.Detected {
			return only
		}
		text := strings.ToLower(e.Text.Value)
		in := func(s string) bool { return strings.Contains(text, s) }
		if slices.ContainsFunc(tells, in) && !slices.ContainsFunc(undoing, in) {
			if only != nil {
				return nil
			}
			only = e
		}
	}
	return nil // nothing says when it was detected
}
