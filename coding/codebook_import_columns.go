package coding

import (
	"strings"

	"crosscase/corpus/pattern"
)

// What the columns of a code book hold beside the fields of a code.
const (
	idColumn    = "id"
	parentCol   = "parent"
	parentIDCol = "parent id"
	pathCol     = "path"
	depthCol    = "depth"
	groupsCol   = "groups"
	levelCol    = "level " // and its number: codes of that level
	countCol    = "count"  // how often a code was used
	clerkCol    = "clerk"  // who made it and when
	weightCol   = "weight"
	emptyCol    = "" // without a head
	unknownCol  = "?"
)

const (
	longestCodeCol = 60 // characters of a column's name, or of an example, in a report
	headRows       = 12 // how far down the head of a table is looked for
)

// codeColumns are the words by which the columns of code books are called.
var codeColumns = map[string][]string{
	"key":        {"key", "code key", "nøkkel", "kodenøkkel", "short name", "kortnavn"},
	"label":      {"label", "name", "navn", "namn", "code name", "codename", "kodenavn", "kodenamn", "title", "tittel", "etikett", "code label", "merkelapp"},
	"code":       {"code", "codes", "kode", "koder", "kodar", "tag", "tags", "node", "nodes", "mnemonic"},
	pathCol:      {"path", "hierarchical name", "full path", "code path", "sti", "code system", "kodesystem"},
	"kind":       {"kind", "code type", "type", "kodetype", "slag"},
	"definition": {"definition", "definisjon", "description", "beskrivelse", "skildring", "memo", "code memo", "kodememo", "kodenotat", "comment", "kommentar", "full definition", "brief definition", "short definition", "kort definisjon", "forklaring", "explanation", "meaning", "betydning", "tyding", "notat", "note", "notes", "merknad"},
	"include":    {"include", "includes", "inclusion", "inclusion criteria", "inclusion criterion", "when to use", "use when", "use for", "inkluder", "inkluderer", "inklusjon", "inklusjonskriterier", "inklusjonskriterium", "inkludert", "brukes når", "når koden brukes", "vert brukt når"},
	"exclude":    {"exclude", "excludes", "exclusion", "exclusion criteria", "exclusion criterion", "when not to use", "do not use when", "do not use for", "ekskluder", "ekskluderer", "eksklusjon", "eksklusjonskriterier", "eksklusjonskriterium", "ekskludert", "brukes ikke når", "når koden ikke brukes"},
	"example":    {"example", "examples", "typical example", "anchor example", "ankereksempel", "typisk eksempel", "eksempel", "eksempler", "døme", "quote", "quotes", "sample quote", "example quote", "illustrative quote", "sitat", "sitater", "typisk sitat"},
	"questions":  {"questions", "question", "spørsmål", "guide questions"},
	"origin":     {"origin", "opphav", "opprinnelse"},
	"sources":    {"sources", "source kinds"},
	"values":     {"values", "verdier", "verdiar"},
	"find":       {"find", "rules", "rule", "search rules", "søk", "regler", "regel", "søkeregler", "søkeregel", "reglar", "søkjereglar"},
	"unit":       {"unit", "enhet"},
	"speakers":   {"speakers"},
	"was":        {"was", "earlier keys"},
	"colour":     {"colour", "color", "farge", "code color", "code colour", "kodefarge"},
	idColumn:     {"id", "code id", "kode-id", "cid"},
	parentIDCol:  {"parent id", "parentid", "overordnet id", "overordna id"},
	parentCol:    {"parent", "parent code", "parent name", "parent key", "parent tag", "parent node", "overordnet", "overordna", "overordnet kode", "overordna kode", "overordnet kategori", "overordna kategori", "overkode", "overkategori", "foreldrekode", "hovedkode", "main code", "parent category", "superordinate code", "moderkode", "belongs to", "tilhører", "høyrer til", "catname", "category name", "kategorinavn"},
	depthCol:     {"depth", "level", "nivå", "dybde", "djupne"},
	groupsCol:    {"code groups", "code group", "groups", "kodegrupper", "kodegruppe"},
	countCol:     {"files", "references", "sources coded", "frequency", "freq", "frq", "frekvens", "count", "counts", "grounded", "density", "documents", "dokumenter", "filer", "referanser", "kilder", "kjelder", "n", "total", "totalt", "hits", "occurrences", "forekomster", "førekomstar", "highlights", "coverage", "dekning", "cases", "caser", "quotations", "excerpts", "code applications", "applications"},
	clerkCol:     {"created", "created by", "created on", "modified", "modified by", "modified on", "last modified", "author", "owner", "user", "forfatter", "eier", "bruker", "opprettet", "opprettet av", "endret", "endret av", "laget av", "creation date", "date", "dato", "guid", "aliases", "nickname"},
	weightCol:    {"weighted", "weight", "weights", "weight minimum", "weight maximum", "weight default", "weight min", "weight max", "min weight", "max weight", "default weight", "minimum", "maximum", "default", "vekt"},
}

// codeLevels are columns of codes at different levels, the outermost first.
var codeLevels = [][]string{
	{"overarching theme", "main theme", "hovedtema", "main category", "hovedkategori", "dimension", "dimensjon", "parent theme", "domain"},
	{"theme", "themes", "tema", "temaer"},
	{"subtheme", "sub-theme", "sub theme", "undertema"},
	{"category", "categories", "kategori", "kategorier"},
	{"subcategory", "sub-category", "sub category", "underkategori"},
	{}, // the code itself
	{"subcode", "sub-code", "sub code", "underkode"},
}

// levelOfCode is where among them the column of the code itself stands.
const levelOfCode = 5

var (
	levelHead = pattern.Of(`^(?:level|nivå|ebene|code level|kodenivå|tier) ?([1-9])$`)
	countHead = pattern.Of(`^(?:number of|no\.? of|n of|antall|tal på|#|%|% of|coded segments|cod\. ?seg|segments?\b|codings?\b|kodinger|kodede|words coded|aggregate)|(?: count| coverage|coded segments|segmenter)$`)
)

// columnOf returns what a column holds by its head.
func columnOf(head string) string {
	h := strings.ToLower(strings.Trim(strings.Join(strings.Fields(strings.NewReplacer("_", " ", "*", "", "\u00a0", " ").Replace(head)), " "), " :.#"))
	if h == "" {
		if strings.TrimSpace(head) == "#" {
			return countCol
		}
		return emptyCol
	}
	for field, words := range codeColumns {
		for _, w := range words {
			if w == h {
				return field
			}
		}
	}
	for i, words := range codeLevels {
		for _, w := range words {
			if w == h {
				return levelCol + string(rune('0'+i))
			}
		}
	}
	if m := levelHead.FindStringSubmatch(h); m != nil {
		return levelCol + m[1]
	}
	if countHead.MatchString(h) {
		return countCol
	}
	return unknownCol
}

// programOf tells whose columns a table has.
func programOf(heads []string, fields []string) string {
	has := func(words ...string) bool {
		for _, w := range words {
			found := false
			for _, h := range heads {
				found = found || strings.EqualFold(strings.TrimSpace(h), w)
			}
			if !found {
				return false
			}
		}
		return true
	}
	field := func(f string) bool {
		for _, g := range fields {
			if g == f {
				return true
			}
		}
		return false
	}
	switch {
	case field("key") && has("origin", "values"):
		return "crosscase"
	case has("files", "references"), has("sources", "references"):
		return "NVivo"
	case has("grounded"), has("code groups"):
		return "ATLAS.ti"
	case has("tag") && len(heads) < 6, has("number of highlights"):
		return "Taguette"
	case has("catname"), has("codename"):
		return "QualCoder"
	case has("parent id"), has("weighted"):
		return "Dedoose"
	case has("parent code"), has("code memo"), has("code", "memo"):
		return "MAXQDA"
	}
	return ""
}
