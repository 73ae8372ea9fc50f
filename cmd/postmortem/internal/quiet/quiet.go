// Package quiet keeps the terminal from being asked for its colours before main runs.
//
// huh v1 stands on bubbletea v1, which asks the terminal for its background colour while packages
// are initialised, in every command, whether it will draw anything or not. A terminal that does not
// answer costs five seconds, and the question itself ends up in the output. A terminal called
// "dumb" is not asked, so it is called that until main begins.
//
// This works because Go initialises packages that are ready in the order of their import paths: this
// one needs nothing but the standard library, and what asks the terminal waits for golang.org/x/sys,
// which sorts after it. A test on a terminal that never answers holds this in place.
package quiet

import "os"

var term, had = dumb()

func dumb() (string, bool) {
	term, had := os.LookupEnv("TERM")
	os.Setenv("TERM", "dumb")
	return term, had
}

// Restore gives the terminal its own name back. It must be the first thing that main does.
func Restore() {
	if had {
		os.Setenv("TERM", term)
	} else {
		os.Unsetenv("TERM")
	}
}
