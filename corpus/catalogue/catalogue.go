// Package catalogue holds the few words that crosscase itself puts into a
// researcher's tables, in English, bokmål and nynorsk. Everything else in a
// table comes from the study.
package catalogue

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Language is one of the languages of the catalogue: "en", "nb" or "nn".
type Language string

// In returns the catalogue for a language code; English if it has none.
func In(code string) Language {
	switch code {
	case "nb", "no":
		return "nb"
	case "nn":
		return "nn"
	}
	return "en"
}

// Say returns an entry in the language, the entry's own key if there is none.
// Arguments are put in as by fmt.Sprintf.
func (l Language) Say(key string, args ...any) string {
	s := key
	if e, ok := entries[key]; ok {
		switch l {
		case "nb":
			s = e[1]
		case "nn":
			s = e[2]
		default:
			s = e[0]
		}
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// Head returns the head of a row or column of a listing in the language: the word itself where the
// catalogue has none.
func (l Language) Head(word string) string {
	if s := l.Say("head " + word); s != "head "+word {
		return s
	}
	return word
}

var months = map[Language][]string{
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// Date prints a date stored as YYYY-MM-DD, YYYY-MM or YYYY as the language
// writes it: 19.02.2016, 19 February 2016. What is no date is returned as it is.
func (l Language) Date(s string) string {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return s
	}
	if l == "en" {
		return fmt.Sprintf("%d %s %d", t.Day(), months["en"][t.Month()-1], t.Year())
	}
	return t.Format("02.01.2006")
}

// Duration prints minutes: "45 min", "1 time og 18 min", "1 hour 18 min".
// Half a minute and more counts as one.
func (l Language) Duration(minutes float64) string {
	m := int(minutes + 0.5)
	hours, rest := m/60, m%60
	if hours == 0 {
		return fmt.Sprintf("%d min", m)
	}
	hourWord, and := "hours", " "
	switch {
	case l != "en" && hours == 1:
		hourWord, and = "time", " og "
	case l != "en":
		hourWord, and = "timer", " og "
		if l == "nn" {
			hourWord = "timar"
		}
	case hours == 1:
		hourWord = "hour"
	}
	if rest == 0 {
		return fmt.Sprintf("%d %s", hours, hourWord)
	}
	return fmt.Sprintf("%d %s%s%d min", hours, hourWord, and, rest)
}

// Number prints a number with the language's decimal mark and no more digits
// than it has, at most four after the mark. From five digits before the mark on they
// stand in groups of three: 58,300 in English, 58 300 with a no-break space in
// Norwegian. Four digits stay together, as a year does.
func (l Language) Number(f float64) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(math.Abs(f), 'f', 4, 64), ".")
	mark, group := ".", ","
	if l.norwegian() {
		mark, group = ",", "\u00a0"
	}
	sign := ""
	if rest = strings.TrimRight(rest, "0"); f < 0 && (whole != "0" || rest != "") {
		sign = "-"
	}
	if len(whole) > 4 {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + group + whole[i:]
		}
	}
	if rest == "" {
		return sign + whole
	}
	return sign + whole + mark + rest
}

// Quote puts words into the language's quotation marks, on one line.
func (l Language) Quote(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if l.norwegian() {
		return "«" + words + "»"
	}
	return "“" + words + "”"
}

func (l Language) norwegian() bool { return l == "nb" || l == "nn" }

// entries: English, bokmål, nynorsk.
var entries = map[string][3]string{
	"present": {"present", "til stede", "til stades"},
	"partial": {"partial", "delvis", "delvis"},
	"absent":  {"absent", "fraværende", "fråverande"},
	"mixed":   {"mixed", "blandet", "blanda"},
	"none":    {"none", "ingen", "ingen"},
	"open":    {"open", "åpen", "open"},

	"for":       {"for", "for", "for"},
	"against":   {"against", "mot", "mot"},
	"qualified": {"qualified", "med forbehold", "med atterhald"},
	"proposed":  {"proposed", "foreslått", "føreslått"},

	"unread":             {"unread", "ulest", "ulesen"},
	"unavailable":        {"unavailable", "utilgjengelig", "utilgjengeleg"},
	"not-applicable":     {"not applicable", "ikke aktuelt", "ikkje aktuelt"},
	"not-asked":          {"not asked", "ikke spurt", "ikkje spurt"},
	"asked-not-raised":   {"asked and not raised", "spurt, ikke nevnt", "spurd, ikkje nemnt"},
	"asked-not-answered": {"asked and not answered", "spurt, ikke besvart", "spurd, ikkje svara på"},
	"not-found":          {"read and not found", "lest, ikke funnet", "lesen, ikkje funne"},
	"not-closed":         {"read, not raised; what was asked is not closed", "lest, ikke nevnt; dekningen er ikke lukket", "lesen, ikkje nemnt; dekninga er ikkje lukka"},
	"unmentioned":        {"unmentioned", "ikke nevnt", "ikkje nemnt"},
	"evidence":           {"evidence", "belegg", "belegg"},
	"no-sources":         {"no sources", "ingen kilder", "ingen kjelder"},
	"no-value":           {"not recorded", "ikke registrert", "ikkje registrert"},
	"no-summary":         {"no summary written", "ikke oppsummert", "ikkje oppsummert"},

	"asked":              {"asked", "spurt", "spurd"},
	"answered":           {"answered", "besvart", "svara på"},
	"answered-elsewhere": {"answered elsewhere", "besvart et annet sted", "svara på ein annan stad"},
	"not-found-asked":    {"not found", "ikke funnet", "ikkje funne"},

	"known":      {"%d of %d known", "%d av %d kjente", "%d av %d kjende"},
	"no-known":   {"none known", "ingen kjente", "ingen kjende"},
	"open-cases": {"open: %s", "åpne: %s", "opne: %s"},
	"in-cases":   {"In", "Finnes i", "Finst i"},
	"weak":       {"rests on hearsay or inference", "bygger bare på annenhånds utsagn eller slutninger", "byggjer berre på andrehands utsegner eller slutningar"},
	"set-by":     {"set by a person: %s (derived: %s)", "satt av forsker: %s (utledet: %s)", "sett av forskar: %s (utleidd: %s)"},

	"turn": {"turn %d", "replikk %d", "replikk %d"},
	"page": {"p. %d", "s. %d", "s. %d"},

	"mean":  {"Mean", "Gjennomsnitt", "Gjennomsnitt"},
	"sum":   {"Sum", "Sum", "Sum"},
	"range": {"Range", "Spenn", "Spenn"},

	"Adaptations":     {"Adaptations", "Tilpasninger", "Tilpassingar"},
	"Challenges":      {"Challenges", "Utfordringer", "Utfordringar"},
	"Success factors": {"Success factors", "Suksessfaktorer", "Suksessfaktorar"},
	"Effects":         {"Effects", "Effekter", "Effektar"},
	"Context":         {"Context", "Kontekst", "Kontekst"},
	"Guide coverage":  {"Guide coverage", "Dekning av intervjuguiden", "Dekning av intervjuguiden"},
	"Question":        {"Question", "Spørsmål", "Spørsmål"},
	"Case":            {"Case", "Case", "Case"},
	"Code":            {"Code", "Kode", "Kode"},
	"How made":        {"How this table was made", "Hvordan tabellen er laget", "Korleis tabellen er laga"},
	"head case":       {"case", "case", "case"},
	"head passages":   {"passages", "steder", "stader"},
	"head passage":    {"passage", "sted", "stad"},
	"head matches":    {"matches", "treff", "treff"},
	"head match":      {"match", "treff", "treff"},
	"head code":       {"code", "kode", "kode"},
	"head codes":      {"codes", "koder", "kodar"},
	"head speaker":    {"speaker", "hvem", "kven"},
	"head speakers":   {"speakers", "hvem", "kven"},
	"head source":     {"source", "kilde", "kjelde"},
	"head year":       {"year", "år", "år"},
	"head document":   {"document", "dokument", "dokument"},
	"head word":       {"word", "ord", "ord"},
	"head all":        {"all", "alle", "alle"},
	"head also as":    {"also as", "også", "også"},
	"head before":     {"before", "før", "før"},
	"head after":      {"after", "etter", "etter"},
	"head cite":       {"cite", "hvor", "kvar"},
	"head date":       {"date", "dato", "dato"},
	"head quote":      {"quote", "sitat", "sitat"},
	"head says":       {"says", "sier", "seier"},
	"head coder":      {"coder", "koder", "kodar"},
	"head coders":     {"coders", "kodet av", "koda av"},
	"head score":      {"score", "vekt", "vekt"},
	"head kind":       {"kind", "slag", "slag"},
	"head language":   {"language", "språk", "språk"},
	"head title":      {"title", "tittel", "tittel"},
	"head question":   {"question", "spørsmål", "spørsmål"},
	"head questions":  {"questions", "spørsmål", "spørsmål"},
	"head theme":      {"theme", "tema", "tema"},
	"head topic":      {"topic", "emne", "emne"},
	"head asks":       {"asks", "spør", "spør"},
	"head answers":    {"answers", "svarer på", "svarar på"},
	"head label":      {"label", "navn", "namn"},
	"head definition": {"definition", "definisjon", "definisjon"},
	"head place":      {"place", "sted", "stad"},
	"head value":      {"value", "verdi", "verdi"},

	"head one word":    {"one word", "ett ord", "eitt ord"},
	"head two words":   {"two words", "to ord", "to ord"},
	"head three words": {"three words", "tre ord", "tre ord"},

	"no case":         {"(no case)", "(ingen case)", "(ingen case)"},
	"no code":         {"(no code)", "(ingen kode)", "(ingen kode)"},
	"no speaker":      {"(nobody speaks)", "(ingen som snakker)", "(ingen som snakkar)"},
	"no source":       {"(no kind)", "(uten slag)", "(utan slag)"},
	"no year":         {"(no date)", "(uten dato)", "(utan dato)"},
	"no document":     {"(no document)", "(uten dokument)", "(utan dokument)"},
	"counts-codes":    {"A passage counts in each of its codes; what stands below a code is counted below it.", "Et sted telles i hver av kodene sine; det som ligger under en kode, telles under den.", "Ein stad vert tald i kvar av kodane sine; det som ligg under ein kode, vert talt under han."},
	"printed":         {"Printed: %d of %d %s (--limit 0: all).", "Skrevet ut: %d av %d %s (--limit 0: alle).", "Skrive ut: %d av %d %s (--limit 0: alle)."},
	"interviewers":    {"What interviewers say is counted too; --role informant leaves it out.", "Det intervjuerne sier, er talt med; --role informant tar det ut.", "Det intervjuarane seier, er talt med; --role informant tek det ut."},
	"proposed-banner": {"Proposed codings that nobody has read are counted in this table.", "Foreslåtte kodinger som ingen har lest, er talt med i denne tabellen.", "Føreslåtte kodingar som ingen har lese, er talde med i denne tabellen."},
}
