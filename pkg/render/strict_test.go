package render

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
)

// A page must be plain enough to be read by these expressions. They are much stricter than a
// browser: whatever they let pass, a browser can read in one way only.
var (
	strictTag  = regexp.MustCompile(`^<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z0-9:-]*(?:="[^"<>]*")?)*) ?/?>`)
	strictAttr = regexp.MustCompile(` ([a-z][a-z0-9:-]*)(?:="([^"<>]*)")?`)
	strictRef  = regexp.MustCompile(`^&(lt|gt|amp|quot|#39);`)
	picture    = regexp.MustCompile(`^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$`)
)

// elements are those a page may hold, each with the attributes that it may have.
var elements = map[string]string{
	"html": "lang", "head": "", "body": "", "title": "id", "style": "", "meta": "charset http-equiv content name",
	"div": "class role tabindex aria-label", "main": "class", "nav": "class aria-label", "header": "class", "footer": "class",
	"article": "class", "section": "class aria-label", "aside": "class aria-label", "figure": "class", "figcaption": "",
	"p": "class", "span": "data-zone class", "b": "", "strong": "", "em": "", "del": "", "sup": "class", "br": "", "hr": "",
	"h1": "", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id", "a": "class id href title aria-label",
	"ul": "class", "ol": "class start", "li": "class id", "dl": "class", "dt": "", "dd": "", "blockquote": "",
	"pre": "", "code": "", "details": "class", "summary": "", "input": "type disabled checked aria-label", "img": "src alt title",
	"table": "class role", "caption": "", "thead": "role", "tbody": "role", "tr": "class role", "time": "datetime",
	"th": "class scope colspan role", "td": "class role data-label",
	"svg": "class role aria-labelledby viewbox viewBox width height", "desc": "id", "rect": "class x y width height",
	"line": "class x1 y1 x2 y2", "circle": "class cx cy r", "path": "class d", "text": "class x y", "tspan": "class",
}

var void = map[string]bool{"meta": true, "br": true, "hr": true, "input": true, "img": true, "rect": true, "line": true, "circle": true, "path": true}

// strict reads a page and gives what is wrong with it, nil if nothing. text is what a reader sees.
func strict(page string) (text string, err error) {
	page, ok := strings.CutPrefix(page, "<!doctype html>\n")
	if !ok {
		return "", fmt.Errorf("no doctype")
	}
	page = strings.ReplaceAll(page, " viewBox=", " viewbox=")
	var open []string
	var b strings.Builder
	ids := map[string]bool{}
	for page != "" {
		i := strings.IndexAny(page, "<>&\"'")
		if i < 0 {
			i = len(page)
		}
		b.WriteString(page[:i])
		if page = page[i:]; page == "" {
			break
		}
		switch page[0] {
		case '&':
			ref := strictRef.FindString(page)
			if ref == "" {
				return "", fmt.Errorf("reference %.30q", page)
			}
			b.WriteString(html.UnescapeString(ref))
			page = page[len(ref):]
			continue
		case '<':
		default:
			return "", fmt.Errorf("unescaped %.30q", page)
		}
		m := strictTag.FindStringSubmatch(page)
		if m == nil {
			return "", fmt.Errorf("tag %.60q", page)
		}
		page = page[len(m[0]):]
		name := m[2]
		allowed, known := elements[name]
		if !known {
			return "", fmt.Errorf("element %s", m[0])
		}
		if m[1] == "/" {
			if len(open) == 0 || open[len(open)-1] != name {
				return "", fmt.Errorf("%s closes nothing; open are %v", m[0], open)
			}
			open = open[:len(open)-1]
			continue
		}
		for _, a := range strictAttr.FindAllStringSubmatch(m[3], -1) {
			if !strings.Contains(" "+allowed+" ", " "+a[1]+" ") {
				return "", fmt.Errorf("attribute %s in %s", a[1], m[0])
			}
			value := html.UnescapeString(a[2])
			if err := strictValue(a[1], value, ids); err != nil {
				return "", fmt.Errorf("%w in %s", err, m[0])
			}
		}
		if name == "style" {
			i := strings.Index(page, "</style>")
			if css, _ := style(); i < 0 || page[:i] != css && !strings.HasPrefix(page[:i], ":root{--accent:#") {
				return "", fmt.Errorf("a style of its own")
			}
			page = page[i+len("</style>"):]
			continue
		}
		if !void[name] {
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		return "", fmt.Errorf("never closed: %v", open)
	}
	return b.String(), nil
}

func strictValue(name, value string, ids map[string]bool) error {
	switch name {
	case "href":
		scheme, _, found := strings.Cut(value, ":")
		switch {
		case !found || strings.ContainsAny(scheme, "/?#"):
			if strings.HasPrefix(value, "//") || strings.Contains(value, `\`) {
				return fmt.Errorf("link to another host without a scheme")
			}
		case !slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(scheme)):
			return fmt.Errorf("scheme %s", scheme)
		}
		if strings.ContainsFunc(value, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
			return fmt.Errorf("blank or control character in %q", value)
		}
	case "src":
		if !picture.MatchString(value) {
			return fmt.Errorf("picture from elsewhere")
		}
	case "id":
		if ids[value] {
			return fmt.Errorf("id twice")
		}
		ids[value] = true
		for _, prefix := range []string{"s-", "fn-", "fnref-", "wide-", "narrow-"} {
			if strings.HasPrefix(value, prefix) {
				return nil
			}
		}
		return fmt.Errorf("id without a prefix")
	case "http-equiv":
		if value != "Content-Security-Policy" {
			return fmt.Errorf("meta %s", value)
		}
	case "type":
		if value != "checkbox" {
			return fmt.Errorf("input %s", value)
		}
	}
	return nil
}
