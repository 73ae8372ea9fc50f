package guard

import (
	"fmt"
	"testing"
)

// TestTongues holds what names are in other languages where the configuration has them, and that without it all is
// taken for names that English does not know.
func TestTongues(t *testing.T) {
	for _, c := range []struct{ said, withheld, want, strict string }{
		{"Die Anmeldung war nicht möglich.", "Die Anmeldung war gestört.", "", "Anmeldung"},
		{"Bis zum 1. Mai haben wir mehr Server.", "Die Server hatten bis Mai keine Prüfung.", "", "Mai"},
		{"Wir haben die Nachrichten-Warteschlange geleert.", "Ursache: die Nachrichten-Warteschlange war voll.", "", "Nachrichten-Warteschlange"},
		{"Wir danken Schneider.", "Es war Frau Schneider, die ihn geweckt hat.", "Schneider", "Schneider"},
		{"Wir danken Großmann.", "Der Alarm war bei Jürgen Großmann.", "Großmann", "Großmann"},
		{"Die Sparkasse Hallenbach war betroffen.", "Bei uns hat die Sparkasse Hallenbach angerufen.", "Sparkasse Hallenbach", "Sparkasse Hallenbach"},
		{"Auch Hallenbach war betroffen.", "Dann hat der Kunde Hallenbach angerufen.", "Hallenbach", "Hallenbach"},
		{"Auch Hallenbach war betroffen.", "Es war die Hallenbach AG, die uns anrief.", "Hallenbach", "Hallenbach"},
		{"Auch Hallenbach war betroffen.", "| Kunde | Wer |\n|---|---|\n| Hallenbach | Vogel |", "Hallenbach", "Hallenbach"},
		{"Es war zrh2-db-04 oder Parcelmen.", "Der Rechner zrh2-db-04 war voll.", "zrh2-db-04", "zrh2-db-04"},
		{"Es war Parcelmen.", "Der Dienst `parcelmen` war voll.", "Parcelmen", "Parcelmen"},
		{"Es war Nordvik, die nicht zahlen konnten.", "The disk was full and Nordvik could not pay.", "Nordvik", "Nordvik"},
		{"Le retard était d'une heure. Après-midi difficile.", "Le retard était grand dans l'après-midi.\n\nRetard de la file.", "", "Après-midi"},
		{"Lenteur des pages.", "Lenteur de la base de données.", "", "Lenteur"},
		{"Nous avons parlé avec Vermeil.", "Hier nous avons parlé avec Vermeil.", "Vermeil", "Vermeil"},
		{"Nous remercions Desrosiers.", "Camille Desrosiers avait la clé.", "Desrosiers", "Desrosiers"},
		{"Hablamos con Montejo de los avisos.", "Banco Montejo llamó por los avisos.", "Montejo", "Montejo"},
		{"Retrasos en los avisos.", "Retrasos en la cola de avisos.", "", "Retrasos"},
		{"Wij testen voortaan elke wijziging onder belasting.", "De schijf was vol.", "", "elke wijziging"},
		{"佐藤健二が直しました。", "証明書は佐藤健二さんが見つけた。", "佐藤健二", "佐藤健二"},
		{"原因は証明書です。", "証明書は佐藤健二さんが見つけた。", "", ""},
	} {
		text := fmt.Sprintf("---\nlanguage: de\n---\n\n## Customer summary\n\n%s\n\n## Contributing factors\n\n%s\n", c.said, c.withheld)
		e, g := guarded(t, text, Options{Languages: []string{"de-CH", "fr", "es", "nl"}})
		if got := refused(g, e.Markdown); got != c.want {
			t.Errorf("%s (%s): refused is %q, want %q", c.said, c.withheld, got, c.want)
		}
		if e, g = guarded(t, text, Options{}); refused(g, e.Markdown) != c.strict {
			t.Errorf("%s (%s): without the configuration refused is %q, want %q", c.said, c.withheld, refused(g, e.Markdown), c.strict)
		}
	}
}

// TestStrange holds what is told of an edition in another language.
func TestStrange(t *testing.T) {
	for _, c := range []struct{ said, withheld, want string }{
		{"Die Anmeldung war nicht möglich, und auch Hallenbach war betroffen.", "Es war voll.", ""},
		{"Die Anmeldung war nicht möglich, und auch Müllerhaus war betroffen.", "Es war voll, sagte Müllerhaus.", "Müllerhaus"},
		{"Nous avons parlé avec Vermeil de la lenteur.", "C'était plein.", "Vermeil"},
		{"La página era lenta y no se perdió nada.", "Estaba lleno.", ""},
		{"Es war HFX, und wir bitten um Geduld.", "Es war voll.", "HFX"},
	} {
		text := fmt.Sprintf("## Customer summary\n\n%s\n\n## Contributing factors\n\n%s\n", c.said, c.withheld)
		_, g := guarded(t, text, Options{Languages: []string{"de", "fr", "es"}})
		got := ""
		for _, u := range g.Unlisted() {
			got += " " + u.Found
		}
		if got != "" {
			got = got[1:]
		}
		if got != c.want {
			t.Errorf("%s (%s): told is %q, want %q", c.said, c.withheld, got, c.want)
		}
	}
}
