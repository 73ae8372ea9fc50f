package frontmatter

import (
	"testing"

	"gopkg.in/yaml.v3"
)

// FuzzPlain holds the quick reading of front matter to yaml.v3's: what it reads, it reads the
// same, with the same places.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		"title: Most tools unavailable\nid: 2019-03-28-kafka\ntimezone: America/New_York\nservices: [Kafka, ZooKeeper]\nstarted: 2019-03-28 11:10\n",
		"title: \"a: b\"\nowner: 'Ana'\n\ntags:\n  - one\n  - two words\nlast: 12:30\n", "a: [x,  y]\r\nb: c\r\n", "a:\nb: c", "a: 1\n  b", "a: b\n - c", "a: []\n", "\n\na: b",
		"a: b\na: c\n", "a: é [x]\nb: [é, ü]\n", "null: x", "a: ~\n", "a: b:\n", "a: b #c\n", "a: [b c, d]", "a:\n  - name: x\n    role: y\n  - name: z\nb:\n  c: 1\n  d:\n    e: f\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, ok := plain(text)
		if !ok {
			return
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(text, &doc); err != nil || len(doc.Content) != 1 {
			t.Fatalf("%q: read, but yaml.v3 says %v", text, err)
		}
		sameNode(t, text, doc.Content[0], got)
	})
}

func sameNode(t *testing.T, text []byte, want, got *yaml.Node) {
	t.Helper()
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle
	if want.Kind != got.Kind || want.Value != got.Value || want.Line != got.Line || want.Column != got.Column ||
		want.Style&quoted != got.Style&quoted || (want.Tag == "!!null") != (got.Tag == "!!null") || len(want.Content) != len(got.Content) || want.Anchor != "" {
		t.Fatalf("%q: got %+v, want %+v", text, got, want)
	}
	for i := range want.Content {
		sameNode(t, text, want.Content[i], got.Content[i])
	}
}
