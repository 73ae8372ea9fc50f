package lint

import (
	"encoding/xml"
	"strings"
)

// attr writes a text as an XML attribute's value. What XML 1.0 cannot hold is made visible first.
func attr(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	_ = xml.EscapeText(&b, []byte(Visible(s))) // a Builder does not fail
	b.WriteByte('"')
	return b.String()
}
