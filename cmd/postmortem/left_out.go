package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// leftOut says why what was named is not in the archive, and what to do; empty if all of it is.
func leftOut(a *archive.Archive) (why, hint string) {
	names := lint.Visible(strings.Join(a.Excluded(), ", "))
	switch {
	case names == "":
		return "", ""
	case strings.HasSuffix(names, archive.Edition):
		return names + " is an edition for customers, no report", "export --check tells whether it is still true"
	}
	if names == "." {
		names = "all reports here"
	}
	return "the configuration excludes " + names, "--no-config reads everything"
}

// tellExcluded says why nothing happens where the configuration excludes all that was named.
func tellExcluded(cmd *cobra.Command, a *archive.Archive) {
	if why, hint := leftOut(a); why != "" && a.Len() == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: nothing is left: %s; %s\n", why, hint)
	}
}
