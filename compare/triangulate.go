package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// How the sources of a case stand to each other on a code.
const (
	Convergent    = "convergent"    // two or more by different issuers say the same, none the opposite
	Complementary = "complementary" // they say the same, but by one issuer, or one of them with a limit, or only as a plan
	Dissonant     = "dissonant"     // one is for it and another against
	OneSource     = "one-source"    // only one speaks
	Silent        = "silent"        // all that count were read, and none speaks
	UnreadSoFar   = "unread"        // none speaks so far, and one that counts is unread
	NoSource      = "no-sources"
)

// voice is what one document says of a code.
type voice struct {
	document, kind, year string
	issuer               string
	informants           []string // who speak, in an interview
	standing             cases.Standing
}

// sourcesTable is the display of sources against each other while it is built.
type sourcesTable struct {
	study   *cases.Study
	options Options
	table   *table.Table
	cases   []*cases.Case
	columns []string // kinds of source, or years
	byYear  bool
}

// Triangulate holds the sources of each case against each other: a row for each code, or for each finding of the ledger where the
// record says findings: true, and below it one for each case, a column for each kind of source, or, by year, for each
// year of a document, and a last one with how they stand together. The codes are those of the record, or all by which cases are
// compared.
func Triangulate(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Sources against each other")), Language: l, Corner: l.Say("Proposition"), Count: "passages", Notes: []string{l.Say("triangulate-note")}}
	if r.By != "" && r.By != "year" {
		return nil, catalogue.Errorf("sources are held against each other by kind or by year, not by %q\nhint: write by: year, or leave it out", r.By)
	}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	d := &sourcesTable{study: s, options: o, table: t, cases: chosen, byYear: r.By == "year"}
	rows := r.Kind != "" || r.Under != "" || len(r.Codes) > 0 || len(r.Rows) > 0
	if r.Findings && rows {
		return nil, catalogue.Errorf("rows are the findings or codes, not both\nhint: leave out findings, or the codes")
	}
	if r.Findings && len(s.Findings) == 0 {
		return nil, catalogue.Errorf("%s holds no findings\nhint: write what you claim across cases there, or hold codes against the sources", cases.FindingsFile)
	}
	for _, c := range chosen {
		for _, v := range voices(s, c, nil) {
			if !slices.Contains(d.columns, d.column(v)) {
				d.columns = append(d.columns, d.column(v))
			}
		}
	}
	if d.byYear {
		sort.Strings(d.columns)
	}
	for _, key := range d.columns {
		t.Columns = append(t.Columns, table.Label{Key: key, Label: l.Say(key)})
	}
	t.Columns = append(t.Columns, table.Label{Key: "together", Label: l.Say("Together")})
	t.How = how(s, r, o)
	if r.Findings {
		d.findingsBySource()
		return t, t.Check()
	}
	var list []row
	if rows {
		if list, err = rowsOf(s, r, o); err != nil {
			return nil, err
		}
	} else {
		for _, c := range comparable(s) {
			list = append(list, row{label: table.Label{Key: c.Key, Label: c.Title()}, codes: []*coding.Code{c}})
		}
	}
	for _, row := range list {
		head := row.label
		head.Head, head.Depth = true, 0
		t.Rows = append(t.Rows, head)
		t.Cells = append(t.Cells, make([]table.Cell, len(t.Columns)))
		if len(row.codes) == 0 {
			continue
		}
		for _, c := range chosen {
			vs := voices(s, c, row.codes)
			t.Rows = append(t.Rows, table.Label{Key: row.label.Key + "/" + c.Key, Label: c.Title(), Depth: 1})
			t.Cells = append(t.Cells, append(d.voiceCells(vs), togetherCell(s, vs, l)))
		}
	}
	t.Drawn = triangulationPicture(t)
	return t, t.Check()
}

// column returns the column in which a document speaks.
func (d *sourcesTable) column(v voice) string {
	if d.byYear {
		return cmp.Or(v.year, "undated")
	}
	return cmp.Or(v.kind, "document")
}

// voiceCells returns what the documents of a case say, by column.
func (d *sourcesTable) voiceCells(vs []voice) []table.Cell {
	cells := make([]table.Cell, 0, len(d.columns)+1)
	for _, key := range d.columns {
		st, there := d.inColumn(vs, key)
		if !there {
			cells = append(cells, table.Cell{Missing: d.options.Language.Say("no-such-source")})
			continue
		}
		cells = append(cells, voiceCell(&st, d.options.Language))
	}
	return cells
}

// inColumn returns what the documents in one column say together, and whether there are any.
func (d *sourcesTable) inColumn(vs []voice, key string) (cases.Standing, bool) {
	var parts []cases.Standing
	for _, v := range vs {
		if d.column(v) == key {
			parts = append(parts, v.standing)
		}
	}
	if len(parts) == 0 {
		return cases.Standing{}, false
	}
	return cases.Join(parts), true
}

// triangulationPicture returns what is drawn of sources held against each other: in each cell the state of what that kind of source
// says, silence as none and unread as open, and beside them how they stand together, in a word.
func triangulationPicture(t *table.Table) *table.Table {
	l := t.Language
	drawn := *t
	drawn.Picture, drawn.Cells = table.HeatMap, make([][]table.Cell, len(t.Cells))
	signs := []struct {
		note, sign, means string
		used              bool
	}{
		{note: l.Say("same-issuer"), sign: "¹", means: l.Say("same-issuer")}, {note: l.Say("one-informant"), sign: "²", means: l.Say("one-informant")},
		{note: l.Say("only-hearsay"), sign: "°", means: l.Say("only-hearsay")}, {note: l.Say("unread") + ": ", sign: " ?", means: l.Say("picture unread source")},
		{note: strings.TrimSpace(l.Say("planned-in", "")), sign: " (" + l.Say("planned") + ")", means: l.Say("picture plan alone")},
	}
	for i, row := range t.Cells {
		cells := slices.Clone(row)
		for j := range cells {
			c := &cells[j]
			switch {
			case c.Empty():
			case t.Columns[j].Key == "together":
				words := l.Say(c.State)
				for _, note := range strings.Split(c.Text, "\n")[1:] {
					for k := range signs {
						if strings.HasPrefix(note, signs[k].note) {
							words, signs[k].used = words+signs[k].sign, true
						}
					}
				}
				*c = table.Cell{Text: words, Evidence: c.Evidence}
			case c.State == Silent:
				c.State = cases.StateNone
			case c.State == UnreadSoFar:
				c.State = cases.StateOpen
			case c.State == "" || c.State == cases.NotApplicable:
				*c = table.Cell{} // no such source
			}
		}
		drawn.Cells[i] = cells
	}
	var legend []string
	for _, s := range signs {
		if s.used {
			legend = append(legend, l.Say("picture together", strings.TrimSpace(s.sign), s.means))
		}
	}
	drawn.Caption = append(legend, t.Notes...)
	return &drawn
}

// voices returns what each document of a case says of some codes.
func voices(s *cases.Study, c *cases.Case, codes []*coding.Code) []voice {
	var out []voice
	for _, m := range c.Members {
		d := s.Document(m.Document)
		if d == nil {
			continue
		}
		v := voice{document: d.Key, kind: d.Kind, issuer: d.Issuer}
		if len(d.Date) >= 4 {
			v.year = d.Date[:4]
		}
		if v.issuer == "" {
			v.issuer = "case" // issued by the case itself
			if d.Interview() {
				v.issuer = "informant of " + d.Key
			}
		}
		if codes != nil {
			v.standing = standingOf(s, []*cases.Case{{Key: c.Key, Label: c.Label, Members: []cases.Member{m}}}, codes, false, Options{}).Standing
			for _, e := range v.standing.All() {
				if sp, ok := s.Speaker(e.Passage); ok && !slices.Contains(v.informants, sp.Label) {
					v.informants = append(v.informants, sp.Label)
				}
			}
		}
		out = append(out, v)
	}
	return out
}

// voiceCell prints what a kind of source says: "2 for, 1 against", "silent: asked and not raised", "unread".
func voiceCell(st *cases.Standing, l catalogue.Language) table.Cell {
	c := table.Cell{State: st.Derived, Proposed: evidenceOf(st.Proposed)}
	for _, src := range st.Sources {
		c.Sources = append(c.Sources, sourceOf(src, st))
	}
	switch {
	case len(st.Evidence) > 0:
		c.SetEvidence(evidenceOf(st.Evidence))
		c.Text = sides(st, l)
	case len(st.Sources) > 0 && !slices.ContainsFunc(st.Sources, func(x cases.Source) bool { return x.State != cases.Unread }):
		c.State, c.Missing = UnreadSoFar, l.Say("unread")
	case !slices.ContainsFunc(st.Sources, func(x cases.Source) bool { return x.State != cases.NotApplicable }):
		c.State, c.Missing = cases.NotApplicable, l.Say(cases.NotApplicable)
	default:
		c.State = Silent
		if st.Silent() {
			c.SetEvidence([]table.Evidence{})
			c.Text = l.Say("silent")
		} else {
			c.Missing = l.Say("silent") + ": " + fates(st, l)
		}
	}
	c.Aside = asideOf(st.Aside)
	c.Text += proposedText(st, l) + plannedText(st.Evidence, l) + asideText(st, l)
	if c.Text != "" && c.Missing != "" {
		c.Text = c.Missing + c.Text
	}
	return c
}

// fates says what became of the sources, whether they count or not.
func fates(st *cases.Standing, l catalogue.Language) string {
	var out []string
	for _, src := range st.Sources {
		if say := l.Say(src.State); !slices.Contains(out, say) {
			out = append(out, say)
		}
	}
	return strings.Join(out, "; ")
}

// togetherCell says how the sources of a case stand to each other on a code, and on how little that rests.
func togetherCell(s *cases.Study, vs []voice, l catalogue.Language) table.Cell {
	word, speaking := together(vs)
	c := table.Cell{State: word, Text: l.Say(word)}
	var all []cases.Standing
	var evidence []table.Evidence
	for _, v := range vs {
		all = append(all, v.standing)
		evidence = append(evidence, evidenceOf(v.standing.All())...)
	}
	st := cases.Join(all)
	var notes []string
	if word == Complementary && len(issuers(speaking)) == 1 {
		notes = append(notes, l.Say("same-issuer"))
	}
	if len(speaking) > 0 {
		if oneInformant(speaking) {
			notes = append(notes, l.Say("one-informant"))
		}
		if st.Weak {
			notes = append(notes, l.Say("only-hearsay"))
		}
		if planning := plansOnly(speaking); len(planning) > 0 {
			notes = append(notes, l.Say("planned-in", strings.Join(planning, ", ")))
		}
		if unread := st.Unread(); len(unread) > 0 {
			notes = append(notes, l.Say("unread")+": "+strings.Join(unread, ", "))
		}
		c.SetEvidence(evidence)
	}
	if len(notes) > 0 {
		c.Text += "\n" + strings.Join(notes, "\n")
	}
	return c
}

// plansOnly returns the documents that tell of plans only.
func plansOnly(vs []voice) []string {
	var out []string
	for _, v := range vs {
		if v.plans() {
			out = append(out, v.document)
		}
	}
	return out
}

// plans tells whether all that a document says is what somebody intends.
func (v *voice) plans() bool {
	return len(v.standing.Evidence) > 0 && !slices.ContainsFunc(v.standing.Evidence, func(e cases.Evidence) bool { return !e.Planned })
}

// oneInformant tells whether what is said is said by one person in one interview, and stands in no document besides.
func oneInformant(vs []voice) bool {
	informants, written := map[string]bool{}, false
	for _, v := range vs {
		if len(v.standing.Evidence) == 0 {
			continue
		}
		written = written || len(v.informants) == 0
		for _, name := range v.informants {
			informants[v.document+"\x00"+name] = true
		}
	}
	return !written && len(informants) == 1
}

func issuers(vs []voice) map[string]bool {
	out := map[string]bool{}
	for _, v := range vs {
		out[v.issuer] = true
	}
	return out
}

// together returns how voices stand to each other, and those that speak.
func together(vs []voice) (string, []voice) {
	var speaking []voice
	unread, counted := false, false
	for _, v := range vs {
		if len(v.standing.Evidence) > 0 {
			speaking = append(speaking, v)
		}
		for _, src := range v.standing.Sources {
			counted = counted || src.Counts
			unread = unread || src.Counts && src.State == cases.Unread
		}
	}
	switch len(speaking) {
	case 0:
		switch {
		case unread:
			return UnreadSoFar, nil
		case !counted:
			return NoSource, nil
		}
		return Silent, nil
	case 1:
		return OneSource, speaking
	}
	bearing := slices.DeleteFunc(slices.Clone(speaking), func(v voice) bool { return v.plans() })
	if len(bearing) == 0 {
		bearing = speaking // they agree on a plan
	}
	whole := true // every one that bears out what is said says the same, without a limit
	var fors, againsts []int
	for i, v := range speaking {
		sides := map[coding.Says]bool{}
		for _, e := range v.standing.Evidence {
			for _, side := range e.Sides() {
				sides[side] = true
			}
		}
		if sides[coding.For] || sides[coding.Qualified] {
			fors = append(fors, i)
		}
		if sides[coding.Against] {
			againsts = append(againsts, i)
		}
		whole = whole && (v.plans() && len(bearing) < len(speaking) || len(sides) == 1 && !sides[coding.Qualified])
	}
	for _, i := range fors {
		for _, j := range againsts {
			if i != j {
				return Dissonant, speaking
			}
		}
	}
	if whole && len(issuers(bearing)) > 1 { // what one intends does not bear out what another tells of
		return Convergent, speaking
	}
	return Complementary, speaking
}
