package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// compare says whether a published file is what would be written now. What must not be released is
// reported first, whether it is published already or not.
func (x *releaser) compare(cmd *cobra.Command, e *examined, f *source.File) error {
	form := x.forms[0]
	e.found = append(e.found, leaksOf(e.guard, publication{published: true, name: filepath.Base(x.Check), form: form, text: f.Text, kept: keptBeside(x.Check, e.report)})...)
	talk, path := cmd.ErrOrStderr(), lint.Visible(x.Check)
	if e.stopped() {
		return x.refuse(talk, e)
	}
	all := once(changes(form.Said(f.Text), form.Said(e.made[0].text)))
	if x.teller.asked {
		if err := x.teller.tell(stale(f, all), 1, nil); err != nil {
			return err
		}
	} else {
		printChanges(cmd.OutOrStdout(), inkFor(cmd.OutOrStdout()), all)
	}
	if len(all) == 0 {
		fmt.Fprintf(talk, "%s says what %s says now\n", path, lint.Visible(e.report.File.Path))
		return nil
	}
	fmt.Fprintf(talk, "%s is stale: %s\n", path, lint.Count(len(all), "change"))
	if !x.teller.asked {
		fmt.Fprintf(talk, "to write it again: %s\n", lint.Visible(x.again(e.report.File.Path, cmp.Or(x.From, export.SentFrom(f.Text)))))
	}
	return errFindings
}

// again is the command that writes the file that was compared anew.
func (x *releaser) again(report, from string) string {
	command := "postmortem export " + shellWord(report)
	if _, ok := export.ForFile(x.Check); !ok {
		command += " --to " + x.forms[0].Name
	}
	for _, flag := range []struct{ name, value string }{{"--zone", x.Zone}, {"--from", from}, {"--config", x.Config}} {
		if flag.value != "" {
			command += " " + flag.name + " " + shellWord(flag.value)
		}
	}
	return command + " --out " + shellWord(x.Check) + " --force"
}

// stale makes findings of changes, at the places of what is said otherwise now.
func stale(f *source.File, all []change) (out []lint.Diagnostic) {
	for _, c := range all {
		d := lint.Diagnostic{Rule: staleRule.Name, Severity: lint.Error, File: f, Hint: "publish the edition again"}
		gone, come := strings.Join(c.gone, " "), strings.Join(c.come, " ")
		switch {
		case gone == "":
			d.Message = fmt.Sprintf("\"%s\" is not published yet", come)
		case come == "":
			d.Message = fmt.Sprintf("\"%s\" is left out now", gone)
		default:
			d.Message = fmt.Sprintf("\"%s\" is now \"%s\"", gone, come)
		}
		if gone != "" {
			d.Span = placeOf(string(f.Text), c.gone[0])
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b lint.Diagnostic) int { return a.Span.Start - b.Span.Start })
	return out
}

// placeOf is where a published text says something: all of it, or, where marks stand in it, the most of its words in a row.
func placeOf(text, statement string) source.Span {
	words := strings.Fields(statement)
	words = words[:min(len(words), 40)] // enough to know it by
	for n := len(words); n > 0; n-- {
		for from := 0; from+n <= len(words); from++ {
			run := strings.Join(words[from:from+n], " ")
			if at := strings.Index(text, run); at >= 0 {
				return source.Span{Start: at, End: at + len(run)}
			}
		}
	}
	return source.Span{}
}

// printChanges prints what is said otherwise now, what is said no more and what is new.
func printChanges(w io.Writer, ink ink, all []change) {
	for i, c := range all {
		if i > 0 {
			fmt.Fprintln(w)
		}
		for _, s := range c.gone {
			fmt.Fprintln(w, ink.red("published: "+lint.Visible(s)))
		}
		for _, s := range c.come {
			fmt.Fprintln(w, ink.green("      now: "+lint.Visible(s)))
		}
		switch {
		case len(c.come) == 0:
			fmt.Fprintln(w, ink.faint("           (left out now)"))
		case len(c.gone) == 0:
			fmt.Fprintln(w, ink.faint("           (not published yet)"))
		}
	}
}

// change is a run of statements that were replaced.
type change struct {
	gone, come []string
}

// once leaves out what is told already: a form may say the same in several places, as a mail does in its
// two parts, of which only one has dashes before the items.
func once(all []change) []change {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(c change) bool {
		key := strings.Join(c.gone, "\n") + "\n\n" + strings.Join(c.come, "\n")
		key = strings.ReplaceAll("\n"+key, "\n- ", "\n")
		again := seen[key]
		seen[key] = true
		return again
	})
}

// comparable is the most that is compared statement by statement; beyond it, all between the first and the
// last difference counts as one change.
const comparable = 4 << 20

// changes gives the fewest statements that make the one text the other.
func changes(a, b []string) []change {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for len(a) > head && len(b) > head && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	a, b = a[head:], b[head:]
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if len(a)*len(b) > comparable {
		return []change{{a, b}}
	}
	// common[i][j] is the length of the longest run of statements, in order, that a[i:] and b[j:] share.
	common := make([][]int32, len(a)+1)
	for i := range common {
		common[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []change
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		c := change{}
		for i < len(a) || j < len(b) {
			switch {
			case i < len(a) && j < len(b) && a[i] == b[j]:
			case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
				c.gone = append(c.gone, a[i])
				i++
				continue
			default:
				c.come = append(c.come, b[j])
				j++
				continue
			}
			break
		}
		if len(c.gone)+len(c.come) > 0 {
			out = append(out, c)
		}
		for i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
		}
	}
	return out
}
