package guard

import "testing"

// TestNumberedThings holds that what has one of these forms is refused by itself, and what looks like it is not.
func TestNumberedThings(t *testing.T) {
	for _, c := range []struct{ said, want string }{
		{"It is in sc-19355.", "sc-19355"},
		{"It is b/31444102.", "b/31444102"},
		{"It is T284641.", "T284641"},
		{"We opened case 05512385.", "case 05512385"},
		{"We backed out changeset 4711.", "4711"},
		{"We went back to CL 513355.", "513355"},
		{"We opened SR 4829105.", "SR 4829105"},
		{"We opened UDP 23383.", "23383"},
		{"We replaced Cloudwright plc and Panoptis AB; SAS disks and plc.", "Cloudwright"},
		{"Overload on κpp29.", "κpp29"},
		{"We emptied __ballot_offsets by hand.", `\_\_ballot_offsets`},
		{"It was rt#89544.", "rt#89544"},
		{"It was tenant_id=94627.", "94627"},
		{"Half of it was on esx09.", "esx09"},
		{"A penalty of 550 000 kr is due.", "penalty of 550 000 kr"},
		{"See https://help.initech.com/articles/S3://INITECH-BACKUPS/2026/02 for it.", "S3://INITECH-BACKUPS/2026/02"},
		{"It is IR-2026-109.", "IR-2026-109"},
		{"It is 2246-0836-9619.", "2246-0836-9619"},
		{"It is CVE-2021-44228, which is fixed, of ISO-2022-11 and 2020-2021-2022.", ""},
		{"It is SR 4-0001066419.", "SR 4-0001066419"},
		{"Traffic to 51.133.82.234 was lost.", "51.133.82.234"},
		{"We updated version 3.129.49.88 to 3.129.49.91 and upgraded the kernel to 51.4.3.126.", ""},
		{"It is chg00233941.", "chg00233941"},
		{"It came with ledger-core@6718469.", "ledger-core@6718469"},
		{"It came with v2026.02.9-rc3+6840b19.", "v2026.02.9-rc3+6840b19"},
		{"It is revert-5341-ledger-split.", "revert-5341-ledger-split"},
		{"We stopped haproxy06-par.", "haproxy06-par"},
		{"We stopped PAYPRODDB07 and more.", "PAYPRODDB07"},
		{"We stopped pgmaster01.", "pgmaster01"},
		{"It is PD-6QYVLR5.", "PD-6QYVLR5"},
		{"We began tibal-settle-rollout.", "tibal-settle-rollout"},
		{"We stopped invoice-writer-c223eafc5-9ppwv.", "invoice-writer-c223eafc5-9ppwv"},
		{"We stopped lhrlx74.", "lhrlx74"},
		{"We stopped bastion75-hul.", "bastion75-hul"},
		{"It rang at 0171/\n1434999.", "0171/ 1434999"},
		{"We lost wg0-office-8.", "wg0-office-8"},
		{"We lost tun-azure-4.", "tun-azure-4"},
		{"We lost VLAN 2917.", "VLAN 2917"},
		{"Connections to :30881 failed.", ":30881"},
		{"We opened nodePort 31744.", "nodePort 31744"},
		{"We purged E2QWRUHAP11WHW.", "E2QWRUHAP11WHW"},
		{"It is ocid1.instance.oc1.eu-frankfurt-1.antheljtfwfq.", "ocid1.instance.oc1.eu-frankfurt-1.antheljtfwfq"},
		{"See go/ledger-runbook-2 for it.", "go/ledger-runbook-2"},
		{"It was merchant 470681.", "470681"},
		{"It is contract no. 77-9413.", "77-9413"},
		{"It was BrightpineLedger::RoundingError.", "BrightpineLedger::RoundingError"},
		{"It failed at io.brightpine.Kyc.decide first.", "at io.brightpine.Kyc.decide"},
		{"There is an IDOR on one page.", "IDOR on"},
		{"The admin page has no CSRF token.", "no CSRF token"},
		{"X-Brightpine-Debug: 1 skips the check.", "X-Brightpine-Debug: 1"},
		{"The works council objected.", "works council"},
		{"It was 5.9.173.62.", "5.9.173.62"},
		{"We rang 1-415-555-0196.", "1-415-555-0196"},
		{"See https://brightpine.retool.com/apps/refunds now.", "https://brightpine.retool.com/apps/refunds"},
		{"We set payments.retry.backoffMultiplier.", "payments.retry.backoffMultiplier"},
		{"At 12:43860 bytes, in case 12, `:smile:`, base64-url, utf16-le, node 12, tuned-in, TLS 1.2, a slow phased-rollout, version 4.15.0.112, kernel 5.4.3.126, in the case 2023, go/parser, pgsql01.", "pgsql01"},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.said+"\n", Options{})
		if got := refused(g, e.Markdown); got != c.want {
			t.Errorf("%s: refused is %q, want %q", c.said, got, c.want)
		}
	}
}
