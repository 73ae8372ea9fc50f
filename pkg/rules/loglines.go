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
	at := 0
	for line := range strings.Lines(text) {
		if logLine().MatchString(line) {
			out = append(out, source.Span{Start: at, End: at + len(line)})
		}
		at += len(line)
	}
	return out
}

var logLine = sync.OnceValue(func() *regexp.Regexp {
	const level = `\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b\]?`
	return regexp.MustCompile(`\d\d:\d\d:\d\d\S*\s.{0,40}` + level + `|\d\d:\d\d:\d\d\S*\s.{0,40}[\w-]\[\d+\]: |^\s*` + level + `:? .*[:=]|\blevel=\w+ `)
})
