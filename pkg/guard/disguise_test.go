package guard

import "testing"

// TestTagsInAddresses holds that a tag in an address, which ends the tag that the address stands in, hides nothing.
func TestTagsInAddresses(t *testing.T) {
	_, g := guarded(t, "## Summary\n\nSee OPS-5236 and ZazephCloud.\n\n## Customer summary\n\nIt was slow.\n", Options{})
	for _, c := range []struct{ out, want string }{
		{`<p><a href="https://status.example.com/OPS-5%3C!--%20x%20--%3E236" rel="x">it</a> was <b>slow</b></p>`, "OPS-5%3C!--%20x%20--%3E236"},
		{`<p><a href="https://status.example.com/Zazep%3Cwbr%3EhCloud">it</a></p>`, "Zazep%3Cwbr%3EhCloud"},
		{`<p><a href="https://status.example.com/x">it</a> was <b>slow</b></p>`, ""},
	} {
		if got := refused(g, []byte(c.out)); got != c.want {
			t.Errorf("%s: refused is %q, want %q", c.out, got, c.want)
		}
	}
}

// TestDisguisedField holds that a coded name in a field is the name, and not the pieces of its code.
func TestDisguisedField(t *testing.T) {
	_, g := guarded(t, "---\nowner: \"&#x4f;&#x6b;&#x6f;nk&#x77;&#x6f;\"\n---\n\n## Customer summary\n\nIt was slow.\n", Options{})
	for _, c := range []struct{ out, want string }{
		{`<p>It was Okonkwo.</p>`, "Okonkwo"},
		{`<rect x="6b" y="6f"/><text x="77">a</text>`, ""},
	} {
		if got := refused(g, []byte(c.out)); got != c.want {
			t.Errorf("%s: refused is %q, want %q", c.out, got, c.want)
		}
	}
}
