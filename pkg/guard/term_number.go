package guard

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// numbers takes from withheld prose the numbers that are more than a count: sums of money, unless the edition promises
// them to its readers, and what tells one thing from others of its kind, "merchant 470781", "VLAN 2717", "C-35643192".
func (c *termCollector) numbers(text string, take func(t term, from, to int)) {
	for _, form := range []func() *sieve.Regexp{sumsBehindSign, sumsBeforeSign} {
		for _, m := range form().FindAllStringIndex(text, -1) {
			if blank := strings.IndexByte(text[m[0]:m[1]], ' ') + 1; blank > 0 && m[0] > 0 && text[m[0]-1] == ':' {
				m[0] += blank // "10:14 580,000 euros"
			}
			if s := text[m[0]:m[1]]; strings.ContainsAny(s, digitChars) && !c.opener.promises(s) && !asVerb().MatchString(s) {
				take(term{class: Figure}, m[0], m[1])
			}
		}
	}
	for _, m := range shares().FindAllStringIndex(text, -1) {
		take(term{class: Figure}, m[0], m[1])
	}
	for _, m := range ofOne().FindAllStringSubmatchIndex(text, -1) {
		number := text[m[4]:m[5]]
		if dayForm().MatchString(number) {
			continue
		}
		take(term{class: Ticket}, m[2], m[5])
		if len(number) > 5 {
			take(term{class: Ticket}, m[4], m[5])
		}
	}
	for _, m := range namedNumber().FindAllStringSubmatchIndex(text, -1) {
		name, number, glued := text[m[2]:m[3]], text[m[4]:m[5]], text[m[4]-1] == '#'
		if !insideName(text, m[2], m[3]) && (glued || namesTracker(name, number)) && !counts().MatchString(text[m[5]:]) {
			take(term{class: Ticket}, m[2], m[5])
		}
	}
	for _, m := range longNumber().FindAllStringIndex(text, -1) {
		if !insideName(text, m[0], m[1]) && !counts().MatchString(text[m[1]:]) {
			take(term{class: Ticket}, m[0], m[1])
		}
	}
	for _, m := range ownHeader().FindAllStringIndex(text, -1) {
		if s := strings.ToLower(text[m[0]:m[1]]); !usualHeader()[s] && !strings.HasPrefix(s, "x-forwarded-") {
			take(term{class: Setting}, m[0], m[1])
		}
	}
	for _, m := range fourNumbers().FindAllStringIndex(text, -1) {
		if at := (match{m[0], m[1]}); !everybodysAddress()[text[m[0]:m[1]]] && (dotted([]byte(text), at) || mistyped([]byte(text), at)) {
			take(term{class: Address}, m[0], m[1])
		}
	}
	for _, m := range issuedNumber().FindAllStringSubmatchIndex(text, -1) {
		if !insideName(text, m[2], m[3]) {
			take(term{class: Ticket}, m[2], m[3])
		}
	}
}

const (
	currencySigns = "$€£¥₹₩₽₺₪₴₫฿"
	currency      = `(?i:USD|EUR|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|CNY|RMB|AUD|CAD|NZD|SGD|HKD|BRL|MXN|ZAR|TRY|AED|ILS|KRW|THB)`
	amount        = `(?:\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?: ?(?:(?i:[kmb]|bn|mn|thousand|million|billion|crore|lakh)\b|(?:Mio|Mrd)\b\.?))?`
	sumBehindSign = `(?:(?:\b[A-Z]{1,3})?[` + currencySigns + `]|\b(?:` + currency + `|Rs\.?|kr\.?|Fr\.)) ?` + amount
	sumBeforeSign = `\b` + amount + ` ?(?:[€£]|(?:` + currency + `|kr|zl|Kc|Ft|lei|Rs)\b|(?i:euros?|dollars|pounds|francs|yen|rupees|kron[ae]r)\b)`
	// sum is one of money with its currency, on either side.
	sum = sumBehindSign + `|` + sumBeforeSign
)

var (
	sumsBehindSign = expression(sumBehindSign)
	sumsBeforeSign = expression(sumBeforeSign)
	shares         = expression(`(?i)\b(?:[a-z]+ )?(?:credits?|discounts?|rebates?|churn|margin|renewals?|penalt(?:y|ies))(?: ?[a-z]+){0,3} \d[\d.,]* ?(?:%|(?:percent|[kmb]|bn|million|billion)\b)|\b\d[\d.,]* ?(?:%|percent) (?:[a-z]+ ){0,2}(?:credits?|discounts?|rebates?|churn|margin|renewals?|penalt(?:y|ies))\b`)
	ofOne          = expression(`(?i)\b((?:merchant|shop|store|customer|client|tenant|account|contract|policy|sr|service request|vlan|asn?|rule|exception|matter|reference|ref|case|claim|file|notice|hold|request|subscriber|subscription|member|patient|seller|workspace|organi[sz]ation|bug|employee|badge|terminal|device|serial|sim|licen[cs]e|extension|bridge|pin|rack|circuit|port|nodeport|tcp|udp)(?: (?:id|number|no\.?|nr\.?))?[ :#]{1,3}(\d(?:[\d-]*\d)?\d\d))\b`)
	issuedNumber   = expression("(?:^|[\\s(\"'`*>])(:\\d{4,5}|[A-Z]{1,3}-\\d{5,}|[a-z]/\\d{6,}|[a-z][\\w-]*@[0-9a-f]{7,40}|v?\\d+(?:\\.\\d+)+[\\w.-]*\\+[0-9a-f]{7,40})\\b")
	// namedNumber is a number behind the name of what counts it: "Freshdesk 29780", "rt#62628".
	namedNumber = expression(`\b([A-Za-z]{2,})(?:#| #?)(\d{4,})\b`)
	// longNumber has more digits than people count with, or groups of them that no calendar has.
	longNumber  = expression(`\b(?:\d{9,19}|\d{3,}-\d{4,}(?:-\d{3,}){1,3})\b`)
	ownHeader   = expression(`\bX-[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+\b`)
	fourNumbers = expression(`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5})?\b`)
	// ofAll is in a sum that nobody is paid alone.
	ofAll = expression(`(?i)(?:million|billion|crore|lakh|\d ?(?:m|mn|b|bn)\b|Mio|Mrd)`)
	// asVerb begins what has the form of a sum and is none: "try 3 times", "cad 5".
	asVerb  = expression(`^(?:[Tt]ry|[Rr]on|[Cc]ad)\b`)
	dayForm = expression(`^\d{4}-\d\d-\d\d$|^(?:19|20)\d\d$`)
	// givenBack is what is promised, readersOwn whom.
	givenBack  = expression(`\bcredit(?:s|ed|ing)?\b`)
	readersOwn = expression(`\b(?:your?|you['’]ll|(?:all|each|every|the) (?:affected )?(?:customers?|users?|merchants?|accounts?) (?:affected )?(?:will|have|has|receives?|gets?))\b`)
)

// namesTracker reports whether a word in front of a number is the name of what numbers its cases, rather than that of
// something everybody numbers, a unit or a product before its year: "Freshdesk 29780", "OPS 4711", but not "RFC 2616".
func namesTracker(name, number string) bool {
	low := strings.ToLower(name)
	switch {
	case !upper(name[0]) || notTicket()[low] || standard()[low] || dayForm().MatchString(number):
		return false
	case len(number) > 4 && strings.ToUpper(name) == name:
		return true
	case wordlist.English(low) || codeWord()[low] || regionWord()[low]:
		return false
	}
	return len(number) > 4 || strings.ToUpper(name) == name
}

// promised reports whether a sentence tells those who read it of a credit that is theirs: "you will receive a credit of 10 EUR".
func (m mention) promised() bool {
	whole := spaced(strings.Replace(m.sentence(), "\x00", strings.ToLower(m.String()), 1))
	return !ofAll().MatchString(m.String()) && givenBack().MatchString(whole) && readersOwn().MatchString(whole)
}

// promises reports whether the edition tells its readers of a sum as one that they pay or are paid.
func (o *opener) promises(sum string) bool {
	if o == nil || ofAll().MatchString(sum) {
		return false
	}
	found := false
	for from := 0; ; {
		k := bytes.Index(o.text[from:], []byte(sum))
		if k < 0 {
			return found
		}
		m := mention{o.text, match{from + k, from + k + len(sum)}}
		if from = m.end; !m.promised() && !m.says("refund|refunds|refunded|credited|voucher|vouchers|your bill|your invoice|your plan|price|prices|per month|a month|per year|a year|compensate|compensation") {
			return false
		}
		found = true
	}
}

// priced reports whether the sign of a currency stands in a stretch of text or beside it.
func priced(text []byte, start, stop int) bool {
	const marks = " \t\n*_~`\\"
	before, _ := utf8.DecodeLastRune(bytes.TrimRight(text[max(0, start-8):start], marks))
	after, _ := utf8.DecodeRune(bytes.TrimLeft(text[stop:min(len(text), stop+8)], marks))
	return bytes.ContainsAny(text[start:stop], currencySigns) || strings.ContainsRune(currencySigns, before) || strings.ContainsRune(currencySigns, after)
}
