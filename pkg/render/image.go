package render

import (
	"bytes"
	"encoding/base64"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Pictures are put into the page, so they are bounded: one by one and all together.
const (
	pictureMax  = 4 << 20
	picturesMax = 16 << 20
)

// image puts a picture that lies beside the report into the page. One on the network stays there,
// behind a link; one that cannot be shown is named.
func (p *page) image(n *ast.Image) {
	alt := p.plain(n) // escaped already
	dest := string(n.Destination)
	if data, kind := p.picture(dest); kind != "" {
		p.raw(`<img src="data:` + kind + `;base64,`)
		p.b = base64.StdEncoding.AppendEncode(p.b, data)
		p.raw(`" alt="` + alt + `"`)
		if len(n.Title) > 0 {
			p.raw(` title="`)
			p.markdown(n.Title)
			p.raw(`"`)
		}
		p.raw(">")
		return
	}
	if alt == "" {
		alt = "no description"
	}
	lower := strings.ToLower(dest)
	if (strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")) && !within(n, ast.KindLink) && p.openLink(n.Destination, nil) {
		p.raw("Picture: " + alt + "</a>")
		return
	}
	p.raw(`<span class="missing">Picture not shown: ` + alt + `</span>`)
}

// picture reads a picture and tells its kind by its first bytes, whatever it is called; kind is
// empty if there is none that can be shown. SVG is a document with a will of its own and not taken.
func (p *page) picture(dest string) (data []byte, kind string) {
	var err error
	if rest, ok := strings.CutPrefix(dest, "data:"); ok {
		_, encoded, ok := strings.Cut(rest, ";base64,")
		if !ok || len(encoded) > pictureMax*4/3 {
			return nil, ""
		}
		if data, err = base64.StdEncoding.DecodeString(encoded); err != nil {
			return nil, ""
		}
	} else if data = p.beside(dest); data == nil {
		return nil, ""
	}
	// Counted whatever it turns out to be: it has been read.
	if p.pictures += int64(len(data)); p.pictures > picturesMax {
		return nil, ""
	}
	return data, pictureKind(data)
}

// beside reads a file next to the report, nil if there is none.
func (p *page) beside(dest string) []byte {
	if p.options.Files == nil || strings.Contains(dest, ":") {
		return nil
	}
	dest, _, _ = strings.Cut(dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	name, err := url.PathUnescape(dest)
	if err != nil || strings.HasPrefix(name, "/") || strings.Contains(name, `\`) {
		return nil
	}
	name = path.Clean(name)
	// Asked before opening: to open a pipe would be to wait for its writer.
	if info, err := fs.Stat(p.options.Files, name); err != nil || !info.Mode().IsRegular() || info.Size() > pictureMax || p.pictures+info.Size() > picturesMax {
		return nil
	}
	f, err := p.options.Files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, pictureMax+1))
	if err != nil || len(data) > pictureMax {
		return nil
	}
	return data
}

func pictureKind(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(b, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	case bytes.HasPrefix(b, []byte("GIF87a")), bytes.HasPrefix(b, []byte("GIF89a")):
		return "image/gif"
	case len(b) > 12 && bytes.HasPrefix(b, []byte("RIFF")) && string(b[8:12]) == "WEBP":
		return "image/webp"
	}
	return ""
}
