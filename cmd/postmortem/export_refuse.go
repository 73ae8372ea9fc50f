package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// refusal tells the author what must not be released: each place in the report that says it, or what
// else the text came from.
type refusal struct {
	report  *report.Report
	config  *config.Config
	guard   *guard.Guard
	sources []spoken
}

// spoken is a text that comes into an edition from outside the report.
type spoken struct {
	text  string // with what it is said of, such as the term that it explains
	value string
	file  *source.File // where it is written; a flag stands for a file that holds its value
	line  int          // in file, from 1
	hint  string
}

// refused is one finding, and the hash to allow it by; empty for what holds a secret.
type refused struct {
	lint.Diagnostic
	class guard.Class
	hash  string
}

// refuse tells what must not be released and how to go on, and ends the command.
func (x *releaser) refuse(talk io.Writer, e *examined) error {
	all := x.refused(e)
	if err := x.teller.tell(append(diagnostics(all), x.teller.hints(e)...), 1, nil); err != nil {
		return err
	}
	e.sayUnlisted(talk, x.teller)
	if x.Check != "" {
		fmt.Fprintf(talk, "%s was not compared\n", lint.Visible(x.Check))
		return errFindings
	}
	fmt.Fprintln(talk, "nothing was written")
	sayHowToAllow(talk, x.config, all)
	return errFindings
}

// refused are the findings of what was examined.
func (x *releaser) refused(e *examined) []refused {
	all := (&refusal{e.report, x.config, e.guard, x.spoken(x.config)}).findings(e.found)
	for _, d := range e.doubts {
		all = append(all, refused{Diagnostic: lint.Diagnostic{Rule: guardRule.Name, Severity: lint.Error, File: e.report.File, Span: d.Span, Message: d.Reason, Hint: d.Advice}})
	}
	inOrder(all, e.report.File)
	return all
}

// inOrder sorts findings by their places, those in the report before others.
func inOrder(all []refused, report *source.File) {
	elsewhere := func(f refused) bool { return f.File.Path != report.Path }
	slices.SortStableFunc(all, func(a, b refused) int {
		return cmp.Or(boolOrder(elsewhere(a), elsewhere(b)), strings.Compare(a.File.Path, b.File.Path), a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
}

func diagnostics(all []refused) (out []lint.Diagnostic) {
	for _, f := range all {
		out = append(out, f.Diagnostic)
	}
	return out
}

// findings are in the order of their places, each place once.
func (x *refusal) findings(found []leak) []refused {
	var all []refused
	for _, l := range found {
		if len(l.Places) == 0 {
			all = append(all, x.elsewhere(l))
			continue
		}
		for _, p := range l.Places {
			all = append(all, x.finding(l, p, x.report.File))
		}
	}
	inOrder(all, x.report.File)
	var once []refused
	for _, f := range all {
		if slices.ContainsFunc(once, f.within) {
			continue
		}
		once = append(once, f)
	}
	mask(once)
	return once
}

// within reports whether another finding tells what this one does; a secret is always told as what it is.
func (f refused) within(o refused) bool {
	return o.File.Path == f.File.Path && o.Span.Contains(f.Span) && (f.class != guard.Secret || o.class == guard.Secret)
}

func boolOrder(a, b bool) int { return strings.Compare(strconv.FormatBool(a), strconv.FormatBool(b)) }

// elsewhere finds what else than the report a leak came from: the configuration or a flag, or else the
// output itself.
func (x *refusal) elsewhere(l leak) refused {
	where := lettersOf(l.Output + "\n" + string(l.text))
	for _, s := range x.sources {
		if !strings.Contains(where, lettersOf(s.value)) {
			continue // this output does not say it
		}
		for _, again := range x.guard.Check("", []byte(s.text)) {
			if again.Hash != l.Hash {
				continue
			}
			f := x.finding(l, guard.Place{Span: s.place(again.Found), Found: again.Found, Disguise: again.Disguise}, s.file)
			f.Hint = s.hint
			return f
		}
	}
	at := max(l.Offset, 0)
	f := x.finding(l, guard.Place{Span: source.Span{Start: at, End: min(at+len(l.Found), len(l.text))}, Found: l.Found, Disguise: l.Disguise}, source.New(l.Output, l.text))
	if l.published && !l.Secret {
		f.Hint = "take it out of what is published: the report does not say it; if customers may know it, add it to publish.guard.public"
	}
	return f
}

// lettersOf is a text without what a form may put between its letters.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// place is where the text says something, or else its whole line.
func (s spoken) place(what string) source.Span {
	line := s.file.Line(s.line)
	text := s.file.Slice(line)
	if k := strings.Index(text, what); k >= 0 {
		return source.Span{Start: line.Start + k, End: line.Start + k + len(what)}
	}
	trimmed := strings.TrimSpace(text)
	start := line.Start + strings.Index(text, trimmed)
	return source.Span{Start: start, End: start + len(trimmed)}
}

func (x *refusal) finding(l leak, p guard.Place, file *source.File) refused {
	why := l.Why
	switch {
	case !l.Named.IsZero() && l.Class != guard.Service:
		why += fmt.Sprintf(" (line %d)", x.report.File.LineAt(l.Named.Start))
	case strings.Contains(why, " list of "):
		if s, ok := x.config.Settings[listKeys[l.Class]]; ok {
			why += " (" + s.Origin + ")"
		}
	}
	if !l.Ended.IsZero() {
		why += "; what allowed it ended on " + l.Ended.Format(time.DateOnly)
	}
	if p.Hidden() {
		why += ", here behind " + p.Disguise
	}
	f := refused{Diagnostic: lint.Diagnostic{Rule: guardRule.Name, Severity: lint.Error, File: file, Span: p.Span,
		Message: fmt.Sprintf("\"%s\" must not be released: %s", strings.Join(strings.Fields(p.Found), " "), why), Hint: adviceOn(l)}, class: l.Class, hash: l.Hash}
	if l.Secret {
		f.hash = ""
	}
	return f
}

// mask takes what is shown from texts in which secrets are unreadable: it may end in the log of a build.
func mask(all []refused) {
	files := map[*source.File]*source.File{}
	for i := range all {
		f := all[i].File
		if files[f] == nil {
			files[f] = source.New(f.Path, guard.Mask(f.Text))
		}
		all[i].File = files[f]
	}
}

// listKeys are the keys of the configuration's lists.
var listKeys = map[guard.Class]string{
	guard.Person: "publish.guard.people", guard.Customer: "publish.guard.customers", guard.Codename: "publish.guard.codenames",
	guard.Host: "publish.guard.hosts", guard.Forbidden: "publish.guard.forbidden",
}

func adviceOn(l leak) string {
	const reword = "write it in other words, or mark its part <!-- internal -->"
	switch {
	case l.Class == guard.Secret:
		return "revoke it at once, then take it out: the version history has it already"
	case strings.Contains(l.Why, " know as "):
		return "write what customers call it, or other words, or mark its part <!-- internal -->"
	case l.Class == guard.Service:
		return "give it a public name under publish.names, or mark its part <!-- internal -->"
	case l.Class == guard.Sentence:
		return reword + ", or mark the other copy public"
	case strings.Contains(l.Why, " list of "):
		return reword
	}
	return reword + "; if customers may know it, add it to publish.guard.public"
}

// spoken gives what comes into an edition from the configuration and from flags.
func (o *exportOptions) spoken(c *config.Config) []spoken {
	var all []spoken
	files := map[string]*source.File{}
	for _, key := range slices.Sorted(maps.Keys(c.Settings)) {
		s := c.Settings[key]
		name, ok := strings.CutPrefix(key, "publish.")
		if !ok || strings.HasPrefix(name, "guard.") {
			continue
		}
		colon := strings.LastIndexByte(s.Origin, ':')
		path, number := s.Origin[:max(colon, 0)], s.Origin[colon+1:]
		line, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		if files[path] == nil {
			f, err := archive.Read(filepath.FromSlash(path))
			if err != nil {
				continue
			}
			files[path] = f
		}
		_, term, _ := strings.Cut(name, ".")
		all = append(all, spoken{term + "\n\n" + s.Value, s.Value, files[path], line, "change it in the configuration"})
	}
	for _, flag := range []struct{ name, value string }{{"--from", o.From}, {"--zone", o.Zone}, {"--out", o.Out}} {
		if flag.value != "" {
			value := flag.value
			if flag.name == "--out" { // the directories are not published
				value = filepath.Base(value)
			}
			all = append(all, spoken{value, value, source.New(flag.name, []byte(flag.value)), 1, "give " + flag.name + " another value"})
		}
	}
	return all
}

// sayHowToAllow prints what goes into the configuration for what may stand.
func sayHowToAllow(w io.Writer, c *config.Config, all []refused) {
	name := config.Name
	if len(c.Files) > 0 {
		name = c.Files[len(c.Files)-1]
	}
	var b bytes.Buffer
	seen := map[string]bool{}
	for _, f := range all {
		if f.hash == "" || seen[f.hash] {
			continue
		}
		seen[f.hash] = true
		at := f.File.Position(f.Span.Start)
		fmt.Fprintf(&b, "      - {hash: %s, owner: \"\", reason: \"\", until: \"\"} # %s:%d:%d\n", strconv.Quote(f.hash), lint.Visible(f.File.Path), at.Line, at.Column)
	}
	if b.Len() == 0 {
		return
	}
	const what = "what was looked at and may stand for a time goes into"
	if slices.ContainsFunc(slices.Collect(maps.Keys(c.Settings)), func(key string) bool { return strings.HasPrefix(key, "publish.") }) {
		fmt.Fprintf(w, "\n%s %s below publish: guard: allow:, with its owner, the reason and the last day:\n\n%s", what, lint.Visible(name), b.String())
		return
	}
	fmt.Fprintf(w, "\n%s %s, with its owner, the reason and the last day:\n\npublish:\n  guard:\n    allow:\n%s", what, lint.Visible(name), b.String())
}
