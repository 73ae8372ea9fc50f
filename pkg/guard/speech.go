package guard

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// speech is a text as words, and what parts them.
type speech struct {
	text  []byte
	words []word
}

type word struct {
	match
	text string
	low  string
}

// wordsIn gives the words of a text: letters, digits and underscores, with hyphens and apostrophes
// inside, as in "Jean-Luc" and "O'Brien".
func wordsIn(text []byte) []word {
	var out []word
	in := func(i int) int { // the length of the letter or digit there
		switch {
		case i >= len(text):
			return 0
		case text[i] >= utf8.RuneSelf:
			if r, n := utf8.DecodeRune(text[i:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
				return n
			}
			return 0
		case letterOrDigit(text[i]) || text[i] == '_':
			return 1
		}
		return 0
	}
	for i := 0; i < len(text); {
		n := in(i)
		if n == 0 {
			if _, coded := hexByte(text[i:]); text[i] == '%' && coded > 0 { // "%C2%ADi" has no word "ADi"
				i += coded
			} else {
				i++
			}
			continue
		}
		m := match{start: i}
		for ; n > 0; n = in(i) {
			i += n
			if i+1 < len(text) && (text[i] == '-' || text[i] == '\'' && i == m.start+1) && in(i+1) > 0 {
				i++
			}
		}
		m.end = i
		out = append(out, word{m, m.in(text), strings.ToLower(m.in(text))})
	}
	return out
}

// gap is what stands behind a word; before the first and behind the last word it is the end of a block.
func (s speech) gap(i int) string {
	if i < 0 || i+1 >= len(s.words) {
		return "\n\n"
	}
	return string(s.text[s.words[i].end:s.words[i+1].start])
}

// near gives the neighbour of a word in lower case, on one side or the other, if nothing but blanks
// parts them.
func (s speech) near(i, side int) string {
	if k := i + side; k >= 0 && k < len(s.words) && onlyBlanks(s.gap(min(i, k))) {
		return s.words[k].low
	}
	return ""
}

func onlyBlanks(gap string) bool {
	return gap == " " || gap != "" && strings.Trim(gap, " \t\r\n") == "" && strings.Count(gap, "\n") < 2
}

// capital reports whether a word is written as names are: "Jane", "McKay", "O'Brien", "Jean-Luc".
func (w word) capital() bool {
	if !upper(w.text[0]) {
		return false
	}
	small := 0
	for i := range len(w.text) {
		switch c := w.text[i]; {
		case number(c) || c == '_':
			return false
		case !upper(c):
			small++
		}
	}
	return small > 0 && small*2 >= len(w.text)-1
}

func (w word) letter() bool { return len(w.text) == 1 && upper(w.text[0]) }

// given reports whether a word is a usual first name.
func (w word) given() bool {
	first, second, _ := strings.Cut(w.low, "-")
	return w.capital() && (wordlist.Given(w.low) || wordlist.Given(first) && wordlist.Given(second) && !namesake()[second])
}

// plain reports whether a word names no thing and no place.
func (w word) plain() bool {
	return !wordlist.English(w.low) && !wordlist.Product(w.low) && !wordlist.Brand(w.low) && !namesake()[w.low]
}

func (w word) surname() bool {
	return w.capital() && !wordlist.Product(w.low) && !wordlist.Brand(w.low) && !notSurname()[w.low]
}

// initials reports whether a word is two or three capitals that stand for nothing but a name.
func (w word) initials() bool {
	return (len(w.text) == 2 || len(w.text) == 3) && strings.ToUpper(w.text) == w.text && !strings.ContainsAny(w.text, digitChars+"_-") &&
		!wordlist.English(w.low) && !wordlist.Product(w.low) && !codeWord()[w.low] && !regionWord()[w.low] && !notTicket()[w.low] && !abbreviation()[w.low]
}

// handle reports whether a word is none of the language, as names of accounts are.
func (w word) handle() bool {
	if len(w.text) < 4 || !w.plain() || plainNumber(w.text) || codeWord()[w.low] || contraction()[w.low] || abbreviation()[w.low] || strings.Contains(w.text, "_") {
		return false
	}
	if k := strings.LastIndexByte(w.low, '-'); k >= 0 {
		return !wordlist.AllEnglish(w.low) && !machinery()[w.low[k+1:]]
	}
	if k := strings.IndexAny(w.text, digitChars); k >= 0 {
		return !everydayNumbered(w.low) && strings.ToUpper(w.text) != w.text && (wordlist.Given(w.low[:k]) || !wordlist.English(w.low[:k]) && !machineWord()[w.low[:k]])
	}
	return !strings.HasSuffix(w.low, "ly") || wordlist.Given(w.low)
}

var (
	particle    = words("de da van von der den del dos la le el al bin ibn di du ter ten af")
	office      = words("ceo cto coo cfo cio ciso cpo cso founder cofounder co-founder founders president chairman chairwoman chair")
	addressed   = words("dr prof professor senator minister judge archaeologist historian physicist mathematician shipbuilder inventor astronaut sincerely regards yours respectfully gratefully")
	monthShort  = words("jan feb mar apr jun jul aug sep sept oct nov dec avg")
	placeBefore = words("sao san santa santo st saint port los las new fort mount lake cape lockheed aston hurricane storm typhoon cyclone")
	nobody      = words("sre qa it ops ic tbd tba na no all eng hr pm cs cto ceo ux ui")
	contraction = words("weve youve theyve ive werent wasnt dont didnt doesnt isnt cant couldnt wouldnt wont hasnt havent")
	// institution are names that begin like those of people.
	institution = sync.OnceValue(func() map[string]bool {
		return map[string]bool{"charles schwab": true, "johns hopkins": true, "morgan stanley": true, "raymond james": true, "philip morris": true, "martin luther": true, "marie curie": true, "rio janeiro": true, "ada lovelace": true, "alan turing": true}
	})
	// namesake are first names that name things and places more often.
	namesake = words("sydney austin virginia georgia charlotte florence adelaide alexandria victoria savannah madison chester lincoln nelson wellington washington clinton jackson houston dallas phoenix jordan israel chad salvador santiago orlando dakota carolina asia milan paris vienna sienna siena lourdes guadalupe francisco diego jose santa san ada julia ruby pascal haskell elixir jenkins jasper oracle athena aurora iris luna atlas apollo hermes calypso claude alexa siri nova swift horizon juno kali sage sandy isis zen cem sky arm ali sonar ray unity flora vesa odin freya loki thor artemis cortex mercedes sierra india china kenya rio lima oslo roma verona barcelona cordoba valencia granada leon toledo kingston stanley melbourne perth darwin preston lancaster warwick kent devon essex chelsea camden brooklyn raleigh denver alma carmel sofia kazan nara sakura osaka sendai nagano miami cosmos ceres eureka zuul ribbon karma mocha jasmine vera fabric falcon merlin lance mars venus tomcat jupiter saturn juniper palo cisco dell marathon nomad crystal coral pearl amber ivy viola olive melody harmony symphony temple lambda sigma marina carina ariel avalon cassandra cairo delphi jena vigo bari como brest nice nantes tours lille reims dijon metz bolivar zara edison tesla franklin newton volta ampere fermi kepler turing hopper maxwell chrome opera safari ariane vasa hugo uri salem marietta clara dora thanos travis petra ola saga cora norton ferrari")
	// notSurname are words with capitals that stand behind a first name and do not belong to it.
	notSurname = words("januar januari janeiro enero janvier fevereiro febrero fevrier februari maart marco marzo mars abril avril maio mayo mei junho junio juin juni julho julio juillet juli agosto aout augustus setembro septiembre septembre outubro octubre octobre oktober novembro noviembre novembre dezembro diciembre dezember january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday the a an and or we i our your they you he she it this that these those is was were are has had have in on at to for from of by with when if as but not no all any some there here what who which while after before during since until also then pipeline api service server cluster region team teams data center centre database db airport university college street avenue road bank hospital county city state country island islands river valley bay beach lake mountain museum north south east west international group inc ltd corp gmbh ag cloud network networks systems studio software labs foundation institute award prize day time law act bridge tower hall app apps store stores platform web mobile desktop console dashboard status update updates incident release version beta alpha pro plus premium enterprise edition support documentation docs blog post page pages")
	// abbreviation are two or three capitals that everybody knows, and that are no word of the language.
	abbreviation = words("ui ux qa pr prs ip ips ci cd os vm vms lb az us eu uk aws gcp dns cdn sre ceo cto coo cfo ciso cio vp ic cpu gpu ram ssd hdd tls ssl sql ami asg eks ecs rds elb alb nlb waf vpc vpn sdk css js le it hr pm am eta faq sla slo sli ttr ttl tcp udp ntp bgp isp ixp pop pdf url uri es pg mq utc gmt cet bst pst pdt est edt cst cdt mst mdt jst ist eet msk tbd tba tbc wip id ids db dbs rum apm sso mfa otp jwt acl iam kms hsm pki ca csr oid oom io nfs ebs efs sqs sns emr cli gui ide pos erp crm cms lms iot ai ml llm gpt rpc grpc csv yml md tv pc mac ios usb nic nat lan wan ha rca pir cve cwe ddos dos bot seo pci soc ach atm pin sms mms sip rtc ar vr hq usa uae ny la sf dc va ok ps re cc dr fsn fra iad sfo lhr ams cdg sin nrt syd gru dub ord dfw lax sjc sea jfk bom hkg icn kix arn waw mad mxp zrh vie prg cph hel osl gke aks kvm cni csi crd hpa pvc pv ns svc cm sts mr phd ba jr sr btc eth usd eur gbp chf jpy cad aud inr nft dao evm dex tvl apy psa fe be")
	// deed are verbs of work whose form does not tell that they are some.
	deed = words("began broke brought came did found gave got had has is kept knew left made met put ran read said sat saw sent set shut spoke sped spun stood thought threw told took tried undid was went woke wrote accepts acknowledges adds applies asks assigns checks clears closes comments commits confirms contacts creates declares deletes deploys disables discovers enables escalates finds fixes gets identifies informs investigates invites joins launches logs looks makes mentions merges messages notes notices notifies observes opens pages pings posts proposes pulls pushes raises reaches realises realizes rejoins removes replaces replies reports requests resolves responds restarts reverts rolls runs says scales sees sends shares shares starts stops submits suggests suspects takes tells tests thinks tries turns updates verifies wakes works writes")
)
