package words

import "strings"

// irregular gives the dictionary form of forms that no ending leads back to: nouns that change
// their vowel, strong verbs, and other words of daily use.
var irregular = formsOf(irregularForms)

// irregularIn holds the same of other languages.
var irregularIn = map[string]map[string][]string{
	"en": formsOf(irregularEnglish), "sv": formsOf(irregularSwedish), "da": formsOf(irregularDanish), "de": formsOf(irregularGerman),
}

// formsOf reads lines "word: form form" into the words of each form; a word is a form of itself.
func formsOf(lines string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.SplitSeq(lines, "\n") {
		if lemma, forms, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			for _, f := range append(strings.Fields(forms), lemma) {
				out[f] = append(out[f], lemma)
			}
		}
	}
	return out
}

const irregularForms = `
	mann: menn mennene mennenes menns
	bok: bøker bøkene bøkenes bøkers
	fot: føtter føttene
	hånd: hender hendene hendenes
	hand: hender hendene
	tann: tenner tennene
	natt: netter nettene
	rot: røtter røttene røter røtene
	bot: bøter bøtene
	barn: born borna borns
	sko: skor skorne
	klo: klør klørne
	glo: glør glørne
	forelder: foreldre foreldrene foreldra foreldrenes foreldres
	bonde: bønder bøndene bøndenes
	bror: brødre brødrene brødrenes brør brørne
	far: fedre fedrene fedrenes fedrar fedrane
	mor: mødre mødrene mødrenes mødrer
	søster: søstre søstrene søstrer
	syster: systrer systrene
	datter: døtre døtrene døtrer
	dotter: døtrer døtrene
	gås: gjess gjessene
	tå: tær tærne
	tre: trær trærne tre trea
	kne: knær knærne
	kraft: krefter kreftene
	stad: steder stedene
	stang: stenger stengene
	strand: strender strendene
	tang: tenger tengene
	and: ender endene
	rand: render rendene
	øye: øyne øynene øynenes
	auge: augo auga
	middel: midler midlene midlenes
	regel: regler reglene reglenes
	artikkel: artikler artiklene
	kapittel: kapitler kapitlene
	sykkel: sykler syklene
	handel: handler handlene
	museum: museer museene museet
	senter: sentre sentrene sentra
	teater: teatre teatrene
	register: registre registrene
	nummer: numre numrene
	vinter: vintre vintrene
	sommer: somre somrene
	stor: større størst største
	liten: lite lita små mindre minst minste
	gammel: gamle eldre eldst eldste gammelt
	gammal: gamle eldre eldst
	ung: yngre yngst yngste
	god: bedre best beste betre
	lang: lengre lengst lengste lenger
	tung: tyngre tyngst tyngste
	få: færre færrest
	mange: flere flest fleire
	være: er var vært
	vere: er var vore
	gå: går gikk gått gjekk
	få: får fikk fått fekk
	stå: står stod sto stått
	forstå: forstår forstod forsto forstått
	se: ser sett
	sjå: ser såg sett
	si: sier sa sagt
	seie: seier sa sagt
	gjøre: gjør gjorde gjort
	gjere: gjer gjorde gjort
	ta: tar tok tatt
	gi: gir ga gav gitt
	gje: gir gav gjeve
	komme: kommer kom kommet
	vite: vet visste visst veit
	skrive: skriver skrev skrevet skreiv
	beskrive: beskriver beskrev beskrevet
	bli: blir ble blitt blei vart
	finne: finner fant funnet fann
	drive: driver drev drevet dreiv
	bringe: bringer brakte brakt
	bidra: bidrar bidro bidratt
	dra: drar dro drog dratt
	velge: velger valgte valgt
	selge: selger solgte solgt
	spørre: spør spurte spurt
	følge: følger fulgte fulgt
	telle: teller talte talt
	sette: setter satte satt
	legge: legger la lagt
	ligge: ligger lå ligget
	sitte: sitter satt sittet
	holde: holder holdt
	halde: held heldt halde
	la: lar lot latt
	hete: heter het hett
	synke: synker sank sunket
	vinne: vinner vant vunnet
	binde: binder bandt bundet
	tvinge: tvinger tvang tvunget
	begynne: begynner begynte begynt
	bryte: bryter brøt brutt
	skyte: skyter skjøt skutt
	by: byr bød bydd
	tilby: tilbyr tilbød tilbydd
	innby: innbyr innbød
	nyte: nyter nøt nytt
	stryke: stryker strøk strøket
	bære: bærer bar båret
	skjære: skjærer skar skåret
	stjele: stjeler stjal stjålet
	bestemme: bestemmer bestemte bestemt
	hjelpe: hjelper hjalp hjulpet
	trekke: trekker trakk trukket
	treffe: treffer traff truffet
	slippe: slipper slapp sluppet
	drikke: drikker drakk drukket
	stikke: stikker stakk stukket
	sprekke: sprekker sprakk sprukket
	løpe: løper løp løpt
	gråte: gråter gråt grått
	fare: farer for fart
	erfare: erfarer erfarte erfart
	slå: slår slo slått
	leve: lever levde levd
	ha: har hadde hatt
	måtte: må måtte måttet
	kunne: kan kunne kunnet
	ville: vil ville villet
	skulle: skal skulle skullet
	burde: bør burdet
	møte: møttes møtest møttest møtast
	trenge: trengs trengst
	finnes: finst fantes fans
	lykkes: lyktes
	ku: kyr kyrne kyrnes
	fot: føter føtene
	synes: syntes syns
	trives: trivdes trivst treivst
	sove: sover sov sovet sovna søv svov
	dø: dør døde dødd døyr døydde døytt
	døy: døyr døydde døytt døde dør
	fryse: frøs frosset
	by: baud bode
	brenne: brant brente brent brann
	springe: sprang sprunget sprunge
	synge: sang sunget song sunge
	svinge: svang
	henge: hang hengt hengte
	stige: steg steget stige
	gripe: grep grepet greip gripe
	skinne: skinte skint skein
	rekke: rakk rukket rakte rakt
	ri: red ridd reid
	vri: vred vridd vrei
	gni: gned gnidd
	lide: led lidd leid
	gli: gled glidd glei
	bite: bet bitt beit
	slite: slet slitt sleit
	rive: rev revet reiv
	krype: krøp krøpet kraup
	lyge: løy løyet laug
	lyve: løy løyet
	fly: fløy fløyet flaug
	ljuge: laug
	velge: vel valde valt
	telle: tel talde talt
	selje: sel selde selt
	spørje: spør spurde spurt
	tore: tør torde tort
	be: ber ba bedt bede
	is: isen isene isar isane
	penger: pengar pengane pengene penga
	not: nøter nøtene
	klær: klærne klede kleda
	brekke: brakk brekt brukket brokke
	knekke: knakk knekt knekket
	vekse: voks vaks vakse vaksen
	bo: bor bodde bodd budde budd
	bu: bur budde budd
	le: ler lo ledde
	ro: ror rodde rodd
	ty: tyr tydde tydd
	sy: syr sydde sydd
	tie: tier tidde tidd
	teie: teier tagde tagd tagt
	skrike: skrek skreket skreik skriker
	komme: kjem kome komen komne
	ta: tek teke teken tekne
	lese: las leste
	la: lèt let
	late: let late latt
	fortelle: fortalte fortalt fortalde fortel
	fortelje: fortel fortalde fortalt
	verte: vert vart vorte vorten vortne
	ligge: ligg låg
	liggje: ligg låg
	sitte: sit sat
	sitje: sit sat
	gråte: gret gråt
	bere: ber bar boren borne
	bryte: braut brote broten brotne brutte
	skyte: skaut skote skoten skotne
	fryse: fraus frose frosen frosne
	finne: funne funnen
	drikke: drukke drukken drukne
	slå: slege slegen slegne
	skjere: skar skore skoren
	stele: stal
	lyge: laug loge
	krype: kraup krope krøpet
	flyge: flaug floge fløy
	stryke: strauk stroke stroken
	ryke: røk røket rauk
	fyke: fauk føyk føket
	gyte: gjøt gaut
	bite: biten bitne
	rive: riven rivne
	gripe: gripen grepne
	skrive: skriven skrivne skrevne
	beskrive: beskrevne
	drive: driven drivne drevne
	slite: sliten slitne
	vike: vek veket veik
	svike: svek sveket sveik
	svi: sved svei svidd
	snike: snek sneket sneik
	binde: bunden bundne
	vinne: vunne vunnen
	spinne: spant spunnet spunne
	tvinge: tvinga tvunge tvungen tvungne
	stinke: stank
	renne: rant rann runne
	sleppe: slapp sloppe
	drepe: drepte drap drept
	falle: falt falle fallen falne
	halde: haldne halden
	holde: holdne
	hogge: hogg
	leggje: legg la lagt
	gje: gjev gjevne
	gi: gitte
	dra: drog drege dreg
	få: fenge
	gå: gjenge
	setje: set
	seie: sagde
	spørre: spurde
	velge: valde
	skilje: skil skilde skilt
	krevje: krev kravde kravd
	venje: vande
	rekkje: rekk rakk
	strekke: strakk strakte strukket
	strekkje: strekte
	dekkje: dekte dekt
	vekkje: vekte
	smøre: smurte
	gjelde: gjaldt galdt
	skjelve: skalv
	hvile: kvilte
	tåle: tålte
	syte: sytte
	bake: bakte
`
