package moment

import (
	"strings"
	"sync"
	"time"
)

// readIANA reads Area/Place[/Place] at k, and accepts it only if the zone database has it.
func readIANA(s string, k int) (Zone, int) {
	e := k
	for e < len(s) && e-k <= 40 && (isAlnum(s[e]) || s[e] == '/' || s[e] == '_' || (s[e] == '-' || s[e] == '+') && e+1 < len(s) && isAlnum(s[e+1])) {
		e++
	}
	if e-k > 40 || !areas(s[k:e]) {
		return Zone{}, 0
	}
	if loc := location(s[k:e]); loc != nil {
		return Zone{Name: s[k:e], Loc: loc}, e - k
	}
	return Zone{}, 0
}

// areas keeps words with a slash in them away from the zone database, which is searched on disk.
func areas(name string) bool {
	switch area, _, _ := strings.Cut(name, "/"); area {
	case "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Etc", "US", "Canada", "Brazil", "Chile", "Mexico":
		return true
	}
	return false
}

// locations holds what the zone database gave, so that it is asked once for each name; the results
// never change.
var locations sync.Map

// location is the IANA zone of a name, nil if the database has none.
func location(name string) *time.Location {
	if l, ok := locations.Load(name); ok {
		return l.(*time.Location)
	}
	l, err := time.LoadLocation(name)
	if err != nil {
		l = nil
	}
	locations.Store(name, l)
	return l
}
