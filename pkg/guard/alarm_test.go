package guard

import (
	"strings"
	"testing"
)

// TestAlarm holds, beside each other, what looks internal and is not, and what differs from it by what makes it so.
func TestAlarm(t *testing.T) {
	for _, c := range []struct{ says, want string }{
		// A key that is broken by blanks has no words in it.
		{"Servers in NYC1 were slow for some minutes and then recovered by themselves.", ""},
		{"The key is AQVN4tB9xQ2mL7vR3z\nK8pW5sD1fG6hJ0yT2uC4n and old.", "AQVN"},
		// Who is spoken of as a system is no person, unless he acts too.
		{"Violet is unavailable. We restart Violet at noon.", ""},
		{"We moved the Violet server.", ""},
		{"Our 'Violet' cPanel server is slow. See <https://initech.com/?m=Reboot+of+Violet>.", ""},
		{"The Violet upgrade is done, and so is work on the violet builder.", ""},
		{"Violet restarted it.", "Violet"},
		{"Violet is away; we paged Violet.", "Violet"},
		{"Violet is down with fever, said Violet.", "Violet"},
		// The word behind a time is a person if persons are called so.
		{"- 09:15 LON1 is running again.", ""},
		{"- 09:15 OBS is down.", ""},
		{"- 09:15 db9a is back up.", ""},
		{"- 09:15 Preventively restarted it.", ""},
		{"- 09:15 power12 is operational.", ""},
		{"- 09:15 SentinelOne installed and the disk scanned.", ""},
		{"- 09:15 RK is looking into it.", "RK"},
		{"- 09:15 jdoe42 is looking into it.", "jdoe42"},
		{"- 09:15 okwirth installed it.", "okwirth"},
		// Days and places.
		{"It was closed between Jan 7th and Jun 14th.", ""},
		{"The log says [29/Jun/2022:10:00:01].", ""},
		{"It was slow in Rio de Janeiro.", ""},
		{"It was slow in Morgan and Weber counties and at Cody Technology Park.", ""},
		{"It was closed by Jan at 7.", "Jan"},
		{"It was Marisol de Vries.", "Marisol de Vries"},
		{"It was Morgan and Weber, our engineers.", "Morgan"},
		// A link to a place in the same text names nothing else.
		{"See [the next steps](#fabric-relays).\n\nFabric relays were slow.", ""},
		{"<!-- Kestrelia complained -->\n\nKestrelia was slow.", "Kestrelia"},
		// Addresses that are there to be written to.
		{"Write to hpc-support@initech.example, help-desk@initech.example, announce@lists.initech.example, admin@initech.example or users-list@initech.example.", ""},
		{"Write to jane-support@initech.example.", "jane-support@initech.example"},
		{"Write to jane@lists2.initech.example.", "jane@lists2.initech.example"},
		{"Write to okwirth@initech.example.", "okwirth@initech.example"},
		// What customers program against and install.
		{"Requests to the `davinqa-002` model and to the models `klaudo-v1` and babbaque-002 failed.", ""},
		{"The package `initesh-node` and the crate sha-rst were bad: `initesh-node` 4.18.1.", ""},
		{"It was `zeus-ledgerd`.", "zeus-ledgerd"},
		{"Calls of /chat/completions and `/auth/sign_in` failed.", ""},
		{"The headers of /.well-known/jwks.json were missing.", ""},
		{"We use Discord.py, docs.rs and `pyproject.toml`.", ""},
		{"The file /chat/completions.log was full.", "/chat/completions.log"},
		{"It was /srv/ledger/flush.", "/srv/ledger/flush"},
		{"The folder is `/path/to/folder`.", ""},
		// Directories in which those work who are spoken to, and names of packages with their version.
		{"The space `/cluster/home` is back for all users.", ""},
		{"The space `/cluster/home` is back, and archives can be found in `/share/halmexa/archive`.", ""},
		{"Archives can be found in `/srv/halmexa/archive`.", "/srv/halmexa/archive"},
		{"We read `/share/halmexa/archive`.", "/share/halmexa/archive"},
		{"For a large machine, use `--size=gpu:a100`.", ""},
		{"Files are at `/cluster/shared/scratch`. The job-queue is full.", ""},
		{"See [this issue](https://github.com/kubernetes/kubernetes/issues/117) of theirs.", ""},
		{"See [this issue](https://github.com/initech/ledger/issues/117) of ours.", "https://github.com/initech/ledger/issues/117"},
		{"We had set `--size=gpu:a100`.", "--size=gpu:a100"},
		{"All users wait for `/data/ledger/home`.", "/data/ledger/home"},
		{"| Module | Old | New |\n|---|---|---|\n| halmexa_mt | 3.1 | 4.0.1 |\n| `halmexa_ab` | 3.1.2 | 4.0.1 |", ""},
		{"It is halmexa_mt.", "halmexa_mt"},
		{"Run `pip install --user`.", ""},
		{"Run `ledgerctl drain --user`.", "--user"},
		{"**The default is still 9.2.0.**", ""},
		{"It is 9.2.0.*, which is full.", `9.2.0.\*`},
		{"Calls under /v1/fine_tuning/jobs failed with INTERNAL_ERROR.", ""},
		{"Log in to login.hpc.initech.edu or shop.initech.co.uk.", ""},
		{"Log in to login.hpc.initech.com.", "login.hpc.initech.com"},
		{"Orders and Lumexia\n**2026-02-03 10:00 UTC, investigating**: Lumexia is slow.\n\n**2026-02-03 10:30 UTC, resolved**: It is well.", ""},
		// Pieces of public addresses.
		{"See https://get.initech.com/debian/initech_2.288_all.deb and [the talk](https://groups.google.com/g/x/c/Qx4QtAFIdoA/m/dFDi_1ECBwAJ).", ""},
		{"It is initech_ledger_2.", "initech_ledger_2"},
		// A thing of a customer is not his name.
		{"All customer VMs, client IPs and customer DBs are back, and so is the Plesk Hosting server.", ""},
		{"The customer VMX is back.", ""},
		{"Our customer Halmexa is back.", "Halmexa"},
		{"Project Creation, Project Import and Research Project Storage are slow.", ""},
		{"Project Zephyrus is late.", "Zephyrus"},
		{"Our Infrastructure-as-a-Service was hit by a Denial-of-Service attack.", ""},
		{"All Initech Kubernetes clusters are slow.", ""},
		{"The Hellman Kubernetes cluster is slow.", "Hellman Kubernetes cluster"},
		{"EU_WEST_1 and us_east_1 are slow.", ""},
		{"EU_LEDGER_1 is slow.", "EU_LEDGER_1"},
		{"A COVID-19 update. It runs on an Intel Xeon E5-2680 in datacenter #12.", ""},
		{"See OPS-2680.", "OPS-2680"},
		{"Read #postmortem2 or #hugops on Mastodon.", ""},
		{"It lists plugins/label-core.jpi.", ""},
	} {
		e, g := guarded(t, "<!-- public -->\n\n"+c.says+"\n\n<!-- /public -->\n", Options{})
		got := refused(g, e.Markdown)
		if strings.TrimRight(got, ".>`") != c.want {
			t.Errorf("%s\n\trefused is %q, want %q", c.says, got, c.want)
		}
	}
}
