package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
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

// tellIdle names the overrides that cover no report, where all those are looked at that the configuration
// is for: its patterns may be mistyped.
func tellIdle(cmd *cobra.Command, c *config.Config, paths []string, a *archive.Archive) {
	all := len(c.Reports) > 0 && slices.Equal(paths, c.Reports)
	if len(c.Files) == 0 || !all && !slices.Contains(paths, filepath.Dir(c.Files[len(c.Files)-1])) {
		return
	}
	for _, at := range c.Idle(a.Paths()) {
		fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: note: %s: the paths of this override cover no report\n", lint.Visible(at))
	}
}

// tellExcluded says why nothing happens where the configuration excludes all that was named.
func tellExcluded(cmd *cobra.Command, a *archive.Archive) {
	if why, hint := leftOut(a); why != "" && a.Len() == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "postmortem: nothing is left: %s; %s\n", why, hint)
	}
}
