package compare

import (
	"cmp"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Options say how tables are made.
type Options struct {
	Command  string             // as the user can type it again
	Version  string             // of the program
	Language catalogue.Language // of the words that the program adds
	Proposed bool               // count proposals, under a banner
	Cases    []string           // only these cases; all if empty
	Cell     string             // another kind of cell than the table's own
	NoNames  bool               // in a report: how many informants there were, and not what they are called
	Memos    bool               // in a report: the memos that are marked for it stand in an appendix
	Shared   *Shared            // what the tables of one study share; nil: each works it out by itself

	Picture func(*table.Table) *manuscript.Picture // in a report: the picture that stands behind a table; nil for none
}

// row is one row of a table of codes: a label and the codes behind it.
type row struct {
	label  table.Label
	codes  []*coding.Code
	merged string // what it was merged of, by aliases.yaml
}

// codesTable returns the empty table of a record of codes, and its rows.
func codesTable(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, []row, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: r.Title, Language: l, Corner: cmp.Or(r.Corner, l.Say("Code")), Count: "passages"}
	if o.Proposed {
		t.Banner = l.Say("proposed-banner")
	}
	rows, err := rowsOf(s, r, o)
	return t, rows, err
}

// CodesByCase returns a table with codes as rows and cases, or the groups of an
// attribute, as columns. A cell is the standing of a case on a code: its state with
// the number of passages, the number alone, the quotes, the list of what is said, or the
// researcher's summary. Each row says in which of the known cases it is.
func CodesByCase(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	if r.By == cases.ByDocument {
		return CodesByDocument(s, r, o)
	}
	t, rows, err := codesTable(s, r, o)
	if err != nil {
		return nil, err
	}
	columns, err := columnsOf(s, r, o)
	if err != nil {
		return nil, err
	}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.label)
	}
	cell := r.Cell
	if o.Cell != "" {
		cell = o.Cell
	}
	for _, row := range rows {
		cells := make([]table.Cell, 0, len(columns))
		over := knownOf(len(columns))
		for _, col := range columns {
			if len(row.codes) == 0 {
				cells = append(cells, table.Cell{})
				continue
			}
			st := standingOf(s, col.cases, row.codes, r.Subcodes, o)
			over.add(col.label.Label, &st.Standing)
			cells = append(cells, codeCell(s, st, col.cases, row.codes, cell, o))
		}
		if len(row.codes) > 0 {
			row.label.Note = over.note(o.Language)
		}
		noteMerged(t, row.label.Label, row.merged)
		t.Rows = append(t.Rows, row.label)
		t.Cells = append(t.Cells, cells)
	}
	noteTwice(t, rows, o.Language)
	t.How = how(s, r, o)
	return t, t.Check()
}

// noteTwice says of each row that stands in several places of a tree that its passages are the same,
// so that nobody adds the rows up.
func noteTwice(t *table.Table, rows []row, l catalogue.Language) {
	n := map[string]int{}
	for _, next := range rows {
		if len(next.codes) > 0 {
			n[next.label.Key]++
		}
	}
	for _, next := range rows {
		if k := n[next.label.Key]; k > 1 {
			n[next.label.Key] = 0
			t.Notes = append(t.Notes, l.Say("stands-twice", next.label.Label, k))
		}
	}
}

// rowsOf returns the rows that a table record asks for; headings as headLines makes them.
func rowsOf(s *cases.Study, r *cases.TableRecord, o Options) ([]row, error) {
	var out []row
	add := func(codes []*coding.Code, base int) {
		for _, c := range codes {
			out = append(out, row{label: table.Label{Key: c.Key, Label: c.Title(), Depth: max(0, c.Depth-base)}, codes: []*coding.Code{c}})
		}
	}
	switch {
	case len(r.Rows) > 0:
		var walk func([]cases.RowRecord, int) error
		walk = func(records []cases.RowRecord, depth int) error {
			for _, rec := range records {
				next, err := recordRow(s, rec, depth)
				if err != nil {
					return err
				}
				out = append(out, next)
				if err := walk(rec.Rows, depth+1); err != nil {
					return err
				}
			}
			return nil
		}
		if err := walk(r.Rows, 0); err != nil {
			return nil, err
		}
	case len(r.Codes) > 0:
		for _, key := range r.Codes {
			c := s.Codebook.Code(key)
			if c == nil {
				return nil, s.UnknownCode(key)
			}
			add([]*coding.Code{c}, c.Depth)
		}
	case r.All:
		add(s.Codebook.All(), 0)
	case r.Under != "":
		codes := s.Codebook.Under(r.Under)
		if codes == nil {
			return nil, s.UnknownCode(r.Under)
		}
		add(codes, codes[0].Depth)
	default:
		codes := s.Codebook.OfKind(r.Kind)
		base := 1 << 30
		for _, c := range codes {
			base = min(base, c.Depth)
		}
		add(codes, base)
	}
	if len(out) == 0 && r.All {
		return nil, catalogue.Errorf("the code book has no codes\nhint: crosscase codebook derive makes some from the guide")
	}
	if len(out) == 0 {
		return nil, catalogue.Errorf("no code of kind %q in the codebook\nhint: kinds in use: %s", r.Kind, strings.Join(kinds(s), ", "))
	}
	if r.Subcodes {
		return mergedRows(s, r, out, o), nil
	}
	if len(r.Rows)+len(r.Codes) == 0 {
		headLines(s, out)
	}
	return rolledUp(s, mergedRows(s, r, out, o), o), nil
}

func recordRow(s *cases.Study, rec cases.RowRecord, depth int) (row, error) {
	out := row{label: table.Label{Key: rec.Code, Label: rec.Label, Depth: depth}}
	for _, key := range append(nonEmpty(rec.Code), rec.Codes...) {
		c := s.Codebook.Code(key)
		if c == nil {
			return row{}, s.UnknownCode(key)
		}
		out.codes = append(out.codes, c)
		if out.label.Label == "" {
			out.label.Label = c.Title()
		}
		if out.label.Key == "" {
			out.label.Key = c.Key
		}
	}
	out.label.Head = len(out.codes) == 0
	return out, nil
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func kinds(s *cases.Study) []string {
	seen := map[string]bool{}
	var out []string
	for _, c := range s.Codebook.All() {
		if c.Kind != "" && !seen[c.Kind] {
			seen[c.Kind] = true
			out = append(out, c.Kind)
		}
	}
	return out
}

// column is a case, or the cases that share a value of an attribute.
type column struct {
	label table.Label
	cases []*cases.Case
}

func columnsOf(s *cases.Study, r *cases.TableRecord, o Options) ([]column, error) {
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	if r.By == "" {
		out := make([]column, len(chosen))
		for i, c := range chosen {
			out[i] = column{table.Label{Key: c.Key, Label: c.Title()}, []*cases.Case{c}}
		}
		return out, nil
	}
	a, ok := s.Attribute(r.By)
	if !ok {
		return nil, catalogue.Errorf("%q is not an attribute\nhint: attributes stand in %s", r.By, cases.AttributesFile)
	}
	var out []column
	at := map[string]int{}
	for _, v := range a.Values {
		at[v] = len(out)
		out = append(out, column{label: table.Label{Key: a.Key + "=" + v, Label: a.Title() + ": " + v}})
	}
	for _, c := range chosen {
		items := valueOf(s, c, a).Items
		if len(items) == 0 {
			items = []cases.Item{{Text: o.Language.Say("no-value")}}
		}
		for _, item := range items {
			i, ok := at[item.Text]
			if !ok {
				i = len(out)
				at[item.Text] = i
				out = append(out, column{label: table.Label{Key: a.Key + "=" + item.Text, Label: a.Title() + ": " + item.Text}})
			}
			out[i].cases = append(out[i].cases, c)
		}
	}
	kept := out[:0]
	for _, c := range out {
		if len(c.cases) > 0 {
			kept = append(kept, c)
		}
	}
	return kept, nil
}

func chosenCases(s *cases.Study, r *cases.TableRecord, o Options) ([]*cases.Case, error) {
	keys := o.Cases
	if len(keys) == 0 {
		keys = r.Cases
	}
	if len(keys) == 0 {
		if len(s.Cases) == 0 {
			return nil, catalogue.Errorf("the study has no cases\nhint: crosscase cases add KEY --label \"…\" makes one")
		}
		return s.Cases, nil
	}
	var out []*cases.Case
	for _, key := range keys {
		c := s.CaseNamed(key)
		if c == nil {
			return nil, s.UnknownCase(key)
		}
		out = append(out, c)
	}
	return out, nil
}

// standingOf joins the standings of several cases and codes into one: open if any
// is open, then by what all passages together say. It is not to be changed.
func standingOf(s *cases.Study, cs []*cases.Case, codes []*coding.Code, subcodes bool, o Options) *standing {
	if len(cs) == 1 && len(codes) == 1 {
		return o.standing(s, cs[0], codes[0], subcodes)
	}
	each := o
	each.Proposed = false // proposals are counted of all together
	parts := make([]cases.Standing, 0, len(cs)*len(codes))
	for _, c := range cs {
		for _, code := range codes {
			parts = append(parts, each.standing(s, c, code, subcodes).Standing)
		}
	}
	return o.counted(cases.Join(parts))
}

// how says how a table was made: the command, the version and the digests of every
// file that was read for it.
func how(s *cases.Study, r *cases.TableRecord, o Options) table.How {
	return table.How{Command: o.Command, Version: o.Version, Inputs: s.Inputs(r.File)}
}
