package guard

import "sync"

// remark is a way to be candid about what one works on, as colleagues are among themselves.
type remark struct {
	on   string                    // what it is about
	says map[string][]construction // by the words with which they begin
}

// remarks are few: whose side speaks or is spoken of, or a thing of its own, beside a word that judges it, that denies it
// what it should have, or that says of a weakness that it is there today. Customers may be told the same, so that none is
// refused; only who publishes can say.
var remarks = sync.OnceValue(func() (out []remark) {
	for _, r := range []struct {
		on   string
		says []string
	}{
		{"blame", []string{
			"@oath|@inadequate",                    // a word that is a judgement wherever it stands
			"tech|technical|design|process debt",   //
			"@own ~3 @be|@have not on time",        //
			"behind schedule",                      //
			"short|poorly|under staffed|resourced", //
			"@be|@have|been not|never ~2 well|properly|adequately|sufficiently|thoroughly|carefully|rigorously *ed|known|understood|kept|built|run|done|set|written|thought",
			"not a? @fit @choice",
			"bad|poor|wrong|terrible|questionable|unwise|unfortunate|hasty @choice",
			"@own ~2 did|have|has|had not|never ~1 @heed",
			"@own ~1 have|has|had never ~1 *ed|done|seen|run|thought|known",
			"@own ~2 do|does not|never ~1 know|understand|check|test|monitor|document|review|verify|validate|plan",
			"not|never ~1 enough|sufficient ~1 @means|@control",
			"@own ~1 @have ~1 no|not|little|insufficient ~1 @means",
			"@erred to",
			"@own ~2 @erred",
			"did|done|got|get|doing|had it|this|that|things|them ~1 wrong|badly",
			"@own ~2 should|ought not|never|really|probably|to? ~2 have",
			"should never have",
			"@own|my|his|her ~1 fault|mistake|mistakes|oversight|negligence|misjudgment|misjudgement",
			"@hard to ~4 @upkeep",
			"impossible ~4 @upkeep",
			"may|might|could ~3 inaccuracies|inaccurate",
			"@supplier ~5 @unhelpful",
		}},
		{"a weakness", []string{
			"@own ~1 @have not|no|never ~1 @insight",
			"@have ~1 no|little|insufficient|limited ~2 @insight",
			"@be|been not|never ~1 @upheld",
			"not yet ~1 @upheld",
			"yet to be @upheld",
			"not ~1 persistent|persisted|durable|permanent|idempotent|reproducible|redundant",
			"not|never ~1 survive|persist ~3 @restart",
			"lost|gone|wiped|reset|undone|overwritten on|after|upon|at|by|with ~3 @restart",
			"still|remains|remain|currently|now|again ~3 @faulty",
			"still ~1 run|runs|running|use|uses|using|rely|relies|depend|depends|relying ~4 @outdated",
			"@hole ~3 remain|remains|persist|persists",
			"@hole ~2 @be still",
			"remain|remains|remaining|still ~2 in ~2 history|logs|backups|caches|memory|plaintext",
			"temporary|interim|stopgap|provisional ~3 @leeway",
			"temporarily @loosened ~4 @control|@leeway|@means",
			"only|just|merely|is a ~1 @stopgap",
			"with|under|has|have|had|holds|as|granted|runs|run|running ~2 @power ~1 privileges|rights|access|permissions|permission|credentials|role|token",
			"run|runs|running|ran as root",
			"world readable|writable|writeable",
			"publicly|openly|externally accessible|exposed|reachable|readable|writable|routable",
			"open|exposed to the ~1 internet|world|public",
			"in plain|clear text",
			"plaintext|cleartext @secret",
			"hard coded",
			"hardcoded",
			"without ~2 authentication|encryption|validation|verification|authorization|authorisation|review|approval|rollback|backup|backups|monitoring|alerting|mfa|2fa|tls",
		}},
		{"what the organisation pays or has", []string{
			"@own|myself ~5 @funds",
			"month|months|weeks ~1 @funds",
			"of funding",
		}},
	} {
		k := remark{r.on, map[string][]construction{}}
		for _, s := range r.says {
			c := constructed(s)
			for _, w := range c.begins() {
				k.says[w] = append(k.says[w], c)
			}
		}
		out = append(out, k)
	}
	return out
})

// candid gives what a text says in one of the ways of a remark, with the rest of its clause, but for what is said of the
// things of those who read it.
func (t *told) candid(r remark) []match {
	var out []match
	for _, c := range t.said {
		for i := 0; i < len(c); i++ {
			for _, k := range r.says[c[i].low] {
				end := k.ends(c, i)
				if end < 0 || c.ofReaders(i, end) {
					continue
				}
				last := min(len(c), end+wordsAfter)
				out = append(out, match{c[i].start, c[last-1].end})
				i = last
				break
			}
		}
	}
	return out
}

// wordsAfter is how much of a clause is told behind what is candid in it.
const wordsAfter = 6

// ofReaders reports whether a stretch of a clause, with the few words in front of it, speaks of customers or of what is theirs.
func (c clause) ofReaders(from, to int) bool {
	for _, w := range c[max(0, from-4):to] {
		if reader()[w.low] {
			return true
		}
	}
	return false
}

var reader = words("you your yours yourself customer customers user users subscriber subscribers merchant merchants visitor visitors")
