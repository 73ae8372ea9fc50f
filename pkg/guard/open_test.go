package guard

import (
	"strings"
	"testing"
)

// TestTaintedInVain holds that what a withheld part shares with any public text is no finding.
func TestTaintedInVain(t *testing.T) {
	withheld := "See [there](#summary). In #incidents and #status-updates rc asked Amazon Web Services about eu-central-1 and PR 8812; `localStorage` was full, PgBouncer too, and case 20 was one of #timeline.\n\nThe Status Page was read-only. The Primary failed.\n"
	said := "In the summary of incidents, at 20 places in eu-central-1 and eu-central-1a, 8812 customers saw 2.14.0-rc.1. Amazon Web Services keeps a timeline and status updates. Clear localStorage, and use pgbouncer 1.21. The status page was read-only; the primary cause was a clock."
	e, g := guarded(t, "## Customer summary\n\n"+said+"\n\n## Contributing factors\n\n"+withheld, Options{History: []string{"Comms Writer", "Release Manager <release@initech.example>", "CI", "support@initech.example"}})
	for _, l := range g.Check("page.md", append(e.Markdown, "A comms writer, a release manager and CI; support@initech.example."...)) {
		t.Errorf("%q: %s", l.Found, l.Why)
	}
}

// TestOpen holds that the way in which an edition speaks of a thing decides where its form does not,
// and that a withheld part outweighs it.
func TestOpen(t *testing.T) {
	report := func(said, withheld string) string {
		return "---\nservices: [ledger-api]\n---\n\n## Customer summary\n\n" + said + "\n\n## Contributing factors\n\nIt was full.\n\n" + withheld + "\n"
	}
	for _, c := range []struct{ said, withheld, want string }{
		{"You saw the error code PAYMENT_DECLINED.", "", ""},
		{"The cause was PAYMENT_DECLINED.", "", "PAYMENT_DECLINED"},
		{"You saw the error code LEDGER_DECLINED.", "", "LEDGER_DECLINED"},
		{"You saw the error code PAYMENT_DECLINED.", "PAYMENT_DECLINED was returned.", ""},
		{"The field `order_total` was empty.", "", ""},
		{"You saw the error code LEDGER_DECLINED: your ledger was late.", "", ""},
		{"You saw the error code LEDGER_DECLINED in the ledger-api.", "", "LEDGER_DECLINED"},
		{"We will credit your account with 10 EUR by the end of the month.", "", ""},
		{"You will receive a credit of 10 EUR. You'll get a credit of €10.", "", ""},
		{"All affected customers will receive a credit of 10 EUR.", "", ""},
		{"We will credit 10 EUR to your account.", "It cost 10 EUR each.", ""},
		{"Three enterprise merchants will receive an SLA credit of 22k EUR.", "", "credit of 22k EUR"},
		{"You will receive a credit of 20 EUR.", "We paid a credit of 20 EUR.", "credit of 20 EUR"},
		{"The field `order_total` was empty.", "The column `order_total` was full.", "order_total"},
		{"The value lock_timeout was too low.", "", ""},
		{"The value lock_timeout was too low.", "We set lock_timeout to 3.", "lock_timeout"},
		{"The value ledger_lock was too low.", "", "ledger_lock"},
		{"Calls of POST /v1/payments failed.", "POST /v1/payments gave 500.", ""},
		{"Calls of POST /v1/ledger failed.", "", "/v1/ledger"},
		{"Calls of POST /v1/internal/flush failed.", "", "/v1/internal/flush"},
		{"Flights LH-400 and LH-401 left late.", "", ""},
		{"See OPS-400 and OPS-401.", "", "OPS-400"},
		{"Flights LH-400 left late.", "We track it in LH-400.", "LH-400"},
		{"Call us on +44 20 7946 0018.", "", ""},
		{"The engineer's number is +44 20 7946 0018.", "", "+44 20 7946 0018"},
		{"Somebody, who runs our support line, is at +44 20 7946 0018.", "", "+44 20 7946 0018"},
		{"Call us on +44 20 7946 0018 or +44 20 7946 0019.", "", ""},
		{"Call us on +44 20 7946 0018, or the engineer at +44 20 7946 0019.", "", "+44 20 7946 0019"},
		{"We tracked it in OPS-400 and on the status page.", "", "OPS-400"},
		{"When you write to us, please quote CASE-400.", "", ""},
		{"For reference, see OPS-400.", "", "OPS-400"},
		{"Please add 203.0.113.5 to your allow list.", "", ""},
		{"The firewall at 203.0.113.5 was full.", "", "203.0.113.5"},
		{"Follow us at @initech_status.", "", ""},
		{"We are following @jdoe42 and his work.", "", "jdoe42"},
		{"You saw the error ledger_shard_7.", "", "ledger_shard_7"},
		{"It failed in build 4120 on our Windows hosts.", "", "4120"},
		{"We closed CVE-2024-3094 in March.", "CVE-2024-3094 was open.", ""},
		{"We have not yet closed CVE-2024-3094.", "", "CVE-2024-3094"},
		{"CVE-2024-3094 was the way in.", "", "CVE-2024-3094"},
		{"Please add the request id 3f2b8c1e-4d5a-4b6c-8e7f-9a0b1c2d3e4f.", "", ""},
		{"It was 3f2b8c1e-4d5a-4b6c-8e7f-9a0b1c2d3e4f.", "", "3f2b8c1e-4d5a-4b6c-8e7f-9a0b1c2d3e4f"},
		{"It is fixed by golang/go#51234.", "", ""},
		{"It is fixed by initech/ledger#51234.", "", "#51234"},
		{"See https://github.com/kubernetes/kubernetes/pull/117321.", "", ""},
		{"See https://github.com/initech/ledger/pull/117.", "", "https://github.com/initech/ledger/pull/117"},
		{"Read https://status.initech.example/incidents/9f3c2ab1d4.", "", ""},
		{"Read https://initech.example/incidents/9f3c2ab1d4.", "", "9f3c2ab1d4"},
		{"Please update the app to build 4120.", "", ""},
		{"We went back to build 4120.", "", "4120"},
		{"The reason was order_retry.", "", "order_retry"},
		{"It split the old `systems_to_graphs` in two.", "", "systems_to_graphs"},
		{"The new `ontology_cache` was empty.", "", "ontology_cache"},
		{"It is the job `SendEventEmailsJob` that failed.", "", "SendEventEmailsJob"},
		{"A snapshot_generator was missing.", "", "snapshot_generator"},
		{"The role metricViewer was missing.", "", "metricViewer"},
		{"The events snapshot_ready and the field `metricViewer` were missing.", "", ""},
		{"We set MySQL's heron_mode and the PostgreSQL parameter plan_cache_mode.", "", ""},
		{"MySQL was slow, and so was heron_mode.", "", "heron_mode"},
		{"It was innodb_flush_log_at_trx_commit, CLOCK_REALTIME, initLimit and DATABASE_URL.", "", ""},
		{"It gave INTERNAL_ERROR for sessionAffinity.", "", ""},
		{"It gave INTERNAL_LEDGERS and INTERNAL_STATE.", "", "INTERNAL_LEDGERS"},
		{"The regions EU_WEST_1 and US_EAST were slow.", "", ""},
		{"For reference see OPS-4711, which our status page left out.", "", "OPS-4711"},
		{"Our support engineer has +44 20 7946 0018.", "", "+44 20 7946 0018"},
		{"The firewall stopped 203.14.9.8.", "", "203.14.9.8"},
		{"You can reach us at support@lumenia.example or on +49 30 555 0100.", "", ""},
		{"You can reach us at support@lumenia.example, or the engineer on +49 30 555 0100.", "", "+49 30 555 0100"},
		{"Write to support@lumenia.example and follow @lumenia@mastodon.social.", "", ""},
		{"Ask @jane@mastodon.social. Write to support@lumenia.example.", "", "jane"},
		{"Run npm install @lumenia/sdk@3.2.0, or write to support@lumenia.example.", "", ""},
		{"Ask @lumenia/payments-team, or write to support@lumenia.example.", "", "lumenia/payments-team"},
		{"Run npm install @initech/sdk@3.2.0.", "", "initech/sdk"},
		{"See https://lumenia.example/docs/errors#503.", "", ""},
		{"See docs/errors#503.", "", "#503"},
		{"See status.lumenia.example/errors#503 and https://lumenia.example/docs/errors#503.", "It was #503.", ""},
		{"It gave HTTP 503.", "It was #503.", ""},
		{"It gave HTTP 503, see #503.", "It was #503.", "#503"},
		{"Order #50312 was lost, and invoice #4711.", "", ""},
		{"You can reach us at mail or on +49 30 555 0100.", "", ""},
		{"You can reach us by e-mail or phone on +49 30 555 0100.", "", ""},
		{"Write to mail@lumenia.example or call +49 30 555 0100.", "", ""},
		{"We had to call +49 30 555 0100.", "", "+49 30 555 0100"},
		{"A colleague wrote a mail and had +49 30 555 0100.", "", "+49 30 555 0100"},
		{"You paid with 4111 1111 1111 1111.", "", "4111 1111 1111 1111"},
		{"You paid with 4111111111111111.", "", "4111111111111111"},
		{"You paid with 3782-822463-10005.", "", "3782-822463-10005"},
		{"We processed 4111 1111 1111 1112 and 4111111111111112.", "", ""},
		{"The clock said 1770112345678 and 17701123456780.", "", ""},
		{"It went to DE89 3704 0044 0532 0130 00.", "", "DE89 3704 0044 0532 0130 00"},
		{"It went to de89370400440532013000 twice.", "", "de89370400440532013000"},
		{"It went to NO93 8601 1117 947.", "", "NO93 8601 1117 947"},
		{"It went to DE88 3704 0044 0532 0130 00.", "", ""},
		{"It showed 219-09-9998.", "", "219-09-9998"},
		{"The SSN 219 09 9998 was shown.", "", "219 09 9998"},
		{"It showed 000-09-9998 and 666-12-3456.", "", ""},
		{"Lumenia was down. Write to support@lumenia.example.", "Lumenia was down.", ""},
		{"Lumenia was down.", "Lumenia was down.", "Lumenia"},
		{"Lumenia was down. Write to jane@lumenia.example.", "Lumenia was down.", "Lumenia"},
	} {
		e, g := guarded(t, report(c.said, c.withheld), Options{})
		got := refused(g, e.Markdown)
		if strings.TrimRight(got, ".>") != c.want {
			t.Errorf("%s (%s): refused is %q, want %q", c.said, c.withheld, got, c.want)
		}
	}
}

// TestPublicWords holds that a star stands for the rest of one part of a word and for no more, and for the names of
// hosts in front of a domain.
func TestPublicWords(t *testing.T) {
	o := Options{Public: []string{"INC-*", "*.initech.example", "status.hooli.example", "Acme*", "https://github.com/initech/press/*"}, Customers: []string{"Umbrella Foods"}}
	for said, want := range map[string]string{
		"See INC-4211.": "",
		"See inc-4211, https://status.hooli.example/incidents/inc-4211 and INC-PAY.": "",
		"See OPS-4211.":                "OPS-4211",
		"See INC-4211 OPS-4211.":       "OPS-4211",
		"See INC-OPS-4211.":            "OPS-4211",
		"See INC-2231-order-node-07.":  "order-node-07",
		"See INC-velomart.":            "velomart",
		"See incoming-order-node-07.":  "order-node-07",
		"See incidents/order-node-07.": "order-node-07",
		"See https://status.hooli.example/incidents/order-node-07 there.":      "order-node-07",
		"See https://status.hooli.example/incidents/jane.doeber there.":        "jane.doeber",
		"We wrote in #incidents-velomart.":                                     "incidents-velomart",
		"We wrote in #inc-velomart.":                                           "velomart",
		"We asked @incident-janed.":                                            "incident-janed",
		"See the incident-7/PAY-8812 page.":                                    "PAY-8812",
		"Mail AcmeMail and acme7.":                                             "",
		"Mail acme-velomart.":                                                  "velomart",
		"Open files-07.initech.example.":                                       "",
		"Open eu.files-07.initech.example.":                                    "",
		"See https://wiki.initech.example and https://wiki.initech.example/.":  "",
		"See https://wiki.initech.example/x/order-node-07.":                    "order-node-07",
		"See https://github.com/initech/press/issues/8#issuecomment-4211.":     "",
		"See https://github.com/initech/pressroom/issues/8#issuecomment-4211.": "https://github.com/initech/pressroom",
		"Open files-07.hooli.internal.":                                        "files-07.hooli.internal",
		"Open umbrella-foods.initech.example.":                                 "umbrella-foods",
		"See https://grafana.initech.example/d/a1b":                            "https://grafana.initech.example/d/a1b",
	} {
		e, g := guarded(t, "## Customer summary\n\n"+said+"\n\n## Impact\n\nThe machine order-node-07 of Velomart was full, and Jane Doeber saw it. It is PAY-8812 and OPS-4211.\n", o)
		got := refused(g, e.Markdown)
		if !strings.Contains(got, want) || (want == "") != (got == "") {
			t.Errorf("%s: refused is %q, want %q", said, got, want)
		}
	}
}

// TestOfEverybody holds that what every machine has, what readers are told to use and what others have published is no
// finding, and that what looks much like it is one.
func TestOfEverybody(t *testing.T) {
	for _, c := range []struct{ says, want string }{
		{"We sent it to `/dev/null`.", ""},
		{"It is in /usr/sbin, /bin/addgroup and /etc/passwd.", ""},
		{"It is in /etc/heron/passwd.", "/etc/heron/passwd"},
		{"Look into `~/.npm/_logs` and ~/.ssh/config.", ""},
		{"Look into `~/.heron/run` again.", "~/.heron/run"},
		{"See docs.helm.sh, docs.rs and your build.rs.", ""},
		{"It is in rebuild.rs.", "rebuild.rs"},
		{"Keys are at /.well-known/jwks.json.", ""},
		{"It is linked into extensions/x86_64-linux-gnu again.", ""},
		{"Tell us with the hashtag #caturday, please.", ""},
		{"Tell us in #caturday, please.", "caturday"},
		{"Hosts that are non-shadow-utils hosts did not fail.", ""},
		{"- 10:27 OBS is down\n- 11:03 OBS was back", ""},
		{"- 10:27 RK is looking into it", "RK"},
		{"- 10:27 HelmRelease failed", ""},
		{"Power is out in the NYC1 region and has been since ten past four this morning.", ""},
		{"These packages are affected:\n\n- `heronlib-js` 1.2.3, 1.2.4\n- `heronlib-docusaurus` 2.0.6", ""},
		{"We went back to `heronlib-js` 1.2.3 of it.", "heronlib-js"},
		{"The contract is 0x5f4dcc3b5aa765d61d8327deb882cf99a1b2c3d4.", ""},
		{"The account is lumen1qy352eufqy352eufqy352eufqy352eufxxk5tl.", ""},
		{"The flaw has a number ([CVE-2024-3094](https://nvd.nist.gov/vuln/detail/CVE-2024-3094)).", ""},
		{"It is not yet fixed ([CVE-2024-3094](https://nvd.nist.gov/vuln/detail/CVE-2024-3094)).", "CVE-2024-3094"},
		{"Read our [rules](https://github.com/initech/ledger/blob/main/SECURITY.md).", ""},
		{"Read our [list](https://github.com/initech/ledger/security/advisories/GHSA-aaaa-bbbb-cccc).", ""},
		{"Write to hpc-support@lumenia.example or announce@lists.lumenia.example.", ""},
		{"Write to jane-doeber@lumenia.example.", "jane-doeber@lumenia.example"},
		{"We see a COVID-19 effect in Rio de Janeiro.", ""},
		{"It was a PAY-\n4711 effect.", "PAY- 4711"},
		{"The customer VMs were slow. Project Creation failed.", ""},
		{"It was a Denial-of-Service.", ""},
		{"The value \u00e2\u0080\u009csessionAffinity\u00e2\u0080\u009d was wrong.", ""},
		{"The value heron\u00c2\u00adAffinity_set was wrong.", "heron\u00c2\u00adAffinity_set"},
		{"Sucessfully done:\n\n- 10:27 Sucessfully restarted it", ""},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.says+"\n", Options{})
		if got := refused(g, e.Markdown); strings.TrimRight(got, ".") != c.want {
			t.Errorf("%s: refused is %q, want %q", c.says, got, c.want)
		}
	}
}
