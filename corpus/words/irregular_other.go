package words

// irregularEnglish, -Swedish, -Danish and -German give forms that no stemmer leads back to their words: plurals that
// change the vowel, and strong verbs.
const irregularEnglish = `
	man: men men's
	woman: women women's
	child: children children's
	person: people people's
	foot: feet
	tooth: teeth
	mouse: mice
	goose: geese
	ox: oxen
	die: dice
	life: lives
	wife: wives
	knife: knives
	half: halves
	leaf: leaves
	shelf: shelves
	self: selves
	thief: thieves
	loaf: loaves
	wolf: wolves
	crisis: crises
	analysis: analyses
	basis: bases
	thesis: theses
	hypothesis: hypotheses
	criterion: criteria
	phenomenon: phenomena
	datum: data
	medium: media
	curriculum: curricula
	good: better best
	bad: worse worst
	be: am is are was were been
	have: has had
	do: does did done
	go: goes went gone
	say: said
	make: made
	take: took taken
	come: came
	see: saw seen
	know: knew known
	get: got gotten
	give: gave given
	find: found
	think: thought
	tell: told
	become: became
	leave: left
	feel: felt
	bring: brought
	begin: began begun
	keep: kept
	hold: held
	write: wrote written
	stand: stood
	hear: heard
	let: let
	mean: meant
	meet: met
	run: ran
	pay: paid
	sit: sat
	speak: spoke spoken
	lie: lay lain
	lead: led
	grow: grew grown
	lose: lost
	fall: fell fallen
	send: sent
	build: built
	understand: understood
	draw: drew drawn
	break: broke broken
	spend: spent
	rise: rose risen
	drive: drove driven
	buy: bought
	wear: wore worn
	choose: chose chosen
	teach: taught
	learn: learnt
	catch: caught
	sell: sold
	fight: fought
	seek: sought
	throw: threw thrown
	show: shown
	sleep: slept
	win: won
	forget: forgot forgotten
	drink: drank drunk
	eat: ate eaten
	sing: sang sung
	swim: swam swum
	ring: rang rung
	sink: sank sunk
	fly: flew flown
	steal: stole stolen
	freeze: froze frozen
	shake: shook shaken
	hide: hid hidden
	bite: bit bitten
	ride: rode ridden
	blow: blew blown
	strike: struck stricken
	stick: stuck
	hang: hung
	dig: dug
	feed: fed
	bleed: bled
	deal: dealt
	lend: lent
	bend: bent
	shoot: shot
	undertake: undertook undertaken
	withdraw: withdrew withdrawn
`

const irregularSwedish = `
	man: män männen männens mannen mannens
	bok: böcker böckerna
	fot: fötter fötterna
	hand: händer händerna
	tand: tänder tänderna
	natt: nätter nätterna
	stad: städer städerna
	land: länder länderna
	son: söner sönerna
	bror: bröder bröderna
	mor: mödrar mödrarna
	far: fäder fäderna
	dotter: döttrar döttrarna
	öga: ögon ögonen
	öra: öron öronen
	kraft: krafter
	rot: rötter rötterna
	bonde: bönder bönderna
	vara: är var varit
	göra: gör gjorde gjort
	gå: går gick gått
	få: får fick fått
	se: ser såg sett
	säga: säger sade sa sagt
	veta: vet visste vetat
	ta: tar tog tagit
	komma: kommer kom kommit
	ge: ger gav givit gett
	skriva: skriver skrev skrivit
	finna: finner fann funnit
	stå: står stod stått
	ligga: ligger låg legat
	sitta: sitter satt suttit
	bli: blir blev blivit
	dra: drar drog dragit
	hålla: håller höll hållit
	låta: låter lät låtit
`

const irregularDanish = `
	mand: mænd mændene mænds
	barn: børn børnene børns børnenes
	bog: bøger bøgerne
	fod: fødder fødderne
	hånd: hænder hænderne
	tand: tænder tænderne
	nat: nætter nætterne
	stad: stæder
	bror: brødre brødrene
	mor: mødre mødrene
	far: fædre fædrene
	datter: døtre døtrene
	øje: øjne øjnene
	ko: køer
	bonde: bønder bønderne
	kraft: kræfter kræfterne
	rod: rødder rødderne
	være: er var været
	gøre: gør gjorde gjort
	gå: går gik gået
	få: får fik fået
	se: ser så set
	sige: siger sagde sagt
	vide: ved vidste vidst
	tage: tager tog taget
	komme: kommer kom kommet
	give: giver gav givet
	skrive: skriver skrev skrevet
	finde: finder fandt fundet
	stå: står stod stået
	ligge: ligger lå ligget
	sidde: sidder sad siddet
	blive: bliver blev blevet
	drage: drager drog draget
	holde: holder holdt
	lade: lader lod ladet
`

const irregularGerman = `
	sein: ist sind war waren gewesen bin bist
	haben: hat hatte hatten gehabt
	gehen: ging gingen gegangen
	stehen: stand standen gestanden
	kommen: kam kamen gekommen käme
	sehen: sah sahen gesehen sieht
	geben: gab gaben gegeben gibt
	nehmen: nahm nahmen genommen nimmt
	sprechen: sprach sprachen gesprochen spricht
	finden: fand fanden gefunden
	bleiben: blieb blieben geblieben
	schreiben: schrieb schrieben geschrieben
	lesen: las lasen gelesen liest
	denken: dachte dachten gedacht
	bringen: brachte brachten gebracht
	wissen: weiß wusste wussten gewusst
	fahren: fuhr fuhren gefahren fährt
	tragen: trug trugen getragen trägt
	helfen: half halfen geholfen hilft
	treffen: traf trafen getroffen trifft
	werden: wird wurde wurden geworden
	ziehen: zog zogen gezogen
	halten: hielt hielten gehalten hält
	lassen: ließ ließen gelassen lässt
	beginnen: begann begannen begonnen
`
