package guard

import (
	"fmt"
	"strings"
	"testing"
)

// TestSaidWithheld holds that a name which a withheld part disguises is refused where the edition writes it plainly, and
// that what both parts speak of in words of the trade is not.
func TestSaidWithheld(t *testing.T) {
	for _, c := range []struct{ withheld, said, want string }{
		// In another case.
		{"<!-- mONDELANE -->", "We are sorry that Mondelane could not pay.", "Mondelane"},
		{"We opened a case with stellarpay.", "Stellarpay has confirmed it.", "Stellarpay"},
		{"BANCO ALTAMIRA could not settle.", "It was hardest for Altamira.", "Altamira"},
		{"It came with a test of pErEgRiNe.", "It came with Peregrine.", "Peregrine"},
		{"It cost us uSd 1,250,000.", "It is USD 1,250,000.", "USD 1,250,000"},
		{"Exposure: iNr 3.5 cRoRe", "It amounts to INR 3.5 crore so far.", "INR 3.5 crore"},
		{"- 2026-02-03 10:14 £675k at risk", "It is £675k.", "£675k"},
		{"- 2026-02-03 10:14 580,000 euros at risk", "It is 580,000 euros.", "580,000 euros"},
		{"```\nerror: Sequoia Next\n```", "It came with Sequoia Next.", "Sequoia Next"},
		{"```\nerror: Payment Failed\n```", "It said Payment Failed.", ""},
		{"![546f6b656e6c65737320436865636b6f7574](graph.png)", "It came with Tokenless Checkout.", "Tokenless Checkout"},
		{"See [it](<https://example.com/p/cOBALT fOX>).", "It came with Cobalt Fox.", "Cobalt Fox"},
		{"Try 3 times, and try 3 again.", "We try 3 times.", ""},
		// Cut by a line end or a blank.
		{"### Launch of Moon raker moved", "It came with Moonraker.", "Moonraker"},
		{"The lag of mysql-b in.008317 grew.", "It was mysql-bin.008317.", "mysql-bin.008317"},
		{"- T  \n  eleprax confirmed it.", "The lines of Teleprax were down.", "Teleprax"},
		{"It was told to Tinfoil\nParcels first.", "It was Tinfoil Parcels.", "Tinfoil Parcels"},
		{"Paged @mwojci k3 first.", "Read [it](https://status.example.com/@mwojcik3).", "mwojcik3"},
		{"Writes to payout_ batches timed out.", "```\npayout_batches\n```", "payout_batches"},
		{"Each user ID was set.", "```\nuser_id\n```", ""},
		{"We looked at our key pair and the app server.", "Every Keypair of an Appserver is new.", ""},
		// Inside comments, addresses and the names of pictures.
		{"<!-- S<span>tel</span>larpay -->", "Stellarpay has confirmed it.", "Stellarpay"},
		{"See [it](<https://example.com/p/E[UR](https://status.example.com) 348,000>).", "We lost EUR 348,000.", "EUR 348,000"},
		{"![graph](img/NET\\-OPS-554.png)", "Read [it](https://status.example.com/NETOPS-554).", "NETOPS-554"},
		{"![\\\\fs11\\xenvel$\\basket](graph.png)", "It went wrong at \\\\𝖿𝗌𝟣𝟣\\𝗑𝖾𝗇𝗏𝖾𝗅$\\𝖻𝖺𝗌𝗄𝖾𝗍.", `\\𝖿𝗌𝟣𝟣\\𝗑𝖾𝗇𝗏𝖾𝗅$\\𝖻𝖺𝗌𝗄𝖾𝗍`},
		{"See [it](<https://example.com/p/Sequoia Next>).", "It came with Sequoia Next.", "Sequoia Next"},
		{"See [it](https://example.com/p/experiment.checkout.tokenless).", "Read [it](https://status.example.com/experiment.checkout.tokenless).", "experiment.checkout.tokenless"},
		{"See [it](https://example.com/p/EquinixFR5).", "The lines of Equinix FR5 were down.", "Equinix FR5"},
		{"![It](img//Srv/Ledger/Releases/20260207.png)", "Read [it](https://status.example.com//srv/ledger/releases/20260207).", "srv/ledger/releases/20260207"},
		// What is odd besides.
		{"The prefix 213.239.265.2 was withdrawn.", "213.239.265.2 was the reason.", "213.239.265.2"},
		{"Pentest finding: CVE-2024-35094", "Read [more](https://status.example.com/CVE-2024-35094).", "CVE-2024-35094"},
		{"It was CVE-2024-35094.", "Read [more](https://nvd.nist.gov/vuln/detail/CVE-2024-35094).", ""},
		{"### Launch of Sequoia Next moved", "It came with Sequoia Next.", "Sequoia Next"},
		{"### Amazon Web Services was slow", "It was Amazon Web Services.", ""},
		{"Vendor: Unlimit", "It was [Unlimit](https://status.example.com/a).", "Unlimit"},
		{"We opened a case with Unlimit.", "Unlimit has confirmed it to us.", "Unlimit"},
		{"Unlimit confirmed it.", "A fault at Unlimit was the cause.", "Unlimit"},
		{"Redeploy of the app. Redeployed it and ran it.", "Redeploy it. The Redeploy is new.", ""},
		// What both speak of.
		{"The hypervisor was full, and dynos.", "A hypervisor was full. Hypervisor hosts were full. Dynos were slow.", ""},
		{"In the countermeasures, checkout was next.", "Next, the Checkout had countermeasures. Countermeasures came late.", ""},
		{"They are in São Paulo.", "Those in São Paulo were hit.", ""},
		{"See https://en.wikipedia.org/wiki/Paxos.", "See [it](https://en.wikipedia.org/wiki/Paxos).", ""},
	} {
		e, g := guarded(t, fmt.Sprintf("---\ntitle: t\ncustomer-title: t\ntimezone: UTC\n---\n\n## Summary\n\n%s\n\n## Customer summary\n\n%s\n", c.withheld, c.said), Options{})
		if got := strings.TrimRight(refused(g, e.Markdown), ".>"); got != c.want {
			t.Errorf("%s | %s: refused is %q, want %q", c.withheld, c.said, got, c.want)
		}
	}
}

// TestInternalTitle holds that a title customers do not read is withheld, but for what they read as theirs.
func TestInternalTitle(t *testing.T) {
	const title = "Every shop in the north could not take a single payment"
	for _, c := range []struct {
		theirs, says string
		want         bool
	}{
		{"", title, false},
		{"Payments failed", title, true},
		{title + " in May", title, false},
		{"Payments failed", "You could not pay", false},
	} {
		text := "---\ntitle: " + title + "\ncustomer-title: " + c.theirs + "\ntimezone: UTC\n---\n\n## Customer summary\n\n" + c.says + ".\n"
		e, g := guarded(t, text, Options{})
		if leaks := g.Check("page.md", e.Markdown); len(leaks) > 0 != c.want {
			t.Errorf("%q, %q: %+v", c.theirs, c.says, leaks)
		}
	}
}
