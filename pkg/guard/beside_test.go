package guard

import (
	"strings"
	"testing"
)

// TestBeside holds that one thing that is known by its form forbids what it names in the whole of an output, and
// whatever is listed with it; and that neither makes a finding of a text that has none.
func TestBeside(t *testing.T) {
	for _, c := range []struct{ says, want string }{
		{"The cache is at zirkon.lan:8080. Later zirkon was full.", "zirkon.lan:8080|zirkon"},
		{"Later zirkon was full.", ""},
		{"The cache is at zirkon.lan:8080. Hit were (malachit, zirkon, spinell).", "zirkon.lan:8080|malachit|zirkon|spinell"},
		{"The cache is at zirkon.lan:8080. The checks are `deb-{malachit,zirkon}`.", "zirkon.lan:8080|malachit|zirkon"},
		{"The cache is at zirkon.lan:8080, in Germany, France and Italy, with nginx, kafka and `SELECT`.", "zirkon.lan:8080"},
		{"The unit hakawai_prod failed. Hakawai reads parcels.", "hakawai_prod|Hakawai"},
		{"The image was parcel_api_delta, and is parcel_api now.", "parcel_api_delta|parcel_api"},
		{"It was merged by Marisol Quintero. Quintero was there.", "Marisol Quintero|Quintero"},
		{"It was merged by Marisol. Marisol / Zugwerk were there.", "Marisol|Marisol|Zugwerk"},
		{"Team: `SW`, `NL`, `BM`\n\nIncident commander: SW", "SW|NL|BM|SW"},
		{"See s3://parcel-wal-eu. Then parcel-wal-eu was full.", "s3://parcel-wal-eu|parcel-wal-eu"},
		{"We run initech/ledger-app:v3.0.1, and ledger-app had a flaw.", "initech/ledger-app:v3.0.1|ledger-app"},
		{"Project Zephyrus waits. We began Zephyrus in May.", "Zephyrus|Zephyrus"},
		{"Ask @jdoe42 about it; jdoe42 knows.", "jdoe42|jdoe42"},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.says+"\n", Options{})
		var got []string
		for _, l := range g.Check("page.md", e.Markdown) {
			got = append(got, strings.TrimRight(l.Found, ".`"))
			if strings.Contains(l.Why, "belongs") && l.Named.IsZero() {
				t.Errorf("%s: it is not said where %q is named", c.says, l.Found)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: refused are %q, want %q", c.says, got, c.want)
		}
	}
}

// TestSaidByChance holds that the place of a short text is not where a longer one happens to hold its letters.
func TestSaidByChance(t *testing.T) {
	_, g := guarded(t, "## Customer summary\n\nSee https://grafana.initech.example/archive.\n", Options{})
	if p := g.said("AC"); len(p) > 0 {
		t.Errorf("%+v", p)
	}
	if p := g.said("grafana.initech.example"); len(p) != 1 {
		t.Errorf("%+v", p)
	}
}
