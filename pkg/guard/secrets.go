package guard

import (
	"hash/crc32"
	"math"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// secrets are the forms of credentials. Each is anchored at what its issuer puts into it, and where
// the form carries a checksum or must look random, that is tested.
func secrets() []recogniser {
	return []recogniser{
		secret("an AWS access key", `(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z2-7]{16}`, true, nil, "akia", "asia", "abia", "acca", "aroa", "aida"),
		secret("an AWS secret key", `(?i)aws.{0,20}?(?:secret|key).{0,20}?[=:"'\s]([A-Za-z0-9/+]{40})\b`, false, random(4), "aws"),
		secret("a GitHub token", `gh[pousr]_[A-Za-z0-9]{36}`, true, githubSum, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
		secret("a GitHub token", `github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}`, true, nil, "github_pat_"),
		secret("a GitLab token", `gl(?:pat|dt|ptt|cbt|rt|soat|ft|imt|agent)-[A-Za-z0-9_-]{20}`, true, nil, "glpat-", "gldt-", "glptt-", "glcbt-", "glrt-", "glsoat-", "glft-", "glimt-", "glagent-"),
		secret("a Slack token", `xox[abeoprs]-(?:[A-Za-z0-9]{1,14}-)?[A-Za-z0-9-]{10,}`, true, nil, "xox"),
		secret("a Slack token", `xapp-\d-[A-Z0-9]+-\d+-[a-z0-9]+`, true, nil, "xapp-"),
		secret("a Slack webhook", `hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{20,}`, true, nil, "hooks.slack.com"),
		secret("a Stripe key", `(?:sk|rk|pk)_(?:live|test|prod)_[A-Za-z0-9]{10,99}`, true, nil, "_live_", "_test_", "_prod_"),
		secret("a Stripe webhook secret", `whsec_[A-Za-z0-9+/=]{24,}`, true, nil, "whsec_"),
		secret("a Google API key", `AIza[A-Za-z0-9_-]{35}`, true, nil, "aiza"),
		secret("a Google OAuth secret", `GOCSPX-[A-Za-z0-9_-]{28}`, true, nil, "gocspx-"),
		secret("a Google OAuth token", `ya29\.[A-Za-z0-9_-]{20,}`, true, nil, "ya29."),
		secret("a JSON web token", `ey[JI][A-Za-z0-9_-]{8,}\.ey[JI][A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}`, true, nil, "eyj", "eyi"),
		secret("a private key", `-----\s*BEGIN ?(?:[A-Z0-9]+ ?){0,4}PRIVATE ?KEY`, true, nil, "private key", "privatekey"),
		secret("an npm token", `npm_[A-Za-z0-9]{36}`, true, nil, "npm_"),
		secret("a PyPI token", `pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{20,}`, true, nil, "pypi-"),
		secret("a Twilio key", `\bSK[0-9a-f]{32}\b`, false, nil, "sk"),
		secret("a Twilio account", `\bAC[0-9a-f]{32}\b`, false, nil, "ac"),
		secret("a SendGrid key", `SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}`, true, nil, "sg."),
		secret("a Mailgun key", `\bkey-[0-9a-f]{32}\b`, false, nil, "key-"),
		secret("a Mailchimp key", `\b[0-9a-f]{32}-us\d{1,2}\b`, false, nil, "-us"),
		secret("an OpenAI or Anthropic key", `sk-(?:ant-|proj-|svcacct-|admin-|or-)?[A-Za-z0-9_-]{20,}`, true, longRun, "sk-"),
		secret("a Hugging Face token", `hf_[A-Za-z]{34}`, true, nil, "hf_"),
		secret("a DigitalOcean token", `do[opr]_v1_[a-f0-9]{64}`, true, nil, "_v1_"),
		secret("a Shopify token", `shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}`, true, nil, "shpat_", "shpca_", "shppa_", "shpss_"),
		secret("a Vault token", `\bhv[sbr]\.[A-Za-z0-9_-]{24,}`, false, nil, "hvs.", "hvb.", "hvr."),
		secret("a Terraform token", `[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}`, true, nil, ".atlasv1."),
		secret("a Databricks token", `\bdapi[a-f0-9]{32}`, false, nil, "dapi"),
		secret("a Doppler token", `dp\.(?:pt|st|ct|sa)\.[A-Za-z0-9]{40,}`, true, nil, "dp."),
		secret("a Linear key", `lin_api_[A-Za-z0-9]{40}`, true, nil, "lin_api_"),
		secret("a New Relic key", `NRAK-[A-Z0-9]{27}`, true, nil, "nrak-"),
		secret("a Grafana token", `gl(?:c|sa)_[A-Za-z0-9+/=_]{32,}`, true, nil, "glc_", "glsa_"),
		secret("a Sentry token", `sntry[su]_[A-Za-z0-9+/=_]{40,}`, true, nil, "sntry"),
		secret("an Atlassian token", `ATATT3[A-Za-z0-9_=-]{50,}`, true, nil, "atatt3"),
		secret("a PostHog key", `ph[cx]_[A-Za-z0-9]{40,}`, true, nil, "phc_", "phx_"),
		secret("a Telegram token", `\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b`, false, nil, ":aa"),
		secret("a Discord webhook", `discord(?:app)?\.com/api/webhooks/\d+/[\w-]{20,}`, true, nil, "/api/webhooks/"),
		secret("an Azure storage key", `AccountKey=[A-Za-z0-9+/]{40,}={0,2}`, true, nil, "accountkey="),
		secret("an Azure shared access signature", `(?i)[?&]sig=[A-Za-z0-9%+/=]{30,}`, true, nil, "sig="),
		secret("an Azure shared access key", `SharedAccessKey=[A-Za-z0-9+/=]{20,}`, true, nil, "sharedaccesskey="),
		secret("an age key", `AGE-SECRET-KEY-1[A-Z0-9]{58}`, true, nil, "age-secret-key-"),
		secret("a password hash", `\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}`, true, nil, "$2a$", "$2b$", "$2y$"),
		secret("a password in an address", `(?i)[a-z][a-z0-9+.-]{1,20}://[^\s/:@<>"'\x60]{0,64}:([^\s/@<>"'\x60]{3,128})@[A-Za-z0-9\[]`, true, notPlaceholder, "://"),
		secret("a bearer token", `(?i)\b(?:bearer|basic)\s+([A-Za-z0-9_\-.=+/~]{16,})`, false, random(3), "bearer", "basic"),
		secret("a password or key", `(?i)(?:passw(?:or)?d|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|client[_-]?secret|credential)s?["'\x60]?(?: string| str)?\s{0,8}(?:[.?:+|]{0,3}=>?|[:>]|\|\|)\s{0,8}["'\x60]?([^\s"'\x60,;<>()]{6,200})`, false, assigned,
			"passw", "pwd", "passphrase", "secret", "token", "key", "credential"),
		secret("a password or key", `(?i)\b(?:password|passphrase|api key|access token|secret key) (?:is|was|of|to) ["'\x60]?([^\s"'\x60,;<>()]{8,200})`, false, assigned,
			"passw", "passphrase", "key", "token"),
		secret("a password or key", `(?i)\bkey=["'][^"'\s]{0,40}(?:password|secret|token|apikey)["']\s+value=["']([^"'\n]{4,200})`, false, notPlaceholder, "key="),
		secret("a Kubernetes secret", `(?i)\bkind["']?\s{0,3}:\s{0,3}["']?secret\b`, false, nil, "secret"),
		secret("an authorization", `(?i)\bauthorization["']?\s{0,3}:\s{0,3}["']?(?:[A-Za-z-]{3,16} )?([^\s"'\x60,;<>()]{8,200})`, false, notWords, "authorization"),
		secret("a one-time code seed", `otpauth://[a-z]+/[^\s]+secret=[A-Z2-7]{16,}`, true, nil, "otpauth://"),
	}
}

func secret(why, form string, whole bool, is func([]byte, match) bool, needs ...string) recogniser {
	return recogniser{class: Secret, why: why, needs: needs, form: expression(form), is: is, whole: whole}
}

// githubSum tests the checksum in the last six characters: CRC-32 of what follows the prefix, in
// base 62. Tokens that are cut or changed by hand fail it, and are caught all the same if they look
// random.
func githubSum(text []byte, m match) bool {
	_, body, _ := strings.Cut(m.in(text), "_")
	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	sum := crc32.ChecksumIEEE([]byte(body[:len(body)-6]))
	want := make([]byte, 6)
	for i := range want {
		want[5-i] = digits[sum%62]
		sum /= 62
	}
	return string(want) == body[len(body)-6:] || entropy(body) > 3
}

// random accepts what has at least so many bits in each character.
func random(bits float64) func([]byte, match) bool {
	return func(text []byte, m match) bool {
		s := m.in(text)
		return entropy(s) >= bits && strings.ContainsAny(s, "0123456789")
	}
}

// longRun accepts what looks random and is not words with hyphens between them: "disk-issue-in-region-1".
func longRun(text []byte, m match) bool {
	longest := 0
	for _, run := range strings.FieldsFunc(m.in(text), func(r rune) bool { return r == '-' || r == '_' }) {
		if strings.ContainsAny(run, digitChars) || !wordlist.Ordinary(strings.ToLower(run)) {
			longest = max(longest, len(run))
		}
	}
	return longest >= 10 && random(3)(text, m)
}

// entropy is Shannon's measure, in bits for each byte.
func entropy(s string) float64 {
	var count [256]int
	for i := range len(s) {
		count[s[i]]++
	}
	sum := 0.0
	for _, n := range count {
		if n > 0 {
			p := float64(n) / float64(len(s))
			sum -= p * math.Log2(p)
		}
	}
	return sum
}

// assigned accepts a value that somebody set, and not the words of a sentence about passwords.
func assigned(text []byte, m match) bool {
	s := strings.TrimRight(m.in(text), ".!?:*_")
	if len(s) < 6 || wordlist.AllOrdinary(s) || strings.Contains(s, "://") {
		return false
	}
	quoted := m.start > 0 && m.end < len(text) && strings.IndexByte("\"'`", text[m.start-1]) >= 0 && text[m.end] == text[m.start-1]
	return (quoted || strings.ContainsAny(s, "0123456789!@#$%^&*+=_")) && notPlaceholder(text, match{m.start, m.start + len(s)})
}

// notWords accepts what no sentence is made of.
func notWords(text []byte, m match) bool {
	return !wordlist.AllOrdinary(strings.Trim(m.in(text), ".!?:*_")) && notPlaceholder(text, m)
}

// notPlaceholder refuses what stands for a value: <password>, ${TOKEN}, xxxxx.
func notPlaceholder(text []byte, m match) bool {
	s := m.in(text)
	return !strings.HasPrefix(s, "$") && !strings.HasPrefix(s, "{{") && !strings.HasPrefix(s, "%") && strings.Trim(s, "xX*.-_") != ""
}
