package words

import "strings"

// functionWords are words that say little of a topic, by language. They come from
// the project's own reading of interviews, not from a published list.
var functionWords = map[string]map[string]bool{
	"nb": list(`og i jeg det at en et den til er som på de med han av ikke ikkje der så var meg seg men ett har om vi min mitt ha hadde
		hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble blitt kunne inn når være kom
		noen noe ville dere deres kun ja nei etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse uten
		hvordan ingen din ditt blir samme hvilken hvilke hvilket sånn inni mellom vår hver hvem vors hvis både bare enn fordi før mange også slik vært
		være begge siden eh mm akkurat altså liksom jo nok vel sånt litt mer mest må får få fikk gjør gjøre gjorde gå går tenke tenker
		kanskje egentlig hele helt ganske veldig fint bra okei greit takk fortell fortelle beskriv beskrive synes tror mener mene lurer lurt
		eg ikkje ho dei dykk dykkar kva kvar korleis kven kvifor kvifor noko nokon nokre vere vart me vår sjølv ein eit ei frå no då òg kor kva
		deira hjå eigentleg heile slik slike mykje meir fortel ting måte første andre ene neste jeg si sagt sier sa snakke snakket spørsmål`),
	"en": list(`the a an and or but if of at by for with about to from in on is are was were be been being have has had do does did
		i you he she it we they me him her us them my your his its our their this that these those what which who whom how why when where
		there here not no yes so as than then too very can could will would should may might must just also any some all more most other
		into over up down out off again once only own same such now well okay ok right mm mhm hm yeah um uh er like kind sort bit tell describe
		say said says talk think mean know see get got go going come thing things lot really actually maybe quite first next one two way let
		don't didn't isn't it's that's you're i'm we're they're there's what's you've i've we've`),
	"sv": list(`och i jag det att en ett den till är som på de dem med han av inte där så var mig sig men har om vi min mitt ha hade hon nu över
		då vid från du ut sin oss upp man kan hans vart eller vad ska själv här alla vill bli blev blivit kunna in när vara någon något ni er era
		bara ja nej efter ned skulle denna för dig hur varför vilken vilka vilket utan ingen också sådan mellan vår varje vem om både än eftersom
		många mer mest måste får få fick gör göra går tänker kanske egentligen hela ganska väldigt bra okej tack berätta beskriva tycker tror menar
		lite alltså liksom ju nog väl säga sagt saker sätt första andra nästa`),
}

// commonWords are further words of which any talk is full, by language. They say something in a question of a guide,
// so Function leaves them out; in a count of words they say nothing.
var commonWords = map[string]map[string]bool{
	"nb": list(`år året åra gang gangen ganger gong gongen gonger to tre én hvert kvart annet anna annan alt under igjen kommer kjem tar tek
		står ligger sitter ser hos tok satt godt rett same gjer vert vart seier la laget laga fram framover sammen saman stund hverandre kvarandre
		annethvert noensinne likevel fremdeles framleis omtrent faktisk selvfølgelig sjølvsagt nettopp heller derfor difor dermed herfra dit hit`),
	"en": list(`because before after since back still use put came something nobody somebody anybody anything everything everybody
		i'd can't wouldn't couldn't hasn't haven't they've they'd they'll he'd he's she'd she's who'd won't doesn't aren't weren't wasn't we'd you'd
		ever never always often through away another every each much many few less being got year years`),
	"sv": list(`år året gång gången gånger två tre vart annat allt under igen kommer tar står ligger sitter ser hos tog satt rätt fram samma
		tillsammans ändå också därför dit hit`),
}

// Common tells whether a word in lower case is a function word of a language or one of which any talk
// is full, so that counting it says nothing of the text.
func Common(word, language string) bool {
	return Function(word, language) || commonWords[languageOfWords(language)][word]
}

func languageOfWords(language string) string {
	switch language {
	case "nn", "no", "da":
		return "nb"
	}
	return language
}

func list(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// uncompounded are adverbs, conjunctions and prepositions of bokmål and nynorsk that look like compounds and mean nothing that their parts do: who
// looks for tid does not look for alltid.
var uncompounded = list(`alltid samtidig samtidige samstundes foreløpig førebels dessverre diverre ettersom derimot derifra derfra derav deretter dersom
	derfor difor dermed dernest derved derunder hvorfor hvordan hvorvidt hvorav hvoretter hvormed korleis kvifor korvidt overalt overhodet overhovudet
	heretter herav hermed herfra innenfor utenfor utanfor nedenfor nedanfor ovenfor ovanfor foran bakom framover fremover bortover bakover nedover
	oppover utover innover henover rundtom iblant innimellom underveis undervegs undertiden forresten forøvrig ellers likevel likesom likeledes
	likeså såleis således særlig særleg særdeles imidlertid enkelte enkeltvis etterhvert etterkvart etterpå omtrent omkring igjennom gjennomgående
	mesteparten hovedsakelig hovudsakleg allerede allereie allikevel altfor altså alltids allment atskillig aldeles akkurat antakelig antageligvis
	åpenbart selvfølgelig sjølvsagt selvsagt naturligvis vanligvis vanlegvis muligens muligvis forhåpentligvis sannsynligvis heldigvis uheldigvis
	tidsnok stadigvekk stadig tvertimot tvertom ihvertfall iallfall stundom sommetider`)

// Function tells whether a word in lower case is a function word of a language.
func Function(word, language string) bool {
	return functionWords[languageOfWords(language)][word]
}
