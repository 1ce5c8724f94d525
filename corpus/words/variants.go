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
`
