package guard

import "strings"

// A first name may be what a machine, a product or a place is called: "Violet is down", "the Violet server",
// "Morgan County". What is said of it tells.

// systemNames gives, of the single names that were taken for people's, those that a text speaks of as of a
// system, and nowhere as of somebody.
func systemNames(text []byte, names map[string]bool) []string {
	if len(names) == 0 {
		return nil
	}
	s := speech{text, wordsIn(text)}
	system, person := map[string]bool{}, map[string]bool{}
	for i, w := range s.words {
		if names[w.low] {
			system[w.low] = system[w.low] || s.asSystem(i)
			person[w.low] = person[w.low] || s.asPerson(i)
		}
	}
	var out []string
	for name := range system {
		if system[name] && !person[name] {
			out = append(out, name)
		}
	}
	return out
}

// asSystem reports whether a text says of a word what is said of systems: "X is unavailable", "the X server",
// "we upgrade X", "services such as X".
func (s speech) asSystem(i int) bool {
	if s.runs(i) || systemNoun()[s.near(i, 1)] || s.gap(i) == "' " && systemNoun()[s.words[i+1].low] || kept()[stemOfVerb(s.near(i, -1))] {
		return true
	}
	example := s.near(i, -1)
	return (example == "as" || example == "like") && i > 2 && strings.HasPrefix(s.words[i-2].low+" "+s.words[i-3].low, "such services") || example == "like" && i > 1 && s.words[i-2].low == "services"
}

// asPerson reports whether a text says of a word what is said of people alone: that they do something to
// something, say or are told something.
func (s speech) asPerson(i int) bool {
	if toPeople()[s.near(i, -1)] || strings.HasPrefix(s.gap(i), "'s ") && staff()[s.near(i, 1)] {
		return true
	}
	return s.acts(i) || being()[s.near(i, 1)] && stateOfPerson()[s.near(i+1, 1)]
}

// acts reports whether somebody whom a word names says something, or does something to something.
func (s speech) acts(i int) bool {
	verb := s.near(i, 1)
	if saying()[verb] {
		return true
	}
	return verb != "" && (deed()[verb] || strings.HasSuffix(verb, "ed")) && object()[s.near(i+1, 1)]
}

// runs reports whether what follows a word says in what state a system is.
func (s speech) runs(i int) bool {
	k := i + 1
	verb := s.near(i, 1)
	if !being()[verb] {
		return false
	}
	for steps := 0; steps < 4; steps, k = steps+1, k+1 {
		switch next := s.near(k, 1); {
		case state()[next]:
			return next != "down" || s.near(k+1, 1) != "with" // a fever
		case next == "back" && (s.near(k+1, 1) == "up" || s.near(k+1, 1) == "online"), next == "up" && s.near(k+1, 1) == "again":
			return true
		case next == "running":
			behind := s.near(k+1, 1)
			return behind == "" || behind == "on" || behind == "again" || strings.HasSuffix(behind, "ly") || behind == "fine" || behind == "well"
		case next == "the" && s.near(k+1, 1) == "active":
			return true
		case !being()[next] && !meanwhile()[next]:
			return false
		}
	}
	return false
}

// stemOfVerb is a verb without its ending: "restarting", "restarted" and "restart" are one.
func stemOfVerb(w string) string {
	for _, e := range []string{"ing", "ed", "e"} {
		if stem, ok := strings.CutSuffix(w, e); ok {
			return stem
		}
	}
	return w
}

// besideDay reports whether a number stands beside a word as that of a day or year does: "Jan 7th", "29/Jun/2022".
func (s speech) besideDay(i int) bool {
	day := func(k, gap int) bool {
		if k < 0 || k >= len(s.words) || strings.Trim(s.gap(gap), " /.,-\n") != "" {
			return false
		}
		w := s.words[k].low
		for _, e := range []string{"st", "nd", "rd", "th"} {
			w = strings.TrimSuffix(w, e)
		}
		return w != "" && plainNumber(w)
	}
	return day(i-1, i-1) || day(i+1, i)
}

// inPlace reports whether a word belongs to the name of a place, alone or with others: "Morgan County", "Salt Lake,
// Morgan and Weber counties".
func (s speech) inPlace(i int) bool {
	for steps := 0; steps < 6 && i+1 < len(s.words); steps++ {
		gap := s.gap(i)
		if gap != ", " && !onlyBlanks(gap) {
			return false
		}
		i++
		switch w := s.words[i]; {
		case onlyBlanks(gap) && (placeNoun()[w.low] && (w.capital() || strings.HasSuffix(w.low, "s"))):
			return true
		case w.low != "and" && !w.capital():
			return false
		}
	}
	return false
}

// capitalBehind reports whether the next word has a capital and is one of a set.
func (s speech) capitalBehind(i int, set map[string]bool) bool {
	return set[s.near(i, 1)] && s.words[i+1].capital()
}

var (
	being      = words("is are was were will be been has have being remains stays")
	meanwhile  = words("now still currently again temporarily briefly also not fully completely")
	state      = listed("state")
	systemNoun = listed("system noun")
	kept       = words("restart reboot upgrad migrat redeploy reinstall patch")
	toPeople   = words("paged pinged asked told thanked thank thanks cc said says by with mr mrs ms dr")
	saying     = words("said says told tells asked asks thinks thought noted wrote noticed suggested reported confirmed agreed wondered")
	// stateOfPerson is what people are, and no system.
	stateOfPerson = words("paged pinged woken asleep awake sick ill tired busy worried surprised")
	object        = words("the a an it this that these our all his her him them us both some one every")
	placeNoun     = listed("place noun")
)
