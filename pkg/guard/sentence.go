package guard

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// copies knows runs of words of withheld prose, so that a sentence which is copied into a public part
// is found, also when it was cut short or changed here and there. Fewer words than a run has are
// chance: "customers were not able to log in".
type copies struct {
	seed maphash.Seed
	runs map[uint64]source.Span // by the hash of the words: where the report has them
}

const (
	wordsOfRun = 8
	// wordsOfDelicate are enough of a sentence about what is never told.
	wordsOfDelicate = 4
	// mostRuns bounds what is kept of one report.
	mostRuns = 100000
)

// newCopies reads withheld text and what stands beside public text. A title may be told if it is the only one; what
// customers read as a title of their own may repeat it, unless that is delicate.
func newCopies(withheld []*reading, beside []string, title, theirs report.Field[string]) *copies {
	c := &copies{seed: maphash.MakeSeed(), runs: map[uint64]source.Span{}}
	repeated := map[uint64]bool{}
	c.each([]byte("title: "+theirs.Value), func(run uint64, _, _ int, delicate bool) {
		if !delicate {
			repeated[run] = true
		}
	})
	retold := func(run uint64, at source.Span) bool {
		return title.Span.Overlaps(at) && (!theirs.Written() || repeated[run])
	}
	read := func(v *reading, placed bool) {
		c.each(v.text, func(run uint64, start, end int, _ bool) {
			var at source.Span
			if placed {
				at = source.Span{Start: int(v.at[start]), End: int(v.at[end])}
			}
			if _, ok := c.runs[run]; !ok && len(c.runs) < mostRuns && !(placed && retold(run, at)) {
				c.runs[run] = at
			}
		})
	}
	for _, v := range slices.Backward(withheld) {
		read(v, true)
	}
	for _, s := range beside {
		read(plainForm(written([]byte(s))), false)
	}
	return c
}

// find gives the longest stretches of a text that are copied, and where from.
func (c *copies) find(text []byte, found func(start, end int, at source.Span)) {
	var m match
	var from source.Span
	c.each(text, func(run uint64, start, end int, _ bool) {
		at, ok := c.runs[run]
		switch {
		case !ok:
		case m.end > start:
			m.end = end
		default:
			if m.end > 0 {
				found(m.start, m.end, from)
			}
			m, from = match{start, end}, at
		}
	})
	if m.end > 0 {
		found(m.start, m.end, from)
	}
}

// each calls f with every run of words within a sentence, and with every shorter one that is delicate. Numbers are no
// words here: the times and figures of an entry are the same wherever they stand.
func (c *copies) each(text []byte, f func(run uint64, start, end int, delicate bool)) {
	var h maphash.Hash
	h.SetSeed(c.seed)
	var words []match
	for i := 0; i < len(text); {
		if keyByte(text[i]) == 0 {
			if endOfSentence(text, i) {
				words = words[:0]
			}
			i++
			continue
		}
		if n := addressLength(text[i:]); n > 0 { // no words of a sentence: who links to a page uses no other
			i += n
			continue
		}
		w := match{start: i}
		for i < len(text) && (keyByte(text[i]) != 0 || text[i] == '\'') {
			i++
		}
		w.end = i
		if plainNumber(w.in(text)) {
			continue
		}
		words = append(words, w)
		run := func(n int, delicate bool) {
			last := words[len(words)-n:]
			h.Reset()
			for _, w := range last {
				for _, b := range text[w.start:w.end] {
					h.WriteByte(keyByte(b))
				}
				h.WriteByte(' ')
			}
			f(h.Sum64(), last[0].start, w.end, delicate)
		}
		if len(words) >= wordsOfRun {
			run(wordsOfRun, false)
		}
		if len(words) >= wordsOfDelicate && delicate(text, words[len(words)-wordsOfDelicate:]) {
			run(wordsOfDelicate, true)
		}
	}
}

// delicate reports whether a few words tell of a weakness, of the law, or of who is to blame, and are more than the
// words around one such word.
func delicate(text []byte, run []match) bool {
	about, more := false, 0
	for _, w := range run {
		low := strings.ToLower(w.in(text))
		about = about || delicateWord()[low]
		if !linking()[low] {
			more++
		}
	}
	return about && more > 1
}

var (
	// delicateWord are words of weaknesses, of lawyers and of personnel.
	delicateWord = words("anonymous attacker backdoor bypass bypassed bypasses clickjacking coded csrf cve cwe deserialization deserialisation escalation exploit exploitable exploited exploits ghsa hardcoded idor injection insecure jwt log4j malware modsecurity owasp payload pentest phishing plaintext ransomware rce replay sqli ssrf traversal unauthenticated unauthorised unauthorized unencrypted unpatched unverified vulnerable vulnerability vulnerabilities waf xss xxe" +
		" asleep attorney auditor auditors blame blamed breach clause confidential contractor counsel court disciplinary dismissal dismissed employment fired gdpr hr insurer insurers insurance intoxicated lawsuit lawyer lawyers legal liability liable litigation misconduct nda negligence negligent overruled penalty privileged regulator regulators reprimand resigned sacked salary settlement sue sued suing union" +
		" arr bookings churn discount discounts margin mrr renewal revenue valuation")
	// linking are words that any sentence has.
	linking = words("a an the this that these those it its he his she her we our us you your they their them i my and or but nor if so as at by for from in into of off on onto out over to under up with without is are was were be been being am has have had do does did not no all any some there here then than when where which who whom whose will would can could may might must shall should because after before during until while also only just very more most still")
)

// addressLength is the length of the web address that a text begins with, or 0.
func addressLength(text []byte) int {
	if !bytes.HasPrefix(text, []byte("http")) || !bytes.Contains(text[:min(len(text), 8)], []byte("://")) {
		return 0
	}
	n := bytes.IndexAny(text, " \t\r\n<>\"|")
	if n < 0 {
		n = len(text)
	}
	return len(bytes.TrimRight(text[:n], ".,;:!?)]*_"))
}

// endOfSentence reports whether a sentence, a cell or a block ends at an offset.
func endOfSentence(text []byte, i int) bool {
	switch text[i] {
	case '.', '!', '?', ';':
		return i+1 == len(text) || strings.IndexByte(" \t\r\n", text[i+1]) >= 0
	case '|':
		return true
	case '\n':
		next := bytes.TrimLeft(text[i+1:min(len(text), i+8)], " \t")
		return len(next) == 0 || strings.IndexByte("\r\n#>-*+|0123456789", next[0]) >= 0
	}
	return false
}
