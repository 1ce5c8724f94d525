package workbench

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/query"
)

// The errors of the study are in English, as the command line prints them. Those that a person can meet in the page are said in the page's
// language at the door, by their patterns; the others are shown as they are, and the page says that they are in English.

// said is a message of an error as the program makes it (with the verbs of package fmt), in bokmål and in nynorsk; {1} is what the first verb stood for.
type said struct{ english, bokmål, nynorsk string }

// translated returns a message in a language, and whether it could be said in it. English is said always.
func translated(language, message string) (string, bool) {
	l := catalogue.In(language)
	if l == "en" || message == "" {
		return message, true
	}
	if words, ok := sayIn(l, message); ok {
		return words, true
	}
	// a file, a table or an attribute stands before many a message
	if head, rest, ok := strings.Cut(message, ": "); ok && !strings.ContainsAny(head, "\n") && len(strings.Fields(head)) <= 2 {
		if words, ok := sayIn(l, rest); ok {
			return head + ": " + words, true
		}
	}
	return message, false
}

func sayIn(l catalogue.Language, message string) (string, bool) {
	for _, p := range patterns() {
		m := p.pattern.FindStringSubmatch(message)
		if m == nil {
			continue
		}
		words := p.bokmål
		if l == "nn" {
			words = p.nynorsk
		}
		for i, got := range m[1:] {
			words = strings.ReplaceAll(words, "{"+strconv.Itoa(i+1)+"}", got)
		}
		return words, true
	}
	return "", false
}

type pattern struct {
	said
	pattern *regexp.Regexp
}

var patterns = sync.OnceValue(func() []pattern {
	var out []pattern
	for _, list := range [][]said{sayings, fileSayings} {
		for _, s := range list {
			out = append(out, pattern{s, asPattern(s.english)})
		}
	}
	return out
})

var verb = regexp.MustCompile(`%[a-z]|%%`)

// asPattern returns what finds a message that was made with the verbs of package fmt.
func asPattern(english string) *regexp.Regexp {
	var b strings.Builder
	b.WriteString(`(?s)^`)
	from := 0
	for _, at := range verb.FindAllStringIndex(english, -1) {
		b.WriteString(regexp.QuoteMeta(english[from:at[0]]))
		switch english[at[0]:at[1]] {
		case "%%":
			b.WriteString("%")
		case "%d":
			b.WriteString(`(-?\d+)`)
		case "%q":
			b.WriteString(`("(?:[^"\\]|\\.)*")`)
		default:
			b.WriteString(`(.+?)`)
		}
		from = at[1]
	}
	b.WriteString(regexp.QuoteMeta(english[from:]) + `$`)
	return regexp.MustCompile(b.String())
}

// in returns a refusal in a language. What cannot be said in it stays in English, and says so.
func (r *refusal) in(language string) *refusal {
	out := *r
	var message, hint bool
	out.Message, message = translated(language, r.Message)
	out.Hint, hint = translated(language, r.Hint)
	if !hint && message {
		out.Hint, hint = "", true // the message stands alone; the remedy is one of the command line
	}
	out.English = !message || !hint
	return &out
}

// ofQuery returns the message of a query that cannot be read, with the place in it.
func ofQuery(language string, err error) (*refusal, bool) {
	var q *query.Error
	if !errors.As(err, &q) || catalogue.In(language) == "en" {
		return nil, false
	}
	r := (&refusal{Message: q.Message, Hint: q.Hint}).in(language)
	where := map[bool]string{true: "søket, teikn %d: %s\n  %s\n  %s^", false: "søket, tegn %d: %s\n  %s\n  %s^"}[catalogue.In(language) == "nn"]
	r.Message = fmt.Sprintf(where, q.Column, r.Message, q.Query, strings.Repeat(" ", max(0, q.Column-1)))
	return r, true
}

var sayings = []said{
	// the page itself
	{"which passage?", "hvilken passasje?", "kva passasje?"},
	{"who codes?", "hvem koder?", "kven kodar?"},
	{"a short name, other than guide and rules", "et kort navn, men ikke guide eller rules", "eit kort namn, men ikkje guide eller rules"},
	{"an edit has a key", "en endring har en nøkkel", "ei endring har ein nøkkel"},
	{"there is no such edit", "en slik endring finnes ikke", "ei slik endring finst ikkje"},
	{"nobody of that name codes in this study", "ingen med det navnet koder i denne studien", "ingen med det namnet kodar i denne studien"},
	{"coders stand in crosscase.yaml", "koderne står i crosscase.yaml", "kodarane står i crosscase.yaml"},
	{"this coding is gone", "denne kodingen er borte", "denne kodinga er borte"},
	{"somebody took it out, or its code was split", "noen har fjernet den, eller koden er delt opp", "nokon har fjerna ho, eller koden er delt opp"},
	{"this is a coding of %s", "dette er en koding av {1}", "dette er ei koding av {1}"},
	{"code the passage in your own name", "kod passasjen i ditt eget navn", "kod passasjen i ditt eige namn"},
	{"this is a memo of %s", "dette er et memo av {1}", "dette er eit memo av {1}"},
	{"write one of your own and link it", "skriv ditt eget og vis til det", "skriv ditt eige og vis til det"},
	{"this proposal is gone", "dette forslaget er borte", "dette forslaget er borte"},
	{"the machine coders ran again, or somebody decided on it", "maskinkoderne har kjørt igjen, eller noen har avgjort det", "maskinkodarane har køyrt att, eller nokon har avgjort det"},
	{"somebody has decided on this proposal already", "noen har alt avgjort dette forslaget", "nokon har alt avgjort dette forslaget"},
	{"this has changed since you saw it", "dette er endret siden du så det", "dette er endra sidan du såg det"},
	{"what is there now is shown; your edit was not made", "det som står der nå, vises; endringen din ble ikke gjort", "det som står der no, blir vist; endringa di vart ikkje gjord"},
	{"this was done already", "dette er alt gjort", "dette er alt gjort"},
	{"a code has a name", "en kode har et navn", "ein kode har eit namn"},
	{"a case has a name", "en case har et navn", "ein case har eit namn"},
	{"there is a case of that name already", "det finnes alt en case med det navnet", "det finst alt ein case med det namnet"},
	{"there is such an attribute already, or it has no name", "egenskapen finnes alt, eller den har ikke noe navn", "eigenskapen finst alt, eller han har ikkje noko namn"},
	{"this name does not work for a coder", "dette navnet går ikke for en koder", "dette namnet går ikkje for ein kodar"},
	{"choose a short one in small letters that nobody has", "velg et kort navn med små bokstaver som ingen har", "vel eit kort namn med små bokstavar som ingen har"},
	{"a question is asked, not-asked or answered-elsewhere", "et spørsmål er stilt, ikke stilt eller besvart et annet sted", "eit spørsmål er stilt, ikkje stilt eller svara på ein annan stad"},
	{"%s is no interview", "{1} er ikke et intervju", "{1} er ikkje eit intervju"},
	{"this table has no picture", "denne tabellen har ikke noe bilde", "denne tabellen har ikkje noko bilete"},
	{"a study is open already", "en studie er alt åpen", "ein studie er alt open"},
	{"this is no name of a folder", "dette er ikke navnet på en mappe", "dette er ikkje namnet på ei mappe"},
	{"write a name without / and \\", "skriv et navn uten / og \\", "skriv eit namn utan / og \\"},
	{"this is no folder", "dette er ikke en mappe", "dette er ikkje ei mappe"},
	{"this language is not known", "dette språket er ikke kjent", "dette språket er ikkje kjent"},
	{"no files came", "det kom ingen filer", "det kom ingen filer"},
	{"the files did not arrive whole", "filene kom ikke hele fram", "filene kom ikkje heile fram"},
	{"at most 256 MB at a time", "høyst 256 MB om gangen", "høgst 256 MB om gongen"},
	{"one file is the guide", "guiden er én fil", "guiden er éi fil"},
	{"no question was found in it", "det ble ikke funnet noe spørsmål i den", "det vart ikkje funne noko spørsmål i ho"},
	{"number the questions (1. …)", "nummerer spørsmålene (1. …)", "nummerer spørsmåla (1. …)"},
	{"the study has a guide with %d questions already", "studien har alt en guide med {1} spørsmål", "studien har alt ein guide med {1} spørsmål"},
	{"replace it, if this is what you want", "bytt den ut, hvis det er det du vil", "byt han ut, dersom det er det du vil"},

	// codes and codings
	{"code %q is not in the codebook", "koden {1} er ikke i kodeboka", "koden {1} er ikkje i kodeboka"},
	{"there is a code %q already", "det finnes alt en kode {1}", "det finst alt ein kode {1}"},
	{"%q does not work as the key of a code", "{1} går ikke som nøkkel for en kode", "{1} går ikkje som nøkkel for ein kode"},
	{"write it as %s; the words go into its label", "skriv {1}; ordene hører hjemme i navnet", "skriv {1}; orda høyrer heime i namnet"},
	{"%q was the key of code %q earlier", "{1} var tidligere nøkkelen til koden {2}", "{1} var tidlegare nøkkelen til koden {2}"},
	{"code %q stands below %q; it cannot hold it", "koden {1} står under {2} og kan ikke stå over den", "koden {1} står under {2} og kan ikkje stå over han"},
	{"move %s first", "flytt {1} først", "flytt {1} først"},
	{"%q and %q are the same code", "{1} og {2} er samme kode", "{1} og {2} er same kode"},
	{"name two codes", "velg to koder", "vel to kodar"},
	{"%s is coded with %q already (%s)", "{1} er alt kodet med {2} ({3})", "{1} er alt koda med {2} ({3})"},
	{"%q is not a value of code %q", "{1} er ikke en verdi for koden {2}", "{1} er ikkje ein verdi for koden {2}"},
	{"known: %s", "kjente: {1}", "kjende: {1}"},
	{"%s is a proposal of %s, which would put it back", "{1} er et forslag fra {2}, som ville legge det fram igjen", "{1} er eit forslag frå {2}, som ville leggje det fram att"},
	{"%s is a proposal of %s; it would come back", "{1} er et forslag fra {2} og ville komme tilbake", "{1} er eit forslag frå {2} og ville kome att"},
	{"%s was coded by %s; a verdict is given on proposals only", "{1} er kodet av {2}; bare forslag godtas eller avvises", "{1} er koda av {2}; berre forslag blir godtekne eller avviste"},
	{"%s is a machine coder; its codings are made by coding apply", "{1} er en maskinkoder; kodingene lages når maskinkoderne foreslår", "{1} er ein maskinkodar; kodingane blir laga når maskinkodarane føreslår"},
	{"there is no coding %q", "det finnes ingen koding {1}", "det finst inga koding {1}"},
	{"%s has %d characters; there is no %s", "{1} har {2} tegn; {3} finnes ikke", "{1} har {2} teikn; {3} finst ikkje"},
	{"basis %q is not known; write experience, hearsay, plan, report or inferred", "grunnlaget {1} er ikke kjent; skriv experience, hearsay, plan, report eller inferred", "grunnlaget {1} er ikkje kjent; skriv experience, hearsay, plan, report eller inferred"},
	{"says %q is not known; write for, against or qualified", "{1} er ikke kjent; skriv for, against eller qualified", "{1} er ikkje kjent; skriv for, against eller qualified"},
	{"%q is not a period", "{1} er ikke en periode", "{1} er ikkje ein periode"},
	{"the code book is to be kept with the reading: %w", "kodeboka kunne ikke tas vare på sammen med lesingen: {1}", "kodeboka kunne ikkje takast vare på saman med lesinga: {1}"},
	{"the code book has no codes", "kodeboka har ingen koder", "kodeboka har ingen kodar"},
	{"no code of kind %q in the codebook", "ingen kode av slaget {1} i kodeboka", "ingen kode av slaget {1} i kodeboka"},

	// documents, cases, memos
	{"document %q is not in the study", "dokumentet {1} er ikke i studien", "dokumentet {1} er ikkje i studien"},
	{"no document %q in the study", "dokumentet {1} er ikke i studien", "dokumentet {1} er ikkje i studien"},
	{"there is no document %q", "det finnes ikke noe dokument {1}", "det finst ikkje noko dokument {1}"},
	{"there is no case %q", "det finnes ingen case {1}", "det finst ingen case {1}"},
	{"there is no memo %q", "det finnes ikke noe memo {1}", "det finst ikkje noko memo {1}"},
	{"the memo has no words", "memoet har ingen ord", "memoet har ingen ord"},
	{"question %q is not in the guide", "spørsmålet {1} er ikke i guiden", "spørsmålet {1} er ikkje i guiden"},
	{"state %q is not known", "tilstanden {1} er ikke kjent", "tilstanden {1} er ikkje kjend"},
	{"a state of your own needs a reason", "en tilstand du setter selv, trenger en begrunnelse", "ein tilstand du set sjølv, treng ei grunngjeving"},
	{"say why %s is %s in case %s", "si hvorfor {1} er {2} i caset {3}", "sei kvifor {1} er {2} i caset {3}"},
	{"%q is not an attribute", "{1} er ikke en egenskap", "{1} er ikkje ein eigenskap"},
	{"%q is read from the interview (%s)", "{1} leses fra intervjuet ({2})", "{1} blir lesen frå intervjuet ({2})"},
	{"change it in the interview's file in documents/", "endre den i intervjuets fil i documents/", "endre han i fila til intervjuet i documents/"},
	{"%q is not one of %s", "{1} er ikke en av {2}", "{1} er ikkje ein av {2}"},
	{"%q is not a number", "{1} er ikke et tall", "{1} er ikkje eit tal"},
	{"%q may be %s or %s.%s; write it without a mark for thousands, or with other decimals", "{1} kan være {2} eller {3},{4}; skriv tallet uten tusenskille eller med andre desimaler", "{1} kan vere {2} eller {3},{4}; skriv talet utan tusenskilje eller med andre desimalar"},
	{"%q is not a date; write 2016-02-19, 2016-02 or 2016", "{1} er ikke en dato; skriv 2016-02-19, 2016-02 eller 2016", "{1} er ikkje ein dato; skriv 2016-02-19, 2016-02 eller 2016"},
	{"%q is not a duration; write 45 min or 01:18:00", "{1} er ikke en varighet; skriv 45 min eller 01:18:00", "{1} er ikkje ei lengd; skriv 45 min eller 01:18:00"},
	{"%q is not a length", "{1} er ikke en varighet", "{1} er ikkje ei lengd"},
	{"the quote is lost in %s", "sitatet står ikke i {1}", "sitatet står ikkje i {1}"},
	{"the quote is unclear in %s", "sitatet står flere steder i {1}", "sitatet står fleire stader i {1}"},
	{"the quote does not stand in %s: %q", "sitatet står ikke i {1}: {2}", "sitatet står ikkje i {1}: {2}"},
	{"the quote stands in %s more than once", "sitatet står mer enn én gang i {1}", "sitatet står meir enn éin gong i {1}"},
	{"copy more of the words from the text", "kopier mer av ordene fra teksten", "kopier meir av orda frå teksten"},
	{"did you mean %q?", "mente du {1}?", "meinte du {1}?"},
	{"no study here: there is no crosscase.yaml", "her er det ingen studie: crosscase.yaml mangler", "her er det ingen studie: crosscase.yaml manglar"},

	// tables
	{"there is no table %q", "det finnes ingen tabell {1}", "det finst ingen tabell {1}"},
	{"one case has nothing to be compared with", "én case har ingenting å sammenlignes med", "éin case har ingenting å bli samanlikna med"},
	{"there is nothing to compare the cases in", "det er ingenting å sammenligne casene i", "det er ingenting å samanlikne casa i"},
	{"the study has no cases", "studien har ingen case", "studien har ingen case"},
	{"no code has values of its own", "ingen kode har egne verdier", "ingen kode har eigne verdiar"},
	{"no passage has a year", "ingen passasje har et årstall", "ingen passasje har eit årstal"},
	{"form %q is not known", "formen {1} er ikke kjent", "forma {1} er ikkje kjend"},
	{"%d cases are too few for groups", "{1} case er for få til grupper", "{1} case er for få til grupper"},
	{"too few cases for pairs or triads: %d", "for få case til par eller tre og tre: {1}", "for få case til par eller tre og tre: {1}"},
	{"the likeness of %s and %s is not defined: %s", "likheten mellom {1} og {2} er ikke definert: {3}", "likskapen mellom {1} og {2} er ikkje definert: {3}"},

	// files that are written
	{"the study is being written by %s", "studien skrives av {1}", "studien blir skriven av {1}"},
	{"wait until it has finished, then try again", "vent til det er ferdig, og prøv igjen", "vent til det er ferdig, og prøv att"},
	{"%s has been coded or read since by %s; it stays in the study", "{1} er kodet eller lest siden av {2}; det blir i studien", "{1} er koda eller lese sidan av {2}; det blir i studien"},
	{"%s has changed since in the same lines; %q stays as it is", "{1} er endret siden på de samme linjene; {2} blir stående", "{1} er endra sidan på dei same linjene; {2} blir ståande"},
	{"is not readable: %s", "kan ikke leses: {1}", "kan ikkje lesast: {1}"},
	{"the file is not UTF-8 text", "fila er ikke tekst i UTF-8", "fila er ikkje tekst i UTF-8"},

	// queries
	{"this quotation mark is never closed", "dette anførselstegnet blir aldri lukket", "dette hermeteiknet blir aldri lukka"},
	{"end the phrase with %s", "avslutt frasen med {1}", "avslutt frasen med {1}"},
	{"end the value with %s", "avslutt verdien med {1}", "avslutt verdien med {1}"},
	{"this regular expression is never closed", "dette regulære uttrykket blir aldri lukket", "dette regulære uttrykket blir aldri lukka"},
	{"the query is empty", "søket er tomt", "søket er tomt"},
	{"write a word, or a field such as case:a", "skriv et ord, eller et felt som case:a", "skriv eit ord, eller eit felt som case:a"},
	{"this bracket was never opened", "denne parentesen ble aldri åpnet", "denne parentesen vart aldri opna"},
	{"remove it, or put ( before the words it closes", "fjern den, eller sett ( foran ordene den lukker", "fjern han, eller set ( føre orda han lukkar"},
	{"this bracket is never closed", "denne parentesen blir aldri lukket", "denne parentesen blir aldri lukka"},
	{"put ) where the group ends", "sett ) der gruppen slutter", "set ) der gruppa sluttar"},
	{"something is missing here", "her mangler det noe", "her manglar det noko"},
	{"an operator in capitals stands between two words", "en operator med store bokstaver står mellom to ord", "ein operator med store bokstavar står mellom to ord"},
	{"something is missing before this bracket", "det mangler noe foran denne parentesen", "det manglar noko føre denne parentesen"},
	{"%s stands between two words or groups", "{1} står mellom to ord eller grupper", "{1} står mellom to ord eller grupper"},
	{"%s stands between what it joins, not before it", "{1} står mellom det den forbinder, ikke foran", "{1} står mellom det han bind saman, ikkje framfor"},
	{"to look for the word itself, write it in small letters or in quotes", "skriv ordet med små bokstaver eller i anførselstegn for å søke etter selve ordet", "skriv ordet med små bokstavar eller i hermeteikn for å søkje etter sjølve ordet"},
	{"the field has no value", "feltet har ingen verdi", "feltet har ingen verdi"},
	{"holds no letter or digit to look for", "har ingen bokstav eller siffer å søke etter", "har ingen bokstav eller siffer å søkje etter"},
	{"a word with * or ? needs two letters or more", "et ord med * eller ? trenger minst to bokstaver", "eit ord med * eller ? treng minst to bokstavar"},
	{"for example mål*", "for eksempel mål*", "til dømes mål*"},
	{"is no regular expression: %s", "er ikke et regulært uttrykk: {1}", "er ikkje eit regulært uttrykk: {1}"},
}
