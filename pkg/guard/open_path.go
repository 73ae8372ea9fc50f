package guard

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// callPath reports whether a path is one that programs of customers call: to give a path a version is
// a promise to callers.
func callPath(s string) bool {
	return versionedPath().MatchString(s) && !machinePath(s)
}

// spokenPath reports whether a path is one of an interface, whose parts are words: "/chat/completions". The parts of
// a machine's paths are its directories.
func spokenPath(s string) bool {
	segments := strings.Split(strings.Trim(s, "/"), "/")
	return strings.HasPrefix(s, "/") && len(segments) < 4 && !slices.ContainsFunc(segments, func(p string) bool {
		return root()[p] || directory()[p] || !wordlist.AllEnglish(strings.ReplaceAll(p, "_", "-"))
	})
}

// userArea is a directory in which users of a cluster keep their files: "/cluster/home".
var userArea = expression(`^(?:/[a-z0-9]+){1,3}/(?:home|scratch|groups?|projects?)/?$`)

var directory = listed("directory")

var versionedPath = expression(`^/(?:(?:api|rest)/(?:v\d+/)?|v\d+/)[a-z]`)

// machinePath reports whether a path leads into a machine, or to a part of an interface that is not
// for customers.
func machinePath(s string) bool {
	segments := strings.FieldsFunc(strings.ToLower(strings.TrimRight(s, ".")), func(r rune) bool { return r == '/' })
	if len(segments) == 0 || root()[segments[0]] || strings.HasPrefix(s, "~") || strings.HasPrefix(s, ".") || strings.Contains(segments[len(segments)-1], ".") {
		return true
	}
	return slices.ContainsFunc(segments, func(s string) bool {
		return slices.ContainsFunc(wordlist.Parts(s), func(w string) bool { return insideWord()[w] })
	})
}

var insideWord = words("internal private admin debug staging stg dev prod ops infra backoffice")
