package workbench

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/chart"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

type tableName struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Takes string `json:"takes,omitempty"` // what can be chosen beyond the table itself: "kind", "document", "unit"
}

// question is what can be asked of every study with cases and codes, without a file in tables/: those questions whose
// answers have pictures. Its name begins with a colon, which no file's does.
type question struct {
	tableName // its title stands among the words of the page
	ask       func(s *cases.Study, a asked, o compare.Options) ([]*table.Table, error)
}

// asked is what was chosen for a question.
type asked struct {
	codes          []string // without any, all
	document, unit string
}

func (a asked) alike() compare.LikenessQuestion {
	return compare.LikenessQuestion{Codes: a.codes, Coefficient: likeness.SimpleMatching, Linkage: likeness.Average, Pairs: true, Illustrative: true}
}

var questions = []question{
	{tableName{":similarity", "", "kind"}, func(s *cases.Study, a asked, o compare.Options) ([]*table.Table, error) {
		return compare.Similarity(s, a.alike(), o)
	}},
	{tableName{":cluster", "", "kind"}, one(func(s *cases.Study, a asked, o compare.Options) (*table.Table, error) {
		return compare.Clusters(s, a.alike(), o)
	})},
	{tableName{":map", "", "kind"}, one(func(s *cases.Study, a asked, o compare.Options) (*table.Table, error) {
		return compare.CaseMap(s, a.alike(), o)
	})},
	{tableName{":cooccurrence", "", "kind unit"}, func(s *cases.Study, a asked, o compare.Options) ([]*table.Table, error) {
		if !slices.Contains(compare.CooccurrenceUnits(), a.unit) {
			a.unit = compare.OverlapUnit
		}
		return compare.Cooccurrence(s, a.unit, cases.Filter{Codes: a.codes}, false, false, false, o)
	}},
	{tableName{":portrait", "", "kind document"}, one(func(s *cases.Study, a asked, o compare.Options) (*table.Table, error) {
		return compare.Portraits(s, list(a.document), a.codes, o)
	})},
	{tableName{":years", "", "kind"}, one(func(s *cases.Study, a asked, o compare.Options) (*table.Table, error) {
		return compare.Years(s, cases.Filter{Codes: a.codes}, false, o)
	})},
}

func one(ask func(*cases.Study, asked, compare.Options) (*table.Table, error)) func(*cases.Study, asked, compare.Options) ([]*table.Table, error) {
	return func(s *cases.Study, a asked, o compare.Options) ([]*table.Table, error) {
		t, err := ask(s, a, o)
		return []*table.Table{t}, err
	}
}

func (w *Workbench) compareOptions(s *cases.Study, command string) compare.Options {
	return compare.Options{Command: command, Version: w.options.Version, Language: catalogue.In(s.Language)}
}

func (w *Workbench) getTables(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		language := catalogue.In(s.Language)
		out := []tableName{}
		for _, name := range compare.Buildable(s) {
			r, err := compare.Record(s, name, w.compareOptions(s, ""))
			if err != nil {
				return nil, err
			}
			title := r.Title
			if title == "" {
				title = formTitle(r.Form, name, language)
			}
			out = append(out, tableName{Name: name, Title: title})
		}
		offered := []tableName{}
		if len(s.Cases) > 0 && len(s.Codebook.All()) > 0 {
			for _, q := range questions {
				offered = append(offered, q.tableName)
			}
		}
		units := []caseEntry{}
		for _, u := range compare.CooccurrenceUnits() {
			units = append(units, caseEntry{u, language.Say("together " + u)})
		}
		return map[string]any{"tables": out, "questions": offered, "units": units}, nil
	})
}

// formTitle returns what the table of a form is called without a title of its own, the table's name if it has none.
func formTitle(form, name string, l catalogue.Language) string {
	title := map[string]string{"findings": "Findings", "expectations": "Expectations", "literature": "The literature", "additions": "What the cases add"}[form]
	if title == "" {
		title = "form-" + form
	}
	if said := l.Say(title); said != "form-"+form {
		return said
	}
	return name
}

// answerTable is a table of an answer, with what stands for its picture where it has one.
type answerTable struct {
	Table   json.RawMessage `json:"table"`
	Picture *pictureAnswer  `json:"picture,omitempty"`
}

// pictureAnswer is a picture in words; the picture itself is asked for by its address.
type pictureAnswer struct {
	Title  string  `json:"title"`
	Words  string  `json:"words"`
	Width  float64 `json:"width"` // in points
	Height float64 `json:"height"`
}

// asJSON returns a table as other programs get it.
func asJSON(t *table.Table) (json.RawMessage, error) {
	var b bytes.Buffer
	err := table.WriteJSON(&b, t)
	return b.Bytes(), err
}

// tables builds what a request names: a table of the study, or one of the questions.
func (w *Workbench) tables(s *cases.Study, r *http.Request) ([]*table.Table, error) {
	q := r.URL.Query()
	name := q.Get("name")
	if i := slices.IndexFunc(questions, func(x question) bool { return x.Name == name }); i >= 0 {
		a := asked{document: q.Get("document"), unit: q.Get("unit")}
		if kind := q.Get("kind"); kind != "" { // without one all codes are meant, not those that have none
			for _, c := range s.Codebook.OfKind(kind) {
				a.codes = append(a.codes, c.Key)
			}
		}
		o := w.compareOptions(s, "crosscase compare "+strings.TrimPrefix(name, ":"))
		return questions[i].ask(s, a, o)
	}
	o := w.compareOptions(s, "crosscase compare table "+name)
	o.Proposed, o.Cell = q.Get("proposed") == "1", q.Get("cell")
	record, err := compare.Record(s, name, o)
	if err != nil {
		return nil, refusedAs(http.StatusNotFound, err)
	}
	return compare.Tables(s, record, o)
}

func (w *Workbench) getTable(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		ts, err := w.tables(s, r)
		if err != nil {
			return nil, err
		}
		out := []answerTable{}
		for _, t := range ts {
			var a answerTable
			if a.Table, err = asJSON(t); err != nil {
				return nil, err
			}
			if chart.Drawable(t) {
				d := chart.Draw(t)
				a.Picture = &pictureAnswer{d.Title, d.Description, d.Width, d.Height}
			}
			out = append(out, a)
		}
		return map[string]any{"tables": out}, nil
	})
}

// getPicture answers with the picture of a table of an answer, as SVG. The page shows it as a picture, in which nothing runs.
func (w *Workbench) getPicture(rw http.ResponseWriter, r *http.Request) {
	out, err := w.looking(r, func(s *cases.Study) (any, error) {
		ts, err := w.tables(s, r)
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(r.URL.Query().Get("table"))
		if err != nil || n < 0 || n >= len(ts) || !chart.Drawable(ts[n]) {
			return nil, refuse(http.StatusNotFound, "this table has no picture")
		}
		var b bytes.Buffer
		err = chart.WriteSVG(&b, chart.Draw(ts[n]))
		return b.Bytes(), err
	})
	if err != nil {
		w.reply(rw, nil, err)
		return
	}
	rw.Header().Set("Content-Type", types[".svg"])
	_, _ = rw.Write(out.([]byte))
}
