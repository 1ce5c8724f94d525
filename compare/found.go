package compare

import (
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
)

// Hits puts what a search found into a table: a row a passage.
func Hits(s *cases.Study, hits []cases.Hit, o Options) *table.Table {
	t := listing("search", "passage", o, "case", "speaker", "cite", "text", "codes")
	for _, h := range hits {
		text := ""
		if d, err := s.Text(h.Passage.Document); err == nil {
			text = d.Text.Slice(h.Passage.Span)
		}
		e := table.Evidence{Case: strings.Join(h.Cases, " "), Passage: h.Passage.String(), Quote: text, Cite: h.Cite}
		t.Rows = append(t.Rows, table.Label{Key: h.Passage.String(), Label: h.Passage.String()})
		cells := []table.Cell{{Text: e.Case}, {Text: h.Speaker.Label}, {Text: h.Cite}, {Text: strings.Join(strings.Fields(text), " ")}, {Text: strings.Join(h.Codes, ", ")}}
		for _, p := range h.Places {
			place := h.Passage
			place.Span = p
			cells[3].Evidence = append(cells[3].Evidence, table.Evidence{Case: e.Case, Passage: place.String(), Quote: sliceOf(s, place.Document, p.Start, p.End), Cite: h.Cite})
		}
		if len(h.Places) == 0 {
			cells[3].Evidence = []table.Evidence{e}
		}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// DocumentsIn returns the number of documents in which hits stand.
func DocumentsIn(hits []cases.Hit) int {
	seen := map[string]bool{}
	for _, h := range hits {
		seen[h.Passage.Document] = true
	}
	return len(seen)
}

// Quotes puts coded passages into a table: a row a passage.
func Quotes(quotes []cases.Quoted, o Options) *table.Table {
	t := listing("quotes", "passage", o, "code", "case", "speaker", "says", "quote", "cite", "coders")
	for _, q := range quotes {
		e := evidenceOf([]cases.Evidence{q.Evidence})[0]
		e.Case = strings.Join(q.Cases, " ")
		t.Rows = append(t.Rows, table.Label{Key: q.Passage.String(), Label: q.Passage.String()})
		cells := []table.Cell{{Text: q.Code.Key}, {Text: e.Case}, {Text: q.Speaker.Label}, {Text: e.Says}, {Text: strings.Join(strings.Fields(e.Quote), " ")}, {Text: e.Cite}, {Text: strings.Join(e.Coders, ", ")}}
		cells[4].Evidence = []table.Evidence{e}
		t.Cells = append(t.Cells, cells)
	}
	return t
}
