package guard

import (
	"strings"
	"testing"
)

// TestPeople holds that people are known by the way in which a text speaks of them, and that what has
// such a form for another reason is not.
func TestPeople(t *testing.T) {
	for _, c := range []struct{ says, want string }{
		{"It was merged by Jane Doeber.", "Jane Doeber"},
		{"It was merged by jane doeber.", "jane doeber"},
		{"It was merged by JANE DOEBER.", "JANE DOEBER"},
		{"Marisol M. de la Cruz wrote it.", "Marisol M. de la Cruz"},
		{"It was found by Emil C. last week.", "Emil C"},
		{"It was found by E. Halvorsen.", "E. Halvorsen"},
		{"Doeber, Jane found it.", "Doeber, Jane"},
		{"Siân O'Brien and Jean-Luc Oyelaran helped.", "Siân O'Brien|Jean-Luc Oyelaran"},
		{"Then Priya restarted it.", "Priya"},
		{"We paged Thandiwe (SRE), and Tomasz from billing.", "Thandiwe|Tomasz"},
		{"-Ryan", "Ryan"},
		{"The on-call engineer (Grace) was asleep.", "Grace"},
		{"Our colleague Mark restarted it, and the engineer, Will, slept.", "Mark|Will"},
		{"Mark from the network team restarted it.", "Mark"},
		{"Then Mark restarted the router, and Grace told us.", "Mark|Grace"},
		{"Mark each restarted item, and grant the app access. Then Ruby raised the error.", ""},
		{"It was approved by J.R. and S.K.", "J.R. and S.K."},
		{"Mark from the start what you need; U.S. customers, and those served by U.S. banks, may wait.", ""},
		{"During Ramadan fewer people noticed.", ""},
		{"- 10:02 RK: it is slow", "RK"},
		{"- 2026-02-03 10:02 UTC NP posted it", "NP"},
		{"- 2026-02-03 NP posted it", "NP"},
		{"- 10:02 okwirth restarted it", "okwirth"},
		{"- 10:02 QuietOtter joins the call", "QuietOtter"},
		{"- 10:02 GDPR requests were answered in time", ""},
		{"- 10:02 US was slow", ""},
		{"- 10:02 DB restarted", ""},
		{"- 10:02 Engineers restarted it", ""},
		{"- 10:02 GitHub restarted it", ""},
		{"Incident commander: jdoe42", "jdoe42"},
		{"**Authors**: Henne, Lukas", "Henne, Lukas"},
		{"Owner: Payments team", ""},
		{"Owner: the platform", ""},
		{"- AN\n- ED\n- RN", "AN|ED|RN"},
		{"AN, SD, MH", "AN|SD|MH"},
		{"US, EU, UK", ""},
		{"Sincerely, Jane Doeber", ""},
		{"Jane Doeber, CEO", ""},
		{"Our CTO, Jane Doeber, says sorry.", ""},
		{"Dr. Jane Doeber found the flaw in the processor.", ""},
		{"INGRID N. joins; AWS N. does not.", "INGRID N"},
		{"Herr Xu found it, and Mrs. Doeber and Ms Okonkwo-Berg.", "Herr Xu|Mrs. Doeber|Ms Okonkwo-Berg"},
		{"We thank Dr. Osei, Mr Wood and Prof Halvorsen.", "Dr. Osei|Mr Wood|Prof Halvorsen"},
		{"Mr. Ek restarted it, and then Ek slept.", "Mr. Ek|Ek"},
		{"Mr. President and Mrs. Smith's bakery; a 5 ms Delay.", ""},
		{"See [Jane Doeber's talk](https://www.youtube.com/watch?v=x).", ""},
		{"See [Jane Doeber's change](https://github.com/initech/ledger/pull/117).", "Jane Doeber"},
		{"We use Let's Encrypt, Ada, Julia and Jenkins in Sydney and San Diego.", ""},
		{"It was St. Patrick's day, and Dijkstra's algorithm.", ""},
		{"It began on Jan 12 and ended in Tyler, Texas.", ""},
		{"The U.S. Congress met at Johns Hopkins University.", ""},
		{"The grace period for May was mine to mark.", ""},
		{"The line Hanna–Juniper was cut.", ""},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.says+"\n", Options{})
		var got []string
		for _, l := range g.Check("page.md", e.Markdown) {
			if l.Class == Person {
				got = append(got, l.Found)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: refused are %q, want %q", c.says, got, c.want)
		}
	}
}

// TestPeopleInEntries holds that whoever acts in a public entry is told with the place.
func TestPeopleInEntries(t *testing.T) {
	e, g := guarded(t, "<!-- public -->\n\n10.01 RK: it is slow\n\n10.07 NP told everybody\n\n10.13 NP told them again\n\n<!-- /public -->\n", Options{})
	leaks := g.Check("page.md", e.Markdown)
	if len(leaks) != 3 {
		t.Errorf("%+v", leaks)
	}
	for _, l := range leaks {
		if len(l.Places) == 0 {
			t.Errorf("%+v", l)
		}
	}
}

// TestPublicPeople holds that whom the organisation lists as public may stand, unless a withheld part
// says otherwise.
func TestPublicPeople(t *testing.T) {
	o := Options{Public: []string{"Jane Doeber"}}
	e, g := guarded(t, "## Customer summary\n\nJane Doeber is sorry, and so is Priya Venkataraman.\n", o)
	leaks := g.Check("page.md", e.Markdown)
	if len(leaks) != 1 || leaks[0].Found != "Priya Venkataraman" {
		t.Errorf("%+v", leaks)
	}
}

// TestNamedByForm holds that customers, code names, services, hosts and repositories that a text names
// in a usual form are refused without any list, and that what everybody runs is not.
func TestNamedByForm(t *testing.T) {
	for _, c := range []struct {
		says, want string
		class      Class
	}{
		{"Velomart GmbH could not pay.", "Velomart", Customer},
		{"Quillpay Logistics could not pay.", "Quillpay", Customer},
		{"Our customer Halmexa could not pay.", "Halmexa", Customer},
		{"Customers such as Halmexa could not pay.", "Halmexa", Customer},
		{"Halmexa, one of our largest customers, could not pay.", "Halmexa", Customer},
		{"Customers in Germany and Amazon customers could not pay.", "", Customer},
		{"Google LLC had an outage.", "", Customer},
		{"It waits for Project Zephyrus.", "Zephyrus", Codename},
		{"The project manager of the project was away.", "", Codename},
		{"The ledger-api was slow.", "ledger-api", Service},
		{"The hakawai-gateway was slow.", "hakawai-gateway", Service},
		{"It is `obi-sweeperd` that failed.", "obi-sweeperd", Service},
		{"The alarm identity-login-prod-5xx-alarm went off.", "identity-login-prod-5xx-alarm", Service},
		{"We use `kube-proxy`, a third-party API, and service-to-service calls.", "", Service},
		{"We pulled ledger/ledger-app:v3.0.1 again.", "ledger/ledger-app:v3.0.1", Service},
		{"We pulled golang:1.24.9-alpine again.", "", Service},
		{"It was trusted.ci.initech.example.org again.", "trusted.ci.initech.example.org", Host},
		{"It was ldap.initech.com again.", "ldap.initech.com", Host},
		{"Call api.initech.com or eu.api.amazonaws.com.", "", Host},
		{"It was in the Hellman Kubernetes cluster.", "Hellman Kubernetes cluster", Host},
		{"It was in the primary Kafka cluster.", "", Host},
		{"It was fradb03 again.", "fradb03", Host},
		{"A switch csw1.lon1 dropped packets.", "csw1.lon1", Host},
		{"Upload clip7.mp4, python3.py3 and utf8.utf16.", "", Host},
		{"See https://release.ci.initech.com/job/63/.", "https://release.ci.initech.com/job/63/", Link},
		{"See https://github.com/initech/ledger/blob/main/run.sh.", "https://github.com/initech/ledger/blob/main/run.sh", Link},
		{"See https://trello.com/c/IKZgDuaD.", "https://trello.com/c/IKZgDuaD", Link},
		{"Incidents are numbered INC-N, and INC-7 came before INC-39.", "", Ticket},
		{"Incident with Pull Requests\n\n**2023-09-19 13:21 UTC**: we look into it.", "", Change},
		{"The flaw in the login was found; the vulnerability has not yet been fixed.", "vulnerability has not yet been fixed", Weakness},
		{"The root password is quite widely available.", "password is quite widely available", Weakness},
		{"We have not rotated the key.", "We have not rotated the key", Weakness},
		{"Anyone who knows the URL can read it.", "Anyone who knows the URL can read it", Weakness},
		{"The underlying routing issue (many routers) remains unresolved.", "underlying routing issue (many routers) remains unresolved", Weakness},
		{"The host remains unpatched.", "host remains unpatched", Weakness},
		{"The issue remains unresolved, and tokens were revoked. Anyone with the link could see it.", "", Weakness},
		{"It rose from €1.29 (May) to €5.02 on the way to the €10 budget.", "€1.29", Figure},
		{"The fault cost us $4,300 in a trial.", "$4,300", Figure},
		{"It cost us 300 EUR.", "300 EUR", Figure},
		{"We refund the 300 EUR to you; the plan is $20 a month.", "", Figure},
		{"We expect a fine of up to EUR 600,000.", "EUR 600,000", Figure},
		{"The regulator may fine us up to 2 % of turnover.", "fine us up to 2 %", Figure},
		{"Payments of EUR 600 and more are fine again.", "", Figure},
		{"The support case 12838471881 is still open.", "12838471881", Ticket},
		{"In case 404 comes back, write to support.", "", Ticket},
		{"Reads from the replica in rack C7 were wrong.", "C7", Host},
		{"In rack 7 and in the server rack a fan failed.", "", Host},
		{"It was Priya's fault.", "Priya's fault", Legal},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.says+"\n", Options{})
		got := ""
		for _, l := range g.Check("page.md", e.Markdown) {
			if l.Class == c.class {
				got = l.Found
				break
			}
		}
		if strings.TrimRight(got, ".") != c.want {
			t.Errorf("%s: refused is %q, want %q", c.says, got, c.want)
		}
	}
}
