package scaffold

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/near"
)

// Answers is what is known about an incident when its report is begun. All but Title may be empty;
// the template's lines that ask for an empty one are left out.
type Answers struct {
	Title    string
	ID       string // a name that never changes; FileName without its ending is the usual one
	Severity string
	Timezone string // as ReadZone gives it
	Services []string
	Owner    string
	Started  string // as ReadStart gives it
}

// Severities are offered where an organisation has not said which it uses, from the worst.
var Severities = []Choice{
	{"SEV1", "critical: most users cannot work, or data is lost"},
	{"SEV2", "major: a main function fails for many users"},
	{"SEV3", "minor: something is degraded, most users can work"},
	{"SEV4", "low: few users notice, or there is a way around it"},
	{"SEV5", "none: nobody noticed, it might have gone worse"},
}

// Choice is a value and what it means.
type Choice struct{ Value, Meaning string }

// maxLine is the most code points that an answer may have; a longer one is a slip of the clipboard.
const maxLine = 200

// ReadLine gives an answer without the blanks around it. It must be one line of text that shows:
// not empty, no control characters, valid UTF-8.
func ReadLine(s string) (string, error) {
	s = strings.TrimSpace(s)
	switch n := utf8.RuneCountInString(s); {
	case s == "":
		return "", errors.New("is empty")
	case !utf8.ValidString(s):
		return "", errors.New("is not UTF-8")
	case n > maxLine:
		return "", fmt.Errorf("has %d characters; %d are the most", n, maxLine)
	}
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\uFEFF' {
			return "", fmt.Errorf("holds the control character U+%04X", r)
		}
	}
	return s, nil
}

// ReadList gives the names in a list that commas separate, each once. An empty list is fine.
func ReadList(s string) ([]string, error) {
	var all []string
	seen := map[string]bool{}
	for name := range strings.SplitSeq(s, ",") {
		if strings.TrimSpace(name) == "" {
			continue
		}
		name, err := ReadLine(name)
		if err != nil {
			return nil, err
		}
		if !seen[name] {
			seen[name] = true
			all = append(all, name)
		}
	}
	return all, nil
}

// regions are the parts of the world by which zones are filed.
var regions = []string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"}

// ReadZone gives the name of a time zone in which the report's times can be read. The error says
// what to write instead where the name means several zones, or a city stands without its region.
func ReadZone(s string) (string, error) {
	s, err := ReadLine(s)
	if err != nil {
		return "", err
	}
	z, ok := moment.ParseZone(s)
	switch {
	case ok && z.Known():
		return s, nil
	case ok:
		var meant []string
		for _, m := range z.Ambiguous {
			meant = append(meant, m.Region)
		}
		return "", fmt.Errorf("%q means several zones: %s", s, strings.Join(meant, ", "))
	}
	city := strings.ReplaceAll(title(s), " ", "_")
	for _, region := range regions {
		if z, ok := moment.ParseZone(region + "/" + city); ok && z.Known() {
			return "", fmt.Errorf("%q is not the name of a time zone; %s/%s is", s, region, city)
		}
	}
	if hint := near.Hint(s, moment.ZoneNames); hint != "" {
		return "", fmt.Errorf("%q is not the name of a time zone; %s", s, hint)
	}
	return "", fmt.Errorf("%q is not the name of a time zone: write UTC, or a region and a city as Europe/Vienna", s)
}

// title is s with each word in lower case but for its first letter.
func title(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		was := start
		start = !unicode.IsLetter(r)
		if was {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}

// ReadStart gives the time at which an incident began, as "2006-01-02 15:04" in the given zone,
// with seconds if they were given and a leading "~" if it is approximate. It must have a date and
// a clock; a time in another zone is converted.
func ReadStart(s, zone string) (string, error) {
	s, err := ReadLine(s)
	if err != nil {
		return "", err
	}
	const form = "write a date and a time as 2026-02-14 14:02"
	at, ok := moment.Read(s)
	switch {
	case !ok || at.OuterStart > 0 || at.OuterEnd < len(s):
		return "", fmt.Errorf("%q is not a time: %s", s, form)
	case at.Problem != "" && at.ProblemKind != moment.NoZone:
		return "", fmt.Errorf("%q: %s", s, at.Problem)
	case !at.Has.All(moment.HasDate):
		return "", fmt.Errorf("%q has no full date: %s", s, form)
	case !at.Has.Any(moment.HasClock):
		return "", fmt.Errorf("%q has no time of day: %s", s, form)
	case at.Until != nil:
		return "", fmt.Errorf("%q is a span of time: %s", s, form)
	}
	place, ok := moment.ParseZone(zone)
	if !ok || !place.Known() {
		return "", fmt.Errorf("%q is not the name of a time zone", zone)
	}
	moment.Resolve([]moment.Item{{Stamp: &at}}, moment.Context{Zone: place, ZoneFrom: "the report's zone"})
	if at.Instant.IsZero() || at.Problem != "" {
		return "", fmt.Errorf("%q: %s", s, at.Problem)
	}
	layout := "2006-01-02 15:04"
	if at.Has.Any(moment.HasSeconds) {
		layout += ":05"
	}
	if at.Approximate {
		layout = "~" + layout
	}
	where := place.Loc
	if place.Fixed {
		where = time.FixedZone(place.Name, place.Offset)
	}
	return at.Instant.In(where).Format(layout), nil
}

// maxSlug is the most letters that a title gives to a file name.
const maxSlug = 50

// Slug makes the words of a title fit for a file name and an address: letters and digits of any
// script in lower case, hyphens between words, cut between words when it is long. It is never
// empty.
func Slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(title, "'", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	slug := ""
	for i, w := range words {
		if i > 0 && utf8.RuneCountInString(slug)+1+utf8.RuneCountInString(w) > maxSlug {
			break
		}
		if i > 0 {
			slug += "-"
		}
		slug += w
	}
	if r := []rune(slug); len(r) > maxSlug {
		slug = string(r[:maxSlug])
	}
	if slug == "" {
		return "incident"
	}
	return slug
}

// FileName is the usual name of the answers' report: YYYY-MM-DD-slug.md, by the day on which the
// incident started.
func (a Answers) FileName() string {
	day := strings.TrimPrefix(a.Started, "~")
	if len(day) < len("2006-01-02") {
		return Slug(a.Title) + ".md"
	}
	return day[:len("2006-01-02")] + "-" + Slug(a.Title) + ".md"
}
