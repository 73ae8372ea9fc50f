package guard

import (
	"fmt"
	"testing"
)

// TestInAddresses holds that what stands in the path of a withheld address, or in a dotted name of the code, is
// refused alone too, and that the words of such a path are not.
func TestInAddresses(t *testing.T) {
	for _, c := range []struct{ withheld, said, want string }{
		{"See [it](https://initech.example/p/Titanfall).", "We stopped Titanfall.", "Titanfall"},
		{"See [it](https://initech.example/p/ledger_split_writes).", "We stopped ledger_split_writes.", "ledger_split_writes"},
		{"See [it](https://initech.example/Larkspur%20Group/x).", "We stopped at the Larkspur desk.", "Larkspur"},
		{"See [it](<https://initech.example/p/?q=bp-kyc-9#sre-zone-emea>).", "It was in sre-zone-emea.", "sre-zone-emea"},
		{"![graph](img/Quartzite.png)", "We began to test Quartzite.", "Quartzite"},
		{"![graph](graph.png \"Quartzite\")", "We began to test Quartzite.", "Quartzite"},
		{"See [it](https://initech.example/docs/Getting-started/Customers).", "You are getting started; customers saw docs.", ""},
		{"See [it](https://en.wikipedia.org/wiki/Quartzite).", "See [it](https://en.wikipedia.org/wiki/Quartzite).", ""},
		{"We set payments.retry.backoffMultiplier to 2.", "The payments.retry.backoffMultiplier was 2.", "payments.retry.backoffMultiplier"},
		{"- ledger.hikari.maxPoolSize", "The LEDGER.HIKARI.MAXPOOLSIZE was 2.", "LEDGER.HIKARI.MAXPOOLSIZE"},
		{"X-Brightpine-Debug skips it.", "It was X-Brightpine-Debug.", "X-Brightpine-Debug"},
		{"We send X-Request-Id and X-Forwarded-For.", "X-Request-Id and X-Forwarded-For are sent.", ""},
		{"The prefix 3.129.49.88 was gone.", "It was 3.129.49.88.", "3.129.49.88"},
		{"It ran version 3.129.49.88.", "It ran version 3.129.49.88.", ""},
		{"We edited .github/workflows/deploy-ledger.yml.", "We edited .github/workflows/deploy-ledger.yml.", "github/workflows/deploy-ledger.yml"},
		{"```\nvalue=Basilisk;\n```", "We began to test Basilisk.", "Basilisk"},
		{"We began to test QmFzaWxpc2sgWHl6enk= today.", "It was Basilisk.", "Basilisk"},
		{"It is https://initech.example/x?to=Titanf%61ll now.", "It was Titanfall.", "Titanfall"},
		{"See [it](https://initech.example/x \"nodePort &#51;1144\").", "It was nodePort 31144.", "nodePort 31144"},
		{"Our customer Mondela\\\nne called.", "It was Mondelane.", "Mondelane"},
		{"The runbook is docs-int.meridiax.com/runbooks/inventory.md now.", "See docs-int.meridiax.com/runbooks/inventory.md for it.", "docs-int.meridiax.com/runbooks/inventory.md"},
		{"We paged github.com/xiaoyuvolkov twice.", "We thank github.com/xiaoyuvolkov.", "github.com/xiaoyuvolkov"},
		{"We paged github.com/xiaoyuvolkov twice.", "We thank xiaoyuvolkov.", "xiaoyuvolkov"},
		{"It was merged by mateusz.distefano.", "We thank mateusz.distefano.", "mateusz.distefano"},
		{"It was merged by ~mmensah.", "We thank ~mmensah.", "mmensah"},
		{"See github.com/kubernetes and status.initech.com/incidents for it, ~approx 3 min, e.g. on node.js.", "It took 3 min on node.js, e.g. at status.initech.com/incidents, and is on github.com/kubernetes.", ""},
		{"Lock on refund-queue.fifo.", "It was refund-queue.fifo.", "refund-queue.fifo"},
		{"Nobody owns q.quota.priority here.", "It was q.quota.priority.", "q.quota.priority"},
		{"Nobody owns payout-shard.retry.eu here.", "It was payout-shard.retry.eu.", "payout-shard.retry.eu"},
		{"Nobody owns dbo.BallotPayments here.", "It was dbo.BallotPayments.", "dbo.BallotPayments"},
		{"We set cfg/ballot/parcel-timeout-ms.", "It was cfg/ballot/parcel-timeout-ms.", "cfg/ballot/parcel-timeout-ms"},
		{"The start/stop/re-start cycle and read/write/delete.", "It was start/stop/re-start and read/write/delete.", ""},
		{"Nothing came from raw.github.com.", "It came from raw.github.com.", ""},
		{"The largest tenant is kaleva.umbrella-fin.com.", "It was kaleva.umbrella-fin.com.", "kaleva.umbrella-fin.com"},
		{"It was slow.then it failed, i.e. the app.", "It was slow. Then it failed, i.e. the app.", ""},
		{"It began in the\nZirko client of PyPI.org.", "It was in the Zir client, PyPI.org.", ""},
		{"It lasted from\n5:22 on 28 March\n2019.", "From 5:22 on in March 2019 it was slow.", ""},
		{"We met in the small\nroom of the office\nwith Ingri\nd.", "A small room, an office; it went with an ingress.", ""},
	} {
		text := fmt.Sprintf("---\ntitle: t\ncustomer-title: t\ntimezone: UTC\n---\n\n## Summary\n\n%s\n\n## Customer summary\n\n%s\n", c.withheld, c.said)
		e, g := guarded(t, text, Options{})
		if got := refused(g, e.Markdown); got != c.want {
			t.Errorf("%s | %s: refused is %q, want %q", c.withheld, c.said, got, c.want)
		}
	}
}
