package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// person tells whether a coder is somebody: no machine, and not what several agreed on.
func person(coder string) bool {
	return !coding.Machine(coder) && coder != coding.ConsensusCoder && !coding.IsAgain(coder)
}

// agreement says of how many documents two or more persons read the same, and how far they agree; or why that cannot be said.
func (r *Report) agreement() string {
	readers := map[string][]string{}
	for _, l := range r.study.Layers() {
		if person(l.Coder) && len(l.Reads) > 0 {
			readers[l.Document] = addOnce(readers[l.Document], l.Coder)
		}
	}
	var coders []string
	n := 0
	for _, d := range r.study.Documents {
		if who := readers[d.Key]; len(who) > 1 {
			n++
			coders = addOnce(coders, who...)
		}
	}
	switch {
	case n == 0:
		return r.l.Say("report-agreement-none")
	case r.study.Stance == "reflexive":
		return r.l.Say("report-agreement-reflexive", n)
	}
	slices.Sort(coders)
	var names []string
	for _, c := range coders {
		names = append(names, r.study.CoderTitle(c))
	}
	said := r.l.Say("report-agreement-read", n, strings.Join(names, ", "))
	alpha, err := overallAlpha(r.study, coders, r.options)
	if err != nil {
		return said + " " + r.l.Say("report-agreement-why", strings.SplitN(err.Error(), "\n", 2)[0])
	}
	return said + " " + r.l.Say("report-agreement", alpha)
}

// coderTable counts what each person did: passages coded, documents read, questions gone through, verdicts given.
func (r *Report) coderTable() *table.Table {
	s := r.study
	t := r.blank("coders", "report-coder", "report-coded", "report-documents-read", "report-coverage-closed", "report-verdicts")
	var people []string
	for _, c := range s.Coders {
		people = append(people, c.Name)
	}
	for _, l := range s.Layers() {
		if !coding.Machine(l.Coder) && !slices.Contains(people, l.Coder) {
			people = append(people, l.Coder)
		}
	}
	for _, p := range people {
		var coded, read, closed, verdicts []string
		for _, l := range s.Layers() {
			if l.Coder != p {
				continue
			}
			for _, c := range l.Codings {
				coded = append(coded, fmt.Sprintf("%s:%d", l.File, c.Line))
			}
			if len(l.Reads) > 0 {
				read = append(read, fmt.Sprintf("%s:%d", l.File, l.Reads[0].Line))
			}
			if len(l.Covered) > 0 {
				closed = append(closed, fmt.Sprintf("%s:%d", l.File, l.Covered[0].Line))
			}
		}
		for _, v := range s.Reviews {
			if v.Coder == p && v.Verdict != "" {
				verdicts = append(verdicts, coding.ReviewFile(p, v.Document))
			}
		}
		t.Rows = append(t.Rows, table.Label{Key: p, Label: r.study.CoderTitle(p)})
		t.Cells = append(t.Cells, []table.Cell{tally(coded), tally(read), tally(closed), tally(verdicts)})
	}
	return t
}

// readTable says of each document who read it, and how many of its codings count in tables, as status does.
func (r *Report) readTable() *table.Table {
	s := r.study
	t := r.blank("read", "report-document", "Case", "report-read-by", "report-coded")
	aside := 0
	for _, d := range s.Documents {
		var readers, sources, coded []string
		for _, l := range s.Layers() {
			if l.Document != d.Key || coding.Machine(l.Coder) {
				continue
			}
			for _, c := range l.Codings {
				if !s.Counts(c) {
					aside++
					continue
				}
				coded = append(coded, fmt.Sprintf("%s:%d", l.File, c.Line))
			}
			if len(l.Reads) > 0 {
				readers = append(readers, r.study.CoderTitle(l.Coder))
				sources = append(sources, fmt.Sprintf("%s:%d", l.File, l.Reads[0].Line))
			}
		}
		read := said(strings.Join(readers, ", "), sources...)
		if len(readers) == 0 {
			read = table.Cell{State: cases.StateOpen, Text: r.l.Say("unread"), Missing: r.l.Say("unread")}
		}
		t.Rows = append(t.Rows, table.Label{Key: d.Key, Label: d.Name()})
		t.Cells = append(t.Cells, []table.Cell{inCases(s, d.Key), read, tally(coded)})
	}
	if aside > 0 {
		t.Notes = append(t.Notes, r.l.Say("report-coded-aside", r.l.Count(aside, "coding")))
	}
	return t
}

// machineTable counts what each machine coder proposes and what people decided on it. A verdict on what is proposed no more is counted in a note.
func (r *Report) machineTable() *table.Table {
	s := r.study
	t := r.blank("machine", "report-machine", "report-proposals", "report-accepted", "report-declined", "report-changed", "report-by-coverage", "report-waiting")
	gone := 0
	var aside []string
	for _, coder := range []string{coding.GuideCoder, coding.RulesCoder} {
		lineOf := func(c coding.Coding) string { return fmt.Sprintf("%s:%d", coding.LayerFile(coder, c.Document), c.Line) }
		var all, waiting []string
		verdicts := map[coding.Verdict][]string{}
		for _, c := range s.Codings.All() {
			if c.Coder != coder {
				continue
			}
			place := lineOf(c)
			all = append(all, place)
			if s.Undecided(c) {
				waiting = append(waiting, place)
			}
		}
		now := map[string]coding.Coding{}
		for _, c := range s.Codings.All() {
			if c.Coder == coder {
				now[c.Code+" "+c.Passage.String()] = c
			}
		}
		decided := map[string]bool{}
		for i := len(s.Reviews) - 1; i >= 0; i-- { // the last verdict on a place stands
			v := s.Reviews[i]
			if v.Of != coder || v.Verdict == "" {
				continue
			}
			place := v.Code + " " + v.Passage.String()
			if _, still := now[place]; !still {
				gone++
				continue
			}
			if !decided[place] {
				decided[place] = true
				verdict := v.Verdict
				if verdict == coding.Accepted && r.otherwise(v.Coder, now[place]) {
					verdict = coding.Changed
				}
				verdicts[verdict] = append(verdicts[verdict], coding.ReviewFile(v.Coder, v.Document))
			}
		}
		var stand []string // the answers to questions, as somebody closed them
		for place, c := range now {
			if coder != coding.GuideCoder || decided[place] || !s.Closed(c.Document) {
				continue
			}
			if code := s.Codebook.Code(c.Code); code != nil && code.Kind == coding.Structural {
				stand = append(stand, lineOf(c))
			} else {
				aside = append(aside, lineOf(c))
			}
		}
		slices.Sort(stand)
		t.Rows = append(t.Rows, table.Label{Key: coder, Label: r.l.Say("report-machine-" + coder)})
		t.Cells = append(t.Cells, []table.Cell{tally(all), tally(verdicts[coding.Accepted]), tally(verdicts[coding.Declined]), tally(verdicts[coding.Changed]), tally(stand), tally(waiting)})
	}
	t.Notes = []string{r.l.Say("report-machine-note")}
	if len(aside) > 0 {
		t.Notes = append(t.Notes, r.l.Say("report-proposals-aside", len(aside)))
	}
	if gone > 0 {
		t.Notes = append(t.Notes, r.l.Say("report-verdicts-gone", gone))
	}
	return t
}

// otherwise tells whether somebody took a proposal over and lets it say something else, of another code or within other limits.
func (r *Report) otherwise(coder string, p coding.Coding) bool {
	for _, c := range r.study.Layer(coder, p.Document).Codings {
		if c.From == p.Coder+"/"+p.ID {
			return c.Says != p.Says || c.Code != p.Code || c.Span != p.Span
		}
	}
	return false
}

// overallAlpha returns Krippendorff's alpha of some coders over all codes by turns, as it is printed.
func overallAlpha(s *cases.Study, coders []string, o Options) (string, error) {
	ts, err := Coders(s, CodersQuestion{Coders: coders, Unit: string(corpus.TurnUnit), Coefficients: []string{"alpha"}}, o)
	if err != nil {
		return "", err
	}
	t := ts[0]
	for i, r := range t.Rows {
		for j, c := range t.Columns {
			if r.Key == "-" && c.Key == "alpha" {
				return cmp.Or(t.Cells[i][j].Text, t.Cells[i][j].Missing), nil
			}
		}
	}
	return "", fmt.Errorf("%s", o.Language.Say("no-known"))
}
