package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
	"gopkg.in/yaml.v3"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

// TestIntegrations holds the files by which other systems call the program to YAML's grammar, to the
// flags and formats that lint has, and to answers that leave no place unfilled.
func TestIntegrations(t *testing.T) {
	texts := map[string]string{}
	for _, name := range []string{"action.yml", ".pre-commit-hooks.yaml", "templates/lint.yml"} {
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(text)
	}
	o := initOptions{Reports: "docs/incidents", Group: "strict", PreCommit: "yes", Publish: "yes", Organisation: "- a: \"b\" #c", Public: "*.example.com, [x], 'y'"}
	for _, o.CI = range []string{"github", "gitlab"} {
		for _, f := range o.files() {
			text, err := o.fill(f.from)
			if err != nil {
				t.Fatal(err)
			}
			texts[f.from] = string(text)
		}
	}
	commands := map[string]*pflag.FlagSet{"lint": lintCommand().Flags(), "export": exportCommand().Flags()}
	for name, text := range texts {
		d := yaml.NewDecoder(strings.NewReader(text))
		var doc yaml.Node
		if err := d.Decode(&doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if m := regexp.MustCompile(`\{\{[a-z]+\}\}`).FindString(text); m != "" {
			t.Errorf("%s: %s is not filled in", name, m)
		}
		for _, m := range regexp.MustCompile(`(lint|export|args=\(|args\+=\().*`).FindAllStringSubmatch(text, -1) {
			command := m[1]
			if commands[command] == nil {
				command = "lint"
			}
			for _, flag := range regexp.MustCompile(` --([a-z-]+)`).FindAllStringSubmatch(m[0], -1) {
				if commands[command].Lookup(flag[1]) == nil {
					t.Errorf("%s: %s has no flag --%s", name, command, flag[1])
				}
			}
			for _, format := range regexp.MustCompile(`(?:-f|--format) "?([a-z]+)`).FindAllStringSubmatch(m[0], -1) {
				if _, ok := lint.FormatNamed(format[1]); !ok {
					t.Errorf("%s: there is no format %s", name, format[1])
				}
			}
		}
	}
}

// TestPin: what init writes names a program that others can get.
func TestPin(t *testing.T) {
	const commit = "0123456789abcdef0123456789abcdef01234567"
	for _, c := range []struct {
		b    buildInfo
		want string
	}{
		{buildInfo{Version: "v1.2.3"}, "v1.2.3"},
		{buildInfo{Version: "1.2.3", Commit: commit}, "v1.2.3"}, // as the linker is told in a release
		{buildInfo{Version: "v1.2.3-rc.1"}, "v1.2.3-rc.1"},
		{buildInfo{Version: "v1.2.4-0.20260102030405-0123456789ab", Commit: commit}, commit},
		{buildInfo{Version: "v0.0.0-20260102030405-0123456789ab"}, ""},
		{buildInfo{Version: "v0.0.0-20260102030405-0123456789ab+dirty", Commit: commit, Modified: true}, ""},
		{buildInfo{Version: "development", Commit: commit}, commit},
		{buildInfo{Version: "development"}, ""},
	} {
		if got := c.b.pin(); got != c.want {
			t.Errorf("%+v is pinned as %q, want %q", c.b, got, c.want)
		}
	}
}

// steps are what the action and the GitLab component run, with the inputs that they hand on by the
// environment.
func steps(t *testing.T) map[string]string {
	t.Helper()
	read := func(name string, into any) {
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		_, job, several := bytes.Cut(text, []byte("\n---\n"))
		if several {
			text = job
		}
		if err := yaml.Unmarshal(text, into); err != nil {
			t.Fatal(err)
		}
	}
	var action struct {
		Runs struct{ Steps []struct{ Shell, Run string } }
	}
	read("action.yml", &action)
	var gitlab struct{ Postmortem struct{ Script []string } }
	read("templates/lint.yml", &gitlab)
	if len(action.Runs.Steps) != 1 || action.Runs.Steps[0].Shell != "bash" {
		t.Fatalf("%+v", action)
	}
	return map[string]string{"action": action.Runs.Steps[0].Run, "gitlab": strings.Join(gitlab.Postmortem.Script, "\n")}
}

// TestSteps runs the shell of the action and of the GitLab component, with a go that puts a program
// in place which says how it was called: inputs reach it as words, whatever is in them.
func TestSteps(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("needs bash and programs that are scripts")
	}
	all := steps(t)
	fake := `#!/bin/sh
echo "go $*" >>"$RUNNER_TEMP/said"
cat >"$RUNNER_TEMP/postmortem" <<'END'
#!/bin/sh
for a; do echo "[$a]"; done >>"$RUNNER_TEMP/said"
exit "${EXIT:-0}"
END
chmod +x "$RUNNER_TEMP/postmortem"
`
	for _, c := range []struct {
		step string
		env  []string
		want string
		exit int
	}{
		{"action", []string{"PATHS=.", "REF=v1.2.3"}, "go build -C /action -trimpath -ldflags -X main.version=v1.2.3 -o TEMP/postmortem ./cmd/postmortem\n[lint]\n[--format]\n[github]\n[--]\n[.]\n", 0},
		{"action", []string{"PATHS=", "REF=main", "EXIT=1"}, "go build -C /action -trimpath -o TEMP/postmortem ./cmd/postmortem\n[lint]\n[--format]\n[github]\n[--]\n", 1},
		{"action", []string{"PATHS=a b\n\n$(touch pwned)\n`touch pwned`\n\"q'\n*\n-f\n; touch pwned", "FAIL_ON=$(touch pwned)", "CHANGED=$(touch pwned)", "SARIF=o u;t\".sarif", "REF=v1 $(touch pwned)"},
			"go build -C /action -trimpath -ldflags -X main.version=v1 $(touch pwned) -o TEMP/postmortem ./cmd/postmortem\n[lint]\n[--format]\n[github]\n[--changed=$(touch pwned)]\n[--fail-on]\n[$(touch pwned)]\n[--format]\n[sarif=o u;t\".sarif]\n[--]\n" +
				"[a b]\n[$(touch pwned)]\n[`touch pwned`]\n[\"q']\n[*]\n[-f]\n[; touch pwned]\n", 0},
		{"gitlab", []string{"POSTMORTEM_PATHS=docs **/x.md $(touch pwned) ; -f 'a", "POSTMORTEM_VERSION=v1 $(touch pwned)", "EXIT=1"},
			"go install github.com/openpostmortem/postmortem/cmd/postmortem@v1 $(touch pwned)\n[lint]\n[-f]\n[text]\n[-f]\n[gitlab=gl-code-quality-report.json]\n[--]\n[docs]\n[**/x.md]\n[$(touch]\n[pwned)]\n[;]\n[-f]\n['a]\n", 1},
	} {
		temp, work := t.TempDir(), t.TempDir()
		if err := os.WriteFile(filepath.Join(temp, "go"), []byte(fake), 0o755); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", all[c.step])
		cmd.Dir = work
		cmd.Env = append(c.env, "PATH="+temp+string(os.PathListSeparator)+os.Getenv("PATH"), "RUNNER_TEMP="+temp, "GITHUB_ACTION_PATH=/action")
		out, err := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != c.exit {
			t.Errorf("%s with %q ends with %d, want %d: %v\n%s", c.step, c.env, got, c.exit, err, out)
		}
		said, err := os.ReadFile(filepath.Join(temp, "said"))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, strings.ReplaceAll(string(said), temp, "TEMP")); d != "" {
			t.Errorf("%s with %q (- want, + got):\n%s", c.step, c.env, d)
		}
		if left, _ := os.ReadDir(work); len(left) > 0 {
			t.Errorf("%s with %q left %s behind", c.step, c.env, left[0].Name())
		}
	}
}

// TestProblemMatcher reads the concise format as GitHub would with the matcher.
func TestProblemMatcher(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "problem-matcher.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		ProblemMatcher []struct {
			Pattern []struct {
				Regexp                                      string
				File, Line, Column, Severity, Message, Code int
			}
		}
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	p := file.ProblemMatcher[0].Pattern[0]
	golden, err := os.ReadFile(filepath.Join("..", "..", "pkg", "lint", "testdata", "concise.golden"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(golden)) {
		m := regexp.MustCompile(p.Regexp).FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			t.Errorf("not matched: %s", line)
			continue
		}
		if again := m[p.File] + ":" + m[p.Line] + ":" + m[p.Column] + ": " + m[p.Severity] + ": " + m[p.Message] + " [" + m[p.Code] + "]\n"; again != line {
			t.Errorf("%q was read as %q", line, again)
		}
	}
}
