package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
)

// coderLabel names a person who codes.
func (r *Report) coderLabel(name string) string {
	for _, c := range r.study.Coders {
		if c.Name == name {
			return cmp.Or(c.Label, c.Name)
		}
	}
	return name
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
		t.Rows = append(t.Rows, table.Label{Key: p, Label: r.coderLabel(p)})
		t.Cells = append(t.Cells, []table.Cell{tally(coded), tally(read), tally(closed), tally(verdicts)})
	}
	return t
}

// readTable says of each document who read it, and how much of it was coded.
func (r *Report) readTable() *table.Table {
	s := r.study
	t := r.blank("read", "report-document", "Case", "report-read-by", "report-coded")
	for _, d := range s.Documents {
		var readers, sources, coded []string
		for _, l := range s.Layers() {
			if l.Document != d.Key || coding.Machine(l.Coder) {
				continue
			}
			for _, c := range l.Codings {
				coded = append(coded, fmt.Sprintf("%s:%d", l.File, c.Line))
			}
			if len(l.Reads) > 0 {
				readers = append(readers, r.coderLabel(l.Coder))
				sources = append(sources, fmt.Sprintf("%s:%d", l.File, l.Reads[0].Line))
			}
		}
		read := said(strings.Join(readers, ", "), sources...)
		if len(readers) == 0 {
			read = table.Cell{State: cases.StateOpen, Text: r.l.Say("unread"), Missing: r.l.Say("unread")}
		}
		t.Rows = append(t.Rows, table.Label{Key: d.Key, Label: cmp.Or(d.Title, d.Key)})
		t.Cells = append(t.Cells, []table.Cell{inCases(s, d.Key), read, tally(coded)})
	}
	return t
}

// machineTable counts what each machine coder proposes and what people decided on it. A verdict on what is proposed no more is counted in a note.
func (r *Report) machineTable() *table.Table {
	s := r.study
	t := r.blank("machine", "report-machine", "report-proposals", "report-accepted", "report-declined", "report-changed", "report-waiting")
	gone := 0
	for _, coder := range []string{coding.GuideCoder, coding.RulesCoder} {
		var all, waiting []string
		verdicts := map[coding.Verdict][]string{}
		for _, c := range s.Codings.All() {
			if c.Coder != coder {
				continue
			}
			place := fmt.Sprintf("%s:%d", coding.LayerFile(coder, c.Document), c.Line)
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
				verdicts[v.Verdict] = append(verdicts[v.Verdict], coding.ReviewFile(v.Coder, v.Document))
			}
		}
		t.Rows = append(t.Rows, table.Label{Key: coder, Label: r.l.Say("report-machine-" + coder)})
		t.Cells = append(t.Cells, []table.Cell{tally(all), tally(verdicts[coding.Accepted]), tally(verdicts[coding.Declined]), tally(verdicts[coding.Changed]), tally(waiting)})
	}
	t.Notes = []string{r.l.Say("report-machine-note")}
	if gone > 0 {
		t.Notes = append(t.Notes, r.l.Say("report-verdicts-gone", gone))
	}
	return t
}
