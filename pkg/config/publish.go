package config

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/render"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// publishKeys are the keys of what leaves the organisation.
func publishKeys() []Key {
	return []Key{
		{Name: "languages", Form: list, About: "The languages that customers read, as tags such as de or pt-BR: the first is that of every edition of which the report says nothing else. In these and in the language of reports the guard does not take each word with a capital for a name.",
			take: func(l *loader, v value) {
				l.c.Policy.Customers = ""
				for _, item := range v.list {
					l.language(item, func(tag string) { l.c.Policy.Customers = cmp.Or(l.c.Policy.Customers, tag) })
				}
			}},
		{Name: "names", Form: table, About: "What customers call a service, by its internal name, such as billing-api: Billing. A service without a public name is not released.",
			take: func(l *loader, v value) {
				for _, e := range v.table {
					if strings.TrimSpace(e.key.text) == "" || strings.TrimSpace(e.value.text) == "" {
						l.problem(e.value, "a name is empty", "")
						continue
					}
					put((*map[string]string)(&l.c.Edition.Names), e.key.text, e.value.text)
				}
			}},
		{Name: "glossary", Form: table, About: "What a term means in plain words; added in brackets where the term first stands in an edition.",
			take: func(l *loader, v value) {
				for _, e := range v.table {
					put(&l.c.Edition.Glossary, e.key.text, e.value.text)
					put(&l.c.Policy.Glossary, e.key.text, e.value.text)
				}
			}},
		{Name: "guard", Form: object, About: "What must not be released, besides what the withheld parts of each report name.", Keys: []Key{
			words("people", "Names and mail addresses of people.", func(l *loader) *[]string { return &l.c.Guard.People }),
			words("customers", "Names of customers.", func(l *loader) *[]string { return &l.c.Guard.Customers }),
			words("codenames", "Names of what is not announced.", func(l *loader) *[]string { return &l.c.Guard.Codenames }),
			words("hosts", "Own domains and hosts; what ends in one of them is one.", func(l *loader) *[]string { return &l.c.Guard.Hosts }),
			words("forbidden", "Anything else.", func(l *loader) *[]string { return &l.c.Guard.Forbidden }),
			words("public", "Names, hosts, numbers and addresses that customers may know, and so are never a leak; a star at an end stands for letters and digits, as in INC-*.", func(l *loader) *[]string { return &l.c.Guard.Public }),
			{Name: "unlisted", Form: text, Choices: []string{"tell", "refuse"}, Default: "tell",
				About: "What happens to a name in an edition that no list holds and nothing explains: the author is told, or nothing is released.",
				take:  func(l *loader, v value) { l.c.Guard.RefuseUnlisted = v.text == "refuse" }},
			{Name: "allow", Form: items, About: "Texts that were looked at and may stand, each by its hash, with who decided it, why and until when.", take: takeAllowed, Keys: []Key{
				{Name: "hash", About: "The hash that postmortem export prints beside what it refuses.", Form: text},
				{Name: "owner", About: "Who decided it.", Form: text},
				{Name: "reason", About: "Why it may stand.", Form: text},
				{Name: "until", About: "The last day on which it may, as in 2026-12-31.", Form: text},
			}},
		}},
		{Name: "figures", Form: text, Choices: []string{"show", "hide"}, Default: "show",
			About: "Whether an edition ends with what its timeline gives: how long everything took, and how many status updates there were. JSON has it always.",
			take:  func(l *loader, v value) { l.c.HideFigures = v.text == "hide" }},
		{Name: "theme", Form: object, About: "How pages and mails look.", Keys: []Key{
			{Name: "organisation", About: "The name that stands above the titles.", Form: text, take: func(l *loader, v value) { l.c.Theme.Organisation, l.c.Policy.Organisation = v.text, v.text }},
			{Name: "accent", About: "The colour of links, as in \"#0a5dc2\".", Form: text, take: func(l *loader, v value) {
				l.c.Theme.Accent = v.text
				if err := l.c.Theme.Check(); err != nil {
					l.problem(v, err.Error(), "write it as in \"#0a5dc2\", with the quotes")
				}
			}},
			{Name: "logo", About: "A picture in PNG or JPEG, relative to this file, in the organisation's place on pages and mails. It is drawn anew, so that nothing of the file but its pixels is published.", Form: text,
				take: func(l *loader, v value) { l.c.logo.root, l.c.logo.path = l.root, l.within(v) }},
			{Name: "footer", About: "The line at the end.", Form: text, take: func(l *loader, v value) { l.c.Theme.Footer = v.text }},
		}},
	}
}

// language takes the tag of a language that people write in.
func (l *loader) language(v value, take func(tag string)) {
	if !report.IsLanguage(v.text) {
		l.problem(v, "\""+v.text+"\" is not the tag of a language", "write it as de, fr or pt-BR")
		return
	}
	l.c.Guard.Languages = append(l.c.Guard.Languages, v.text)
	take(v.text)
}

// Logo reads the picture that the theme names, from inside the repository alone; nil where it names none.
// What publishes nothing does without.
func (c *Config) Logo() (*render.Logo, error) {
	if c.logo.path == "" {
		return nil, nil
	}
	var l *render.Logo
	file, err := readInside(c.logo.root, c.logo.path, render.LogoFile)
	if err == nil {
		l, err = render.ReadLogo(file)
	}
	if err != nil {
		at := c.Settings["publish.theme.logo"]
		return nil, fmt.Errorf("%s: \"%s\" %w", at.Origin, at.Value, err)
	}
	return l, nil
}

// readInside reads at most one byte more than so many of a file, wherever links on the way to it lead, as
// long as they do not lead out of the root.
func readInside(root, path string, most int) ([]byte, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	rel, err := filepath.Rel(root, full)
	if err != nil {
		return nil, err
	}
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	if info, err := dir.Stat(rel); err != nil || !info.Mode().IsRegular() {
		return nil, errors.New("is no file of the repository")
	}
	f, err := dir.Open(rel)
	if err != nil {
		return nil, errors.New("cannot be read")
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, int64(most)+1))
}

func put(m *map[string]string, key, value string) {
	if *m == nil {
		*m = map[string]string{}
	}
	(*m)[key] = value
}

// words is a key whose list of texts, which the guard looks for, is added to those of the files before.
func words(name, about string, to func(l *loader) *[]string) Key {
	return Key{Name: name, About: about, Form: list, take: func(l *loader, v value) {
		for _, item := range v.list {
			to := to(l)
			star, advice := guard.Starred(item.text)
			switch flaw := guard.Sought(item.text); {
			case strings.TrimSpace(item.text) == "":
				l.problem(item, name+" has an empty text", "")
			case star != "" && to == &l.c.Guard.Public:
				l.problem(item, strconv.Quote(item.text)+" "+star, advice)
			case flaw != "":
				l.problem(item, strconv.Quote(item.text)+" is not looked for: "+flaw, "")
			default:
				*to = append(*to, item.text)
			}
		}
	}}
}

// takeAllowed reads one exception; without an owner, a reason and an end it is none.
func takeAllowed(l *loader, v value) {
	var a guard.Allowed
	wrong := false // the day is told already
	for _, e := range v.table {
		switch e.key.text {
		case "hash":
			a.Hash = e.value.text
			if len(a.Hash) != 16 || strings.Trim(a.Hash, "0123456789abcdef") != "" {
				l.problem(e.value, "\""+a.Hash+"\" is not a hash", "copy the 16 letters and digits that postmortem export prints")
			}
		case "owner":
			a.Owner = strings.TrimSpace(e.value.text)
		case "reason":
			a.Reason = strings.TrimSpace(e.value.text)
		case "until":
			day, err := time.Parse(time.DateOnly, e.value.text)
			if err != nil && e.value.text != "" {
				l.problem(e.value, "\""+e.value.text+"\" is not a day", "write it as in 2026-12-31")
			}
			if err != nil {
				wrong = e.value.text != ""
				continue
			}
			a.Until = day.AddDate(0, 0, 1).Add(-time.Nanosecond)
		}
	}
	var without []string
	for _, part := range []struct {
		name   string
		absent bool
	}{{"hash", a.Hash == ""}, {"owner", a.Owner == ""}, {"reason", a.Reason == ""}, {"until", a.Until.IsZero() && !wrong}} {
		if part.absent {
			without = append(without, part.name)
		}
	}
	if without != nil {
		l.problem(v, "this exception lacks "+strings.Join(without, ", "), "it needs the hash of what it allows, who answers for it as owner, the reason, and until, its last day")
		return
	}
	l.c.Guard.Allow = append(l.c.Guard.Allow, a)
}
