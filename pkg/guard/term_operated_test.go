package guard

import (
	"strings"
	"testing"
)

// TestOperated holds that what those who run systems do something to, or call by one of their nouns, is refused, and
// that ordinary words, products and what customers work with in the same place are not.
func TestOperated(t *testing.T) {
	for _, c := range []struct{ says, want string }{
		{"We restarted the kafka-exporter pod.", "kafka-exporter"},
		{"It moved from nginx to the k8s-parcels deployment.", "k8s-parcels"},
		{"The `parcelmen` queue was full.", "parcelmen"},
		{"The `parcel_log` table was full.", "parcel_log"},
		{"An orphaned `hakawai` record was left.", "hakawai"},
		{"The `hakawai-demo` repo had a flaw.", "hakawai-demo"},
		{"The hakawai project paid for it.", "hakawai"},
		{"It handles incoming Hakawai webhooks.", "Hakawai"},
		{"A flaw in the hakawai-redirect health checks.", "hakawai-redirect"},
		{"We drained hakawai7 and fradb.", "hakawai7|fradb"},
		{"We restarted `hakawai`.", "hakawai"},
		{"We had to deploy by hand with hakawai-deploy.", "hakawai-deploy"},
		{"Power was lost on bkz04.", "bkz04"},
		{"The way out was to reboot bkz04.", "bkz04"},
		{"Please restart the app, iOS 18, Windows 11 and your v2 modem.", ""},
		{"The old VM on `pvx1` was removed.", "pvx1"},
		{"A change renamed `rows_to_labels` to `live_labels`.", "rows_to_labels|live_labels"},
		{"An error was raised in the `SendParcelMailsJob`.", "SendParcelMailsJob"},
		{"A log of parcels-7.novalocal tells it.", "parcels-7.novalocal"},
		{"The VM (VMID 103) was removed.", "VMID 103"},
		{"We ran `kubectl --namespace=hakawai get pods`. Then hakawai was empty.", "--namespace=hakawai|hakawai"},
		{"We ran `kubectl get pods -n hakawai`.", "kubectl get pods -n hakawai"},
		{"We ran `kubectl get pods -n default`.", ""},
		{"It was in logging.initech.com.", "logging.initech.com"},
		{"Deleting labels-testing-chqr2h3j failed.", "labels-testing-chqr2h3j"},
		{"The `default` queue, the `users` table, `redis` pods and the `kube-proxy` pods were slow.", ""},
		{"Fine-tuning jobs, first-time deployments, GitHub webhooks and the pilot project waited.", ""},
		{"The hosing servers failed, a hosing job too, on ipv4, from p99 to k8s.", ""},
		{"We restarted nginx, drained connections and reverted it at 10:02.", ""},
		{"It happened in fra1, on day2, on mysql1 and on shard4.", ""},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.says+"\n", Options{})
		var got []string
		for _, l := range g.Check("page.md", e.Markdown) {
			got = append(got, strings.Trim(l.Found, ".`"))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: refused are %q, want %q", c.says, got, c.want)
		}
	}
}
