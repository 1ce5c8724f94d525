package compare

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"

	"gonum.org/v1/gonum/stat"
)

// valueOf returns a case's value of an attribute. One that is read from the case's
// interview (from: interview.date) takes it from the sidecars of all its
// interviews, and cites their lines.
func valueOf(s *cases.Study, c *cases.Case, a cases.Attribute) cases.Value {
	if a.From == "" {
		return c.Values[a.Key]
	}
	var v cases.Value
	for _, m := range c.Members {
		d := s.Document(m.Document)
		if d == nil || !d.Interview() {
			continue
		}
		text, field := d.Date, "date"
		if a.From == "interview.duration" {
			field = "duration"
			if text = ""; d.Minutes > 0 {
				text = fmt.Sprintf("%d min", d.Minutes)
			}
		}
		if text != "" {
			v.Items = append(v.Items, cases.Item{Text: text, Because: []cases.Reason{{Source: fmt.Sprintf("%s:%d", cases.SidecarFile(d.Key), d.Lines[field])}}})
		}
	}
	return v
}

// AttributesByCase returns a table with cases as rows and attributes as columns,
// closed by a row with the mean, the sum or the range of the columns that hold numbers. Each
// cell cites the passages its value rests on, or the line of the file where it stands.
func AttributesByCase(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: r.Title, Language: l, Corner: cmp.Or(r.Corner, l.Say("Case"))}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	attributes, err := attributesOf(s, r)
	if err != nil {
		return nil, err
	}
	for _, a := range attributes {
		t.Columns = append(t.Columns, table.Label{Key: a.Key, Label: a.Title()})
	}
	for _, c := range chosen {
		t.Rows = append(t.Rows, table.Label{Key: c.Key, Label: c.Title()})
		cells := make([]table.Cell, len(attributes))
		for j, a := range attributes {
			cells[j] = valueCell(s, c, a, valueOf(s, c, a), l)
		}
		t.Cells = append(t.Cells, cells)
	}
	if r.Close != "" {
		t.Rows = append(t.Rows, table.Label{Key: r.Close, Label: l.Say(r.Close)})
		cells := make([]table.Cell, len(attributes))
		for j, a := range attributes {
			cells[j] = closing(s, chosen, a, r.Close, t.Cells, j, l)
		}
		t.Cells = append(t.Cells, cells)
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

func attributesOf(s *cases.Study, r *cases.TableRecord) ([]cases.Attribute, error) {
	if len(r.Attributes) == 0 {
		return s.Attributes, nil
	}
	var out []cases.Attribute
	for _, key := range r.Attributes {
		a, ok := s.Attribute(key)
		if !ok {
			return nil, catalogue.Errorf("%q is not an attribute\nhint: attributes stand in %s", key, cases.AttributesFile)
		}
		out = append(out, a)
	}
	return out, nil
}

// valueCell prints a value; several items stand below each other.
func valueCell(s *cases.Study, c *cases.Case, a cases.Attribute, v cases.Value, l catalogue.Language) table.Cell {
	if len(v.Items) == 0 {
		cell := table.Cell{Missing: v.Missing}
		if cell.Missing == "" {
			cell.Missing = l.Say("no-value")
		}
		return cell
	}
	var texts []string
	var cell table.Cell
	for _, item := range v.Items {
		texts = append(texts, a.Print(item.Text, l))
		cell.Evidence = append(cell.Evidence, reasonsOf(s, c, item)...)
	}
	if stale := s.StaleNote("value:"+c.Key+"/"+a.Key, l); stale != "" {
		texts = append(texts, "! "+stale)
	}
	cell.Text = strings.Join(texts, "\n")
	return cell
}

// reasonsOf returns what an item rests on: its passages and sources, and where it
// has none the line of the file that says it.
func reasonsOf(s *cases.Study, c *cases.Case, item cases.Item) []table.Evidence {
	var out []table.Evidence
	for _, r := range item.Because {
		switch {
		case r.Anchor.Len() > 0:
			e := cases.Evidence{Case: c.Key, Passage: corpus.Passage{Document: r.Document, Span: r.Anchor.Span}}
			s.Cited(&e)
			out = append(out, table.Evidence{Case: c.Key, Passage: e.Passage.String(), Quote: e.Quote, Status: "reviewed", Cite: e.Cite})
		case r.Source != "":
			out = append(out, table.Evidence{Case: c.Key, Source: catalogue.In(s.Language).Source(r.Source)})
		case r.Judgement != "":
			out = append(out, table.Evidence{Case: c.Key, Source: fmt.Sprintf("%s:%d: %s", c.File, r.Line, r.Judgement)})
		}
	}
	if len(out) == 0 {
		out = append(out, table.Evidence{Case: c.Key, Source: fmt.Sprintf("%s:%d", c.File, item.Line)})
	}
	return out
}

// closing is a cell of the closing row; a mean is rounded to two decimals. A column whose values are no quantities (text, a
// year) has none; a case without a value is left out and named.
func closing(s *cases.Study, chosen []*cases.Case, a cases.Attribute, close string, rows [][]table.Cell, j int, l catalogue.Language) table.Cell {
	if a.Kind != cases.Number && a.Kind != cases.Duration {
		return table.Cell{}
	}
	var xs []float64
	var inputs []table.Evidence
	var without []string
	for i, c := range chosen {
		items := valueOf(s, c, a).Items
		if len(items) == 0 {
			without = append(without, c.Title())
			continue
		}
		for _, item := range items {
			if x, ok := a.Number(item.Text); ok {
				xs = append(xs, x)
			}
		}
		inputs = append(inputs, rows[i][j].Evidence...)
	}
	if len(xs) == 0 {
		return table.Cell{Missing: l.Say("no-value")}
	}
	print := l.Number
	if a.Kind == cases.Duration {
		print = l.Duration
	}
	cell := table.Cell{Evidence: inputs}
	switch close {
	case "mean":
		cell.Text = print(math.Round(stat.Mean(xs, nil)*100) / 100)
	case "sum":
		total := 0.0
		for _, x := range xs {
			total += x
		}
		cell.Text = print(total)
	case "range":
		low, high := math.Inf(1), math.Inf(-1)
		for _, x := range xs {
			low, high = math.Min(low, x), math.Max(high, x)
		}
		cell.Text = print(low) + " – " + print(high)
	}
	if len(without) > 0 {
		cell.Text += " (" + l.Say("no-value") + ": " + strings.Join(without, ", ") + ")"
	}
	return cell
}

// ItemsByCase returns the items of list attributes side by side, one below the other:
// one attribute over several cases (a column a case), or several attributes of one
// case (a column an attribute). Rows are not paired; of a ranked attribute the row is the rank.
func ItemsByCase(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: r.Title, Language: l}
	attributes, err := attributesOf(s, r)
	if err != nil {
		return nil, err
	}
	if r.Case == "" && len(attributes) != 1 {
		return nil, catalogue.Errorf("%s: a table of items takes one attribute over cases, or several of one case\nhint: add case: KEY, or name one attribute only", r.File)
	}
	record := *r
	if r.Case != "" {
		record.Cases = []string{r.Case}
	}
	chosen, err := chosenCases(s, &record, o)
	if err != nil {
		return nil, err
	}
	var lists [][]table.Cell
	for _, c := range chosen {
		for _, a := range attributes {
			label := table.Label{Key: c.Key, Label: c.Title()}
			if r.Case != "" {
				label = table.Label{Key: a.Key, Label: a.Title()}
			}
			t.Columns = append(t.Columns, label)
			v := valueOf(s, c, a)
			var cells []table.Cell
			for _, item := range v.Items {
				cells = append(cells, table.Cell{Text: a.Print(item.Text, l), Evidence: reasonsOf(s, c, item)})
			}
			if len(cells) == 0 {
				cells = append(cells, valueCell(s, c, a, v, l))
			}
			lists = append(lists, cells)
		}
	}
	longest := 0
	for _, list := range lists {
		longest = max(longest, len(list))
	}
	for i := range longest {
		t.Rows = append(t.Rows, table.Label{Key: fmt.Sprint(i + 1), Label: fmt.Sprint(i + 1)})
		cells := make([]table.Cell, len(lists))
		for j, list := range lists {
			if i < len(list) {
				cells[j] = list[i]
			}
		}
		t.Cells = append(t.Cells, cells)
	}
	t.How = how(s, r, o)
	return t, t.Check()
}
