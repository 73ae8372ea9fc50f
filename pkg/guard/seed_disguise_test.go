package guard

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"strings"
)

// places are where a value can stand in a report; %s is the value.
var places = []struct{ name, form string }{
	{"paragraph", "We saw that %s was at it.\n"},
	{"heading", "### About %s\n\nIt was slow.\n"},
	{"cell", "| What | Which |\n|---|---|\n| part | %s |\n"},
	{"list", "- first\n- then %s again\n"},
	{"code", "We ran `%s` once.\n"},
	{"fence", "```\nx %s y\n```\n"},
	{"link text", "See [the %s page](https://example.com/a).\n"},
	{"link target", "See [it](<https://example.com/?q=%s>).\n"},
	{"image", "![shows %s](a.png) is a picture.\n"},
	{"title", "See [it](https://example.com/b \"%s\").\n"},
	{"footnote", "It broke.[^1]\n\n[^1]: because of %s\n"},
	{"timeline", "- 2026-02-03 10:15 UTC **Status update** %s works again\n"},
}

var (
	rarely    = strings.NewReplacer("r", "ⲅ", "b", "Ƅ", "g", "ց", "F", "Ϝ", "G", "Ꮐ", "N", "ꓠ", "R", "ꓣ", "U", "ꓴ")
	digitLike = strings.NewReplacer("3", "З", "5", "Ƽ", "6", "б", "2", "Ƨ", "4", "Ꮞ", "8", "Ȣ", "9", "Ⳋ")
	plainly   = strings.NewReplacer("а", "a", "е", "e", "о", "o", "с", "c", "р", "p", "ⲅ", "r", "Ƅ", "b", "ց", "g", "Ϝ", "F", "Ꮐ", "G", "ꓠ", "N", "ꓣ", "R", "ꓴ", "U", "З", "3", "Ƽ", "5", "б", "6", "Ƨ", "2", "Ꮞ", "4", "Ȣ", "8", "Ⳋ", "9", "0", "o", "1", "l")
)

// disguises are what can be put over a value.
var disguises = []struct {
	name string
	over func(string) string
}{
	{"plain", func(s string) string { return s }},
	{"case", func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r - 32
			}
			return r
		}, s)
	}},
	{"wrap", func(s string) string { return s[:len(s)/2] + "\n" + s[len(s)/2:] }},
	{"entity", func(s string) string {
		var b strings.Builder
		for i, r := range s {
			if i%2 == 0 {
				fmt.Fprintf(&b, "&#x%x;", r)
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	}},
	{"escape", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			if strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~", r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
		return b.String()
	}},
	{"zero width", func(s string) string { return s[:len(s)/2] + "\u200b" + s[len(s)/2:] }},
	{"soft hyphen", func(s string) string { return s[:3] + "\u00ad" + s[3:len(s)-2] + "\u00ad" + s[len(s)-2:] }},
	{"full width", func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > ' ' && r < 0x7F {
				return r + 0xFEE0
			}
			return r
		}, s)
	}},
	{"look-alike", func(s string) string {
		return strings.NewReplacer("a", "а", "e", "е", "o", "о", "c", "с", "p", "р").Replace(s)
	}},
	{"rare look-alike", rarely.Replace},
	{"look-alike digits", digitLike.Replace},
	{"letters for digits", func(s string) string { return strings.NewReplacer("0", "o", "1", "l").Replace(s) }},
	{"enclosed", func(s string) string {
		var b strings.Builder
		for i, r := range s {
			b.WriteRune(r)
			if r > ' ' {
				b.WriteRune([]rune("\u20dd\u20de\u20e3\u0489")[i%4])
			}
		}
		return b.String()
	}},
	{"percent", func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }},
	{"base64", func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }},
	{"emphasis", func(s string) string {
		k := len(s) / 2
		for k < len(s) && !letterOrDigit(s[k]) || !letterOrDigit(s[k-1]) {
			k++
		}
		return s[:k] + "*" + s[k:] + "*"
	}},
}
