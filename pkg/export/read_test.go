package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// readers give what people see of each form, and fail the test where the form is broken or holds
// anything that is more than text.
var readers = map[string]func(testing.TB, []byte) string{
	"html":       readPage,
	"markdown":   readMarkdown,
	"statuspage": readMarkdown,
	"text":       readText,
	"email": func(t testing.TB, b []byte) string {
		plain, page := readMail(t, b)
		return readText(t, []byte(plain)) + "\n" + readPage(t, []byte(page))
	},
	"slack":      readSlack,
	"confluence": func(t testing.TB, b []byte) string { return readXML(t, "<page>"+string(b)+"</page>", confluenceTags) },
	"json": func(t testing.TB, b []byte) string {
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&", `\"`, `"`, `\n`, "\n").Replace(string(b))), " ")
	},
}

func readText(t testing.TB, b []byte) string {
	for _, r := range string(b) {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x202e || r == 0x200b {
			t.Errorf("plain text holds %U", r)
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(string(b), "\n> ", "\n")), " ")
}

func readMarkdown(t testing.TB, b []byte) string {
	r := report.Parse(source.New("x.md", b))
	if len(r.Comments) > 0 || bytes.Contains([]byte(report.PlainTree(r.Tree())), []byte("\x1b")) {
		t.Errorf("comments %v", r.Comments)
	}
	var links func(in []report.Inline)
	links = func(in []report.Inline) {
		for _, i := range in {
			if _, ok := address(i.Target); i.Kind == report.ImageInline || i.Kind == report.LinkInline && !ok {
				t.Errorf("a link leads to %q", i.Target)
			}
			links(i.Children)
		}
	}
	text := r.Title.Value
	for _, s := range r.Meta.Services {
		text += "\n" + s.Value
	}
	var walk func(all []*report.Block)
	walk = func(all []*report.Block) {
		for _, b := range all {
			links(b.Inlines)
			text += "\n" + report.PlainText(b.Inlines) + b.Code
			walk(b.Children)
		}
	}
	walk(r.Tree())
	return strings.Join(strings.Fields(text), " ")
}

var confluenceTags = map[string]string{"page": "", "h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "p": "", "br": "", "hr": "", "ul": "", "ol": "start",
	"li": "", "strong": "", "em": "", "del": "", "code": "", "pre": "", "blockquote": "", "a": "href", "table": "", "tbody": "", "tr": "", "th": "", "td": ""}

// readXML reads strictly: known elements with known attributes, web and mail addresses.
func readXML(t testing.TB, s string, tags map[string]string) string {
	d := xml.NewDecoder(strings.NewReader(s))
	var text strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, s)
		}
		switch x := token.(type) {
		case xml.StartElement:
			allowed, ok := tags[x.Name.Local]
			if !ok || x.Name.Space != "" {
				t.Errorf("there is an element %q", x.Name.Local)
			}
			for _, a := range x.Attr {
				if !strings.Contains(" "+allowed+" ", " "+a.Name.Local+" ") {
					t.Errorf("%s has an attribute %s", x.Name.Local, a.Name.Local)
				}
				if _, ok := address(a.Value); a.Name.Local == "href" && !ok {
					t.Errorf("a link leads to %q", a.Value)
				}
			}
			if x.Name.Local != "strong" && x.Name.Local != "em" && x.Name.Local != "code" && x.Name.Local != "del" && x.Name.Local != "a" {
				text.WriteByte(' ')
			}
		case xml.CharData:
			text.Write(x)
		case xml.Comment, xml.ProcInst:
			t.Errorf("there is a comment or an instruction: %v", x)
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

var (
	styleSheet = regexp.MustCompile(`(?s)<style>.*?</style>`)
	hasHandler = regexp.MustCompile(`(?i)<[^>]*\s(on[a-z]+|srcdoc|action)\s*=`)
	activeTag  = regexp.MustCompile(`(?i)<\s*/?(script|iframe|object|embed|form|base|link)\b`)
	harmless   = regexp.MustCompile(`^(#|https?://[^/]|mailto:)`)
	href       = regexp.MustCompile(`href="([^"]*)"`)
	tag        = regexp.MustCompile(`<[^>]*>`)
	inlineTag  = regexp.MustCompile(`</?(b|strong|em|code|del|s|a|span|small|abbr|time)(\s[^>]*)?>`)
)

// readPage takes a page's tags away. The encoders leave no "<" in text and no quote in an attribute,
// which is what makes this safe, and is looked at here.
func readPage(t testing.TB, b []byte) string {
	page := styleSheet.ReplaceAllString(string(b), "")
	if m := activeTag.FindString(page); m != "" {
		t.Errorf("there is an element %q", m)
	}
	if m := hasHandler.FindString(page); m != "" {
		t.Errorf("there is a handler in %q", m)
	}
	for _, m := range href.FindAllStringSubmatch(page, -1) {
		if !harmless.MatchString(m[1]) {
			t.Errorf("a link leads to %q", m[1])
		}
	}
	text := tag.ReplaceAllString(inlineTag.ReplaceAllString(page, ""), " ")
	text = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&amp;", "&").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

func readMail(t testing.TB, b []byte) (plain, page string) {
	for line := range bytes.SplitSeq(b, []byte("\r\n")) {
		if len(line) > 78 {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
		if i := bytes.IndexFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r > '~' }); i >= 0 {
			t.Errorf("a line that is not plain ASCII: %q", line)
		}
	}
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for name := range m.Header {
		if !strings.Contains(" From Date Subject X-Unsent Content-Language Mime-Version Content-Type ", " "+name+" ") {
			t.Errorf("there is a header %s", name)
		}
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatal(kind, err)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	var bodies []string
	for {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, strings.ReplaceAll(string(body), "\r\n", "\n"))
		for _, said := range strings.Fields(subject) {
			if !strings.Contains(string(body), strings.NewReplacer("<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;", "&", "&amp;").Replace(said)) && !strings.Contains(string(body), said) {
				t.Errorf("the subject says %q and the body does not", said)
			}
		}
	}
	if len(bodies) != 2 {
		t.Fatalf("%d parts", len(bodies))
	}
	return bodies[0], bodies[1]
}

func readSlack(t testing.TB, b []byte) string {
	var message struct {
		Text   string
		Blocks []map[string]any
	}
	if err := json.Unmarshal(b, &message); err != nil {
		t.Fatal(err)
	}
	if len(message.Blocks) > 50 {
		t.Errorf("%d blocks", len(message.Blocks))
	}
	if strings.ContainsAny(message.Text, "<>") {
		t.Errorf("the text for notifications is markup: %s", message.Text)
	}
	var text strings.Builder
	size := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			if s, ok := v["text"].(string); ok {
				text.WriteString(s)
				size += utf16Len(s)
			}
			if v["type"] == "mrkdwn" {
				t.Error("there is text that Slack reads as markup")
			}
			if u, ok := v["url"].(string); ok {
				if _, ok := address(u); !ok {
					t.Errorf("a link leads to %q", u)
				}
			}
			walk(v["text"])
			walk(v["elements"])
			if v["type"] != "text" && v["type"] != "link" {
				text.WriteByte(' ')
			}
		}
	}
	for _, block := range message.Blocks {
		size = 0
		walk(block)
		limit := 3000
		if block["type"] == "header" {
			limit = 150
		}
		if size > limit {
			t.Errorf("a %s of %d characters", block["type"], size)
		}
		text.WriteByte(' ')
	}
	return strings.Join(strings.Fields(text.String()), " ")
}
