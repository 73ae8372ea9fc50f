package render

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// drawn is a logo of a size, as PNG.
func drawn(t *testing.T, width, height int) (image.Image, []byte) {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range min(width, height) {
		m.Set(i, i, color.NRGBA{R: 10, G: 120, B: uint8(i), A: 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return m, b.Bytes()
}

// chunk is a piece of a PNG, as programs put behind its head what they know of its author.
func chunk(kind, data string) string {
	var b bytes.Buffer
	_ = binary.Write(&b, binary.BigEndian, uint32(len(data)))
	b.WriteString(kind + data)
	_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE([]byte(kind+data)))
	return b.String()
}

func TestReadLogo(t *testing.T) {
	m, small := drawn(t, 30, 20)
	const head = 8 + 25 // the signature and the first chunk
	spoken := string(small[:head]) + chunk("tEXt", "Author\x00Jane Doe") + chunk("eXIf", "MM\x00*Jane Doe at home") + string(small[head:]) + "Jane Doe"
	var j bytes.Buffer
	if err := jpeg.Encode(&j, m, nil); err != nil {
		t.Fatal(err)
	}
	photo := j.String()[:2] + "\xff\xe1\x00\x10Exif\x00\x00Jane Doe" + j.String()[2:]
	_, wide := drawn(t, 960, 96)
	_, high := drawn(t, 100, 480)
	_, huge := drawn(t, 1100, 1000)
	for _, c := range []struct {
		name, file    string
		width, height int
		err           string
	}{
		{"as it is", string(small), 30, 20, ""},
		{"with words", spoken, 30, 20, ""},
		{"a photograph", photo, 30, 20, ""},
		{"wide", string(wide), 240, 24, ""},
		{"high", string(high), 10, 48, ""},
		{"huge", string(huge), 0, 0, "is 1100 by 1000 pixels; 1048576 in all are the most"},
		{"svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", 0, 0, "save it as PNG"},
		{"svg behind a mark", "\ufeff <?xml version='1.0'?><svg/>", 0, 0, "save it as PNG"},
		{"gif", "GIF89a\x01\x00\x01\x00\x80\x00\x00", 0, 0, "is neither PNG nor JPEG"},
		{"a head that lies", string(small[:16]) + "\xff\xff\xff\xff\xff\xff\xff\xff" + string(small[24:]), 0, 0, "is neither PNG nor JPEG"},
		{"cut", string(small[:len(small)-30]), 0, 0, "is damaged"},
		{"nothing", "", 0, 0, "is neither PNG nor JPEG"},
		{"too large a file", strings.Repeat("x", LogoFile+1), 0, 0, "has more than 524288 bytes"},
	} {
		l, err := ReadLogo([]byte(c.file))
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: %v, want %s", c.name, err, c.err)
			}
		case err != nil:
			t.Errorf("%s: %v", c.name, err)
		case l.Width != c.width || l.Height != c.height || bytes.Contains(l.PNG, []byte("Jane")) || len(l.PNG) > logoBytes:
			t.Errorf("%s: %d by %d, %q", c.name, l.Width, l.Height, l.PNG)
		default:
			if again, err := png.Decode(bytes.NewReader(l.PNG)); err != nil || again.Bounds().Dx() < c.width {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}
}

// TestLogoOnPages puts a logo on a page and on the index, in the place of the name that it is read as.
func TestLogoOnPages(t *testing.T) {
	_, small := drawn(t, 30, 20)
	l, err := ReadLogo(small)
	if err != nil {
		t.Fatal(err)
	}
	theme := Theme{Organisation: `Example "& Sons"`, Logo: l}
	var page, index bytes.Buffer
	if err := HTML(&page, report.Parse(source.New("a.md", []byte("# A\n\nb\n"))), Options{Theme: theme}); err != nil {
		t.Fatal(err)
	}
	if err := Index(&index, nil, theme); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{page.String(), index.String()} {
		if strings.Count(out, `<p class="logo"><img src="data:image/png;base64,`) != 1 || strings.Count(out, `alt="Example &quot;&amp; Sons&quot;" width="30" height="20"`) != 1 ||
			strings.Contains(out, "<span>Example") {
			t.Error(out)
		}
	}
}
