package render

import (
	"fmt"
	"math"
	"strconv"
	"sync"
)

// Theme is what an organisation puts on its pages. The zero Theme is a plain page.
type Theme struct {
	Organisation string // stands above the title
	Accent       string // colour of links and marks, "#rgb" or "#rrggbb"; empty is a blue
	Footer       string // one line at the end of the page, plain text
	Logo         *Logo  // stands in the organisation's place, which is read where it is not shown; nil for none
}

const defaultAccent = "#0a5dc2"

// Check says what is wrong with the theme, or nil.
func (t Theme) Check() error {
	if t.Accent == "" {
		return nil
	}
	if _, ok := parseColour(t.Accent); !ok {
		return fmt.Errorf("the colour %q is not of the form #rrggbb", t.Accent)
	}
	return nil
}

// The grounds on which accent-coloured text may stand, the least favourable of each scheme.
var (
	lightGround = colour{0xf2, 0xf4, 0xf7}
	darkGround  = colour{0x1d, 0x24, 0x2d}
)

// readable is a contrast above the 4.5 that WCAG 2 asks of text, with room for rounding.
const readable = 4.6

// accents gives the accent in a form that can be read on the light and on the dark page: the
// colour asked for, moved towards black or white only as far as needed. A colour that cannot be
// read is replaced by the default.
func (t Theme) accents() (light, dark string) {
	if c, ok := parseColour(t.Accent); ok {
		return c.accents()
	}
	return defaultAccents()
}

var defaultAccents = sync.OnceValues(func() (light, dark string) {
	c, _ := parseColour(defaultAccent)
	return c.accents()
})

func (c colour) accents() (light, dark string) {
	return c.on(lightGround, colour{}).String(), c.on(darkGround, colour{255, 255, 255}).String()
}

// colour is red, green and blue in sRGB.
type colour [3]uint8

func parseColour(s string) (colour, bool) {
	if len(s) == 4 && s[0] == '#' {
		s = string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if len(s) != 7 || s[0] != '#' {
		return colour{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	return colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// on moves the colour towards another until it can be read on a ground.
func (c colour) on(ground, towards colour) colour {
	out := c
	for step := 1; out.contrast(ground) < readable && step <= 50; step++ {
		for i := range out {
			out[i] = uint8((int(c[i])*(50-step) + int(towards[i])*step) / 50)
		}
	}
	return out
}

// contrast is the ratio that WCAG 2 defines.
func (c colour) contrast(o colour) float64 {
	a, b := c.luminance(), o.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c colour) luminance() float64 {
	var l [3]float64
	for i, v := range c {
		if s := float64(v) / 255; s <= 0.04045 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// OnWhite is the accent as it can be read on a white ground.
func (t Theme) OnWhite() string {
	light, _ := t.accents()
	return light
}
