package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// What a program printed is one thing, whatever stands in it: the line of a log tells hosts, paths and
// addresses in any number. Of lines that follow each other the first is told.

// stackTrace is what programs print when they fail.
var stackTrace = recogniser{Trace, "a stack trace", []string{"traceback", "exception", "goroutine", "at ", "panic", "error", "file \"", "0x", "sig", "undefined method", "core dumped"},
	expression(`(?i:Traceback \(most recent call last\))|(?mi:^[ \t]*at [\w$.<>]+\([^)\n]*\))|(?i:\bat (?:[a-z]\w*\.){2,}[\w$<>]+\([^)\n]*\))|(?i:\bgoroutine \d+ \[)|\b(?i:panic: )|(?i:\b(?:[a-z]\w*\.){2,}\w+(?:exception|error)\b)|\b[A-Z]\w*(?:Exception|Error): |(?i:\bfile "[^"\n]+", line \d+)|\b0[xX][0-9a-fA-F]{6,16}\b|\bSIG(?:SEGV|ABRT|KILL|BUS|ILL|TERM)\b|(?i:\bundefined method .{1,60} for )|(?i:\bcore dumped\b)`), nil, false}

// printed is what printedLines find.
var printed = recogniser{class: Trace, why: "what a program printed"}

// printedLines finds the lines of logs, of requests and of terminals, from where a program's own words begin.
func printedLines(text []byte) []match {
	var out []match
	at, above := 0, false
	for line := range bytes.Lines(text) {
		m, ok := printedPart(line)
		if ok && !above {
			out = append(out, match{at + m[0], at + m[1]})
		}
		at, above = at+len(line), ok
	}
	return out
}

// printedPart gives the part of a line that a program printed.
func printedPart(line []byte) (m []int, ok bool) {
	var form func() *sieve.Regexp
	switch {
	case clock().Match(line):
		form = loggedLine
	case bytes.Contains(line, []byte(`evel`)): // level=, "level":
		form = levelled
	case bytes.Contains(line, []byte(" /")) || bytes.Contains(line, []byte(" HTTP/")):
		form = request
	case bytes.IndexByte(line, '@') >= 0 || bytes.Contains(line, []byte("=")):
		form = prompt
	default:
		return nil, false
	}
	if m = form().FindIndex(line); m == nil {
		return nil, false
	}
	for _, end := range []string{"</", `\n`} { // where a format ends the line
		if k := bytes.Index(line[m[0]:m[1]], []byte(end)); k > 0 {
			m[1] = m[0] + k
		}
	}
	return m, true
}

const (
	dayOfLog = `(?:\d{4}[-/]\d\d[-/]\d\d[T ,]{1,2}|\d{2}/[A-Z][a-z]{2}/\d{4}:)`
	severity = `(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|CRIT(?:ICAL)?|FATAL|SEVERE)`
)

var (
	clock = expression(`\d\d:\d\d:\d\d`)
	// loggedLine has an instant to the second and, behind it, a severity or, as syslog writes it, the name of a
	// program. What stands between them has a sign that words have not.
	loggedLine = expression(dayOfLog + `?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?[\])]?[\s|:,-]{1,4}(?:(?:[\[(][^\])\n]{1,60}[\])]|[\w-]*[./\d:=#][\w./:=#-]*)[\s|:-]{1,3}){0,3}(?:` + severity + `\b|\[(?i:` + severity + `)\])[^\n\x60]*` +
		`|\b[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S+ [\w./-]+(?:\[\d+\])?: [^\n\x60]*` +
		`|\[?\b[TDIWEFC] ?(?:\d{4}-\d\d-\d\d|\d{4}) \d\d:\d\d:\d\d\.\d+ [^\n\x60]*` +
		`|\[` + dayOfLog + `\d\d:\d\d:\d\d [+-]\d{4}\] "?[^\n\x60]*` +
		`|\{[^\n\x60]*\d\d:\d\d:\d\d[^\n\x60]*"(?:level|lvl|severity)": ?"(?i:` + severity + `)"[^\n\x60]*`)
	levelled = expression(`(?:\b(?:level|lvl)=|[{,] ?"(?:level|lvl|severity)": ?")(?i:` + severity + `)\b[^\n\x60]*`)
	request  = expression(`"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S+ HTTP/[\d.]+"[^\n\x60]*|\b[1-5]\d\d (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /[^\n\x60]*`)
	// prompt is what a shell or a database shows before a command, if it names the machine or the database.
	prompt = expression(`(?:^|[\s>\x60])\[?[a-z_][\w.-]{0,31}@[A-Za-z0-9][\w.-]*\]?[: ]{1,2}[~/][^\s\x60\]]*\]?[#$%>](?:[ \x60]|$)[^\n\x60]*|(?:^|[\s>\x60])[a-z]\w*=[#>] [^\n\x60]*`)
)

// outputs takes what an edition sets in code and a program printed, where nothing but being code tells it from
// a text: "pq: invalid input", the head of a table.
func (c *termCollector) outputs(e *edition.Edition) {
	if e == nil || e.Report == nil || e.Report.Doc == nil {
		return
	}
	tree := e.Report.Tree()
	for i := range report.Inlines(tree) {
		if i.Kind == report.CodeInline {
			c.output(i.Text)
		}
	}
	var walk func([]*report.Block)
	walk = func(blocks []*report.Block) {
		for _, b := range blocks {
			c.output(b.Code)
			walk(b.Children)
		}
	}
	walk(tree)
}

func (c *termCollector) output(code string) {
	lines := strings.Split(code, "\n")
	for i, line := range lines {
		if messageOfProgram(line) || tableHead().MatchString(line) || i+1 < len(lines) && tableRuler().MatchString(lines[i+1]) {
			line = strings.Join(strings.Fields(line), " ")
			c.addTerm(term{class: Trace, text: strings.ToValidUTF8(line[:min(len(line), 100)], ""), why: "it looks like what a program printed", capitals: tableHead().MatchString(line)})
			return
		}
	}
}

// messageOfProgram reports whether a line is a program's name, a colon and what it says.
func messageOfProgram(line string) bool {
	m := saidByProgram().FindStringSubmatch(line)
	if m == nil || wordlist.English(m[1]) && !program()[m[1]] {
		return false
	}
	english := 0
	for _, w := range wordsIn([]byte(m[2])) {
		if wordlist.English(w.low) {
			english++
		}
	}
	return english >= 3
}

var (
	saidByProgram = expression(`^\s*([a-z][a-z0-9_-]{1,30}(?:\.[a-z]{2,4})?)(?:\[\d+\]|\(\w+\))?: (\S.*)$`)
	program       = words("tar find make cat touch mount cut sort kill head tail install join split tee date host su at less more time patch link test read wait")
	tableHead     = expression(`^\s*[A-Z][A-Z-]{2,}(?:(?: {2,}|\t+ *)[A-Z][A-Z()%-]+(?: [A-Z-]+)?){2,}\s*$`)
	tableRuler    = expression(`^\s*\+?-{2,}(?:\+-{2,})+\+?\s*$`)
)

// printedFirst puts what a program printed before what stands in it.
func printedFirst(forms []recognised) []recognised {
	slices.SortStableFunc(forms, func(a, b recognised) int {
		switch {
		case (a.by == &printed) == (b.by == &printed):
			return 0
		case a.by == &printed:
			return -1
		}
		return 1
	})
	return forms
}
