package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// limits are the researcher's words on what the study cannot say, and what its files know of that.
func (r *Report) limits() {
	s, l := r.study, r.l
	r.heading(1, "report-limits", "limits")
	r.own(s.Methods.Limits, l.Say("report-write-limits"))
	t := r.blank("limits", "report-limit", "report-number", "report-which")
	add := func(key string, sources, names []string) {
		if len(sources) == 0 {
			return
		}
		t.Rows = append(t.Rows, table.Label{Key: key, Label: l.Say(key)})
		t.Cells = append(t.Cells, []table.Cell{tally(sources), said(strings.Join(names, "; "), sources...)})
	}
	var unread, names []string
	for _, d := range s.Documents {
		if !r.wasRead(d) {
			unread = append(unread, cases.TextFile(d.Key))
			names = append(names, d.Name())
		}
	}
	add("report-limit-unread", unread, names)
	var gone, why []string
	for _, c := range s.Cases {
		for _, m := range c.Members {
			if m.Document == "" {
				gone = append(gone, fmt.Sprintf("%s:%d", c.File, m.Line))
				why = append(why, c.Title()+": "+cmp.Or(r.kindOfDocument(m.Kind), "")+" ("+m.Unavailable+")")
			}
		}
	}
	add("report-limit-unavailable", gone, why)
	var bare, bares []string
	for _, c := range s.Cases {
		if !slices.ContainsFunc(c.Members, func(m cases.Member) bool { return m.Document != "" }) {
			bare, bares = append(bare, c.File), append(bares, c.Title())
		}
	}
	add("report-limit-no-documents", bare, bares)
	var skipped, themes []string
	for _, d := range s.Interviews() {
		cover := s.Coverage(d.Key)
		for _, theme := range s.Guide.Themes {
			n := 0
			for _, q := range theme.Questions {
				if cover.Questions[q.Key].State == cases.QuestionNotAsked {
					n++
					skipped = append(skipped, fmt.Sprintf("%s × %s:%d", cases.TextFile(d.Key), coding.GuideFile, q.Line))
				}
			}
			if n > 0 {
				themes = append(themes, l.Say("report-not-asked-of", cmp.Or(casesOf(s, d.Key), d.Key), cmp.Or(theme.Label, theme.Key), n, len(theme.Questions)))
			}
		}
	}
	add("report-limit-not-asked", skipped, themes)
	var undated, when []string
	for _, d := range s.Interviews() {
		if d.Date == "" {
			undated, when = append(undated, cases.SidecarFile(d.Key)), append(when, d.Name())
		}
	}
	add("report-limit-undated", undated, when)
	var single, singles, without, withouts []string
	for _, c := range s.Cases {
		n := 0
		for _, m := range c.Members {
			if d := s.Document(m.Document); d != nil && d.Interview() {
				n++
			}
		}
		switch n {
		case 0:
			without, withouts = append(without, c.File), append(withouts, c.Title())
		case 1:
			single, singles = append(single, c.File), append(singles, c.Title())
		}
	}
	add("report-limit-no-interview", without, withouts)
	add("report-limit-one-interview", single, singles)
	var open, opened, unknown, unknowns, weak, weaks []string
	readings := s.NewReadings()
	for _, c := range s.Cases {
		nOpen, nUnknown, nWeak := 0, 0, 0
		for _, code := range s.Codebook.All() {
			if code.Kind == coding.Structural || code.Kind == "" || s.Heading(code) {
				continue
			}
			st := readings.Standing(c, code, false)
			place := fmt.Sprintf("%s × %s:%d", c.File, coding.CodebookFile, code.Line)
			switch {
			case st.State == cases.StateOpen:
				open = append(open, place)
				nOpen++
			case !st.Known():
				unknown = append(unknown, place)
				nUnknown++
			}
			if st.Weak {
				weak = append(weak, place)
				nWeak++
			}
		}
		if nOpen > 0 {
			opened = append(opened, fmt.Sprintf("%s %d", c.Title(), nOpen))
		}
		if nUnknown > 0 {
			unknowns = append(unknowns, fmt.Sprintf("%s %d", c.Title(), nUnknown))
		}
		if nWeak > 0 {
			weaks = append(weaks, fmt.Sprintf("%s %d", c.Title(), nWeak))
		}
	}
	add("report-limit-open", open, opened)
	add("report-limit-unknown", unknown, unknowns)
	add("report-limit-weak", weak, weaks)
	r.table(t)
}

func (r *Report) wasRead(d *corpus.Document) bool {
	for _, l := range r.study.Layers() {
		if l.Document == d.Key && !coding.Machine(l.Coder) && len(l.Reads) > 0 {
			return true
		}
	}
	return false
}

// coreqItems is how many items the COREQ checklist has (Tong, Sainsbury and Craig 2007).
const coreqItems = 32

// coreq is the checklist: what the study knows of each item, the researcher's answer, or that it is to be written.
func (r *Report) coreq() {
	r.heading(1, "report-coreq", "coreq")
	r.paragraph(manuscript.Plain(r.l.Say("report-coreq-lead")))
	t := manuscript.Table{ID: "coreq-table", Caption: r.l.Say("report-coreq-table"), Head: []string{r.l.Say("report-item"), r.l.Say("report-answer")}}
	for item := 1; item <= coreqItems; item++ {
		for _, head := range []struct {
			item int
			key  string
		}{{1, "coreq-team"}, {9, "coreq-design"}, {24, "coreq-analysis"}} {
			if head.item == item {
				t.Rows = append(t.Rows, manuscript.Row{Head: true, Cells: []manuscript.Cell{{Lines: []manuscript.Text{manuscript.Plain(r.l.Say(head.key))}}, {}}})
			}
		}
		var lines []manuscript.Text
		if known := r.coreqKnown(item); known != nil {
			lines = append(lines, known)
		}
		if answer := r.study.CoreqAnswer(item); answer != "" {
			lines = append(lines, r.quoted.words(answer))
		}
		if len(lines) == 0 {
			lines = append(lines, manuscript.Text{{Words: r.l.Say("report-to-write"), Open: true}})
		}
		label := fmt.Sprintf("%d. %s", item, r.l.Say("coreq-"+strconv.Itoa(item)))
		t.Rows = append(t.Rows, manuscript.Row{Cells: []manuscript.Cell{{Lines: []manuscript.Text{manuscript.Plain(label)}}, {Lines: lines}}})
	}
	r.Manuscript.Add(t)
}

// coreqKnown returns what the study's files know of an item; nil where they know nothing.
func (r *Report) coreqKnown(item int) manuscript.Text {
	s, l := r.study, r.l
	see := func(words, id string) manuscript.Text {
		return manuscript.Text{{Words: words + " ("}, {To: id}, {Words: ")."}}
	}
	switch item {
	case 9:
		if s.Stance != "" {
			return see(l.Say("stance-"+s.Stance), "design")
		}
	case 12:
		return see(l.Say("coreq-known-sample", len(s.Cases), len(s.Interviews())), "interviews")
	case 16:
		if len(s.Attributes) > 0 {
			return see(l.Say("coreq-known-attributes", len(s.Attributes)), "accounts")
		}
	case 17:
		if n := len(s.Guide.Questions()); n > 0 {
			return see(l.Say("coreq-known-guide", n, len(s.Guide.Themes)), "appendix-guide")
		}
	case 21:
		if mean, n := s.MeanMinutes(); n > 0 {
			return see(l.Say("coreq-known-length", l.Duration(mean), n, len(s.Interviews())), "interviews")
		}
	case 22:
		if s.Stance == "reflexive" {
			return manuscript.Plain(l.Say("coreq-known-no-saturation"))
		}
	case 24:
		coders := map[string]bool{}
		for _, lay := range s.Layers() {
			if person(lay.Coder) && len(lay.Codings) > 0 {
				coders[lay.Coder] = true
			}
		}
		return see(l.Say("coreq-known-coders", len(coders)), "coding")
	case 25:
		return see(l.Say("coreq-known-codebook", len(s.Codes())), "appendix-codebook")
	case 26:
		return see(l.Say("coreq-known-origin"), "codebook")
	case 27:
		return see("crosscase "+r.options.Version, "program")
	case 29:
		return see(l.Say("coreq-known-quotes", len(r.quoted.All())), "accounts")
	case 30:
		if n := len(s.Findings) + len(s.UnreadFindings); n > 0 {
			known := l.Say("coreq-known-findings", n, len(FailedFindings(s)))
			if len(s.UnreadFindings) > 0 {
				known += "; " + l.Say("coreq-known-unread", len(s.UnreadFindings))
			}
			return see(known, "claims")
		}
	case 31, 32:
		major, minor := r.themesByCases()
		if item == 31 {
			return see(l.Say("coreq-known-major", major), "chapter")
		}
		return see(l.Say("coreq-known-minor", minor), "chapter")
	}
	return nil
}

// themesByCases counts the codes that people used in more than one case, and in one alone.
func (r *Report) themesByCases() (major, minor int) {
	for _, c := range r.study.Codebook.All() {
		if c.Kind == coding.Structural {
			continue
		}
		switch n := len(casesUsing(r.study, c)); {
		case n > 1:
			major++
		case n == 1:
			minor++
		}
	}
	return major, minor
}

// appendices are the guide and the code book.
func (r *Report) appendices() {
	s, l, m := r.study, r.l, r.Manuscript
	if len(s.Guide.Themes) > 0 {
		m.Add(manuscript.Heading{Level: 1, Text: l.Say("report-appendix-guide"), ID: "appendix-guide"})
		for _, theme := range s.Guide.Themes {
			m.Add(manuscript.Heading{Level: 4, Text: cmp.Or(theme.Label, theme.Key)})
			var items []manuscript.Text
			for _, q := range theme.Questions {
				t := manuscript.Text{{Words: q.Key, Strong: true}, {Words: " " + cmp.Or(q.Ask, q.Topic)}}
				for _, p := range q.Probes {
					t = append(t, manuscript.Run{Words: "\n– " + p})
				}
				items = append(items, t)
			}
			m.Add(manuscript.List{Items: items})
		}
	}
	if codes := s.Codebook.All(); len(codes) > 0 {
		m.Add(manuscript.Heading{Level: 1, Text: l.Say("report-appendix-codebook"), ID: "appendix-codebook"})
		t := manuscript.Table{Caption: l.Say("report-appendix-codebook"), Head: []string{l.Say("Code"), l.Say("report-kind"), l.Say("report-definition")}}
		for _, c := range codes {
			kind := c.Kind
			if k := l.Say("kind-" + c.Kind); k != "kind-"+c.Kind {
				kind = k
			}
			var lines []manuscript.Text
			for _, part := range []struct{ key, words string }{{"", c.Definition}, {"report-include", c.Include}, {"report-exclude", c.Exclude}, {"report-example", c.Example}} {
				words := strings.Join(strings.Fields(part.words), " ")
				switch {
				case words == "":
				case part.key == "":
					lines = append(lines, manuscript.Plain(words))
				default:
					lines = append(lines, manuscript.Text{{Words: l.Say(part.key) + ": ", Emphasis: true}, {Words: words}})
				}
			}
			t.Rows = append(t.Rows, manuscript.Row{Cells: []manuscript.Cell{{Lines: []manuscript.Text{manuscript.Plain(c.Title())}, Indent: c.Depth}, {Lines: []manuscript.Text{manuscript.Plain(kind)}}, {Lines: lines}}})
		}
		m.Add(t)
	}
}
