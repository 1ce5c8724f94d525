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
	størrelse storleik
	mulighet moglegheit
	oppmerksomhet merksemd
	virksomhet verksemd
	ensomhet einsemd
	løsning løysing
	spørre spørje
	fortelle fortelje
	velge velje
	selge selje
	telle telje
	gjøre gjere
	si seie
	se sjå
	gi gje gjeve
	hete heite
	vite vete
	ren rein
	hel heil
	egen eigen
	alene åleine aleine
	eneste einaste
	annen annan
	mye mykje
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
	lønn løn
	gård gard
	kirke kyrkje
	ansatt tilsett
	ansettelse tilsetjing
	bosetting busetjing
	målsetting målsetjing
	forutsetning føresetnad
	forventning forventing
	mening meining
	enhet eining
	regning rekning
	farge farve
	deltakelse deltaking deltagelse
	deltager deltakar
	sne snø
	stein sten
	bein ben
	eie eige
	eier eigar
	kilde kjelde
	mengde mengd
	hvem kven
	hvordan korleis
	hvorfor kvifor
	noen nokon nokre
	noe noko
	bolig bustad
	eiendom eigedom
	sammenligne samanlikne sammenlikne
	sammenligning samanlikning sammenlikning
	sammenheng samanheng
	mulig mogleg
	umulig umogleg
	fornøyd nøgd
	misfornøyd misnøgd
	måned månad
	forhold tilhøve
	sette setje
	fortsette fortsetje
	ansette tilsetje
	løse løyse
	tro tru
	virkning verknad
	påvirkning påverknad
	medvirkning medverknad
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
	øke auke
	økning auking
	glemme gløyme
	nød naud
	øst aust
	løs laus
	hjerte hjarte
	avgjørelse avgjerd
	avgjøre avgjere
	frihet fridom
	ferdighet dugleik
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
	etterspørsel etterspurnad
	tykk tjukk
	vær vêr
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
	rekkefølge rekkjefølgje
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
	overvåke overvake
	overvåking overvaking overvåkning
	jeg eg
	hun ho
	hennes hennar
	de dei dem
	dere dykk
	deres deira dykkar
	en ein
	et eit
	ikke ikkje
	hva kva
	hver kvar
	selv sjølv sjøl
	disse desse
	fra frå
	da då
	nå no
	hos hjå
	uten utan
	utenfor utanfor
	innenfor innanfor
	ovenfor ovanfor
	nedenfor nedanfor
	siden sidan
	enten anten
	ellers elles
	mens medan
	bare berre
	også òg
	mer meir
	flere fleire
	fremdeles framleis
	frem fram
	fremover framover
	tilbake attende
	sammen saman
	ennå enno
	enda endå
	allerede allereie
	egentlig eigentleg
	dessverre diverre
	foreløpig førebels
	derfor difor
	være vere
	bli verte
	bo bu
	først fyrst
	bilde bilete
	tie teie
	vokse vekse
	sti stig
	bro bru
	klippe klyppe
	hull hol
	dyp djup
	dybde djupn
	lys ljos
	sommer sumar
	frokost frukost
	morgen morgon
	tirsdag tysdag
	søndag sundag
	forskning forsking
	undervisning undervising
	virkelighet røynd
	besøk vitjing
	besøke vitje
	svømme symje
	drømme drøyme
	håpe vone
	håp von
	kreve krevje
	valg val
	utvalg utval
	brønn brunn
	leke leike
	lek leik
	bestemmelse føresegn
	foreslå føreslå
	sted stad
	høring høyring
	løfte lyfte
	synke søkke
	ovn omn
	bred brei
	bredde breidd
	sen sein
	første fyrste
	syv sju
	tyve tjue
	tredve tretti
	begrep omgrep
	vitenskap vitskap
	skyld skuld
	ulykke ulukke
	behandling handsaming
	behandle handsame
	saksbehandler sakshandsamar
	saksbehandling sakshandsaming
	svak veik
	trussel trugsmål
	true truge
	tegne teikne
	tegning teikning
	tegn teikn
	stjele stele
	skyve skuve
	høyde høgd
	lengde lengd
	foran framfor
	opptatt oppteken
	sulten svolten
	bevegelse rørsle
	bære bere
	skjære skjere
	nedskjæring nedskjering
	tillitsvalgt tillitsvald
	folkevalgt folkevald
	lederskap leiarskap
	eierskap eigarskap
	komme kome
	ønske ynskje ønskje
`
