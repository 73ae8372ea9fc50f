package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicCauseUnsupported = lint.Rule{
	Name:     "public-cause-unsupported",
	Summary:  "customers are told of a kind of cause of which the rest of the report does not speak",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		told := forCustomers.Of(p).inTold
		var known map[string]bool
		for h := range saidToCustomers(p, causePhrases) {
			if !told[h.passage] || len(p.Report.Timeline.Events) == 0 || noCause()[lastWord(strings.ToLower(strings.TrimRight(h.before(), " \n")))] {
				continue
			}
			kind, word := causeNamed(h)
			if kind == nil {
				continue
			}
			if known == nil {
				known = map[string]bool{}
				for w := range eachWord(outside.Of(p)) {
					for part := range strings.SplitSeq(w.low, "-") {
						known[part] = true
					}
				}
			}
			if kind.anyOf(known) {
				continue
			}
			p.Diagnose(lint.Diagnostic{
				Span:    h.passage.Span(word.start, word.end),
				Message: fmt.Sprintf("customers are told of %s as the cause, and nothing else in this report speaks of that", kind.name),
				Hint:    "correct it, or say under the causes what is known of it",
			})
		}
	},
}

var causePhrases = &phrases{patterns: []string{"caused by", "triggered by", "due to", "because of", "result of", "cause was", "cause is"}}

// causeKind is a kind of cause that no report tells of without one of its words: a power failure is none of software.
type causeKind struct {
	name  string
	tells []string // in what customers read
	words string   // in the rest of the report, those of tells apart
}

var causeKinds = []causeKind{
	{"a loss of power", []string{"power", "electricity"}, "ups generator voltage brownout blackout psu pdu feed breaker energy electrical"},
	{"an attack", []string{"attack", "attackers", "denial-of-service", "ddos", "hackers"}, "attacker attacks flood bot bots botnet malicious abuse exploit exploited scraping scraper intruder phishing stolen dos denial hack hacked hacker hostile"},
	{"a fire or a flood", []string{"fire", "flood", "flooding", "lightning", "storm", "weather"}, "smoke water sprinkler rain wind hurricane typhoon snow earthquake leak burned burnt"},
	{"heat", []string{"cooling", "overheating", "overheated"}, "heat temperature hvac chiller chillers hot thermal air-conditioning conditioning fan fans"},
	{"a cut cable", []string{"fibre", "fiber", "cable", "cables"}, "cut cuts link links backbone dark wave transit excavator carrier"},
	{"an expired certificate", []string{"certificate", "certificates"}, "cert certs tls ssl x509 acme letsencrypt pki"},
	{"a failure of hardware", []string{"hardware"}, "disk disks drive drives controller switch router nic psu memory ram dimm cpu ssd nvme raid server servers host hosts node nodes rack card cards board machine machines chassis appliance"},
}

// causeNamed is the kind of cause that the words behind a phrase name, and the word that does.
func causeNamed(h hit) (*causeKind, word) {
	clause := sentenceAt(h.passage.Text, h.end)
	if n := strings.IndexAny(clause, ",;:("); n >= 0 {
		clause = clause[:n]
	}
	words := wordsOf(clause)
	for k, w := range words[:min(len(words), 6)] {
		if noCause()[w.low] || w.low == "that" || w.low == "which" {
			break
		}
		for i := range causeKinds {
			for _, tells := range causeKinds[i].tells {
				if w.low == tells && clause[w.start] >= 'a' && (tells != "power" || powerLost(words[k:])) {
					return &causeKinds[i], word{w.low, h.end + w.start, h.end + w.end}
				}
			}
		}
	}
	return nil, word{}
}

// powerLost tells the power of a data centre from that of a computer.
func powerLost(words []word) bool {
	if len(words) < 2 {
		return true
	}
	switch words[1].low {
	case "failure", "failures", "outage", "cut", "loss", "supply", "at", "in":
		return true
	}
	return false
}

// anyOf reports whether one of the words of a kind is among some.
func (k *causeKind) anyOf(known map[string]bool) bool {
	for _, w := range k.tells {
		if first, _, _ := strings.Cut(w, "-"); known[first] {
			return true
		}
	}
	for w := range strings.FieldsSeq(k.words) {
		if known[w] {
			return true
		}
	}
	return false
}

// noCause are words of what was not the cause.
var noCause = lazySet("not no never neither nor without than rather instead")
