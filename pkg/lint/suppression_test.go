package lint_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var now = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func check(text string) []lint.Diagnostic {
	return lint.New(rules.All(), lint.Options{Now: now}).Check(report.Parse(source.New("a.md", []byte(text))))
}

// count gives the number of findings of rules whose name begins so.
func count(found []lint.Diagnostic, rule string) int {
	n := 0
	for _, d := range found {
		if strings.HasPrefix(d.Rule, rule) {
			n++
		}
	}
	return n
}

// places are where a suppression of action-owner-missing may stand so that it hides one finding of
// two; %s is the comment.
var places = []string{
	"## Corrective actions\n\n%s\n- Alert on a full disk, due 2026-07-01\n\nLater:\n\n- Move the queue, due 2026-07-01\n",
	"## Corrective actions\n\n- Alert on a full disk %s\n- Move the queue\n",
	"## Corrective actions\n\n| Action | Owner |\n|---|---|\n| Alert on a full disk %s | |\n| Move the queue | |\n",
	"## Corrective actions\n\n- Alert on a full disk\n\n  %s\n- Move the queue\n",
	"## Corrective actions\n\n1. Alert on a full disk\n   more of it %s\n2. Move the queue\n",
	"---\ntitle: A\n%s\nstatus: final\n---\n## Corrective actions\n\n- Alert on a full disk\n- Move the queue\n",
	"---\ntitle: A %s\n---\n## Corrective actions\n\n- Alert on a full disk\n- Move the queue\n",
}

// slip makes one or two random slips in a word.
func slip(rnd *rand.Rand, word string) string {
	w := []byte(word)
	for range 1 + rnd.IntN(2) {
		i := rnd.IntN(len(w) - 1)
		switch rnd.IntN(4) {
		case 0:
			w[i], w[i+1] = w[i+1], w[i]
		case 1:
			w = append(w[:i], w[i+1:]...)
		case 2:
			w[i] = byte('a' + rnd.IntN(26))
		case 3:
			w = append(w[:i+1], w[i:]...)
		}
	}
	return string(w)
}

// TestNoSuppressionIsSilent breaks suppressions in 2,000 ways. Each either hides its finding or is
// itself a finding, wherever it stands.
func TestNoSuppressionIsSilent(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 11))
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	hid, told := 0, 0
	for i := range 2000 {
		open, mark, rule, until, colon, reason, end := "<!-- ", "postmortem-ignore", " action-owner-missing", "", ":", " the team is being formed", " -->"
		for range 1 + rnd.IntN(2) {
			switch rnd.IntN(9) {
			case 0:
				mark = slip(rnd, "postmortem-ignore")
			case 1:
				mark = pick("post-mortem-ignore", "postmortem ignore", "postmortem_ignore", "Postmortem-Ignore", "postmortem-disable", "postmortem-ignore-next-line", "postmortem-ignore:")
			case 2:
				rule = " " + slip(rnd, "action-owner-missing")
			case 3:
				rule = pick("", " *", " all", " language-exclamation", " action-owner-missing,action-due-missing", " action-owner-missing action-due-missing", " suppression-unused", " ACTION-OWNER-MISSING")
			case 4:
				until = pick(" until=2026-13-01", " until=2026-02-30", " until=tomorrow", " until 2027-01-01", " until=", " untill=2027-01-01", " until=2020-01-01", " until=2027-01-01 until=2028-01-01", " 2027-01-01")
			case 5:
				colon = pick("", " --", " -", "=", " because")
			case 6:
				reason = pick("", "   ", " .", " -- ", "\n")
			case 7:
				end = pick("", " --", " ->", "-- >", " –>")
			case 8:
				open = pick("<!-", "<!—", "<!- -", "<!--", "<!--\n")
			}
		}
		comment := open + mark + rule + until + colon + reason + end
		place := places[i%len(places)]
		if strings.HasPrefix(place, "---") {
			comment = strings.ReplaceAll("# "+mark+rule+until+colon+reason, "\n", " ")
		}
		text := fmt.Sprintf(place, comment)
		found := check(text)
		switch missing := count(found, "action-owner-missing"); {
		case count(found, "suppression-") > 0:
			told++
		case missing < 2 && strings.Contains(text, "<!--"):
			hid++
		default:
			t.Errorf("passed over in silence (%d findings):\n%s", missing, text)
		}
	}
	if hid == 0 || told < 1500 {
		t.Errorf("%d hid a finding, %d were findings: the test does not test", hid, told)
	}
}

// comments are what people write around a suppression: HTML's comment and what becomes of it, and the
// comments of other dialects.
var comments = []string{"<!-- %s -->", "<!--%s-->", "<!--- %s --->", "<!-- a --><!-- %s -->", "<!--\n%s\n-->", "<!-- %s --!>", "<! -- %s -->", "<!-- %s",
	"&lt;!-- %s --&gt;", "\\<!-- %s -->", "<!%s>", "[//]: # (%s)", "[//]: # \"%s\"", "[comment]: <> (%s)", "{/* %s */}", "<%# %s %>", "%%%% %s %%%%", "// %s", "/* %s */", "# %s",
	"{% comment %}%s{% endcomment %}", "{{/* %s */}}", "<comment>%s</comment>", "**%s**"}

// TestNoSuppressionOfOthersIsSilent writes suppressions as other tools and other dialects have them,
// in 2,000 ways. None is right, and each is a finding.
func TestNoSuppressionOfOthersIsSilent(t *testing.T) {
	rnd := rand.New(rand.NewPCG(21, 5))
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	places := append(slices.Clone(places[:5]), "---\ntitle: A\n---\n\n> %s\n", "---\ntitle: A # %s\n---\n", "<div>\n%s\n</div>\n", "<details>%s\n\n</details>\n", "%s\n---\ntitle: A\n---\n", "# Head %s\n")
	for range 2000 {
		mark, rule, attr, colon, reason := "postmortem-ignore", "action-owner-missing", "", ":", "the team is being formed"
		html := 4 // of the comments; what has neither these nor the tool's name is text like any other
		switch fault := rnd.IntN(6); fault {
		case 0:
			mark = pick("postmortem\u2011ignore", "postmortem\u00adignore", "postmortem -ignore", "postmortem.ignore", "postmortem:ignore", "postmortem lint-ignore", "postmortem-ignore-line",
				"postmortem-ignore-file", "postmortem-ignores", "postmortem-exclude", "postmortem-noqa", "postmortem-nolint", "postmortem-silence", "postmortem-mute", "@postmortem-ignore", "-postmortem-ignore", "note: postmortem-ignore")
		case 1:
			mark = pick("pm-ignore", "pm:ignore", "ignore", "disable", "suppress", "noqa:", "nolint:", "lint-ignore", "Ignore", "TODO ignore", "post\u200bmortem-ignore", "postmorten-ignore", "see")
		case 2:
			rule = pick("`action-owner-missing`", "\"action-owner-missing\"", "[action-owner-missing]", "rule=action-owner-missing", "rules=action-owner-missing", "action-owner-missing;", "action_owner_missing",
				"action owner missing", "Action-Owner-Missing", "owner-missing", "action-*", "action", "PM401", "action-owner-missing|action-due-missing", "action-owner-missing/action-due-missing",
				"action-owner-missing and action-due-missing", "action-owner-missing: action-due-missing -", "action\u2011owner\u2011missing", "action-owner-missing\u200b", "recommended", "everything", "any", "**", "")
			if strings.Contains(rule, ": ") {
				reason = ""
				rule, colon = "action-owner-missing action-due-missing", ":"
			}
		case 3:
			attr = pick(" Until=2027-01-01", " until=2027-1-1", " until=01.01.2027", " until=2027", " until=never", " until=\"2027-01-01\"", " until=2027-01-01,", " until = 2027-01-01", " until= 2027-01-01",
				" expires=2027-01-01", " by=2027-01-01", " reason=x", " (until 2027-01-01)", " until=2026-05-31", " x", " -", " --fix")
		case 4:
			colon = pick("\uff1a", "\ua789", " ;", ";", ",", " –", "\t", " =>", " #", " //", " (")
		case 5:
			reason = pick("?", "...", "-", "until=2027-01-01", "the team is being formed until=2020-01-01", "until 2020-01-01", "\u200b", "\u00a0", "TODO", "reason", "why", "n/a", "🙂")
		}
		form := pick(comments...)
		if !strings.Contains(strings.ToLower(mark), "postmortem") {
			form = pick(comments[:html]...)
		}
		place := pick(places...)
		if strings.Contains(place, "A # %s") && strings.Contains(form, "\n") {
			form = comments[0] // a comment of YAML ends with its line
		}
		text := strings.Replace(place, "%s", strings.Replace(form, "%s", mark+" "+rule+attr+colon+" "+reason, 1), 1) + "\n\nText.\n"
		if count(check(text), "suppression-") == 0 {
			t.Errorf("passed over in silence:\n%q", text)
		}
	}
}

func TestSuppressionHides(t *testing.T) {
	const comment = "<!-- postmortem-ignore action-owner-missing until=2026-06-01: the team is being formed -->"
	for _, place := range places[:5] {
		if n := count(check(fmt.Sprintf(place, "")), "action-owner-missing"); n != 2 {
			t.Errorf("%d findings without the comment:\n%s", n, place)
		}
		found := check(fmt.Sprintf(place, comment))
		if n := count(found, "action-owner-missing"); n != 1 || count(found, "suppression-") > 0 {
			t.Errorf("%d findings are left:\n%s\n%v", n, place, found)
		}
	}
	text := "# postmortem-ignore section-missing: told elsewhere\n"
	for _, c := range []string{"---\n" + text + "title: A\n---\nText\n", "---\nid: a\ntitle: A " + text + "---\nText\n", "<!-- " + text[2:len(text)-1] + " -->\n\nText\n"} {
		if found := check(c); count(found, "section-missing")+count(found, "suppression-") > 0 {
			t.Errorf("not hidden:\n%s\n%v", c, found)
		}
	}
	for _, c := range []string{
		"A suppression is written `<!-- postmortem-ignore rule: reason -->` here.\n",
		"```\n<!-- postmortem-ignore rule: reason -->\n```\n",
		"---\ntitle: \"a # postmortem-ignore x\"\n---\n",
		"<!-- Postmortem owner: fill this in -->\n<!-- what postmortem-ignore does is explained in the guide -->\n",
		"Ignore the postmortem of 2 March: `// postmortem-ignore action-owner-missing: x` was in it.\n\n    postmortem-ignore action-owner-missing: x\n",
		"The postmortem off the coast, postmortem-ignored, was skipped.\n",
	} {
		if found := check(c); count(found, "suppression-") > 0 {
			t.Errorf("taken for a suppression:\n%s\n%v", c, found)
		}
	}
}
