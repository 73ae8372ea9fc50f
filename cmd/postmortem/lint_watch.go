package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
)

// watchEach is how often the reports are looked at. Asking for their times costs little and works
// on every file system, network mounts and containers included, where notices of changes do not.
const watchEach = 500 * time.Millisecond

func watchReports(cmd *cobra.Command, o lintOptions) error {
	for _, p := range o.Paths {
		if p == "-" {
			return misused(cmd, "name a file or a directory", "standard input cannot be watched")
		}
	}
	tick := time.NewTicker(watchEach)
	defer tick.Stop()
	return watch(cmd.Context(), tick.C, func() stamps { return o.stamps() }, func() {
		if isTerminal(cmd.OutOrStdout()) {
			fmt.Fprint(cmd.OutOrStdout(), "\x1b[2J\x1b[H")
		}
		if err := lintReports(cmd, o); err != nil && !errors.Is(err, errFindings) {
			conclude(err, cmd.ErrOrStderr())
		}
		fmt.Fprintln(cmd.ErrOrStderr(), "postmortem: watching for changes; interrupt to end")
	})
}

// watch does its work at once and again after each tick at which the stamps differ, until the
// context ends.
func watch(ctx context.Context, ticks <-chan time.Time, look func() stamps, work func()) error {
	last := look()
	work()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticks:
			if now := look(); !maps.Equal(now, last) {
				last = now
				work()
			}
		}
	}
}

// stamps says of each file when it changed last and how large it is.
type stamps map[string]stamp

type stamp struct {
	changed time.Time
	size    int64
}

// stamps looks at the reports of the arguments, at the configuration and at the baseline. What cannot
// be looked at has no stamp; the check itself says why.
func (o lintOptions) stamps() stamps {
	out := stamps{}
	a, err := archive.Find(o.Paths, archive.Options{})
	if err != nil {
		return out
	}
	found, _ := config.Find(".")
	for _, p := range append(a.Paths(), cmp.Or(o.Config, found), cmp.Or(o.Baseline, usualBaseline())) {
		if info, err := os.Stat(filepath.FromSlash(p)); err == nil {
			out[p] = stamp{info.ModTime(), info.Size()}
		}
	}
	return out
}
