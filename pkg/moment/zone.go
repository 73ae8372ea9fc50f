package moment

import (
	"slices"
	"strings"
	"time"
)

// Zone is a time zone as written. It is one of three: a region whose own rules give the offset
// (Loc alone: "America/New_York", "PT", "Denver"), a fixed offset (Fixed: "UTC", "+02:00", "CEST"),
// or a name that means several things (Ambiguous: "IST").
type Zone struct {
	Name string // as written; "" is the zero Zone

	// Loc is the region. With Fixed it is where the abbreviation is used, which tells whether PST
	// can be right on a given day; nil for a bare offset.
	Loc    *time.Location
	Fixed  bool
	Offset int // seconds east of UTC, if Fixed

	Ambiguous []Meaning // what the name may mean, when it is not known which
}

// Meaning is one thing an ambiguous abbreviation stands for.
type Meaning struct {
	Place  string // "India"
	Region string // IANA name: "Asia/Kolkata"
	Offset int    // seconds east of UTC
}

// IsZero reports whether no zone is written.
func (z Zone) IsZero() bool { return z.Name == "" }

// Known reports whether the zone is written and means one thing.
func (z Zone) Known() bool { return z.Fixed || z.Loc != nil }

// SameClock reports whether two zones always show the same time or belong to one region, as PST
// and PDT do.
func (z Zone) SameClock(o Zone) bool {
	if z.Loc != nil && o.Loc != nil {
		return z.Loc == o.Loc || z.Loc.String() == o.Loc.String()
	}
	if z.Fixed && o.Fixed {
		return z.Offset == o.Offset
	}
	return strings.EqualFold(z.Name, o.Name)
}

// ParseZone reads a zone that is the whole of s: an IANA name, UTC and its relatives, an offset
// (+02:00, UTC+2), an abbreviation, the usual names of zones ("Pacific Time", "Eastern",
// "Central European Time (CET)") and of large cities ("Denver").
func ParseZone(s string) (Zone, bool) {
	start := skipBlanks(s, 0)
	end := len(strings.TrimRight(s, " \t\u00a0"))
	z, n := readZone(s[:max(start, end)], start, whole)
	if n == 0 || start+n != end {
		return Zone{}, false
	}
	return z, true
}

// manner is how sure a zone must be to be read.
type manner uint8

const (
	whole  manner = iota // the text is a zone or nothing: any case, cities
	strict               // in a place for zones: upper case, names of cities before a delimiter
	loose                // in running text
)

// readZone reads the zone at k, and a second name for it in brackets or after a slash, and gives
// the number of bytes they take, 0 if there is no zone. Both names must agree; where only one of
// them is ambiguous the other decides.
func readZone(s string, k int, how manner) (Zone, int) {
	z, n := readZoneName(s, k, how)
	if n == 0 {
		return z, 0
	}
	for {
		e := k + n
		var z2 Zone
		m, closer := 0, 0
		if e < len(s) && s[e] == '/' {
			z2, m = readZoneName(s, e+1, strict)
			m += e + 1
		} else if b := skipBlanks(s, e); b > e && b < len(s) && s[b] == '(' {
			z2, m = readZoneName(s, b+1, strict)
			m += b + 1
			closer = 1
			if m >= len(s) || s[m] != ')' {
				return z, n
			}
		}
		if z2.IsZero() {
			return z, n
		}
		name := s[k : m+closer]
		switch {
		case !z.Known() && z2.Known():
			z = z2
		case z.Known() && z2.Known() && z.Fixed && z2.Fixed && z.Offset != z2.Offset:
			if z.Loc == nil || !z.SameClock(z2) || closer == 1 {
				return z, n
			}
			z = Zone{Loc: z.Loc} // "PST/PDT" names the region
		case z.Known() && z2.Known() && !z.SameClock(z2) && !(z.Loc == nil || z2.Loc == nil):
			if !z.Fixed && !z2.Fixed {
				return z, n
			}
		}
		z.Name = name
		n = len(name)
	}
}

// readZoneName reads one name of a zone at k.
func readZoneName(s string, k int, how manner) (Zone, int) {
	if k >= len(s) {
		return Zone{}, 0
	}
	c := s[k]
	if c == '+' || dash(s, k) > 0 {
		sec, n := readOffset(s, k)
		if n == 0 {
			return Zone{}, 0
		}
		return Zone{Name: s[k : k+n], Fixed: true, Offset: sec}, n
	}
	if !isAlpha(c) || k > 0 && isAlpha(s[k-1]) {
		return Zone{}, 0
	}
	w := word(s, k)
	e := k + len(w)
	if e < len(s) && s[e] == '/' && len(w) <= 10 {
		if z, n := readIANA(s, k); n > 0 {
			return z, n
		}
	}
	if len(w) <= 5 {
		if z, n := readShort(s, k, w, how); n > 0 {
			return z, n
		}
	}
	return readLong(s, k, w, how)
}

// readOffset reads +02:00, -0700, +2, +5:30 at k, the sign included.
func readOffset(s string, k int) (sec, n int) {
	sign, e := 1, k
	if s[k] == '+' {
		e++
	} else if d := dash(s, k); d > 0 {
		sign = -1
		e += d
	} else {
		return 0, 0
	}
	h, nh := number(s, e, 4)
	m := 0
	switch {
	case nh == 0:
		return 0, 0
	case nh == 4:
		h, m = h/100, h%100
		e += 4
	case nh == 3:
		return 0, 0
	default:
		e += nh
		if c := colon(s, e); c > 0 {
			if v, nm := number(s, e+c, 2); nm == 2 {
				m = v
				e += c + 2
			}
		}
	}
	if h > 14 || m > 59 || m%15 != 0 || e < len(s) && isAlnum(s[e]) {
		return 0, 0
	}
	return sign * (h*3600 + m*60), e - k
}

// readShort reads an abbreviation w, at k, with an offset behind UTC and GMT.
func readShort(s string, k int, w string, how manner) (Zone, int) {
	e := k + len(w)
	if e < len(s) && (isDigit(s[e]) || s[e] == '_') {
		if len(w) == 3 && len(s) >= k+7 && isDigit(s[e]) && isAlpha(s[e+1]) { // PST8PDT
			switch name := strings.ToUpper(s[k : k+7]); name {
			case "PST8PDT", "MST7MDT", "CST6CDT", "EST5EDT":
				if k+7 == len(s) || !isAlnum(s[k+7]) {
					return Zone{Name: s[k : k+7], Loc: location(posixZones[(name[3] - '5')])}, 7
				}
			}
		}
		return Zone{}, 0
	}
	if len(w) > 2 && !shortHeads.may(w) {
		return Zone{}, 0
	}
	upper := w
	lower := false
	for i := range len(w) {
		if isLower(w[i]) {
			lower = true
		}
	}
	if lower {
		upper = strings.ToUpper(w)
		plain := upper == "UTC" || upper == "GMT" || upper == "CET" || upper == "CEST" || upper == "PDT" || upper == "PST" || upper == "EDT" || upper == "AEST" || upper == "AEDT"
		if upper == "Z" {
			plain = k > 0 && isDigit(s[k-1])
		}
		if how == loose || !plain && how != whole || how != whole && !isLower(w[0]) {
			return Zone{}, 0
		}
	}
	switch upper {
	case "UTC", "GMT", "Z", "UT", "ZULU":
		if upper == "Z" && how != whole && e < len(s) && s[e] == '\'' {
			return Zone{}, 0
		}
		z := Zone{Name: w, Loc: time.UTC, Fixed: true}
		if (upper == "UTC" || upper == "GMT") && e < len(s) {
			b := skipBlanks(s, e)
			if b < len(s) && (s[b] == '+' || dash(s, b) > 0 || s[b] == 0xC2 && b+1 < len(s) && s[b+1] == 0xB1) {
				if strings.HasPrefix(s[b:], "±0") {
					return Zone{Name: s[k : b+3], Loc: time.UTC, Fixed: true}, b + 3 - k
				}
				// "UTC - 10:00" is a time after a dash, "UTC-10:00" an offset.
				if sec, n := readOffset(s, b); n > 0 && (b == e || s[b] == '+') {
					return Zone{Name: s[k : b+n], Fixed: true, Offset: sec}, b + n - k
				}
			}
		}
		return z, e - k
	}
	i, found := slices.BinarySearchFunc(abbreviations[:], upper, func(a abbreviation, n string) int { return strings.Compare(a.name, n) })
	if !found {
		return Zone{}, 0
	}
	a := abbreviations[i]
	z := Zone{Name: w}
	switch {
	case a.region == "":
		z.Ambiguous = meanings(upper)
	case a.offset == general:
		z.Loc = location(a.region)
	default:
		z.Loc, z.Fixed, z.Offset = location(a.region), true, a.offset*60
	}
	return z, e - k
}

// readLong reads "Pacific Time", "Central European Summer Time", "New York" and the like.
func readLong(s string, k int, w string, how manner) (Zone, int) {
	if how == loose && isLower(w[0]) || !longHeads.may(s[k:]) {
		return Zone{}, 0
	}
	for i := range longZones {
		l := &longZones[i]
		if w[0]|0x20 != l.name[0] || len(s)-k < len(l.name) || !strings.EqualFold(s[k:k+len(l.name)], l.name) {
			continue
		}
		e := k + len(l.name)
		if e < len(s) && (isAlnum(s[e]) || s[e] == '_') {
			continue
		}
		rest := [3]string{}
		ends := [3]int{e, e, e}
		for j, b := 0, e; j < 3; j++ {
			b = skipBlanks(s, b)
			rest[j] = strings.ToLower(word(s, b))
			b += len(rest[j])
			ends[j] = b
		}
		season := 0
		switch {
		case rest[0] == "time":
			e = ends[0]
		case rest[1] == "time" && rest[0] == "standard":
			season, e = -1, ends[1]
		case rest[1] == "time" && (rest[0] == "daylight" || rest[0] == "summer"):
			season, e = 1, ends[1]
		case rest[2] == "time" && rest[0] == "daylight" && rest[1] == "savings":
			season, e = 1, ends[2]
		case l.needTime:
			continue
		case how == loose, how == strict && e < len(s) && !delimits(s, e):
			continue
		}
		z := Zone{Name: s[k:e]}
		switch {
		case l.region == "":
			z.Loc, z.Fixed = time.UTC, true
		case season != 0 && l.standard != general:
			z.Loc, z.Fixed, z.Offset = location(l.region), true, l.standard*60
			if season > 0 {
				z.Offset += 3600
			}
		default:
			z.Loc = location(l.region)
		}
		return z, e - k
	}
	return Zone{}, 0
}

// delimits reports whether what stands at k ends a stamp: nothing, a line end, or a mark of
// punctuation after optional blanks.
func delimits(s string, k int) bool {
	k = skipBlanks(s, k)
	if k >= len(s) {
		return true
	}
	switch s[k] {
	case '\n', '\r', ':', ',', '.', ';', ')', ']', '>', '|', '*', '_', '`', '(', '[', '<':
		return true
	}
	return dash(s, k) > 0 || colon(s, k) > 0 || strings.HasPrefix(s[k:], "·")
}
