package catalogue

// manuscriptEntries are the words of documents for readers: English, bokmål, nynorsk.
var manuscriptEntries = map[string][3]string{
	"ms-table":    {"table %d", "tabell %d", "tabell %d"},
	"ms-picture":  {"figure %d", "figur %d", "figur %d"},
	"ms-section":  {"section %s", "kapittel %s", "kapittel %s"},
	"ms-contents": {"Contents", "Innhold", "Innhald"},
	"ms-sources":  {"Sources", "Kilder", "Kjelder"},
	"ms-notes":    {"Notes", "Noter", "Notar"},

	"report-other-codes":      {"Other codes", "Andre koder", "Andre kodar"},
	"report-state":            {"State", "Tilstand", "Tilstand"},
	"report-summary":          {"Summary", "Oppsummering", "Oppsummering"},
	"report-quotes":           {"Quotes", "Sitater", "Sitat"},
	"report-missing":          {"Used across cases, but missing from the outline: %s.", "Brukt på tvers av casene, men mangler i disposisjonen: %s.", "Brukt på tvers av casa, men manglar i disposisjonen: %s."},
	"report-facts-of":         {"What is known of %s", "Fakta om %s", "Fakta om %s"},
	"report-without-evidence": {"Without passages:", "Uten belegg:", "Utan belegg:"},
	"report-also":             {"See also", "Se også", "Sjå også"},
	"report-other-passages":   {"Other passages cited", "Andre steder det er vist til", "Andre stader det er vist til"},
}
