package coding

import (
	"strings"

	"crosscase/corpus/words"
)

// concepts are everyday ways to speak of what interview guides ask about again and
// again: one concept a line, its words in any order. The guide says "initiative", the
// interviewer "whose idea was it". They are written for this program; they hold no words of any one
// subject, and a guide's own other wordings (also:) and code book go further.
var concepts = map[string]string{
	"nb": `
rolle stilling stillinga jobb jobben ansvar ansvarsområde arbeidsoppgaver tittel ansatt bakgrunnen utdanning erfaring ansiennitet karriere yrke
bakgrunn historie historikk begynnelse begynnelsen start starten opprinnelse opphav utgangspunkt grunn grunnen årsak begrunnelse foranledning hvorfor kvifor
initiativ idé ideen ide forslag opphavsmann pådriver pådrivere drivkraft foreslo fant
tidspunkt år årstall årstallet lenge dato starta startet innført innføring innførte tok oppstart
formål hensikt mål målet målsetting målsettinger ønske ønsket oppnå hensikten meningen ambisjon ambisjoner intensjon håpet
tilpasning tilpasse tilpasset tilpassa endret endring endringer endringar justert forandre forandret forandring omgjort lokal lokalt skreddersydd annerledes
deltakelse deltok medvirkning medvirke involvert involvering involvere delta inkludert innspill høringsrunde medbestemmelse tillitsvalgte
ledelse toppledelse leder ledere lederne sjef sjefen sjefer rådmann rådmannen direktør toppen ledergruppe ledelsen styret leiing leiar
ansatte medarbeidere folk folkene kollegaer kolleger personale personalet arbeidstakere tilsette medarbeidarar staben
engasjement engasjert støtte støtter oppslutning begeistring interesse holdning holdninger stemning motstand skepsis reaksjon reaksjoner reagerte mottatt
utforming utformet utforma bygd bygget oppbygging struktur oppsett inndeling sammensetning satt utseende ser
måling måle måler målt målemetode målemetoder metode metoder telle teller tall undersøkelse kartlegging registrere
bruk bruke bruker brukt anvendelse nytte praksis hverdagen daglig kvardagen
utbredelse utbredt omfang spredning spredt nivå nivåer ledd hele ut
forankring forankret forankra eierskap rotfestet festet
styring styre styrer kontroll ledelsesverktøy styringsverktøy ytelse prestasjon
strategi strategier plan planer planen overordnet langsiktig kobling koblet sammenheng henger knyttet
visjon verdigrunnlag verdier slagord drøm
belønning belønne incentiv incentiver insentiv bonus premie lønn gulrot anerkjennelse
resultat resultater resultatene funn utfall tallene avvik avviket tiltak oppfølging følge følger følges rødt skjer
rapportering rapportere rapporterer rapport rapporter presentere presenteres legge fram fremlegge publisere levere formidle vise
oppdatering oppdatere oppdatert oppdateres vedlikehold revidere revidert revisjon fornye fornyet fornying
utfordringer utfordring utfordrende vanskelig vanskelige vanskeligheter vanskeligst problem problemer hinder hindringer hindre barriere barrierer trøbbel krevende tyngst tungt vondt strevd skoen svakhet svakheter ulempe ulemper gærent
effekt effekter virkning virkninger gevinst gevinster fordel fordeler utbytte oppnådd betydd betydning bedre forbedring forbedret
kostnad kostnader koste koster penger økonomi økonomisk finansiere finansiering finansiert pris prisen kroner budsjett utgifter betale betalte dyrt
opplæring kurs lære lærte trening kompetanse ferdigheter utdanne kunnskap forberedt
samarbeid samarbeide samarbeider samhandling kontakt relasjon forhold sammen partnere dialog
andre sammenligne sammenlikne sammenligner sammenligning benchmarking nabo naboer lignende tilsvarende kikket sett
kvalitet kvaliteten godt bra standard
ressurser ressurs tid kapasitet bemanning hender mangler mangel
fremtid framtid framtida framtiden videre fremover framover neste år planlagt år visjon ser
råd tips anbefale anbefaling anbefalinger gjort annerledes nytt lærdom lært begynne kollega
etikk etisk etiske dilemma dilemmaer riktig galt samvittighet uro
informasjon informere informert beskjed kommunikasjon kommunisere
politikk politiker politikere politisk politikerne folkevalgte kommunestyret bystyret
brukere bruker innbyggere innbyggerne pasienter kunder publikum elever pårørende familie familien
beslutning beslutte bestemme bestemt avgjøre avgjørelse valgt velge valg velger utvelgelse kriterier bestemmer
leverandør leverandører system systemet verktøy teknologi teknisk utstyr løsning løsninger program
lover regelverk lov regler krav forskrift tilsyn
organisering organisert organisasjon organisasjonen enhet enheter avdeling avdelinger eier eid
suksess suksessfaktor suksessfaktorer lyktes lykkes fungerer fungert virker vellykket nøkkel avgjørende
slutte slutter slutta sluttet sluttar frafall forlate forlater gir gi opp forsvinne forsvinner flytte flytter turnover beholde behalde nedleggelse legges ned
konflikt konflikter konfliktar uenighet uenigheter uenig usemje krangel krangle krangler bråk gnisninger strid splid sure sinte klage klager klagde misnøye
motivasjon motivere motiverer motiverte driver trekker lyst glede trives trivsel engasjement belønning takk setter pris verdsatt
hjem hjemme heime privatliv familieliv familien kone kona mann mannen barna ungene samboer fritid
svinn avfall rester overs kaste kastes kaster søppel gjenbruk resirkulere
miljø klima utslipp bærekraft bærekraftig grønn grønt forurensning natur
feil avvik uhell ulykke ulykker ulukke hendelse hendelser hending hendingar svikt svikter galt skade skader
tillit stole stoler trygghet trygg sikkerhet sikker sikre sikrer stolt
medier media avis aviser avisene aviser omtale omtales reklame markedsføring markedsføre kjent synlig oppslag
fornøyd fornøgd tilfreds tilfredshet glad glade liker trives
bekymring bekymringer bekymrer bekymret engstelig redd frykt frykter våken uro gnager grubler uroar
sykdom sykefravær sjukefråvær syk syke sjuk fravær helse smerte
inntrykk husker hugsar minne minner minnes sterkest opplevelse opplevelser episode glemmer gløymer
betydning betyr betydd mening viktig viktigst verdi samhold fellesskap stemning stemningen identitet tilhørighet
varighet vente venter ventetid fort raskt minutter vakt vakter vaktlista turnus timeplan arbeidstid timer
redskap verktøy maskin maskiner bil biler deler hjelpemidler utstyr utstyret
lokaler lokale lokalet bygg bygget hus huset hall rom plass husleie
antall tal størrelse stor stort større omfang flere færre vekst øke øker økt økning mange
fordeling fordele fordeles deles rettferdig prioritere prioritering prioriterer prioritert rekkefølge kø hvem
konkurranse konkurrent konkurrenter konkurrere marked markedet
rekruttering rekruttere rekrutterer ansette ansettelse tilsetje søkere søker skaffe verve finne nye
inntekt inntekter inntektene tjene tjener omsetning salg selge støtte gaver tilskudd lønn
vedlikehold vedlikehalde vedlikeholde reparere reparasjon fikse stell holde ved like`,
	"en": `
role position job title responsibility responsibilities responsible duties background education experience career work
history beginning origin origins start started reason reasons reasoning rationale decide decided decision behind prompted
initiative idea proposed suggested driver champion whose
goal goals aim aims purpose objective objectives intention achieve hoped hope target targets wanted
adapt adapted adaptation adaptations change changes changed alter alterations altered adjust adjusted tailor modified different rearranged moved
involve involved involvement participate participated participation included consulted say input
management manager managers leadership leader leaders boss bosses director chief executive top council board
staff employees colleagues people team workers crew personnel
support supported backing backed engaged commitment committed help behind slow
reaction reactions react reacted received response responses attitude attitudes opinion feel felt resistance sceptical welcomed afraid worry worries concern concerns fear
design designed structure structured built layout drawn set
measure measures measured measuring measurement count counted counting figures numbers data statistics survey surveys track indicator indicators know base
use used uses using practice daily everyday day
users user visitors customers patients passengers clients public audience residents guests visitor
groups group older elderly young excluded left out
plan plans planning planned strategy strategic
technology technical system systems equipment software devices machines running
training trained train course courses teach taught learn learned instruction skills
cost costs money finance financed finances funding funded pay paid price budget expense expensive economics economic
result results outcome outcomes effect effects impact difference benefit benefits gain gains improved improvement meant
challenge challenges difficult difficulties difficulty problem problems obstacle obstacles barrier barriers hard trouble wrong weakness weaknesses worst harder struggle
success successful succeed succeeded worked works factor factors made key
cooperation cooperate collaborate collaboration partner partners partnership together relationship contact relations
report reports reported reporting present presented publish share
update updated updating maintain maintenance maintained revise revised review reviewed workshop looking
security safety safe privacy camera cameras surveillance watch watched
rules rule law laws regulation regulations legal requirement requirements inspector compliance
future next years ahead ten five tomorrow coming plans
advice advise recommend recommendation recommendations suggest over again differently start colleague
compare compared comparison comparisons other others neighbouring similar elsewhere benchmark
resources resource time capacity staffing hours shortage lack enough
quality good better standard care
choose chose chosen choice select selected selection pick picked criteria eligible who
inform informed information communicate communication told tell
reliable reliability depend dependable breakdown break failure failures fail
condition conditions weather cold winter heat summer
organisation organization organised organized unit units department departments owned own
leave leaving left quit resign drop drops dropped dropout stay stays keep retain retention turnover stop stopped close closed shut give
conflict conflicts disagreement disagreements quarrel quarrels argue argument arguments friction tension tensions dispute complaint complaints complain row falling
motivate motivates motivation drives reward rewards recognise recognition appreciate appreciated thank valued value incentive
family families home household husband wife partner parents children kids relatives private personal life
waste wasted surplus leftover throw thrown away bin recycle recycling reuse
environment environmental climate planet green emissions carbon pollution sustainable sustainability nature
error errors mistake mistakes incident incidents accident accidents hurt harm safe fault wrong
trust trusted confidence believe rely honest
publicity advertise advertising media newspaper newspapers papers press news marketing promote word hear
satisfied satisfaction happy pleased content enjoy proud pride liked best
worry worries worried afraid fear fears anxious awake nervous uneasy
illness ill sick sickness absence health wellbeing pain tired stress
memorable remember impression moment story forget stays unforgettable
mean means meaning meant significance importance important matter matters belonging community atmosphere
hours hour wait waiting time long quick minutes late schedule rota roster timetable shift shifts
tool tools equipment machine machines parts vehicle vehicles kit material materials
premises building buildings room rooms house place site rent location
size big large number numbers many small grow growth growing increase increased bigger
share sharing divide distribute distributed allocate allocation fair fairness priority priorities prioritise queue turns
competition competitor competitors compete market online
recruit recruits recruiting recruitment hire hires hiring employ find finding applicant applicants attract
income revenue earn earns earning sales sell sold sources grant grants donation donations fees wage wages salary salaries expensive cheap afford
maintain maintenance repair repairs repaired fix fixed mend mended upkeep
owner owners ownership owns founder founders founded found set
confidential confidentiality private privacy discreet secret anonymous dignity shame respect
progress assess assessment evaluate evaluation follow track monitor monitoring check checked improve
deal handle handled manage cope react deals`,
	"sv": `
roll tjänst jobb ansvar bakgrund utbildning erfarenhet arbetsuppgifter
historia början start orsak anledning skäl varför
initiativ idé förslag
mål syfte avsikt ambition uppnå
anpassa anpassning ändra ändring förändring annorlunda
delta deltagande involvera medverka inflytande
ledning chef chefer ledare politiker
personal medarbetare kollegor anställda folk
stöd engagemang reaktion reaktioner motstånd inställning
mäta mätning mått statistik siffror undersökning uppföljning
använda användning användare besökare låntagare invånare
teknik system utrustning digital verktyg
utbildning kurs kompetens lära
kostnad kostnader pengar ekonomi budget betala
resultat effekt effekter vinst nytta betydelse
utmaning utmaningar svårt svårighet svårigheter problem hinder
samarbete samarbeta partner tillsammans kontakt
framtid framöver år nästa
råd tips rekommendera
leverantör avtal upphandling välja val
sluta slutar slutat lämna stanna behålla
konflikt konflikter oense bråk klagomål klaga missnöje
motivation motivera drivkraft lust trivas
hem hemma familj familjen barn privatliv
miljö klimat utsläpp hållbarhet avfall svinn
fel misstag olycka olyckor avvikelse skada
förtroende lita trygghet trygg säkerhet
nöjd nöjda glad trivs
oro oroa orolig rädd rädsla
rekrytera rekrytering anställa söka hitta
underhåll reparera laga sköta
lokal lokaler byggnad hus rum
antal storlek öka ökat ökning växa
inkomst inkomster tjäna intäkter lön`,
}

// conceptIndex returns the concepts of a language by the stems of their words. A concept's name
// begins with a mark that no stem has.
func conceptIndex(a *words.Analyser) map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(concepts[spoken(a.Language)]), "\n") {
		ws := strings.Fields(line)
		name := "§" + ws[0]
		for _, w := range ws {
			stem := a.Stem(w)
			if list := out[stem]; len(list) == 0 || list[len(list)-1] != name {
				out[stem] = append(list, name)
			}
		}
	}
	return out
}
