package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

func itoa(n int) string { return strconv.Itoa(n) }

// display is what most displays start from: the rows a record asks for and its cases in order.
type display struct {
	study    *cases.Study
	record   *cases.TableRecord
	options  Options
	rows     []row
	places   []placed
	measures []caseMeasure
}

func newDisplay(s *cases.Study, r *cases.TableRecord, o Options) (*display, error) {
	if r.By != "" && (r.OrderBy != "" || r.Facet != "") {
		return nil, catalogue.Errorf("the columns are groups of %q, which have no order of cases\nhint: leave out by, or order-by and facet", r.By)
	}
	if len(s.Codebook.All()) == 0 {
		return nil, catalogue.Errorf("there is no code to compare by\nhint: write codes into codebook.yaml, or crosscase codebook import FILE")
	}
	rows, err := rowsOf(s, namedRows(s, r), o)
	if err != nil {
		return nil, err
	}
	columns, err := columnsOf(s, r, o)
	if err != nil {
		return nil, err
	}
	places, measures, err := ordered(s, r, o, columns)
	if err != nil {
		return nil, err
	}
	return &display{s, r, o, rows, places, measures}, nil
}

// namedRows returns a record that names its rows: where it names none, every code that cases are
// compared by, which is each that has a kind and does not only mark the answer to a question.
func namedRows(s *cases.Study, r *cases.TableRecord) *cases.TableRecord {
	if len(r.Rows) > 0 || len(r.Codes) > 0 || r.Under != "" || r.Kind != "" {
		return r
	}
	out := *r
	for _, c := range s.Codebook.All() {
		if c.Kind != "" && c.Kind != coding.Structural && !s.Heading(c) {
			out.Codes = append(out.Codes, c.Key)
		}
	}
	if len(out.Codes) == 0 {
		for _, c := range s.Codebook.All() {
			if !s.Heading(c) {
				out.Codes = append(out.Codes, c.Key)
			}
		}
	}
	return &out
}

// cluster is some rows under a heading.
type cluster struct {
	label table.Label
	rows  []row
}

// clusters groups rows by the research question that their codes' questions answer, by the code
// above or by kind; without a grouping there is one cluster without a heading. A row whose code
// answers several questions stands under each.
func (d *display) clusters() ([]cluster, []string) {
	l := d.options.Language
	var out []cluster
	at := map[string]int{}
	put := func(key, label string, next row) {
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, cluster{label: table.Label{Key: key, Label: label, Head: true}})
		}
		next.label.Depth = 1
		out[i].rows = append(out[i].rows, next)
	}
	var rest []row
	var notes []string
	switch d.record.GroupBy {
	case "rq":
		for _, q := range d.study.Settings.Questions {
			at[q.Key] = len(out)
			out = append(out, cluster{label: table.Label{Key: q.Key, Label: q.Key + ": " + q.Ask, Head: true}})
		}
		for _, next := range d.rows {
			keys := d.answers(next.codes)
			for _, key := range keys {
				put(key, key, next)
			}
			switch {
			case len(keys) == 0:
				rest = append(rest, next)
			case len(keys) > 1:
				notes = append(notes, l.Say("stands-twice", next.label.Label, len(keys)))
			}
		}
	case "question": // of the guide, in its order
		for _, q := range d.study.Guide.Questions() {
			at["question-"+q.Key] = len(out)
			out = append(out, cluster{label: table.Label{Key: "question-" + q.Key, Label: q.Key + ": " + q.Label(), Head: true}})
		}
		for _, next := range d.rows {
			var keys []string
			for _, c := range next.codes {
				for _, key := range c.Questions {
					if _, ok := d.study.Guide.Question(key); ok {
						keys = addOnce(keys, key)
					}
				}
			}
			for _, key := range keys {
				put("question-"+key, key, next)
			}
			switch {
			case len(keys) == 0:
				rest = append(rest, next)
			case len(keys) > 1:
				notes = append(notes, l.Say("stands-under-questions", next.label.Label, len(keys)))
			}
		}
	case "parent":
		for _, next := range d.rows {
			if len(next.codes) > 0 && next.codes[0].Parent != nil {
				put("under-"+next.codes[0].Parent.Key, next.codes[0].Parent.Title(), next)
			} else {
				rest = append(rest, next)
			}
		}
	case "kind":
		for _, next := range d.rows {
			if len(next.codes) > 0 && next.codes[0].Kind != "" {
				put("kind-"+next.codes[0].Kind, l.Say("kind-"+next.codes[0].Kind), next)
			} else {
				rest = append(rest, next)
			}
		}
	default:
		return []cluster{{rows: d.rows}}, nil
	}
	for _, next := range rest {
		if len(next.codes) > 0 {
			put("-", l.Say("no-"+d.record.GroupBy), next)
		}
	}
	out = slices.DeleteFunc(out, func(c cluster) bool { return len(c.rows) == 0 })
	return out, notes
}

// answers returns the research questions that codes answer, by the questions of the guide they name.
func (d *display) answers(codes []*coding.Code) []string {
	var out []string
	for _, c := range codes {
		for _, key := range c.Questions {
			if q, ok := d.study.Guide.Question(key); ok {
				out = addOnce(out, q.Answers...)
			}
		}
	}
	return out
}

// rowStandings returns the standings of a row in the order of the columns, and what is known over them.
func (d *display) rowStandings(next row) ([]*standing, known) {
	out := make([]*standing, len(d.places))
	over := knownOf(len(d.places))
	for j, p := range d.places {
		out[j] = standingOf(d.study, p.cases, next.codes, d.record.Subcodes, d.options)
		over.add(p.label.Label, &out[j].Standing)
	}
	return out, over
}

func (d *display) cell() string { return cmp.Or(d.options.Cell, d.record.Cell, "entry") }

// orderRows are the rows that show by what the cases are ordered, with what each value rests on.
func (d *display) orderRows(t *table.Table) {
	for i, m := range d.measures {
		cells := make([]table.Cell, len(d.places))
		for j, p := range d.places {
			x := p.at
			if i == 1 || d.record.OrderBy == "" {
				x = p.level
			}
			cells[j] = x.cell
		}
		t.Rows = append(t.Rows, table.Label{Key: "by-" + m.key, Label: d.options.Language.Say("by", m.label)})
		t.Cells = append(t.Cells, cells)
	}
}

// Matrix returns the meta-matrix of Miles, Huberman and Saldaña (2014, chapters 6 to 8): what all
// cases say on all rows in one display. As it is, rows meet cases, a cell is the state and what is said
// or the researcher's summary; stacked, the accounts stand one below the other by case, by row or
// by role. Rows can be clustered by research question, question of the guide, code above or kind; cases put in the order of an attribute or the strength
// of a code, within the groups of a second one.
func Matrix(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	d, err := newDisplay(s, r, o)
	if err != nil {
		return nil, err
	}
	switch r.Stack {
	case "case", "row":
		return d.stacked()
	case "role":
		return d.byRole()
	}
	return d.grid("matrix", d.cell())
}

// QuoteMatrix returns the matrix with the passages themselves in its cells.
func QuoteMatrix(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	d, err := newDisplay(s, r, o)
	if err != nil {
		return nil, err
	}
	return d.grid("quotes", "quotes")
}

// grid lays rows against cases.
func (d *display) grid(form, cell string) (*table.Table, error) {
	t := titled(d.record, d.options, form, "Code")
	t.Count = "passages"
	for _, p := range d.places {
		t.Columns = append(t.Columns, p.heading())
	}
	d.orderRows(t)
	clusters, notes := d.clusters()
	for _, cl := range clusters {
		if cl.label.Head {
			t.Rows = append(t.Rows, cl.label)
			t.Cells = append(t.Cells, make([]table.Cell, len(d.places)))
		}
		for _, next := range cl.rows {
			cells := make([]table.Cell, len(d.places))
			if len(next.codes) > 0 {
				standings, over := d.rowStandings(next)
				for j := range standings {
					cells[j] = codeCell(d.study, standings[j], d.places[j].cases, next.codes, cell, d.options)
				}
				next.label.Note = over.note(d.options.Language)
			}
			noteMerged(t, next.label.Label, next.merged)
			t.Rows = append(t.Rows, next.label)
			t.Cells = append(t.Cells, cells)
		}
	}
	noteOrder(t, d.record, d.options, d.places, d.measures)
	t.Notes = append(t.Notes, notes...)
	if d.record.Transpose {
		transpose(t, d.options.Language.Say("Case"))
	}
	return t, nil
}

// transpose makes columns of the rows; what a row said of all cases becomes a row of its own.
func transpose(t *table.Table, corner string) {
	out := make([][]table.Cell, len(t.Columns))
	var columns []table.Label
	var notes []table.Cell
	head, some := "", false
	for i, label := range t.Rows {
		if label.Head {
			head = label.Label
			continue
		}
		if head != "" {
			label.Label = head + " · " + label.Label
		}
		columns = append(columns, table.Label{Key: label.Key, Label: label.Label})
		note := table.Cell{Text: label.Note}
		for j := range t.Columns {
			out[j] = append(out[j], t.Cells[i][j])
			note.Evidence = append(note.Evidence, t.Cells[i][j].Evidence...)
		}
		if label.Note == "" {
			note.Evidence = nil
		}
		some = some || label.Note != ""
		notes = append(notes, note)
	}
	rows := t.Columns
	if some {
		rows = append(rows, table.Label{Key: "in", Label: t.Language.Say("in-cases")})
		out = append(out, notes)
	}
	t.Rows, t.Columns, t.Cells, t.Corner = rows, columns, out, corner
}

// stacked lays the accounts of all cases one below the other: the rows under each case, or the
// cases under each row.
func (d *display) stacked() (*table.Table, error) {
	t := titled(d.record, d.options, "stacked", "Code")
	t.Count = "passages"
	l := d.options.Language
	t.Columns = []table.Label{{Key: "state", Label: l.Say("State")}, {Key: "entry", Label: l.Say("What is said")}, {Key: "passages", Label: l.Say("Passages")}}
	head := func(key, label, note string, depth int) {
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label, Note: note, Depth: depth, Head: true})
		t.Cells = append(t.Cells, make([]table.Cell, 3))
	}
	add := func(p placed, next row, st *standing, label string, depth int) {
		noteMerged(t, next.label.Label, next.merged)
		t.Rows = append(t.Rows, table.Label{Key: p.label.Key + "/" + next.label.Key, Label: label, Depth: depth})
		t.Cells = append(t.Cells, stackedCells(d, p, next, st))
	}
	clusters, notes := d.clusters()
	if d.record.Stack == "case" {
		for _, p := range d.places {
			head(p.label.Key, p.heading().Label, orderNote(p, d.measures, d.record), 0)
			for _, cl := range clusters {
				if cl.label.Head {
					head(p.label.Key+"/"+cl.label.Key, cl.label.Label, "", 1)
				}
				for _, next := range cl.rows {
					if len(next.codes) == 0 {
						continue
					}
					st := standingOf(d.study, p.cases, next.codes, d.record.Subcodes, d.options)
					add(p, next, st, next.label.Label, next.label.Depth+1)
				}
			}
		}
	} else {
		for _, cl := range clusters {
			if cl.label.Head {
				head(cl.label.Key, cl.label.Label, "", 0)
			}
			for _, next := range cl.rows {
				if len(next.codes) == 0 {
					head(next.label.Key, next.label.Label, "", next.label.Depth)
					continue
				}
				standings, over := d.rowStandings(next)
				head(next.label.Key, next.label.Label, over.note(l), next.label.Depth)
				for j := range d.places {
					add(d.places[j], next, standings[j], d.places[j].heading().Label, next.label.Depth+1)
				}
			}
		}
	}
	noteOrder(t, d.record, d.options, d.places, d.measures)
	t.Notes = append(t.Notes, notes...)
	return t, nil
}

// orderNote says by what a stacked case has its place.
func orderNote(p placed, measures []caseMeasure, r *cases.TableRecord) string {
	var parts []string
	for i, m := range measures {
		x := p.at
		if i == 1 || r.OrderBy == "" {
			x = p.level
		}
		text := x.cell.Printed()
		parts = append(parts, m.label+": "+strings.ReplaceAll(text, "\n", ", "))
	}
	return strings.Join(parts, "; ")
}

func stackedCells(d *display, p placed, next row, st *standing) []table.Cell {
	l := d.options.Language
	state := codeCell(d.study, st, p.cases, next.codes, "state", d.options)
	count := state // the same passages, printed as a number
	count.Text = countText(&count, l)
	said := table.Cell{State: st.State, Items: entry(d.study, st, p.cases, next.codes, l), Evidence: state.Evidence, Aside: state.Aside}
	if d.cell() == "quotes" {
		said.Items = st.quoted(l)
	}
	if len(said.Items) == 0 {
		said = table.Cell{State: st.State, Missing: missing(&st.Standing, l)}
	}
	return []table.Cell{state, said, count}
}
