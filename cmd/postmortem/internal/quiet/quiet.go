// Package quiet keeps what is linked in for the form from looking around before main runs.
//
// huh v1 stands on bubbletea v1, which asks the terminal for its background colour while packages
// are initialised, in every command, whether it will draw anything or not. A terminal that does not
// answer costs five seconds, and the question itself ends up in the output. A terminal called
// "dumb" is not asked, so it is called that until main begins. Likewise its text fields search PATH
// for the programs that reach the clipboard; with no PATH there is nothing to search, and pasting
// is left to the terminal.
//
// This works because Go initialises packages that are ready in the order of their import paths: this
// one needs nothing but the standard library, and what asks the terminal waits for golang.org/x/sys,
// which sorts after it. A test on a terminal that never answers holds this in place.
package quiet

import "os"

// kept are the variables as they were.
var kept = [...]variable{hide("TERM", "dumb"), hide("PATH", "")}

type variable struct {
	name, value string
	set         bool
}

func hide(name, instead string) variable {
	value, set := os.LookupEnv(name)
	os.Setenv(name, instead)
	return variable{name, value, set}
}

// Restore puts everything back. It must be the first thing that main does.
func Restore() {
	for _, v := range kept {
		if v.set {
			os.Setenv(v.name, v.value)
		} else {
			os.Unsetenv(v.name)
		}
	}
}
