package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// By are the ways in which what was found can be counted.
func By() []string { return []string{"case", "code", "speaker", "source", "year", "document"} }

// HitsBy counts all that a search found per case, code, speaker, kind of source, year or
// document: the passages, the matches in them, and for codes those that are only proposed
// beside. A passage that belongs to several counts in each.
func HitsBy(s *cases.Study, hits []cases.Hit, by string, o Options) (*table.Table, error) {
	c := newCounts(s, by, o, "passages", "matches")
	for _, h := range hits {
		matches := matchesOf(h)
		if by != "code" {
			for _, g := range c.groupsOf(h.Passage) {
				c.add(g, 0, passageOf(h))
				c.add(g, 1, matches...)
			}
			continue
		}
		coded, proposed := codesOfHit(s, h)
		for _, code := range coded {
			c.add(code, 0, passageOf(h))
		}
		for _, code := range proposed {
			c.propose(code, 0, passageOf(h))
		}
		if len(coded)+len(proposed) == 0 {
			c.add("", 0, passageOf(h))
		}
		for i, p := range h.Places {
			at := corpus.Passage{Document: h.Passage.Document, Span: p}
			coded, proposed := s.CodesAt(at)
			for _, code := range coded {
				c.add(code, 1, matches[i])
			}
			for _, code := range proposed {
				c.propose(code, 1, matches[i])
			}
			if len(coded)+len(proposed) == 0 {
				c.add("", 1, matches[i])
			}
		}
	}
	return c.table("search-by-" + by)
}

// codesOfHit returns the codes over the matches of a hit, or over all of it if it has none.
func codesOfHit(s *cases.Study, h cases.Hit) (coded, proposed []string) {
	if len(h.Places) == 0 {
		return s.CodesAt(h.Passage)
	}
	for _, p := range h.Places {
		these, those := s.CodesAt(corpus.Passage{Document: h.Passage.Document, Span: p})
		coded, proposed = append(coded, these...), append(proposed, those...)
	}
	coded, proposed = once(coded), once(proposed)
	return coded, slices.DeleteFunc(proposed, func(code string) bool { return slices.Contains(coded, code) })
}

func once(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// QuotesBy counts coded passages per case, code, speaker, kind of source, year or document.
func QuotesBy(s *cases.Study, quotes []cases.Quoted, by string, o Options) (*table.Table, error) {
	c := newCounts(s, by, o, "passages")
	for _, q := range quotes {
		groups := []string{q.Code.Key}
		if by != "code" {
			groups = c.groupsOf(q.Passage)
		}
		for _, g := range groups {
			c.add(g, 0, quotedOf(q))
		}
	}
	return c.table("quotes-by-" + by)
}

// TermsBy counts in how many passages each of some queries holds, per case, code, … The
// queries are the columns.
func TermsBy(s *cases.Study, by string, queries []string, found [][]cases.Hit, o Options) (*table.Table, error) {
	c := newCounts(s, by, o, queries...)
	for i, hits := range found {
		for _, h := range hits {
			e := passageOf(h)
			if by != "code" {
				for _, g := range c.groupsOf(h.Passage) {
					c.add(g, i, e)
				}
				continue
			}
			coded, proposed := codesOfHit(s, h)
			for _, code := range coded {
				c.add(code, i, e)
			}
			for _, code := range proposed {
				c.propose(code, i, e)
			}
			if len(coded)+len(proposed) == 0 {
				c.add("", i, e)
			}
		}
	}
	t, err := c.table("terms-by-" + by)
	for i, q := range queries {
		t.Columns[i].Label = q // as it was typed, though the catalogue may know the word
	}
	t.Count = "passages"
	return t, err
}

// counts are pieces of evidence by group and column. The group "" is what belongs to none.
type counts struct {
	study   *cases.Study
	by      string
	options Options
	columns []string
	labels  map[string]string
	cells   map[string][]table.Cell
}

func newCounts(s *cases.Study, by string, o Options, columns ...string) *counts {
	c := &counts{study: s, by: by, options: o, columns: columns, labels: map[string]string{}, cells: map[string][]table.Cell{}}
	if by != "case" {
		return c
	}
	for _, x := range s.Cases { // a case in which nothing was found is told too
		if len(o.Cases) > 0 && !slices.Contains(o.Cases, x.Key) && !slices.Contains(o.Cases, x.Title()) {
			continue
		}
		cells := c.row(x.Key)
		texts := slices.ContainsFunc(x.Members, func(m cases.Member) bool { return s.Document(m.Document) != nil })
		for i := range cells {
			if !texts {
				cells[i].Missing = o.Language.Say("no-sources")
			}
		}
	}
	return c
}

func (c *counts) row(group string) []table.Cell {
	if c.cells[group] == nil {
		c.cells[group] = make([]table.Cell, len(c.columns))
	}
	return c.cells[group]
}

func (c *counts) add(group string, column int, e ...table.Evidence) {
	cell := &c.row(group)[column]
	cell.Evidence = append(cell.Evidence, e...)
}

func (c *counts) propose(group string, column int, e table.Evidence) {
	e.Status = "proposed"
	cell := &c.row(group)[column]
	cell.Proposed = append(cell.Proposed, e)
}

// groupsOf returns the groups of a passage, by what is known of it and its document.
func (c *counts) groupsOf(p corpus.Passage) []string {
	d := c.study.Document(p.Document)
	if d == nil {
		return []string{""}
	}
	switch c.by {
	case "case":
		var out []string
		for _, x := range c.study.CasesAt(p) {
			out = append(out, x.Key)
		}
		if len(out) > 0 {
			return out
		}
	case "speaker":
		if sp, ok := c.study.Speaker(p); ok {
			where := strings.TrimSuffix(d.Key, ".txt") // "R" is somebody else in each interview
			if in := c.study.CasesAt(p); len(in) == 1 {
				where = in[0].Key
			}
			key := where + "/" + cmp.Or(sp.Name, sp.Label)
			c.labels[key] = "[" + where + "] " + cmp.Or(sp.Name, sp.Label)
			return []string{key}
		}
	case "source":
		return []string{d.Kind}
	case "year":
		return []string{d.Date[:min(4, len(d.Date))]}
	case "document":
		return []string{d.Key}
	}
	return []string{""}
}

// order returns the groups in the order of the study, years and documents by their names, speakers
// and kinds of source with the most passages first; what belongs to none comes last.
func (c *counts) order() []string {
	var out []string
	for key := range c.cells {
		out = append(out, key)
	}
	rank := map[string]int{}
	for i, x := range c.study.Cases {
		rank["case "+x.Key] = i
	}
	for i, x := range c.study.Codebook.All() {
		rank["code "+x.Key] = i
	}
	slices.SortFunc(out, func(a, b string) int {
		most := 0
		if c.by == "speaker" || c.by == "source" {
			most = cmp.Compare(len(c.cells[b][0].Evidence), len(c.cells[a][0].Evidence))
		}
		last := 0
		if (a == "") != (b == "") {
			last = 1
			if b == "" {
				last = -1
			}
		}
		return cmp.Or(last, most, cmp.Compare(rank[c.by+" "+a], rank[c.by+" "+b]), cmp.Compare(a, b))
	})
	return out
}

func (c *counts) table(name string) (*table.Table, error) {
	t := listing(name, c.by, c.options, c.columns...)
	if c.by == "code" {
		t.Notes = append(t.Notes, c.options.Language.Say("counts-codes"))
	}
	for _, key := range c.order() {
		label := table.Label{Key: key, Label: cmp.Or(c.labels[key], key)}
		switch {
		case key == "":
			label = table.Label{Key: "-", Label: c.options.Language.Say("no " + c.by)}
		case c.by == "source":
			label.Label = c.options.Language.DocumentKind(key)
		case c.by == "case":
			label.Label = c.study.Case(key).Title()
		case c.by == "code":
			code := c.study.Codebook.Code(key)
			if code == nil {
				code = &coding.Code{Key: key}
			}
			label.Label = code.Title()
			for _, other := range c.study.Codebook.All() {
				if other.Key != key && other.Title() == code.Title() {
					label.Label = code.Path() // another code bears the same label
				}
			}
		}
		t.Rows = append(t.Rows, label)
		cells := c.cells[key]
		for i := range cells {
			if cells[i].Missing == "" {
				cells[i].SetEvidence(cells[i].Evidence)
			}
			cells[i].Text = countedText(&cells[i], c.options)
		}
		t.Cells = append(t.Cells, cells)
	}
	t.How = how(c.study, &cases.TableRecord{}, c.options)
	return t, t.Check()
}

// countedText prints a count, what speaks against in it, and the proposals beside it.
func countedText(c *table.Cell, o Options) string {
	n, known := c.Count()
	if !known {
		return c.Missing
	}
	text := strconv.Itoa(n)
	if said := slices.ContainsFunc(c.Evidence, func(e table.Evidence) bool { return e.Says != "" }); said {
		if sides := spoken(c.Evidence, o.Language); sides != "" {
			text += " (" + sides + ")"
		}
	}
	if len(c.Proposed) > 0 {
		text += fmt.Sprintf(" (+%d %s)", len(c.Proposed), o.Language.Say("proposed"))
	}
	return text
}
