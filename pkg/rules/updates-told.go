package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// updatesMiscounted holds "we posted four updates" and "we wrote to you three times" against the entries that are marked as
// such; where none is, the timeline does not list them.
func updatesMiscounted(p *lint.Pass, ps *report.Passage) {
	if !strings.Contains(ps.Text, "pdates") && !strings.Contains(ps.Text, "notices") && !strings.Contains(ps.Text, "times") && !strings.Contains(ps.Text, "twice") {
		return
	}
	for at := 0; at < len(ps.Text); {
		if at = skipBlanks(ps.Text, at); at == len(ps.Text) {
			break
		}
		sentence := sentenceAt(ps.Text, at)
		if words := wordsOf(sentence[:min(len(sentence), reach)]); len(words) > 3 {
			if n, first, last := updatesCounted(words); last >= 0 {
				miscounted(p, ps, n, words[first].low, at+words[first].start, at+words[last].end, counting(sentence, words, last))
			}
		}
		at += len(sentence) + 1
	}
}

// counts is which updates a number is one of.
type counts int

const (
	allUpdates       counts = iota
	updatesMeanwhile        // or those until it was resolved
	someUpdates             // those of an hour, or of a day
)

// counting says which updates a sentence counts whose number ends with a word.
func counting(sentence string, words []word, last int) counts {
	rest := sentence[words[last].end:]
	for _, w := range words[last+1:] {
		if stretches()[w.low] {
			return someUpdates
		}
	}
	if len(moment.FindDurations(sentence)) > 0 || slices.ContainsFunc(words, func(w word) bool { _, day := weekdays[w.low]; return day }) {
		return someUpdates
	}
	if next, ok := nextWord(rest, 0); ok && (next.low == "while" || next.low == "until" || next.low == "before" || next.low == "during") {
		return updatesMeanwhile
	}
	return allUpdates
}

func miscounted(p *lint.Pass, ps *report.Passage, n int, said string, start, end int, of counts) {
	marked, before, over := 0, 0, false
	var first *report.Event
	for _, e := range p.Report.Timeline.Events {
		over = over || e.Phase.Value == report.Resolved
		if e.Phase.Value == report.StatusUpdate {
			if marked++; first == nil {
				first = e
			}
			if !over {
				before++
			}
		}
	}
	if marked == n || of == updatesMeanwhile && before == n || of == someUpdates && n < marked {
		return
	}
	p.Diagnose(lint.Diagnostic{
		Span:    ps.Span(start, end),
		Message: fmt.Sprintf("%s status updates are spoken of here, but the timeline marks %d", said, marked),
		Hint:    "correct the number, or mark the others in the timeline",
		Related: []lint.Related{eventPlace(first)},
	})
}

// updatesCounted finds in the words of a sentence how many updates it says were given to customers, and the word that they
// end with; last is -1 if it says no number.
func updatesCounted(words []word) (n, first, last int) {
	for _, w := range words {
		if notSoFar()[w.low] {
			return 0, 0, -1
		}
	}
	for i, w := range words {
		n, ok := howMany(w.low)
		if !ok || i > 0 && (someOf()[words[i-1].low] || words[i-1].low == "of" && (i < 2 || words[i-2].low != "total")) {
			continue
		}
		if last := updatesAt(words, i); last >= 0 {
			if last+1 < len(words) && (words[last+1].low == "a" || words[last+1].low == "an" || words[last+1].low == "per" || words[last+1].low == "each" || words[last+1].low == "every") {
				return 0, 0, -1 // an hour
			}
			return n, i, last
		}
	}
	return 0, 0, -1
}

// updatesAt is the last word of "four status updates" or of the "three times" of "we wrote to you three times" that begin at
// a word; -1 if they do not.
func updatesAt(words []word, i int) int {
	last, kind := i+1, ""
	for ; last < len(words) && updateNatures()[words[last].low]; last++ {
		kind = words[last].low
	}
	switch {
	case words[i].low == "twice":
		if repeatedly(words[:i]) {
			return i
		}
		return -1
	case last == len(words):
		return -1
	case words[last].low == "times" && kind == "":
		if repeatedly(words[:i]) {
			return last
		}
		return -1
	case words[last].low != "updates" && words[last].low != "notices":
		return -1
	case kind == "status" || sentBy(words[:i]):
		return last
	}
	return -1
}

// sentBy reports whether somebody gives, posts or gets what is counted behind these words: "we posted", "we kept you posted
// with", "you received".
func sentBy(before []word) bool {
	us := false
	for _, w := range before[max(0, len(before)-8):] {
		us = us || w.low == "we" || w.low == "you" || w.low == "customers" || w.low == "our"
		if us && sending()[w.low] {
			return true
		}
	}
	return false
}

// repeatedly reports whether what is done "three times" behind these words is that customers are told: "we updated our status
// page", "we notified you of our progress", "the status page was updated".
func repeatedly(before []word) bool {
	const most = 7
	for i := len(before) - 1; i > 0 && i >= len(before)-most; i-- {
		if !writing()[before[i].low] {
			continue
		}
		object := before[i+1:]
		switch {
		case before[i-1].low == "was":
			return i > 1 && before[i-2].low == "page"
		case before[i-1].low != "we" || len(object) == 0:
			return false
		case object[0].low == "you" || customerWords()[object[0].low]:
			return true
		}
		there := false
		for _, w := range object {
			if !tellingWhere()[w.low] {
				return false
			}
			there = there || w.low == "status" || w.low == "you" || w.low == "customers"
		}
		return there
	}
	return false
}

var (
	sending       = lazySet("posted published issued sent shared gave provided wrote kept received had got")
	writing       = lazySet("updated posted wrote informed told notified")
	tellingWhere  = lazySet("on to the our status page statuspage you all customers your")
	updateNatures = lazySet("status public customer page separate progress written regular detailed short")
	someOf        = lazySet("first last next other another these those further")
	// stretches are the words of a part of the time.
	stretches = lazySet("hour hours day days morning afternoon evening night minutes apart more later first within")
	// notSoFar are words of a sentence that tells of what will be, of a custom, or of what nobody reads.
	notSoFar = lazySet("will would should shall could may might must plan usually normally always typically if software firmware app version versions release releases security kernel windows database dns")
)
