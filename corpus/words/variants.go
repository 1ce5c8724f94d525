package words

import "strings"

// variants are words that bokmål and nynorsk, or two spellings that both allow, write differently, and that
// are one word to whoever looks for them. The first of a line stands for all.
var variants = func() map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(variantWords, "\n") {
		row := strings.Fields(line)
		for _, w := range row {
			out[w] = row[0]
		}
	}
	return out
}()

const variantWords = `
	skole skule
	vei veg
	uke veke
	leder leiar
	vann vatn
	hjem heim
	hjemme heime
	syk sjuk
	sykdom sjukdom
	sykehus sjukehus
	sykepleier sjukepleiar
	sykehjem sjukeheim
	tall tal
	hånd hand
	melk mjølk
	øye auge
	gutt gut
	søster syster
	kjærlighet kjærleik
	trygghet tryggleik
	størrelse storleik
	nærhet nærleik
	mulighet moglegheit
	oppmerksomhet merksemd
	virksomhet verksemd
	ensomhet einsemd
	hendelse hending
	løsning løysing
	spørre spørje
	fortelle fortelje
	velge velje
	selge selje
	telle telje
	følge følgje
	tenke tenkje
	ringe ringje
	bygge byggje
	ligge liggje
	legge leggje
	trenge trengje
	rykke rykkje
	søke søkje
	merke merkje
	gjøre gjere
	si seie
	se sjå
	gi gje gjeve
	hete heite
	vite vete
	dø døy
	ren rein
	hel heil
	egen eigen
	alene åleine aleine
	eneste einaste
	annen annan
	mye mykje
	tidlig tidleg
	bedre betre
	høy høg
	lav låg
	hvit kvit
	hvile kvile
	hval kval
	hverdag kvardag
	navn namn
	sønn son
	fremtid framtid
	fremgang framgang
	regnskap rekneskap
	fremskritt framsteg
	røyke røykje
	penger pengar
	lønn løn
	gård gard
	kirke kyrkje
	ansatt tilsett
	ansettelse tilsetjing
	bosetting busetjing
	målsetting målsetjing
	forutsetning føresetnad
	forventning forventing
	forening foreining
	mening meining
	enhet eining
	regning rekning
	endelig endeleg
	farge farve
	deltakelse deltaking deltagelse
	deltager deltakar
	borger borgar
	sne snø
	stein sten
	bein ben
	eie eige
	eier eigar
	kilde kjelde
	mengde mengd
	hvem kven
	hva kva
	hvordan korleis
	hvorfor kvifor
	noen nokon
	noe noko
	tjeneste teneste
	fravær fråvær
	oppgave oppgåve
	bolig bustad
	eiendom eigedom
	sammenligne samanlikne sammenlikne
	sammenligning samanlikning sammenlikning
	sammenheng samanheng
	mulig mogleg
	umulig umogleg
	fornøyd nøgd
	misfornøyd misnøgd
	åpen open
	åpne opne
	måned månad
	holdning haldning
	forhold tilhøve
	holde halde
	beholde behalde
	innhold innhald
	inneholde innehalde
	sette setje
	fortsette fortsetje
	ansette tilsetje
	løse løyse
	tro tru
	virkning verknad
	påvirke påverke
	påvirkning påverknad
	virkemiddel verkemiddel
	medvirkning medverknad
	medvirke medverke
	samvirke samverke
	bivirkning biverknad
	ledelse leiing
	veileder rettleiar vegleiar
	veiledning rettleiing vegleiing
	veilede rettleie vegleie
	begrunnelse grunngiving grunngjeving
	begrunne grunngi grunngje
	begynne byrje
	begynnelse byrjing
	forskjell skilnad
	kjøre køyre
	drøm draum
	øke auke
	økning auking
	glemme gløyme
	strøm straum
	rød raud
	nød naud
	øst aust
	høst haust
	løs laus
	hjerte hjarte
	avgjørelse avgjerd
	avgjøre avgjere
	frihet fridom
	ferdighet dugleik
	flere fleire
	ild eld
	ildsjel eldsjel
	fremme fremje
	gjøremål gjeremål
	hensyn omsyn
	jevn jamn
	jevnlig jamleg
	likhet likskap
	lønnsom lønsam
	nødvendig naudsynt
	opplysning opplysing
	atferd åtferd
	sannhet sanning
	ensom einsam
	enig einig samd
	enighet semje einigheit
	uenighet usemje ueinigheit
	uenig ueinig usamd
	erfaring røynsle
	eksempel døme
	anbefale tilrå
	anbefaling tilråding
	arbeidsledighet arbeidsløyse
	stemme røyst
	spørreskjema spørjeskjema
	svakhet veikskap
	sykefravær sjukefråvær
	taushetsplikt teieplikt
	utgave utgåve
	vanskelighet vanske
	vekst vokster
	ytelse yting
	forbedring forbetring
	forbedre forbetre
	forberede førebu
	forberedelse førebuing
	forebygge førebyggje
	forebygging førebygging
	forsinkelse forseinking
	forsinke forseinke
	forsøke forsøkje
	forutsette føresetje
	gjenkjenne attkjenne
	hode hovud
	hovedmål hovudmål
	hovedsak hovudsak
	hoved hovud
	hensiktsmessig føremålstenleg
	fordel føremon
	lege lækjar
	linje line
	oversette omsetje
	oversettelse omsetjing
	spille spele
	spill spel
	spiller spelar
	sjelden sjeldan
	syke sjuke
	tjene tene
	tjenestemann tenestemann
	tilbud tilbod
	etterspørsel etterspurnad
	forbud forbod
	budskap bodskap
	tykk tjukk
	vær vêr
	ønske ønskje
	ønskelig ønskjeleg
	krenke krenkje
	senke senkje
	tenkning tenking
	tilskudd tilskot
	underskudd underskot
	overskudd overskot
	skudd skot
	utskudd utskot
	brudd brot
	avbrudd avbrot
	gjennombrudd gjennombrot
	innbrudd innbrot
	sammenbrudd samanbrot
	samvittighet samvit
	utslipp utslepp
	slippe sleppe
	rekke rekkje
	rekkefølge rekkjefølgje
	brygge bryggje
	tygge tyggje
	svelge svelgje
	følelse kjensle
	gress gras
	glass glas
	vindu vindauge
	gulv golv
	kjøkken kjøken
	stue stove
	søvn svevn
	bryllup bryllaup
	løp laup
	løpe laupe
	havn hamn
	undersøke undersøkje
`
