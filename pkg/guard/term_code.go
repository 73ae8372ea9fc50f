package guard

import (
	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// special reports whether a text of the code is a name that somebody gave: it has parts, and they
// are not all words, numbers, times or versions.
func special(s string) bool {
	s = strings.Trim(s, "\"'`,;()[]{}<>$")
	if len(s) < 4 || plainNumber(s) || region(s) || wordlist.Product(strings.ToLower(s)) || wordlist.Brand(strings.ToLower(s)) || usual().MatchString(s) || usualHeader()[strings.ToLower(s)] {
		return false
	}
	inner := strings.Trim(s, "-_./:@#=")
	if usually(strings.ToLower(inner)) {
		return false
	}
	marked := strings.ContainsAny(inner, "-_./:@#=") || strings.ContainsAny(inner, "0123456789") && strings.IndexFunc(inner, unicode.IsLetter) >= 0
	if !marked && len(wordlist.Parts(inner)) < 2 {
		return false
	}
	for _, p := range wordlist.Parts(inner) {
		if !wordlist.Ordinary(p) && !plainNumber(p) && len(p) > 1 {
			return true
		}
	}
	return strings.ContainsAny(inner, "-_./:@#=") || strings.ContainsAny(inner, "0123456789") && len(inner) > 5
}

// usualHeader are the headers of requests that everybody sends and reads.
var usualHeader = listed("usual header")

// usual are forms that give nothing away: versions, dates, times, measures, numbered nouns.
var usual = expression(`^(?i:v?\d+(?:\.\d+)*(?:[.-](?:rc|beta|alpha|dev|lts)\.?\d*)?|\d+(?:[.,]\d+)?-?[a-z%]{1,8}|\d{4}-\d\d(?:-\d\d)?(?:t.*)?|\d\d?[:h]\d\d(?::\d\d)?(?:[a-z]{1,4})?|[a-z]{1,3}\d{1,3}|(?:utc|gmt)[+-]?\d+|(?:sha|aes|rsa|iso|crc|ed|md)-?\d+|utf-?\d+|ipv[46]|http/?\d(?:\.\d)?|e\.g|i\.e|\d+-[a-z]+(?:-[a-z]+)?|(?:sev|p|tier|level|covid|log|web)-?\d+|[a-z]+-\d+-\d+)$`)

// dottedParts reports whether a text is words with dots between them, as topics and settings are named, and no host, file
// or product: "quota.retry.high", "refund-queue.fifo".
func dottedParts(s string) bool {
	p := strings.Split(s, ".")
	last := p[len(p)-1]
	switch {
	case s != strings.ToLower(s) || strings.Contains(s, ":") || wordlist.Product(p[0]) || wordlist.Product(s):
		return false
	case len(p) < 2 || len(p) == 2 && !strings.Contains(s, "-") || !slices.ContainsFunc(p, func(w string) bool { return len(w) > 3 }):
		return false
	case topLevel()[last] || endsAddress()[last]: // "payout-shard.retry.eu"
		return ownHost(s) && wordlist.Ordinary(p[len(p)-2]) && !endsFile()[last]
	}
	return true
}
