package catalogue

import "math"

// Percent prints a share as a percentage: 87%, in Norwegian 87 %. It has as many decimals, up to three, as it takes that what is not nothing and not all does not
// look so, and one where it is below ten.
func (l Language) Percent(share float64) string {
	p, places := math.Abs(100*share), 0
	if p < 9.95 && p != 0 {
		places = 1
	}
	for ; places < 3; places++ {
		shown := math.Round(p*math.Pow10(places)) / math.Pow10(places)
		if (shown != 0 || p == 0) && (shown != 100 || p == 100) {
			break
		}
	}
	blank := ""
	if l.norwegian() {
		blank = "\u00a0"
	}
	return l.Decimals(100*share, places) + blank + "%"
}

// PValue prints the p value of a test: three decimals, and <0.001 for what is smaller.
func (l Language) PValue(p float64) string {
	if p < 0.001 {
		return "<" + l.Decimals(0.001, 3)
	}
	return l.Decimals(p, 3)
}

// figureEntries are the words of tables of agreement, counts and tests: English, bokmål, nynorsk.
var figureEntries = map[string][3]string{
	"Agreement over time":      {"Agreement of a coder over time", "Samsvar over tid hos én koder", "Samsvar over tid hos éin kodar"},
	"Agreement between coders": {"Agreement between coders", "Samsvar mellom kodere", "Samsvar mellom kodarar"},
	"Agreement on values":      {"Agreement on the values of codes", "Samsvar om kodenes verdier", "Samsvar om verdiane til kodane"},
	"Agreement on directions":  {"Agreement on what passages say of their code", "Samsvar om hva passasjer sier om koden sin", "Samsvar om kva passasjar seier om koden sin"},
	"note directions":          {"Units to which two coders or more gave the code in exactly one direction: for, against or qualified.", "Enheter der minst to kodere har gitt koden i nøyaktig én retning: for, mot eller med forbehold.", "Einingar der minst to kodarar har gjeve koden i nøyaktig éi retning: for, mot eller med atterhald."},
	"ordinal":                  {"%s, ordinal", "%s, ordinal", "%s, ordinal"},
	"quadratic":                {"%s, quadratic weights", "%s, kvadratiske vekter", "%s, kvadratiske vekter"},
	"note no values":           {"No code that they used has values (values: in codebook.yaml).", "Ingen kode de har brukt, har verdier (values: i codebook.yaml).", "Ingen kode dei har brukt, har verdiar (values: i codebook.yaml)."},
	"note values":              {"Units to which two coders or more gave exactly one value of the code. The ordinal figures take the values in the order of the code book; they mean something only if that is an order.", "Enheter der minst to kodere har gitt nøyaktig én av kodens verdier. De ordinale tallene tar verdiene i kodebokas rekkefølge; de betyr bare noe hvis den er en rangering.", "Einingar der minst to kodarar har gjeve nøyaktig éin av verdiane til koden. Dei ordinale tala tek verdiane i rekkjefølgja til kodeboka; dei betyr berre noko om ho er ei rangering."},
	"Disagreements":            {"Disagreements to talk about", "Uenigheter å snakke om", "Usemje å snakke om"},
	"Against the key":          {"%s against the key of %s", "%s målt mot fasiten til %s", "%s målt mot fasiten til %s"},
	"Codes of two coders":      {"Which codes %s and %s gave the same units", "Hvilke koder %s og %s ga de samme enhetene", "Kva kodar %s og %s gav dei same einingane"},
	"overall":                  {"All codes", "Alle koder", "Alle kodar"},
	"units":                    {"Units", "Enheter", "Einingar"},
	"characters":               {"Characters", "Tegn", "Teikn"},
	"both":                     {"Both", "Begge", "Begge"},
	"by all":                   {"By all", "Av alle", "Av alle"},
	"by some":                  {"By some", "Av noen", "Av nokre"},
	"only":                     {"Only %s", "Bare %s", "Berre %s"},
	"prevalence":               {"Coded", "Kodet", "Koda"},
	"coverage":                 {"coverage %s", "dekning %s", "dekning %s"},
	"agreement":                {"Agreed", "Enighet", "Semje"},
	"in the key":               {"In the key", "I fasiten", "I fasiten"},
	"found":                    {"Found", "Funnet", "Funne"},
	"wrong":                    {"Only the coder", "Bare koderen", "Berre kodaren"},
	"missed":                   {"Only the key", "Bare fasiten", "Berre fasiten"},
	"precision":                {"Precision", "Presisjon", "Presisjon"},
	"recall":                   {"Recall", "Dekningsgrad", "Dekningsgrad"},
	"Place":                    {"Place", "Sted", "Stad"},
	"not coded":                {"not coded", "ikke kodet", "ikkje koda"},
	"instead":                  {"not coded; there: %s", "ikke kodet; der: %s", "ikkje koda; der: %s"},
	"left out here":            {"taken over from a proposal, left out", "overtatt fra et forslag, holdt utenfor", "overteke frå eit forslag, halde utanfor"},

	"unit sentence":  {"sentences", "setninger", "setningar"},
	"unit paragraph": {"paragraphs", "avsnitt", "avsnitt"},
	"unit turn":      {"turns (where nobody speaks, paragraphs)", "replikker (avsnitt der ingen snakker)", "replikkar (avsnitt der ingen snakkar)"},
	"unit document":  {"documents", "dokumenter", "dokument"},
	"unit question":  {"stretches from one question of the guide to the next", "strekk fra ett spørsmål i guiden til det neste", "strekk frå eitt spørsmål i guiden til det neste"},
	"unit span":      {"passages as the coders marked them, by characters", "passasjer slik koderne markerte dem, tegn for tegn", "passasjar slik kodarane markerte dei, teikn for teikn"},

	"note twice": {"%s coded a sample a second time (%s), without seeing the codes: %d of the %d passages that were coded, %s, in %s. A code counts as given where it stands at exactly the passage; for, against and qualified count alike.",
		"%s har kodet et utvalg en gang til (%s), uten å se kodene: %d av de %d passasjene som er kodet, %s, i %s. En kode regnes som gitt der den står ved nøyaktig passasjen; for, mot og med forbehold teller likt.",
		"%s har koda eit utval ein gong til (%s), utan å sjå kodane: %d av dei %d passasjane som er koda, %s, i %s. Ein kode er rekna som gjeven der han står ved nøyaktig passasjen; for, mot og med atterhald tel likt."},
	"note coders":        {"Coders: %s. Units: %s (--unit).", "Kodere: %s. Enheter: %s (--unit).", "Kodarar: %s. Einingar: %s (--unit)."},
	"note seen":          {"Left out, for %s saw the others' codings there before reading: %s (--seen counts them).", "Utelatt, fordi %s så de andres kodinger der før lesingen: %s (--seen tar dem med).", "Utelate, fordi %s såg kodingane til dei andre der før lesinga: %s (--seen tek dei med)."},
	"note documents":     {"Finished by every coder, for at least one code: %d of %d documents: %s.", "Ferdig lest av alle kodere, for minst én kode: %d av %d dokumenter: %s.", "Ferdig lesne av alle kodarar, for minst éin kode: %d av %d dokument: %s."},
	"note perfect":       {"An interval from 1.00 to 1.00 says only that nobody deviated in these units.", "Et intervall fra 1,00 til 1,00 sier bare at ingen avvek i disse enhetene.", "Eit intervall frå 1,00 til 1,00 seier berre at ingen avveik i desse einingane."},
	"note all documents": {"Overall: %d of these, which every coder finished for all codes of the table.", "Alle koder: %d av disse, som alle kodere er ferdige med for alle kodene i tabellen.", "Alle kodar: %d av desse, som alle kodarar er ferdige med for alle kodane i tabellen."},
	"note unfinished":    {"Left out, because not every coder finished them: %s.", "Holdt utenfor fordi ikke alle kodere er ferdige med dem: %s.", "Haldne utanfor fordi ikkje alle kodarar er ferdige med dei: %s."},
	"note accepted":      {"Taken over from proposals and left out of independent work: %s. Their units count as missing for that coder (--accepted counts them).", "Overtatt fra forslag og holdt utenfor det uavhengige arbeidet: %s. Enhetene regnes som manglende for den koderen (--accepted teller dem med).", "Overtekne frå forslag og haldne utanfor det uavhengige arbeidet: %s. Einingane blir rekna som manglande for den kodaren (--accepted tel dei med)."},
	"note accepted kept": {"Taken over from proposals and counted all the same (--accepted): %s.", "Overtatt fra forslag og likevel talt med (--accepted): %s.", "Overtekne frå forslag og likevel talde med (--accepted): %s."},
	"note unused":        {"Used by no coder in these documents: %s.", "Brukt av ingen koder i disse dokumentene: %s.", "Brukte av ingen kodar i desse dokumenta: %s."},
	"note whole":         {"A unit is coded where a coding shares a character with it; for, against and qualified count alike; codes below a code count below it.", "En enhet er kodet der en koding deler minst ett tegn med den; for, mot og med forbehold teller likt; underkoder teller hos seg selv.", "Ei eining er koda der ei koding deler minst eitt teikn med henne; for, mot og med atterhald tel likt; underkodar tel hos seg sjølve."},
	"note interviewers":  {"%d of the units are the interviewers' own words; --role informant leaves them out.", "%d av enhetene er intervjuerens egne ord; --role informant holder dem utenfor.", "%d av einingane er intervjuaren sine eigne ord; --role informant held dei utanfor."},
	"note interval":      {"In brackets: 95%% interval, units drawn %s times with replacement, seed %d%s.", "I parentes: 95 %% intervall, enhetene trukket %s ganger med tilbakelegging, frø %d%s.", "I parentes: 95 %% intervall, einingane trekte %s gonger med tilbakelegging, frø %d%s."},
	"note deviations":    {"In brackets: 95%% interval of alpha by Krippendorff's algorithm (2006), %s draws, seed %d; too narrow for more than two coders.", "I parentes: 95 %% intervall for alfa etter Krippendorffs algoritme (2006), %s trekninger, frø %d; for smalt for mer enn to kodere.", "I parentes: 95 %% intervall for alfa etter Krippendorff sin algoritme (2006), %s trekningar, frø %d; for smalt for meir enn to kodarar."},
	"note fewer":         {"overall %d times", "alle koder %d ganger", "alle kodar %d gonger"},
	"note without":       {"Resamples without a value, left out: %s.", "Trekninger uten verdi, holdt utenfor: %s.", "Trekningar utan verdi, haldne utanfor: %s."},
	"note overall":       {"All codes: multi-valued alpha, since several codes may stand on one unit; agreement is the share of units with the very same codes.", "Alle koder: flerverdi-alfa, siden flere koder kan stå på én enhet; enighet er andelen enheter med nøyaktig de samme kodene.", "Alle kodar: fleirverdi-alfa, sidan fleire kodar kan stå på éi eining; semje er delen einingar med nøyaktig dei same kodane."},
	"note machine":       {"%s is a machine coder: its work is that of the last coding apply, and only for the codes it knows.", "%s er en maskinkoder: arbeidet er det siste coding apply laget, og bare for kodene den kjenner.", "%s er ein maskinkodar: arbeidet er det siste coding apply laga, og berre for kodane han kjenner."},
	"note opposed":       {"Units on which they agree on the code and not on what it says there (for, against, qualified): %d; the figures above take them for agreement (--says gives their own, --disagreements lists them).", "Enheter der de er enige om koden, men ikke om hva den sier der (for, mot, med forbehold): %d; tallene over regner dem som samsvar (--says gir tall for dette, --disagreements lister dem).", "Einingar der dei er samde om koden, men ikkje om kva han seier der (for, mot, med atterhald): %d; tala over reknar dei som samsvar (--says gjev tal for dette, --disagreements listar dei)."},
	"note disagreements": {"Units on which they differ: %d (--disagreements lists them).", "Enheter der de er uenige: %d (--disagreements lister dem).", "Einingar der dei er usamde: %d (--disagreements listar dei)."},
	"undefined":          {"undef.", "udef.", "udef."},
	"nothing independent is left": {"nothing independent is left, for the code was only taken over from proposals", "ingenting uavhengig er igjen, for koden ble bare overtatt fra forslag",
		"ingenting uavhengig er att, for koden vart berre overteken frå forslag"},
	"note undefined":   {"Undefined, %s: %s.", "Udefinert, %s: %s.", "Udefinert, %s: %s."},
	"note merged":      {"Codings of one code by one coder that overlap count as one passage: %d.", "Kodinger av én kode fra samme koder som overlapper, teller som én passasje: %d.", "Kodingar av éin kode frå same kodar som overlappar, tel som éin passasje: %d."},
	"note spans":       {"u-alpha: found and named alike, gaps being a value; |u-alpha: found, whatever the name; cu-alpha: named alike where passages meet; (k)u-alpha: the code told from the others there. Free passages have no units to draw again, so there is no interval.", "u-alfa: funnet og kalt det samme, mellomrom er også en verdi; |u-alfa: funnet, uansett navn; cu-alfa: kalt det samme der passasjer møtes; (k)u-alfa: koden skilt fra de andre der. Frie passasjer har ingen enheter å trekke på nytt, så det er ikke noe intervall.", "u-alfa: funne og kalla det same, mellomrom er også ein verdi; |u-alfa: funne, uansett namn; cu-alfa: kalla det same der passasjar møtest; (k)u-alfa: koden skild frå dei andre der. Frie passasjar har ingen einingar å trekkje på nytt, så det er ikkje noko intervall."},
	"note overlapping": {"Codes overlap in one coder's work, so u-, cu- and (k)u-alpha of all codes together are not defined; name exclusive codes with --code.", "Koder overlapper i én koders arbeid, så u-, cu- og (k)u-alfa for alle koder samlet er ikke definert; oppgi koder som utelukker hverandre med --code.", "Kodar overlappar i arbeidet til éin kodar, så u-, cu- og (k)u-alfa for alle kodar samla er ikkje definerte; oppgi kodar som utelukkar kvarandre med --code."},
	"overlapping":      {"codes overlap", "koder overlapper", "kodar overlappar"},
	"reflexive":        {"This study calls itself reflexive. Agreement is no quality of a reflexive analysis, and a coefficient can mislead (Braun & Clarke 2021, Qualitative Research in Psychology 18:328-352); the list of disagreements (--disagreements) is what can be talked about.", "Denne studien kaller seg refleksiv. Samsvar er ikke noe kvalitetsmål for en refleksiv analyse, og en koeffisient kan villede (Braun & Clarke 2021, Qualitative Research in Psychology 18:328-352); lista over uenigheter (--disagreements) er det en kan snakke om.", "Denne studien kallar seg refleksiv. Samsvar er ikkje noko kvalitetsmål for ein refleksiv analyse, og ein koeffisient kan villeie (Braun & Clarke 2021, Qualitative Research in Psychology 18:328-352); lista over usemje (--disagreements) er det ein kan snakke om."},

	"advice":         {"Report: %s.", "Rapporter: %s.", "Rapporter: %s."},
	"advice two":     {"alpha with its interval and agreement (two coders, given units, categories without order); kappa where your field expects it", "alfa med intervall og enighet (to kodere, gitte enheter, kategorier uten rekkefølge); kappa der faget venter det", "alfa med intervall og semje (to kodarar, gjevne einingar, kategoriar utan rekkjefølgje); kappa der faget ventar det"},
	"advice more":    {"alpha with its interval and agreement (%d coders)", "alfa med intervall og enighet (%d kodere)", "alfa med intervall og semje (%d kodarar)"},
	"advice missing": {"alpha alone (values are missing; kappas need every coder on every unit)", "bare alfa (verdier mangler; kappaer trenger alle kodere på alle enheter)", "berre alfa (verdiar manglar; kappaer treng alle kodarar på alle einingar)"},
	"advice skewed":  {"for codes that are rare or nearly everywhere (%s) AC1 beside alpha, with the counts; do not take the larger silently", "for koder som er sjeldne eller nesten overalt (%s) AC1 ved siden av alfa, med tallene; ta ikke stilltiende den største", "for kodar som er sjeldne eller nesten overalt (%s) AC1 ved sida av alfa, med tala; ta ikkje stillteiande den største"},
	"advice spans":   {"u-, |u- and cu-alpha with their coverage, and the codes one by one (coders marked passages of their own)", "u-, |u- og cu-alfa med dekning, og kodene hver for seg (koderne markerte passasjer selv)", "u-, |u- og cu-alfa med dekning, og kodane kvar for seg (kodarane markerte passasjar sjølve)"},
	"advice bar":     {"Krippendorff asks for alpha of .800, tentatively .667, at the lower bound of the interval.", "Krippendorff krever en alfa på 0,800, foreløpig 0,667, ved intervallets nedre grense.", "Krippendorff krev ein alfa på 0,800, førebels 0,667, ved den nedre grensa til intervallet."},

	"no unit has values of two coders":               {"no unit has values of two coders", "ingen enhet har verdier fra to kodere", "inga eining har verdiar frå to kodarar"},
	"no variation: reliability cannot be shown":      {"no variation: reliability cannot be shown", "ingen variasjon: pålitelighet kan ikke vises", "ingen variasjon: kor påliteleg det er, kan ikkje visast"},
	"defined for two coders only":                    {"defined for two coders only", "bare definert for to kodere", "berre definert for to kodarar"},
	"undefined for one of the pairs of coders":       {"undefined for one of the pairs of coders", "udefinert for ett av kodeparene", "udefinert for eitt av kodepara"},
	"units of two coders never meet":                 {"passages of two coders never meet", "passasjer fra to kodere møtes aldri", "passasjar frå to kodarar møtest aldri"},
	"nobody marked anything":                         {"nobody marked anything", "ingen har markert noe", "ingen har markert noko"},
	"nobody assigned it":                             {"nobody assigned it", "ingen har brukt den", "ingen har brukt han"},
	"nothing was coded by the coder who is measured": {"nothing was coded by the coder who is measured", "koderen som måles, har ikke kodet noe", "kodaren som blir målt, har ikkje koda noko"},
	"nothing is coded in the key":                    {"nothing is coded in the key", "ingenting er kodet i fasiten", "ingenting er koda i fasiten"},
	"undefined in every resample":                    {"undefined in every resample", "udefinert i alle trekninger", "udefinert i alle trekningar"},
	"a row or column of the table is empty":          {"a row or column of the table is empty", "en rad eller kolonne i tabellen er tom", "ei rad eller kolonne i tabellen er tom"},
	"there are no words":                             {"there are no words", "det er ingen ord", "det er ingen ord"},
	"it never occurs":                                {"it never occurs", "det forekommer aldri", "det førekjem aldri"},
	"the text is shorter than the window":            {"the text is shorter than the window", "teksten er kortere enn vinduet", "teksten er kortare enn vindauget"},

	"Frequencies of codes":      {"How often codes stand where", "Hvor ofte kodene forekommer", "Kor ofte kodane førekjem"},
	"Codes that stand together": {"Codes that stand together", "Koder som står sammen", "Kodar som står saman"},
	"Codes by group":            {"Codes by group", "Koder etter gruppe", "Kodar etter gruppe"},
	"in cases":                  {"Cases", "Case", "Case"},
	"in documents":              {"Documents", "Dokumenter", "Dokument"},
	"of":                        {"%d of %d", "%d av %d", "%d av %d"},
	"without":                   {"without %s", "uten %s", "utan %s"},
	"uncorrected":               {"uncorrected", "ukorrigert", "ukorrigert"},
	"Value":                     {"Value", "Verdi", "Verdi"},
	"exact":                     {"exact", "eksakt", "eksakt"},
	"difference":                {"Difference", "Forskjell", "Skilnad"},
	"odds":                      {"Odds ratio", "Oddsforhold", "Oddsforhold"},
	"v":                         {"Cramér's V", "Cramérs V", "Cramérs V"},
	"adjusted":                  {"Adjusted p (%s)", "Justert p (%s)", "Justert p (%s)"},
	"out of range":              {"out of range", "utenfor området", "utanfor området"},
	"count passage":             {"passages (codings of one code that overlap are one)", "passasjer (kodinger av én kode som overlapper, er én)", "passasjar (kodingar av éin kode som overlappar, er éin)"},
	"count sentence":            {"sentences", "setninger", "setningar"},
	"count paragraph":           {"paragraphs", "avsnitt", "avsnitt"},
	"count turn":                {"turns (where nobody speaks, paragraphs)", "replikker (avsnitt der ingen snakker)", "replikkar (avsnitt der ingen snakkar)"},
	"count question":            {"stretches from one question of the guide to the next", "strekk fra ett spørsmål i guiden til det neste", "strekk frå eitt spørsmål i guiden til det neste"},
	"count document":            {"documents", "dokumenter", "dokument"},
	"count case":                {"cases; the first passage stands for all", "case; den første passasjen står for alle", "case; den første passasjen står for alle"},
	"together overlap":          {"pairs of passages that share a character", "par av passasjer som deler minst ett tegn", "par av passasjar som deler minst eitt teikn"},
	"together sentence":         {"sentences with both", "setninger med begge", "setningar med begge"},
	"together paragraph":        {"paragraphs with both", "avsnitt med begge", "avsnitt med begge"},
	"together turn":             {"turns with both (where nobody speaks, paragraphs)", "replikker med begge (avsnitt der ingen snakker)", "replikkar med begge (avsnitt der ingen snakkar)"},
	"together question":         {"stretches from one question to the next with both", "strekk fra ett spørsmål til det neste med begge", "strekk frå eitt spørsmål til det neste med begge"},
	"together document":         {"documents with both", "dokumenter med begge", "dokument med begge"},
	"together case":             {"cases with both", "case med begge", "case med begge"},
	"note counting":             {"Counted: %s, as people coded them; proposals do not count.", "Talt: %s, slik folk kodet dem; forslag teller ikke.", "Talt: %s, slik folk koda dei; forslag tel ikkje."},
	"note counting for":         {"Counted is what speaks for a code, with or without reservation; what denies it stands in a column of its own.", "Talt er det som taler for en kode, med eller uten forbehold; det som taler mot, står i en egen kolonne.", "Talt er det som talar for ein kode, med eller utan atterhald; det som talar mot, står i ei eiga kolonne."},
	"denials":                   {"Against", "Mot", "Mot"},
	"note set states":           {"Cases with a state that the researcher set against what is coded, and that is counted in their stead: %s.", "Case med en tilstand som forskeren har satt i strid med det som er kodet, og som regnes i stedet: %s.", "Case med ein tilstand som forskaren har sett i strid med det som er koda, og som blir rekna i staden: %s."},
	"note counting affirmed":    {"Counted is what speaks for a code, with or without reservation.", "Talt er det som taler for en kode, med eller uten forbehold.", "Talt er det som talar for ein kode, med eller utan atterhald."},
	"note denials left out":     {"Counted is what speaks for a code, with or without reservation; what denies it is not counted (%d).", "Talt er det som taler for en kode, med eller uten forbehold; det som taler mot, er ikke talt med (%d).", "Talt er det som talar for ein kode, med eller utan atterhald; det som talar mot, er ikkje talt med (%d)."},
	"keyness-languages":         {"The target is in %s, the reference in %s: words stand first that tell the languages apart, whatever is said. Name a reference in the same language.", "Målet er på %s, referansen på %s: først står ord som skiller språkene, hva som enn sies. Nevn en referanse på samme språk.", "Målet er på %s, referansen på %s: først står ord som skil språka, kva som enn blir sagt. Nemn ein referanse på same språk."},
	"note both norwegian":       {"The texts are in bokmål and nynorsk: a word counts in both and in all its forms as one, under the form that stands most often.", "Tekstene er på bokmål og nynorsk: et ord teller i begge målformer og i alle former som ett, under formen som står oftest.", "Tekstane er på bokmål og nynorsk: eit ord tel i begge målformer og i alle former som eitt, under forma som står oftast."},
	"note denied":               {"somebody here denies it.", "noen her sier at det ikke er slik.", "nokon her seier at det ikkje er slik."},
	"note structural":           {"Codes left out that only mark the answers to questions of the guide: %d; --structural counts them.", "Koder utelatt fordi de bare markerer svarene på spørsmål i guiden: %d; --structural teller dem.", "Kodar utelatne fordi dei berre markerer svara på spørsmål i guiden: %d; --structural tel dei."},
	"note at least":             {"≥: something that counts is unread for the code.", "≥: noe som teller, er ulest for koden.", "≥: noko som tel, er ulese for koden."},
	"note together":             {"Counted: %s (--unit). In square brackets: the code itself. In round ones: c = n12/(n1+n2-n12), Jaccard's coefficient.", "Talt: %s (--unit). I hakeparentes: koden selv. I rundparentes: c = n12/(n1+n2-n12), Jaccards koeffisient.", "Talt: %s (--unit). I hakeparentes: koden sjølv. I rundparentes: c = n12/(n1+n2-n12), Jaccards koeffisient."},
	"note unequal":              {"!: one of the two codes is more than five times as frequent as the other, so c stays small whatever the rarer one does; look at the count.", "!: den ene koden er mer enn fem ganger så hyppig som den andre, så c blir liten uansett hva den sjeldne gjør; se på antallet.", "!: den eine koden er meir enn fem gonger så hyppig som den andre, så c blir liten uansett kva den sjeldne gjer; sjå på talet."},
	"with":                      {"With", "Sammen med", "Saman med"},
	"note alone":                {"With no other code: %s.", "Uten noen annen kode: %s.", "Utan nokon annan kode: %s."},
	"note beyond":               {"Out of range: several passages of one code overlap one of the other, so c would exceed 1; --unit turn counts every turn once.", "Utenfor området: flere passasjer med én kode overlapper én med den andre, så c ville overstige 1; --unit turn teller hver replikk én gang.", "Utanfor området: fleire passasjar med éin kode overlappar éin med den andre, så c ville overstige 1; --unit turn tel kvar replikk éin gong."},
	"not random":                {"Cases and informants of a qualitative study are chosen, not drawn at random: p says how easily chance would sort these very units so, and nothing of others. Look at counts and effects first.", "Case og informanter i en kvalitativ studie er valgt, ikke trukket tilfeldig: p sier hvor lett tilfeldigheten ville sortere nettopp disse enhetene slik, og ingenting om andre. Se på tall og effekter først.", "Case og informantar i ein kvalitativ studie er valde, ikkje trekte tilfeldig: p seier kor lett tilfellet ville sortere nettopp desse einingane slik, og ingenting om andre. Sjå på tal og effektar først."},
	"note tests":                {"Fisher's exact test, two-sided; %d tests, corrected by %s.", "Fishers eksakte test, tosidig; %d tester, korrigert med %s.", "Fishers eksakte test, tosidig; %d testar, korrigert med %s."},
	"note clustered":            {"Units of one case resemble each other, so these are fewer independent observations than they look.", "Enheter fra samme case ligner på hverandre, så dette er færre uavhengige observasjoner enn det ser ut til.", "Einingar frå same case liknar på kvarandre, så dette er færre uavhengige observasjonar enn det ser ut til."},
	"note unknown cases":        {"Left out because it is not known of them: %s.", "Holdt utenfor fordi det ikke er kjent for dem: %s.", "Haldne utanfor fordi det ikkje er kjent for dei: %s."},
	"note unknown units":        {"Left out because it is not known of them (unread, not asked, no source): %d units over all rows.", "Holdt utenfor fordi det ikke er kjent for dem (ulest, ikke spurt, ingen kilde): %d enheter over alle rader.", "Haldne utanfor fordi det ikkje er kjent for dei (ulese, ikkje spurt, inga kjelde): %d einingar over alle rader."},
	"note drawn":                {"*: Monte Carlo, %d tables drawn, seed %d; the other p values are exact.", "*: Monte Carlo, %d tabeller trukket, frø %d; de andre p-verdiene er eksakte.", "*: Monte Carlo, %d tabellar trekte, frø %d; dei andre p-verdiane er eksakte."},

	"Words of":                  {"Words that %s has more, and less, often", "Ord som %s har oftere, og sjeldnere", "Ord som %s har oftare, og sjeldnare"},
	"Words that stand together": {"Words that stand together", "Ord som står sammen", "Ord som står saman"},
	"Word":                      {"Word", "Ord", "Ord"},
	"Words":                     {"Words", "Ord", "Ord"},
	"the rest":                  {"the rest", "resten", "resten"},
	"together":                  {"Together", "Sammen", "Saman"},
	"expected":                  {"Expected", "Forventet", "Forventa"},
	"note words":                {"%s: %d words; TTR %s (falls with length), MATTR over %d words %s.", "%s: %d ord; TTR %s (faller med lengden), MATTR over %d ord %s.", "%s: %d ord; TTR %s (fell med lengda), MATTR over %d ord %s."},
	"note keyness":              {"G² (4): Dunning's, of four cells; G² (2): Rayson & Garside's, of two; both carry the sign of the difference. Log ratio 1 is twice as often. %d words stand %d times or more.", "G² (4): Dunnings, fire celler; G² (2): Rayson & Garsides, to; begge har fortegnet til forskjellen. Log ratio 1 er dobbelt så ofte. %d ord står %d ganger eller mer.", "G² (4): Dunning sin, fire celler; G² (2): Rayson & Garside sin, to; begge har forteiknet til skilnaden. Log ratio 1 er dobbelt så ofte. %d ord står %d gonger eller meir."},
	"note adjacent":             {"Pairs of neighbours in a sentence, in this order; there are %d of them.", "Par av naboord i en setning, i denne rekkefølgen; det er %d av dem.", "Par av naboord i ei setning, i denne rekkjefølgja; det er %d av dei."},
	"note sentence":             {"Pairs within a sentence, in either order, once for each of %d sentences.", "Par i en setning, i vilkårlig rekkefølge, én gang for hver av %d setninger.", "Par i ei setning, i vilkårleg rekkjefølgje, éin gong for kvar av %d setningar."},
	"note pairs":                {"%d pairs stand %d times or more; %d are printed (--top, --least, --order).", "%d par står %d ganger eller mer; %d er trykt (--top, --least, --order).", "%d par står %d gonger eller meir; %d er prenta (--top, --least, --order)."},

	"How computed":   {"How the figures are computed", "Hvordan tallene er regnet ut", "Korleis tala er rekna ut"},
	"Figure":         {"Figure", "Tall", "Tal"},
	"Formula":        {"Formula", "Formel", "Formel"},
	"Inputs":         {"With these numbers", "Med disse tallene", "Med desse tala"},
	"Paper":          {"Source", "Kilde", "Kjelde"},
	"no inputs":      {"as in the table", "som i tabellen", "som i tabellen"},
	"every coder on": {"%d units", "%d enheter", "%d einingar"},
}
