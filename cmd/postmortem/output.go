package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// formatOptions say how findings are told, and where: NAME or NAME=FILE.
type formatOptions struct {
	Formats  []string
	Category string // of the run, in SARIF
}

func addFormatFlag(cmd *cobra.Command, o *formatOptions) {
	cmd.Flags().StringArrayVarP(&o.Formats, "format", "f", nil, "how to print findings, or NAME=FILE to write them; may be repeated: "+near.OneOf(formatNames()))
	cmd.Flags().StringVar(&o.Category, "sarif-category", "", "the `category` of the run in SARIF, where code scanning gets several of one commit")
}

// outputs reads the formats and where they go, which is neither one of the reports nor the same file twice. What
// finish writes appears only once the run is over.
func (o formatOptions) outputs(cmd *cobra.Command, reports []string) (outputs []lint.Output, finish func() error, err error) {
	formats := o.Formats
	if len(formats) == 0 {
		formats = []string{lint.Formats[0].Name}
	}
	var files []*pending
	taken := map[string]string{} // what stands or will stand in a file
	shown := ""
	for _, f := range formats {
		name, path, toFile := strings.Cut(f, "=")
		format, ok := lint.FormatNamed(name)
		if !ok {
			return nil, nil, misused(cmd, near.Hint(name, formatNames()), "there is no format %q; there are %s", name, near.OneOf(formatNames()))
		}
		out := lint.Output{Format: format, To: cmd.OutOrStdout()}
		switch {
		case toFile && path == "":
			return nil, nil, misused(cmd, "write -f "+name+"=FILE", "-f %s= names no file", name)
		case toFile && path != "-":
			if len(taken) == 0 {
				for _, r := range reports {
					taken[wholePath(r)] = "a report"
				}
			}
			if what := taken[wholePath(path)]; what != "" {
				return nil, nil, misused(cmd, "name another file", "-f %s cannot be written over %s, which is %s", f, path, what)
			}
			taken[wholePath(path)] = "that of -f " + f
			p := &pending{path: path}
			files = append(files, p)
			out.To = p
		case shown != "":
			return nil, nil, misused(cmd, "write one of them to a file: -f "+name+"=FILE", "two formats, %s and %s, cannot share standard output", shown, name)
		default:
			shown = name
		}
		outputs = append(outputs, out)
		if path := os.Getenv("GITHUB_STEP_SUMMARY"); name == "github" && path != "" {
			p := &pending{path: path, add: true}
			files = append(files, p)
			summary, _ := lint.FormatNamed("markdown")
			outputs = append(outputs, lint.Output{Format: summary, To: p})
		}
	}
	return outputs, func() error {
		for _, p := range files {
			if err := p.finish(); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// wholePath is what two names of one file have in common.
func wholePath(path string) string {
	full, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		return real
	}
	return full
}

func formatNames() []string {
	var names []string
	for _, f := range lint.Formats {
		names = append(names, f.Name)
	}
	return names
}

// pending is a file that is written whole once all is known.
type pending struct {
	path string
	add  bool // to what is there
	text []byte
}

func (p *pending) Write(b []byte) (int, error) {
	p.text = append(p.text, b...)
	return len(b), nil
}

func (p *pending) finish() error {
	if !p.add {
		return source.Put(p.path, p.text)
	}
	f, err := os.OpenFile(p.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(p.text)
	return errors.Join(err, f.Close())
}
