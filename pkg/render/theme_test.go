package render

import "testing"

// Whatever colour an organisation asks for, links in it can be read on both pages.
func TestAccentsCanBeRead(t *testing.T) {
	for r := 0; r <= 255; r += 51 {
		for g := 0; g <= 255; g += 51 {
			for b := 0; b <= 255; b += 51 {
				asked := colour{uint8(r), uint8(g), uint8(b)}
				light, dark := Theme{Accent: asked.String()}.accents()
				onLight, _ := parseColour(light)
				onDark, _ := parseColour(dark)
				for _, ground := range []colour{lightGround, {255, 255, 255}} {
					if c := onLight.contrast(ground); c < 4.5 {
						t.Errorf("%v becomes %s: %.2f on %v", asked, light, c, ground)
					}
				}
				for _, ground := range []colour{darkGround, {0x11, 0x16, 0x1d}} {
					if c := onDark.contrast(ground); c < 4.5 {
						t.Errorf("%v becomes %s: %.2f on %v", asked, dark, c, ground)
					}
				}
			}
		}
	}
}

func TestAccentIsKeptWhereItCanBeRead(t *testing.T) {
	if light, _ := (Theme{Accent: "#7a1f5c"}).accents(); light != "#7a1f5c" {
		t.Errorf("a dark accent became %s on the light page", light)
	}
	for _, bad := range []string{"blue", "#12", "#gggggg", "red;}*{x:y"} {
		if (Theme{Accent: bad}).Check() == nil {
			t.Errorf("%q was taken for a colour", bad)
		}
		if light, _ := (Theme{Accent: bad}).accents(); light != defaultAccent {
			t.Errorf("%q was not replaced: %s", bad, light)
		}
	}
}
