package guard

import (
	"strings"
)

// identifiers are the forms of names that belong inside an organisation. They must pass over what
// public posts are full of: versions, regions, names of standards, links to a status page.
func identifiers() []recogniser {
	return []recogniser{
		{Personal, "the number of a payment card", []string{"3", "4", "5", "6"}, expression(`\b(?:\d{13,19}|\d{4}(?:[ \n-]\d{4}){2,3}[ \n-]\d{1,4}|\d{4}[ \n-]\d{6}[ \n-]\d{4,5})\b`), cardNumber, false},
		{Personal, "the number of a bank account", nil, expression(`\b(?:[A-Z]{2}\d{2}(?:[ \n-]?[A-Z0-9]{4}){2,7}(?:[ \n-]?[A-Z0-9]{1,3})?|[a-z]{2}\d{2}[a-z0-9]{11,30})\b`), accountIBAN, false},
		{Personal, "a social security number", []string{"-"}, expression(`\b\d{3}-\d{2}-\d{4}\b`), socialSecurity, false},
		{Personal, "a social security number", []string{"ssn", "social security"}, expression(`(?i)\b(?:ssn|social security (?:number|no\.?|#))(?: is| was)?[ :#=]{1,3}(\d{3} ?\d{2} ?\d{4})\b`), socialSecurity, false},
		{Email, "a mail address", []string{"@"}, expression(`[A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*|\s|$)`), ownMail, false},
		{Phone, "a telephone number", []string{"+", "phone", "tel", "call", "dial"}, expression(`(?i)(?:phone|tel(?:ephone)?|mobile|call|dial)[:. ]{1,3}(?:us )?(?:at |on )?(\(?\d[\d ()./-]{6,18}\d)`), phone, false},
		{Phone, "a telephone number", []string{"+"}, expression(`\+\d{1,3}[ \n.()/-]{0,3}(?:\d[ \n.()/-]{0,2}){6,13}\d`), phone, false},
		{Phone, "a telephone number", []string{"-", ")", "."}, expression(`(?:^|[\s(>"])((?:1[ .-])?\(?[2-9]\d\d\)?[ .-]\d{3}[.-]\d{4})\b`), nil, false},
		{Phone, "a telephone number", []string{"0"}, expression(`(?:^|[\s(>"=/])(\(?0[1-9]\d{1,3}\)?(?:[ /-]\s{0,3}\d{3,4}[ -]?\d{3,5}|[ /]\d{2,3}(?:\s\d{2,4}){2,4})|0[1-9]-\d{8})\b`), phone, false},
		{Phone, "a telephone number", []string{"00"}, expression(`(?:^|[\s(>"])(00[1-9]\d{0,2}[ ./-]\(?\d[\d ()./-]{5,14}\d)\b`), phoneAbroad, false},
		{Address, "an internal network address", []string{"10.", "192.168.", "172.", "100.", "169.254."}, expression(`(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254)\.\d{1,3}\.\d{1,3}(?:/\d{1,2})?(?::\d{2,5})?`), dotted, true},
		{Address, "a network address", []string{"."}, expression(`\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:/\d{1,2})?(?::\d{2,5})?`), publicAddress, true},
		{Address, "a network address", dotThenDigit, expression(`\b[\doOlI]{1,3}(?:\.[\doOlI]{1,3}){3}\b`), alikeAddress, false},
		{Address, "a network address", []string{":"}, expression(`(?i)(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,7}(?:/\d{1,3})?|(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}:?){0,6}|::(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}`), sixAddress, false},
		{Address, "a hardware address", []string{":", "-"}, expression(`(?i)\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b`), nil, false},
		{Port, "a host's port", []string{":"}, expression(`(?i)\b(?:localhost|[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z0-9-]*[a-z]|[a-z]+(?:-[a-z0-9]+)+):\d{2,5}\b`), hostPort, false},
		{Port, "a port", []string{"tcp", "udp"}, expression(`(?i)\b(?:tcp|udp)[/:]\s?\d{2,5}\b|\b\d{2,5}/(?:tcp|udp)\b`), nil, false},
		{Port, "a port", []string{"port"}, expression(`(?i)\bports? (\d{3,5})\b`), unusualPort, false},
		{Host, "a VPN's name", []string{"vpn"}, expression(`(?i)\b(?:[a-z0-9-]+[.-]vpn|vpn(?:-[a-z0-9]+|\d+))\b`), nil, false},
		{Host, "an internal host", []string{".internal", ".local", ".corp", ".lan", ".intra", ".private", ".svc", ".consul", ".home.arpa", ".localdomain", ".novalocal", ".openstacklocal", ".ec2", ".prod.", ".stg.", ".staging.", ".dev.", ".int.", ".infra."},
			expression(`(?i)\b(?:[a-z0-9_-]+\.)+(?:internal|local|corp|lan|intra(?:net)?|private|svc|consul|home\.arpa|localdomain|novalocal|openstacklocal|cluster\.local)\b|\b(?:[a-z0-9_-]+\.)+(?:prod|stg|staging|dev|int|infra|corp|internal)\.(?:[a-z0-9-]+\.)+[a-z]{2,12}\b`), nil, false},
		{Host, "the name of a machine", []string{"ip-"}, expression(`(?i)ip-\d{1,3}(?:-\d{1,3}){3}`), nil, true},
		{Host, "the name of a pod", []string{"-"}, expression(`(?i)[a-z0-9]+-[bcdf-hj-np-tv-z2456789]{7,10}-[bcdf-hj-np-tv-z2456789]{5}`), podName, true},
		{Host, "the name of a cluster's node", []string{"gke-", "aks-", "eks-", "nodepool"}, expression(`(?i)\b(?:gke|aks|eks)-[a-z0-9]+(?:-[a-z0-9]+)+`), nil, false},
		{Host, "the name of a machine", []string{"-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, expression(`\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?\d{1,6}\b`), machine, false},
		{Host, "the name of a machine", []string{"db", "web", "app", "mq", "lb", "cache", "srv", "host", "node", "vm"}, expression(`(?i)\b[a-z]{2,5}(?:db|web|app|mq|lb|cache|srv|host|node|vm)\d{1,3}\b`), nil, false},
		{Cloud, "a cloud resource", []string{"arn:"}, expression(`(?i)\barn:\s{0,4}[a-z0-9-]+:[a-z0-9-]+:[^\s"'<>)\]]*`), nil, false},
		{Cloud, "a cloud storage bucket", []string{"s3://", "gs://", "abfs", "wasb"}, expression(`(?i)\b(?:s3a?|gs|abfss?|wasbs?)://[^\s"'<>)\]]+`), nil, false},
		{Cloud, "a cloud resource", []string{"amazonaws.com", "googleapis.com", "windows.net", "azure.com", "gserviceaccount", "azurewebsites.net", "cloudfunctions.net", "run.app", "cloudapp", "azurecr.io"}, expression(`(?i)\b[a-z0-9][a-z0-9._-]*\.(?:amazonaws\.com|storage\.googleapis\.com|core\.windows\.net|database\.azure\.com|azurewebsites\.net|gserviceaccount\.com|cloudfunctions\.net|run\.app|cloudapp\.(?:net|azure\.com)|azurecr\.io)\b`), ownResource, false},
		{Cloud, "a cloud resource", []string{"-"}, expression(`(?i)(?:i|vol|vpc|subnet|sg|ami|snap|eni|rtb|igw|nat|acl|lt|tgw|eipalloc|fs|pcx|vgw|db|cluster|elb|asg)-(?:[0-9a-f]{17}|[0-9a-f]{8})`), nil, true},
		{Cloud, "a cloud project", []string{"projects/", "subscriptions/", "resourcegroups/"}, expression(`(?i)\b(?:projects|subscriptions|resourcegroups|organizations|folders)/[a-z0-9][a-z0-9-]{3,}`), nil, false},
		{Cloud, "the number of a cloud account", []string{"account", "project", "subscription", "aws", "gcp", "azure"}, expression(`(?i)\b(?:account|project|subscription|aws|gcp|azure)s?(?: (?:id|number|no\.?|#))?[ :#=]{1,3}(\d{9,14})\b`), nil, false},
		{Link, "a link into the organisation", []string{"://", "www."}, expression(`(?i)\b[a-z][a-z0-9+.-]*://[^\s<>"'\x60)\]]+`), internalLink, false},
		{Link, "a tool's address", []string{"."}, expression(`(?i)\b(?:grafana|kibana|prometheus|jenkins|argocd|wiki|confluence|jira|runbooks?|sentry|datadog|splunk|vault|consul|gitlab|bitbucket|intranet|backstage|pagerduty|opsgenie|alertmanager|looker|kiali|jaeger|nagios|zabbix|rundeck|spinnaker|harbor|nexus|artifactory|sonarqube|metabase|superset|airflow|dashboards?|logs|metrics|monitoring|admin|staging|internal|corp|vpn|bastion|jumphost)\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?[a-z]{2,}(?:/[^\s<>"'\x60)\]]*)?`), toolHost, false},
		{Handle, "a person's handle", []string{"@"}, expression(`(?:^|[\s(\[{,;:"'>*/|=])@([A-Za-z0-9_][A-Za-z0-9_./-]*[A-Za-z0-9_]|[A-Za-z])`), handle, false},
		{Channel, "a chat channel", []string{"#"}, expression(`(?:^|[\s(\[,;:>*|=]|[^=]")#([a-zA-Z][a-zA-Z0-9_-]{2,79})`), channel, false},
		{Channel, "a link into a chat", []string{".slack.com", "teams.microsoft.com", "teams.live.com", "discord.com/channels", "chat.google.com", "zoom.us/j", "meet.google.com"}, expression(`(?i)(?:[a-z0-9-]+\.slack\.com|teams\.(?:microsoft|live)\.com|discord\.com/channels|chat\.google\.com|[a-z0-9-]*\.?zoom\.us/j|meet\.google\.com)/?[^\s<>"'\x60)\]]*`), notStatusHost, false},
		{Channel, "a chat channel's number", []string{"<#", "<@", "c0", "u0", "d0", "g0"}, expression(`\b[CUDGTW]0[A-Z0-9]{7,10}\b`), nil, false},
		{Ticket, "a ticket", []string{"-"}, expression(`[A-Z][A-Z0-9]{1,9}-\d{2,7}`), ticket, true},
		{Ticket, "a ticket", []string{"inc", "chg", "req", "ritm", "prb", "task", "sctask"}, expression(`(?:INC|CHG|REQ|RITM|PRB|TASK|SCTASK|CS)\d{5,10}`), nil, true},
		{Ticket, "a ticket", []string{"ticket", "issue", "case", "jira", "incident", "zendesk", "freshdesk", "bugzilla", "redmine", "youtrack", "servicenow"}, expression(`(?i)\b(?:(?:ticket|jira|pagerduty incident|zendesk|freshdesk|bugzilla|redmine|youtrack|servicenow)s? (?:no\.? |number |id )?|(?:issue|case)s? (?:no\.? |numbers? |id |(?:#)))(#?\d{2,9})\b`), nil, false},
		{Ticket, "a supplier's number of a case", []string{"case", "ticket", "request"}, expression(`(?i)\b(?:support|service|vendor|escalation) (?:case|ticket|request)s? (?:no\.? |number |id )?(#?\d{5,14})\b`), nil, false},
		{Ticket, "an alert's number", []string{"pagerduty", "opsgenie", "incident"}, expression(`(?i)\b(?:pagerduty|opsgenie|pd)(?: incident| alert)?[ :#]{1,3}([A-Z0-9]{5,14})\b`), withDigit, false},
		{Ticket, "an alert's number", []string{"p", "q"}, expression(`\b[PQ][A-Z0-9]{6}\b|\b[PQ][A-Z0-9]{13}\b`), mixed, false},
		{Change, "a commit", nil, expression(`(?i)[0-9a-f]{40}`), hexMixed, true},
		{Change, "a commit", nil, expression(`(?i)\b[0-9a-f]{7,39}\b`), hexMixed, false},
		{Change, "a pull request", []string{"pr", "pull", "merge", "mr", "!", "cl", "commit", "changes"}, expression(`(?i)\b(?:PR|pull request|merge request|MR|commit|changeset|CL)s? ?([#!]?\d{1,9})\b|(?:^|[\s(])![1-9]\d{1,6}\b`), notDay, false},
		{Change, "a pull request or issue", []string{"#"}, expression(`(?:^|[\s(\[,>]|[\w.-]+/[\w.-]+)(#\d{2,7})\b`), numberSign, false},
		{Change, "a branch", []string{"/"}, expression(`\b(?:feature|feat|bugfix|fix|hotfix|release|chore|revert|refactor|origin|refs|user|users)/[A-Za-z0-9][\w./-]*`), branch, false},
		{Change, "a build", []string{"build", "pipeline", "job", "run", "deploy", "workflow"}, expression(`(?i)\b(?:builds?|pipelines?|jobs?|(?:ci|workflow) runs?|deploy(?:ment)?s?|run)(?: (?:no\.? |number |id )?| ?#|[:/=] ?#?)(#?\d{3,12})\b`), buildNumber, false},
		{Setting, "a setting or flag", []string{"_"}, expression(`\b_{0,2}(?:\d{4,}_)?[A-Za-z][A-Za-z0-9]*(?:__?[A-Za-z0-9]+)+\b`), snake, false},
		{Setting, "a command's option", []string{"--"}, expression(`(?:^|[\s(])(--[a-z][a-z0-9]+(?:-[a-z0-9]+)*(?:=\S+)?)`), option, false},
		{Setting, "a flag", []string{"-"}, expression(`(?i)\b(?:ff|flag|exp|feat|toggle|gate|killswitch|experiment)(?:-[a-z0-9]+){2,}\b`), nil, false},
		{Setting, "a setting or flag", []string{"."}, expression(`\b[a-z][a-z0-9-]*(?:\.[a-z][a-zA-Z0-9_-]*){2,}\b`), dottedName, false},
		{Setting, "a name from the code", nil, expression(`\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+){2,}\b`), camel, false},
		{Store, "a queue, topic or table", []string{"-queue", "-topic", "-dlq", "-table", "-stream"}, expression(`(?i)\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+-(?:queue|topic|dlq|table|stream)s?\b|\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-dlq\b`), notDeadLetter, false},
		{Path, "a file path", []string{"/"}, expression(`(?:^|[\s("'\x60=>|:,])((?:~|\.{1,2})?/[A-Za-z0-9._@+-]+(?:/[A-Za-z0-9._@+-]+)+/?)`), filePath, false},
		{Path, "a file path", []string{":\\", "\\\\"}, expression(`\b[A-Za-z]:\\[^\s"'<>|\x60]+|\\\\[A-Za-z0-9._-]+\\[^\s"'<>|\x60\])]+`), windowsPath, false},
		{Path, "a file", []string{"."}, expression(`(?i)\b[a-z0-9_][\w.-]*(?:/[\w.-]+)*\.(?:go|py|rb|m?js|cjs|ts|tsx|jsx|java|kt|scala|php|c|cc|cpp|rs|sh|bash|zsh|ps1|sql|tf|tfvars|tfstate|hcl|ipynb|j2|tmpl|ya?ml|toml|ini|conf|cfg|env|properties|log|lock|service|proto|ex|exs|erl|pl|lua|swift|cs|hs|vue|json|xml|csv|pem|key|crt|bak|dump|jar|war|so|dll)(?::\d+)?\b`), fileName, false},
		stackTrace,
		{Customer, "the number of an account", []string{"_", "-"}, expression(`(?i)(?:acct|cus|cust|customer|org|tenant|user|usr|ws|team|sub|inv|ch|pi|acc|workspace|account|client|proj)(?:_[A-Za-z0-9]{4,}|-[A-Za-z0-9]{6,})`), withDigit, true},
		{Customer, "the number of an account", []string{"tenant", "account", "customer", "workspace", "organi", "client", "user", "contract", "org"}, expression(`(?i)\b(?:tenant|account|customer|workspace|organi[sz]ation|client|user|contract|org)(?:[ _]?id| ?number| no\.?)? ?[#:=]? ?(#?\d{3,14}|[A-Z]{1,5}-\d{2,10})\b`), accountNumber, false},
		{Customer, "an identifier", []string{"-"}, expression(`(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`), nil, true},
		{Weakness, "a weakness's number", []string{"cve", "ghsa", "cwe"}, expression(`(?i)CVE-\d{4}-\d{4,7}|GHSA(?:-[0-9a-z]{4}){3}|CWE-\d{1,4}`), nil, true},
		{Weakness, "how it can be attacked", []string{"vulnerab", "security", "weakness", "still be", "waf", "exploit", "payload", "unpatched", "not yet patched", "still vulnerable", "not yet fixed", "unfixed", "bypass", "zero-day", "0-day", "injection", "' or", "'or"}, expression(`(?i)\bWAF rules?[ :#]{1,3}\S*\d|\bWAF rules? (?:that )?(?:blocks?|stops?|can|misses|lets?)\b|\bproof[- ]of[- ]concept exploit\b|\bexploit (?:code|step|chain|payload)s?\b|\b(?:still|remains?|currently) (?:un(?:patched|fixed)|vulnerable|exploitable)\b|\bnot (?:yet )?(?:been )?(?:patched|fixed) (?:the )?vulnerabilit|\b(?:is|are|left|yet|as yet) unpatched\b|\bunpatched (?:security|known) \w+|\b(?:security (?:issue|bug|hole|flaw|problem)s?|vulnerabilit(?:y|ies)|weakness(?:es)?|exploits?)\b[^.\n]{0,80}\b(?:not (?:yet )?(?:been )?(?:fixed|patched|closed|addressed)|(?:remains?|still|stays?|left) (?:open|unresolved|unfixed|exploitable|present|unaddressed|in place))\b|\bcan still be (?:exploited|bypassed|abused|attacked|guessed|forged)\b|\bunpatched (?:vulnerabilit|weakness|flaw|hole|cve|bug|in production)|\b(?:zero|0)-day\b|\bexploitable (?:by|via|with|through)\b|\bcan (?:be )?bypass(?:ed)? (?:by|via|with|the (?:auth|check|filter|waf))|' ?or ?'?1'? ?= ?'?1|\.\./\.\./|<script`), nil, false},
		{Figure, "a business figure", []string{"arr", "mrr", "revenue", "contract", "churn", "renewal", "margin", "forecast", "credit", "sla", "valuation", "bookings", "penalt", "chargeback", " volume", "pay us", "pays us"}, expression(`(?i)(?:` + sum + `)(?: (?:in|of|worth of))?(?: \w+){0,2} (?:ARR|MRR|revenue|contracts?|churn|renewals?|margin|bookings|SLA credits|(?:service )?credits|penalt(?:y|ies)|chargebacks?|(?:settlement|payment|transaction|processing) volume)\b|\b(?:ARR|MRR|revenue|contracts?(?: value| worth)?|gross margin|bookings|SLA credits|(?:service )?credits?|penalt(?:y|ies)|pays? us)(?: \w+){0,3}(?: (?:of|by|is|was|at|to|worth|:))? ?(?:about |up to )?(?:` + sum + `)|\b\d[\d.,]*\s?(?:%|percent) (?:of )?(?:(?:our|the|annual|monthly|yearly|recurring) ){0,3}(?:churn|revenue|ARR|MRR|margin|bookings)\b|\b(?:churn|gross margin)(?: \w+){0,3} (?:of|by|to) \d[\d.,]*\s?(?:%|percent)`), nil, false},
		{Legal, "a legal or personnel matter", []string{"attorney", "privileged", "legal", "litigation", "lawsuit", "disciplin", "performance", "terminated", "human resources", "settlement", "nda", "warning", "to blame", "fault", "counsel", "negligen", "law firm", "hr ", "lawyer", "mistake", "liab", "breach of", "confidential", "embargo", "sued", "sue "}, expression(`(?i)\battorney[- ]client\b|\bprivileged (?:and|&) confidential\b|\blegal (?:hold|action)\b|\blaw firm\b|\bHR (?:case|investigation|matter|review|file)\b|\blitigation\b|\blawsuits?\b|\b(?:outside|general|legal) counsel\b|\bdisciplinary\b|\bperformance (?:improvement plan|review)\b|\bhuman resources (?:case|investigation|matter|review|file)\b|\b(?:with|by|to|from) human resources\b|\bunder (?:an )?NDA\b|\bwritten warning\b|\bnegligen(?:ce|t)\b|\b(?:his|her|their) (?:own )?fault\b|\b(?:he|she) (?:is|was) to blame\b|\bemployment (?:was )?terminated\b|\b(?:our|their|its|the|company|customer's) (?:lawyers?|attorneys?)\b|\blegal (?:exposure|advice|liability|claims?|proceedings|review)\b|(?-i:\b[A-Z][a-z]+'s (?:own )?(?:fault|mistake|negligence|carelessness))\b|\bbreach of contract\b|\badmit(?:s|ted|ting)? liability\b|\bliable for\b|\bstrictly confidential\b|\bunder embargo\b|\b(?:threatened|threatens|threatening|intends?|plans?) to sue\b`), nil, false},
	}
}

// hostOf gives the host of a link or name, in lower case.
func hostOf(s string) string {
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		s = s[:i]
	}
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		s = s[i+1:]
	}
	if i := strings.LastIndexByte(s, ':'); i >= 0 && strings.Count(s, ":") == 1 {
		s = s[:i]
	}
	return strings.ToLower(strings.TrimRight(s, "."))
}

// publicLabel are the first parts of the names of hosts that are there for customers.
var publicLabel = words("www status blog help support docs developer developers community forum api app trust security news about careers")
