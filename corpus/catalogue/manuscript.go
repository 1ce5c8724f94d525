package catalogue

// manuscriptEntries are the words of documents for readers: English, bokmål, nynorsk.
var manuscriptEntries = map[string][3]string{
	"ms-table":    {"table %d", "tabell %d", "tabell %d"},
	"ms-picture":  {"figure %d", "figur %d", "figur %d"},
	"ms-section":  {"section %s", "kapittel %s", "kapittel %s"},
	"ms-contents": {"Contents", "Innhold", "Innhald"},
	"ms-notes":    {"Notes", "Noter", "Notar"},
}
