package guard

import "testing"

// TestAddresses holds that four numbers are an address wherever nothing says that they are a version.
func TestAddresses(t *testing.T) {
	for said, want := range map[string]string{
		"We moved the database to 10.20.3.14:5432.":                        "10.20.3.14:5432",
		"We moved the database to 52.18.33.4:5432.":                        "52.18.33.4:5432",
		"All traffic went to 10.20.3.14.":                                  "10.20.3.14",
		"All traffic went to 52.18.33.4.":                                  "52.18.33.4",
		"We changed the DNS record to 192.168.7.21.":                       "192.168.7.21",
		"We updated the DNS record to 52.18.33.4.":                         "52.18.33.4",
		"Connections to 192.168.7.21 failed.":                              "192.168.7.21",
		"We upgraded the cluster. Connections to 52.18.33.4 failed.":       "52.18.33.4",
		"We moved it to 185.40.12.9 for an hour.":                          "185.40.12.9",
		"We updated it to 185.40.12.9, and the app to 185.40.12.8.":        "185.40.12.9",
		"Version 192.168.7.21 was wrong.":                                  "192.168.7.21",
		"We upgraded Chrome from 120.0.109.1 to 120.0.109.2 on all of it.": "",
		"We upgraded the client to 52.18.33.4 on Monday.":                  "",
		"We went back to version 3.2.1.4 and then to v10.2.0.4 on Monday.": "",
		"PostgreSQL 52.18.33.4 is out; kernel 52.18.33.5 is not.":          "",
	} {
		e, g := guarded(t, "## Customer summary\n\n"+said+"\n", Options{})
		if got := refused(g, e.Markdown); got != want {
			t.Errorf("%s: refused is %q, want %q", said, got, want)
		}
	}
}
