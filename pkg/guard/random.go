package guard

import "strings"

// drawnKey is what randomRuns find.
var drawnKey = recogniser{class: Secret, why: "a key: its letters and digits look drawn at random"}

// randomRuns finds runs of letters and digits that nobody thought of: keys and tokens of issuers that
// no form here knows. In what people name, letters and digits stand in few groups, "web01" or "i18n";
// in what a machine drew they alternate.
func randomRuns(text []byte) []match {
	var out []match
	for i := 0; i < len(text); {
		if !inToken(text[i]) {
			i++
			continue
		}
		m := match{start: i}
		for i < len(text) && inToken(text[i]) {
			i++
		}
		m.end = i
		if i-m.start >= shortestKey && drawn(text[m.start:m.end]) && !uuid().Match(text[m.start:m.end]) && !onChain().Match(text[m.start:m.end]) && !inAddress(text, m) {
			out = append(out, m)
		}
	}
	return out
}

// uuid is drawn at random too, but to name something, not to keep it; another recogniser has it.
var uuid = expression(`(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// onChain is the address of an account or a contract on a block chain, where anybody reads it.
var onChain = expression(`^(?:0x[0-9a-fA-F]{40}|[a-z]{2,12}1[02-9ac-hj-np-z]{38})$`)

// shortestKey is the fewest characters of a key without any other sign of what it is.
const shortestKey = 14

func inToken(c byte) bool {
	return number(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '_' || c == '~' || c == '+' || c == '='
}

// drawn reports whether a machine drew one of the parts of a run: in short ones the kinds of
// characters must change more often, for each of its characters, than in long ones.
func drawn(run []byte) bool {
	const bounds = "-_~+="
	changes, letters, digits, length := 0, 0, 0, 0
	var last byte
	for _, c := range run {
		if strings.IndexByte(bounds, c) >= 0 {
			last = 0
			continue
		}
		length++
		kind := byte(1)
		switch {
		case number(c):
			kind = 2
			digits++
		case upper(c):
			kind = 3
			letters++
		default:
			letters++
		}
		// A capital at the head of a word is no change: AccessToken.
		if last != 0 && kind != last && (last != 3 || kind != 1) {
			changes++
		}
		last = kind
	}
	if letters < 4 || digits < 2 || length < shortestKey-1 {
		return false
	}
	return changes >= 5 && changes*6 >= length
}

// inAddress reports whether a run lies in the path of a web address: there it is the name of a page.
func inAddress(text []byte, m match) bool {
	from := m.start
	for from > 0 && m.start-from < 300 && strings.IndexByte(" \t\r\n<>\"'()[]", text[from-1]) < 0 {
		from--
	}
	return strings.Contains(string(text[from:m.start]), "://")
}
