package compare

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/words"
)

// Shares returns how the coded passages are shared among cases and, within them, informants and written documents, beside the
// share of the words that are theirs. A passage with several codes is one, and so are codings of one code that overlap, by one
// coder or several. What nobody speaks in an interview (a heading, a date) is nobody's, unless something is coded
// there.
func Shares(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Shares")), Language: l, Corner: l.Say("Case"), Count: "passages",
		Columns: []table.Label{{Key: "passages", Label: l.Say("Passages")}, {Key: "share", Label: l.Say("Share")}, {Key: "words", Label: l.Say("Words spoken")}}}
	if s.Stance == "reflexive" {
		t.Banner = l.Say("reflexive-banner")
	}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	type share struct {
		label    table.Label
		evidence []table.Evidence
		words    int
	}
	var rows []share
	passages, spoken := 0, 0
	for _, c := range chosen {
		at := len(rows)
		rows = append(rows, share{label: table.Label{Key: c.Key, Label: c.Title()}})
		for _, m := range c.Members {
			d := s.Document(m.Document)
			if d == nil {
				continue
			}
			n, err := wordsBySpeaker(s, d)
			if err != nil {
				return nil, err
			}
			voices, err := passagesBySpeaker(s, c, m)
			if err != nil {
				return nil, err
			}
			for _, who := range speakersOf(d) {
				label := d.Name()
				if who != "" {
					label = who + " (" + label + ")"
				}
				row := share{table.Label{Key: c.Key + "/" + d.Key + "/" + who, Label: label, Depth: 1}, voices[who], n[who]}
				if len(row.evidence) == 0 && (row.words == 0 || who == "" && len(speakersOf(d)) > 1) {
					continue
				}
				rows[at].evidence, rows[at].words = append(rows[at].evidence, row.evidence...), rows[at].words+row.words
				rows = append(rows, row)
			}
		}
		passages, spoken = passages+len(rows[at].evidence), spoken+rows[at].words
	}
	for _, row := range rows {
		counted := table.Cell{Text: fmt.Sprint(len(row.evidence))}
		counted.SetEvidence(row.evidence)
		share := table.Cell{Text: percent(len(row.evidence), passages), Evidence: row.evidence}
		ofWords := table.Cell{Text: percent(row.words, spoken), Evidence: sourcesOf(row.evidence)}
		t.Rows = append(t.Rows, row.label)
		t.Cells = append(t.Cells, []table.Cell{counted, share, ofWords})
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

// sourcesOf names the documents behind passages.
func sourcesOf(list []table.Evidence) []table.Evidence {
	var out []table.Evidence
	for _, e := range list {
		document, _, _ := strings.Cut(e.Passage, ":")
		source := table.Evidence{Source: cases.TextFile(document)}
		if !slices.ContainsFunc(out, func(o table.Evidence) bool { return o.Source == source.Source }) {
			out = append(out, source)
		}
	}
	return out
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%d %%", (200*n+of)/(2*of))
}

// speakersOf returns the labels of those who speak in a document and do not ask, "" for one that nobody speaks in.
func speakersOf(d *corpus.Document) []string {
	var out []string
	for _, sp := range d.Speakers {
		if sp.Role != corpus.Interviewer {
			out = append(out, sp.Label)
		}
	}
	return append(out, "")
}

// wordsBySpeaker counts the words of a document by who speaks them, "" for those that nobody speaks; interviewers are left out.
func wordsBySpeaker(s *cases.Study, d *corpus.Document) (map[string]int, error) {
	t, err := s.Text(d.Key)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for _, b := range t.Structure.Blocks {
		who := ""
		if b.Turn >= 0 {
			who = t.Structure.Turns[b.Turn].Speaker
			if d.RoleOf(who) == corpus.Interviewer {
				continue
			}
		}
		count := words.Tokens
		if who != "" {
			count = words.Spoken
		}
		out[who] += len(count(t.Text.Slice(b.Span)))
	}
	return out, nil
}

// passagesBySpeaker returns the passages of a member that people coded for comparison, by who speaks them.
func passagesBySpeaker(s *cases.Study, c *cases.Case, m cases.Member) (map[string][]table.Evidence, error) {
	compared := map[string]bool{}
	for _, code := range comparable(s) {
		compared[code.Key] = true
	}
	var all []coding.Coding
	for _, k := range s.Codings.In(m.Document) {
		if s.Counts(k) && compared[k.Code] && m.Holds(k.Passage) {
			all = append(all, k)
		}
	}
	out := map[string][]table.Evidence{}
	for _, together := range onePassageEach(all) {
		e := cases.Evidence{Case: c.Key, Passage: together[0].Passage, Says: together[0].Says}
		for _, k := range together {
			e.Passage.Span = e.Passage.Span.Union(k.Span)
			e.Coders, e.Codings = addOnce(e.Coders, k.Coder), append(e.Codings, k.ID)
			if k.Says != e.Says {
				e.Says = ""
			}
		}
		slices.Sort(e.Coders)
		who := ""
		if sp, ok := s.Speaker(together[0].Passage); ok {
			who = sp.Label
		}
		s.Cited(&e)
		out[who] = append(out[who], evidenceOf([]cases.Evidence{e})...)
	}
	return out, nil
}

// onePassageEach gathers codings of one document, in text order, that are one passage: those of the same words, and those of
// one code that overlap.
func onePassageEach(all []coding.Coding) [][]coding.Coding {
	first := make([]int, len(all)) // the first coding of each one's passage
	passage := func(i int) int {
		for first[i] != i {
			i = first[i]
		}
		return i
	}
	byCode, end, bySpan := map[string]int{}, map[string]int{}, map[corpus.Span]int{}
	for i, k := range all {
		first[i] = i
		join := func(other int) {
			a, b := passage(i), passage(other)
			first[max(a, b)] = min(a, b)
		}
		if other, ok := byCode[k.Code]; ok && k.Start < end[k.Code] {
			join(other)
		}
		if other, ok := bySpan[k.Span]; ok {
			join(other)
		}
		byCode[k.Code], end[k.Code], bySpan[k.Span] = i, max(end[k.Code], k.End), i
	}
	var out [][]coding.Coding
	at := map[int]int{}
	for i, k := range all {
		p := passage(i)
		if p == i {
			at[p] = len(out)
			out = append(out, nil)
		}
		out[at[p]] = append(out[at[p]], k)
	}
	return out
}
