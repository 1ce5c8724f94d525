package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
)

// Account is what a study says of one case: section by section the codes with the state of the case, the researcher's
// summary and the passages.
type Account struct {
	Case     *cases.Case
	Values   *table.Table // what is known of the case; nil without attributes
	Sections []AccountSection
	Missing  []*coding.Code // that people used in several cases, and that no section holds
	options  Options
	study    *cases.Study
}

// AccountSection is a part of an account.
type AccountSection struct {
	Level   int // 1 at the top
	Heading string
	Text    string // the researcher's own words
	Codes   []AccountCode
}

// AccountCode is what an account says on a code.
type AccountCode struct {
	Code    *coding.Code
	Cell    table.Cell // its state, with the passages as evidence
	Summary string     // as it stands in the file, with its locators; "" if none is written
	Stale   string     // that what it rests on changed since; "" if it did not
	Lint    []string   // what is wrong with its quotes and its locators
}

// Bare tells whether there is nothing to tell: neither a passage nor a summary.
func (c AccountCode) Bare() bool { return len(c.Cell.Evidence) == 0 && c.Summary == "" }

// AccountOf returns the account of a case, by the sections of outline.yaml; without them by the themes of the
// guide: each holds the codes that answer its questions, and what answers none comes last.
func AccountOf(s *cases.Study, c *cases.Case, o Options) *Account {
	a := &Account{Case: c, options: o, study: s}
	if len(s.Attributes) > 0 {
		a.Values = attributesAlone(s, ValuesOfCase(s, c, o))
	}
	plan := s.Plan.Account
	if len(plan) == 0 {
		plan = themeSections(s, o)
	}
	told := map[*coding.Code]bool{}
	var walk func(list []cases.Section, level int)
	walk = func(list []cases.Section, level int) {
		for _, sec := range list {
			out := AccountSection{Level: level, Heading: sec.Heading, Text: strings.TrimSpace(sec.Text)}
			for _, key := range sec.Codes {
				if code := s.Codebook.Code(key); code != nil {
					told[code] = true
					out.Codes = append(out.Codes, a.code(code))
				}
			}
			a.Sections = append(a.Sections, out)
			walk(sec.Sections, level+1)
		}
	}
	walk(plan, 1)
	for _, code := range s.Codebook.All() {
		if !told[code] && len(casesUsing(s, code)) > 1 {
			a.Missing = append(a.Missing, code)
		}
	}
	return a
}

// attributesAlone leaves the documents of a case out of what is known of it.
func attributesAlone(s *cases.Study, t *table.Table) *table.Table {
	out := *t
	out.Rows, out.Cells = nil, nil
	out.Corner, out.Columns = t.Language.Say("report-attribute"), []table.Label{{Key: "value", Label: t.Language.Say("report-value")}}
	for i, r := range t.Rows {
		if _, ok := s.Attribute(r.Key); ok {
			out.Rows, out.Cells = append(out.Rows, r), append(out.Cells, t.Cells[i])
		}
	}
	return &out
}

func (a *Account) code(code *coding.Code) AccountCode {
	o := a.options
	st := standingOf(a.study, []*cases.Case{a.Case}, []*coding.Code{code}, false, o)
	one, codes := []*cases.Case{a.Case}, []*coding.Code{code}
	out := AccountCode{Code: code, Cell: codeCell(a.study, st, one, codes, "state", o)}
	if sum := a.study.Summary(a.Case, code.Key); sum != nil {
		out.Summary, out.Stale = sum.Text, a.study.StaleNote("summary:"+a.Case.Key+"/"+code.Key, o.Language)
		for _, f := range a.study.LintSummary(a.Case, sum) {
			if f.What == cases.NotVerbatim || f.What == cases.AnchorNowhere || f.What == cases.AnchorElsewhere {
				out.Lint = append(out.Lint, lintText(f, o.Language))
			}
		}
	}
	return out
}

// casesUsing returns the cases in which people coded a code.
func casesUsing(s *cases.Study, code *coding.Code) []*cases.Case {
	var out []*cases.Case
	for _, c := range s.Codings.All() {
		if c.Code != code.Key || coding.Machine(c.Coder) {
			continue
		}
		for _, k := range s.CasesAt(c.Passage) {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// themeSections returns a section for each theme of the guide, and for codes that answer none of its questions one
// for each kind. A structural code that nobody used by hand says nothing that its questions do not, and a code
// without a kind that nobody used, and a heading, only head others: all are left out.
func themeSections(s *cases.Study, o Options) []cases.Section {
	used := map[string]bool{}
	for _, c := range s.Codings.All() {
		used[c.Code] = used[c.Code] || !coding.Machine(c.Coder)
	}
	for _, sum := range s.Summaries {
		if c := s.Codebook.Code(sum.Code); c != nil {
			used[c.Key] = true
		}
	}
	theme := map[string]int{}
	out := make([]cases.Section, len(s.Guide.Themes))
	for i, t := range s.Guide.Themes {
		out[i].Heading = t.Label
		if t.Label == "" {
			out[i].Heading = t.Key
		}
		for _, q := range t.Questions {
			theme[q.Key] = i
		}
	}
	kinds := map[string]int{}
	for _, c := range s.Codebook.All() {
		if !used[c.Key] && (c.Kind == coding.Structural || c.Kind == "" || s.Heading(c)) {
			continue
		}
		at := -1
		for _, q := range c.Questions {
			if i, ok := theme[q]; ok && (at < 0 || i < at) {
				at = i
			}
		}
		if at < 0 {
			i, ok := kinds[c.Kind]
			if !ok {
				i = len(out)
				kinds[c.Kind] = i
				out = append(out, cases.Section{Heading: kindHeading(c.Kind, o)})
			}
			at = i
		}
		out[at].Codes = append(out[at].Codes, c.Key)
	}
	return slices.DeleteFunc(out, func(sec cases.Section) bool { return len(sec.Codes) == 0 })
}

// kindHeading names the codes of a kind: as their ready-made table, else by the researcher's own word.
func kindHeading(kind string, o Options) string {
	for _, r := range ready {
		if r.kind == kind {
			return o.Language.Say(r.title)
		}
	}
	if kind == "" || kind == coding.Structural {
		return o.Language.Say("report-other-codes")
	}
	return kind
}

// Table returns the account as a table: a row for each code below its section, with the state, the summary and
// the quotes.
func (a *Account) Table() *table.Table {
	l := a.options.Language
	t := &table.Table{Name: "account-" + a.Case.Key, Title: a.Case.Title(), Language: l, Corner: l.Say("Code"), Count: "passages",
		Columns: []table.Label{{Key: "state", Label: l.Say("report-state")}, {Key: "summary", Label: l.Say("report-summary")}, {Key: "quotes", Label: l.Say("report-quotes")}},
		How:     table.How{Command: a.options.Command, Version: a.options.Version, Inputs: a.study.Inputs(cases.OutlineFile)}}
	if a.options.Proposed {
		t.Banner = l.Say("proposed-banner")
	}
	for _, sec := range a.Sections {
		t.Rows = append(t.Rows, table.Label{Label: sec.Heading, Depth: sec.Level - 1, Head: true})
		t.Cells = append(t.Cells, make([]table.Cell, 3))
		for _, c := range sec.Codes {
			t.Rows = append(t.Rows, table.Label{Key: c.Code.Key, Label: c.Code.Title(), Depth: sec.Level})
			quotes := table.Cell{Evidence: c.Cell.Told()}
			for _, e := range quotes.Evidence {
				quotes.Items = append(quotes.Items, quoteText(e, l))
			}
			t.Cells = append(t.Cells, []table.Cell{c.Cell, {Text: summary(a.study, []*cases.Case{a.Case}, []*coding.Code{c.Code}, l)}, quotes})
		}
	}
	if note := a.missingNote(); note != "" {
		t.Notes = append(t.Notes, note)
	}
	return t
}

// missingNote names the codes that are used across cases and that the account leaves out; "" if there are none.
func (a *Account) missingNote() string {
	if len(a.Missing) == 0 {
		return ""
	}
	names := make([]string, len(a.Missing))
	for i, c := range a.Missing {
		names[i] = c.Title()
	}
	return a.options.Language.Say("report-missing", strings.Join(names, ", "))
}
