package guard

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// customers takes from withheld prose whom the noun in front tells to be a customer, a partner or a supplier,
// "the customer BMW", "customers acme and foocorp", or what only people and firms do: "AXA threatened".
// take is given where a name begins and ends.
func customers(text string, take func(t term, from, to int)) {
	each := func(form func() *sieve.Regexp) {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			for _, i := range partyName().FindAllStringIndex(text[m[2]:m[3]], -1) {
				from, to := m[2]+i[0], m[2]+i[1]
				s := text[from:to]
				switch capitals := strings.ToUpper(s) == s; {
				case insideName(text, from, to):
				case capitals && !plainNumber(s) && !shorthand(s):
					take(term{class: Customer, capitals: true}, from, to)
				case !capitals && (unknown(s) || upper(s[0]) && !ofParty()[strings.ToLower(s)] && !(upper(text[m[0]]) && wordlist.English(strings.ToLower(s)))):
					take(term{class: Customer, capitals: !unknown(s), subject: wordlist.Inflected(strings.ToLower(s))}, from, to)
				}
			}
		}
	}
	each(afterParty)
	each(beforeDealing)
	each(beforeComplaint)
	for _, m := range customerList().FindAllStringSubmatchIndex(text, -1) {
		s := text[m[2]:m[3]]
		items := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' })
		for _, item := range items {
			at := m[2] + strings.Index(s, item)
			item = strings.TrimPrefix(strings.TrimSpace(item), "and ")
			at += strings.Index(text[at:], item)
			if capitalName(item) && (len(items) > 1 || !number(item[0])) {
				take(term{class: Customer, capitals: len(item) < 4}, at, at+len(item))
			}
		}
	}
}

// ofParty are the nouns that make a thing of the noun in front, also where both have capitals: "Customer Support".
var ofParty = listed("of party")

const party = `(?:[A-Z0-9][A-Z0-9&]{1,7}|[A-Z][a-z]{2,}(?:[A-Z][a-z]*)*|[a-z]+[A-Z][A-Za-z]+|[a-z]{4,})\b`

var (
	partyName       = expression(`\b` + party)
	afterParty      = expression(`\b(?i:customers?|clients?|tenants?|merchants?|accounts?|partners?|suppliers?|vendors?|carriers?|retailers?|prospects?)(?:: ?| )["'“]?\b(` + party + `(?:(?:, ?and |, ?| and | & | or )` + party + `){0,9})`)
	beforeDealing   = expression(`\b([A-Z][A-Z0-9&]{1,7}) (?:threaten(?:ed|s)|pays|paid|renew(?:ed|s)|signed|demand(?:ed|s)|terminated|churned|sued|invoiced)\b`)
	beforeComplaint = expression(`\b([A-Z][A-Z0-9&]{1,7}|[a-z]{4,}) (?:complained|escalated)\b`)
	customerList    = expression(`\b(?i:customers|clients|tenants|merchants) \(([^()\n]{2,200})\)`)
)

// shorthand reports whether letters in capitals are short for a thing or a role that every organisation
// has: "the customer ID", "the vendor SLA", "QA escalated".
func shorthand(s string) bool {
	low := strings.ToLower(s)
	for _, w := range []string{low, strings.TrimRight(low, digitChars), strings.TrimSuffix(low, "s")} {
		if everydayShort()[w] || notTicket()[w] || codeWord()[w] || standard()[w] || abbreviation()[w] {
			return true
		}
	}
	return false
}

var everydayShort = listed("everyday short")
