package compare

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// evidence returns what was coded with a code on a unit: from the first to the last word in it that any of the coders marked.
func (c *comparison) evidence(code int, t judgement) table.Evidence {
	return c.evidenceBy(code, t, func(int) bool { return true })
}

func (c *comparison) evidenceBy(code int, t judgement, by func(coder int) bool) table.Evidence {
	doc := &c.marks.documents[t.document]
	unit := doc.units[t.unit]
	var at corpus.Span
	e := table.Evidence{Status: "reviewed"}
	says, several := coding.Says(""), false
	for j := range c.coders {
		for _, k := range doc.marks[j][code] {
			if k.left || !k.Overlaps(unit) || !by(j) {
				continue
			}
			x := &c.codings[k.coding]
			in := corpus.Span{Start: max(k.Start, unit.Start), End: min(k.End, unit.End)}
			if at.Len() == 0 {
				at = in
			}
			at = at.Union(in)
			several = several || says != "" && says != x.Says
			says = x.Says
			e.Codings = append(e.Codings, x.ID)
			e.Coders = addOnce(e.Coders, c.coders[j])
		}
	}
	if at.Len() == 0 {
		at = unit
	}
	if !several {
		e.Says = string(says)
	}
	return c.placed(e, corpus.Passage{Document: c.keys[t.document], Span: at})
}

// placed fills in where a piece of evidence stands, and its words.
func (c *comparison) placed(e table.Evidence, p corpus.Passage) table.Evidence {
	if machines(e.Coders) && len(e.Coders) > 0 {
		e.Status = "proposed"
	}
	e.Passage, e.Quote, e.Cite = p.String(), sliceOf(c.study, p.Document, p.Start, p.End), c.study.Cite(p)
	for _, x := range c.study.CasesAt(p) {
		e.Case = strings.TrimSpace(e.Case + " " + x.Key)
	}
	return e
}

// inputs are the files from which coefficients are computed.
func (c *comparison) inputs() []table.Evidence {
	var out []table.Evidence
	for _, coder := range c.coders {
		for _, key := range slices.Compact(slices.Sorted(slices.Values(c.keys))) {
			if file := coding.LayerFile(coder, key); c.study.Digest(file) != "" {
				out = append(out, table.Evidence{Source: file})
			}
		}
	}
	return out
}
