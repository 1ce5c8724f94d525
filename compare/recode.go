package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// RecodeSample lists the passages of a sample without their codes.
func RecodeSample(s *cases.Study, list []cases.Recoded, o Options) *table.Table {
	t := listing("recode", "place", o, "cite", "quote", "again")
	for _, r := range list {
		e := recodedEvidence(s, r)
		e.Coders, e.Codings = nil, nil // their ids lead to the codes of the first time
		t.Rows = append(t.Rows, table.Label{Key: r.Passage.String(), Label: r.Passage.String()})
		t.Cells = append(t.Cells, []table.Cell{{Text: e.Cite}, {Text: beginning(e.Quote, 120), Evidence: []table.Evidence{e}}, {Text: codedAgain(r, o)}})
	}
	return t
}

// codedAgain names the codes of the second time, or says that there were none.
func codedAgain(r cases.Recoded, o Options) string {
	if r.Looked && len(r.Again) == 0 {
		return o.Language.Say("recode none")
	}
	return strings.Join(cases.CodesOf(r.Again), ", ")
}

// Recode compares how a coder coded the passages of a sample the first and the second time: passage by passage, then over all that were coded twice,
// each passage with each code that was used either time being one decision: the share of decisions that are alike, and
// Cohen's kappa of them.
func Recode(s *cases.Study, list []cases.Recoded, o Options) (*table.Table, error) {
	t := listing("recode", "place", o, "first", "again", "alike", "quote")
	var codes []string
	for _, r := range list {
		if r.Done() {
			codes = append(append(codes, cases.CodesOf(r.First)...), cases.CodesOf(r.Again)...)
		}
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	var decisions [2][]string
	var inputs []table.Evidence
	for _, r := range list {
		if !r.Done() {
			continue
		}
		first, again := cases.CodesOf(r.First), cases.CodesOf(r.Again)
		for _, code := range codes {
			for i, given := range [][]string{first, again} {
				decisions[i] = append(decisions[i], map[bool]string{true: "yes", false: "no"}[slices.Contains(given, code)])
			}
		}
		e := recodedEvidence(s, r)
		inputs = append(inputs, e)
		t.Rows = append(t.Rows, table.Label{Key: r.Passage.String(), Label: r.Passage.String()})
		t.Cells = append(t.Cells, []table.Cell{{Text: strings.Join(first, ", "), Evidence: []table.Evidence{e}}, {Text: codedAgain(r, o), Evidence: []table.Evidence{e}},
			{Text: o.Language.Say(map[bool]string{true: "alike yes", false: "alike no"}[slices.Equal(first, again)])}, {Text: beginning(e.Quote, 90), Evidence: []table.Evidence{e}}})
	}
	ratings, err := agree.NewLabels(decisions[:], "no", "yes")
	if err != nil {
		return nil, err
	}
	for _, figure := range []struct {
		key string
		of  agree.Coefficient
	}{{"percent", agree.Percent(ratings)}, {"kappa", agree.CohenKappa(ratings)}} {
		t.Rows = append(t.Rows, table.Label{Key: figure.key, Label: o.Language.Say("recode " + figure.key)})
		t.Cells = append(t.Cells, []table.Cell{{}, {}, coefficientCell(o.Language, figure.of, agree.Interval{}, inputs, nil), {}})
	}
	return t, nil
}

func recodedEvidence(s *cases.Study, r cases.Recoded) table.Evidence {
	e := table.Evidence{Passage: r.Passage.String(), Cite: s.Cite(r.Passage), Status: "reviewed"}
	if text, err := s.Text(r.Passage.Document); err == nil {
		e.Quote = strings.Join(strings.Fields(text.Text.Slice(r.Passage.Span)), " ")
	}
	for _, c := range append(slices.Clone(r.First), r.Again...) {
		e.Codings = append(e.Codings, c.ID)
		if !slices.Contains(e.Coders, c.Coder) {
			e.Coders = append(e.Coders, c.Coder)
		}
	}
	return e
}
