package report

import "testing"

func TestDueDate(t *testing.T) {
	for in, want := range map[string]string{
		"2026-03-15":                "2026-03-15",
		"by 15 March 2026":          "2026-03-15",
		"2026-03-15 (tentative)":    "2026-03-15",
		"March 2026":                "2026-03-31",
		"end of February 2028":      "2028-02-29",
		"2026-03":                   "2026-03-31",
		"ETA: mid March 2026":       "2026-03-31",
		"Q3 2026":                   "2026-09-30",
		"2026-q4":                   "2026-12-31",
		"2026/Q1":                   "2026-03-31",
		"2026-W14":                  "2026-04-05",
		"2026-W01":                  "2026-01-04",
		"2026-W54":                  "",
		"2026-02-31":                "",
		"":                          "",
		"soon":                      "",
		"Mar 15":                    "",
		"03/04/2026":                "",
		"Q5 2026":                   "",
		"2026-13":                   "",
		"-":                         "",
		"not dated: nobody said so": "",
	} {
		a := Action{Due: Field[string]{Value: in}}
		got := ""
		if day, ok := a.DueDate(); ok {
			got = day.Format("2006-01-02")
		}
		if got != want {
			t.Errorf("due %q is %q, want %q", in, got, want)
		}
	}
}

func TestWaived(t *testing.T) {
	for in, want := range map[string]bool{
		"not dated: the vendor has named no day":           true,
		"None: the team was dissolved":                     true,
		"No actions: the shop closes in May (SHOP-4).":     true,
		"None, because the supplier has mended it.":        true,
		"No further action is needed, as the shop closes.": true,
		"No corrective actions. The shop closes in May.":   true,
		"Nothing to do - the supplier has mended it":       true,
		"N/A (the shop closes)":                            true,
		"None of the alerts fired: the rule was wrong":     false,
		"No releases on Fridays: they go wrong":            false,
		"None.":                                            false,
		"No actions yet":                                   false,
		"not dated":                                        false,
		"not dated: ":                                      false,
		"storage team: Ana":                                false,
		"":                                                 false,
	} {
		if got := Waived(in); got != want {
			t.Errorf("Waived(%q) = %v, want %v", in, got, want)
		}
	}
}
