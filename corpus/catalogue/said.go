package catalogue

// sayings are the messages of all files of the package: the English, by which they are known, in bokmål and in nynorsk. Those of the first list are the
// words of the system and of libraries.
var sayings = []map[string][2]string{systemSayings, textsSayings, querySayings, filesSayings, codingSayings, casesSayings, compareSayings, commandSayings, pageSayings,
	partSayings, walkSayings, helpSayings, flagSayings, exchangeSayings, importSayings, doneSayings, intakeSayings, namedSayings}

var systemSayings = map[string][2]string{
	"no such file or directory":                  {"finnes ikke", "finst ikkje"},
	"file does not exist":                        {"finnes ikke", "finst ikkje"},
	"The system cannot find the file specified.": {"finnes ikke", "finst ikkje"},
	"permission denied":                          {"du har ikke tilgang", "du har ikkje tilgang"},
	"Access is denied.":                          {"du har ikke tilgang", "du har ikkje tilgang"},
	"file exists":                                {"finnes alt", "finst alt"},
	"is a directory":                             {"er en mappe", "er ei mappe"},
	"not a directory":                            {"er ikke en mappe", "er ikkje ei mappe"},
	"no space left on device":                    {"det er ikke plass igjen på disken", "det er ikkje plass att på disken"},
	"read-only file system":                      {"disken kan bare leses", "disken kan berre lesast"},
	"context deadline exceeded":                  {"tiden er ute", "tida er ute"},
	"context canceled":                           {"avbrutt", "avbroten"},
	"unexpected EOF":                             {"slutter midt i", "sluttar midt i"},
	"EOF":                                        {"slutter for tidlig", "sluttar for tidleg"},

	"string":                 {"tekst", "tekst"},
	"strings":                {"tekster", "tekstar"},
	"stringArray":            {"tekst", "tekst"},
	"int":                    {"tall", "tal"},
	"float":                  {"tall", "tal"},
	"Help about any command": {"Hjelp til en kommando", "Hjelp til ein kommando"},
	"uint":                   {"tall", "tal"},
}

// partSayings are words that are parts of messages and stand in the source by themselves.
var partSayings = map[string][2]string{
	"hint: %s":   {"råd: %s", "råd: %s"},
	"same":       {"som før", "som før"},
	"moved":      {"flyttet", "flytta"},
	"unclear":    {"uklar", "uklar"},
	"lost":       {"borte", "borte"},
	"normalised": {"normalisert", "normalisert"},
	"guessed":    {"gjettet", "gjetta"},
	"dropped":    {"utelatt", "utelate"},
	"warning":    {"advarsel", "åtvaring"},

	"took back: ":          {"tok tilbake: ", "tok tilbake: "},
	"did again: ":          {"gjorde på nytt: ", "gjorde på nytt: "},
	"passed over: ":        {"hoppet over: ", "hoppa over: "},
	"it stays as it is":    {"det blir stående", "det blir ståande"},
	"it stays taken back":  {"det er fortsatt tatt tilbake", "det er framleis teke tilbake"},
	"nothing to take back": {"ingenting å ta tilbake", "ingenting å ta tilbake"},
	"nothing to do again":  {"ingenting å gjøre på nytt", "ingenting å gjere på nytt"},

	"open it in a word processor and save it as .docx":        {"åpne den i tekstbehandleren og lagre den som .docx", "opne ho i tekstbehandlaren og lagre ho som .docx"},
	"open it in Pages and export it as Word (.docx)":          {"åpne den i Pages og eksporter den som Word (.docx)", "opne ho i Pages og eksporter ho som Word (.docx)"},
	"open it in a spreadsheet and save it as .xlsx":           {"åpne den i regnearket og lagre den som .xlsx", "opne ho i reknearket og lagre ho som .xlsx"},
	"open it in Numbers and export it as Excel (.xlsx)":       {"åpne den i Numbers og eksporter den som Excel (.xlsx)", "opne ho i Numbers og eksporter ho som Excel (.xlsx)"},
	"save the slides as .pdf":                                 {"lagre lysbildene som .pdf", "lagre lysbileta som .pdf"},
	"open it in the mail program and save it as .eml or .txt": {"åpne den i e-postprogrammet og lagre den som .eml eller .txt", "opne ho i e-postprogrammet og lagre ho som .eml eller .txt"},
	"it has to be transcribed first":                          {"den må transkriberes først", "ho må transkriberast først"},
	"text recognition (OCR) has to come first":                {"den må gjennom tekstgjenkjenning (OCR) først", "ho må gjennom tekstattkjenning (OCR) først"},

	"interviewer": {"intervjuer", "intervjuar"},
	"informant":   {"informant", "informant"},

	"zip archive":         {"zip-arkiv", "zip-arkiv"},
	"empty zip archive":   {"et tomt zip-arkiv", "eit tomt zip-arkiv"},
	"RTF file":            {"en RTF-fil", "ei RTF-fil"},
	"PNG picture":         {"et PNG-bilde", "eit PNG-bilete"},
	"JPEG picture":        {"et JPEG-bilde", "eit JPEG-bilete"},
	"GIF picture":         {"et GIF-bilde", "eit GIF-bilete"},
	"TIFF picture":        {"et TIFF-bilde", "eit TIFF-bilete"},
	"sound or video file": {"en lyd- eller videofil", "ei lyd- eller videofil"},
	"sound file":          {"en lydfil", "ei lydfil"},
	"gzip archive":        {"et gzip-arkiv", "eit gzip-arkiv"},
	"RAR archive":         {"et RAR-arkiv", "eit RAR-arkiv"},
	"7z archive":          {"et 7z-arkiv", "eit 7z-arkiv"},
	"database":            {"en database", "ein database"},
	"program":             {"et program", "eit program"},
}
