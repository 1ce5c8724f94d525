package compare

import (
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// WordsByCase counts words and phrases per case and in all, with the places of each.
func WordsByCase(s *cases.Study, counts []cases.WordCount, o Options) (*table.Table, error) {
	const outside = "\x00"
	var keys []string
	labels := map[string]string{outside: o.Language.Say("no case")}
	for _, c := range s.Cases {
		labels[c.Key] = c.Key
		keys = append(keys, c.Key)
	}
	keys = append(keys, outside)
	at := map[string]bool{}
	rows := make([]map[string][]table.Evidence, len(counts))
	for i, w := range counts {
		rows[i] = map[string][]table.Evidence{}
		for _, p := range w.Places {
			e := table.Evidence{Passage: p.String(), Quote: sliceOf(s, p.Document, p.Start, p.End), Cite: s.Cite(p)}
			in := s.CasesAt(p)
			for _, c := range in {
				e.Case = c.Key
				rows[i][c.Key], at[c.Key] = append(rows[i][c.Key], e), true
			}
			if len(in) == 0 {
				rows[i][outside], at[outside] = append(rows[i][outside], e), true
			}
			e.Case = ""
			if len(in) == 1 {
				e.Case = in[0].Key
			}
			rows[i][""] = append(rows[i][""], e)
		}
	}
	t := listing("words", "word", o, "all")
	for _, key := range keys {
		if at[key] && len(at) > 1 { // of one case alone, all is what it has
			t.Columns = append(t.Columns, table.Label{Key: strings.ReplaceAll(key, outside, "-"), Label: labels[key]})
		}
	}
	t.Columns = append(t.Columns, table.Label{Key: "forms", Label: o.Language.Head("also as")})
	size := 0
	for i, w := range counts {
		if w.Size != size {
			size = w.Size
			head := []string{"", "one word", "two words", "three words"}[size]
			t.Rows = append(t.Rows, table.Label{Key: strings.ReplaceAll(head, " ", "-"), Label: o.Language.Head(head), Head: true})
			t.Cells = append(t.Cells, make([]table.Cell, len(t.Columns)))
		}
		t.Rows = append(t.Rows, table.Label{Key: w.Text, Label: w.Text, Depth: 1})
		var cells []table.Cell
		for _, key := range append([]string{""}, keys...) {
			if key != "" && (!at[key] || len(at) == 1) {
				continue
			}
			var c table.Cell
			c.SetEvidence(rows[i][key])
			c.Text = strconv.Itoa(len(rows[i][key]))
			cells = append(cells, c)
		}
		var forms table.Cell
		if w.Size == 1 && len(w.Forms) > 0 {
			forms = table.Cell{Text: beginning(strings.Join(w.Forms, ", "), 24), Evidence: rows[i][""]}
		}
		t.Cells = append(t.Cells, append(cells, forms))
	}
	t.Count = "places"
	if both(s, counts) {
		t.Notes = append(t.Notes, o.Language.Say("note both norwegian"))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	return t, t.Check()
}

// both tells whether words of bokmål and nynorsk were counted as one.
func both(s *cases.Study, counts []cases.WordCount) bool {
	var where []corpus.Passage
	folded := false
	for _, w := range counts {
		where, folded = append(where, w.Places...), folded || len(w.Forms) > 0
	}
	return folded && s.BothNorwegian(where)
}
