package export

import (
	"fmt"
	"strings"
)

// The looks of a mail. Mail programs drop style sheets, so every element carries its own.
const (
	mailFont = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
	mailMono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace"
)

var mailStyles = map[string]string{
	"body":       "margin:0;padding:0;background-color:#f2f4f7",
	"h1":         "margin:0 0 20px;font-size:26px;line-height:32px;font-weight:700;color:#16202b",
	"h2":         "margin:28px 0 8px;font-size:19px;line-height:26px;font-weight:700;color:#16202b",
	"h3":         "margin:20px 0 6px;font-size:16px;line-height:24px;font-weight:700;color:#16202b",
	"p":          "margin:0 0 14px;font-size:16px;line-height:25px",
	"ul":         "margin:0 0 14px;padding:0 0 0 24px;font-size:16px;line-height:25px",
	"ol":         "margin:0 0 14px;padding:0 0 0 26px;font-size:16px;line-height:25px",
	"li":         "margin:0 0 6px",
	"blockquote": "margin:0 0 14px;padding:2px 0 2px 16px;border-left:3px solid #c9d1db;color:#44525f",
	"pre":        "margin:0 0 14px;padding:12px;background-color:#f2f4f7;font-size:13px;line-height:19px;white-space:pre-wrap;" + mailMono,
	"code":       "font-size:14px;" + mailMono,
	"table":      "margin:0 0 14px;border-collapse:collapse;width:100%;font-size:15px;line-height:22px",
	"th":         "padding:6px 10px 6px 0;border-bottom:2px solid #c9d1db;text-align:left;vertical-align:top",
	"td":         "padding:6px 10px 6px 0;border-bottom:1px solid #e3e8ee;text-align:left;vertical-align:top",
}

// mailPage is the HTML part of a message: one column, readable on a telephone and without any
// program's style sheet. Its width is an attribute too, for programs that know no greatest width.
func mailPage(d *document, o Options) string {
	accent := o.Theme.OnWhite()
	m := &markup{style: func(tag string) string {
		switch {
		case tag == "a":
			return "color:" + accent
		case strings.HasPrefix(tag, "h") && tag > "h3":
			return mailStyles["h3"]
		}
		return mailStyles[tag]
	}}
	m.WriteString(`<!DOCTYPE html>` + "\n" + `<html lang="` + d.language + `"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><meta name="color-scheme" content="light"/>`)
	m.WriteString("<title>")
	m.text(oneLine(d.title))
	m.WriteString("</title></head>\n")
	m.open("body")
	m.WriteString("\n" + `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse"><tr><td align="center" style="padding:24px 12px">` + "\n" +
		`<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;border-collapse:collapse;background-color:#ffffff;border-top:4px solid ` + accent + `"><tr><td align="left" style="padding:32px 28px;text-align:left;color:#26323e;` + mailFont + `">` + "\n")
	if l := o.Theme.Logo; l != nil {
		m.WriteString(`<p style="margin:0 0 18px"><img`)
		m.attr("src", "cid:"+logoID(l.PNG))
		m.attr("alt", o.Theme.Organisation)
		m.WriteString(fmt.Sprintf(` width="%d" height="%d" style="display:block;border:0"/></p>`+"\n", l.Width, l.Height))
	} else {
		m.small(o.Theme.Organisation, "margin:0 0 6px")
	}
	m.element("h1", oneLine(d.title))
	m.WriteByte('\n')
	m.blocks(d.all())
	m.small(o.Theme.Footer, "margin:28px 0 0")
	m.WriteString("</td></tr></table>\n</td></tr></table>\n</body></html>\n")
	return m.String()
}

// small writes a line of the theme, if there is one.
func (m *markup) small(text, margin string) {
	if text == "" {
		return
	}
	m.WriteString(`<p style="` + margin + `;font-size:13px;line-height:19px;color:#5a6773">`)
	m.text(text)
	m.WriteString("</p>\n")
}
