package main

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// version is set by the linker in a release.
var version string

// buildInfo says what this program was made from.
type buildInfo struct {
	Version  string `json:"version"`
	Commit   string `json:"commit"` // empty where it was not built in a repository
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func build() buildInfo {
	b := buildInfo{Version: version, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if ok && b.Version == "" && info.Main.Version != "(devel)" {
		b.Version = info.Main.Version
	}
	if b.Version == "" {
		b.Version = "development"
	}
	if ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = s.Value
			case "vcs.modified":
				b.Modified = s.Value == "true"
			}
		}
	}
	return b
}

// pin is what others name to get this very program: the tag of a release, else the commit; empty if it
// was built from neither.
func (b buildInfo) pin() string {
	// What the tag of a release looks like, and the end of what Go makes up for a commit that has none.
	release := regexp.MustCompile(`^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$`)
	betweenReleases := regexp.MustCompile(`[0-9]{14}-[0-9a-f]{12}$`)
	switch tag := "v" + strings.TrimPrefix(b.Version, "v"); {
	case release.MatchString(tag) && !betweenReleases.MatchString(tag):
		return tag
	case b.Modified:
		return ""
	}
	return b.Commit
}

func (b buildInfo) String() string {
	s := "postmortem " + b.Version
	if b.Commit != "" {
		s += " (commit " + b.Commit[:min(12, len(b.Commit))]
		if b.Modified {
			s += ", modified"
		}
		s += ")"
	}
	return s + " " + b.Go + " " + b.Platform
}

type versionOptions struct{ Format string }

func versionCommand() *cobra.Command {
	o := versionOptions{Format: "text"}
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Long:  "Say which version this is, the commit it was built from and with which Go.",
		Args:  between(0, 0, ""),
		RunE:  func(cmd *cobra.Command, _ []string) error { return printVersion(cmd, o) },
	}
	addChoice(cmd, &o.Format, "format", []string{"text", "json"}, "how to print it")
	return cmd
}

func printVersion(cmd *cobra.Command, o versionOptions) error {
	if o.Format == "json" {
		return writeJSON(cmd.OutOrStdout(), build())
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), build())
	return err
}

// writeJSON writes a value as people and programs like to read it.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
