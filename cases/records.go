package cases

import (
	"path"
	"regexp"
	"strings"

	"crosscase/corpus/plainfile"
)

// StudyFile marks the root of a study.
const StudyFile = "crosscase.yaml"

// Settings is crosscase.yaml.
type Settings struct {
	Format        int                `yaml:"format"`
	ID            string             `yaml:"id"`
	Title         string             `yaml:"title"`
	Language      string             `yaml:"language"`
	Coders        []Coder            `yaml:"coders"`
	Questions     []ResearchQuestion `yaml:"research-questions"`
	Stance        string             `yaml:"stance"` // codebook, coding-reliability, reflexive, content-analysis
	Pseudonymised bool               `yaml:"pseudonymised"`
	Synonyms      [][]string         `yaml:"synonyms"` // groups of words that a search takes for each other
	Lines         map[string]int     `yaml:"-" place:"lines"`
}

// Coder is a person who codes.
type Coder struct {
	Name  string `yaml:"name"` // short, as the folder under codings/
	Label string `yaml:"label"`
	Line  int    `yaml:"-" place:"line"`
}

// FromYAML reads a coder: the name alone, or a group with name and label.
func (c *Coder) FromYAML(n plainfile.Node) error {
	c.Line = n.Line()
	if s, ok := n.Text(); ok {
		c.Name = s
		return nil
	}
	type plain Coder
	n.Into((*plain)(c))
	return nil
}

// ResearchQuestion is one of the questions that the study is to answer.
type ResearchQuestion struct {
	Key  string `yaml:"key"`
	Ask  string `yaml:"ask"`
	Line int    `yaml:"-" place:"line"`
}

// TableRecord is tables/NAME.yaml: a table that the researcher wants kept.
type TableRecord struct {
	Title      string         `yaml:"title"`
	Corner     string         `yaml:"corner"`     // what stands over the row labels
	Form       string         `yaml:"form"`       // codes (default), attributes, items, outline
	Kind       string         `yaml:"kind"`       // rows: the codes of a kind
	Under      string         `yaml:"under"`      // rows: a code and all below it
	Codes      []string       `yaml:"codes"`      // rows: these codes
	All        bool           `yaml:"all"`        // rows: all codes of the code book
	Rows       []RowRecord    `yaml:"rows"`       // rows: a tree of their own
	Cases      []string       `yaml:"cases"`      // columns: these cases, in this order; all if empty
	By         string         `yaml:"by"`         // columns: the groups of an attribute, or "document", instead of cases
	Cell       string         `yaml:"cell"`       // state (default), count, quotes, list, summary
	Subcodes   bool           `yaml:"subcodes"`   // a row also counts the codes below its code
	Attributes []string       `yaml:"attributes"` // of the forms attributes and items
	Case       string         `yaml:"case"`       // of the form items: one case
	Close      string         `yaml:"close"`      // of the form attributes: mean, sum, range
	Base       int            `yaml:"base"`       // of the form saturation: units of the base, 4 if not given
	Run        int            `yaml:"run"`        // of the form saturation: units of a run, 2 if not given
	Threshold  *float64       `yaml:"threshold"`  // of the form saturation: 0.05 if not given
	File       string         `yaml:"-"`
	Name       string         `yaml:"-"`
	Lines      map[string]int `yaml:"-" place:"lines"`
}

// ByDocument is what TableRecord.By says for a column for each document.
const ByDocument = "document"

// claimForms are the forms of tables that hold claims, sources and the literature against the codings, and of those that ask
// how firmly it all stands.
const claimForms = "findings expectations literature additions triangulate one-case-out one-source-out opposing shares saturation airtime"

// RowRecord is a row of a table whose rows are their own tree. A code may stand
// in two places under other words.
type RowRecord struct {
	Label string      `yaml:"label"`
	Code  string      `yaml:"code"`
	Codes []string    `yaml:"codes"`
	Rows  []RowRecord `yaml:"rows"`
	Line  int         `yaml:"-" place:"line"`
}

// FromYAML reads a row: a code's key alone, or a group.
func (r *RowRecord) FromYAML(n plainfile.Node) error {
	r.Line = n.Line()
	if s, ok := n.Text(); ok {
		r.Code = s
		return nil
	}
	type plain RowRecord
	n.Into((*plain)(r))
	return nil
}

func readTable(file string, data []byte, problems *plainfile.Problems) *TableRecord {
	t := &TableRecord{File: file, Name: strings.TrimSuffix(path.Base(file), ".yaml")}
	plainfile.Unmarshal(file, data, t, problems)
	if t.Form == "" {
		t.Form = "codes"
	}
	if t.Cell == "" {
		t.Cell = "state"
	}
	for _, check := range []struct{ field, value, known string }{
		{"form", t.Form, "codes attributes items outline " + claimForms},
		{"cell", t.Cell, "state count quotes list summary"},
		{"close", t.Close, " mean sum range"},
	} {
		if !strings.Contains(" "+check.known+" ", " "+check.value+" ") {
			problems.Add(file, t.Lines[check.field], "write one of: "+strings.Join(strings.Fields(check.known), ", "), "%s %q is not known", check.field, check.value)
		}
	}
	return t
}

// Summary is the researcher's own words on one code in one case.
type Summary struct {
	Case, Code, Text string
	File             string
	Line             int
}

var summaryHeading = regexp.MustCompile(`^##?\s+(\S+)\s*$`)

// readSummaries reads summaries/CASE.md: a section for each code, headed "## code".
func readSummaries(file string, data []byte) []Summary {
	var out []Summary
	for i, line := range strings.Split(string(data), "\n") {
		if m := summaryHeading.FindStringSubmatch(line); m != nil && strings.HasPrefix(line, "## ") {
			out = append(out, Summary{Case: strings.TrimSuffix(path.Base(file), ".md"), Code: m[1], File: file, Line: i + 1})
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].Text += line + "\n"
		}
	}
	for i := range out {
		out[i].Text = strings.TrimSpace(out[i].Text)
	}
	return out
}
