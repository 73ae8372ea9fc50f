package guard

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// organisations are the forms in which texts name other organisations, and what is not announced.
func organisations() []recogniser {
	return []recogniser{
		{Customer, "the name of a company", []string{"inc", "corp", "llc", "ltd", "limited", "gmbh", " ag", "b.v", " bv", "s.a", "plc", " oy", "sarl", "s.r.l", "pty", "a/s", " kg", " ab", " sas", " nv", "n.v", "s.p.a", "k.k", "z o.o", "aps", "s.r.o", "kft", "pvt"},
			expression(`\b([A-Z][\w&'-]*(?: (?:& )?[A-Z][\w&'-]*){0,3}),? (?:Inc|Corp|Corporation|LLC|Ltd|Limited|GmbH|AG|BV|B\.V|S\.A|PLC|plc|Oy|SARL|S\.r\.l|Pty|A/S|KG|AB|SAS|NV|N\.V|S\.p\.A|K\.K|Sp\. z o\.o|ApS|s\.r\.o|Kft|Pvt)\b`), company, false},
		{Customer, "the name of a company", nil,
			expression(`\b([A-Z][A-Za-z'-]+) (?:Logistics|Insurance|Assurance|Airways|Airlines|Motors|Foods|Textiles|Pharma|Pharmaceuticals|Holdings|Bank|Bancorp|Mutual|Industries|Telecom|Networks|Hosting|Solutions|Technologies|Consulting|Semiconductor|Biotech|Therapeutics|Clinic|Hospitals?|Brewery|Freight|Shipping|Couriers?|Realty|Outfitters|Apparel|Groceries|Supermarkets?|Pharmacy|Hotels|Resorts)\b`), company, false},
		{Customer, "the name of a customer", []string{"customer", "client", "tenant", "merchant", "subscriber"},
			expression(`\b(?i:customers?|clients?|tenants?|merchants?|subscribers?)(?i:,? (?:such as|like|including|e\.g\.|called|named))? ["“']?([A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,2})`), company, false},
		{Customer, "the name of a customer", []string{"customer", "client", "tenant"},
			expression(`\b([A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,2})(?:,| \(|, who is| is| are)? (?:an?|one of our|our) (?:(?:very |large|larger|largest|biggest|key|major|enterprise|premium|important|long-standing) ?)*(?:customers?|clients?|tenants?)\b`), company, false},
		{Codename, "a code name", []string{"project "}, expression(`(?i)\bproject ([a-z]{5,})\b`), unknownName, false},
		{Codename, "a code name", []string{"project", "operation", "code name", "codename", "code-name"},
			expression(`\b(?:[Pp]roject|Operation|[Cc]ode[- ]?name[d:]?|[Cc]ode-named) ["“']?([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b`), codename, false},
	}
}

// company reports whether a text with capitals holds a word that not everybody knows.
func company(text []byte, m match) bool {
	for _, w := range wordsIn([]byte(m.in(text))) {
		if w.capital() && w.plain() && len(w.text) > 2 && !codeWord()[w.low] && !abbreviation()[w.low] && !wordlist.AllEnglish(w.low) && !strings.HasSuffix(w.text, "-language") {
			return true
		}
	}
	return false
}

func codename(text []byte, m match) bool {
	first, _, _ := strings.Cut(strings.ToLower(m.in(text)), " ")
	return !wordlist.Product(first) && !wordlist.Brand(first) && !undertakingWord()[first] && !deedNoun().MatchString(first)
}

// undertakingWord are words that stand behind "project" where it names none.
var undertakingWord = listed("undertaking word")

// deedNoun is the form of words for what is done to projects: "Project Creation".
var deedNoun = expression(`.(?:[ts]ions?|ings?|ments?|als)$`)

func unknownName(text []byte, m match) bool {
	low := strings.ToLower(m.in(text))
	return word{m, m.in(text), low}.plain() && !codeWord()[low]
}
