package compare

import (
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// Hits puts what a search found into a table: a row a passage, with its score if it was ranked.
func Hits(s *cases.Study, hits []cases.Scored, ranked bool, o Options) *table.Table {
	columns := []string{"case", "speaker", "cite", "text", "codes", "date", "matches"}
	if ranked {
		columns = append(columns, "score")
	}
	t := listing("search", "passage", o, columns...)
	t.Record = "passage"
	for _, h := range hits {
		e := passageOf(h.Hit)
		t.Rows = append(t.Rows, table.Label{Key: e.Passage, Label: e.Passage})
		cells := []table.Cell{{Text: e.Case}, {Text: h.Speaker.Label}, {Text: h.Cite}, {Text: oneLine(e.Quote)}, {Text: strings.Join(h.Codes, ", ")},
			{Text: dateOf(s, h.Passage.Document)}, {Text: strconv.Itoa(len(h.Places))}}
		if ranked {
			cells = append(cells, table.Cell{Text: strconv.FormatFloat(h.Score, 'f', 3, 64)})
		}
		cells[3].Evidence = matchesOf(h.Hit)
		if len(h.Places) == 0 {
			cells[3].Evidence = []table.Evidence{e}
		}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// passageOf is the turn or paragraph of a hit as a piece of evidence.
func passageOf(h cases.Hit) table.Evidence {
	return table.Evidence{Case: strings.Join(h.Cases, " "), Passage: h.Passage.String(), Quote: h.Words, Cite: h.Cite}
}

// matchesOf are the matches of a hit as pieces of evidence.
func matchesOf(h cases.Hit) []table.Evidence {
	var out []table.Evidence
	for _, p := range h.Places {
		at := corpus.Passage{Document: h.Passage.Document, Span: p}
		out = append(out, table.Evidence{Case: strings.Join(h.Cases, " "), Passage: at.String(), Quote: wordsIn(h.Words, h.Passage.Span, p), Cite: h.Cite})
	}
	return out
}

func dateOf(s *cases.Study, document string) string {
	if d := s.Document(document); d != nil {
		return d.Date
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Concordance puts matches into a table: a row a match, with the words on either side.
func Concordance(s *cases.Study, lines []cases.Line, o Options) *table.Table {
	t := listing("concordance", "match", o, "before", "match", "after", "case", "speaker", "cite", "codes", "date")
	t.Record = "match"
	for _, l := range lines {
		e := table.Evidence{Case: strings.Join(l.Hit.Cases, " "), Passage: l.At.String(), Quote: sliceOf(s, l.At.Document, l.At.Start, l.At.End), Cite: l.Hit.Cite}
		t.Rows = append(t.Rows, table.Label{Key: e.Passage, Label: e.Passage})
		cells := []table.Cell{{Text: strings.TrimSpace(l.Before)}, {Text: l.Match}, {Text: strings.TrimSpace(l.After)}, {Text: e.Case}, {Text: l.Hit.Speaker.Label}, {Text: e.Cite},
			{Text: strings.Join(l.Hit.Codes, ", ")}, {Text: dateOf(s, l.At.Document)}}
		cells[1].Evidence = []table.Evidence{e}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// Quotes puts coded passages into a table: a row a passage, with all that people wrote beside it.
func Quotes(s *cases.Study, quotes []cases.Quoted, o Options) *table.Table {
	t := listing("quotes", "passage", o, "code", "code label", "case", "case label", "speaker", "says", "quote", "cite", "coders", "date", "basis", "value", "when", "note", "id")
	t.Record = "passage"
	for _, q := range quotes {
		e := quotedOf(q)
		t.Rows = append(t.Rows, table.Label{Key: q.Passage.String(), Label: q.Passage.String()})
		var titles []string
		for _, key := range q.Cases {
			titles = append(titles, s.Case(key).Title())
		}
		texts := []string{q.Code.Key, q.Code.Title(), e.Case, strings.Join(titles, "; "), q.Speaker.Label, saysOf(e, o.Language), oneLine(e.Quote), e.Cite, strings.Join(e.Coders, ", "), dateOf(s, q.Passage.Document),
			strings.Join(e.Basis, "; "), strings.Join(e.Values, "; "), strings.Join(e.When, "; "), strings.Join(e.Notes, "; "), strings.Join(e.Codings, " ")}
		cells := make([]table.Cell, len(texts))
		for i := range texts {
			cells[i].Text = texts[i]
		}
		cells[6].Evidence = []table.Evidence{e}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// saysOf says what a passage says of its code, and whether it only tells of a plan: "for, planned".
func saysOf(e table.Evidence, l catalogue.Language) string {
	said := l.Say(e.Says)
	if len(e.By) > 0 {
		said = e.Voices(l) + ": " + said
	}
	if e.Planned {
		said += ", " + l.Say("planned")
	}
	return said
}

// Beside says what people wrote beside a passage: "value: used; when: 2015; basis: hearsay; note: …". That it is a plan, Marks says.
func Beside(e table.Evidence, l catalogue.Language) string {
	var out []string
	for _, of := range []struct {
		head string
		list []string
	}{{"value", e.Values}, {"when", e.When}, {"basis", e.Basis}, {"note", e.Notes}} {
		if len(of.list) > 0 && !(of.head == "basis" && e.Planned) {
			out = append(out, l.Head(of.head)+": "+oneLine(strings.Join(of.list, ", ")))
		}
	}
	return strings.Join(out, "; ")
}

// Quoted returns a quoted passage as a piece of evidence.
func Quoted(q cases.Quoted) table.Evidence { return quotedOf(q) }

func quotedOf(q cases.Quoted) table.Evidence {
	e := evidenceOf([]cases.Evidence{q.Evidence})[0]
	e.Case = strings.Join(q.Cases, " ")
	return e
}
