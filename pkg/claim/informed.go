package claim

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// informed reads a length that tells how customers were kept informed: until the first update, or between two of them. The
// first is definite if it is counted from the begin of the impact, and From is the detection if it is counted from that.
func (r *finder) informed(p *report.Passage, d *moment.Duration, c *Claim) {
	if r.Timeline.First(report.StatusUpdate) == nil {
		return // nothing to hold it against
	}
	start, end := sentence(p.Text, d.Start, d.End)
	before, after := prose.Words(p.Text[start:d.Start]), prose.Words(p.Text[d.End:to(p.Text, d.End, end)])
	all := prose.Words(p.Text[start:end])
	if !informs(all) || prose.AnyOf(all, intendedWords) || prose.AnyOf(all, productWords) || strings.Contains(p.Text[start:end], "?") {
		return
	}
	last := ""
	if n := len(before); n > 0 {
		last = before[n-1]
	}
	denied := prose.AnyOf(before, denyingWords)
	within := last == "after" || last == "in" || d.Bound == moment.AtMost
	switch {
	case denied && d.Bound == moment.AtLeast && prose.AnyOf(all, pauseWords): // no gap was longer than 15 minutes
		c.Subject, c.Definite, c.Bound = OfSilence, true, moment.AtMost
	case denied || last == "another" || last == "next" || last == "last" || last == "between":
	case last == "every" || last == "each" || last == "once":
		if !atFirst(all) && !prose.AnyOf(before, promiseWords) {
			c.Subject, c.Definite, c.Bound = OfSilence, true, moment.AtMost
			c.Precision, c.Approximate = d.High/3, true // a rhythm is kept within a third
		}
	case len(before) > 1 && before[0] == "the" && before[1] == "longest" && (last == "was" || last == "lasted"):
		c.Subject, c.Definite = OfSilence, true
	case len(before) == 0 && d.Bound == moment.AtMost && len(after) == 0: // "Within 10 minutes, we had posted the first update"
		if rest := all[len(prose.Words(p.Text[d.Start:d.End])):]; firstTold(rest) && !r.toldUnmarked() {
			c.Subject = OfFirstUpdate
		}
	case len(after) > 1 && passing.Has(after[0]) && (after[1] == "before" || after[1] == "until" || after[1] == "till"):
		if firstTold(after) {
			c.Subject = OfFirstUpdate
		}
	case len(after) > 0 && (after[0] == "to" || after[0] == "before" || after[0] == "until" || after[0] == "till"):
		if firstTold(after) {
			c.Subject = OfFirstUpdate
		}
	case !firstTold(before) || r.toldUnmarked():
	case len(after) > 0 && countedFrom.Has(after[0]):
		switch since := after[1:min(len(after), 9)]; {
		case prose.AnyOf(since, awareWords):
			if c.From = r.Timeline.First(report.Detected); c.From != nil {
				c.Subject, c.Definite = OfFirstUpdate, true
			}
		case prose.AnyOf(since, startedWords) || prose.AnyOf(since, beginWords) && !prose.AnyOf(since, endWords):
			c.Subject, c.Definite = OfFirstUpdate, true
		}
	case within && (len(after) == 0 || agentWords.Has(after[0]) || after[0] == "on" || after[0] == "that"):
		c.Subject = OfFirstUpdate
	}
}

// to is where the clause behind a length ends.
func to(text string, from, end int) int {
	if n := strings.IndexAny(text[from:end], ",;:()"); n >= 0 {
		return from + n
	}
	return end
}

// informs reports whether the words of a sentence are about telling customers something.
func informs(words []string) bool {
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case w == "statuspage", w == "status" && (next == "page" || next == "site" || newsWords.Has(next)), tellsAt(words, i),
			newsWords.Has(w) && (i > 0 && firstWords.Has(words[i-1]) || prose.AnyOf(words, ourWords) || prose.AnyOf(words, pauseWords) || next == "were" && i+2 < len(words) && words[i+2] == "posted"):
			return true
		}
	}
	return false
}

// tellsAt reports whether word i says that customers are told something: "told you", "notified all customers".
func tellsAt(words []string, i int) bool {
	rest := words[i+1 : min(len(words), i+4)]
	for k, w := range rest {
		if w == "to" && (k == 0 || toldWords.Has(rest[k-1])) {
			return false // they were told to wait
		}
	}
	switch w := words[i]; {
	case w == "heard" && len(rest) > 1:
		return rest[0] == "from" && rest[1] == "us"
	case tellWords.Has(w) && i > 1 && (words[i-1] == "were" || words[i-1] == "was"): // customers were informed
		return toldWords.Has(words[i-2])
	case tellWords.Has(w), w == "kept":
		return prose.AnyOf(rest, toldWords)
	}
	return false
}

// firstTold reports whether words tell of the first time that customers were told something.
func firstTold(words []string) bool {
	for i, w := range words {
		if firstWords.Has(w) && prose.AnyOf(words[i+1:min(len(words), i+4)], newsWords) || tellsAt(words, i) && w != "kept" {
			return true
		}
		if (w == "updated" || w == "posted") && prose.AnyOf(words[i+1:min(len(words), i+5)], statusWords) || w == "updated" && i > 2 && words[i-1] == "was" && words[i-3] == "status" {
			return true
		}
	}
	return false
}

// atFirst reports whether words tell of the first part of the time only: "initially", "for the first two hours".
func atFirst(words []string) bool {
	for i, w := range words {
		if w == "initially" || w == "first" && i+1 < len(words) && stretchWords.Has(words[i+1]) {
			return true
		}
	}
	return false
}

// toldUnmarked reports whether an entry before the first status update may tell of an earlier one that is not marked.
func (r *finder) toldUnmarked() bool {
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.StatusUpdate {
			return false
		}
		if prose.AnyOf(prose.Words(e.Text.Value), postedWords) {
			return true
		}
	}
	return false
}

var (
	countedFrom  = prose.SetOf("after of into from")
	newsWords    = prose.SetOf("update updates notice notices notification notifications message messages post posts announcement announcements communication news word")
	firstWords   = prose.SetOf("first initial earliest")
	tellWords    = prose.SetOf("tell told inform informed notify notified alert alerted telling informing notifying")
	toldWords    = prose.SetOf("you customers customer users everyone everybody merchants clients subscribers")
	statusWords  = prose.SetOf("status statuspage")
	ourWords     = prose.SetOf("we our us you")
	denyingWords = prose.SetOf("no not never nobody none didn wasn weren hadn")
	pauseWords   = prose.SetOf("between without gap silence pause pass passed quiet waited wait")
	passing      = prose.SetOf("passed went elapsed")
	promiseWords = prose.SetOf("promise promised commit committed try tried aimed wanted")
	stretchWords = prose.SetOf("hour hours few couple two three four six eight half day days morning minutes part")
	awareWords   = prose.SetOf("noticed noticing learning detecting discovering hearing learned learnt detected detection discovered discovery aware identified alert alerted knew reported")
	beginWords   = prose.SetOf("beginning begin begins start errors error failures failure outage incident problem problems issue issues impact disruption")
	postedWords  = prose.SetOf("statuspage status tweet tweeted informed notified posted emailed mailed announced")
	// intendedWords make a sentence one of what will be, or of a custom.
	intendedWords = prose.SetOf("will would should shall can could may might must plan plans aim aims goal target usually normally always typically future expect sla policy ll")
	// productWords are of updates that nobody reads.
	productWords = prose.SetOf("software firmware app apps version versions release released package packages security kernel windows database dns rollout install installed cache record records")
)
