package guard

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestMask holds that a secret cannot be read in what is shown to the author, wherever it stands and
// whatever is put over it, and that all else can.
func TestMask(t *testing.T) {
	everySeed(func(s seed, value, place, disguise, text string) {
		if s.class != "secret" || disguise == "case" { // in capitals it opens nothing
			return
		}
		in := seeded(text, "").File.Text
		out := Mask(in)
		if holds(out, value) {
			t.Errorf("%s in a %s, %s: %s", value, place, disguise, out)
		}
		if len(out) != len(in) || bytes.Count(out, []byte("\n")) != bytes.Count(in, []byte("\n")) || !bytes.HasPrefix(out, in[:60]) {
			t.Errorf("%s in a %s, %s: more than the secret is masked: %s", value, place, disguise, out)
		}
	})
	for in, want := range map[string]string{
		"the password: Hunter2x! was":                     "the password: Hun****** was",
		"at https://ci:abc@git.example.net/x":             "at https://ci:a**@git.example.net/x",
		"passphrase: \"Größe7ßßß\" was":                   "passphrase: \"Grö**********\" was",
		"token of a sentence about passwords":             "token of a sentence about passwords",
		"- -----BEGIN RSA PRIVATE\n  KEY-----":            "- ----******************\n*****-----",
		strings.Repeat("password: Hunter2x! ", 300) + "x": strings.Repeat("password: Hun****** ", 300) + "x",
	} {
		if got := string(Mask([]byte(in))); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// TestLeaksTellNoSecret holds it of findings that hold one: a link with a password, a sentence that a
// withheld part has too. No hash of theirs may be told either.
func TestLeaksTellNoSecret(t *testing.T) {
	value := "Hunter" + fmt.Sprint(7*3) + "x!"
	for _, public := range []string{
		"We fetched it from https://deploy:" + value + "@git.corp.internal/x once.",
		"We found that the password: " + value + " had been printed on every page of the form.",
		"It was postgres://app:" + value + "@db.internal:5432/prod then.",
		"We ran `curl -u admin:" + value + " https://db.internal/x` twice.",
	} {
		e, g := guarded(t, "## Customer summary\n\n"+public+"\n\n## Causes\n\n"+public+"\n", Options{})
		leaks, secrets := g.Check("page.md", e.Markdown), 0
		for _, l := range leaks {
			told := fmt.Sprintf("%+v", l)
			if strings.Contains(told, value[:len(value)-2]) {
				t.Errorf("%s: %s", public, told)
			}
			if l.Class == Secret {
				secrets++
			}
			if at := string(e.Markdown[l.Offset:]); !l.Secret && strings.Contains(at[:min(len(at), len(l.Found))], value) {
				t.Errorf("%s: the hash of %s may be told", public, told)
			}
		}
		if secrets != 1 {
			t.Errorf("%s: %d secrets among %+v", public, secrets, leaks)
		}
	}
}
