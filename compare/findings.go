package compare

import (
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Findings returns the findings ledger: a row for each claim of findings.yaml, a column for each case with the verdict on it
// and the passages, and a last one with the verdict on the whole. It also returns the keys of the findings that fail: those
// that are unsupported or contradicted. One that cannot be read stands last, and says so.
func Findings(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, []string, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Findings")), Language: l, Corner: l.Say("Finding"), Count: "passages", Notes: []string{l.Say("findings-note"), l.Say("verdict-note")}}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, nil, err
	}
	for _, c := range chosen {
		t.Columns = append(t.Columns, table.Label{Key: c.Key, Label: c.Title()})
	}
	t.Columns = append(t.Columns, table.Label{Key: "verdict", Label: l.Say("Verdict")})
	drawn := &table.Table{Name: t.Name, Title: t.Title, Language: l, Corner: t.Corner, Count: t.Count, Picture: table.HeatMap, Caption: append([]string{l.Say("findings-drawn")}, t.Notes...)}
	var failed []string
	for _, f := range s.Findings {
		j := Judge(s, StatementOf(s, f))
		if Fails(j.Verdict) {
			failed = append(failed, f.Key)
		}
		cells, marks := make([]table.Cell, len(chosen), len(t.Columns)), make([]table.Cell, len(chosen), len(t.Columns))
		for i, c := range chosen {
			for _, jc := range j.Cases {
				if jc.Case == c {
					cells[i] = verdictCell(jc, l)
					marks[i] = drawnVerdict(cells[i], jc, l)
				}
			}
		}
		whole := wholeCell(s, f, j, l)
		cells, marks = append(cells, whole), append(marks, whole)
		t.Rows = append(t.Rows, table.Label{Key: f.Key, Label: f.Claim, Note: findingNote(s, f, j, l)})
		t.Cells, drawn.Cells = append(t.Cells, cells), append(drawn.Cells, marks)
	}
	for _, f := range s.UnreadFindings {
		cells := make([]table.Cell, len(t.Columns))
		cells[len(cells)-1] = table.Cell{Text: l.Say("finding-unread"), Evidence: []table.Evidence{{Source: at(cases.FindingsFile, f.Line)}}}
		t.Rows = append(t.Rows, table.Label{Key: at(cases.FindingsFile, f.Line), Label: f.Claim, Note: l.Say("finding-unread-why", at(cases.FindingsFile, f.Line))})
		t.Cells = append(t.Cells, cells)
	}
	t.How = how(s, r, o)
	drawn.Rows, drawn.Columns, drawn.How = t.Rows, t.Columns, t.How
	t.Drawn = drawn
	return t, failed, t.Check()
}

// drawnSigns are those that pictures have for the states.
var drawnSigns = map[string]string{cases.StatePresent: "●", cases.StatePartial: "½", cases.StateMixed: "±", cases.StateAbsent: "×", cases.StateNone: "–", cases.StateOpen: "?"}

// drawnVerdict returns what is drawn of a case on a finding: the verdict or, of a case that the finding only counts, the sign of its state.
func drawnVerdict(cell table.Cell, j JudgedCase, l catalogue.Language) table.Cell {
	if j.Verdict != "" {
		return cell
	}
	state := j.Standing.State
	if !j.Standing.Known() {
		state = cases.StateOpen
	}
	return table.Cell{Text: drawnSigns[state] + plannedText(j.Standing.Evidence, l) + asideText(&j.Standing, l), Evidence: cell.Evidence}
}

// FailedFindings returns the keys of the findings that are unsupported or contradicted.
func FailedFindings(s *cases.Study) []string {
	var out []string
	for _, f := range s.Findings {
		if Fails(Judge(s, StatementOf(s, f)).Verdict) {
			out = append(out, f.Key)
		}
	}
	return out
}

func orTitle(r *cases.TableRecord, title string) string {
	if r.Title != "" {
		return r.Title
	}
	return title
}

// StatementOf returns a finding as it can be held against the codings.
func StatementOf(s *cases.Study, f *cases.Finding) Statement {
	st := Statement{Codes: s.CodesOf(f.Codes), Claimed: f.Claimed(), Count: f.Count}
	for _, c := range s.Cases {
		if len(f.Among) == 0 && f.Count.Kind != "" || containsString(f.Among, c.Key) {
			st.Among = append(st.Among, c)
		}
	}
	return st
}

// wholeCell is the verdict on a finding with what it cites: its line in the ledger.
func wholeCell(s *cases.Study, f *cases.Finding, j Judged, l catalogue.Language) table.Cell {
	text := l.Say(j.Verdict)
	if j.Count != "" && j.Count != Supported {
		text += "\n" + l.Say("count-verdict", l.Quantified(f.Count.String()), l.Say(j.Count))
	}
	return table.Cell{State: j.Verdict, Text: text, Evidence: []table.Evidence{{Source: fmt.Sprintf("%s:%d", cases.FindingsFile, f.Line)}}}
}

func findingNote(s *cases.Study, f *cases.Finding, j Judged, l catalogue.Language) string {
	parts := append([]string{j.Carried(s, l)}, j.Weaknesses(s, l)...)
	if stale := s.StaleNote("finding:"+f.Key, l); stale != "" {
		parts = append(parts, "! "+stale)
	}
	return strings.Join(nonEmptyOf(parts), "; ")
}

func nonEmptyOf(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// comparable are the codes by which cases are compared: those that do not only mark answers to questions or head others.
func comparable(s *cases.Study) []*coding.Code {
	var out []*coding.Code
	for _, c := range s.Codebook.All() {
		if c.Kind != coding.Structural && (c.Kind != "" || len(c.Children) == 0) && !s.Heading(c) {
			out = append(out, c)
		}
	}
	return out
}
