package export

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"unicode/utf8"
)

// message is a mail as its readers see it, in whichever way a program has wrapped, nested and encoded it.
type message struct {
	subject string
	head    string // this and the other headers that are shown, one a line
	parts   []mailPart
}

// mailPart is a part of a message that holds no others.
type mailPart struct {
	kind     string // "text/plain"
	name     string // of its file
	attached bool   // it is not shown with the others
	text     string // decoded; as it is where it cannot be
}

// Bounds of what is taken apart; what lies beyond them is read as it is.
const (
	mostMailParts = 100
	mostMailDepth = 8
)

// parseMail reads a message; ok is false for what is none.
func parseMail(text []byte) (m *message, ok bool) {
	in, err := mail.ReadMessage(bytes.NewReader(text))
	if err != nil {
		return nil, false
	}
	body, err := io.ReadAll(in.Body)
	if err != nil {
		return nil, false
	}
	m = &message{}
	for _, name := range []string{"From", "Reply-To", "Subject"} { // how it travelled is nobody's text
		for _, value := range in.Header[name] {
			value = decodedHeader(value)
			m.head += name + ": " + value + "\n"
			if name == "Subject" {
				m.subject = value
			}
		}
	}
	m.read(textproto.MIMEHeader(in.Header), body, 0)
	return m, true
}

func (m *message) read(head textproto.MIMEHeader, body []byte, depth int) {
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	boundary := params["boundary"]
	if !strings.HasPrefix(kind, "multipart/") || boundary == "" || depth == mostMailDepth {
		m.add(head, kind, params, body)
		return
	}
	for r := multipart.NewReader(bytes.NewReader(body), boundary); ; {
		p, err := r.NextRawPart()
		if err == nil && len(m.parts) < mostMailParts {
			var inner []byte
			if inner, err = io.ReadAll(p); err == nil {
				m.read(p.Header, inner, depth+1)
				continue
			}
		}
		if !errors.Is(err, io.EOF) || len(m.parts) == 0 {
			m.add(textproto.MIMEHeader{}, "text/plain", nil, body) // what is broken is read whole
		}
		return
	}
}

func (m *message) add(head textproto.MIMEHeader, kind string, params map[string]string, body []byte) {
	disposition, about, _ := mime.ParseMediaType(head.Get("Content-Disposition"))
	p := mailPart{kind: kind, name: decodedHeader(about["filename"]), attached: disposition == "attachment"}
	if p.name == "" {
		p.name = decodedHeader(params["name"])
	}
	content := decodedBody(head.Get("Content-Transfer-Encoding"), body)
	switch {
	case strings.Trim(head.Get("Content-Id"), "<>") == logoID(content):
		// the pixels of a logo, which is all that is left of one
	case strings.HasPrefix(kind, "text/"):
		p.text = inUTF8(params["charset"], content)
	case utf8.Valid(content):
		p.text = string(content)
	default:
		p.text = string(body)
	}
	m.parts = append(m.parts, p)
}

// decodedBody undoes the encoding in which a part travels; what is not in it stays as it is.
func decodedBody(encoding string, body []byte) []byte {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(body))
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(body))
	default:
		return body
	}
	out, err := io.ReadAll(r)
	if err != nil {
		return body
	}
	return out
}

func decodedHeader(s string) string {
	d := mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
		text, err := io.ReadAll(r)
		return strings.NewReader(inUTF8(charset, text)), err
	}}
	out, err := d.DecodeHeader(s)
	if err != nil {
		return s
	}
	return out
}

// inUTF8 reads a text in one of the character sets of western mail programs; in any other it stays as it is.
func inUTF8(charset string, text []byte) string {
	switch strings.ToLower(charset) {
	case "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252":
	default:
		return string(text)
	}
	var b strings.Builder
	for _, c := range text {
		switch r := rune(c); {
		case c >= 0x80 && c < 0xA0: // as browsers do, whichever of them is named
			b.WriteRune(windows1252[c-0x80])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// windows1252 are the characters from 0x80 on, where Latin 1 has none that are shown.
var windows1252 = [32]rune{'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ'}

// searchedMail is what is searched of a message: the headers that are shown, and all parts.
func searchedMail(text []byte) []byte {
	m, ok := parseMail(text)
	if !ok {
		return text
	}
	var b strings.Builder
	b.WriteString(m.head)
	for _, p := range m.parts {
		if p.kind == "text/html" { // in a plain part whatever looks like our attribute was written by others
			p.text = ownAttribute().ReplaceAllString(p.text, "")
		}
		b.WriteString("\n" + p.name + "\n" + p.text + "\n")
	}
	return []byte(strings.ReplaceAll(b.String(), "\r\n", "\n")) // as its other forms have it, of which the same is known
}

// mailSaid is a message's subject, its plain part and its page, each of which some readers see alone.
func mailSaid(text []byte) string {
	m, ok := parseMail(text)
	if !ok {
		return string(text)
	}
	said := m.subject
	for _, p := range m.parts {
		switch {
		case p.attached:
		case p.kind == "text/html":
			said += "\n\n" + markupSaid(ownAttribute().ReplaceAllString(p.text, ""))
		case p.kind == "text/plain":
			said += "\n\n" + p.text
		}
	}
	return said
}
