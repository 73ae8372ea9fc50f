package lint

import (
	"bufio"
	"cmp"
	"io"
	"iter"
	"slices"
	"sync"
)

const home = "https://github.com/openpostmortem/postmortem"

// pageOf is the address of a rule's page.
func (r *Result) pageOf(rule string) string {
	at := "pkg/rules/" + rule + ".md"
	if i := slices.IndexFunc(r.Rules, func(o Rule) bool { return o.Name == rule }); i >= 0 {
		at = cmp.Or(r.Rules[i].About, at)
	}
	return home + "/blob/main/" + at
}

// Format writes a result for one kind of reader. Each is one file and one line in Formats. A format
// goes through the findings once and keeps none, unless its reader takes only a few.
type Format struct {
	Name    string
	Summary string
	Write   func(io.Writer, *Result) error
}

// Formats lists the output formats; the first is the default.
var Formats = []Format{
	{"text", "each finding with its line, for people", writeText},
	{"concise", "one line for each finding", writeConcise},
	{"json", "one object with all findings and the totals", writeJSON},
	{"jsonl", "one object on a line for each finding", writeJSONLines},
	{"sarif", "SARIF 2.1.0, for code scanning", writeSARIF},
	{"github", "annotations of GitHub Actions", writeGitHub},
	{"gitlab", "code quality report of GitLab", writeGitLab},
	{"junit", "JUnit XML", writeJUnit},
	{"checkstyle", "Checkstyle XML", writeCheckstyle},
	{"rdjson", "Reviewdog Diagnostic Format", writeRDJSON},
	{"azure", "logging commands of Azure Pipelines", writeAzure},
	{"teamcity", "service messages of TeamCity", writeTeamCity},
	{"markdown", "a table, for a pull request or a step's summary", writeMarkdown},
	{"statistics", "how often each rule was broken", writeStatistics},
}

// FormatNamed gives the format of a name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Output is a format and where it goes.
type Output struct {
	Format Format
	To     io.Writer
}

// Write gives a result to several outputs at once, in one run. All are written to their end, even
// if one fails; the first error is returned.
func (r *Result) Write(outputs ...Output) error {
	if len(outputs) == 1 {
		return outputs[0].write(r)
	}
	// The findings can be gone through once, so every format reads its own copy of the stream. The
	// channels are short: all formats are at nearly the same finding.
	streams := make([]chan Diagnostic, len(outputs))
	errs := make([]error, len(outputs))
	var wg sync.WaitGroup
	for i, o := range outputs {
		streams[i] = make(chan Diagnostic, 64)
		wg.Go(func() {
			own := *r
			own.Findings = received(streams[i])
			errs[i] = o.write(&own)
			for range streams[i] { // a format that failed must not hold up the others
			}
		})
	}
	for d := range r.Findings {
		for _, s := range streams {
			s <- d
		}
	}
	for _, s := range streams {
		close(s)
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func received(from <-chan Diagnostic) iter.Seq[Diagnostic] {
	return func(yield func(Diagnostic) bool) {
		for d := range from {
			if !yield(d) {
				return
			}
		}
	}
}

func (o Output) write(r *Result) error {
	w := bufio.NewWriterSize(o.To, 1<<16)
	if err := o.Format.Write(w, r); err != nil {
		return err
	}
	return w.Flush()
}
