package moment

import "strings"

// twoDays reads what stands before a day with a range of clocks where it is the second of two: "18 to 19 June 2026, from
// 22:47 to 04:59" begins on the 18th. Where the clocks do not run over midnight, or more than one night is told, nobody can
// say on which of the days they are. from is where the stamp before ended.
func (st *Stamp) twoDays(s string, from int) {
	u := st.Until
	if u == nil || st.dateLast || !st.Has.All(HasMonth|HasDay|HasClock) || !u.Has.Any(HasClock) || u.Has.Any(HasDate) {
		return
	}
	lead := strings.TrimRight(s[from:st.Start], " \n")
	rest := lead
	for _, joint := range []string{" to", " and", " until", " till", " through", " –", " -"} {
		if cut, ok := strings.CutSuffix(lead, joint); ok {
			rest = strings.TrimRight(cut, " \n")
			break
		}
	}
	if rest == lead {
		return
	}
	end := len(rest)
	for _, th := range []string{"st", "nd", "rd", "th"} {
		rest = strings.TrimSuffix(rest, th)
	}
	start := len(rest)
	for start > 0 && len(rest)-start < 3 && isDigit(rest[start-1]) {
		start--
	}
	first, w := number(rest, start, len(rest)-start)
	if w == 0 || w > 2 || start > 0 && !strings.ContainsRune(" \n(", rune(rest[start-1])) || first < 1 || first >= st.Day || end == start {
		return
	}
	st.Start, st.OuterStart = from+start, min(st.OuterStart, from+start)
	st.Text = s[st.Start:st.End]
	if st.Day-first > 1 || seconds(u) > seconds(st) {
		st.Problem, st.ProblemKind = "it may be on either of two days, or on both", AmbiguousDay
		return
	}
	u.Year, u.Month, u.Day, u.Has = st.Year, st.Month, st.Day, u.Has|st.Has&HasDate
	st.Day = first
}
