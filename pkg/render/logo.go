package render

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the forms in which a logo may be given
	"image/png"
	"strconv"
)

// Logo is an organisation's picture. It is drawn anew: of the file that it was read from nothing is left
// but the pixels, no time, no place, no name of a program or a person.
type Logo struct {
	PNG           []byte
	Width, Height int // at which it is shown, in the pixels of a style sheet
}

// The bounds of a logo: the bytes of its file, its pixels, the bytes that it adds to every page and
// mail, and how large it is shown.
const (
	LogoFile   = 512 << 10
	logoPixels = 1 << 20
	logoBytes  = 64 << 10
	logoWidth  = 240
	logoHeight = 48
)

// ReadLogo reads a PNG or JPEG of at most LogoFile bytes. SVG is a document with a will of its own (it
// may hold scripts and fetch what it shows) and is not taken.
func ReadLogo(file []byte) (*Logo, error) {
	if len(file) > LogoFile {
		return nil, fmt.Errorf("has more than %d bytes", LogoFile)
	}
	if i := bytes.IndexByte(file, '<'); i >= 0 && i < 8 {
		return nil, errors.New("is no picture of pixels; an SVG may hold scripts and addresses, save it as PNG")
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return nil, errors.New("is neither PNG nor JPEG")
	case c.Width < 1 || c.Height < 1 || c.Width > logoPixels/c.Height:
		return nil, fmt.Errorf("is %d by %d pixels; %d in all are the most", c.Width, c.Height, logoPixels)
	}
	drawn, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, errors.New("is damaged: " + err.Error())
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, drawn); err != nil {
		return nil, err
	}
	if b.Len() > logoBytes {
		return nil, fmt.Errorf("takes %d bytes on every page; %d are the most: make it smaller or of fewer colours", b.Len(), logoBytes)
	}
	l := &Logo{PNG: b.Bytes(), Width: c.Width, Height: c.Height}
	if l.Height > logoHeight {
		l.Width, l.Height = max(1, c.Width*logoHeight/c.Height), logoHeight
	}
	if l.Width > logoWidth {
		l.Width, l.Height = logoWidth, max(1, c.Height*logoWidth/c.Width)
	}
	return l, nil
}

// logo writes the theme's picture, which is read as the organisation's name, and reports whether there
// is one.
func (o *out) logo(t Theme) bool {
	if t.Logo == nil {
		return false
	}
	o.raw(`<p class="logo"><img src="data:image/png;base64,`)
	o.b = base64.StdEncoding.AppendEncode(o.b, t.Logo.PNG)
	o.raw(`" alt="`)
	o.text(t.Organisation)
	o.raw(`" width="` + strconv.Itoa(t.Logo.Width) + `" height="` + strconv.Itoa(t.Logo.Height) + "\"></p>\n")
	return true
}
