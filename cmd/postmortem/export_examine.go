package main

import (
	"fmt"
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
}

// stopped reports whether nothing may be written.
func (x *examined) stopped() bool { return len(x.found)+len(x.doubts) > 0 }

func (o *exportOptions) examine(c *config.Config, forms []export.Exporter, options export.Options, r *report.Report, history []string) (*examined, error) {
	e, left, err := edition.Cut(r, c.Edition)
	if err != nil {
		return nil, err
	}
	x := &examined{report: r, edition: e, left: left, doubts: edition.Doubts(r, e)}
	if len(e.Markdown) == 0 {
		return x, nil
	}
	if x.guard, err = o.newGuard(c, r, e, history); err != nil {
		return nil, err
	}
	stem, own := export.FileName(e)
	switch {
	case o.Out == "" || o.Out == "-":
	case o.several() || isDirectory(o.Out):
		if !own {
			return nil, hinted{fmt.Errorf("%s: the edition tells neither a title nor a day to name its files after", r.File.Path),
				"state a customer-title in the front matter" + o.orNameFile(forms)}
		}
	default:
		stem = ""
	}
	for _, form := range forms {
		text, err := form.Output(e, options)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", r.File.Path, form.Name, err)
		}
		p := publication{name: stem + form.Extension, form: form, title: e.Report.Title.Value, text: text}
		if stem == "" {
			p.name, p.kept = filepath.Base(o.Out), keptBeside(o.Out, r)
		}
		x.made = append(x.made, p)
		x.found = append(x.found, leaksOf(x.guard, p)...)
	}
	return x, nil
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
