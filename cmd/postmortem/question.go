package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
)

// question is one thing that a new report begins with. Flags, prompts and the form all go by it.
type question struct {
	flag    string // empty for FILE, which is an argument
	name    string // in messages, after "the"
	title   string
	help    string
	value   *string
	needed  bool                         // has no answer of its own outside a terminal
	usual   func() string                // what an empty answer stands for; nil where it stands for nothing
	choices []scaffold.Choice            // the usual one first, where there is one; nil for free text
	read    func(string) (string, error) // gives the answer as it is kept; its error reads after the name
	after   []*string                    // the answers before it
	page    int                          // of the form
	skip    func() bool                  // tells, by the answers before it, that nobody needs this one; nil for never
}

// answer takes what was typed or given; an empty answer is left for settle.
func (q *question) answer(s string) error {
	kept, err := q.read(s)
	if err != nil {
		return fmt.Errorf("the %s %w", q.name, err)
	}
	*q.value = kept
	return nil
}

// check says whether an answer can be taken, and takes nothing. An empty one stands for the usual.
func (q *question) check(s string) error {
	if strings.TrimSpace(s) == "" && q.usual != nil {
		if s = q.usual(); s == "" {
			return nil
		}
	}
	if _, err := q.read(s); err != nil {
		return fmt.Errorf("the %s %w", q.name, err)
	}
	return nil
}

// settle gives an unanswered question its usual answer and reads it again: a prompt may have ended
// without its check.
func (q *question) settle() error {
	if strings.TrimSpace(*q.value) == "" && q.usual != nil {
		*q.value = q.usual()
	}
	return q.answer(*q.value)
}

// questions lists what is asked, in the order in which one answer helps the next.
func (o *newOptions) questions(all []scaffold.Template, now time.Time) []*question {
	zone := func() string {
		if z, err := scaffold.ReadZone(o.Timezone); err == nil {
			return z
		}
		return localZone()
	}
	start := func() string {
		if at, err := scaffold.ReadStart(o.Started, zone()); err == nil {
			return at
		}
		return inZone(now, zone())
	}
	file := func() string { return scaffold.Answers{Title: o.Title, Started: start()}.FileName() }
	var choices []scaffold.Choice
	var names []string
	for _, t := range all {
		c := scaffold.Choice{Value: t.Name, Meaning: t.Summary()}
		if choices = append(choices, c); t.Name == scaffold.Default {
			choices = slices.Insert(choices[:len(choices)-1], 0, c) // the form shows a list from its usual choice on
		}
		names = append(names, t.Name)
	}
	questions := []*question{
		{flag: "title", name: "title", title: "What failed, and how did it show?", help: "one line, as \"Checkout rejected card payments\"",
			value: &o.Title, needed: true, read: scaffold.ReadLine, page: 1},
		{flag: "severity", name: "severity", title: "How bad was it?", value: &o.Severity, needed: true,
			choices: scaffold.Severities, read: scaffold.ReadLine, page: 1},
		{flag: "timezone", name: "timezone", title: "In which time zone do you write?", help: "of every time in the report that names none, as Europe/Vienna or UTC",
			value: &o.Timezone, usual: localZone, read: scaffold.ReadZone, page: 2},
		{flag: "started", name: "start", title: "When did the impact begin?", help: "date and time; ~2026-02-14 14:02 when you are not sure",
			value: &o.Started, needed: true, usual: start,
			read: func(s string) (string, error) { return readPast(s, zone(), now) }, page: 2},
		{flag: "services", name: "list of services", title: "Which services were affected?", help: "with commas between; may stay empty",
			value: &o.Services, usual: empty, read: readList, page: 2},
		{flag: "owner", name: "owner", title: "Who answers for this report?", help: "one person or one team",
			value: &o.Owner, needed: true, read: scaffold.ReadLine, page: 2},
		{flag: "template", name: "template", title: "Which template?", value: &o.Template, usual: func() string { return scaffold.Default },
			choices: choices, read: func(s string) (string, error) { return readChoice(s, names) }, page: 3},
		{name: "file name", title: "Which file?", help: "it ends in .md; a file that is there is never touched",
			value: &o.File, usual: file, read: o.readFile, page: 3},
	}
	for i := range questions[1:] {
		questions[i+1].after = append(slices.Clone(questions[i].after), questions[i].value)
	}
	return questions
}

// readPast reads when an incident began, which it has.
func readPast(s, zone string, now time.Time) (string, error) {
	at, err := scaffold.ReadStart(s, zone)
	if err == nil && strings.TrimPrefix(at, "~") > strings.TrimPrefix(inZone(now.Add(time.Minute), zone), "~") {
		return "", fmt.Errorf("%q is in the future: now it is %s", s, inZone(now, zone))
	}
	return at, err
}

func empty() string { return "" }

func readList(s string) (string, error) {
	all, err := scaffold.ReadList(s)
	return strings.Join(all, ", "), err
}

func readChoice(s string, of []string) (string, error) {
	for _, w := range of {
		if s == w {
			return s, nil
		}
	}
	if hint := near.Hint(s, of); hint != "" {
		return "", fmt.Errorf("%q is not one of %s; %s", s, strings.Join(of, ", "), hint)
	}
	return "", fmt.Errorf("%q is not one of %s", s, strings.Join(of, ", "))
}

// readFile takes a name that nothing has yet, in a directory that is there.
func (o *newOptions) readFile(s string) (string, error) {
	s, err := scaffold.ReadLine(s)
	if err != nil {
		return "", err
	}
	path := o.path(s)
	if filepath.Ext(s) != ".md" || filepath.Base(s) == ".md" {
		return "", fmt.Errorf("%q does not end in .md", s)
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return "", fmt.Errorf("%q is in a directory that is not there", s)
	}
	if _, err := os.Lstat(path); err == nil {
		return "", hinted{fmt.Errorf("%q is there already", path), "name another FILE; nothing was written"}
	}
	return s, nil
}

// path is where a file of that name goes.
func (o *newOptions) path(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(o.Dir, name)
}

// localZone is the name of this machine's time zone, UTC where it has none.
func localZone() string {
	if tz := strings.TrimPrefix(os.Getenv("TZ"), ":"); tz != "" {
		if z, err := scaffold.ReadZone(tz); err == nil {
			return z
		}
	}
	if to, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(filepath.ToSlash(to), "/zoneinfo/"); ok {
			if z, err := scaffold.ReadZone(strings.TrimPrefix(name, "Etc/")); err == nil {
				return z
			}
		}
	}
	return "UTC"
}

func inZone(now time.Time, zone string) string {
	s, err := scaffold.ReadStart(now.UTC().Format("2006-01-02 15:04Z"), zone)
	if err != nil {
		panic(errors.Join(errors.New("a time in UTC can be written in every zone"), err))
	}
	return s
}
