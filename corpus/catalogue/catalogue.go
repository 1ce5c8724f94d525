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
	e, ok := entry(key)
	if ok {
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

// entry returns the words under a key in the three languages.
func entry(key string) ([3]string, bool) {
	for _, list := range lists {
		if e, ok := list[key]; ok {
			return e, true
		}
	}
	return [3]string{}, false
}

// lists are the entries of all files of the package.
var lists = []map[string][3]string{entries, figureEntries, displays, claimEntries, manuscriptEntries, reportEntries, likenessEntries, statusEntries}

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

// Decimals prints a number with so many digits after the language's decimal mark: 0.743, in Norwegian 0,743. What is
// infinite is ∞.
func (l Language) Decimals(f float64, digits int) string {
	if math.IsInf(f, 1) {
		return "∞"
	}
	if math.IsInf(f, -1) {
		return "-∞"
	}
	s := strconv.FormatFloat(f, 'f', digits, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	if l.norwegian() {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Quote puts words into the language's quotation marks, on one line and without the mark of a list before them.
func (l Language) Quote(words string) string {
	for _, mark := range [...]string{"- ", "* ", "• ", "· ", "▪ "} {
		if item, ok := strings.CutPrefix(words, mark); ok && strings.TrimSpace(item) != "" {
			words = item
			break
		}
	}
	if !oneLine(words) {
		words = strings.Join(strings.Fields(words), " ")
	}
	if l.norwegian() {
		return "«" + words + "»"
	}
	return "“" + words + "”"
}

// oneLine tells whether words stand with single spaces between them and no other blanks.
func oneLine(words string) bool {
	space := true
	for i := range len(words) {
		switch b := words[i]; {
		case b == ' ' && space, '\t' <= b && b <= '\r':
			return false
		case b == 0xc2 && strings.HasPrefix(words[i:], "\u00a0"), b == 0xc2 && strings.HasPrefix(words[i:], "\u0085"):
			return false
		default:
			space = b == ' '
		}
	}
	return words == "" || !space
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
	"place-lost":         {"a coding lost its place", "en koding mistet plassen", "ei koding mista plassen"},
	"unavailable":        {"unavailable", "utilgjengelig", "utilgjengeleg"},
	"not-applicable":     {"not applicable", "ikke aktuelt", "ikkje aktuelt"},
	"not-asked":          {"not asked", "ikke spurt", "ikkje spurt"},
	"asked-not-raised":   {"asked and not raised", "spurt, ikke nevnt", "spurt, ikkje nemnt"},
	"asked-not-answered": {"asked and not answered", "spurt, ikke besvart", "spurt, ikkje svara på"},
	"proposal waits":     {"1 proposal not looked at", "1 forslag ikke sett på", "1 forslag ikkje sett på"},
	"proposals wait":     {"%d proposals not looked at", "%d forslag ikke sett på", "%d forslag ikkje sett på"},
	"not-found":          {"read and not found", "lest, ikke funnet", "lese, ikkje funne"},
	"not-closed":         {"read, not raised; what was asked is not closed", "lest, ikke nevnt; dekningen er ikke lukket", "lese, ikkje nemnt; dekninga er ikkje lukka"},
	"unmentioned":        {"unmentioned", "ikke nevnt", "ikkje nemnt"},
	"evidence":           {"evidence", "belegg", "belegg"},
	"no-sources":         {"no sources", "ingen kilder", "ingen kjelder"},
	"no-value":           {"not recorded", "ikke registrert", "ikkje registrert"},
	"no-summary":         {"no summary written", "ikke oppsummert", "ikkje oppsummert"},

	"asked":              {"asked", "spurt", "spurt"},
	"answered":           {"answered", "besvart", "svara på"},
	"answered-elsewhere": {"answered elsewhere", "besvart et annet sted", "svara på ein annan stad"},
	"one-planned":        {"1 planned", "1 planlagt", "1 planlagd"},
	"n-planned":          {"%d planned", "%d planlagt", "%d planlagde"},
	"planned":            {"planned", "planlagt", "planlagd"},
	"attribute":          {"attribute", "egenskap", "eigenskap"},
	"code":               {"code", "kode", "kode"},
	"unsettled":          {"not settled", "ikke avgjort", "ikkje avgjort"},
	"partly-in":          {"partly in %s", "delvis i %s", "delvis i %s"},
	"mixed-in":           {"mixed in %s", "blandet i %s", "blanda i %s"},
	"planned-in":         {"only planned in %s", "bare planlagt i %s", "berre planlagd i %s"},
	"note planned":       {"Of what is counted, this is only planned: %s.", "Av det som er talt, er dette bare planlagt: %s.", "Av det som er talt, er dette berre planlagt: %s."},
	"not-looked":         {"not looked for yet", "ikke lett etter ennå", "ikkje leita etter enno"},
	"note not-looked":    {"Nothing has looked for the questions in the interviews yet: crosscase coding apply does.", "Ingenting har lett etter spørsmålene i intervjuene ennå: crosscase coding apply gjør det.", "Ingenting har leita etter spørsmåla i intervjua enno: crosscase coding apply gjer det."},
	"not-found-asked":    {"not found", "ikke funnet", "ikkje funne"},

	"known":      {"%d of %d known", "%d av %d kjente", "%d av %d kjende"},
	"no-known":   {"none known", "ingen kjente", "ingen kjende"},
	"open-cases": {"open: %s", "åpne: %s", "opne: %s"},
	"in-cases":   {"In", "Finnes i", "Finst i"},
	"weak":       {"rests on hearsay or inference", "bygger bare på annenhånds utsagn eller slutninger", "byggjer berre på andrehands utsegner eller slutningar"},
	"set-by":     {"set by a person: %s (derived: %s)", "satt av forsker: %s (utledet: %s)", "sett av forskar: %s (utleidd: %s)"},

	"turn": {"turn %d", "replikk %d", "replikk %d"},
	"page": {"p. %d", "s. %d", "s. %d"},

	"qca-condition":      {"Condition", "Betingelse", "Vilkår"},
	"qca-expression":     {"Expression", "Uttrykk", "Uttrykk"},
	"qca-raw":            {"raw", "rå", "rå"},
	"qca-membership":     {"membership", "medlemskap", "medlemskap"},
	"qca-in-set":         {"In the set", "I mengden", "I mengda"},
	"qca-in-of":          {"%d of %d (%d %%)", "%d av %d (%d %%)", "%d av %d (%d %%)"},
	"qca-skewed":         {"skewed", "skjev", "skeiv"},
	"qca-anchor":         {"Anchor", "Ankerpunkt", "Ankerpunkt"},
	"qca-at":             {"at", "ved", "ved"},
	"qca-means":          {"means", "betyr", "tyder"},
	"qca-by-hand":        {"by hand", "satt for hånd", "sett for hand"},
	"qca-calibrated":     {"Calibrated cases", "Kalibrerte case", "Kalibrerte case"},
	"qca-anchors":        {"Anchors", "Ankerpunkter", "Ankerpunkt"},
	"qca-no-scale":       {"its calibration gives no membership", "kalibreringen gir ikke noe medlemskap", "kalibreringa gjev ikkje noko medlemskap"},
	"qca-no-number":      {"%q is no number", "%q er ikke et tall", "%q er ikkje eit tal"},
	"qca-no-anchor":      {"no anchor for %q", "ikke noe ankerpunkt for %q", "ikkje noko ankerpunkt for %q"},
	"qca-several-values": {"several values", "flere verdier", "fleire verdiar"},
	"qca-undefined":      {"undefined: no membership to divide by", "udefinert: ikke noe medlemskap å dele på", "udefinert: ikkje noko medlemskap å dele på"},
	"qca-left-out":       {"Left out: %s (%s)", "Utelatt: %s (%s)", "Utelate: %s (%s)"},
	"qca-half":           {"%s has membership .5 in %s: neither in nor out, in no row", "%s har medlemskap 0,5 i %s: verken inne eller ute, ikke i noen rad", "%s har medlemskap 0,5 i %s: verken inne eller ute, ikkje i noka rad"},
	"qca-skew-note":      {"%s is skewed: %d of %d cases are in the set. Under 20 or over 80 per cent makes nearly anything consistent.", "%s er skjev: %d av %d case er i mengden. Under 20 eller over 80 prosent gjør nesten alt konsistent.", "%s er skeiv: %d av %d case er i mengda. Under 20 eller over 80 prosent gjer nesten alt konsistent."},

	"qca-necessity":      {"Necessity of single conditions for %s and %s", "Nødvendighet av enkeltbetingelser for %s og %s", "Kor nødvendige enkeltvilkår er for %s og %s"},
	"qca-supersets":      {"Necessary expressions for %s: consistency from %s, coverage from %s, relevance from %s", "Nødvendige uttrykk for %s: konsistens fra %s, dekning fra %s, relevans fra %s", "Nødvendige uttrykk for %s: konsistens frå %s, dekning frå %s, relevans frå %s"},
	"qca-incl-n":         {"inclN %s", "inclN %s", "inclN %s"},
	"qca-cov-n":          {"covN %s", "covN %s", "covN %s"},
	"qca-ron":            {"RoN %s", "RoN %s", "RoN %s"},
	"qca-no-necessary":   {"No expression passes.", "Ingen uttrykk når grensene.", "Ingen uttrykk når grensene."},
	"qca-trivial":        {"%s is in nearly every case as well as in the outcome (RoN %s): necessary, but trivially so", "%s finnes i nesten alle case, ikke bare i utfallet (RoN %s): nødvendig, men trivielt", "%s finst i nesten alle case, ikkje berre i utfallet (RoN %s): nødvendig, men trivielt"},
	"qca-read-necessity": {"Necessity says whether the outcome occurs only with the condition; it is looked at before sufficiency, and for the negated outcome by itself.", "Nødvendighet sier om utfallet bare forekommer sammen med betingelsen; den undersøkes før tilstrekkelighet, og for seg for det negerte utfallet.", "Om noko er nødvendig, seier om utfallet berre førekjem saman med vilkåret; det blir granska før kva som er tilstrekkeleg, og for seg for det negerte utfallet."},

	"qca-truth-table":    {"Truth table for %s", "Sannhetstabell for %s", "Sanningstabell for %s"},
	"qca-row":            {"Row", "Rad", "Rad"},
	"qca-out":            {"OUT", "OUT", "OUT"},
	"qca-n":              {"n", "n", "n"},
	"qca-incl":           {"incl", "incl", "incl"},
	"qca-pri":            {"PRI", "PRI", "PRI"},
	"qca-cases":          {"cases", "case", "case"},
	"qca-against":        {"not in the outcome", "ikke i utfallet", "ikkje i utfallet"},
	"qca-none-seen":      {"no case is in the row", "ingen case er i raden", "ingen case er i rada"},
	"qca-display":        {"%d cases: this table shows the cases; it does not carry a solution.", "%d case: denne tabellen viser casene; den bærer ingen løsning.", "%d case: denne tabellen viser casa; han ber inga løysing."},
	"qca-diversity":      {"Limited diversity: cases belong to %s of %s combinations; %s are remainders.", "Begrenset mangfold: casene fordeler seg på %s av %s kombinasjoner; %s er logiske rester.", "Avgrensa mangfald: casa fordeler seg på %s av %s kombinasjonar; %s er logiske restar."},
	"qca-cuts":           {"Cut-offs: n %d, consistency %s, PRI %s. Rows with fewer cases are remainders (?).", "Grenser: n %d, konsistens %s, PRI %s. Rader med færre case er logiske rester (?).", "Grenser: n %d, konsistens %s, PRI %s. Rader med færre case er logiske restar (?)."},
	"qca-cuts-two":       {"Between consistency %s and %s a row is a contradiction (C).", "Mellom konsistens %s og %s er en rad en motsigelse (C).", "Mellom konsistens %s og %s er ei rad ei motseiing (C)."},
	"qca-gap":            {"The largest gap in consistency lies between %s and %s.", "Det største spranget i konsistens ligger mellom %s og %s.", "Det største spranget i konsistens ligg mellom %s og %s."},
	"qca-seen-remainder": {"Row %d was seen (%s) but has fewer than %d cases: it is a remainder.", "Rad %d er observert (%s), men har færre enn %d case: den er en logisk rest.", "Rad %d er observert (%s), men har færre enn %d case: ho er ein logisk rest."},
	"qca-mixed-row":      {"Row %d has outcome 1, and %s not in the outcome: contradictory cases to go back to.", "Rad %d har utfall 1, men %s er ikke i utfallet: motstridende case å gå tilbake til.", "Rad %d har utfall 1, men %s er ikkje i utfallet: motstridande case å gå tilbake til."},
	"qca-pri-half":       {"Row %d: PRI %s is near .5; it is nearly as much a part of the negated outcome.", "Rad %d: PRI %s er nær 0,5; raden er nesten like mye en del av det negerte utfallet.", "Rad %d: PRI %s er nær 0,5; rada er nesten like mykje ein del av det negerte utfallet."},
	"qca-too-many-rows":  {"%s rows are too many to print; those with cases are shown.", "%s rader er for mange å skrive ut; de med case er vist.", "%s rader er for mange å skrive ut; dei med case er viste."},

	"conservative":        {"conservative", "konservativ", "konservativ"},
	"parsimonious":        {"parsimonious", "parsimonisk", "parsimonisk"},
	"intermediate":        {"intermediate", "mellomliggende", "mellomliggjande"},
	"qca-solution":        {"%s: %s solution", "%s: %s løsning", "%s: %s løysing"},
	"qca-illustrative":    {"%d cases: an illustration, not a solution. It says how the method would reason, nothing about other cases.", "%d case: en illustrasjon, ikke en løsning. Den viser hvordan metoden ville resonnert, og sier ingenting om andre case.", "%d case: ein illustrasjon, ikkje ei løysing. Han viser korleis metoden ville resonnert, og seier ingenting om andre case."},
	"qca-model":           {"Model", "Modell", "Modell"},
	"qca-paths":           {"Cases of the terms: %s", "Case i leddene: %s", "Case i ledda: %s"},
	"qca-incl-s":          {"inclS", "inclS", "inclS"},
	"qca-cov-s":           {"covS", "covS", "covS"},
	"qca-cov-u":           {"covU", "covU", "covU"},
	"qca-alone":           {"uniquely covered", "bare dekket her", "berre dekt her"},
	"qca-deviant-kind":    {"deviant in kind", "avvik i art", "avvik i art"},
	"qca-deviant-degree":  {"deviant in degree", "avvik i grad", "avvik i grad"},
	"qca-uncovered":       {"not covered", "ikke dekket", "ikkje dekt"},
	"qca-members":         {"Cases in %s", "Case i %s", "Case i %s"},
	"qca-case-kind":       {"kind of case", "type case", "type case"},
	"qca-typical":         {"typical", "typisk", "typisk"},
	"qca-irrelevant":      {"in neither", "i ingen av delene", "i ingen av delane"},
	"qca-at-half":         {"at .5", "på 0,5", "på 0,5"},
	"qca-assumptions":     {"Simplifying assumptions: %s", "Forenklende antakelser: %s", "Forenklande føresetnader: %s"},
	"qca-remainder":       {"Remainder", "Logisk rest", "Logisk rest"},
	"qca-supposed-by":     {"supposed by", "forutsatt av", "føresett av"},
	"qca-also-negated":    {"also for the negated outcome", "også for det negerte utfallet", "også for det negerte utfallet"},
	"qca-contradictory":   {"contradictory", "motstridende", "motstridande"},
	"qca-contradicted":    {"%d assumptions are made for %s and for %s alike, which cannot both hold: see --exclude.", "%d antakelser gjøres både for %s og for %s, og kan ikke stemme for begge: se --exclude.", "%d føresetnader blir gjorde både for %s og for %s, og kan ikkje stemme for begge: sjå --exclude."},
	"qca-no-solution":     {"No row has outcome 1: there is nothing to minimise.", "Ingen rad har utfall 1: det er ingenting å minimere.", "Inga rad har utfall 1: det er ingenting å minimere."},
	"qca-models":          {"%s models of %d terms; all fit the table as well, and all have to be reported.", "%s modeller med %d ledd; alle passer like godt, og alle må rapporteres.", "%s modellar med %d ledd; alle passar like godt, og alle må rapporterast."},
	"qca-models-between":  {"%s models, of all pairs of a conservative and a parsimonious one; all have to be reported.", "%s modeller, av alle par av en konservativ og en parsimonisk; alle må rapporteres.", "%s modellar, av alle par av ein konservativ og ein parsimonisk; alle må rapporterast."},
	"steps":               {"steps", "trinn", "trinn"},
	"prime implicants":    {"prime implicants", "primimplikanter", "primimplikantar"},
	"pairs of models":     {"pairs of models", "par av modeller", "par av modellar"},
	"counterfactuals":     {"counterfactuals", "kontrafaktiske rader", "kontrafaktiske rader"},
	"expressions":         {"expressions", "uttrykk", "uttrykk"},
	"qca-models-shown":    {"%d models are printed of %s; --models prints more.", "%d modeller er skrevet ut av %s; --models gir flere.", "%d modellar er skrivne ut av %s; --models gjev fleire."},
	"qca-larger":          {"%s more models have more terms, of which none can be left out.", "%s modeller til har flere ledd, og ingen av dem kan utelates.", "%s modellar til har fleire ledd, og ingen av dei kan utelatast."},
	"qca-stopped":         {"The search stopped at its limit of %s %s: there may be more than is shown.", "Søket stanset ved grensen på %s %s: det kan finnes mer enn det som er vist.", "Søket stansa ved grensa på %s %s: det kan finnast meir enn det som er vist."},
	"qca-kept":            {"%s models are kept of those counted.", "%s modeller er beholdt av dem som er talt.", "%s modellar er tekne vare på av dei som er talde."},
	"qca-nothing-known":   {"The search stopped at its limit of %s %s before the smallest model was known. Fewer conditions make it smaller.", "Søket stanset ved grensen på %s %s før den minste modellen var kjent. Færre betingelser gjør det mindre.", "Søket stansa ved grensa på %s %s før den minste modellen var kjend. Færre vilkår gjer det mindre."},
	"qca-from":            {"%s: from conservative %s and parsimonious %s with %d easy counterfactuals", "%s: av konservativ %s og parsimonisk %s med %d enkle kontrafaktiske rader", "%s: av konservativ %s og parsimonisk %s med %d enkle kontrafaktiske rader"},
	"qca-expected":        {"Directional expectations: %s", "Retningsforventninger: %s", "Retningsforventingar: %s"},
	"qca-none-expected":   {"none, so that the intermediate solution is the conservative one", "ingen, så den mellomliggende løsningen er den konservative", "ingen, så den mellomliggjande løysinga er den konservative"},
	"qca-negation-note":   {"The negated outcome is analysed by itself: it is not the mirror image of this solution.", "Det negerte utfallet analyseres for seg: det er ikke et speilbilde av denne løsningen.", "Det negerte utfallet blir analysert for seg: det er ikkje eit spegelbilete av denne løysinga."},
	"qca-many-conditions": {"%d conditions for %d cases: about 4 to 7 are usual for 10 to 40 cases.", "%d betingelser for %d case: 4 til 7 er vanlig for 10 til 40 case.", "%d vilkår for %d case: 4 til 7 er vanleg for 10 til 40 case."},

	"qca-robust":      {"Robustness of the %s solution for %s", "Robusthet: %s løsning for %s", "Kor robust: %s løysing for %s"},
	"qca-change":      {"Change", "Endring", "Endring"},
	"qca-how-many":    {"models", "modeller", "modellar"},
	"qca-solution-is": {"solution", "løsning", "løysing"},
	"qca-same":        {"same", "samme", "same"},
	"qca-as-analysed": {"as analysed", "slik den er analysert", "slik ho er analysert"},
	"qca-yes":         {"yes", "ja", "ja"},
	"qca-no":          {"no", "nei", "nei"},
	"qca-part":        {"in part", "delvis", "delvis"},
	"qca-without":     {"without %s", "uten %s", "utan %s"},
	"qca-moved":       {"%s: anchor %s → %s", "%s: ankerpunkt %s → %s", "%s: ankerpunkt %s → %s"},
	"qca-robust-note": {"The same in %d of %d changes. Anchors are moved by a tenth of the distance between the outer ones.", "Den samme ved %d av %d endringer. Ankerpunkt er flyttet en tidel av avstanden mellom de ytterste.", "Den same ved %d av %d endringar. Ankerpunkt er flytta ein tidel av avstanden mellom dei ytste."},

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
	"head documents":  {"documents", "dokumenter", "dokument"},
	"head id":         {"id", "id", "id"},
	"head name":       {"name", "navn", "namn"},
	"head words":      {"words", "ordlyd", "ordlyd"},
	"head confirmed":  {"confirmed", "bekreftet", "stadfesta"},
	"head since then": {"since then", "siden da", "sidan då"},
	"never":           {"never", "aldri", "aldri"},
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
	"head first":      {"first time", "første gang", "første gong"},
	"head again":      {"again", "på nytt", "på nytt"},
	"head alike":      {"alike", "likt", "likt"},
	"alike yes":       {"yes", "ja", "ja"},
	"alike no":        {"no", "nei", "nei"},
	"recode none":     {"no code", "ingen kode", "ingen kode"},
	"recode percent":  {"share alike", "andel like", "del like"},
	"recode kappa":    {"Cohen's kappa", "Cohens kappa", "Cohens kappa"},
	"head memo":       {"memo", "notat", "notat"},
	"head about":      {"about", "om", "om"},
	"head by":         {"by", "av", "av"},
	"head text":       {"text", "tekst", "tekst"},
	"head coded":      {"coded", "kodet", "koda"},
	"head without":    {"not coded by", "ikke kodet av", "ikkje koda av"},
	"head differ on":  {"they differ on", "de er uenige om", "dei er usamde om"},
	"head settled":    {"settled", "avgjort", "avgjort"},
	"head because":    {"because", "fordi", "fordi"},
	"on presence":     {"presence", "om det står der", "om det står der"},
	"on code":         {"code", "kode", "kode"},
	"on boundary":     {"boundary", "hvor det begynner og slutter", "kvar det byrjar og sluttar"},
	"on direction":    {"direction", "hva det sier", "kva det seier"},
	"settled none":    {"not coded", "ikke kodet", "ikkje koda"},
	"head place":      {"place", "sted", "stad"},
	"head value":      {"value", "verdi", "verdi"},
	"head basis":      {"basis", "grunnlag", "grunnlag"},
	"head when":       {"when", "periode", "periode"},
	"head note":       {"note", "merknad", "merknad"},
	"head code label": {"code label", "kodens navn", "namnet på koden"},
	"head case label": {"case label", "casets navn", "namnet på caset"},

	"basis experience": {"experience", "egen erfaring", "eiga erfaring"},
	"basis hearsay":    {"hearsay", "hørt av andre", "høyrt av andre"},
	"basis plan":       {"plan", "plan", "plan"},
	"basis report":     {"report", "rapport", "rapport"},
	"basis inferred":   {"inferred", "sluttet", "slutta"},

	"head one word":    {"one word", "ett ord", "eitt ord"},
	"head two words":   {"two words", "to ord", "to ord"},
	"head three words": {"three words", "tre ord", "tre ord"},

	"no case":         {"(no case)", "(ingen case)", "(ingen case)"},
	"no code":         {"(no code)", "(ingen kode)", "(ingen kode)"},
	"no speaker":      {"(nobody speaks)", "(ingen som snakker)", "(ingen som snakkar)"},
	"no source":       {"(no kind)", "(uten slag)", "(utan slag)"},
	"no year":         {"(no date)", "(uten dato)", "(utan dato)"},
	"no document":     {"(no document)", "(uten dokument)", "(utan dokument)"},
	"counts-codes":    {"A passage counts in each of its codes; what stands below a code is counted below it.", "Et sted telles i hver av kodene sine; det som ligger under en kode, telles under den.", "Ein stad blir tald i kvar av kodane sine; det som ligg under ein kode, blir talt under han."},
	"printed":         {"Printed: %d of %d %s (--limit 0: all).", "Skrevet ut: %d av %d %s (--limit 0: alle).", "Skrive ut: %d av %d %s (--limit 0: alle)."},
	"interviewers":    {"What interviewers say is counted too; --role informant leaves it out.", "Det intervjuerne sier, er talt med; --role informant tar det ut.", "Det intervjuarane seier, er talt med; --role informant tek det ut."},
	"proposed-banner": {"Proposed codings that nobody has read are counted in this table.", "Foreslåtte kodinger som ingen har lest, er talt med i denne tabellen.", "Føreslåtte kodingar som ingen har lese, er talde med i denne tabellen."},
}
