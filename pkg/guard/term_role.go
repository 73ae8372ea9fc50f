package guard

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// role is what a noun says of the names behind it: whether it heads a table's column, "| Host |", is a label,
// "**Host:** kronos", or stands in a sentence, "our customer Spotify".
type roleOf struct {
	nouns func() map[string]bool
	take  func(c *termCollector, item string, t term)
}

// roles are the nouns whose names customers must not read.
var rolesOf = []roleOf{
	{words("customer client tenant merchant partner supplier vendor carrier retailer prospect kunde kunden kundin lieferant cliente fournisseur proveedor fornecedor klant klanten leverancier"), (*termCollector).partyNamed},
	{words("host hostname server machine node box vm pod namespace cluster queue topic job bucket router instance rechner hote serveur servidor"), (*termCollector).machineNamed},
	{words("who person people owner assignee author reviewer approver responder reporter engineer scribe commander ic attendee participant present actor facilitator on-call oncall by approved-by reviewed-by merged-by written-by reported-by paged wer qui quien quem wie verantwortlich responsable responsavel verantwoordelijke"), (*termCollector).personNamed},
}

// roleNamed gives the role that a heading or a label speaks of: "Host", "Affected hosts", "Customer name".
func roleNamed(label string) *roleOf {
	w := strings.Fields(strings.ToLower(strings.Trim(label, " \t*_`:\"'[]()")))
	if len(w) == 0 || len(w) > 3 {
		return nil
	}
	if last := w[len(w)-1]; len(w) > 1 && (last == "name" || last == "names") {
		w = w[:len(w)-1]
	}
	last := strings.TrimSuffix(w[len(w)-1], "(s)")
	for i := range rolesOf {
		nouns := rolesOf[i].nouns()
		if nouns[last] || nouns[strings.TrimSuffix(last, "s")] || nouns[strings.TrimSuffix(last, "es")] || nouns[strings.Join(w, "-")] {
			return &rolesOf[i]
		}
	}
	return nil
}

// labelled takes the names that stand in a column or behind a label.
func (c *termCollector) labelled(v *reading, why string) {
	text := string(v.text)
	tell := func(r *roleOf, from, to int) {
		for from < to {
			end := to
			if k := strings.IndexAny(text[from:to], ",;/&"); k >= 0 {
				end = from + k
			}
			for _, item := range strings.Split(text[from:end], " and ") {
				if item = strings.TrimSpace(item); strings.Contains(item, ":") {
					return // another label, or an address
				}
				at := from + strings.Index(text[from:end], item)
				item = strings.Trim(item, "*_`\"'. ")
				if n := len(strings.Fields(item)); n > 0 && n < 5 {
					c.at.Start, c.at.End = int(v.at[at]), int(v.at[at+len(item)])
					r.take(c, item, term{why: why})
				}
			}
			from = end + 1
		}
	}
	var heads []*roleOf // of the columns of the table that a line stands in
	before := ""
	for from := 0; from < len(text); {
		to := len(text)
		if k := strings.IndexByte(text[from:], '\n'); k >= 0 {
			to = from + k
		}
		switch line := text[from:to]; {
		case !strings.Contains(line, "|"):
			heads = nil
			labels(text, from, to, tell)
		case strings.Trim(line, " \t|:-") == "" && strings.Contains(line, "-"):
			heads = nil
			for cell := range strings.SplitSeq(strings.Trim(strings.TrimSpace(before), "|"), "|") {
				heads = append(heads, roleNamed(cell))
			}
		default:
			at := from + len(line) - len(strings.TrimLeft(line, " \t"))
			if text[at] == '|' {
				at++
			}
			for _, r := range heads {
				end := to
				if k := strings.IndexByte(text[at:to], '|'); k >= 0 {
					end = at + k
				}
				if r != nil {
					tell(r, at, end)
				}
				at = min(end+1, to)
			}
		}
		before = text[from:to]
		from = to + 1
	}
}

// labels finds what stands behind labels in a line: "Hosts: kronos, atlas. **Approver:** JTK".
func labels(text string, from, to int, tell func(r *roleOf, from, to int)) {
	for i := from; i < to; i++ {
		if text[i] != ':' {
			continue
		}
		start := i
		for start > from && (letter(text[start-1]) || strings.IndexByte(" -*_", text[start-1]) >= 0) {
			start--
		}
		value := i + 1
		for value < to && strings.IndexByte("*_", text[value]) >= 0 {
			value++
		}
		label := strings.Fields(text[start:i])
		if value == to || text[value] != ' ' || len(label) == 0 {
			continue
		}
		r := roleNamed(strings.Join(label[max(0, len(label)-2):], " "))
		if r == nil {
			continue
		}
		end := to
		for _, stop := range []string{". ", "; ", "**", " - ", " – "} {
			if k := strings.Index(text[value:end], stop); k >= 0 {
				end = value + k
			}
		}
		tell(r, value, end)
	}
}

// partyNamed takes what is told to be a customer, a supplier or the like, known to everybody or not.
func (c *termCollector) partyNamed(name string, t term) {
	t.class, t.text = Customer, name
	low := strings.ToLower(name)
	switch one := !strings.Contains(name, " "); {
	case plainNumber(name) || anyParty()[low] || one && (everydayShort()[low] || codeWord()[low] || region(low)):
	case strings.ContainsFunc(name[:1], func(r rune) bool { return upper(byte(r)) || number(byte(r)) }) || strings.ToLower(name) != name:
		t.capitals = one && (wordlist.English(low) || wordlist.Product(low) || wordlist.Brand(low) || strings.ToUpper(name) == name)
		t.subject = one && wordlist.Inflected(low) // "Unlimit" is none
		c.addTerm(t)
	case one && unknown(name):
		c.addTerm(t)
	}
}

// anyParty are the words that stand for customers without a name, in lower case.
var anyParty = listed("any party")

// machineNamed takes what is told to be a machine or a part of one.
func (c *termCollector) machineNamed(name string, t term) {
	if strings.Contains(name, " ") || plainNumber(name) || len(name) < 3 {
		return
	}
	if low := strings.ToLower(name); unknown(name) || machineryCompound(low) || strings.ContainsAny(name, digitChars) && !everydayNumbered(name) {
		t.class, t.text = Host, name
		c.addTerm(t)
	}
}

// personNamed takes what is told to be a person, however it is written: a name, an account, the first letters.
func (c *termCollector) personNamed(name string, t term) {
	if words := strings.Fields(name); len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return w == strings.ToLower(w) && !particle()[w] }) {
		return // "due 2026-11-06", "the team on call"
	}
	if low := strings.ToLower(name); !team(name) && !role(name) && !nobody()[low] && !abbreviation()[low] && !codeWord()[low] {
		c.person(name, t.why)
	}
}
