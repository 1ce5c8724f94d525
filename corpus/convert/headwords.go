package convert

import "strings"

// heads are the words before a colon that never are a speaker: what stands at
// the top of a transcript or an e-mail, in the forms of plans and minutes, in
// guides, songs and lists. An underscore stands for a blank.
var heads = wordSet(
	// of a recording or an interview
	`dato date datum data fecha tid tidspunkt time zeit hora heure klokkeslett klokken sted stad place plats ort lieu local lugar location
	varighet varigheit varaktighet varighed duration dauer durée duração duración length lengde lengd længde til_stede present tilstede tilstades
	deltakere deltagere deltakarar deltagare deltagarna deltagarlista medverkande närvarande nærværende til_stades anwesend anwesende presentes asistentes participants attendees teilnehmer participantes kommune case kasus prosjekt project projekt projet projeto
	tema emne topic title tittel titel subject ämne thema betreff assunto asunto referent transkribert_av transkribert transcribed_by transcriber
	transkribent transkripsjon transcript transcription opptak recording aufnahme inspelning fil file filnavn filename lydfil audio audio_file
	merknad merknader note notes obs nb notat notater språk language sprache idioma format version versjon side page seite kapittel chapter
	legend forkortelser tegnforklaring transcription_conventions transkripsjonsnøkkel interviewees interviewers intervjuere informanter
	stilling cargo rolle role funksjon function yrke occupation profession alder age ålder alter kjønn gender sex navn name namn nom nome nombre
	id nr no nummer number referanse reference ref uke dag day status_for_intervju intervjudato interview_date dato_for_intervju kontekst context
	bakgrunn background innledning introduction intro avslutning closing oppvarming warm-up`,
	// of plans, minutes and budgets
	`kilde kilder source sources figur figure tabell table mål delmål hovedmål målsetting tiltak ansvar ansvarlig ansvarleg ansvarlige frist
	fristar frister status kommentar kommentarer resultat resultater indikator indikatorer vedtak vedtekter vedlegg vedlagt sak saker saksnr sakstittel
	saksnummer saksbehandler saksframlegg saksdokumenter journalpost arkivsak innstilling forslag merknadsfrist goal goals aim aims objective objectives
	action actions measure measures responsible deadline cost costs kostnad kostnader budsjett budget eksempel eksempler example examples
	innkalt innkalte møtested møtedato møtetid forfall frammøte oppmøte fravær vara varamedlem sekretær orientering konklusjon konklusjoner
	conclusion summary sammendrag oppsummering samandrag utfordring utfordringer risiko konsekvens begrunnelse vurdering bakgrunn_for_saken
	avstemning votering behandling protokoll godkjenning eventuelt ymse beslutning oppfølging oppfølgingspunkt styrke styrker svakhet svakheter
	muligheter trusler strengths weaknesses opportunities threats pros cons fordeler ulemper myte fakta myth fact`,
	`åtgärd åtgärder ansvarig uppföljning tidplan aktivitet aktiviteter ziel ziele maßnahme maßnahmen massnahme zuständig verantwortlich termin frist_bis
	stärken schwächen chancen risiken ergebnis beschluss objectif objectifs mesure responsable délai objetivo objetivos medida medidas responsável prazo
	hendelse sannsynlighet risikonivå konsekvenser forutsetning forutsetninger visjon verdier satsing satsingsområde strategi innsatsområde
	arbeidssted søknadsfrist kontakt kontaktperson kvalifikasjoner uppdrag antall_svar svarprosent svar_sendes rett_utskrift decision due
	mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag monday tuesday wednesday thursday friday saturday sunday
	montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar mars oktober november desember january february march july september
	october december ja nei nej yes no oui non ja/nei vet_ikke antall sum total totalt netto brutto`,
	// signs, addresses, letters
	`dvs d.v.s f.eks f.eks. obs! ps p.s ps. http https www e-post epost email e-mail mail telefon tlf phone mobil mob web nettside adresse address
	fra från from von de til till to an kopi cc bcc sendt skickat sent gesendet enviado dato_sendt emnefelt vedr vedrørende re sv vs fw fwd svar_til
	reply-to att hilsen kjære`,
	// of guides, code books, songs, recipes and exercises
	`foto photo les_også faktaboks files copyright license licence author authors`,
	`theme themes temaer section part del research_question forskningsspørsmål problemstilling interviewer_note note_to_interviewer intro_til_intervjuer probe probes prompt prompts oppfølgingsspørsmål follow-up follow_up hint stikkord instruks instruction instructions kategori category
	definisjon definition begrep forklaring explanation kode code inkluder ekskluder include exclude oppgave oppgaver exercise task løsning
	fasit refreng chorus vers verse bro bridge omkved outro ingredienser ingredients framgangsmåte fremgangsmåte method metode slik_gjør_du tips tip
	porsjoner serves steketid koketid tilberedning pris price åpningstider opening_hours inngang`)

// capitalHeads are those that stand in capitals; other short words in capitals
// are somebody's initials.
var capitalHeads = wordSet("NB PS OBS CC BCC RE FW FWD ID NR TLF DVS FAQ URL")

// heldNames stand with a number for a name that was taken out.
var heldNames = wordSet("name navn namn nom nome nombre id case kasus kommune")

// isHead tells whether a label is the head of a pair such as "Date: 2016".
func isHead(label string) bool {
	if len(label) > longestLabel {
		return false
	}
	lower := strings.ToLower(label)
	if len(label) < 4 && lower != label && strings.ToUpper(label) == label {
		return capitalHeads[label]
	}
	if heads[lower] {
		return true
	}
	// "Mål 1", "Theme 2"; but "Name 1" may be somebody whose name was taken out
	stem := strings.TrimRight(lower, "0123456789")
	return stem != lower && strings.HasSuffix(stem, " ") && heads[stem[:len(stem)-1]] && !heldNames[stem[:len(stem)-1]]
}

// remarks are what transcribers put in brackets that is not said by anybody.
var remarks = wordSet(`latter ler skratt skrattar lacht lachen laughs laughter laughing rires risas risos pause paus lang_pause kort_pause
	stillhet silence taushet uhørbart uhørlig uklart utydelig utydeleg ohörbart inaudible unclear unverständlich inaudível crosstalk overlapping
	snakker_samtidig music musikk musikk_spilles applause applaus klapping cough hoster sukker sighs kremter telefon_ringer phone_rings
	mm mhm hm ok background_noise bakgrunnsstøy støy noise avbrudd interruption nikker nods ironisk sic utelatt anonymisert redacted blank_audio
	foreign snakker_utydelig end_of_recording slutt_på_opptak opptak_slutt opptak_starter start end slutt`)

// isRemark tells whether words in brackets are such a remark.
func isRemark(label string) bool { return remarks[strings.ToLower(strings.TrimRight(label, ".!…"))] }
