package compare

import (
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/words"
)

// Airtime returns how each theme of the guide was covered in each case: how many of its questions were asked or answered, how
// many words informants said after them, until the next question, and the share of these among all their words. A cell cites the
// stretches. Words before the first question stand in a row of their own. Questions
// that were asked without anybody saying where are named in a note: the words of their answers go to the theme before.
func Airtime(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Airtime")), Language: l, Corner: l.Say("Theme"), Count: "stretches", Notes: []string{l.Say("airtime-note")}}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	var of []map[string]*airtime
	totals := make([]int, len(chosen))
	before := false
	var unplaced []string
	for i, c := range chosen {
		t.Columns = append(t.Columns, table.Label{Key: c.Key, Label: c.Title()})
		byTheme := map[string]*airtime{}
		for _, m := range c.Members {
			d := s.Document(m.Document)
			if d == nil || !d.Interview() {
				continue
			}
			if err := addAirtime(s, d, c.Key, byTheme); err != nil {
				return nil, err
			}
			if without := askedWithoutPlace(s, d.Key); len(without) > 0 {
				unplaced = append(unplaced, c.Title()+": "+strings.Join(without, ", "))
			}
		}
		for theme, a := range byTheme {
			totals[i] += a.words
			before = before || theme == ""
		}
		of = append(of, byTheme)
	}
	row := func(key, label string, questions int) {
		cells := make([]table.Cell, len(chosen))
		for i := range chosen {
			a := of[i][key]
			if totals[i] == 0 && a == nil {
				cells[i] = table.Cell{Missing: l.Say("no-sources")}
				continue
			}
			if a == nil {
				a = &airtime{}
			}
			share := 0
			if totals[i] > 0 {
				share = (200*a.words + totals[i]) / (2 * totals[i])
			}
			cells[i] = table.Cell{Text: l.Say("airtime-cell", len(a.asked), questions, a.words, share)}
			if questions == 0 {
				cells[i].Text = l.Say("airtime-words", a.words, share)
			}
			cells[i].SetEvidence(a.stretches)
		}
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
		t.Cells = append(t.Cells, cells)
	}
	for _, theme := range s.Guide.Themes {
		label := theme.Label
		if label == "" {
			label = theme.Key
		}
		row(theme.Key, label, len(theme.Questions))
	}
	if before {
		row("", l.Say("no-theme"), 0)
	}
	if len(unplaced) > 0 {
		t.Notes = append(t.Notes, l.Say("airtime-unplaced", strings.Join(unplaced, "; ")))
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

// askedWithoutPlace returns the questions that are known to be asked in an interview, but not where.
func askedWithoutPlace(s *cases.Study, document string) []string {
	var out []string
	coverage := s.Coverage(document)
	for _, q := range s.Guide.Questions() {
		st := coverage.Questions[q.Key]
		if (st.State == cases.Answered || st.State == cases.AskedOnly) && len(st.Passages) == 0 {
			out = append(out, q.Key)
		}
	}
	return out
}

// airtime is what was said on a theme in a case.
type airtime struct {
	asked     map[string]bool // questions
	words     int
	stretches []table.Evidence
}

func addAirtime(s *cases.Study, d *corpus.Document, caseKey string, byTheme map[string]*airtime) error {
	t, err := s.Text(d.Key)
	if err != nil {
		return err
	}
	get := func(theme string) *airtime {
		if byTheme[theme] == nil {
			byTheme[theme] = &airtime{asked: map[string]bool{}}
		}
		return byTheme[theme]
	}
	type mark struct {
		at    int
		theme string
	}
	var marks []mark
	coverage := s.Coverage(d.Key)
	for _, theme := range s.Guide.Themes {
		for _, q := range theme.Questions {
			state := coverage.Questions[q.Key]
			switch state.State {
			case cases.Answered, cases.AskedOnly:
				get(theme.Key).asked[q.Key] = true
				for _, p := range state.Passages {
					marks = append(marks, mark{p.Start, theme.Key})
				}
			case cases.AnsweredElsewhere:
				get(theme.Key).asked[q.Key] = true
			}
		}
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].at < marks[j].at })
	last := "\x00"
	for _, turn := range t.Structure.Turns {
		theme := ""
		for _, m := range marks {
			if m.at > turn.Span.Start {
				break
			}
			theme = m.theme
		}
		if d.RoleOf(turn.Speaker) == corpus.Interviewer {
			continue
		}
		a := get(theme)
		a.words += len(words.Spoken(t.Text.Slice(turn.Span)))
		p := corpus.Passage{Document: d.Key, Span: turn.Span}
		if n := len(a.stretches); n > 0 && theme == last {
			if before, err := corpus.ParsePassage(a.stretches[n-1].Passage); err == nil {
				p.Span = before.Span.Union(turn.Span)
				a.stretches[n-1].Passage = p.String()
				continue
			}
		}
		a.stretches = append(a.stretches, table.Evidence{Case: caseKey, Passage: p.String(), Quote: beginning(t.Text.Slice(turn.Span), 60), Status: "reviewed", Cite: s.Cite(p)})
		last = theme
	}
	return nil
}
