package guard

import (
	"encoding/base64"
	"flag"
	"fmt"
	"hash/crc32"
	"html"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// seed makes a value of one class. alone says that its form gives it away, without any list.
type seed struct {
	class string
	alone bool
	make  func(*rand.Rand) string
}

func pick(r *rand.Rand, words string) string { f := strings.Fields(words); return f[r.IntN(len(f))] }

func chars(r *rand.Rand, alphabet string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(b)
}

const (
	hexDigits = "0123456789abcdef"
	digits    = "0123456789"
	alnum     = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	podChars  = "bcdfghjklmnpqrstvwxz2456789"
)

func githubToken(r *rand.Rand) string {
	body := chars(r, alnum, 30)
	sum, tail := crc32.ChecksumIEEE([]byte(body)), make([]byte, 6)
	for i := range tail {
		tail[5-i] = alnum[sum%62]
		sum /= 62
	}
	return "ghp" + "_" + body + string(tail)
}

// seeds are the 24 classes. The values are made anew at every run of the generator: none of them
// stands in this file.
var seeds = []seed{
	{"private address", true, func(r *rand.Rand) string {
		return fmt.Sprintf("10.%d.%d.%d", r.IntN(256), r.IntN(256), 1+r.IntN(254))
	}},
	{"public address", true, func(r *rand.Rand) string {
		return fmt.Sprintf("%d.%d.%d.%d", 30+r.IntN(180), r.IntN(256), r.IntN(256), 1+r.IntN(254))
	}},
	{"host", true, func(r *rand.Rand) string {
		return pick(r, "db kafka ledger auth cart") + fmt.Sprintf("-%02d.", r.IntN(90)) + pick(r, "vienna oslo lima") + "." + pick(r, "internal corp local")
	}},
	{"pod", true, func(r *rand.Rand) string {
		return pick(r, "ledger-api cart-worker mailer") + "-" + chars(r, podChars, 7) + "2x4-" + chars(r, podChars, 4) + "7"
	}},
	{"cloud", true, func(r *rand.Rand) string {
		return "arn:aws:rds:eu-west-1:" + chars(r, digits, 12) + ":db:" + pick(r, "ledger carts mails")
	}},
	{"internal link", true, func(r *rand.Rand) string {
		return "https://" + pick(r, "grafana wiki jira") + ".initech.example/" + pick(r, "d x p") + "/" + chars(r, hexDigits, 9)
	}},
	{"port", true, func(r *rand.Rand) string {
		return pick(r, "ledger cart mail") + "-proxy:" + fmt.Sprint(1024+r.IntN(50000))
	}},
	{"mail", true, func(r *rand.Rand) string {
		return pick(r, "ottokar birgit mehmet") + "." + pick(r, "wirth halvorsen yilmaz") + fmt.Sprint(r.IntN(99)) + "@initech.example"
	}},
	{"phone", true, func(r *rand.Rand) string { return "+43 664 " + chars(r, "23456789", 7) }},
	{"person", true, func(r *rand.Rand) string {
		return pick(r, "Birgit Thandiwe Ottokar Mehmet Ingrid") + " " + pick(r, "Halvorsen Okonkwo Wirth Yilmaz Solheim") + pick(r, "er ov sson")
	}},
	{"handle", true, func(r *rand.Rand) string {
		return "@" + pick(r, "bhalv okwirth mehmy") + chars(r, digits, 3)
	}},
	{"channel", true, func(r *rand.Rand) string {
		return "#inc-" + pick(r, "ledger carts mails") + "-" + chars(r, digits, 4)
	}},
	{"ticket", true, func(r *rand.Rand) string {
		return pick(r, "PAY OPSX LEDG CARTS") + "-" + fmt.Sprint(100+r.IntN(9000))
	}},
	{"commit", true, func(r *rand.Rand) string { return "a1" + chars(r, hexDigits, 36) + "b2" }},
	{"setting", true, func(r *rand.Rand) string {
		return pick(r, "ledger cart mailer") + "_" + pick(r, "retry drain quota") + "_" + pick(r, "limit flag mode") + fmt.Sprint(r.IntN(9))
	}},
	{"topic", true, func(r *rand.Rand) string {
		return pick(r, "ledger carts mails") + "." + pick(r, "orders refunds bounces") + ".v" + fmt.Sprint(1+r.IntN(9)) + "_dlq"
	}},
	{"path", true, func(r *rand.Rand) string {
		return "/" + pick(r, "srv opt etc") + "/" + pick(r, "ledger carts") + "/" + chars(r, "abcdefgh", 6) + "/" + pick(r, "drain.sh boot.conf")
	}},
	{"trace", true, func(r *rand.Rand) string {
		return "com.initech." + pick(r, "ledger carts") + ".Drain" + chars(r, "abcdefgh", 5) + "Exception"
	}},
	{"account", true, func(r *rand.Rand) string { return "cus_" + chars(r, alnum, 13) + "7" }},
	{"customer", false, func(r *rand.Rand) string {
		return pick(r, "Umbrella Initrode Hooli Vandelay") + chars(r, "abcdefgh", 4) + " " + pick(r, "Foods Steel Textiles")
	}},
	{"secret", true, githubToken},
	{"weakness", true, func(r *rand.Rand) string { return "CVE-20" + chars(r, "12", 2) + "-" + chars(r, "123456789", 5) }},
	{"figure", true, func(r *rand.Rand) string { return fmt.Sprintf("$%d,%03d ARR", 100+r.IntN(800), r.IntN(1000)) }},
	{"code name", false, func(r *rand.Rand) string { return "Blue" + pick(r, "Heron Otter Lynx") + chars(r, "aeiou", 3) }},
}

// seeded is a report whose customer summary holds public text and whose causes hold withheld text.
func seeded(public, withheld string) *report.Report {
	return report.Parse(source.New("in.md", []byte("---\ntitle: t\ntimezone: UTC\n---\n\n## Customer summary\n\nYou could not pay.\n\n"+
		public+"\n## Contributing factors\n\nIt was full.\n\n"+withheld+"\n")))
}

var values = flag.Int("values", 0, "how many values of each class to seed in each place and disguise; 0 for a quarter of them all")

// each seed in each place in each disguise, some values of each.
func everySeed(f func(s seed, value, place, disguise, text string)) {
	r := rand.New(rand.NewPCG(5, uint64(*values)))
	for _, s := range seeds {
		for range max(*values, 1) {
			for _, p := range places {
				for _, d := range disguises {
					value := s.make(r)
					if *values == 0 && r.IntN(4) > 0 {
						continue
					}
					f(s, value, p.name, d.name, strings.Replace(p.form, "%s", d.over(value), 1))
				}
			}
		}
	}
}

// holds is an oracle of its own: it looks for a value in bytes with nothing but the standard library.
func holds(out []byte, value string) bool {
	plain := func(s string) string {
		s = html.UnescapeString(s)
		if u, err := url.QueryUnescape(s); err == nil {
			s = u
		}
		return strings.ToLower(strings.Map(func(r rune) rune {
			switch {
			case r == 0xAD || r == 0x200B || unicode.Is(unicode.Me, r) || strings.ContainsRune(" \n\\*`", r):
				return -1
			case r > 0xFF00 && r < 0xFF5F:
				return r - 0xFEE0
			}
			return r
		}, plainly.Replace(s)))
	}
	return strings.Contains(plain(string(out)), plain(value)) ||
		strings.Contains(string(out), base64.StdEncoding.EncodeToString([]byte(value)))
}

// TestWithheld holds the first wall: nothing of a withheld part is written.
func TestWithheld(t *testing.T) {
	everySeed(func(s seed, value, place, disguise, text string) {
		if place == "timeline" {
			text = strings.Replace(text, "**Status update**", "", 1)
		}
		e, _, err := edition.Cut(seeded("", text), edition.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if holds(e.Markdown, value) || !utf8.Valid(e.Markdown) {
			t.Errorf("%s as %s in a %s is written: %s", s.class, disguise, place, e.Markdown)
		}
	})
}

// TestTaint holds the second wall: what stands in a withheld part is refused in a public one.
func TestTaint(t *testing.T) {
	missed, all := map[string]int{}, 0
	everySeed(func(s seed, value, place, disguise, text string) {
		r := seeded(text, "The cause was "+value+" in the end.")
		e, _, err := edition.Cut(r, edition.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !holds(e.Markdown, value) {
			return // the cut left it behind
		}
		all++
		g := New(r, e, Options{})
		leaks := g.Check("page.md", e.Markdown)
		if len(leaks) == 0 {
			missed[s.class+" as "+disguise]++
			t.Logf("%s as %s in a %s passes: %s", s.class, disguise, place, e.Markdown)
			return
		}
		if len(leaks[0].Places) == 0 && disguise != "base64" {
			missed["origin of "+s.class+" as "+disguise]++
		}
	})
	if len(missed) > 0 || all < 500 {
		t.Errorf("of %d pass: %v", all, missed)
	}
}

// TestRecognised holds the third wall alone: what has the form of an identifier is refused although
// nothing withheld names it. A name in another case, or cut in two by a line end, may have lost its
// form; the second wall is there for those. With -v it tells the share of each class that is refused,
// also of those that have no form of their own.
func TestRecognised(t *testing.T) {
	missed, all := map[string]int{}, 0
	seen, refused := map[string]int{}, map[string]int{}
	everySeed(func(s seed, value, place, disguise, text string) {
		r := seeded(text, "")
		e, _, err := edition.Cut(r, edition.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !holds(e.Markdown, value) {
			return
		}
		passes := len(New(r, e, Options{}).Check("page.md", e.Markdown)) == 0
		seen[s.class]++
		if !passes {
			refused[s.class]++
		}
		if s.alone {
			all++
			if passes {
				missed[s.class+" as "+disguise]++
			}
		}
	})
	for _, s := range seeds {
		t.Logf("%-16s %5.1f %% of %d", s.class, 100*float64(refused[s.class])/float64(max(1, seen[s.class])), seen[s.class])
	}
	n := 0
	for _, k := range missed {
		n += k
	}
	if n*100 > all*2 || all < 400 {
		t.Errorf("of %d pass %d: %v", all, n, missed)
	}
}
