package guard

import "slices"

// spelledOut is a text with two letters for each that English has not, as names are written where a
// keyboard lacks them: "Mueller" for "Müller". It is nil if there are none; plainForm gives "Muller".
func spelledOut(text []byte) *reading {
	v := &reading{}
	found := false
	for i, r := range string(text) {
		by, ok := twoLetters[r]
		if !ok {
			by = string(r)
		}
		found = found || ok
		v.addString(by, int32(i))
	}
	if !found {
		return nil
	}
	return v.end(int32(len(text)))
}

func bothSpellings(names []string) []string {
	out := slices.Clone(names)
	for _, s := range names {
		if v := spelledOut([]byte(s)); v != nil {
			out = append(out, string(v.text))
		}
	}
	return out
}

var twoLetters = map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'Ä': "Ae", 'Ö': "Oe", 'Ü': "Ue", 'å': "aa", 'Å': "Aa", 'ø': "oe", 'Ø': "Oe", 'æ': "ae", 'Æ': "Ae", 'ß': "ss"}
