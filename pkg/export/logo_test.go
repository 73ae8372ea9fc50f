package export

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"slices"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/render"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func testLogo(t *testing.T) *render.Logo {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 60, 40))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * i) // whose PNG looks drawn at random
	}
	m.Set(0, 0, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	l, err := render.ReadLogo(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestLogo holds that a logo is on the page and in the mail, that it raises no alarm, and that it hides
// nothing from the guard.
func TestLogo(t *testing.T) {
	o := testOptions(t)
	plain := o
	o.Theme.Logo = testLogo(t)
	for _, said := range []string{"We are sorry.", "It was Globex.", "The type was:\n\n    Content-Type: image/png\n    Content-ID: x\n\nIt was Globex.",
		`It was <p class="logo"><img src="data:image/png;base64,Globex"> Globex.`} {
		text := "---\ncustomer-title: Payments failed\n---\n\n## Customer summary\n\n" + said + "\n"
		e := cut(t, "x.md", []byte(text))
		g := guard.New(report.Parse(source.New("x.md", []byte(text))), e, guard.Options{Customers: []string{"Globex"}, Names: []string{"Example & Sons"}, Sender: []string{"help@example.com"}})
		for _, x := range Exporters {
			out := output(t, x, e, o)
			if leaks := g.Check("report", x.Searched(out)); (len(leaks) > 0) != strings.Contains(said, "Globex") {
				t.Errorf("%s of %q: %+v", x.Name, said, leaks)
			}
			shown := x.Name == "html" || x.Name == "email"
			if same := bytes.Equal(out, output(t, x, e, plain)); same == shown {
				t.Errorf("%s shows a logo: %v", x.Name, !same)
			}
			if was, is := x.Said(output(t, x, e, plain)), x.Said(out); x.Name == "email" && !slices.Equal(was, is) {
				t.Errorf("a logo makes a mail say %q instead of %q", is, was)
			}
		}
	}
}

// TestMailWithLogo reads the message as a mail program does: a page and its text, and beside them the
// picture that the page shows.
func TestMailWithLogo(t *testing.T) {
	o := testOptions(t)
	o.Theme.Logo = testLogo(t)
	m, err := mail.ReadMessage(bytes.NewReader(output(t, email, cutFile(t, "edition.in.md"), o)))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	parts := map[string]string{}
	id := ""
	var read func(header string, body io.Reader)
	read = func(header string, body io.Reader) {
		kind, params, err := mime.ParseMediaType(header)
		if err != nil {
			t.Fatal(err)
		}
		kinds = append(kinds, kind)
		if !strings.HasPrefix(kind, "multipart/") {
			text, err := io.ReadAll(body)
			if err != nil {
				t.Fatal(err)
			}
			parts[kind] = string(text)
			return
		}
		for r := multipart.NewReader(body, params["boundary"]); ; {
			p, err := r.NextPart()
			if err == io.EOF {
				return
			} else if err != nil {
				t.Fatal(err)
			}
			if at := p.Header.Get("Content-ID"); at != "" {
				id = strings.Trim(at, "<>")
			}
			read(p.Header.Get("Content-Type"), p)
		}
	}
	read(m.Header.Get("Content-Type"), m.Body)
	if got := strings.Join(kinds, " "); got != "multipart/related multipart/alternative text/plain text/html image/png" {
		t.Error(got)
	}
	if want := fmt.Sprintf(`<img src="cid:%s" alt="Example &amp; Sons" width="60" height="40"`, id); id == "" || !strings.Contains(parts["text/html"], want) {
		t.Errorf("%s is not in %s", want, parts["text/html"])
	}
	for line := range strings.Lines(parts["image/png"]) {
		if len(line) > 78 {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
}
