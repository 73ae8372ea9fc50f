package guard

import "testing"

// TestStillOpen holds that a weakness that is there today is refused, and that a repaired one, a fault that goes on and
// what customers have to know of their own things are not.
func TestStillOpen(t *testing.T) {
	for says, want := range map[string]bool{
		"The same token still works on the staging system.":                            true,
		"The default password is still in use on some devices.":                        true,
		"Other regions remain exposed to the same fault until August.":                 true,
		"We have not yet closed the hole that was used.":                               true,
		"The flaw has not been patched everywhere.":                                    true,
		"The invoices store may have the same flaw, which we will look at in July.":    true,
		"Backups are not encrypted at the moment.":                                     true,
		"Two-factor sign-in is not enforced for our own staff.":                        true,
		"We run OpenSSL 1.0.2k, which no longer gets updates.":                         true,
		"Our staging system still uses the leaked key.":                                true,
		"Until September the old interface stays reachable without sign-in.":           true,
		"Sessions are still not ended when a password changes.":                        true,
		"An attacker could still guess invoice numbers.":                               true,
		"The status page stays reachable without interruption.":                        false,
		"Imports are still not finished.":                                              false,
		"Your old token still works; you need not make a new one.":                     false,
		"Sign-in with a key still works, and exports are still possible.":              false,
		"We have not yet fixed the problem with late mails.":                           false,
		"No data remains exposed, and nobody used the hole.":                           false,
		"The flaw was closed on 4 May, and no token that got out is still valid.":      false,
		"Messages to other providers are not encrypted, as with any mail.":             false,
		"Android 6 no longer gets updates from its maker, so the app needs Android 7.": false,
		"Some shops are still open, and a risk remains that parcels come late.":        false,
	} {
		e, g := guarded(t, "## Customer summary\n\nYou could not pay. "+says+"\n", Options{})
		got := false
		for _, l := range g.Check("page.md", e.Markdown) {
			got = got || l.Class == Weakness
		}
		if got != want {
			t.Errorf("%s: %v", says, got)
		}
	}
}
