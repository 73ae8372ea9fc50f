package lint_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// The script .ci/run holds what is kept to SARIF's published schema.
var keepDir = flag.String("keep", "", "keep the SARIF of TestContracts in this directory")

// TestContracts holds what every format writes to what its reader takes: for reports without
// findings, for ordinary ones and for hostile ones, with the toys and with the whole catalogue.
func TestContracts(t *testing.T) {
	var ordinary, evil []*source.File
	for i := range 4 {
		ordinary = append(ordinary, source.New(fmt.Sprintf("2019/%d.md", i), generated(uint64(i))))
	}
	for i, h := range hostile {
		text := fmt.Sprintf("---\ntitle: %[1]s\nstatus: final\nowner: %[1]s\nid: \"%[1]s\"\n---\n# %[1]s\n\nbad poor %[1]s bad\nso\nso\n\n## Timeline\n\n"+
			"- 10:00 %[1]s\n- 09:00 bad %[1]s\n- %[1]s 25:61 poor\n\n## Impact\n\n%[1]s 12 of 10 customers (80 %%)\n\n"+
			"## Corrective actions\n\n| Action | Owner | Due |\n|---|---|---|\n| %[1]s | %[1]s | 2019-02-30 |\n\n<!-- postmortem-ignore %[1]s -->\n<!-- postmortem-ignore all: %[1]s -->\n", h)
		evil = append(evil, source.New(fmt.Sprintf("%d %s.md", i, h), []byte(text)), source.New(fmt.Sprintf("%d.md", i), []byte(h)))
	}
	long := strings.Repeat("漢😀|'", 4000)
	wordy := lint.Rule{Name: "toy-long", Summary: long, Severity: lint.Warning, Since: "0.1.0", Check: func(p *lint.Pass) {
		p.Diagnose(lint.Diagnostic{Message: long, Hint: long, Related: []lint.Related{{Message: long}}})
	}}
	for _, c := range []struct {
		name  string
		rules []lint.Rule
		files []*source.File
	}{
		{"nothing", toys, []*source.File{source.New("a.md", []byte("fine\n"))}},
		{"no report", toys, nil},
		{"empty report", rules.All(), []*source.File{source.New("a.md", nil)}},
		{"long", []lint.Rule{wordy}, []*source.File{source.New("a.md", []byte("x")), source.New("b.md", []byte("x"))}},
		{"toys", toys, append(slices.Clone(evil), source.New("a b.md", []byte(wide)))},
		{"ordinary", rules.All(), ordinary},
		{"hostile", rules.All(), evil},
	} {
		for _, f := range lint.Formats {
			text := written(t, f.Name, c.rules, c.files...)
			if *keepDir != "" && f.Name == "sarif" {
				if err := os.WriteFile(filepath.Join(*keepDir, c.name+".sarif"), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			found := faults(t, f.Name, text)
			if n := len(found); n > 0 {
				t.Errorf("%s, %s: %d faults, such as\n%s", c.name, f.Name, n, strings.Join(found[:min(n, 5)], "\n"))
			}
		}
	}
}

// faults are what a format's reader would not take; of formats for people alone there are none.
func faults(t *testing.T, format, text string) (found []string) {
	t.Helper()
	switch format {
	case "json", "sarif", "gitlab", "rdjson":
		return jsonFaults(t, format, text)
	case "jsonl":
		for line := range strings.Lines(text) {
			found = append(found, jsonFaults(t, format, line)...)
		}
		return found
	case "junit", "checkstyle":
		return xmlFaults(grammars[format], text)
	case "github":
		return githubFaults(text)
	case "azure":
		return azureFaults(text)
	case "teamcity":
		return teamCityFaults(text)
	case "concise":
		return conciseFaults(t, text)
	}
	return nil
}

// TestContractsRefuse breaks good outputs one by one: the checks above see it.
func TestContractsRefuse(t *testing.T) {
	file := source.New("a.md", []byte(wide))
	for _, c := range []struct{ format, old, new string }{
		{"sarif", `"results":[`, `"results":null,"x":[`},
		{"sarif", `"level":"error","message"`, `"level":"fatal","message"`},
		{"sarif", `"startLine":3`, `"startLine":0`},
		{"sarif", `"endLine":3`, `"endLine":2`},
		{"sarif", `"uri":"a.md"`, `"uri":"a b.md"`},
		{"sarif", `"uri":"a.md"`, `"uri":"%ü.md"`},
		{"sarif", `"uriBaseId":"%SRCROOT%"`, `"uriBaseId":"ROOT"`},
		{"sarif", `"ruleIndex":0`, `"ruleIndex":1`},
		{"sarif", `"ruleIndex":0`, `"ruleIndex":99`},
		{"sarif", `"id":"word-poor"`, `"id":"word-bad"`},
		{"sarif", `"semanticVersion":"1.2.3"`, `"semanticVersion":"v1"`},
		{"sarif", `"primaryLocationLineHash"`, `"hash"`},
		{"sarif", `"text":"Here stands`, `"words":"Here stands`},
		{"sarif", `"text":"Here stands`, `"text":"[Here]](http://a.example) stands`},
		{"gitlab", `"path":"a.md"`, `"path":"./a.md"`},
		{"gitlab", `"path":"a.md"`, `"path":"/a.md"`},
		{"gitlab", `"severity":"major"`, `"severity":"error"`},
		{"gitlab", `"begin":8`, `"begin":10`},
		{"rdjson", `"severity":"ERROR"`, `"severity":"error"`},
		{"rdjson", `"column":6`, `"column":0`},
		{"rdjson", `"column":6`, `"column":60`},
		{"json", `"related":[]`, `"related":null`},
		{"json", `"byRule"`, `"rules"`},
		{"junit", `failures="6"`, `failures="7"`},
		{"junit", `tests="7"`, `tests="8"`},
		{"junit", `<testcase name="word-bad"`, `<testcase line="3" name="word-bad"`},
		{"junit", `<failure type="error"`, `<failure`},
		{"checkstyle", `severity="error"`, `severity="bad"`},
		{"checkstyle", `line="3"`, `line="0"`},
		{"checkstyle", `</checkstyle>`, `</checkstyle><checkstyle version="1"/>`},
		{"github", `::error title`, `::fatal title`},
		{"github", `,col=6`, ``},
		{"github", `file=a.md`, `file=a:b.md`},
		{"github", `%0Ahint`, `%hint`},
		{"github", "::here", "\n::here"},
		{"azure", `type=error`, `type=hint`},
		{"azure", `;]`, `]`},
		{"azure", `linenumber=3`, `linenumber=0`},
		{"teamcity", `inspectionType id='word-bad'`, `inspectionType id='word'`},
		{"teamcity", `message='`, `message=''`},
		{"teamcity", `message='`, `message='[`},
		{"concise", `: error: `, `: fatal: `},
	} {
		good := written(t, c.format, toys, file)
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Errorf("%s: no %s to break", c.format, c.old)
		}
		if n := len(faults(t, c.format, bad)); n == 0 {
			t.Errorf("%s with %s for %s is taken for good", c.format, c.new, c.old)
		}
	}
}
