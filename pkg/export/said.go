package export

import (
	"encoding/json"
	"fmt"
	entity "html"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// Said is what a reader reads in an output, one statement each: a sentence, an item, a row. How it looks, where lines end, who sent it and in which other zone times are told is left
// out, so that two outputs that say the same compare equal.
func (x Exporter) Said(output []byte) []string {
	text := string(x.Searched(output))
	switch x.Name {
	case "json":
		text = jsonSaid(output)
	case "email":
		text = mailSaid(output)
	case "html", "confluence":
		text = markupSaid(text)
	case "slack":
		text = strings.ReplaceAll(text, "\n", "\n\n") // no line of it is broken
	}
	var all []string
	for _, s := range statements(strings.ReplaceAll(text, "\r\n", "\n")) {
		s = besideUTC().ReplaceAllString(s, " UTC")
		from := 0
		for _, end := range sentenceEnd().FindAllStringIndex(s, -1) {
			_, size := utf8.DecodeLastRuneInString(s[:end[1]])
			all = append(all, s[from:end[1]-size-1])
			from = end[1] - size
		}
		all = append(all, s[from:])
	}
	return all
}

// expression is a regular expression that is compiled when it is first asked for: no other command than
// export pays for it.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

var sentenceEnd = expression(`[\p{L}0-9)%]{2}[.!?] \p{Lu}`)

// besideUTC is a time in the customers' zone behind the same time in UTC.
var besideUTC = expression(` UTC \((?:\d{4}-\d\d-\d\d |\d{1,2} [A-Z][a-z]+ \d{4}, )?\d\d:\d\d(?: to [^()]{0,30}?\d\d:\d\d)? [A-Z][A-Za-z0-9+:-]*\)`)

// ZoneOf is the customers' time zone of an output: one that it names, or one that shows the times beside UTC as
// they are written. It is nil if there is none, or if none is known that goes by its name.
func ZoneOf(output []byte) *time.Location {
	for _, name := range zoneNames().FindAllString(string(output), 8) {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
	}
	m := pairOfTimes().FindSubmatch(output)
	if m == nil {
		return nil
	}
	minutes := func(hour, minute []byte) int {
		h, _ := strconv.Atoi(string(hour))
		m, _ := strconv.Atoi(string(minute))
		return h*60 + m
	}
	return moment.ZoneOfClock(string(m[5]), minutes(m[3], m[4])-minutes(m[1], m[2]))
}

// pairOfTimes is a time in UTC and the same in the customers' zone.
var pairOfTimes = expression(`\b(\d\d):(\d\d) UTC \((?:\d{4}-\d\d-\d\d |\d{1,2} [A-Z][a-z]+ \d{4}, )?(\d\d):(\d\d) ([A-Z]+)\)`)

var zoneNames = expression(`\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b`)

// jsonSaid gives every value of a JSON text, those that are no text with their names.
func jsonSaid(output []byte) string {
	var v any
	if err := json.Unmarshal(output, &v); err != nil {
		return string(output)
	}
	var b strings.Builder
	var walk func(name string, v any)
	walk = func(name string, v any) {
		switch v := v.(type) {
		case string:
			b.WriteString(v + "\n\n")
		case []any:
			for _, x := range v {
				walk(name, x)
			}
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				walk(key, v[key])
			}
		default:
			fmt.Fprintf(&b, "%s: %v\n\n", strings.ReplaceAll(name, "_", " "), v)
		}
	}
	walk("", v)
	return b.String()
}

// unread are the parts of a page that nobody reads, the picture, which says what the list beside it says,
// and the times in the customers' zone.
var unread = expression(`(?is)<head\b.*?</head>|<style\b.*?</style>|<svg\b.*?</svg>|<!--.*?-->|<a class="anchor".*?</a>|<span class="beside"[^>]*>.*?</span>`)

// target is a link that leads out of the page: where it leads is said too.
var target = expression(`(?i)<a\b[^>]*\bhref="([^"#][^"]*)"[^>]*>`)

// pictured is a picture, which says its other text.
var pictured = expression(`(?i)<img\b[^>]*\balt="([^"]*)"[^>]*>`)

// inRun are the tags within a word, inRow those within a statement.
var (
	inRun   = expression(`(?i)</?(?:a|abbr|b|code|em|i|s|small|span|strong|sub|sup|time|u)\b[^>]*>`)
	inRow   = expression(`(?i)</?(?:td|th|dd|div|label|input)\b[^>]*>`)
	anyMark = expression(`<[^>]*>`)
)

func markupSaid(text string) string {
	text = unread().ReplaceAllString(text, "")
	text = pictured().ReplaceAllString(text, "$1")
	text = target().ReplaceAllString(text, "($1) ")
	text = inRun().ReplaceAllString(strings.Join(strings.Fields(text), " "), "")
	text = inRow().ReplaceAllString(text, " ")
	return entity.UnescapeString(anyMark().ReplaceAllString(text, "\n\n"))
}

// opening is what begins a statement in plain text and Markdown; underline is what stands below a
// heading.
var (
	opening   = expression(`^\s*(?:[-*+] |\d+[.)] |[|#>]|\*\*|(?:title|status|timezone|services): )`)
	underline = expression(`^\s*(?:=+|-+|(?:\|?[ :-]+)+\|?)$`)
)

// statements joins the lines of a paragraph.
func statements(text string) []string {
	var all []string
	open := false
	for line := range strings.SplitSeq(text, "\n") {
		words := strings.Join(strings.Fields(line), " ")
		switch {
		case words == "" || underline().MatchString(line):
			open = false
		case open && !opening().MatchString(line):
			all[len(all)-1] += " " + words
		default:
			all, open = append(all, words), true
		}
	}
	return all
}
