package compare

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// method says how the study was done, from what the study's files know.
func (r *Report) method() {
	s, l := r.study, r.l
	r.heading(1, "report-method", "method")
	r.heading(2, "report-design", "design")
	design := cmp.Or(s.Methods.Design, l.Say("report-design-default"))
	stance := l.Say("report-stance-none")
	if s.Stance != "" {
		stance = l.Say("report-stance", l.Say("stance-"+s.Stance))
	}
	r.paragraph(manuscript.Plain(l.Say("report-design-is", design, len(s.Cases), stance)))
	if len(s.Settings.Questions) > 0 {
		var items []manuscript.Text
		for _, q := range s.Settings.Questions {
			items = append(items, manuscript.Plain(q.Ask))
		}
		r.Manuscript.Add(manuscript.Paragraph{Keep: true, Text: manuscript.Plain(l.Say("report-questions"))}, manuscript.List{Items: items, Ordered: true})
	}
	r.own(s.Methods.Text, l.Say("report-write-method"))

	r.heading(2, "report-interviews", "interviews")
	interviews := r.interviewTable()
	if mean, n := s.MeanMinutes(); n > 0 {
		from, to := r.period()
		r.paragraph(manuscript.Plain(l.Say("report-interviews-are", len(s.Interviews()), from, to, l.Duration(mean), n)))
	}
	var undated []string
	for _, d := range s.Interviews() {
		if d.Date == "" {
			undated = append(undated, d.Name())
		}
	}
	if len(undated) > 0 {
		r.paragraph(manuscript.Plain(l.Say("report-undated", strings.Join(undated, ", "))))
	}
	r.table(interviews)
	r.checkedClaims()

	r.heading(2, "report-documents", "documents")
	r.table(r.documentTable())

	r.heading(2, "report-guide", "guide")
	r.paragraph(manuscript.Plain(l.Say("report-guide-is", len(s.Guide.Themes), len(s.Guide.Questions()))))
	r.table(r.themeTable())

	r.heading(2, "report-codebook", "codebook")
	r.paragraph(manuscript.Plain(l.Say("report-codebook-is", len(s.Codes()))))
	r.table(r.kindTable())

	r.heading(2, "report-coding", "coding")
	r.paragraph(manuscript.Plain(l.Say("report-coding-lead")))
	r.table(r.coderTable())
	r.paragraph(manuscript.Plain(r.agreement()))
	if n := len(s.UnsettledPassages()); n > 0 {
		r.paragraph(manuscript.Text{{Words: l.Say("report-unsettled", l.Count(n, "passage")), Open: true}})
	}
	r.table(r.readTable())
	r.table(r.machineTable())

	r.heading(2, "report-program", "program")
	r.paragraph(manuscript.Plain(l.Say("report-program-is", r.options.Version, len(s.Inputs()))))
}

// blank returns a table of the report. What it counts stands in files of the study.
func (r *Report) blank(name, corner string, columns ...string) *table.Table {
	t := &table.Table{Name: "report-" + name, Title: r.l.Say("report-" + name + "-table"), Language: r.l, Corner: r.l.Say(corner), How: table.How{Command: r.options.Command, Version: r.options.Version, Inputs: r.study.Inputs()}}
	for _, c := range columns {
		t.Columns = append(t.Columns, table.Label{Key: c, Label: r.l.Say(c)})
	}
	return t
}

// said is a cell with words that stand in a file.
func said(text string, sources ...string) table.Cell {
	c := table.Cell{Text: text}
	if text != "" {
		c.Evidence = sourced(sources)
	}
	return c
}

// tally is a cell that counts places in files.
func tally(sources []string) table.Cell {
	var c table.Cell
	c.SetEvidence(sourced(sources))
	c.Text = strconv.Itoa(len(sources))
	return c
}

func sourced(sources []string) []table.Evidence {
	out := make([]table.Evidence, len(sources))
	for i, s := range sources {
		out[i] = table.Evidence{Source: s}
	}
	return out
}

// inSidecar returns where a field of a document stands.
func inSidecar(d *corpus.Document, field string) string {
	file := cases.SidecarFile(d.Key)
	if line := d.Lines[field]; line > 0 {
		return fmt.Sprintf("%s:%d", file, line)
	}
	return file
}

// casesOf returns the labels of the cases that a document belongs to.
func casesOf(s *cases.Study, document string) string {
	var out []string
	for _, c := range s.Cases {
		if slices.ContainsFunc(c.Members, func(m cases.Member) bool { return m.Document == document }) {
			out = append(out, c.Title())
		}
	}
	return strings.Join(out, ", ")
}

// inCases is a cell with the cases that a document belongs to, as their files have it.
func inCases(s *cases.Study, document string) table.Cell {
	var files []string
	for _, c := range s.Cases {
		for _, m := range c.Members {
			if m.Document == document {
				files = append(files, fmt.Sprintf("%s:%d", c.File, m.Line))
				break
			}
		}
	}
	return said(casesOf(s, document), files...)
}

func (r *Report) interviewTable() *table.Table {
	s, l := r.study, r.l
	t := r.blank("interviews", "report-interview", "Case", "report-date", "report-length", "report-informants", "report-turns")
	var lengths []string
	interviews := s.Interviews()
	place := func(d *corpus.Document) int {
		return slices.IndexFunc(s.Cases, func(c *cases.Case) bool {
			return slices.ContainsFunc(c.Members, func(m cases.Member) bool { return m.Document == d.Key })
		})
	}
	slices.SortStableFunc(interviews, func(a, b *corpus.Document) int { return cmp.Compare(place(a), place(b)) })
	for _, d := range interviews {
		var informants []string
		for _, p := range d.Speakers {
			if p.Role != corpus.Interviewer {
				informants = append(informants, cmp.Or(p.Name, p.Label))
			}
		}
		length := table.Cell{Text: l.Say("no-value"), Missing: l.Say("no-value")}
		if d.Minutes > 0 {
			length = said(l.Duration(float64(d.Minutes)), inSidecar(d, "duration"))
			lengths = append(lengths, inSidecar(d, "duration"))
		}
		date := table.Cell{Text: l.Say("no-value"), Missing: l.Say("no-value")}
		if d.Date != "" {
			date = said(l.Date(d.Date), inSidecar(d, "date"))
		}
		turns := 0
		if text, err := s.Text(d.Key); err == nil {
			turns = len(text.Structure.Turns)
		}
		t.Rows = append(t.Rows, table.Label{Key: d.Key, Label: d.Name()})
		t.Cells = append(t.Cells, []table.Cell{inCases(s, d.Key), date, length, said(r.informants(informants), inSidecar(d, "speakers")), said(strconv.Itoa(turns), cases.TextFile(d.Key))})
	}
	if mean, n := s.MeanMinutes(); n > 1 {
		cell := table.Cell{Text: l.Duration(mean), Evidence: sourced(lengths)}
		t.Rows = append(t.Rows, table.Label{Key: "mean", Label: l.Say("mean")})
		t.Cells = append(t.Cells, []table.Cell{{}, {}, cell, {}, {}})
	}
	return t
}

// informants prints who was asked: by name, or how many they are.
func (r *Report) informants(names []string) string {
	if r.options.NoNames && len(names) > 0 {
		return strconv.Itoa(len(names))
	}
	return strings.Join(names, ", ")
}

// period returns the first and the last date of an interview.
func (r *Report) period() (from, to string) {
	var dates []string
	for _, d := range r.study.Interviews() {
		if d.Date != "" {
			dates = append(dates, d.Date)
		}
	}
	if len(dates) == 0 {
		return r.l.Say("no-value"), r.l.Say("no-value")
	}
	sort.Strings(dates)
	return r.l.Date(dates[0]), r.l.Date(dates[len(dates)-1])
}

// checkedClaims prints what is claimed of the interviews beside what their files say.
func (r *Report) checkedClaims() {
	checks := r.study.MethodChecks()
	if len(checks) == 0 {
		return
	}
	t := r.blank("claims", "report-claim", "report-claimed", "report-found", "report-verdict")
	for _, c := range checks {
		verdict, source := r.l.Say("report-holds"), fmt.Sprintf("%s:%d", cases.StudyFile, c.Claim.Line)
		found := table.Cell{Text: c.Found}
		for _, d := range r.study.Interviews() {
			found.Evidence = append(found.Evidence, table.Evidence{Source: cases.SidecarFile(d.Key)})
		}
		switch {
		case c.Err != nil:
			verdict, found = r.l.Say("report-unreadable"), table.Cell{Text: c.Err.Error()}
		case !c.Holds:
			verdict = r.l.Say("report-contradicted")
			if len(c.Documents) > 0 {
				verdict += ": " + strings.Join(c.Documents, ", ")
			}
		}
		t.Rows = append(t.Rows, table.Label{Label: c.Claim.Claim})
		t.Cells = append(t.Cells, []table.Cell{said(c.Says, source), found, said(verdict, source)})
	}
	r.table(t)
}

// documentTable counts documents by kind and year, and names them.
func (r *Report) documentTable() *table.Table {
	t := r.blank("documents", "report-kind")
	var years, kinds []string
	for _, d := range r.study.Documents {
		if d.Interview() {
			continue // the table before
		}
		year := cmp.Or(cases.Year(d.Date), r.l.Say("no-value"))
		if !slices.Contains(years, year) {
			years = append(years, year)
		}
		if !slices.Contains(kinds, d.Kind) {
			kinds = append(kinds, d.Kind)
		}
	}
	sort.Strings(years)
	sort.Strings(kinds)
	for _, y := range years {
		t.Columns = append(t.Columns, table.Label{Key: y, Label: y})
	}
	for _, k := range kinds {
		t.Rows = append(t.Rows, table.Label{Key: k, Label: r.kindOfDocument(k)})
		row := make([]table.Cell, len(years))
		for j, y := range years {
			var files, names []string
			for _, d := range r.study.Documents {
				if d.Kind == k && cmp.Or(cases.Year(d.Date), r.l.Say("no-value")) == y {
					files = append(files, cases.SidecarFile(d.Key))
					names = append(names, d.Name())
				}
			}
			if len(files) == 0 {
				continue
			}
			row[j] = tally(files)
			row[j].Text += ": " + strings.Join(names, "; ")
		}
		t.Cells = append(t.Cells, row)
	}
	return t
}

// kindOfDocument names a kind of document; a researcher's own kind as it stands.
func (r *Report) kindOfDocument(kind string) string {
	if kind == "" {
		return r.l.Say("no source")
	}
	return r.l.DocumentKind(kind)
}

func (r *Report) themeTable() *table.Table {
	t := r.blank("guide", "report-theme", "report-questions-asked", "report-topics")
	for _, theme := range r.study.Guide.Themes {
		var lines, topics []string
		for _, q := range theme.Questions {
			lines = append(lines, fmt.Sprintf("%s:%d", coding.GuideFile, q.Line))
			topics = append(topics, q.Label())
		}
		t.Rows = append(t.Rows, table.Label{Key: theme.Key, Label: cmp.Or(theme.Label, theme.Key)})
		t.Cells = append(t.Cells, []table.Cell{tally(lines), said(strings.Join(topics, "; "), coding.GuideFile)})
	}
	return t
}

// kindTable counts codes by kind and by where they come from.
func (r *Report) kindTable() *table.Table {
	origins := []string{"guide", "literature", "emergent"}
	t := r.blank("codebook", "report-kind", "report-all", "origin-guide", "origin-literature", "origin-emergent", "origin-unknown")
	for _, k := range append(kinds(r.study), "") {
		codes := slices.DeleteFunc(r.study.Codebook.OfKind(k), r.study.Heading)
		if len(codes) == 0 {
			continue
		}
		var all []string
		by := make([][]string, len(origins)+1)
		for _, c := range codes {
			line := fmt.Sprintf("%s:%d", coding.CodebookFile, c.Line)
			all = append(all, line)
			i := slices.Index(origins, c.Origin)
			if i < 0 {
				i = len(origins)
			}
			by[i] = append(by[i], line)
		}
		row := []table.Cell{tally(all)}
		for _, lines := range by {
			row = append(row, tally(lines))
		}
		label := k
		if k == "" {
			label = r.l.Say("report-no-kind")
		} else if s := r.l.Say("kind-" + k); s != "kind-"+k {
			label = s
		}
		t.Rows = append(t.Rows, table.Label{Key: k, Label: label})
		t.Cells = append(t.Cells, row)
	}
	return t
}
