package compare

import (
	"slices"

	"crosscase/cases"
	"crosscase/coding"
)

// headLines makes lines over the rows below them of the rows of headings (cases.Study.Heading), in a table that asks for many
// codes at once. A heading remains a row, with what is said below it, where nothing that it heads is a row, or where
// somebody wrote a summary of it or set its state.
func headLines(s *cases.Study, rows []row) {
	for i := range rows {
		code := rows[i].codes[0]
		if !s.Heading(code) || !slices.ContainsFunc(rows, func(r row) bool { return len(r.codes) > 0 && below(r.codes[0], code) }) || saidOf(s, code) {
			continue
		}
		rows[i].codes, rows[i].label.Head = nil, true
	}
}

// below tells whether a code stands somewhere below another.
func below(code, above *coding.Code) bool {
	for up := code.Parent; up != nil; up = up.Parent {
		if up == above {
			return true
		}
	}
	return false
}

// saidOf tells whether somebody wrote a summary of a code or set its state in a case.
func saidOf(s *cases.Study, code *coding.Code) bool {
	return slices.ContainsFunc(s.Summaries, func(sum cases.Summary) bool { return sum.Text != "" && s.Codebook.Code(sum.Code) == code }) ||
		slices.ContainsFunc(s.Cases, func(c *cases.Case) bool {
			return slices.ContainsFunc(c.States, func(set cases.SetState) bool { return s.Codebook.Code(set.Code) == code })
		})
}

// rolledUp marks the rows of headings: what they say is said of the codes below them.
func rolledUp(s *cases.Study, rows []row, o Options) []row {
	for i := range rows {
		if rows[i].merged == "" && slices.ContainsFunc(rows[i].codes, s.Heading) {
			rows[i].merged = o.Language.Say("rolled-up")
		}
	}
	return rows
}
