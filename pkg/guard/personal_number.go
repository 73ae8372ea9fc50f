package guard

import (
	"slices"
	"strings"
)

// The numbers that banks and authorities give to people carry checks, which chance seldom passes.

// cardNumber accepts the number of a card of one of the large networks: ISO/IEC 7812 ends it in a digit
// by Luhn's rule.
func cardNumber(text []byte, m match) bool {
	s := letters(m.in(text))
	if joinsOn(text, m) || !slices.ContainsFunc(cardsOf[s[0]], func(n int) bool { return n == len(s) }) ||
		s[0] == '5' && (s[1] < '1' || s[1] > '5') || s[0] == '2' && (s[1] < '2' || s[1] > '7') {
		return false
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// cardsOf are the lengths of the numbers that begin with a digit. What begins with another is most often
// an instant: 1770112345678. With 5 begin those from 51 to 55, with 2 those from 22 to 27.
var cardsOf = map[byte][]int{'2': {16}, '3': {14, 15, 16}, '4': {13, 16, 19}, '5': {16}, '6': {16, 17, 18, 19}}

// joinsOn reports whether a number is a part of a longer one, or of a fraction.
func joinsOn(text []byte, m match) bool {
	near := func(i, step int) bool {
		return i >= 0 && i < len(text) && strings.IndexByte("-.,/:_", text[i]) >= 0 && i+step >= 0 && i+step < len(text) && letterOrDigit(text[i+step])
	}
	return near(m.start-1, -1) || near(m.end, 1)
}

// accountIBAN accepts an IBAN of ISO 13616: of its country's length, and 1 modulo 97 when its first four
// characters are put at the end and letters count from 10.
func accountIBAN(text []byte, m match) bool {
	s := strings.ToUpper(letters(m.in(text)))
	n := ibanLength[s[:2]]
	if n == 0 || n > len(s) {
		return false
	}
	rest := 0
	for _, c := range s[4:n] + s[:4] {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}

var ibanLength = map[string]int{
	"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28,
	"CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18,
	"GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32,
	"LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15,
	"PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
	"ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}

// socialSecurity passes over numbers that the authority of the United States never gives out.
func socialSecurity(text []byte, m match) bool {
	s := letters(m.in(text))
	return !joinsOn(text, m) && s[0] != '9' && s[:3] != "000" && s[:3] != "666" && s[3:5] != "00" && s[5:] != "0000"
}
