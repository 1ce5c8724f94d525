package table

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
)

// Table is an answer.
type Table struct {
	Name     string // a short name for files
	Title    string
	Language catalogue.Language
	Corner   string // what stands over the row labels
	NoteHead string // what stands over the notes of rows; in which cases, if empty
	How      How
	Banner   string // a warning that stands before the table
	Rows     []Label
	Columns  []Label
	Cells    [][]Cell // by row and column
	Notes    []string // below the table
	Count    string   // what a count counts, for example "passages"
	OneByOne bool     // its rows are read one after the other, and no column down: on a terminal as blocks where cells take many lines
	Record   string   // what a row is, by its key, in a list of passages: CSV writes a line for each row; "" for a table of cells
	Picture  Picture  // how the table is drawn
	Caption  []string // below a picture, instead of Notes
	Drawn    *Table   // the table that is drawn in the place of this one; nil for itself
}

// Picture says as what a table is drawn.
type Picture string

// The pictures. The zero Picture is a heat map where cells have states or counts, and none else.
const (
	HeatMap    Picture = "heat map"   // rows by columns, by state, count, or a figure from 0 to 1
	NoPicture  Picture = "none"       // for a table with states that another table draws
	Bars       Picture = "bars"       // counts of each row by column
	Dendrogram Picture = "dendrogram" // a row a step: the two groups that it joins, and its height
	CaseMap    Picture = "map"        // a row a case: two coordinates
	Plane      Picture = "plane"      // a row a case: two memberships from 0 to 1
	PlaneBelow Picture = "below"      // as Plane, where cases are to lie below the diagonal: a necessary condition
	Network    Picture = "network"    // codes by codes: how often they stand together
	Portrait   Picture = "portrait"   // a row a code, a cell a document: where in it the code stands
	TimeLine   Picture = "timeline"   // counts of each row by year
)

// How says how a table was made, so that it can be made again.
type How struct {
	Command string   `json:"command"`
	Version string   `json:"version"`
	Inputs  []string `json:"inputs"` // digests, sorted
}

// Label names a row or a column.
type Label struct {
	Key   string
	Label string
	Depth int    // of a row in a tree, 0 at the top
	Note  string // what the whole row says: in which cases it is, and which are open
	Head  bool   // a row that only heads those below it
	Group string // of a column of a picture: what stands once over it and its neighbours of the same group
}

// Cell is one cell. The zero Cell is empty: it is where a list has ended.
type Cell struct {
	State    string     // present, open, … ; "" for a cell that has none
	Text     string     // what is printed for people
	Key      string     // what programs are given in place of Text, where the study has a key for it; "" gives them Text
	Items    []string   // of a list or quotes cell
	Missing  string     // why there is nothing; "" if there is something
	Evidence []Evidence // what was counted
	Aside    []Evidence // what only tells of a plan and says otherwise than the state: counted nowhere
	Proposed []Evidence // what machine coders propose
	Derived  string     // the derived state, where a person set another
	Why      string     // the person's reason for it
	Weak     bool       // all that it rests on is hearsay or inference
	Sources  []Source   // what became of each source
	Number   *float64   // the figure that Text prints, in full; nil where there is none
	Interval []float64  // its lower and upper bound; empty without
	Cases    []string   // the keys of the cases that the cell names or counts, each with evidence
	Names    string     // the key of the case, or of the row of the same table, that the cell names
	Strength *int       // how many sources speak for it, where the cell prints that and not the number of passages
	Places   []Place    // where in a document the evidence stands, for a portrait
	counted  bool
}

// Evidence is one passage, or one line of a file, that a cell rests on.
type Evidence struct {
	Case    string   `json:"case,omitempty"`
	Passage string   `json:"passage,omitempty"` // a locator
	Quote   string   `json:"quote,omitempty"`
	Says    string   `json:"says,omitempty"`
	By      []string `json:"by,omitempty"`      // what each coder says, where they differ and nobody has settled it: "ann for"
	Named   []string `json:"-"`                 // what the coders of By are called, in its order
	Planned bool     `json:"planned,omitempty"` // it tells of a plan only
	Basis   []string `json:"basis,omitempty"`   // what people say it rests on: experience, hearsay, plan, report, inferred
	Values  []string `json:"values,omitempty"`
	When    []string `json:"when,omitempty"`   // the dates or periods that people gave it
	Notes   []string `json:"notes,omitempty"`  // what they wrote beside it
	Status  string   `json:"status,omitempty"` // reviewed, proposed, aside
	Coders  []string `json:"coders,omitempty"`
	Codings []string `json:"codings,omitempty"`
	Cite    string   `json:"cite,omitempty"`
	Source  string   `json:"source,omitempty"` // file:line, or a source outside the study
}

// Marks are what stands beside the words of a passage: that it denies or limits what it is cited for, or only plans it.
func (e Evidence) Marks(l catalogue.Language) []string {
	var out []string
	switch {
	case len(e.By) > 0:
		out = append(out, e.Voices(l)+": "+l.Say(Unsettled))
	case e.Says != "" && e.Says != "for":
		out = append(out, l.Say(e.Says))
	}
	if e.Planned {
		out = append(out, l.Say("planned"))
	}
	return out
}

// Unsettled is what a passage says of which its coders differ, until they settle it.
const Unsettled = "unsettled"

// Voices says what each coder says, where they differ: "Ann for, Ben against".
func (e Evidence) Voices(l catalogue.Language) string {
	var out []string
	for i, by := range e.By {
		coder, says, _ := strings.Cut(by, " ")
		if i < len(e.Named) {
			coder = e.Named[i]
		}
		out = append(out, coder+" "+l.Say(says))
	}
	return strings.Join(out, ", ")
}

// Place is the stretch that one piece of a cell's evidence takes up, in characters of a text of Of characters.
type Place struct {
	Start, End, Of int
	Against        bool // it denies what the row says
	Planned        bool // it only tells of a plan
}

// Source is one source of a cell and what became of it.
type Source struct {
	Document string `json:"document,omitempty"`
	Kind     string `json:"kind,omitempty"`
	State    string `json:"state"`
	Counts   bool   `json:"counts"`
	Why      string `json:"why,omitempty"`
	Waiting  int    `json:"-"` // proposals in it that nobody has looked at
}

// Became says what became of a source, and why if somebody wrote that down; of one that was read, also how many proposals in it nobody has
// looked at: they do not open the cell again, and are not hidden either.
func (s Source) Became(l catalogue.Language) string {
	out := l.Say(s.State)
	if s.Why != "" {
		out += ": " + s.Why
	}
	switch {
	case s.Waiting == 0 || s.State == "unread":
	case s.Waiting == 1:
		out += "; " + l.Say("proposal waits")
	default:
		out += "; " + l.Say("proposals wait", s.Waiting)
	}
	return out
}

// Told returns the passages that a cell tells of: those it counts, then those it does not because they only tell of a plan that
// says otherwise. The list is not to be changed.
func (c *Cell) Told() []Evidence {
	if len(c.Aside) == 0 {
		return c.Evidence
	}
	return slices.Concat(c.Evidence, c.Aside)
}

// All returns Told and what machine coders propose.
func (c *Cell) All() []Evidence {
	if len(c.Proposed) == 0 {
		return c.Told()
	}
	return slices.Concat(c.Evidence, c.Aside, c.Proposed)
}

// SetEvidence gives the cell its evidence and with it its count.
func (c *Cell) SetEvidence(e []Evidence) { c.Evidence, c.counted = e, true }

// Count returns the number of passages; false if the cell has no count, because it
// was never counted or because it is Missing.
func (c *Cell) Count() (int, bool) {
	if !c.counted || c.Missing != "" {
		return 0, false
	}
	return len(c.Evidence), true
}

// Empty tells whether there is nothing in the cell at all.
func (c *Cell) Empty() bool {
	return c.State == "" && c.Text == "" && len(c.Items) == 0 && c.Missing == "" && len(c.Evidence)+len(c.Aside) == 0
}

// placeless tells whether a piece of evidence is without a place.
func placeless(list []Evidence) bool {
	for i := range list {
		if list[i].Passage == "" && list[i].Source == "" {
			return true
		}
	}
	return false
}

// holdsCase tells whether a piece of evidence is of a case.
func holdsCase(list []Evidence, key string) bool {
	for i := range list {
		if list[i].Case == key {
			return true
		}
	}
	return false
}

// Check tells whether the table holds together: as many cells as rows and columns, every
// piece of evidence with a place. A table that does not is not printed.
func (t *Table) Check() error {
	if len(t.Cells) != len(t.Rows) {
		return fmt.Errorf("table %q has %d rows and %d rows of cells", t.Title, len(t.Rows), len(t.Cells))
	}
	for i, row := range t.Cells {
		if len(row) != len(t.Columns) {
			return fmt.Errorf("table %q, row %q: %d columns and %d cells", t.Title, t.Rows[i].Label, len(t.Columns), len(row))
		}
		for j := range row {
			for _, c := range row[j].Cases {
				if !holdsCase(row[j].Evidence, c) {
					return fmt.Errorf("table %q, row %q, column %q: case %q is named without evidence", t.Title, t.Rows[i].Label, t.Columns[j].Label, c)
				}
			}
			for _, list := range [...][]Evidence{row[j].Evidence, row[j].Aside, row[j].Proposed} {
				if placeless(list) {
					return fmt.Errorf("table %q, row %q, column %q: a piece of evidence has no place", t.Title, t.Rows[i].Label, t.Columns[j].Label)
				}
			}
		}
	}
	return nil
}
