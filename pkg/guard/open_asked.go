package guard

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// asked takes for open, and for known to customers, what the edition asks them to set, to send, to type or to install, in
// a sentence that speaks to them: "please set `max_wait`", "if you use acme-node, update to acme-node 3.3". What we did to a
// thing opens nothing, and a plain imperative neither, which is an action of ours as often: "Update ledger-api to 3.3".
// The same is true of what is called theirs, "your `webhook_secret`", and of the menus that they click their way through:
// "Settings > Data Export".
func (o *opener) asked() {
	text := string(o.text)
	for _, at := range asking().FindAllStringSubmatchIndex(text, -1) {
		m := mention{o.text, match{at[2], at[3]}}
		said := m.sentence()
		if !m.says("you|your|please") || text[at[0]] == ',' && !conditional().MatchString(said) {
			continue
		}
		tail := text[at[3]:min(len(text), at[3]+maxSentence)]
		if k := sentenceEnd().FindStringIndex(tail); k != nil {
			tail = tail[:k[0]]
		}
		for _, form := range askedForms {
			if !form.verbs()[strings.ToLower(text[at[2]:at[3]])] {
				continue
			}
			for _, k := range form.is().FindAllStringSubmatchIndex(tail, -1) {
				if s := tail[k[2]:k[3]]; !o.holdsOwn(s) && !region(s) {
					o.typed(s)
				}
			}
		}
	}
	for _, m := range theirs().FindAllStringSubmatch(text, -1) {
		if !o.holdsOwn(m[1]) {
			o.typed(m[1])
		}
	}
	for _, m := range menu().FindAllString(text, -1) {
		for _, s := range strings.Split(m, " > ") {
			for ; s != "" && wordlist.AllEnglish(strings.ReplaceAll(s, " ", "-")); _, s, _ = strings.Cut(s, " ") {
				o.add(Name, s, true)
			}
		}
	}
}

// typed opens what customers type, whatever its form is taken for.
func (o *opener) typed(s string) {
	for _, class := range []Class{Setting, Service, Handle, Path} {
		o.add(class, strings.TrimLeft(s, "@"), true)
	}
}

var (
	asking      = expression(`(?i)(?:^|[.!?:][ \n]+|\n[ \t*+-]*|\bplease |\byou (?:(?:can|may|must|should|could|now|need to|have to) )*|, (?:please )?|\bor )\b(set|send|pass|add|include|quote|use|run|type|enter|execute|install|update|upgrade)\b`)
	conditional = expression(`^ (?:to|if|for|when|until|in order) `)
	// sentenceEnd is where what is asked of customers ends, and what is told of us begins.
	sentenceEnd = expression(`(?i)[.!?;](?:[ \n]|$)|\n\n|\b(?:we|our|us|because|while)\b`)
	theirs      = expression(`\b[Yy]our ([a-z]+(?:_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+|[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+)\b`)
	menu        = expression(`\b[A-Z][a-z]+(?: [A-Za-z][a-z]+){0,3}(?: > [A-Z][a-z]+(?: [A-Z][a-z]+){0,3})+`)
)

// askedForms are the forms of what is done something with: settings and headers are set and sent, options typed, packages
// installed in a version.
var askedForms = []struct {
	verbs func() map[string]bool
	is    func() *sieve.Regexp
}{
	{words("set send pass add include quote use"), expression(`(?:^|[\s(])((?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|[a-z]+(?:_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:-[a-z]+)*\.(?:ya?ml|toml|json|ini|conf))\b)`)},
	{words("run type enter execute use"), expression(`(?:^|[\s(])(--[a-z]+(?:-[a-z]+)*)`)},
	{words("run type enter execute use install update upgrade"), expression(`(?:^|[\s(])(@?[a-z]+(?:[-/][a-z]+)+)(?:@| (?:to )?(?:version )?v?\d)`)},
	{words("run type enter execute use install"), expression(`\b(?:(?:npm|pnpm|yarn|bun) (?:install|i|add|update)|(?:pip3?|gem|brew) (?:install|update)|cargo (?:add|install|update)|composer require|dotnet add package)(?: --?[a-z-]+)* (@?[a-z]+(?:[-/_.][a-z]+)*)`)},
}
