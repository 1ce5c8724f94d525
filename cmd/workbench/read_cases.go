package workbench

import (
	"cmp"
	"encoding/json"
	"net/http"
	"regexp"
	"slices"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

type casesAnswer struct {
	Version    int               `json:"version"`
	Attributes []attributeAnswer `json:"attributes"`
	Cases      []caseAnswer      `json:"cases"`
}

type attributeAnswer struct {
	Key    string   `json:"key"`
	Label  string   `json:"label"`
	Kind   string   `json:"kind"`
	Values []string `json:"values"`
	From   string   `json:"from"`
}

type caseAnswer struct {
	Key       string                 `json:"key"`
	Label     string                 `json:"label"`
	Documents []string               `json:"documents"`
	Missing   []string               `json:"missing"` // sources that are unavailable, and why
	Values    map[string]valueAnswer `json:"values"`
}

type valueAnswer struct {
	Items   []itemAnswer `json:"items"`
	Note    string       `json:"note"`
	Missing string       `json:"missing"`
	Version string       `json:"version"`
}

type itemAnswer struct {
	Text    string         `json:"text"`
	Because []reasonAnswer `json:"because"`
}

type reasonAnswer struct {
	Document  string  `json:"document,omitempty"`
	At        *[2]int `json:"at,omitempty"`
	Cite      string  `json:"cite,omitempty"` // the place as people are shown it
	Quote     string  `json:"quote,omitempty"`
	Source    string  `json:"source,omitempty"`
	Judgement string  `json:"judgement,omitempty"`
}

func (w *Workbench) getCases(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		out := casesAnswer{Version: w.kept.version, Attributes: []attributeAnswer{}, Cases: []caseAnswer{}}
		for _, a := range s.Attributes {
			out.Attributes = append(out.Attributes, attributeAnswer{a.Key, a.Title(), a.Kind, full(a.Values), a.From})
		}
		for _, c := range s.Cases {
			a := caseAnswer{Key: c.Key, Label: c.Title(), Documents: []string{}, Missing: []string{}, Values: map[string]valueAnswer{}}
			for _, m := range c.Members {
				switch {
				case m.Document == "":
					a.Missing = append(a.Missing, m.Kind+": "+m.Unavailable)
				case !contains(a.Documents, m.Document):
					a.Documents = append(a.Documents, m.Document)
				}
			}
			for _, attribute := range s.Attributes {
				v := valueOf(compare.ValueOf(s, c, attribute))
				cited(s, v)
				a.Values[attribute.Key] = v
			}
			out.Cases = append(out.Cases, a)
		}
		return out, nil
	})
}

// cited puts the places of the reasons of a value as people are shown them.
func cited(s *cases.Study, v valueAnswer) {
	for _, item := range v.Items {
		for i := range item.Because {
			r := &item.Because[i]
			switch d := s.Document(r.Document); {
			case r.At != nil:
				r.Cite = s.Cite(locator(r.Document, *r.At))
			case d != nil:
				r.Cite = d.Name()
			default:
				r.Cite = r.Document
			}
		}
	}
}

func valueOf(v cases.Value) valueAnswer {
	a := valueAnswer{Items: []itemAnswer{}, Note: v.Note, Missing: v.Missing}
	for _, i := range v.Items {
		item := itemAnswer{Text: i.Text, Because: []reasonAnswer{}}
		for _, r := range i.Because {
			reason := reasonAnswer{Document: r.Document, Quote: r.Anchor.Quote, Source: r.Source, Judgement: r.Judgement}
			if r.Document != "" && r.Anchor.Len() > 0 {
				at := span(r.Anchor.Span)
				reason.At = &at
			}
			item.Because = append(item.Because, reason)
		}
		a.Items = append(a.Items, item)
	}
	a.Version = versionOf(a)
	return a
}

// chartAnswer is the framework chart: a table of states, and the researcher's own words beside each cell.
type chartAnswer struct {
	Table     json.RawMessage                   `json:"table"`
	Summaries map[string]map[string]noteAnswer  `json:"summaries"` // by code and case
	States    map[string]map[string]stateAnswer `json:"states"`
}

type noteAnswer struct {
	Text    string `json:"text"`
	Shown   string `json:"shown"` // with its places as people are shown them
	Version string `json:"version"`
}

type stateAnswer struct {
	State   string `json:"state"` // set by a person, "" if not
	Because string `json:"because"`
	Version string `json:"version"`
}

func summaryOf(s *cases.Study, caseKey, code string) noteAnswer {
	text := s.SummaryText(caseKey, code)
	return noteAnswer{text, shownPlaces(s, text), versionOf(text)}
}

var anchored = regexp.MustCompile(`\[([^\]\s]+:\d+-\d+)\]`)

// shownPlaces returns a text in which each place in square brackets stands as people are shown it; one in no document of the study stays.
func shownPlaces(s *cases.Study, text string) string {
	return anchored.ReplaceAllStringFunc(text, func(place string) string {
		p, err := corpus.ParsePassage(place[1 : len(place)-1])
		if err != nil || s.Document(p.Document) == nil {
			return place
		}
		return "[" + s.Cite(p) + "]"
	})
}

func stateOf(s *cases.Study, caseKey, code string) stateAnswer {
	var a stateAnswer
	for _, st := range s.Case(caseKey).States {
		if s.Codebook.Code(st.Code) != nil && s.Codebook.Code(st.Code) == s.Codebook.Code(code) {
			a = stateAnswer{State: st.State, Because: st.Because}
		}
	}
	a.Version = versionOf(a)
	return a
}

func (w *Workbench) getChart(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		record := &cases.TableRecord{Form: "codes", Cell: "state", Kind: r.URL.Query().Get("kind"), Under: r.URL.Query().Get("under"), Codes: list(r.URL.Query().Get("codes"))}
		t, err := compare.Build(s, record, w.compareOptions(s, "crosscase serve"))
		if err != nil {
			return nil, err
		}
		out := chartAnswer{Summaries: map[string]map[string]noteAnswer{}, States: map[string]map[string]stateAnswer{}}
		if out.Table, err = asJSON(t); err != nil {
			return nil, err
		}
		for _, row := range t.Rows {
			out.Summaries[row.Key], out.States[row.Key] = map[string]noteAnswer{}, map[string]stateAnswer{}
			for _, c := range s.Cases {
				out.Summaries[row.Key][c.Key], out.States[row.Key][c.Key] = summaryOf(s, c.Key, row.Key), stateOf(s, c.Key, row.Key)
			}
		}
		return out, nil
	})
}

type coverageAnswer struct {
	Table  json.RawMessage              `json:"table"`
	Closed map[string][]string          `json:"closed"` // by whom, by document
	Asked  map[string]map[string]string `json:"asked"`  // versions by document and question
}

func (w *Workbench) getCoverage(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		t, err := compare.GuideCoverage(s, w.compareOptions(s, "crosscase guide coverage"))
		if err != nil {
			return nil, err
		}
		out := coverageAnswer{Closed: map[string][]string{}, Asked: map[string]map[string]string{}}
		t.Notes = nil
		if out.Table, err = asJSON(t); err != nil {
			return nil, err
		}
		for _, d := range s.Documents {
			if !d.Interview() {
				continue
			}
			c := s.Coverage(d.Key)
			out.Closed[d.Key] = full(s.ClosedBy(d.Key))
			out.Asked[d.Key] = map[string]string{}
			for q, st := range c.Questions {
				out.Asked[d.Key][q] = versionOf(st)
			}
		}
		return out, nil
	})
}

// differsAt shows a place that some who have read it coded and others did not, or within other limits.
func differsAt(s *cases.Study, d cases.Disagreement) (quoteAnswer, error) {
	t, err := s.Text(d.Passage.Document)
	if err != nil {
		return quoteAnswer{}, err
	}
	speaker, _ := s.Speaker(d.Passage)
	a := quoteAnswer{Code: d.Code, Passage: d.Passage.String(), Quote: t.Text.Slice(d.Passage.Span), Values: []string{}, Notes: []string{catalogue.In(s.Language).Say("on " + d.Kind)},
		Coders: []string{}, Codings: []string{}, Cases: []string{}, Speaker: cmp.Or(speaker.Name, speaker.Label), Cite: s.Cite(d.Passage), By: []string{}}
	for _, c := range d.Codings {
		a.By = append(a.By, cases.Voice{Coder: c.Coder, Says: c.Says}.String())
	}
	for _, who := range d.Without {
		a.By = append(a.By, cases.Voice{Coder: who, Says: "none"}.String())
	}
	return a, nil
}

func (w *Workbench) getStatus(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		unsettled := []quoteAnswer{}
		said := s.UnsettledPassages()
		for _, q := range said {
			s.Cited(&q.Evidence)
			q.Speaker, _ = s.Speaker(q.Passage)
			unsettled = append(unsettled, quoteOf(q))
		}
		for _, d := range s.Disagreements() {
			if d.Settled != nil || d.Kind == cases.OnDirection || slices.ContainsFunc(said, func(q cases.Quoted) bool {
				return q.Code.Key == d.Code && q.Passage.Document == d.Passage.Document && q.Passage.Overlaps(d.Passage.Span)
			}) {
				continue
			}
			q, err := differsAt(s, d)
			if err != nil {
				return nil, err
			}
			unsettled = append(unsettled, q)
		}
		return map[string]any{"documents": documentEntries(s), "problems": w.studyAnswer(w.asker(r)).Problems, "codes": len(s.Codes()), "queue": len(s.Queue()), "unsettled": unsettled}, nil
	})
}
