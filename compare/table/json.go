package table

import (
	"cmp"
	"encoding/json"
	"io"
)

// The JSON form is a promise to other programs: fields are added, never changed
// or removed. json_test.go lists them by hand.
type jsonTable struct {
	Format  int          `json:"format"`
	Name    string       `json:"name,omitempty"`
	Title   string       `json:"title"`
	How     How          `json:"how"`
	Banner  string       `json:"banner,omitempty"`
	Counts  string       `json:"counts,omitempty"` // the unit of every count
	Rows    []jsonLabel  `json:"rows"`
	Columns []jsonLabel  `json:"columns"`
	Cells   [][]jsonCell `json:"cells"`
	Notes   []string     `json:"notes,omitempty"`
}

type jsonLabel struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Depth int    `json:"depth,omitempty"`
	Note  string `json:"note,omitempty"`
}

type jsonCell struct {
	State    string     `json:"state,omitempty"`
	Count    *int       `json:"count,omitempty"` // the length of evidence; left out where it is not known
	Text     string     `json:"text"`
	Items    []string   `json:"items,omitempty"`
	Missing  string     `json:"missing,omitempty"`
	Derived  string     `json:"derived,omitempty"`
	Because  string     `json:"because,omitempty"`
	Evidence []Evidence `json:"evidence"`
	Aside    []Evidence `json:"aside,omitempty"` // plans that say otherwise than the state; not counted
	Proposed []Evidence `json:"proposed,omitempty"`
	Sources  []Source   `json:"sources,omitempty"`
	Number   *float64   `json:"number,omitempty"`   // a figure in full, where text rounds it
	Interval []float64  `json:"interval,omitempty"` // its lower and upper bound
	Cases    []string   `json:"cases,omitempty"`    // the cases that the cell names or counts
}

// WriteJSON writes the table for other programs.
func WriteJSON(w io.Writer, t *Table) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(t.forJSON())
}

// WriteJSONList writes several tables as one JSON list.
func WriteJSONList(w io.Writer, tables []*Table) error {
	list := make([]jsonTable, len(tables))
	for i, t := range tables {
		list[i] = t.forJSON()
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}

func (t *Table) forJSON() jsonTable {
	out := jsonTable{Format: 1, Name: t.Name, Title: t.Title, How: t.How, Banner: t.Banner, Counts: t.Count, Rows: labels(t.Rows), Columns: labels(t.Columns), Cells: make([][]jsonCell, len(t.Cells)), Notes: t.Notes}
	if out.How.Inputs == nil {
		out.How.Inputs = []string{}
	}
	for i, row := range t.Cells {
		out.Cells[i] = make([]jsonCell, len(row))
		for j := range row {
			c := &row[j]
			jc := jsonCell{State: c.State, Text: cmp.Or(c.Key, c.Text), Items: c.Items, Missing: c.Missing, Derived: c.Derived, Because: c.Why, Evidence: c.Evidence, Aside: c.Aside, Proposed: c.Proposed, Sources: c.Sources, Number: c.Number, Interval: c.Interval, Cases: c.Cases}
			if n, ok := c.Count(); ok {
				jc.Count = &n
			}
			if jc.Evidence == nil {
				jc.Evidence = []Evidence{}
			}
			out.Cells[i][j] = jc
		}
	}
	return out
}

func labels(ls []Label) []jsonLabel {
	out := make([]jsonLabel, len(ls))
	for i, l := range ls {
		out[i] = jsonLabel{l.Key, l.Label, l.Depth, l.Note}
	}
	return out
}
