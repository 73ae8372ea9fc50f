package rules

import (
	"regexp"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// logLines finds the lines of a log that stand in prose: a time to the second with a level or a process
// behind it, or a level in capitals at the start.
func logLines(text string) (out []source.Span) {
	if strings.IndexByte(text, ':') < 0 && strings.IndexByte(text, '=') < 0 {
		return nil
	}
	at := 0
	for line := range strings.Lines(text) {
		if mayLog(line) && logLine().MatchString(line) {
			out = append(out, source.Span{Start: at, End: at + len(line)})
		}
		at += len(line)
	}
	return out
}

// mayLog reports whether a line has what all lines of logs have: a time to the second, a level in
// capitals at its start, or "level=".
func mayLog(line string) bool {
	start := strings.TrimLeft(line, " \t[")
	if len(start) > 2 && start[0]-'A' < 26 && start[1]-'A' < 26 && start[2]-'A' < 26 || strings.Contains(line, "level=") {
		return true
	}
	digit := func(i int) bool { return i >= 0 && i < len(line) && line[i]-'0' < 10 }
	for i := 0; ; i++ {
		colon := strings.IndexByte(line[i:], ':')
		if colon < 0 {
			return false
		}
		if i += colon; i+3 < len(line) && line[i+3] == ':' && digit(i-2) && digit(i-1) && digit(i+1) && digit(i+2) && digit(i+4) && digit(i+5) {
			return true
		}
	}
}

var logLine = sync.OnceValue(func() *regexp.Regexp {
	const level = `\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b\]?`
	return regexp.MustCompile(`\d\d:\d\d:\d\d\S*\s.{0,40}` + level + `|\d\d:\d\d:\d\d\S*\s.{0,40}[\w-]\[\d+\]: |^\s*` + level + `:? .*[:=]|\blevel=\w+ `)
})
