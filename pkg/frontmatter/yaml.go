package frontmatter

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

var yamlLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`) })

// YAMLProblem says in plain words what the YAML library found wrong with a text, what to write, and
// on which line, counted from 1. The library leaves out the line where it is the first, and is one
// short where it knows what is missing and not what is wrong.
func YAMLProblem(err error, text []byte) (line int, message, hint string) {
	m := yamlLine().FindStringSubmatch(err.Error())
	line, _ = strconv.Atoi(m[1])
	line = max(line, 1)
	message = strings.TrimPrefix(err.Error(), m[0])
	written := ""
	if lines := bytes.Split(text, []byte("\n")); line <= len(lines) {
		written = string(lines[line-1])
	}
	switch {
	case strings.HasPrefix(message, "mapping values are not allowed"):
		key, value, _ := strings.Cut(strings.TrimSpace(written), ":")
		value = strings.TrimSpace(value)
		if !strings.Contains(value, ": ") && !strings.HasSuffix(value, ":") {
			return line, "this line is indented below a key that has a value already", "let every key begin in the first column"
		}
		return line, "the value of " + key + " holds a colon", "a value with a colon must be quoted: " + key + ": " + quoted(value)
	case strings.HasPrefix(message, "found a tab"), strings.HasPrefix(strings.TrimLeft(written, " "), "\t"):
		return line, "this line is indented with a tab", "indent with blanks"
	case strings.HasPrefix(message, "found character that cannot start any token"):
		return line, "a value begins with a character that has a meaning of its own here", "put the value in quotes"
	case strings.HasPrefix(message, "could not find expected ':'"):
		return line, "there is no colon behind the key", "write `key: value`"
	case strings.HasPrefix(message, "found unexpected end of stream"):
		return line, "a quotation mark is never closed", "close it on its line"
	case strings.HasPrefix(message, "did not find expected ',' or"):
		lines := strings.Split(string(text), "\n")
		for line = min(line+1, len(lines)); line > 1 && !strings.ContainsAny(lines[line-1], "[{"); line-- {
		}
		return line, "a bracket that opens here is not closed", "close it, or put the value in quotes"
	case strings.HasPrefix(message, "did not find expected key"):
		return line + 1, "this line does not continue what stands above it", "indent keys of one mapping alike, and quote a value as a whole or not at all"
	}
	return line, message, ""
}

func quoted(value string) string {
	if strings.Contains(value, `"`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return `"` + strings.ReplaceAll(value, `\`, `\\`) + `"`
}
