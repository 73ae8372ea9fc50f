package export

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
)

// address is a link's target in the form in which it is published: a whole web or mail address. No
// other target is.
func address(target string) (string, bool) {
	u, ok := edition.Target(clean(target))
	if !ok {
		return "", false
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", `'`, "%27", `\`, "%5C", "\n", "", "\t", "", " ", "%20", "|", "%7C").Replace(u.String()), true
}
