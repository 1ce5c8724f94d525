package words

import "strings"

// endings are those by which Norwegian words are inflected, both forms of the language.
var endings = strings.Fields(`enes anes ene ane ets ens ers ars ande ende este aste edes en et er ar ne a s e n r t te de es as est ast
	ere are ete dde tt`)

// irregular gives the dictionary form of forms that no ending leads back to: nouns that change
// their vowel, strong verbs, and other words of daily use.
var irregular = func() map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(irregularForms, "\n") {
		if lemma, forms, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			for f := range strings.FieldsSeq(forms) {
				out[f] = lemma
			}
		}
	}
	return out
}()

const irregularForms = `
	mann: menn mennene mennenes
	bok: bøker bøkene bøkenes
	fot: føtter føttene
	hånd: hender hendene
	hand: hender hendene
	tann: tenner tennene
	natt: netter nettene
	rot: røtter røttene
	bot: bøter bøtene
	bonde: bønder bøndene bøndenes
	bror: brødre brødrene brødrenes brør brørne
	far: fedre fedrene fedrenes
	mor: mødre mødrene mødrenes
	søster: søstre søstrene søstrer
	datter: døtre døtrene døtrer
	dotter: døtrer døtrene
	ås: åser
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
	fiende: fiender
	museum: museer museene museet
	senter: sentre sentrene sentra
	teater: teatre teatrene
	register: registre registrene
	nummer: numre numrene
	vinter: vintre vintrene
	sommer: somre somrene
	nettverk: nettverk
	stor: større størst største
	stort: større
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
	se: ser så sett
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
	ete: spise
	leve: lever levde levd
	ha: har hadde hatt
	måtte: må måtte måttet
	kunne: kan kunne kunnet
	ville: vil ville villet
	skulle: skal skulle skullet
	burde: bør burde
	tore: tør torde tort
`

// lemmas returns the words of which a form may be an inflection, itself first. Most of them
// are no words: whoever asks looks them up.
func lemmas(form string) []string {
	out := []string{form}
	if l, ok := irregular[form]; ok {
		out = append(out, l)
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e)
		if !ok || len(stem) < 2 {
			continue
		}
		out = append(out, stem)
		n := len(stem)
		if n > 3 && (e[0] == 'e' || e[0] == 'a') {
			if stem[n-1] == stem[n-2] {
				out = append(out, stem[:n-1]) // rommet: rom
			}
			out = append(out, stem+"e")
		}
		if n > 3 && strings.IndexByte("lrn", stem[n-1]) >= 0 {
			switch e {
			case "er", "ene", "enes", "ar", "ane", "e":
				out = append(out, stem[:n-1]+"e"+stem[n-1:], stem[:n-1]+stem[n-2:n-1]+"e"+stem[n-1:]) // regler: regel, artikler: artikkel
			}
		}
	}
	for _, e := range []string{"ne", "nes", "e", "es", "en", "ens"} {
		if stem, ok := strings.CutSuffix(form, e); ok && strings.HasSuffix(stem, "er") {
			out = append(out, stem) // lederne: leder
		}
	}
	return out
}
