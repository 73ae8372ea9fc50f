package moment

import "math"

// general, as an offset, says that a name covers winter and summer alike: the region decides.
const general = math.MinInt16

// abbreviation is what a short zone name stands for. Names with an empty region mean several
// things; those are in ambiguous.
type abbreviation struct {
	name   string
	region string
	offset int // minutes east of UTC, or general
}

// abbreviations is sorted by name. Where one meaning is far more usual than any other in incident
// reports it stands alone: MST is Mountain, not Malaysia; EST is New York, not Sydney (which
// has been AEST since the tables of IANA were changed in 2014).
var abbreviations = [...]abbreviation{
	{"ACDT", "Australia/Adelaide", 630},
	{"ACST", "Australia/Adelaide", 570},
	{"ADT", "America/Halifax", -180},
	{"AEDT", "Australia/Sydney", 660},
	{"AEST", "Australia/Sydney", 600},
	{"AET", "Australia/Sydney", general},
	{"AKDT", "America/Anchorage", -480},
	{"AKST", "America/Anchorage", -540},
	{"AMT", "", 0},
	{"ART", "America/Argentina/Buenos_Aires", -180},
	{"AST", "", 0},
	{"AWST", "Australia/Perth", 480},
	{"BRT", "America/Sao_Paulo", -180},
	{"BST", "", 0},
	{"CAT", "Africa/Maputo", 120},
	{"CDT", "America/Chicago", -300},
	{"CEST", "Europe/Berlin", 120},
	{"CET", "Europe/Berlin", 60},
	{"CLST", "America/Santiago", -180},
	{"CLT", "America/Santiago", -240},
	{"COT", "America/Bogota", -300},
	{"CST", "", 0},
	{"CT", "America/Chicago", general},
	{"EAT", "Africa/Nairobi", 180},
	{"ECT", "", 0},
	{"EDT", "America/New_York", -240},
	{"EEST", "Europe/Athens", 180},
	{"EET", "Europe/Athens", 120},
	{"EST", "America/New_York", -300},
	{"ET", "America/New_York", general},
	{"GST", "", 0},
	{"HKT", "Asia/Hong_Kong", 480},
	{"HST", "Pacific/Honolulu", -600},
	{"ICT", "Asia/Bangkok", 420},
	{"IDT", "Asia/Jerusalem", 180},
	{"IST", "", 0},
	{"JST", "Asia/Tokyo", 540},
	{"KST", "Asia/Seoul", 540},
	{"MDT", "America/Denver", -360},
	{"MEST", "Europe/Berlin", 120},
	{"MESZ", "Europe/Berlin", 120},
	{"MEZ", "Europe/Berlin", 60},
	{"MSK", "Europe/Moscow", 180},
	{"MST", "America/Denver", -420},
	{"MT", "America/Denver", general},
	{"MYT", "Asia/Kuala_Lumpur", 480},
	{"NDT", "America/St_Johns", -150},
	{"NST", "America/St_Johns", -210},
	{"NZDT", "Pacific/Auckland", 780},
	{"NZST", "Pacific/Auckland", 720},
	{"PDT", "America/Los_Angeles", -420},
	{"PHT", "Asia/Manila", 480},
	{"PKT", "Asia/Karachi", 300},
	{"PST", "America/Los_Angeles", -480},
	{"PT", "America/Los_Angeles", general},
	{"SAST", "Africa/Johannesburg", 120},
	{"SGT", "Asia/Singapore", 480},
	{"SST", "", 0},
	{"TRT", "Europe/Istanbul", 180},
	{"WAT", "Africa/Lagos", 60},
	{"WEST", "Europe/Lisbon", 60},
	{"WET", "Europe/Lisbon", 0},
	{"WIB", "Asia/Jakarta", 420},
}

// ambiguous lists the abbreviations that are in everyday use in several places at once.
var ambiguous = [...]struct {
	name     string
	meanings []Meaning
}{
	{"AMT", []Meaning{{"the Amazon", "America/Manaus", -4 * 3600}, {"Armenia", "Asia/Yerevan", 4 * 3600}}},
	{"AST", []Meaning{{"Atlantic Canada", "America/Halifax", -4 * 3600}, {"Arabia", "Asia/Riyadh", 3 * 3600}}},
	{"BST", []Meaning{{"Britain in summer", "Europe/London", 3600}, {"Bangladesh", "Asia/Dhaka", 6 * 3600}}},
	{"CST", []Meaning{{"North America", "America/Chicago", -6 * 3600}, {"China", "Asia/Shanghai", 8 * 3600}, {"Cuba", "America/Havana", -5 * 3600}}},
	{"ECT", []Meaning{{"Ecuador", "America/Guayaquil", -5 * 3600}, {"the eastern Caribbean", "America/Port_of_Spain", -4 * 3600}}},
	{"GST", []Meaning{{"the Gulf", "Asia/Dubai", 4 * 3600}, {"South Georgia", "Atlantic/South_Georgia", -2 * 3600}}},
	{"IST", []Meaning{{"India", "Asia/Kolkata", 19800}, {"Israel", "Asia/Jerusalem", 2 * 3600}, {"Ireland in summer", "Europe/Dublin", 3600}}},
	{"SST", []Meaning{{"Samoa", "Pacific/Pago_Pago", -11 * 3600}, {"Singapore", "Asia/Singapore", 8 * 3600}}},
}

func meanings(name string) []Meaning {
	for i := range ambiguous {
		if ambiguous[i].name == name {
			return ambiguous[i].meanings
		}
	}
	return nil
}

// posixZones are the regions of EST5EDT, CST6CDT, MST7MDT and PST8PDT, by their digit.
var posixZones = [...]string{"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}

// longZones are names of several words and of cities. A name that is a plain word of English, or of
// a whole country, counts only with "Time" behind it. Longer names stand before their beginnings.
var longZones = [...]struct {
	name     string // lower case
	region   string // "" is UTC
	standard int    // minutes east of UTC in standard time, for "... Standard Time"
	needTime bool
}{
	{"coordinated universal", "", 0, true},
	{"universal coordinated", "", 0, true},
	{"universal", "", 0, true},
	{"greenwich mean", "", 0, true},
	{"zulu", "", 0, false},
	{"us pacific", "America/Los_Angeles", -480, false},
	{"us mountain", "America/Denver", -420, false},
	{"us central", "America/Chicago", -360, false},
	{"us eastern", "America/New_York", -300, false},
	{"central european", "Europe/Berlin", 60, true},
	{"eastern european", "Europe/Athens", 120, true},
	{"western european", "Europe/Lisbon", 0, true},
	{"middle european", "Europe/Berlin", 60, true},
	{"pacific", "America/Los_Angeles", -480, false},
	{"mountain", "America/Denver", -420, false},
	{"central", "America/Chicago", -360, false},
	{"eastern", "America/New_York", -300, false},
	{"alaska", "America/Anchorage", -540, true},
	{"hawaii", "Pacific/Honolulu", -600, true},
	{"atlantic", "America/Halifax", -240, true},
	{"newfoundland", "America/St_Johns", -210, true},
	{"british", "Europe/London", 0, true},
	{"uk", "Europe/London", 0, true},
	{"irish", "Europe/Dublin", general, true},
	{"india", "Asia/Kolkata", 330, true},
	{"indian", "Asia/Kolkata", 330, true},
	{"israel", "Asia/Jerusalem", 120, true},
	{"japan", "Asia/Tokyo", 540, true},
	{"korea", "Asia/Seoul", 540, true},
	{"china", "Asia/Shanghai", 480, true},
	{"singapore", "Asia/Singapore", 480, false},
	{"hong kong", "Asia/Hong_Kong", 480, false},
	{"australian eastern", "Australia/Sydney", 600, true},
	{"australian central", "Australia/Adelaide", 570, true},
	{"australian western", "Australia/Perth", 480, true},
	{"new zealand", "Pacific/Auckland", 720, true},
	{"south africa", "Africa/Johannesburg", 120, true},
	{"moscow", "Europe/Moscow", 180, false},
	{"arabian", "Asia/Riyadh", 180, true},
	{"gulf", "Asia/Dubai", 240, true},
	{"new york", "America/New_York", -300, false},
	{"san francisco", "America/Los_Angeles", -480, false},
	{"los angeles", "America/Los_Angeles", -480, false},
	{"seattle", "America/Los_Angeles", -480, false},
	{"denver", "America/Denver", -420, false},
	{"chicago", "America/Chicago", -360, false},
	{"boston", "America/New_York", -300, false},
	{"toronto", "America/Toronto", -300, false},
	{"vancouver", "America/Vancouver", -480, false},
	{"london", "Europe/London", 0, false},
	{"dublin", "Europe/Dublin", general, false},
	{"lisbon", "Europe/Lisbon", 0, false},
	{"madrid", "Europe/Madrid", 60, false},
	{"paris", "Europe/Paris", 60, false},
	{"amsterdam", "Europe/Amsterdam", 60, false},
	{"brussels", "Europe/Brussels", 60, false},
	{"berlin", "Europe/Berlin", 60, false},
	{"zurich", "Europe/Zurich", 60, false},
	{"vienna", "Europe/Vienna", 60, false},
	{"rome", "Europe/Rome", 60, false},
	{"prague", "Europe/Prague", 60, false},
	{"warsaw", "Europe/Warsaw", 60, false},
	{"copenhagen", "Europe/Copenhagen", 60, false},
	{"stockholm", "Europe/Stockholm", 60, false},
	{"oslo", "Europe/Oslo", 60, false},
	{"helsinki", "Europe/Helsinki", 120, false},
	{"athens", "Europe/Athens", 120, false},
	{"kyiv", "Europe/Kiev", 120, false},
	{"istanbul", "Europe/Istanbul", 180, false},
	{"tel aviv", "Asia/Jerusalem", 120, false},
	{"dubai", "Asia/Dubai", 240, false},
	{"mumbai", "Asia/Kolkata", 330, false},
	{"bangalore", "Asia/Kolkata", 330, false},
	{"beijing", "Asia/Shanghai", 480, false},
	{"shanghai", "Asia/Shanghai", 480, false},
	{"tokyo", "Asia/Tokyo", 540, false},
	{"seoul", "Asia/Seoul", 540, false},
	{"sydney", "Australia/Sydney", 600, false},
	{"melbourne", "Australia/Melbourne", 600, false},
	{"auckland", "Pacific/Auckland", 720, false},
	{"sao paulo", "America/Sao_Paulo", -180, false},
}

// longHeads are how longZones begin.
var longHeads = func() (h heads) {
	for i := range longZones {
		h.word(longZones[i].name)
	}
	return h
}()

// shortHeads are how the abbreviations of more than two letters begin.
var shortHeads = func() heads {
	h := headsOf("utc gmt zulu")
	for i := range abbreviations {
		h.word(abbreviations[i].name)
	}
	return h
}()
