package compare

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// CodesByDocument returns a table with codes as rows and documents as columns: all, or those of the
// chosen cases. A cell is what the document says on the code, the number of passages unless
// another kind of cell is asked for; where nobody has read the document for the code there is no
// number. Each row says in how many of the known documents the code is.
func CodesByDocument(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	t, rows, err := codesTable(s, r, o)
	if err != nil {
		return nil, err
	}
	documents, err := chosenDocuments(s, r, o)
	if err != nil {
		return nil, err
	}
	cell := cmp.Or(o.Cell, r.Cell, "count")
	for i := range rows {
		t.Rows = append(t.Rows, rows[i].label)
		t.Cells = append(t.Cells, make([]table.Cell, len(documents)))
	}
	for _, d := range documents {
		t.Columns = append(t.Columns, table.Label{Key: d.Key, Label: d.Name()})
	}
	parts := make([]columnCounts, min(runtime.GOMAXPROCS(0), len(documents)))
	var filling sync.WaitGroup
	for n := range parts {
		from, to := n*len(documents)/len(parts), (n+1)*len(documents)/len(parts)
		filling.Go(func() { parts[n] = fillColumns(s, r, o, cell, t, rows, documents[from:to], from) })
	}
	filling.Wait()
	for i := range rows {
		if len(rows[i].codes) > 0 {
			known, in := 0, 0
			for _, p := range parts {
				known, in = known+p.known[i], in+p.in[i]
			}
			t.Rows[i].Note = o.Language.Say("known", in, known)
			noteMerged(t, rows[i].label.Label, rows[i].merged)
		}
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

// columnCounts are, for each row, in how many columns it is known whether the row is there, and in how many it is.
type columnCounts struct{ known, in []int }

// fillColumns fills in the cells of some documents, the first of which is the column from. Several may fill
// columns of one table at once.
func fillColumns(s *cases.Study, r *cases.TableRecord, o Options, cell string, t *table.Table, rows []row, documents []*corpus.Document, from int) columnCounts {
	n := columnCounts{make([]int, len(rows)), make([]int, len(rows))}
	readings := s.NewReadings()
	for j, d := range documents {
		x := readings.InDocument(d)
		for i := range rows {
			if len(rows[i].codes) == 0 {
				continue
			}
			parts := make([]cases.Standing, len(rows[i].codes))
			for k, code := range rows[i].codes {
				parts[k] = x.On(code, r.Subcodes)
			}
			st := parts[0]
			if len(parts) > 1 {
				st = cases.Join(parts)
			}
			if o.Proposed {
				st.CountProposed()
			}
			if st.Known() {
				n.known[i]++
				if st.Has() {
					n.in[i]++
				}
			}
			t.Cells[i][from+j] = codeCell(s, &standing{Standing: st}, nil, rows[i].codes, cell, o)
		}
	}
	return n
}

// chosenDocuments returns the documents of the study, or those that belong to the chosen cases.
func chosenDocuments(s *cases.Study, r *cases.TableRecord, o Options) ([]*corpus.Document, error) {
	if len(o.Cases) == 0 && len(r.Cases) == 0 {
		return s.Documents, nil
	}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	member := map[string]bool{}
	for _, c := range chosen {
		for _, m := range c.Members {
			member[m.Document] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(s.Documents), func(d *corpus.Document) bool { return !member[d.Key] }), nil
}
