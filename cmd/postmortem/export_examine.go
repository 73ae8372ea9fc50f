package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// publication is one output in the making.
type publication struct {
	name      string // of its file
	form      export.Exporter
	title     string // of its edition
	text      []byte
	published bool // is no output, but what is compared with one
	kept      bool // stands beside its report and bears that one's name; nobody publishes it by this name
}

// keptBeside reports whether a path is that of the edition beside a report.
func keptBeside(path string, r *report.Report) bool {
	stem := strings.TrimSuffix(r.File.Path, filepath.Ext(r.File.Path))
	return filepath.ToSlash(filepath.Clean(path)) == filepath.ToSlash(filepath.Clean(stem+archive.Edition))
}

// examined is a report, its edition in the forms that are asked for, and what of them must not leave.
type examined struct {
	report  *report.Report
	edition *edition.Edition
	guard   *guard.Guard // nil where nothing is public
	left    []edition.Withheld
	made    []publication
	found   []leak
	doubts  []edition.Withheld
	unmade  []string // of several forms, those that cannot hold the edition, with the reason
}

// stopped reports whether nothing may be written.
func (x *examined) stopped() bool { return len(x.found)+len(x.doubts) > 0 }

// examineOne examines a report that stands alone.
func (x *releaser) examineOne(talk io.Writer, r *report.Report) (*examined, error) {
	history, err := histories(talk, []string{r.File.Path})
	if err != nil {
		return nil, err
	}
	return x.examine(r, history[filepath.Dir(r.File.Path)])
}

func (x *releaser) examine(r *report.Report, history []string) (*examined, error) {
	cut, left, err := edition.Cut(r, x.config.Edition)
	if err != nil {
		return nil, err
	}
	e := &examined{report: r, edition: cut, left: left, doubts: edition.Doubts(r, cut)}
	if len(cut.Markdown) == 0 {
		return e, nil
	}
	if e.guard, err = x.newGuard(x.config, r, cut, history); err != nil {
		return nil, err
	}
	stem, own := export.FileName(cut)
	switch {
	case x.Out == "" || x.Out == "-":
	case x.several() || isDirectory(x.Out):
		if !own {
			return nil, hinted{fmt.Errorf("%s: the edition tells neither a title nor a day to name its files after", r.File.Path),
				"state a customer-title in the front matter" + x.orNameFile(x.forms)}
		}
	default:
		stem = ""
	}
	for _, form := range x.forms {
		text, err := form.Output(cut, x.output)
		var long export.TooLong
		if errors.As(err, &long) && len(x.forms) > 1 {
			e.unmade = append(e.unmade, form.Name+": "+long.Error())
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", r.File.Path, form.Name, err)
		}
		p := publication{name: stem + form.Extension, form: form, title: cut.Report.Title.Value, text: text}
		if stem == "" {
			p.name, p.kept = filepath.Base(x.Out), keptBeside(x.Out, r)
		}
		e.made = append(e.made, p)
		e.found = append(e.found, leaksOf(e.guard, p)...)
	}
	return e, nil
}

// newGuard knows, besides the report, what the configuration and the repository name.
func (o *exportOptions) newGuard(c *config.Config, r *report.Report, e *edition.Edition, history []string) (*guard.Guard, error) {
	g := c.Guard
	g.Now = time.Now()
	if o.Now != "" {
		var err error
		if g.Now, err = instant("--now", o.Now); err != nil {
			return nil, err
		}
	}
	g.History, g.Services = history, c.Edition.Names
	g.Names = slices.Concat(slices.Sorted(maps.Values(c.Edition.Names)), slices.Sorted(maps.Keys(c.Edition.Glossary)), []string{c.Theme.Organisation})
	for _, zone := range []string{e.Report.Meta.Timezone.Value, o.Zone} {
		if _, err := time.LoadLocation(zone); err == nil && zone != "" {
			g.Public = append(g.Public, zone, moment.PlaceTime(zone))
		}
	}
	if from, err := export.Sender(o.From); err == nil {
		g.Sender = []string{from.Name, from.Address}
	}
	return guard.New(r, e, g), nil
}

// leak is a finding of the guard and the text that it was found in.
type leak struct {
	guard.Leak
	text      []byte
	published bool // it is out already
}

// leaksOf searches what is written, and its name if that is published.
func leaksOf(g *guard.Guard, p publication) []leak {
	name, text := strings.TrimSuffix(p.name, p.form.Extension), p.form.Searched(p.text)
	if name == p.name {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	if p.kept {
		name = ""
	}
	var all []leak
	for _, l := range g.Check(name, text) {
		l.Output = p.name
		all = append(all, leak{l, text, p.published})
	}
	return all
}
