package guard

// lookAlikes gives the ASCII that a reader takes a character for. Compatibility forms (full-width,
// mathematical, circled letters) are not here: they are decomposed.
var lookAlikes = alike(
	// Cyrillic
	"аa", "еe", "оo", "рp", "сc", "уy", "хx", "іi", "јj", "ѕs", "ԁd", "һh", "ԛq", "ԝw", "ӏl", "ѵv", "ɡg", "кk", "мm", "нh", "тt", "вb", "гr", "пn", "зz", "ьb", "иu", "ѡw", "ү"+"y", "ғf", "ҫc", "ҽe", "ӕae",
	"АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "УY", "ХX", "ІI", "ЈJ", "ЅS", "ӀI", "ԌG", "ԜW", "ԚQ", "ҮY", "Ѵ"+"V", "ЗZ", "ЬB", "ГR", "ПN",
	// Greek
	"αa", "βb", "εe", "ηn", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ωw", "γy", "σo", "ϲc", "ϳj", "μu", "ςc", "δd", "θo",
	"ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "ϹC", "ͿJ",
	// Armenian, Georgian, Cherokee, Hebrew and others
	"օo", "սu", "հh", "ոn", "ցg", "զq", "յj", "ՕO", "ՍU", "ՏS", "ԼL", "ᎪA", "ᏴB", "ᏟC", "ᎠD", "ᎬE", "ᎻH", "ᎫJ", "ᏦK", "ᏞL", "ᎷM", "ᏢP", "ᎡR", "ᏚS", "ᎢT", "ᏙV", "ᎳW", "ᏃZ", "סo", "ןl",
	// Latin
	"ıi", "ɑa", "ɩi", "ȷj", "łl", "ŁL", "øo", "ØO", "đd", "ĐD", "ħh", "ßss", "æae", "ÆAE", "œoe", "ŒOE", "ðd", "þp", "ƅb", "ɓb", "ƈc", "ɗd", "ƒf", "ɠg", "ɦh", "ɨi", "ƙk", "ɱm", "ɲn", "ƥp", "ʠq", "ɼr", "ʂs", "ƭt", "ʋv", "ʍw", "ƴy", "ʐz", "ŋn", "ǀl", "ɪi", "ʀr", "ɴn", "ʟl", "ʏy", "ɢg", "ʜh", "ʙb", "ᴀa", "ᴄc", "ᴅd", "ᴇe", "ᴊj", "ᴋk", "ᴍm", "ᴏo", "ᴘp", "ᴛt", "ᴜu", "ᴠv", "ᴡw", "ᴢz", "ꜱs", "ꜰf",
	// marks
	"‐-", "‑-", "‒-", "–-", "—-", "―-", "−-", "⁃-", "˗-", "۔.", "。.", "․.", "‧.", "·.", "∙.", "⁄/", "∕/", "⧸/", "∶:", "ː:", "꞉:", "׃:", "’'", "‘'", "ʼ'", "′'", "“\"", "”\"", "∼~", "˜~", "ˍ_", "∗*", "⁎*", "٭*", "⧵\\", "∖\\", "‹<", "›>",
)

func alike(pairs ...string) map[rune]string {
	m := make(map[rune]string, len(pairs))
	for _, p := range pairs {
		for i, r := range p {
			if i == 0 {
				m[r] = p[len(string(r)):]
			}
		}
	}
	return m
}
