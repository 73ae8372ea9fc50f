package report

import "testing"

func TestOwnerLine(t *testing.T) {
	for in, want := range map[string]string{
		"Ana":                     "Ana",
		"AE (/BF helping)":        "AE",
		"AE - when there is time": "AE",
		"The vendor via AE":       "AE",
		"Andr&#233;":              "André",
		"Storage team":            "Storage team",
	} {
		if got := ownerLine(in); got != want {
			t.Errorf("ownerLine(%q) = %q, want %q", in, got, want)
		}
	}
}
