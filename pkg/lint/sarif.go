package lint

import (
	"io"
	"regexp"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// SARIF 2.1.0 as code scanning on GitHub wants it: every rule with help, results with a fingerprint,
// no empty text where one is asked for, no more results than a run may have. Columns count UTF-16
// code units, which is what readers assume; that a carriage return alone ends a line, as in Markdown,
// they must be told. A rule has an id and no name, which would have to be another one. The run has an
// id only if somebody gave it a category: one of our own would keep whoever uploads it from giving it theirs.

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	sarifText   = 1024
	sarifRoot   = "%SRCROOT%" // what paths are relative to, by custom the root of the repository
)

// sarifMost is how many results of each severity are written. GitHub refuses a file with more than
// 25,000 and shows 5,000, the most severe; hints must not take the place of errors.
var sarifMost = [...]int{Hint: 5000, Warning: 8000, Error: 12000}

var semantic = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$`)
})

type sarifMessage struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifRule struct {
	ID       string         `json:"id"`
	Short    sarifMessage   `json:"shortDescription"`
	Full     sarifMessage   `json:"fullDescription"`
	Help     sarifMessage   `json:"help"`
	HelpURI  string         `json:"helpUri"`
	Default  map[string]any `json:"defaultConfiguration"`
	Property map[string]any `json:"properties"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifMessage      `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifMessage `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifFix struct {
	Description sarifMessage  `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion  `json:"deletedRegion"`
	Inserted sarifMessage `json:"insertedContent"`
}

func writeSARIF(w io.Writer, r *Result) error {
	j := jsonWriter{w: w}
	rules := make([]sarifRule, 0, len(r.Rules))
	index := map[string]int{}
	for i := range r.Rules {
		index[r.Rules[i].Name] = i
		rules = append(rules, r.sarifRule(&r.Rules[i]))
	}
	driver := map[string]any{"name": "postmortem", "informationUri": home, "rules": rules}
	if v := strings.TrimPrefix(r.Version, "v"); semantic().MatchString(v) {
		driver["semanticVersion"] = v
	}
	j.raw(`{"$schema":"` + sarifSchema + `","version":"2.1.0","runs":[{"tool":{"driver":`)
	j.value(driver)
	j.raw(`}`)
	if r.Category != "" {
		// What stands before the last slash is the category; behind it would be the run.
		j.raw(`,"automationDetails":`)
		j.value(map[string]string{"id": strings.TrimSuffix(r.Category, "/") + "/"})
	}
	j.raw(`,"columnKind":"utf16CodeUnits","newlineSequences":["\r\n","\n","\r"],` +
		`"originalUriBaseIds":{"` + sarifRoot + `":{"description":{"text":"The root of the repository."}}},"results":[`)
	var seen [Error + 1]int
	more := 0
	j.list(r, func(d *Diagnostic) any {
		if seen[d.Severity]++; seen[d.Severity] > sarifMost[d.Severity] {
			more++
			return nil
		}
		return r.sarifResult(d, index[d.Rule])
	})
	j.raw(`],"invocations":[`)
	invocation := map[string]any{"executionSuccessful": len(r.Totals.Failures) == 0}
	var notes []any
	for _, err := range r.Totals.Failures {
		notes = append(notes, map[string]any{"level": "error", "message": sarifMessage{Text: unlinked(err.Error())}})
	}
	if more > 0 {
		notes = append(notes, map[string]any{"level": "warning", "message": sarifMessage{Text: Count(more, "more finding") + " left out: a run holds no more"}})
	}
	if notes != nil {
		invocation["toolExecutionNotifications"] = notes
	}
	j.value(invocation)
	j.raw("]}]}\n")
	return j.err
}

func (r *Result) sarifRule(rule *Rule) sarifRule {
	page := ""
	if r.Page != nil {
		page, _ = r.Page(rule.Name)
	}
	help := sarifMessage{Text: sentence("reported when " + rule.Summary), Markdown: page}
	if why := r.why(rule.Name); why != "" {
		help.Text += " " + sentence(why)
	}
	subject, _, _ := strings.Cut(rule.Name, "-")
	s := sarifRule{ID: rule.Name, Short: sarifMessage{Text: clip(sentence(rule.Summary), sarifText)},
		Full: sarifMessage{Text: clip(help.Text, sarifText)}, Help: help, HelpURI: r.pageOf(rule.Name)}
	s.Default = map[string]any{"level": sarifLevel(rule.Severity)}
	s.Property = map[string]any{"tags": []string{"postmortem", subject}, "problem.severity": problemSeverity(rule.Severity), "precision": "high"}
	return s
}

func (r *Result) sarifResult(d *Diagnostic, index int) sarifResult {
	text := sentence(d.Message)
	if d.Hint != "" {
		text += " " + sentence(d.Hint)
	}
	s := sarifResult{RuleID: d.Rule, RuleIndex: index, Level: sarifLevel(d.Severity), Message: sarifMessage{Text: unlinked(text)},
		Locations:    []sarifLocation{r.sarifAt(d.File, d.Span)},
		Fingerprints: map[string]string{"primaryLocationLineHash": d.Fingerprint()}}
	for i, rel := range d.Related {
		at := r.sarifAt(rel.file(d), rel.Span)
		at.ID = i + 1
		if rel.Message != "" {
			at.Message = &sarifMessage{Text: unlinked(rel.Message)}
		}
		s.Related = append(s.Related, at)
	}
	if d.Fix != nil && len(d.Fix.Edits) > 0 {
		change := sarifChange{Artifact: r.sarifArtifact(d.File)}
		for _, e := range d.Fix.Edits {
			change.Replacements = append(change.Replacements, sarifReplacement{sarifRegionOf(d.File, e.Span), sarifMessage{Text: e.New}})
		}
		s.Fixes = []sarifFix{{sarifMessage{Text: unlinked(d.Fix.Title)}, []sarifChange{change}}}
	}
	return s
}

func (r *Result) sarifAt(f *source.File, at source.Span) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{r.sarifArtifact(f), sarifRegionOf(f, at)}}
}

func (r *Result) sarifArtifact(f *source.File) sarifArtifact {
	a := sarifArtifact{URI: uri(r.rooted(f.Path))}
	if !strings.HasPrefix(a.URI, "file:") {
		a.Base = sarifRoot
	}
	return a
}

func sarifRegionOf(f *source.File, at source.Span) sarifRegion {
	p := inUTF16(f, at)
	return sarifRegion{p.Line, p.Column, p.EndLine, p.EndColumn}
}

func sarifLevel(s Severity) string {
	if s == Hint {
		return "note"
	}
	return map[Severity]string{Off: "none", Warning: "warning", Error: "error"}[s]
}

func problemSeverity(s Severity) string {
	if s <= Hint {
		return "recommendation"
	}
	return s.String()
}

// sentence makes a sentence of a message; readers of SARIF cut texts at the first full stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	first := []rune(s)
	if strings.HasPrefix(s, "`") {
		return s + "."
	}
	return strings.ToUpper(string(first[0])) + string(first[1:]) + "."
}

// unlinked keeps a message that quotes a report from holding a link: SARIF has [text](target) in its
// plain texts, too.
func unlinked(s string) string { return strings.ReplaceAll(s, "](", "] (") }

// clip cuts a text to so many characters.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-3]) + "..."
}
