package export

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
)

// stored gives the parts of a message as a mail program stores it that wraps, nests and encodes in its own way.
func stored(t *testing.T, message []byte, encode func(string) (encoding, body string)) []byte {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(message))
	if err != nil {
		t.Fatal(err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("Received: from mx-07.corp.example (10.2.3.4) by mx.example.net\nMessage-ID: <d41d8cd98f00b204e9800998ecf8427e@mx-07.corp.example>\nSubject: " + m.Header.Get("Subject") + "\nTo: someone@customer.example\nMIME-Version: 1.0\n")
	b.WriteString("Content-Type: multipart/mixed; boundary=outer\n\nThis is a message in several parts.\n--outer\nContent-Type: multipart/alternative;\n boundary=\"in ner\"\n\n")
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := r.NextPart()
		if err != nil {
			break
		}
		text, err := io.ReadAll(p)
		if err != nil {
			t.Fatal(err)
		}
		encoding, body := encode(string(text))
		fmt.Fprintf(&b, "--in ner\nContent-Transfer-Encoding: %s\nContent-Type: %s\n\n%s\n", encoding, p.Header.Get("Content-Type"), body)
	}
	b.WriteString("--in ner--\n\n--outer--\n")
	return []byte(b.String())
}

func asBase64(s string) (string, string) {
	var b strings.Builder
	coded := base64.StdEncoding.EncodeToString([]byte(s))
	for len(coded) > 76 {
		b.WriteString(coded[:76] + "\n")
		coded = coded[76:]
	}
	return "BASE64", b.String() + coded + "\n"
}

func asQuoted(s string) (string, string) {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	w.Close()
	return "quoted-printable", strings.ReplaceAll(b.String(), "\r\n", "\n")
}

func asItIs(s string) (string, string) { return "8bit", s }

// TestStoredMail holds that a mail which a program has encoded anew says what it said, that what travelled with it is not
// searched, and that what it says is.
func TestStoredMail(t *testing.T) {
	x, _ := Named("email")
	out, err := x.Output(editionOf(t, strings.Replace(saidReport, "We are sorry", "We are — truly — sorry", 1)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join(x.Said(out), "\n")
	for name, encode := range map[string]func(string) (string, string){"base64": asBase64, "quoted": asQuoted, "8bit": asItIs} {
		again := stored(t, out, encode)
		if got := strings.Join(x.Said(again), "\n"); got != want {
			t.Errorf("%s says something else:\n%s\n\n%s", name, want, got)
		}
		searched := string(x.Searched(again))
		for _, travelled := range []string{"mx-07", "10.2.3.4", "someone@", "in ner"} {
			if strings.Contains(searched, travelled) {
				t.Errorf("%s: %q is searched", name, travelled)
			}
		}
		for _, said := range []string{"Payments failed", "truly — sorry", "https://status.example.com/a"} {
			if !strings.Contains(searched, said) {
				t.Errorf("%s: %q is not searched in\n%s", name, said, searched)
			}
		}
		other := stored(t, out, func(s string) (string, string) { return encode(strings.Replace(s, "48", "49", 1)) })
		if strings.Join(x.Said(other), "\n") == want {
			t.Errorf("%s: another number is not told", name)
		}
	}
}

// TestForeignMail holds what is read of messages that are not ours, and of what is none.
func TestForeignMail(t *testing.T) {
	deep := "Content-Type: multipart/mixed; boundary=b\n\n"
	for range 40 {
		deep += "--b\nContent-Type: multipart/mixed; boundary=b\n\n"
	}
	for message, want := range map[string]string{
		"Subject: =?iso-8859-1?Q?R=FCckblick?=\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nf=FCr Sie=\n da": "Rückblick|für Sie da",
		"Subject: a\nContent-Type: text/plain; charset=windows-1252\n\n\x93b\x94":                                                                             "a|“b”",
		"Subject: a\nContent-Transfer-Encoding: base64\n\nc2FpZA==":                                                                                           "a|said",
		"Subject: a\nContent-Transfer-Encoding: base64\n\nc2Fp!ZA":                                                                                            "a|c2Fp!ZA",
		"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename=notes.txt\n\nin it\n--b":                     "a|notes.txt|in it",
		"no message at all": "no message at all",
		deep:                "boundary",
		"Subject: a\nContent-Type: multipart/mixed\n\nsaid": "a|said",
	} {
		x, _ := Named("email")
		searched := string(x.Searched([]byte(message)))
		for _, s := range strings.Split(want, "|") {
			if !strings.Contains(searched, s) {
				t.Errorf("%q: %q is not in %q", message, s, searched)
			}
		}
		if len(searched) > 2*len(message)+10 {
			t.Errorf("%q grows to %d bytes", message, len(searched))
		}
	}
}

// FuzzMail holds that any bytes can be read as a mail, and that what is read of them is no more than a few times as long.
func FuzzMail(f *testing.F) {
	x, _ := Named("email")
	for _, s := range []string{"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--", "Subject: =?utf-8?b?YQ==?=\nContent-Type: text/html; charset=cp1252\n\n<p>\x80</p>", ":", "\n\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, message []byte) {
		if n := len(x.Searched(message)); n > 100+mostMailDepth*3*len(message) {
			t.Errorf("%d bytes become %d", len(message), n)
		}
		x.Said(message)
	})
}
