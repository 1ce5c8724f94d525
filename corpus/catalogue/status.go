package catalogue

import (
	"fmt"
	"strings"
)

// Count prints how many things there are, in the language: "1 question", "31 spørsmål". The thing is named in English, one of it; where the
// catalogue does not know it, it stands as it is.
func (l Language) Count(n int, thing string) string {
	one, more, known := strings.Cut(l.Say("so many "+thing), "/")
	if !known {
		one, more = thing, thing+"s"
	}
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// statusEntries are the words of what the commands tell of a study: where it stands, and what was done.
var statusEntries = map[string][3]string{
	"so many question":      {"question/questions", "spørsmål/spørsmål", "spørsmål/spørsmål"},
	"so many coding":        {"coding/codings", "koding/kodinger", "koding/kodingar"},
	"so many theme":         {"theme/themes", "tema/temaer", "tema/tema"},
	"so many code":          {"code/codes", "kode/koder", "kode/kodar"},
	"so many finding":       {"finding/findings", "funn/funn", "funn/funn"},
	"so many expectation":   {"expectation/expectations", "forventning/forventninger", "forventing/forventingar"},
	"so many document":      {"document/documents", "dokument/dokumenter", "dokument/dokument"},
	"so many interview":     {"interview/interviews", "intervju/intervjuer", "intervju/intervju"},
	"so many plan":          {"plan/plans", "plan/planer", "plan/planar"},
	"so many budget":        {"budget/budgets", "budsjett/budsjetter", "budsjett/budsjett"},
	"so many annual-report": {"annual report/annual reports", "årsrapport/årsrapporter", "årsrapport/årsrapportar"},
	"so many minutes":       {"minutes/minutes", "møteprotokoll/møteprotokoller", "møteprotokoll/møteprotokollar"},

	"code-kind adaptation":     {"adaptation", "tilpasning", "tilpassing"},
	"code-kind challenge":      {"challenge", "utfordring", "utfordring"},
	"code-kind success-factor": {"success factor", "suksessfaktor", "suksessfaktor"},
	"code-kind effect":         {"effect", "effekt", "effekt"},
	"code-kind context":        {"context", "kontekst", "kontekst"},
	"code-kind structural":     {"structural", "strukturell", "strukturell"},

	"role interviewer":   {"interviewer", "intervjuer", "intervjuar"},
	"role informant":     {"informant", "informant", "informant"},
	"role other":         {"other", "annen", "annan"},
	"role none":          {"none", "ingen", "ingen"},
	"role unknown":       {"unknown", "ukjent", "ukjend"},
	"head key":           {"key", "nøkkel", "nøkkel"},
	"head include":       {"include", "ta med", "ta med"},
	"head exclude":       {"exclude", "ikke med", "ikkje med"},
	"head example":       {"example", "eksempel", "døme"},
	"head origin":        {"origin", "opphav", "opphav"},
	"head sources":       {"sources", "kilder", "kjelder"},
	"head values":        {"values", "verdier", "verdiar"},
	"head find":          {"find", "regler", "reglar"},
	"head was":           {"was", "før", "før"},
	"head role":          {"role", "rolle", "rolle"},
	"head turns":         {"turns", "replikker", "replikkar"},
	"head counted words": {"words", "ord", "ord"},
	"so many answer":     {"answer/answers", "svar/svar", "svar/svar"},
	"so many passage":    {"passage/passages", "sted/steder", "stad/stader"},
	"so many stretch":    {"stretch/stretches", "stykke/stykker", "stykke/stykke"},

	"status cases":       {"cases", "case", "case"},
	"status documents":   {"documents", "dokumenter", "dokument"},
	"status guide":       {"guide", "guide", "guide"},
	"status codebook":    {"codebook", "kodebok", "kodebok"},
	"status tables":      {"tables", "tabeller", "tabellar"},
	"status claims":      {"claims", "påstander", "påstandar"},
	"status memos":       {"memos", "notater", "notat"},
	"status index":       {"index", "indeks", "indeks"},
	"status none":        {"none yet", "ingen ennå", "ingen enno"},
	"status in":          {"%s in %s", "%s i %s", "%s i %s"},
	"status rules":       {"%s, %d with rules", "%s, %d med regler", "%s, %d med reglar"},
	"status own":         {"%d of your own in tables/", "%d egne i tables/", "%d eigne i tables/"},
	"status codings":     {"codings", "kodinger", "kodingar"},
	"status unsettled":   {"%s on which coders differ, not settled (crosscase coding adjudicate)", "%s som koderne er uenige om, ikke avgjort (crosscase coding adjudicate)", "%s som kodarane er usamde om, ikkje avgjort (crosscase coding adjudicate)"},
	"status changed":     {"%s on changed words (crosscase coding list --changed)", "%s på endrede ord (crosscase coding list --changed)", "%s på endra ord (crosscase coding list --changed)"},
	"status lost":        {"%s whose words are lost or unclear (crosscase check)", "%s med ord som er borte eller uklare (crosscase check)", "%s med ord som er borte eller uklare (crosscase check)"},
	"status stale":       {"%d to look at again (crosscase cases confirm --stale)", "%d å se på igjen (crosscase cases confirm --stale)", "%d å sjå på att (crosscase cases confirm --stale)"},
	"status has read":    {"has read %d of %s", "har lest %d av %s", "har lese %d av %s"},
	"status blind":       {", blind", ", blindt", ", blindt"},
	"status next one":    {"; next %s", "; neste %s", "; neste %s"},
	"status size":        {"%d of %d documents, %d passages, %s MB; it can be deleted at any time", "%d av %d dokumenter, %d steder, %s MB; den kan slettes når som helst", "%d av %d dokument, %d stader, %s MB; han kan slettast når som helst"},
	"status on code":     {"%d on a code", "%d om en kode", "%d om ein kode"},
	"status on passage":  {"%d on a passage", "%d om et sted", "%d om ein stad"},
	"status on case":     {"%d on a case", "%d om et case", "%d om eit case"},
	"status on document": {"%d on a document", "%d om et dokument", "%d om eit dokument"},
	"status on study":    {"%d on the study", "%d om studien", "%d om studien"},
	"status document":    {"document", "dokument", "dokument"},
	"status read by":     {"read by", "lest av", "lese av"},
	"status coded":       {"coded", "kodet", "koda"},
	"status proposed":    {"proposed", "foreslått", "føreslått"},
	"status coverage":    {"coverage", "dekning", "dekning"},
	"status open":        {"open", "åpen", "open"},
	"status closed":      {"closed", "lukket", "lukka"},
	"status part":        {"(part)", "(delvis)", "(delvis)"},

	"hint": {"hint", "råd", "råd"},

	"next":           {"Next: %s", "Neste: %s", "Neste: %s"},
	"next case":      {"crosscase cases add KEY --label \"…\" names a case", "crosscase cases add KEY --label \"…\" gir et case navn", "crosscase cases add KEY --label \"…\" gjev eit case namn"},
	"next document":  {"crosscase corpus add --case KEY FILE … takes texts in", "crosscase corpus add --case KEY FILE … tar tekster inn", "crosscase corpus add --case KEY FILE … tek tekstar inn"},
	"next guide":     {"crosscase guide import FILE reads the interview guide", "crosscase guide import FILE leser intervjuguiden", "crosscase guide import FILE les intervjuguiden"},
	"next codebook":  {"crosscase codebook derive makes codes of the guide", "crosscase codebook derive lager koder av guiden", "crosscase codebook derive lagar kodar av guiden"},
	"next apply":     {"crosscase coding apply runs the guide matcher and the rules", "crosscase coding apply finner guidens spørsmål og kjører reglene", "crosscase coding apply finn spørsmåla i guiden og køyrer reglane"},
	"next coverage":  {"crosscase guide coverage shows what was asked; crosscase guide close %s says that it stands", "crosscase guide coverage viser hva det ble spurt om; crosscase guide close %s sier at det stemmer", "crosscase guide coverage viser kva det vart spurt om; crosscase guide close %s seier at det stemmer"},
	"next read":      {"read %[1]s (crosscase corpus show %[1]s), code it (crosscase coding add), then crosscase coding read %[1]s", "les %[1]s (crosscase corpus show %[1]s), kod det (crosscase coding add), så crosscase coding read %[1]s", "les %[1]s (crosscase corpus show %[1]s), kod det (crosscase coding add), så crosscase coding read %[1]s"},
	"next proposals": {"crosscase coding review goes through %d proposals that wait for a verdict; crosscase quotes --proposed lists them", "crosscase coding review går gjennom %d forslag som venter på avgjørelse; crosscase quotes --proposed lister dem", "crosscase coding review går gjennom %d forslag som ventar på avgjerd; crosscase quotes --proposed listar dei"},
	"next build":     {"crosscase build rebuilds all tables; crosscase compare table NAME --why opens one", "crosscase build lager alle tabellene på nytt; crosscase compare table NAME --why åpner én", "crosscase build lagar alle tabellane på nytt; crosscase compare table NAME --why opnar éin"},

	"applied guide": {"guide: %s found in %s, %s coded", "guide: %s funnet i %s, %s kodet", "guide: %s funne i %s, %s koda"},
	"applied rules": {"rules: %s proposed in %s", "regler: %s foreslått i %s", "reglar: %s føreslått i %s"},

	"revised":          {"%s went or changed, %d came", "%s gikk ut eller ble endret, %d kom til", "%s gjekk ut eller vart endra, %d kom til"},
	"revised nothing":  {"the text is the same", "teksten er den samme", "teksten er den same"},
	"revised same":     {"same", "som før", "som før"},
	"revised moved":    {"moved", "flyttet", "flytta"},
	"revised changed":  {"changed", "endret", "endra"},
	"revised unclear":  {"unclear", "uklar", "uklar"},
	"revised lost":     {"lost", "tapt", "tapt"},
	"revised hidden":   {"(the words of %d more are as they were; --all lists them)", "(ordlyden i %d til er som før; --all viser dem)", "(ordlyden i %d til er som før; --all viser dei)"},
	"revised question": {"question %s (%s)", "spørsmål %s (%s)", "spørsmål %s (%s)"},
	"revised verdict":  {"verdict on %s (%s)", "avgjørelse om %s (%s)", "avgjerd om %s (%s)"},
	"revised reason":   {"reason in %s", "grunn i %s", "grunn i %s"},
	"revised anchor":   {"anchor in %s", "anker i %s", "anker i %s"},
	"revised member":   {"part of a case in %s", "del av et case i %s", "del av eit case i %s"},
	"revised more":     {"and %d more", "og %d til", "og %d til"},
	"revised or":       {"or", "eller", "eller"},
}
