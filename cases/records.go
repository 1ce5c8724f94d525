package cases

import (
	"path"
	"slices"
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
	Methods       Methods            `yaml:"methods"`
	Pseudonymised bool               `yaml:"pseudonymised"`
	Synonyms      [][]string         `yaml:"synonyms"`   // groups of words that a search takes for each other
	CaseWords     []string           `yaml:"case-words"` // what the cases are called together, besides what their labels share: "korps"
	Formats       []string           `yaml:"formats"`    // in which of BuiltFormats build writes the tables; DefaultFormats if empty
	Lines         map[string]int     `yaml:"-" place:"lines"`
}

// Coder is a person who codes.
type Coder struct {
	Name  string `yaml:"name"` // short, as the folder under codings/
	Label string `yaml:"label"`

	Documents []string `yaml:"documents"` // what the person codes; everything if neither these nor cases are named
	Cases     []string `yaml:"cases"`
	Blind     bool     `yaml:"blind"` // does not see the others' codings of a document before having read it
	Line      int      `yaml:"-" place:"line"`
}

// CoderTitle returns what a coder is called in tables: the label, or the name where there is none.
func (s *Study) CoderTitle(name string) string {
	for _, c := range s.Coders {
		if c.Name == name && c.Label != "" {
			return c.Label
		}
	}
	return name
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
	Title      string      `yaml:"title"`
	Corner     string      `yaml:"corner"`     // what stands over the row labels
	Form       string      `yaml:"form"`       // one of Forms; codes if empty
	Kind       string      `yaml:"kind"`       // rows: the codes of a kind
	Under      string      `yaml:"under"`      // rows: a code and all below it
	Codes      []string    `yaml:"codes"`      // rows: these codes
	All        bool        `yaml:"all"`        // rows: all codes of the code book
	Rows       []RowRecord `yaml:"rows"`       // rows: a tree of their own
	Cases      []string    `yaml:"cases"`      // columns: these cases, in this order; all if empty
	By         string      `yaml:"by"`         // columns: the groups of an attribute, or "document", instead of cases
	Cell       string      `yaml:"cell"`       // one of CellKinds; state if empty
	Subcodes   bool        `yaml:"subcodes"`   // a row also counts the codes below its code
	Attributes []string    `yaml:"attributes"` // of the forms attributes and items
	Case       string      `yaml:"case"`       // of the form items: one case
	Close      string      `yaml:"close"`      // of the form attributes: mean, sum, range

	Stack        string        `yaml:"stack"`        // of the matrix: one below the other by case, row or role
	GroupBy      string        `yaml:"group-by"`     // heads over the rows: rq, question, parent or kind
	OrderBy      string        `yaml:"order-by"`     // cases in the order of an attribute or a code
	Ascending    bool          `yaml:"ascending"`    // low to high
	Facet        string        `yaml:"facet"`        // cases grouped by a second attribute or code
	Transpose    bool          `yaml:"transpose"`    // cases as rows, codes as columns
	Roles        []NameRecord  `yaml:"roles"`        // which speakers have which role
	Groups       []GroupRecord `yaml:"groups"`       // of the contrast: cases against cases
	X            string        `yaml:"x"`            // of the crosstab: rows, an attribute or a code
	Y            string        `yaml:"y"`            // of the crosstab: columns
	Outcome      string        `yaml:"outcome"`      // of the predictor-outcome matrix: an attribute or a code
	Consequences []string      `yaml:"consequences"` // of the predictor-outcome matrix: what follows the outcome, attributes or codes
	Periods      []Period      `yaml:"periods"`      // of the timeline: rows; years if empty
	Slots        []NameRecord  `yaml:"slots"`        // of chains: the slots in their order, with the names that stand in each
	Sources      []string      `yaml:"sources"`      // of the protocol: kinds of document; all but interviews if empty
	Triads       bool          `yaml:"triads"`       // of pairs: three cases at a time
	Sheets       bool          `yaml:"sheets"`       // of pairs: the quotes of each side by side
	Top          int           `yaml:"top"`          // how many columns or rows of those in order; all if 0
	Findings     bool          `yaml:"findings"`     // of the form triangulate: rows are the findings, not codes
	Raw          bool          `yaml:"raw"`          // leave aliases.yaml out

	Base      int      `yaml:"base"`      // of the form saturation: units of the base, 4 if not given
	Run       int      `yaml:"run"`       // of the form saturation: units of a run, 2 if not given
	Threshold *float64 `yaml:"threshold"` // of the form saturation: 0.05 if not given

	Formats []string `yaml:"formats"` // in which of BuiltFormats build writes it; those of the study if empty

	File   string         `yaml:"-"`
	Unread bool           `yaml:"-"` // nothing of the file could be read
	Name   string         `yaml:"-"`
	Lines  map[string]int `yaml:"-" place:"lines"`
}

// ByDocument is what TableRecord.By says for a column for each document.
const ByDocument = "document"

// NameRecord gives one name to several.
type NameRecord struct {
	Label string   `yaml:"label"`
	Names []string `yaml:"names"`
	Line  int      `yaml:"-" place:"line"`
}

// FromYAML reads a name: the label alone, or a group with label and names.
func (n *NameRecord) FromYAML(node plainfile.Node) error {
	n.Line = node.Line()
	if s, ok := node.Text(); ok {
		n.Label = s
		return nil
	}
	type plain NameRecord
	node.Into((*plain)(n))
	return nil
}

// GroupRecord is some cases under a label.
type GroupRecord struct {
	Label string   `yaml:"label"`
	Cases []string `yaml:"cases"`
	Line  int      `yaml:"-" place:"line"`
}

// Period is a stretch of time under a label, both ends belonging to it.
type Period struct {
	Label string `yaml:"label"`
	From  string `yaml:"from"` // YYYY, YYYY-MM or YYYY-MM-DD
	To    string `yaml:"to"`
	Line  int    `yaml:"-" place:"line"`
}

// Forms returns the forms that a table can have; compare builds each.
func Forms() []string {
	return []string{"codes", "attributes", "items", "outline", "matrix", "contents", "contrast", "crosstab", "effects", "timeline", "checklist",
		"lists", "chains", "values", "quotes", "chart", "protocol", "pairs", "findings", "expectations", "literature", "additions", "triangulate", "one-case-out", "one-source-out", "opposing",
		"shares", "saturation", "airtime"}
}

// CellKinds returns what a cell of a table of codes can print.
func CellKinds() []string { return []string{"state", "count", "quotes", "list", "summary", "entry"} }

// BuiltFormats returns the forms in which a table can be built into tables/out. Pictures (svg, png) are
// written of tables that can be drawn.
func BuiltFormats() []string {
	return []string{"html", "md", "csv", "json", "xlsx", "docx", "latex", "svg", "png"}
}

// DefaultFormats returns the forms in which a table is built if nothing is said.
func DefaultFormats() []string { return []string{"html", "md", "csv", "json", "svg"} }

// FormatsOf returns the forms in which a table is to be built: its own, else the study's, else DefaultFormats. A
// nil record is a table without one.
func (s *Study) FormatsOf(r *TableRecord) []string {
	switch {
	case r != nil && len(r.Formats) > 0:
		return r.Formats
	case len(s.Formats) > 0:
		return s.Formats
	}
	return DefaultFormats()
}

// checkFormats reports what build cannot write, in a file that says formats.
func checkFormats(file string, line int, formats []string, problems *plainfile.Problems) {
	for _, f := range formats {
		if !slices.Contains(BuiltFormats(), f) {
			problems.Add(file, line, "format %q is not built\nhint: write some of: %s", f, strings.Join(BuiltFormats(), ", "))
		}
	}
}

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
	before := len(*problems)
	plainfile.Unmarshal(file, data, t, problems)
	t.Unread = len(t.Lines) == 0 && len(*problems) > before
	if t.Form == "" {
		t.Form = "codes"
	}
	if t.Cell == "" && plainCells(t.Form) {
		t.Cell = "state"
	}
	for _, check := range []struct{ field, value, known string }{
		{"form", t.Form, strings.Join(Forms(), " ")},
		{"cell", t.Cell, " " + strings.Join(CellKinds(), " ")},
		{"close", t.Close, " mean sum range"},
		{"stack", t.Stack, " case row role"},
		{"group-by", t.GroupBy, " rq parent kind"},
	} {
		if !strings.Contains(" "+check.known+" ", " "+check.value+" ") {
			problems.Add(file, t.Lines[check.field], "%s %q is not known\nhint: write one of: %s", check.field, check.value, strings.Join(strings.Fields(check.known), ", "))
		}
	}
	checkFormats(file, t.Lines["formats"], t.Formats, problems)
	return t
}

// plainCells tells whether a form has the state in its cells unless the record says otherwise;
// the other forms know best themselves.
func plainCells(form string) bool { return form == "codes" || form == "outline" }
