package lint_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// element is what an XML element may hold: attributes by the pattern of their values, those in Must
// always, and elements. A text is allowed only where it is said.
type element struct {
	Attrs    map[string]string
	Must     []string
	Children []string
	Text     bool
}

const (
	anyText = `(?s)^.+$`
	number  = `^[0-9]+$`
	counted = `^[1-9][0-9]*$`
)

var grammars = map[string]map[string]element{
	"junit": {
		"":           {Children: []string{"testsuites"}},
		"testsuites": {Attrs: map[string]string{"name": anyText}, Children: []string{"testsuite"}},
		"testsuite": {Attrs: map[string]string{"name": anyText, "file": anyText, "tests": counted, "failures": number, "errors": number},
			Must: []string{"name", "tests", "failures", "errors"}, Children: []string{"testcase"}},
		"testcase": {Attrs: map[string]string{"name": anyText, "classname": anyText},
			Must: []string{"name", "classname"}, Children: []string{"failure", "error", "skipped", "system-out", "system-err"}},
		"failure":    {Attrs: map[string]string{"type": anyText, "message": anyText}, Must: []string{"type"}, Text: true},
		"system-out": {Text: true},
	},
	"checkstyle": {
		"":           {Children: []string{"checkstyle"}},
		"checkstyle": {Attrs: map[string]string{"version": `^[0-9.]+$`}, Must: []string{"version"}, Children: []string{"file"}},
		"file":       {Attrs: map[string]string{"name": anyText}, Must: []string{"name"}, Children: []string{"error"}},
		"error": {Attrs: map[string]string{"line": counted, "column": counted, "severity": `^(ignore|info|warning|error)$`, "message": anyText, "source": `^postmortem\.[a-z0-9-]+$`},
			Must: []string{"line", "severity", "message", "source"}},
	},
}

// xmlFaults holds a document to a grammar, and the numbers of a test suite to its cases.
func xmlFaults(grammar map[string]element, text string) (found []string) {
	fault := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	d := xml.NewDecoder(strings.NewReader(text))
	open := []string{""}
	roots, said, counts := 0, map[string]string{}, map[string]int{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			return append(found, err.Error())
		}
		in := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if in == "" {
				roots++
			}
			if !slices.Contains(grammar[in].Children, name) {
				fault("<%s> in <%s>", name, in)
			}
			open = append(open, name)
			counts[name]++
			has := map[string]string{}
			for _, a := range token.Attr {
				pattern, ok := grammar[name].Attrs[a.Name.Local]
				if _, twice := has[a.Name.Local]; twice || !ok || !regexp.MustCompile(pattern).MatchString(a.Value) {
					fault("<%s %s=%q>", name, a.Name.Local, a.Value)
				}
				has[a.Name.Local] = a.Value
			}
			for _, must := range grammar[name].Must {
				if _, ok := has[must]; !ok {
					fault("<%s> without %s", name, must)
				}
			}
			if name == "testsuite" {
				said = has
				clear(counts)
			}
		case xml.EndElement:
			if open = open[:len(open)-1]; token.Name.Local == "testsuite" {
				if said["tests"] != strconv.Itoa(counts["testcase"]) || said["failures"] != strconv.Itoa(counts["failure"]) {
					fault("a suite says %v and has %v", said, counts)
				}
			}
		case xml.CharData:
			if !grammar[in].Text && strings.TrimSpace(string(token)) != "" {
				fault("a text in <%s>: %s", in, token)
			}
		}
	}
	if roots != 1 {
		fault("%d roots", roots)
	}
	return found
}

var (
	githubLine    = regexp.MustCompile(`^::(error|warning|notice) ((?:[a-zA-Z]+=[^:,]*,)*[a-zA-Z]+=[^:,]*)::(.+)\n$`)
	azureLine     = regexp.MustCompile(`^##vso\[task\.logissue ((?:[a-z]+=[^;\]]*;)+)\](.+)\n$`)
	teamCityLine  = regexp.MustCompile(`^##teamcity\[(\w+)((?: \w+='(?:[^'|\[\]\n\r]|\|['|\[\]nrx]|\|0x[0-9A-F]{4})*')+)\]\n$`)
	teamCityValue = regexp.MustCompile(` (\w+)='((?:[^'|]|\|.)*)'`)
	escaped       = regexp.MustCompile(`%(25|0D|0A|3A|2C|3B|5D|AZP25)`)
)

func githubFaults(text string) (found []string) {
	kinds := map[string]int{}
	for line := range strings.Lines(text) {
		m := githubLine.FindStringSubmatch(line)
		if m == nil {
			found = append(found, "not a command: "+line)
			continue
		}
		kinds[m[1]]++
		v := properties(m[2], ",")
		first, last := numbered(v["line"]), numbered(v["endLine"])
		_, hasColumns := v["col"]
		switch {
		case v["file"] == "" || v["title"] == "" || first < 1 || last < first:
			found = append(found, line)
		case hasColumns != (first == last) || hasColumns && (numbered(v["col"]) < 1 || numbered(v["endColumn"]) < numbered(v["col"])):
			found = append(found, "columns: "+line)
		case strings.Contains(escaped.ReplaceAllString(m[0], ""), "%"):
			found = append(found, "a percent sign that is not escaped: "+line)
		}
	}
	for kind, n := range kinds {
		if n > 10 {
			found = append(found, fmt.Sprintf("%d of %s", n, kind))
		}
	}
	return found
}

func azureFaults(text string) (found []string) {
	for line := range strings.Lines(text) {
		m := azureLine.FindStringSubmatch(line)
		if m == nil {
			found = append(found, "not a command: "+line)
			continue
		}
		v := properties(strings.TrimSuffix(m[1], ";"), ";")
		if v["type"] != "error" && v["type"] != "warning" || v["sourcepath"] == "" || v["code"] == "" || numbered(v["linenumber"]) < 1 || numbered(v["columnnumber"]) < 1 ||
			strings.Contains(escaped.ReplaceAllString(m[0], ""), "%") {
			found = append(found, line)
		}
	}
	return found
}

// teamCityMost is how many characters TeamCity takes of a value.
var teamCityMost = map[string]map[string]int{
	"inspectionType": {"id": 255, "name": 255, "category": 255, "description": 4000},
	"inspection":     {"typeId": 255, "message": 4000, "file": 4000, "line": 9, "SEVERITY": 12},
}

func teamCityFaults(text string) (found []string) {
	types := map[string]bool{}
	unescape := regexp.MustCompile(`\|0x[0-9A-F]{4}|\|.`)
	for line := range strings.Lines(text) {
		m := teamCityLine.FindStringSubmatch(line)
		if m == nil || teamCityMost[m[1]] == nil {
			found = append(found, "not a message: "+line)
			continue
		}
		v := map[string]string{}
		for _, pair := range teamCityValue.FindAllStringSubmatch(m[2], -1) {
			v[pair[1]] = pair[2]
		}
		for name, most := range teamCityMost[m[1]] {
			if n := utf8.RuneCountInString(unescape.ReplaceAllString(v[name], "x")); n < 1 || n > most {
				found = append(found, fmt.Sprintf("%s of %s has %d characters", name, m[1], n))
			}
		}
		if m[1] == "inspectionType" {
			if types[v["id"]] {
				found = append(found, "told twice: "+line)
			}
			types[v["id"]] = true
		} else if !types[v["typeId"]] || numbered(v["line"]) < 1 || !slices.Contains([]string{"INFO", "ERROR", "WARNING", "WEAK WARNING"}, v["SEVERITY"]) {
			found = append(found, line)
		}
	}
	return found
}

// conciseFaults are the lines that the problem matcher of the repository does not understand.
func conciseFaults(t *testing.T, text string) (found []string) {
	t.Helper()
	var matcher struct {
		ProblemMatcher []struct{ Pattern []struct{ Regexp string } }
	}
	matchers, err := os.ReadFile(filepath.Join("..", "..", "problem-matcher.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(matchers, &matcher); err != nil {
		t.Fatal(err)
	}
	pattern := regexp.MustCompile(matcher.ProblemMatcher[0].Pattern[0].Regexp)
	for line := range strings.Lines(text) {
		m := pattern.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil || numbered(m[2]) < 1 || numbered(m[3]) < 1 {
			found = append(found, line)
		}
	}
	return found
}

func properties(text, between string) map[string]string {
	v := map[string]string{}
	for pair := range strings.SplitSeq(text, between) {
		name, value, _ := strings.Cut(pair, "=")
		v[name] = value
	}
	return v
}

// numbered is a number from 1, or 0.
func numbered(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
