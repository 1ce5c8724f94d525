package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Report is the whole study as a document: how it was done, each case, the cases compared, what is claimed, what
// it cannot say, the reporting checklist, the guide and the code book.
type Report struct {
	Manuscript *manuscript.Manuscript
	Tables     []*table.Table   // that stand in it, in order
	Passages   []table.Evidence // that it cites, in the order of their numbers

	study   *cases.Study
	options Options
	quoted  *quoted
	l       catalogue.Language
}

// ReportOf writes the report of a study. Options.Picture, where it is set, may give a table a picture, which
// stands behind it. A table that cannot be built is an error.
func ReportOf(s *cases.Study, o Options) (*Report, error) {
	l := o.Language
	o.Shared = &Shared{}
	r := &Report{study: s, options: o, quoted: newQuoted(s, l), l: l,
		Manuscript: &manuscript.Manuscript{Title: s.Title, Subtitle: l.Say("report-title"), Byline: "crosscase " + o.Version, Language: l, Contents: true}}
	r.method()
	r.accounts()
	if err := r.chapter(); err != nil {
		return nil, err
	}
	if err := r.claims(); err != nil {
		return nil, err
	}
	r.limits()
	r.coreq()
	r.appendices()
	r.memos()
	r.quoted.rest(r.Manuscript, 1)
	r.Passages = r.quoted.All()
	return r, nil
}

// heading begins a part; its words come from the catalogue.
func (r *Report) heading(level int, key, id string) {
	r.Manuscript.Add(manuscript.Heading{Level: level, Text: r.l.Say(key), ID: id, Numbered: true})
}

func (r *Report) paragraph(t manuscript.Text) { r.Manuscript.Add(manuscript.Paragraph{Text: t}) }

// own writes the researcher's words, or marks that they are to be written.
func (r *Report) own(text, toWrite string) {
	if strings.TrimSpace(text) == "" {
		r.paragraph(manuscript.Text{{Words: toWrite, Open: true}})
		return
	}
	for _, p := range paragraphs(text) {
		r.paragraph(r.quoted.words(p))
	}
}

// table sets a table, and its picture where it has one. A table without rows is left out.
func (r *Report) table(t *table.Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return
	}
	r.Tables = append(r.Tables, t)
	block := r.quoted.table(t)
	if !strings.HasPrefix(t.Name, "report-") {
		block.Notes = append(block.Notes, t.Made())
	}
	r.Manuscript.Add(block)
	if r.options.Picture == nil {
		return
	}
	if p := r.options.Picture(t); p != nil {
		r.Manuscript.Add(*p)
	}
}

// accounts tells of each case.
func (r *Report) accounts() {
	r.heading(1, "report-accounts", "accounts")
	r.paragraph(manuscript.Plain(r.l.Say("report-accounts-lead")))
	for _, c := range r.study.Cases {
		r.Manuscript.Add(manuscript.Heading{Level: 2, Text: c.Title(), ID: "case-" + c.Key, Numbered: true})
		a := AccountOf(r.study, c, r.options)
		a.write(r.Manuscript, r.quoted, 3)
		if a.Values != nil {
			r.Tables = append(r.Tables, a.Values)
		}
	}
}

// chapter is the skeleton of the comparative chapter: the sections of outline.yaml with their tables, then the tables
// that stand in none; without an outline all tables, in sections by what they are for.
func (r *Report) chapter() error {
	r.heading(1, "report-chapter", "chapter")
	told := map[string]bool{}
	var walk func(list []cases.Section, level int) error
	walk = func(list []cases.Section, level int) error {
		for _, sec := range list {
			r.Manuscript.Add(manuscript.Heading{Level: level, Text: sec.Heading, Numbered: true})
			r.own(sec.Text, r.l.Say("report-write-section"))
			for _, name := range sec.Tables {
				told[name] = true
				if err := r.named(name); err != nil {
					return err
				}
			}
			if err := walk(sec.Sections, level+1); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(r.study.Plan.Chapter, 2); err != nil {
		return err
	}
	var rest []string
	for _, name := range Buildable(r.study) {
		if !told[name] && !slices.Contains(claimTables(r.study), name) {
			rest = append(rest, name)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	if len(r.study.Plan.Chapter) > 0 {
		r.heading(2, "report-more-tables", "")
		return r.all(rest)
	}
	r.own("", r.l.Say("report-write-chapter"))
	for i, section := range chapterSections {
		var names []string
		for _, name := range rest {
			if r.sectionOf(name) == i {
				names = append(names, name)
			}
		}
		if len(names) == 0 {
			continue
		}
		r.heading(2, section.heading, "")
		r.own("", r.l.Say("report-write-section"))
		if err := r.all(names); err != nil {
			return err
		}
	}
	return nil
}

func (r *Report) all(names []string) error {
	for _, name := range names {
		if err := r.named(name); err != nil {
			return err
		}
	}
	return nil
}

// chapterSections are the sections of a comparative chapter that no outline orders, by the forms of their tables: from who the cases
// are, over what is said in them, to what sets them apart, and on what that rests.
var chapterSections = []struct {
	heading string
	forms   []string
}{
	{"report-section-cases", []string{"attributes", "items", "lists", "chains"}},
	{"report-section-themes", []string{"codes", "outline", "matrix", "contents", "quotes", "chart", "checklist", "values"}},
	{"report-section-time", []string{"timeline"}},
	{"report-section-differences", []string{"contrast", "crosstab", "effects", "pairs"}},
	{"report-section-sources", []string{"protocol", "triangulate"}},
	{"report-more-tables", nil},
}

// sectionOf returns in which of them a table stands.
func (r *Report) sectionOf(name string) int {
	form := "codes"
	for _, t := range r.study.Tables {
		if t.Name == name && t.Form != "" {
			form = t.Form
		}
	}
	if readyMade(r.study, name) {
		if record, err := Record(r.study, name, r.options); err == nil && record.Form != "" {
			form = record.Form
		}
	}
	for i, section := range chapterSections {
		if slices.Contains(section.forms, form) {
			return i
		}
	}
	return len(chapterSections) - 1
}

// readyMade tells whether a table stands in no file of the study.
func readyMade(s *cases.Study, name string) bool {
	return !slices.ContainsFunc(s.Tables, func(t *cases.TableRecord) bool { return t.Name == name })
}

// named sets a table of tables/ or a ready-made one.
func (r *Report) named(name string) error {
	o := r.options
	o.Command = "crosscase compare table " + name
	record, err := Record(r.study, name, o)
	if err != nil {
		return err
	}
	tables, err := Tables(r.study, record, o)
	if err != nil {
		return catalogue.Errorf("table %s: %w", name, err)
	}
	for _, t := range tables {
		r.table(t)
	}
	return nil
}

// claims are the findings and expectations, held against the codings.
func (r *Report) claims() error {
	names := claimTables(r.study)
	if len(names) == 0 {
		return nil
	}
	r.heading(1, "report-claims", "claims")
	slices.SortStableFunc(names, func(a, b string) int { // the findings first
		return map[string]int{"findings": -1}[a] - map[string]int{"findings": -1}[b]
	})
	for _, name := range names {
		if err := r.named(name); err != nil {
			return err
		}
	}
	return nil
}
