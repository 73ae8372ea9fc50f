package lint

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
)

// writeJUnit makes a test suite of each report with findings and a test case of each finding. A
// hint is a case that passes and has something to say; errors and warnings are failures. Jenkins holds
// the file to a schema in which a case has no line, so that is in the text; GitLab shows of the cases
// with one name the first, so the others of a rule are numbered.
func writeJUnit(w io.Writer, r *Result) error {
	if _, err := io.WriteString(w, xml.Header+"<testsuites name=\"postmortem\">\n"); err != nil {
		return err
	}
	suite := junitSuite{}
	for d := range r.Findings {
		if d.File.Path != suite.path {
			if err := suite.flush(w); err != nil {
				return err
			}
			suite = junitSuite{path: d.File.Path, alike: map[string]int{}}
		}
		suite.add(&d)
	}
	if err := suite.flush(w); err != nil {
		return err
	}
	if r.Totals.AtLeast(Hint) == 0 {
		// Some readers take a file without a case for a broken run.
		if _, err := fmt.Fprintf(w, "  <testsuite name=\"postmortem\" tests=\"1\" failures=\"0\" errors=\"0\">\n    <testcase name=%s classname=\"postmortem\"/>\n  </testsuite>\n", attr(r.work())); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "</testsuites>\n")
	return err
}

// junitSuite gathers one report, because a suite begins with the number of its cases.
type junitSuite struct {
	path            string
	cases, failures int
	alike           map[string]int // cases of each rule
	body            bytes.Buffer
}

func (s *junitSuite) add(d *Diagnostic) {
	at := inRunes(d.File, d.Span)
	s.cases++
	s.alike[d.Rule]++
	name := d.Rule
	if n := s.alike[d.Rule]; n > 1 {
		name = fmt.Sprintf("%s (%d)", name, n)
	}
	fmt.Fprintf(&s.body, "    <testcase name=%s classname=%s>\n", attr(name), attr(d.File.Path))
	text := fmt.Sprintf("%s:%d:%d: %s", d.File.Path, at.Line, at.Column, d.Message)
	if d.Hint != "" {
		text += " (hint: " + d.Hint + ")"
	}
	if d.Severity == Hint {
		fmt.Fprintf(&s.body, "      <system-out>%s</system-out>\n", xmlText(text))
	} else {
		s.failures++
		fmt.Fprintf(&s.body, "      <failure type=\"%s\" message=%s>%s</failure>\n", d.Severity, attr(d.Message), xmlText(text))
	}
	s.body.WriteString("    </testcase>\n")
}

func (s *junitSuite) flush(w io.Writer) error {
	if s.cases == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "  <testsuite name=%s file=%s tests=\"%d\" failures=\"%d\" errors=\"0\">\n%s  </testsuite>\n", attr(s.path), attr(s.path), s.cases, s.failures, s.body.Bytes())
	return err
}

func xmlText(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(startable(s))) // a Buffer does not fail
	return b.String()
}
