package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/export"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// compare says whether a published file is what would be written now. What must not be released is
// reported first, whether it is published already or not.
func (o *exportOptions) compare(cmd *cobra.Command, c *config.Config, r *report.Report, g *edition.Guard, x export.Exporter, found []leak, now []byte) error {
	f, err := archive.Read(o.Check)
	if err != nil {
		return err
	}
	found = append(found, leaksOf(g, publication{filepath.Base(o.Check), f.Text, keptBeside(o.Check, r)}, x)...)
	if len(found) > 0 {
		return o.refuse(cmd, c, r, g, found)
	}
	out := cmd.OutOrStdout()
	if bytes.Equal(f.Text, now) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s says what %s says now\n", lint.Visible(o.Check), lint.Visible(r.File.Path))
		return nil
	}
	ink := inkFor(out)
	fmt.Fprintln(out, ink.bold("--- "+lint.Visible(o.Check)))
	fmt.Fprintln(out, ink.bold("+++ "+lint.Visible(r.File.Path)+", exported now"))
	printChanges(out, ink, string(f.Text), string(now))
	fmt.Fprintf(cmd.ErrOrStderr(), "%s is stale\n", lint.Visible(o.Check))
	return errFindings
}

// printChanges prints the lines that are gone and those that are new, each group with the number of
// the line where it begins in the old text.
func printChanges(w io.Writer, ink ink, before, after string) {
	for _, c := range changes(lines(before), lines(after)) {
		fmt.Fprintln(w, ink.faint(fmt.Sprintf("@@ line %d @@", c.at+1)))
		for _, line := range c.gone {
			fmt.Fprintln(w, ink.red("-"+lint.Visible(line)))
		}
		for _, line := range c.come {
			fmt.Fprintln(w, ink.green("+"+lint.Visible(line)))
		}
	}
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }

// change is a run of lines that were replaced.
type change struct {
	at         int // the first line of the old text, from 0
	gone, come []string
}

// comparable is the most that is compared line by line; beyond it, all between the first and the
// last difference counts as one change.
const comparable = 4 << 20

// changes gives the fewest lines that make the one text the other.
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
		return []change{{head, a, b}}
	}
	// common[i][j] is the length of the longest run of lines, in order, that a[i:] and b[j:] share.
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
		c := change{at: head + i}
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
