package words

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lemmas returns the words of the ordbank of which a form may be an inflection, itself first. An
// ending counts only behind a word that can bear it: -te behind a verb, -t behind an adjective.
func (d *dictionary) lemmas(form string) []string {
	l := lemmatiser{d: d}
	l.listed = l.add(form)
	l.of(form)
	if stem, ok := strings.CutSuffix(form, "s"); ok && !strings.HasSuffix(stem, "s") {
		l.irregular(stem)
		l.noun(stem) // genitive; and the passive of verbs
		l.add(stem)
		l.verb(stem)
	}
	return l.out
}

type lemmatiser struct {
	d      *dictionary
	out    []string
	listed bool // the form itself is a word of the ordbank
}

// add keeps a word that the ordbank holds.
func (l *lemmatiser) add(word string) bool {
	if utf8.RuneCountInString(word) < 2 || noHeads[word] {
		return false
	}
	if _, ok := l.d.look(word); !ok {
		return false
	}
	if !slices.Contains(l.out, word) {
		l.out = append(l.out, word)
	}
	return true
}

func (l *lemmatiser) irregular(form string) {
	for _, lemma := range irregular[form] {
		l.add(lemma)
	}
}

func (l *lemmatiser) of(form string) {
	l.irregular(form)
	l.noun(form)
	l.verb(form)
	l.adjective(form)
}

// noun tries the endings of nouns.
func (l *lemmatiser) noun(form string) {
	for _, e := range [...]string{"ene", "ane", "en", "et", "er", "ar", "a"} {
		stem, ok := strings.CutSuffix(form, e)
		if !ok || len(stem) < 2 {
			continue
		}
		if !strings.HasSuffix(stem, "e") {
			l.add(stem) // husene: hus
		}
		if strings.ContainsAny(stem, vowels) {
			l.add(stem + "e") // skolene: skole
		}
		if short, ok := strings.CutSuffix(stem, "mm"); ok {
			l.add(short + "m") // rommet: rom
		}
		if strings.HasSuffix(stem, "e") && (e != "a" && e != "ane" && e != "ene" || e == "a" && oneSyllable(stem)) {
			l.add(stem) // ideen: ide; knea: kne
		}
		if e != "en" && e != "et" {
			l.syncope(stem)
		}
		if e != "a" && e != "ane" && e != "ar" {
			l.add(stem + "um") // museet: museum
		}
	}
	for _, e := range [...]string{"ne", "e"} {
		if stem, ok := strings.CutSuffix(form, e); ok && strings.HasSuffix(stem, "er") {
			l.add(stem) // lederne: leder
		}
	}
	if stem, ok := strings.CutSuffix(form, "re"); ok && len(stem) > 2 && !vowelEnd(stem) {
		l.add(stem + "er") // sentre: senter
	}
}

// syncope adds words that lose a vowel before an ending: regler, artikler, numre.
func (l *lemmatiser) syncope(stem string) {
	n := len(stem)
	if n < 4 || strings.IndexByte("lrn", stem[n-1]) < 0 || vowelEnd(stem[:n-1]) {
		return
	}
	l.add(stem[:n-1] + "e" + stem[n-1:])
	l.add(stem[:n-1] + stem[n-2:n-1] + "e" + stem[n-1:])
}

// verb tries the endings of verbs.
func (l *lemmatiser) verb(form string) {
	verb := func(w string) {
		if strings.HasSuffix(w, "e") || shortVerbs[w] {
			l.add(w)
		}
	}
	for _, e := range [...]string{"er", "ar", "et", "a", "te", "t", "de", "d", "ede", "es", "ast", "est", "tes", "des", "ende", "ande", "edes", "ete", "test", "dest"} {
		stem, ok := strings.CutSuffix(form, e)
		if !ok || len(stem) < 2 || l.listed && (e == "d" || e == "t") && !participle(form) {
			continue // skuld is a word, and no form of skule
		}
		verb(stem + "e")
		if n := len(stem); (e[0] == 't' || e[0] == 'd') && strings.IndexByte("lmngkspbt", stem[n-1]) >= 0 {
			verb(stem + stem[n-1:] + "e") // kjente: kjenne
		}
	}
	for _, e := range [...]string{"r", "dde", "dd", "tt", "s", "ddes"} {
		if stem, ok := strings.CutSuffix(form, e); ok && shortVerbs[stem] {
			l.add(stem)
		}
	}
}

// participle tells whether a word that the ordbank holds for itself, mostly as an adjective, is the participle of a verb too.
func participle(form string) bool {
	if participles[form] || len(form) > 5 && strings.HasSuffix(form, "ert") {
		return true
	}
	for _, e := range [...]string{"gjennom", "under", "over", "etter", "inn", "opp", "ned", "til", "for", "ut", "av", "be", "på", "om"} {
		if base, ok := strings.CutPrefix(form, e); ok && participles[base] {
			return true // innkjøpt, ombygd
		}
	}
	return false
}

// participles are those which the ordbank holds and that are seldom another word. No lyst, kost and felt: these are nouns first.
var participles = set(`adskilt adspredt anerkjend anerkjent anløpt ansett anspent anstrengt atskilt atspredt avholdt avmålt bemannet bestemd bestemt bevart brent brukt
	bygd døypt eid eigd endt erklært etterlatt fastlåst fastsett forberedt forent forgreint forlatt forsynt fortapt fortjent fredt frelst fremmøtt frammøtt fødd gjengd godkjend
	godkjent grunnlagd hendt hjelpt hogd iberegnet istandsett kjend kjent kjølt kjøpt kjørt kjøyrt klemt knekt kvilt kvild lagd leid leigd lekt lengt lest levd likt lånt lært
	lærd løpt løst løyst låst malt meldt mistenkt målt nemnd nydt opplyst pint plaget prøvd påtent reist rådd røkt rørt sammensatt samkjørt sendt skapt skilt skåld slukt
	slått smelt smurt sparkt spart spelt spent spilt spist spredt sprengd sprengt steikt stekt stelt stemd stemt stengd stengt stilt strøket styrt støypt støpt svart svekket
	sykmeldt sykemeldt sjukmeldt sjukemeldt særmerkt søkt sølt teld telt temt tenkt tent tilbakelagt tilsidesett trengd trukket trykt tømt tapt utdelt utnemnd utpeikt utvalt
	vald valgt vist vurdert øvd åpnet`)

// adjective tries the endings of adjectives.
func (l *lemmatiser) adjective(form string) {
	for _, e := range [...]string{"e", "t", "ere", "est", "este", "st", "ste", "are", "ast", "aste"} {
		stem, ok := strings.CutSuffix(form, e)
		if !ok || len(stem) < 2 {
			continue
		}
		if l.d.adjective(stem) {
			l.add(stem)
		}
		if short, ok := strings.CutSuffix(stem, "mm"); ok && l.d.adjective(short+"m") {
			l.add(short + "m")
		}
		n := len(stem)
		if e == "t" && l.d.adjective(stem+stem[n-1:]) {
			l.add(stem + stem[n-1:]) // sant: sann
		}
		if e[0] == 'e' && n > 2 && strings.IndexByte("lrn", stem[n-1]) >= 0 && !vowelEnd(stem[:n-1]) {
			for _, w := range [...]string{stem[:n-1] + "e" + stem[n-1:], stem[:n-1] + stem[n-2:n-1] + "e" + stem[n-1:]} {
				if l.d.adjective(w) {
					l.add(w) // sikre: sikker
				}
			}
		}
	}
}

// adjective tells whether a word is inflected as an adjective, by its ending or because a noun in -het is made of it.
func (d *dictionary) adjective(word string) bool {
	if adjectives[word] {
		return true
	}
	for _, e := range [...]string{"ig", "leg", "som", "bar", "isk", "iv", "ell", "løs", "laus", "full", "satt", "sett"} {
		if strings.HasSuffix(word, e) && len(word) > len(e)+1 {
			return true
		}
	}
	for _, e := range [...]string{"het", "heit"} {
		if _, ok := d.look(word + e); ok {
			return true
		}
	}
	return false
}

const vowels = "aeiouyæøåé"

// oneSyllable tells whether a word has one vowel.
func oneSyllable(s string) bool {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(vowels, r) {
			n++
		}
	}
	return n == 1
}

func vowelEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(vowels, r)
}

// shortVerbs are the verbs that do not end in -e.
var shortVerbs = set(`be bli bo bry by dra drøy døy dø fly flå forslå forstå forså få gi gjø gli glo gnu gro gru gå kle klo kly kny le lå
	nå overgå ro rå se si sjå sko skje sky slå sno snu så spå spy stri strø stå sve sy te tie tilgå to tro tru ty tyde vri å anslå avgå avslå bestå dø
	foreslå oppnå oppstå unngå utgå angå begå inngå omgå pågå foregå gjennomgå innse overse tilstå utstå ta la ha be forta motta anta oppta avta delta
	vedta overta innta foreta fastslå nedslå oppgi utgi avgi angi tilgi overgi medgi ombe bety sprø tø`)

// adjectives are common ones that the other signs do not tell.
var adjectives = set(`stor god fin pen stygg ny gammel gammal ung høy høg lav låg lang kort bred brei smal tykk tynn tung lett stiv myk mjuk hard bløt
	varm kald våt tørr rå ren rein skitten tom full åpen open lukket sterk svak rask sen treg snar snill streng sint glad trist syk sjuk frisk sunn
	dum klok smart lat flink dyktig rik fattig dyr billig hvit kvit svart rød raud blå grønn grøn gul grå brun mørk lys klar tydelig skarp rund
	flat bratt skjev rett dyp djup grunn nær fjern tett løs laus fast trygg sikker usikker farlig viktig vanlig vanleg sjelden enkel vanskelig
	rar merkelig dårlig dårleg ille verre vond stolt modig redd feig ærlig falsk sann gal riktig rar hel heil halv dobbel fri bunden felles egen
	eigen annen lik ulik lignende bestemt offentlig offentleg privat norsk dansk svensk engelsk tysk samisk utenlandsk lokal regional nasjonal global`)
