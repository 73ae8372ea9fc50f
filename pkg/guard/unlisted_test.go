package guard

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestUnlisted holds that a name which nothing explains is told, and what is explained is not.
func TestUnlisted(t *testing.T) {
	o := Options{Public: []string{"Lumen", "INC-*"}, Names: []string{"Quickship"}, Customers: []string{"Fabrikam"}, Services: map[string]string{"ledger-api": "Quickship"}}
	for _, c := range []struct{ said, want string }{
		{"Velomart could not pay.", "Velomart"},
		{"Nothing came from 5.9.17.3, but version 5.9.17.4 and 8.8.8.8.", "5.9.17.3"},
		{"Reports of velomart and Velomart came late.", "velomart"},
		{"The machine lbl-03 and its twin lbl03 were full.", "lbl-03 lbl03"},
		{"It runs on grafana-beyla today.", "grafana-beyla"},
		{"We asked kdoeber again.", "kdoeber"},
		{"The Velomart-owned and kitewing-based parts.", "Velomart kitewing"},
		{"It started ShopTool.exe with `kubectl get pods -o wide` and `npm install --save left`.", "ShopTool.exe kubectl get pods -o wide"},
		{"```\n# Stop the server by hand\nkubectl apply -f -\n```", "kubectl apply -f -"},
		{"The `kitewing` step ran.", "kitewing"},
		{"Payments were **delayd**.", "delayd"},
		{"Lumen and Quickship were slow for Fabrikam; see INC-7.", ""}, // on lists; one of them is refused as what it is
		{"Velomart GmbH could not pay.", ""},                           // refused by its form
		{"On 3 Sept the HTTP/2 and IPv6 addresses in eu-central-1 failed over, 3x slower at p99.", ""},
		{"Microsoft Edge, iPhones and PostgreSQL databases in Oregon were read-only and re-synced.", ""},
		{"See https://status.example.com/velomart and mail support@lumen.example.", ""},
		{"The SLA was kept.", ""},
		{"Write to [us](mailto:support@lumen.example) or call our hotline; payouts in SEK are back.", ""},
		{"Quote reference TQ-2026-10-13 when you write to us.", ""},
		{"By mid-December it is done.", ""},
		{"The co-developer forgot to renew it.", "co-developer forgot to renew it"},
		{"It is TQ-2026-10-13 in our books.", "TQ-2026-10-13"},
		{"Sincerely, Anna Bergström, CEO", ""},
		{"Clerks rehearsed the moving of terabytes to the albatross.", ""}, // in any dictionary
		{"It ran on Albatross.", "Albatross"},
		{"Orders at shop.velomart.co.uk failed; see <https://www.lowmart.example/a>, https://blog.tramwerk.io/b or [there](https://kiteberg.com/c).", "shop.velomart.co.uk www.lowmart.example/a tramwerk.io kiteberg.com/c"},
		{"See github.com/initech/press, https://github.com/initech/press and https://app.example.com/velo/a.", "github.com/initech/press app.example.com/velo/a"},
		{"We set `stop_pending` for `order_sink`; `GET /v1/orders` and `kubectl get pods` failed with `HTTP 503`, and so did the field `order_total`.", "stop_pending"}, // the second is refused by its form
		{"The code:\n\n    orders.flush_all(3)\n    kubectl get pods\n", "orders.flush_all(3)"},
		{"The parcel-redirect checks and KUBE-STORM failed at kafka-exporting, in read-only, customer-facing and end-to-end tests of load-balancers.", "parcel-redirect KUBE-STORM kafka-exporting"},
		{"The WQX was late, and so was the VME (Vast Mail Exchange); the VME and the TCP/IP stack of the UK office are not.", "WQX"},
		{"In the Heron dashboard Payments grew; the Growth team and S&O saw it with R&D.", "Heron Growth S&O"},
		{"The albatross pods were full of albatross.", "albatross"},
		{"See notes.md, /_info and parcels/heron/labels. We allow 15 req / 10s.", "notes.md /_info parcels/heron/labels 15 req / 10s"},
		{"Read https://en.wikipedia.org/wiki/Paxos, Customer.io or https://github.com/kubernetes/kubernetes.", ""},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.said+"\n\n## Contributing factors\n\nThe disk was full.\n", o)
		var got []string
		for _, p := range g.Unlisted() {
			got = append(got, p.Found)
			if p.Span.IsZero() {
				t.Errorf("%q: %q has no place", c.said, p.Found)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.said, s, c.want)
		}
		strict := o
		strict.RefuseUnlisted = true
		_, s := guarded(t, "## Customer summary\n\n"+c.said+"\n\n## Contributing factors\n\nThe disk was full.\n", strict)
		was, is := len(g.Check("page.md", e.Markdown)), len(s.Check("page.md", e.Markdown))
		if more := is - was; more < len(got) || len(got) == 0 && more > 0 {
			t.Errorf("%q: refused %d times, and %d where unlisted names are", c.said, was, is)
		}
	}
}

// TestUnlistedInPosts counts the names that authors of public posts would be told: few enough to read.
func TestUnlistedInPosts(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_PUBLIC_POSTS")
	if dir == "" {
		t.Skip("POSTMORTEM_PUBLIC_POSTS names no directory of public posts")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	var told []int
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		_, g := guarded(t, "## Customer summary\n\n"+string(text), Options{})
		var names []string
		for _, p := range g.Unlisted() {
			names = append(names, p.Found)
		}
		told = append(told, len(names))
		t.Logf("%s: %q", filepath.Base(f), names)
	}
	slices.Sort(told)
	if n := len(told); n > 0 {
		t.Logf("%d posts: median %d, nine in ten at most %d", n, told[n/2], told[n*9/10])
		if told[n*9/10] > 6 || told[n/2] > 1 {
			t.Error("too many to read")
		}
	}
}
