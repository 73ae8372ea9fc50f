package export

import (
	"net/url"
	"strings"
)

// address is a link's target in the form in which it is published: a whole web or mail address. No
// other target is.
func address(target string) (string, bool) {
	u, err := url.Parse(clean(target))
	if err != nil || u.User != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return "", false
		}
	case "mailto":
	default:
		return "", false
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", `'`, "%27", `\`, "%5C", "\n", "", "\t", "", " ", "%20", "|", "%7C").Replace(u.String()), true
}
