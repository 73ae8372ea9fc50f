// Package pkg holds the test of the architecture: which package may import which.
package pkg

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/openpostmortem/postmortem/"

// levels gives each package its level. An import may only point to a lower one; packages on one
// level do not know each other. ARCHITECTURE.md draws the same picture.
var levels = map[string]int{
	"pkg/eight": 0, "pkg/sieve": 0, // for whoever reads all of a text
	"templates": 1, "pkg/near": 1, "pkg/prose": 1, "pkg/wordlist": 1, "pkg/source": 1, "pkg/moment": 1, "pkg/markdown/hostile": 1,
	"pkg/markdown": 2, "pkg/frontmatter": 2,
	"pkg/report":  3,
	"pkg/archive": 4, "pkg/claim": 4,
	"pkg/lint": 5, "pkg/stats": 5, "pkg/render": 5, "pkg/edition": 5, "pkg/scaffold": 5, "pkg/importer": 5, "pkg/monitor": 5,
	"pkg/site": 6, "pkg/rules": 6, "pkg/export": 6, "pkg/guard": 6,
	"pkg/config": 7,
}

// only says which packages may import something that the others may not.
var only = map[string][]string{
	"github.com/yuin/goldmark":  {"pkg/markdown", "pkg/report", "pkg/render"},
	"gopkg.in/yaml.v3":          {"pkg/frontmatter", "pkg/config", "pkg/monitor"},
	"github.com/spf13/":         {},
	"github.com/charmbracelet/": {},
	"golang.org/x/term":         {},
	"net":                       {"pkg/monitor", "pkg/importer", "pkg/site"},
	"net/http":                  {"pkg/monitor", "pkg/importer", "pkg/site"},
	"os/exec":                   {"pkg/monitor", "pkg/archive"},
	"flag":                      {},
}

// TestArchitecture holds the packages below pkg to the levels, and keeps from them what only a
// command may do: exit, print, run code before main.
func TestArchitecture(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && d.Name() != "..") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		rel, _ := filepath.Rel("..", path)
		pkg := filepath.ToSlash(filepath.Dir(rel))
		if strings.HasPrefix(pkg, "pkg/") {
			check(t, pkg, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, pkg, path string) {
	level, known := levels[pkg]
	if !known {
		t.Errorf("%s: package %s has no level: give it one in arch_test.go and in ARCHITECTURE.md", path, pkg)
		return
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, im := range file.Imports {
		name, _ := strconv.Unquote(im.Path.Value)
		if own, ok := strings.CutPrefix(name, module); ok {
			if to, ok := levels[own]; !ok || to >= level {
				t.Errorf("%s: %s (level %d) may not import %s (level %d)", path, pkg, level, own, to)
			}
			continue
		}
		for prefix, allowed := range only {
			hit := name == prefix || strings.HasSuffix(prefix, "/") && strings.HasPrefix(name, prefix) || strings.HasPrefix(name, prefix+"/") && strings.Contains(prefix, ".")
			if hit && !slices.Contains(allowed, pkg) {
				t.Errorf("%s: %s may not import %s", path, pkg, name)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				t.Errorf("%s: func init runs at every start", fset.Position(n.Pos()))
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && x.Name == "os" && slices.Contains([]string{"Exit", "Stdout", "Stderr", "Stdin", "Args"}, n.Sel.Name) {
				t.Errorf("%s: only a command may use os.%s", fset.Position(n.Pos()), n.Sel.Name)
			}
		}
		return true
	})
}
