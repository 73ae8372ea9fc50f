package guard

import (
	"regexp"
	"strings"
)

// issued are the keys whose issuers put a sign of their own in front of them.
func issued() []recogniser {
	return []recogniser{
		issuedAs("a 1Password key", "A3-", `[A-Z0-9]{6}-[A-Z0-9]{5,11}(?:-[A-Z0-9]{5,6}){2,4}`),
		issuedAs("a 1Password token", "ops_eyJ", base64Run+`{60,}`),
		issuedAs("an Airtable token", "pat", `[A-Za-z0-9]{14}\.[a-f0-9]{64}`),
		issuedAs("an Alibaba key", "LTAI", `[A-Za-z0-9]{20}`),
		issuedAs("an Amazon Bedrock key", "ABSK", base64Run+`{60,}`),
		issuedAs("an Amazon Bedrock key", "bedrock-api-key-", base64Run+`{20,}`),
		issuedAs("an Artifactory key", "AKCp", `[A-Za-z0-9]{69}`),
		issuedAs("an Artifactory token", "cmVmd", `[A-Za-z0-9]{59}`),
		issuedAs("an Azure client secret", "Q~", `[A-Za-z0-9_~.-]{31,34}`),
		issuedAs("a Cloudflare key", "v1.0-", `[a-f0-9]{24}-[a-f0-9]{100,}`),
		issuedAs("a ClickHouse key", "4b1d", `[A-Za-z0-9]{38}`),
		issuedAs("a Clojars token", "CLOJARS_", `[A-Za-z0-9]{60}`),
		issuedAs("a Defined Networking token", "dnkey-", `[A-Za-z0-9=_-]{26}`),
		issuedAs("a Duffel token", "duffel_", `(?:test|live)_[A-Za-z0-9_=-]{43}`),
		issuedAs("a Dynatrace token", "dt0c01.", `[A-Za-z0-9]{24}\.[A-Za-z0-9]{64}`),
		issuedAs("an EasyPost key", "EZAK", `[A-Za-z0-9]{54}`),
		issuedAs("an EasyPost key", "EZTK", `[A-Za-z0-9]{54}`),
		issuedAs("a Facebook token", "EAA", `[A-Za-z0-9]{80,}`),
		issuedAs("a Flutterwave key", "FLW", `(?:PUBK|SECK)_TEST-?[a-h0-9]{12,33}`),
		issuedAs("a Fly.io token", "fo1_", `[\w-]{43}`),
		issuedAs("a Fly.io token", "fm1", `[ar]_`+base64Run+`{60,}`),
		issuedAs("a Fly.io token", "fm2_", base64Run+`{60,}`),
		issuedAs("a Frame.io token", "fio-u-", `[A-Za-z0-9_=-]{64}`),
		issuedAs("a GitLab token", "glffct-", `[\w-]{20}`),
		issuedAs("a GitLab secret", "gloas-", `[\w-]{64}`),
		issuedAs("a GitLab token", "GR1348941", `[\w-]{20}`),
		issuedAs("a GitLab session", "_gitlab_session=", `[A-Za-z0-9]{32}`),
		issuedAs("a Grafana key", "eyJrIjoi", base64Run+`{30,}`),
		issuedAs("a Harness token", "pat.", `[\w-]{22}\.[\w]{24}\.[\w]{20}`),
		issuedAs("a Harness token", "sat.", `[\w-]{22}\.[\w]{24}\.[\w]{20}`),
		issuedAs("a Heroku key", "HRKU-AA", `[\w-]{58}`),
		issuedAs("a HubSpot token", "pat-", `(?:na|eu)\d-[a-f0-9-]{36}`),
		issuedAs("an Infracost token", "ico-", `[A-Za-z0-9]{32}`),
		issuedAs("an Intra42 secret", "s-s4t2", `(?:ud|af)-[a-f0-9]{64}`),
		issuedAs("a Lichess token", "lip_", `[A-Za-z0-9]{20}`),
		issuedAs("a Mapbox token", "pk.", `[A-Za-z0-9]{60}\.[A-Za-z0-9]{22}`),
		{class: Secret, why: "a MaxMind key", needs: []string{"_mmk"}, form: expression(`[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk`), whole: true},
		issuedAs("a New Relic key", "NRAK-", `[A-Z0-9]{27}`),
		issuedAs("a New Relic key", "NRJS-", `[A-F0-9]{19}`),
		issuedAs("a New Relic key", "NRII-", `[A-Z0-9-]{32}`),
		issuedAs("a Notion token", "ntn_", `[0-9]{11}[A-Za-z0-9]{35}`),
		issuedAs("an Octopus key", "API-", `[A-Z0-9]{26}`),
		issuedAs("an OpenShift token", "sha256~", `[\w-]{20,}`),
		issuedAs("a Perplexity key", "pplx-", `[A-Za-z0-9]{40,}`),
		issuedAs("a Plaid token", "access-", `(?:sandbox|development|production)-[a-f0-9-]{36}`),
		issuedAs("a PlanetScale password", "pscale_", `(?:pw|tkn|oauth)_[\w=.-]{32,64}`),
		issuedAs("a Postman key", "PMAK-", `[a-f0-9]{24}-[a-f0-9]{34}`),
		issuedAs("a Prefect key", "pnu_", `[A-Za-z0-9]{36}`),
		issuedAs("a Pulumi token", "pul-", `[a-f0-9]{40}`),
		issuedAs("a ReadMe key", "rdme_", `[A-Za-z0-9]{70}`),
		issuedAs("a RubyGems key", "rubygems_", `[a-f0-9]{48}`),
		issuedAs("a Scalingo token", "tk-us-", `[\w-]{48}`),
		issuedAs("a Sendinblue key", "xkeysib-", `[a-f0-9]{64}-[A-Za-z0-9]{16}`),
		issuedAs("a SettleMint token", "sm_", `(?:aat|pat|sat)_[A-Za-z0-9]{16}`),
		issuedAs("a Shippo token", "shippo_", `(?:live|test)_[a-fA-F0-9]{40}`),
		issuedAs("a Sonar token", "sq", `[upa]_[a-f0-9]{40}`),
		issuedAs("a Sourcegraph token", "sgp_", `(?:[a-fA-F0-9]{16}_|local_)?[a-fA-F0-9]{40}`),
		issuedAs("a Square token", "sq0", `(?:atp|csp|idp)-[\w-]{22,60}`),
		issuedAs("a Square token", "EAAA", `[\w=-]{22,60}`),
		issuedAs("a Typeform token", "tfp_", `[\w.=-]{59}`),
		issuedAs("a Yandex key", "AQVN", `[\w-]{35,38}`),
		issuedAs("a Yandex token", "t1.", `[A-Z0-9a-z_-]+=*\.[A-Z0-9a-z_-]{86}=*`),
		{class: Secret, why: "a Yandex key", needs: []string{"yc"}, form: expression(`\bYC[\w-]{38}\b`), is: random(4)}, // two letters begin many words
		{class: Secret, why: "a Facebook key", needs: []string{"|", "%7c"}, form: expression(`\b\d{15,16}(?:\||%7[cC])[\w-]{27,40}`)},
		{class: Secret, why: "a Vault token", needs: []string{"s."}, form: expression(`\bs\.[A-Za-z0-9]{24}\b`), is: random(3)},
		{class: Secret, why: "an account's name and password", needs: []string{"-u", "--user"}, form: expression(`\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]?["']?([^\s"':]*:[^\s"']{4,})`), is: notPlaceholder},
	}
}

const base64Run = `[A-Za-z0-9+/=_-]`

// issuedAs knows a key by the sign that its issuer puts in front and the form of what follows. Keys
// hold any number of line ends, so they are looked for without blanks too.
func issuedAs(why, sign, form string) recogniser {
	return recogniser{class: Secret, why: why, needs: []string{strings.ToLower(sign)}, whole: true, is: random(3),
		form: expression(regexp.QuoteMeta(sign) + form)}
}
