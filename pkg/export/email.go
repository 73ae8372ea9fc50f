package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/render"
)

var email = Exporter{Name: "email", Summary: "a message with plain text and HTML, to be opened in a mail program", Extension: ".eml",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		message, err := newMessage(newDocument(e, o), o)
		if err != nil {
			return err
		}
		_, err = w.Write(message)
		return err
	}, Foreign: searchedMail}

// newMessage is a message as RFC 5322 and MIME have it: its plain text first, then the same as HTML.
// Without a sender or a date it is a draft, which a mail program completes when it is sent.
func newMessage(d *document, o Options) ([]byte, error) {
	kind, body, err := alternative(d, o)
	if err != nil {
		return nil, err
	}
	if l := o.Theme.Logo; l != nil {
		kind, body = related(l, kind, body)
	}
	var b bytes.Buffer
	if o.From != "" {
		from, err := Sender(o.From)
		if err != nil {
			return nil, err
		}
		b.WriteString("From: " + from.String() + "\r\n")
	}
	if !o.Date.IsZero() {
		b.WriteString("Date: " + o.Date.Format(time.RFC1123Z) + "\r\n")
	}
	b.WriteString("Subject: " + subject(oneLine(d.title)) + "\r\n")
	if o.From == "" || o.Date.IsZero() {
		b.WriteString("X-Unsent: 1\r\n")
	}
	b.WriteString("Content-Language: " + d.language + "\r\nMIME-Version: 1.0\r\nContent-Type: " + kind + "\r\n\r\n")
	b.Write(body)
	return b.Bytes(), nil
}

// alternative is the body of a message that says the same twice, and its type.
func alternative(d *document, o Options) (kind string, body []byte, err error) {
	parts := []struct{ kind, body string }{{"text/plain", plainText(d) + plainTheme(o)}, {"text/html", mailPage(d, o)}}
	boundary := boundaryOf([]byte(parts[0].body), []byte(parts[1].body))
	var b bytes.Buffer
	for _, p := range parts {
		b.WriteString("--" + boundary + "\r\nContent-Type: " + p.kind + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
		q := quotedprintable.NewWriter(&b)
		if _, err := io.WriteString(q, p.body); err != nil {
			return "", nil, err
		}
		if err := q.Close(); err != nil {
			return "", nil, err
		}
		b.WriteString("\r\n")
	}
	b.WriteString("--" + boundary + "--\r\n")
	return "multipart/alternative;\r\n boundary=\"" + boundary + "\"", b.Bytes(), nil
}

// related puts a logo beside a body that shows it.
func related(l *render.Logo, kind string, body []byte) (string, []byte) {
	boundary := boundaryOf(body, l.PNG)
	var b bytes.Buffer
	b.WriteString("--" + boundary + "\r\nContent-Type: " + kind + "\r\n\r\n")
	b.Write(body)
	b.WriteString("--" + boundary + logoHead + "<" + logoID(l.PNG) + ">\r\n\r\n")
	for line := range slices.Chunk([]byte(base64.StdEncoding.EncodeToString(l.PNG)), 76) {
		b.Write(line)
		b.WriteString("\r\n")
	}
	b.WriteString("--" + boundary + "--\r\n")
	return "multipart/related; type=\"multipart/alternative\";\r\n boundary=\"" + boundary + "\"", b.Bytes()
}

const logoHead = "\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: inline; filename=\"logo.png\"\r\nContent-ID: "

// logoID is what the page calls the logo: it holds the picture's digest, so no other picture has it.
func logoID(png []byte) string { return "logo-" + digest(png) + "@logo.invalid" }

// boundaryOf is what parts are parted by: what a part holds cannot hold its own digest.
func boundaryOf(parts ...[]byte) string { return "part-" + digest(parts...) }

func digest(parts ...[]byte) string {
	sum := sha256.New()
	for _, p := range parts {
		sum.Write(p)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// plainTheme says at the end of the plain part what the theme puts around the other.
func plainTheme(o Options) string {
	var b strings.Builder
	for _, line := range []string{o.Theme.Organisation, o.Theme.Footer} {
		for _, part := range fold(oneLine(clean(line)), textWidth) {
			if part != "" {
				b.WriteString("\n" + part)
			}
		}
	}
	if b.Len() > 0 {
		return "\n" + strings.Repeat("-", 20) + b.String() + "\n"
	}
	return ""
}

// subject is a text in the form of a header: as it is if that is plain and fits on its line, else in
// encoded words of whole characters, each on its own line; what stands between two of them is not shown.
func subject(s string) string {
	const line, word = 66, 36
	if len(s) <= line && mime.QEncoding.Encode("utf-8", s) == s && !strings.Contains(s, "=?") {
		return s
	}
	var coded []string
	start := 0
	for i, r := range s {
		if end := i + len(string(r)); end-start > word || end == len(s) {
			coded = append(coded, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[start:end]))+"?=")
			start = end
		}
	}
	return strings.Join(coded, "\r\n ")
}

// ownAttribute is an attribute that mailPage wrote: in text a quote is always a reference.
var ownAttribute = expression(` style="[^"]*"| src="cid:[^"]*"`)

// SentFrom is the sender of a mail, as Sender reads it; empty if the text is no mail or has none.
func SentFrom(text []byte) string {
	m, err := mail.ReadMessage(bytes.NewReader(text))
	if err != nil {
		return ""
	}
	from, err := m.Header.AddressList("From")
	if err != nil || len(from) != 1 {
		return ""
	}
	if from[0].Name == "" {
		return from[0].Address
	}
	return from[0].Name + " <" + from[0].Address + ">"
}

// Sender reads the sender of a mail: an address, or a name and an address in angle brackets. The name
// may hold commas, brackets and letters of any script without the quotes that RFC 5322 asks for: the
// quotes are put where they belong when it is written.
func Sender(s string) (*mail.Address, error) {
	from, err := mail.ParseAddress(s)
	if err != nil {
		if k := strings.LastIndexByte(s, '<'); k >= 0 {
			if from, err = mail.ParseAddress(s[k:]); err == nil {
				from.Name = strings.Trim(strings.TrimSpace(s[:k]), `"`)
			}
		}
	}
	if err != nil || strings.ContainsFunc(s, unicode.IsControl) {
		return nil, fmt.Errorf("%q is not a sender of mail, as in Support <support@example.com>", s)
	}
	return from, nil
}
