package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/sheet"
)

// ChartTable returns the framework chart as a spreadsheet: a row for each code, a column for each case, and in the cells the researcher's
// own words (summaries). Structural codes come only where something is written on them.
func (s *Study) ChartTable() sheet.Table {
	head := []string{"code", "label"}
	for _, c := range s.Cases {
		head = append(head, s.chartHead(c))
	}
	rows := [][]string{head}
	for _, code := range s.Codebook.All() {
		row := []string{code.Key, code.Title()}
		written := code.Kind != coding.Structural
		for _, c := range s.Cases {
			text := ""
			if m := s.Summary(c, code.Key); m != nil {
				text, written = m.Text, true
			}
			row = append(row, text)
		}
		if written {
			rows = append(rows, row)
		}
	}
	return sheet.Table{Name: "chart", Rows: rows}
}

// chartHead returns the head under which a case stands in a chart: its label, where the chart is read by it again; else its key.
func (s *Study) chartHead(c *Case) string {
	if title := c.Title(); s.CaseNamed(title) == c && !strings.EqualFold(title, "label") && !strings.EqualFold(title, "code") && strings.TrimSpace(title) == title {
		return title
	}
	return c.Key
}

// ChartChange is a cell of a chart that says something else than the study: a summary that is new, other, or gone.
type ChartChange struct {
	Case, Code string
	Was, Now   string
}

// ReadChart compares a chart with the study's summaries and returns the cells that differ, in the order of the sheet. Rows and
// columns that are not in the sheet say nothing. A head that is no case and a row that is no code are errors, all told at once.
func (s *Study) ReadChart(name string, tables []sheet.Table) ([]ChartChange, error) {
	var problems plainfile.Problems
	var out []ChartChange
	for _, t := range tables {
		if len(t.Rows) == 0 || !strings.EqualFold(strings.TrimSpace(t.Rows[0][0]), "code") {
			continue
		}
		columns := map[int]*Case{}
		for i, head := range t.Rows[0] {
			if head = strings.TrimSpace(head); i == 0 || head == "" || strings.EqualFold(head, "label") {
				continue
			}
			if columns[i] = s.CaseNamed(head); columns[i] == nil {
				problems.Add(name, 1, "the column %q is no case\nhint: %s", head, plainfile.DidYouMean(head, s.CaseKeys(), "crosscase cases list shows the cases"))
			}
		}
		for n, row := range t.Rows[1:] {
			if len(row) == 0 || strings.TrimSpace(row[0]) == "" {
				continue
			}
			code := s.Codebook.Code(strings.TrimSpace(row[0]))
			if code == nil {
				problems.Add(name, n+2, "the row %q is no code\nhint: %s", row[0], plainfile.DidYouMean(row[0], s.Codebook.Keys(), "crosscase codebook show lists the codes"))
				continue
			}
			for i := range t.Rows[0] {
				c := columns[i]
				if c == nil {
					continue
				}
				change := ChartChange{Case: c.Key, Code: code.Key}
				if m := s.Summary(c, code.Key); m != nil {
					change.Was = m.Text
				}
				if i < len(row) {
					change.Now = asSummary(row[i])
				}
				if change.Now != change.Was {
					out = append(out, change)
				}
			}
		}
		if len(problems) > 0 {
			return nil, problems.Err()
		}
		return out, nil
	}
	return nil, catalogue.Errorf("%s holds no sheet whose first column is headed \"code\"\nhint: crosscase cases chart -o chart.xlsx writes one", name)
}

// asSummary brings the words of a cell into the form that stands in summaries/CASE.md. A line that would begin another section is set
// in by a backslash.
func asSummary(cell string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimSpace(cell), "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t\r")
		if strings.HasPrefix(lines[i], "## ") {
			lines[i] = `\` + lines[i]
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// WriteChart takes changes of a chart over into the summaries. What else stands in their files stays as it was.
func (s *Study) WriteChart(dir plainfile.Dir, changes []ChartChange) error {
	texts := map[string]string{}
	var order []string
	for _, c := range changes {
		file := "summaries/" + c.Case + ".md"
		if _, ok := texts[file]; !ok {
			data, _, err := dir.ReadIfThere(file)
			if err != nil {
				return err
			}
			texts[file] = string(data)
			order = append(order, file)
		}
		texts[file] = s.withSection(texts[file], c.Code, c.Now)
	}
	for _, file := range order {
		if err := dir.Write(file, []byte(texts[file])); err != nil {
			return err
		}
	}
	return nil
}

// withSection returns the text of a file of summaries with other words under a code: in its section, or in a new one at the end; without
// words the section goes.
func (s *Study) withSection(file, code, words string) string {
	if words == "" {
		return s.withLines(file, code, nil)
	}
	return s.withLines(file, code, strings.Split(words, "\n"))
}

// withLines returns the text of a file of summaries with other lines under a code, under whichever of its keys the section stands.
func (s *Study) withLines(file, code string, words []string) string {
	lines := strings.Split(strings.TrimRight(file, "\n"), "\n")
	if len(lines) == 1 && lines[0] == "" {
		lines = nil
	}
	var section []string
	if len(words) > 0 {
		section = slices.Concat([]string{"## " + code, ""}, words, []string{""})
	}
	from, to := -1, len(lines)
	for i, l := range lines {
		m := summaryHeading.FindStringSubmatch(l)
		switch {
		case m == nil || !strings.HasPrefix(l, "## "):
		case from >= 0:
			to = min(to, i)
		case s.Codebook.Code(m[1]) != nil && s.Codebook.Code(m[1]).Key == code:
			from = i
		}
	}
	switch {
	case from >= 0:
		lines = slices.Concat(lines[:from], section, lines[to:])
	case len(lines) > 0:
		lines = slices.Concat(lines, []string{""}, section)
	default:
		lines = section
	}
	out := strings.TrimRight(strings.Join(lines, "\n"), "\n")
	if out != "" {
		out += "\n"
	}
	return out
}
