package frontmatter

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestRead(t *testing.T) {
	values := func(text ...string) (out []Value) {
		for _, s := range text {
			out = append(out, Value{Text: s})
		}
		return out
	}
	for _, c := range []struct {
		name, text string
		want       Matter
	}{
		{"none", "# Title\n\ntitle: x\n", Matter{}},
		{"a rule", "---\n\ntext\n", Matter{}},
		{"not closed", "---\ntitle: x\n", Matter{Lost: true, Faults: []Fault{{Kind: Syntax}}}},
		{"plain", "---\ntitle: x\nservices: [a, b]\n---\ntext\n", Matter{Lists: true, Keys: []Key{
			{Name: "title", Values: values("x"), Single: true}, {Name: "services", Values: values("a", "b")}}}},
		{"behind a byte order mark", "\ufeff---\ntitle: \"x\\ty\"\n...\n", Matter{Lists: true, Keys: []Key{{Name: "title", Values: values("x\ty"), Single: true}}}},
		{"no value", "---\ntitle: ~\nowner:\n  name: x\n---\n", Matter{Lists: true, Keys: []Key{
			{Name: "title", Values: []Value{{Text: "~", Null: true}}, Single: true}, {Name: "owner"}}}},
		{"twice", "---\na: 1\na: 2\n---\n", Matter{Lists: true, Keys: []Key{{Name: "a", Values: values("1"), Single: true}}, Faults: []Fault{{Kind: Twin}}}},
		{"a list", "---\n- a\n---\n", Matter{Lists: true, Faults: []Fault{{Kind: NotMapping}}}},
		{"an alias", "---\na: &x 1\nb: *x\n---\n", Matter{Lists: true, Faults: []Fault{{Kind: Alias}}}},
		{"no YAML", "---\na: b: c\n---\n", Matter{Lists: true, Lost: true, Faults: []Fault{{Kind: Syntax}}}},
		{"TOML", "+++\ntitle = \"x\"\n[more]\na = 1\n+++\n", Matter{Keys: []Key{{Name: "title", Values: values("x"), Single: true}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Read(source.New("r.md", []byte(c.text)), []string{"title"})
			if d := cmp.Diff(c.want, got, cmpopts.EquateEmpty(), cmp.FilterPath(func(p cmp.Path) bool {
				name := p.Last().String()
				return name == ".Span" || name == ".Value" || name == ".Message" || name == ".Hint"
			}, cmp.Ignore())); d != "" {
				t.Error(d)
			}
		})
	}
}

// FuzzRead holds that whatever stands in front of a text, all that is read of it lies in it, and a key that holds one value has one.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "---", "---\n---\n", "+++\na = 'b\n+++", "---\n\"a\": [b, {c: d}, ~]\n---\n", "---\r\na: |\r\n  b\r\n---\r\n", "---\na: é\nb: \"\\u00e9\"\n---", "---\n\tb\n---\n", "---\na: [b\n---\n", "---\na: 'b\n---\n", "---\n? [a]\n: b\n---\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m := Read(source.New("r.md", text), []string{"title"})
		inside := func(what string, s source.Span) {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Errorf("%s: span %v of a text of %d bytes", what, s, len(text))
			}
		}
		inside("all", m.Span)
		for _, x := range m.Faults {
			inside(x.Message, x.Span)
		}
		for _, k := range m.Keys {
			inside(k.Name, k.Span)
			inside(k.Name, k.Value)
			if k.Single && (len(k.Values) != 1 || k.Values[0].Span != k.Value) {
				t.Errorf("%s holds one value, and %d are given", k.Name, len(k.Values))
			}
			for _, v := range k.Values {
				inside(v.Text, v.Span)
			}
		}
	})
}
