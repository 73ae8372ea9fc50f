package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// setup holds what init writes, with places for the answers.
//
//go:embed setup
var setup embed.FS

// firstRelease stands where nobody else can get what init was built from; init says so.
const firstRelease = "v0.1.0"

type initOptions struct {
	Reports, CI, PreCommit, Group string
	Publish, Organisation, Public string

	Accessible bool
}

func initCommand() *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		SuggestFor: []string{"setup", "install"},
		Use:        "init",
		Short:      "Set a repository up to check its reports",
		Long: `Set up the repository in the working directory: write ` + config.Name + `, and if wanted a job for
GitHub or GitLab and an entry for pre-commit. What is given in flags is not asked for; outside a
terminal nothing is, and the job is that of the files which are there. A file that is there already
is never touched; what belongs into it is printed instead.

Where customers read of incidents, what the organisation is called in public is asked for too: these
names may stand in what is published, and no others that look internal.

The paths of the new files go to standard output, all else to standard error.`,
		Example: "  postmortem init\n  postmortem init --ci github --pre-commit yes --reports docs/incidents\n" +
			"  postmortem init --organisation \"Example Pay\" --public \"Example Card, status.example.com\"",
		Args: between(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return setUp(cmd, &o) },
	}
	cmd.Flags().StringVar(&o.Reports, "reports", "", "the `directory` of the reports (default: the whole repository)")
	addChoice(cmd, &o.CI, "ci", []string{"github", "gitlab", "none"}, "for which service to write a job")
	addChoice(cmd, &o.PreCommit, "pre-commit", []string{"yes", "no"}, "whether to check before each commit")
	addChoice(cmd, &o.Group, "group", []string{string(lint.Recommended), string(lint.Strict), string(lint.All)}, "which rules run")
	addChoice(cmd, &o.Publish, "publish", []string{"yes", "no"}, "whether customers read of incidents")
	cmd.Flags().StringVar(&o.Organisation, "organisation", "", "the `name` of the organisation, as customers know it")
	cmd.Flags().StringVar(&o.Public, "public", "", "other `names` that customers know, with commas between: products, the status page, the address of support")
	cmd.Flags().BoolVar(&o.Accessible, "accessible", false, "ask in plain lines, for screen readers, dumb terminals and pipes")
	return cmd
}

func setUp(cmd *cobra.Command, o *initOptions) error {
	if err := o.inRoot(); err != nil {
		return err
	}
	questions := o.questions()
	for _, q := range questions {
		if *q.value != "" {
			if err := q.answer(*q.value); err != nil {
				return err
			}
		}
	}
	if o.Publish == "no" && o.named() {
		return misused(cmd, "leave one of them out", "--publish no leaves nothing for --organisation and --public to say")
	}
	if o.Accessible || isTerminal(cmd.InOrStdin()) && isTerminal(cmd.ErrOrStderr()) {
		if err := ask(cmd, "Checking reports", questions, o.Accessible); err != nil {
			return err
		}
	}
	for _, q := range questions {
		if err := q.settle(); err != nil {
			return err
		}
	}
	talk := cmd.ErrOrStderr()
	if len(o.files()) > 1 && build().pin() == "" {
		fmt.Fprintf(talk, "postmortem: this program is built from changes that no release or commit holds; put the tag of a release in the place of %s\n", firstRelease)
	}
	for _, f := range o.files() {
		text, err := o.fill(f.from)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(f.to), 0o755); err != nil {
			return err
		}
		switch err := source.Create(f.to, text); {
		case errors.Is(err, fs.ErrExist) && f.to == config.Name && !o.named():
			fmt.Fprintf(talk, "postmortem: %s is there already and stays as it is\n", f.to)
		case errors.Is(err, fs.ErrExist):
			if f.to == config.Name {
				text, _ = o.publish()
			}
			fmt.Fprintf(talk, "postmortem: %s is there already and stays as it is; this belongs into it:\n\n%s\n", f.to, text)
		case err != nil:
			return err
		default:
			fmt.Fprintln(cmd.OutOrStdout(), filepath.ToSlash(f.to))
		}
	}
	fmt.Fprintf(talk, "postmortem: hint: postmortem lint %s shows what is found now; --write-baseline takes it off the list\n", o.Reports)
	return nil
}

// inRoot gives an error where a job or an entry for pre-commit would be written and nobody would look for it.
func (o *initOptions) inRoot() error {
	root, inside := archive.Root(".")
	here, err := filepath.Abs(".")
	if err != nil || !inside || here == root || o.CI == "none" && o.PreCommit != "yes" {
		return err
	}
	from, err := filepath.Rel(root, here)
	if err != nil {
		return err
	}
	up, err := filepath.Rel(here, root)
	if err != nil {
		return err
	}
	from, up = filepath.ToSlash(from), filepath.ToSlash(up)
	return hinted{fmt.Errorf("this directory is %s of a repository, and jobs are looked for at its root", from),
		"cd " + up + " && postmortem init --reports " + from + "; for a configuration alone: postmortem init --ci none"}
}

// setupFile is a file that init writes.
type setupFile struct{ from, to string }

func (o *initOptions) files() []setupFile {
	files := []setupFile{{"postmortem.yaml", config.Name}}
	switch o.CI {
	case "github":
		files = append(files, setupFile{"github.yml", filepath.Join(".github", "workflows", "postmortem.yml")})
	case "gitlab":
		files = append(files, setupFile{"gitlab.yml", ".gitlab-ci.yml"})
	}
	if o.PreCommit == "yes" {
		files = append(files, setupFile{"pre-commit.yaml", ".pre-commit-config.yaml"})
	}
	return files
}

func (o *initOptions) fill(name string) ([]byte, error) {
	text, err := setup.ReadFile("setup/" + name)
	if err != nil {
		return nil, err
	}
	version, pattern := build().pin(), `\.(md|mdx|markdown|html\.md\.erb)$`
	if version == "" {
		version = firstRelease
	}
	where := "# reports: docs/incidents"
	if o.Reports != "." {
		where = "reports: " + o.Reports
		pattern = "^" + regexp.QuoteMeta(o.Reports) + "/.*" + pattern
	}
	publish, err := o.publish()
	if publish != nil {
		publish = append([]byte("\n"), publish...)
	}
	history, guard := o.guard()
	return []byte(strings.NewReplacer("{{history}}", history, "{{where}}", where, "{{guard}}", guard, "{{group}}", o.Group, "{{reports}}", o.Reports, "{{version}}", version, "{{pattern}}", pattern, "{{publish}}", string(publish)).Replace(string(text))), err
}

// publish is what the configuration says of publishing; empty where nothing is published.
func (o *initOptions) publish() ([]byte, error) {
	if o.Publish != "yes" {
		return nil, nil
	}
	text, err := setup.ReadFile("setup/publish.yaml")
	if err != nil {
		return nil, err
	}
	organisation, public := "# organisation: Example", "# public: [Example Card, status.example.com, support@example.com]"
	if o.Organisation != "" {
		organisation = "organisation: " + scaffold.YAML(o.Organisation)
	}
	if names, err := scaffold.ReadList(o.Public); err == nil && len(names) > 0 {
		public = "public: " + scaffold.YAMLList(names)
	}
	return []byte(strings.NewReplacer("{{organisation}}", organisation, "{{public}}", public).Replace(string(text))), nil
}

// guard is what the job needs to search what customers would read: the people of the whole history are
// looked for, and the program that the step before has made, or installed, is called.
func (o *initOptions) guard() (history, step string) {
	switch {
	case o.Publish != "yes":
	case o.CI == "github":
		return "\n          fetch-depth: 0 # whoever is in the history is not named to customers", `
      # What customers would read holds nothing that must not leave.
      - if: success() || failure()
        run: '"$RUNNER_TEMP/postmortem" export --dry-run --format github ` + o.Reports + "'"
	case o.CI == "gitlab":
		return "  variables:\n    GIT_DEPTH: \"0\" # whoever is in the history is not named to customers\n", `
    # What customers would read holds nothing that must not leave.
    - postmortem export --dry-run ` + o.Reports
	}
	return "", ""
}

// named reports whether a name is there that customers know.
func (o *initOptions) named() bool { return o.Organisation != "" || o.Public != "" }

func (o *initOptions) questions() []*question {
	return []*question{
		{flag: "reports", name: "directory of the reports", title: "Where are the reports?", help: "a directory of this repository; . for all of it",
			value: &o.Reports, usual: func() string { return "." }, read: readReports, page: 1},
		{flag: "group", name: "group of rules", title: "Which rules should run?", value: &o.Group, usual: func() string { return string(lint.Recommended) },
			choices: []scaffold.Choice{{Value: string(lint.Recommended), Meaning: "what hardly anybody disputes"}, {Value: string(lint.Strict), Meaning: "more of what the guides ask for"},
				{Value: string(lint.All), Meaning: "every rule"}},
			read: readOneOf("recommended", "strict", "all"), page: 1},
		{flag: "ci", name: "service", title: "Which service should check pull requests?", value: &o.CI, usual: usualCI,
			choices: ciChoices(), read: readOneOf("github", "gitlab", "none"), page: 2},
		{flag: "pre-commit", name: "answer", title: "Check before each commit, with pre-commit?", value: &o.PreCommit, usual: func() string { return "no" },
			choices: []scaffold.Choice{{Value: "no", Meaning: ""}, {Value: "yes", Meaning: "write " + ".pre-commit-config.yaml"}}, read: readOneOf("yes", "no"), page: 2},
		{flag: "publish", name: "answer", title: "Do customers read of incidents?", value: &o.Publish, usual: o.usualPublish,
			choices: []scaffold.Choice{{Value: "no", Meaning: ""}, {Value: "yes", Meaning: "on a status page, by mail, on a site"}}, read: readOneOf("yes", "no"), page: 3},
		{flag: "organisation", name: "organisation's name", title: "What is your organisation called in public?", help: "it stands above what customers read; may stay empty",
			value: &o.Organisation, usual: empty, read: readName, page: 4, skip: o.unpublished},
		{flag: "public", name: "list of names", title: "What else do customers know you by?", help: "products, the status page, the address of support; with commas between",
			value: &o.Public, usual: empty, read: readList, page: 4, skip: o.unpublished},
	}
}

func (o *initOptions) unpublished() bool { return o.Publish == "no" }

func (o *initOptions) usualPublish() string {
	if o.named() {
		return "yes"
	}
	return "no"
}

// readName takes a name, or none.
func readName(s string) (string, error) {
	if strings.TrimSpace(s) == "" {
		return "", nil
	}
	return scaffold.ReadLine(s)
}

func readOneOf(of ...string) func(string) (string, error) {
	return func(s string) (string, error) { return readChoice(s, of) }
}

// usualCI is the service whose files are in the repository.
func usualCI() string {
	for _, c := range [][2]string{{".github", "github"}, {".gitlab-ci.yml", "gitlab"}} {
		if _, err := os.Stat(c[0]); err == nil {
			return c[1]
		}
	}
	return "none"
}

func ciChoices() []scaffold.Choice {
	all := []scaffold.Choice{{Value: "github", Meaning: "a workflow of GitHub Actions"}, {Value: "gitlab", Meaning: "a job of GitLab CI"}, {Value: "none", Meaning: ""}}
	usual := usualCI()
	for i, c := range all {
		if c.Value == usual {
			all[0], all[i] = all[i], all[0]
		}
	}
	return all
}

func readReports(s string) (string, error) {
	// What may be written into YAML, a shell line and a pattern as it stands.
	plain := regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._/-]*$`)
	s = path.Clean(filepath.ToSlash(strings.TrimSpace(s)))
	if s == "." {
		return s, nil
	}
	if !plain.MatchString(s) || !filepath.IsLocal(s) {
		return "", fmt.Errorf("%q is not a plain path inside the repository", s)
	}
	if info, err := os.Stat(s); err != nil || !info.IsDir() {
		return "", hinted{fmt.Errorf("%q is not there", s), "make it first: mkdir -p " + s}
	}
	return s, nil
}
