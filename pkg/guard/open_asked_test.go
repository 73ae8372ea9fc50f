package guard

import "testing"

// TestAsked holds that a withheld part may name what customers are asked to type and nothing else, and that
// the words of its names are no names.
func TestAsked(t *testing.T) {
	for _, c := range []struct{ said, withheld, want string }{
		{"Please set `maxWait` to 3.", "`maxWait` was 9.", ""},
		{"If uploads fail for you, set `maxWait` to 3.", "`maxWait` was 9.", ""},
		{"For you we set `maxWait` to 3.", "`maxWait` was 9.", "maxWait"},
		{"Set `maxWait` to 3.", "`maxWait` was 9.", "maxWait"},
		{"Please wait while we set `maxWait` to 3.", "`maxWait` was 9.", "maxWait"},
		{"If you use acme-node, please update to `acme-node` 3.3 with `npm install acme-node@3.3`.", "The `acme-node` library tried again at once.", ""},
		{"Update `acme-node` to 3.3.", "The `acme-node` library tried again at once.", "acme-node"},
		{"Please quote the `X-Lumenia-Trace` header.", "`X-Lumenia-Trace` was empty.", ""},
		{"We dropped the `X-Lumenia-Trace` header.", "`X-Lumenia-Trace` was empty.", "X-Lumenia-Trace"},
		{"Your users saw the error `sso_callback_error`.", "The log has `sso_callback_error`.", ""},
		{"The reason was the error `sso_callback_error`.", "The log has `sso_callback_error`.", "sso_callback_error"},
		{"Please do not share your `webhook_secret`.", "He printed `webhook_secret`.", ""},
		{"We lost the `webhook_secret`.", "He printed `webhook_secret`.", "webhook_secret"},
		{"Open Settings > Send Test Mail.", "He used Test Mail.", ""},
		{"We use PostgreSQL's `statement_timeout` now.", "`statement_timeout` was 0.", ""},
		{"You can run `lumen labels resend --everything`.", "", ""},
		{"We ran `lumen labels resend --everything`.", "", "--everything"},
		{"You find it below Settings > Data Export. The Data Export is back.", "He moved the Data Export.", ""},
		{"The Data Export is back.", "He moved the Data Export.", "Data Export"},
		{"We moved all orders to another region.", "He ran `lumen drain --to 3 --region west`.", ""},
		{"We made a dry-run.", "He ran `lumen drain --dry-run`.", ""},
		{"You see X-RateLimit-Remaining and Idempotency-Key.", "The Rate Limit service lost the Idempotency-Key.", ""},
		{"Outdoor shops were slow at the summit of the load.", "Then Summit Outdoor Group called.", ""},
		{"We have spoken with Summit since.", "Then Summit Outdoor Group called.", "Summit"},
		{"We have spoken with summit outdoor group since.", "Then Summit Outdoor Group called.", "summit outdoor group"},
		{"There is a silver lining.", "It was paged to Mark Silver.", ""},
		{"It was found by Silver.", "It was paged to Mark Silver.", "Silver"},
		{"The United States were not affected.", "Customers: United, Lumexia", ""},
		{"Only United was affected.", "Customers: United, Lumexia", "United"},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.said+"\n\n## Contributing factors\n\nIt was full.\n\n"+c.withheld+"\n", Options{})
		if got := refused(g, e.Markdown); got != c.want {
			t.Errorf("%s (%s): refused is %q, want %q", c.said, c.withheld, got, c.want)
		}
	}
}
