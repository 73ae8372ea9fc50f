package render

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strings"
	"sync"
)

// The frame of a page: its head, with the styles and the policy that allows nothing else, and its
// foot.

//go:embed style.css
var styleSource string

// style is the style sheet as it stands in a page, and the hash by which the page's policy knows it.
var style = sync.OnceValues(func() (css, hash string) {
	css = squeeze(styleSource)
	return css, policyHash(css)
})

// squeeze takes comments and indents out of a style sheet.
func squeeze(css string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(css, "/*")
		for line := range strings.Lines(before) {
			b.WriteString(strings.TrimSpace(line))
		}
		if !found {
			return b.String()
		}
		_, css, _ = strings.Cut(rest, "*/")
	}
}

func policyHash(css string) string {
	h := sha256.Sum256([]byte(css))
	return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
}

// open writes everything up to the body's content; language is a tag of BCP 47.
func (o *out) open(title, language string, t Theme) {
	css, hash := style()
	light, dark := t.accents()
	accent := ":root{--accent:" + light + "}@media screen and (prefers-color-scheme:dark){:root{--accent:" + dark + "}}"
	o.raw("<!doctype html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src ` +
		hash + " " + policyHash(accent) + "\">\n" +
		`<meta name="referrer" content="no-referrer">` + "\n" +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n" +
		`<meta name="color-scheme" content="light dark">` + "\n<title>")
	o.text(title)
	if t.Organisation != "" {
		o.text(" · " + t.Organisation)
	}
	o.raw("</title>\n<style>" + css + "</style>\n<style>" + accent + "</style>\n</head>\n<body>\n")
}

// foot writes the theme's last line.
func (o *out) foot(t Theme) {
	if t.Footer != "" {
		o.raw(`<footer class="foot">`)
		o.text(t.Footer)
		o.raw("</footer>\n")
	}
}

func (o *out) close() { o.raw("</body>\n</html>\n") }
