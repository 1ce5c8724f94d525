package compare

import (
	"regexp"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// quoteText prints a passage with its citation, and what it says where that is not for.
func quoteText(e table.Evidence, l catalogue.Language) string {
	q := l.Quote(e.Quote) + " (" + e.Cite + ")"
	for _, mark := range e.Marks(l) {
		q += " [" + mark + "]"
	}
	return q
}

// quoted numbers the passages of a manuscript and remembers which of them it has printed.
type quoted struct {
	table.Passages
	printed map[int]bool
	study   *cases.Study
	lang    catalogue.Language
}

func newQuoted(s *cases.Study, l catalogue.Language) *quoted {
	return &quoted{Passages: table.Passages{NoFiles: true}, printed: map[int]bool{}, study: s, lang: l}
}

// Manuscript returns the account as a document of its own.
func (a *Account) Manuscript() *manuscript.Manuscript {
	q := newQuoted(a.study, a.options.Language)
	m := &manuscript.Manuscript{Title: a.Case.Title(), Subtitle: a.study.Title, Language: a.options.Language}
	a.write(m, q, 1)
	q.rest(m, 1)
	m.Add(manuscript.Paragraph{Small: true, Text: a.Table().Made()})
	return m
}

// write adds the account to a manuscript, its sections at a level.
func (a *Account) write(m *manuscript.Manuscript, q *quoted, level int) {
	l := a.options.Language
	if a.options.Proposed {
		m.Add(manuscript.Paragraph{Box: true, Text: manuscript.Plain(l.Say("proposed-banner"))})
	}
	if note := a.missingNote(); note != "" {
		m.Add(manuscript.Paragraph{Box: true, Text: manuscript.Plain(note)})
	}
	if a.Values != nil {
		values := *a.Values
		values.Title = l.Say("report-facts-of", a.Case.Title())
		values.Name = "facts-" + a.Case.Key
		m.Add(q.table(&values))
	}
	for _, sec := range a.Sections {
		m.Add(manuscript.Heading{Level: level + sec.Level - 1, Text: sec.Heading, Numbered: true})
		for _, p := range paragraphs(sec.Text) {
			m.Add(manuscript.Paragraph{Text: q.words(p)})
		}
		var bare []manuscript.Text
		for _, c := range sec.Codes {
			if c.Bare() {
				bare = append(bare, manuscript.Text{{Words: c.Code.Title() + ": "}, {Words: c.Cell.Text, Emphasis: true}})
				continue
			}
			a.writeCode(m, q, c, level+sec.Level)
		}
		if len(bare) > 0 {
			m.Add(manuscript.Paragraph{Keep: true, Text: manuscript.Plain(l.Say("report-without-evidence"))}, manuscript.List{Items: bare})
		}
	}
}

func (a *Account) writeCode(m *manuscript.Manuscript, q *quoted, c AccountCode, level int) {
	l := a.options.Language
	m.Add(manuscript.Heading{Level: min(level, 4), Text: c.Code.Title(), Numbered: level <= 2})
	m.Add(manuscript.Paragraph{Keep: true, Text: manuscript.Text{{Words: l.Say("report-state") + ":", Strong: true}, {Words: " " + c.Cell.Text}}})
	for _, p := range paragraphs(c.Summary) {
		m.Add(manuscript.Paragraph{Text: q.words(p)})
	}
	if c.Stale != "" {
		m.Add(manuscript.Paragraph{Text: manuscript.Text{{Words: c.Stale, Open: true}}})
	}
	for _, wrong := range c.Lint {
		m.Add(manuscript.Paragraph{Text: manuscript.Text{{Words: "! " + wrong, Open: true}}})
	}
	var again []table.Evidence
	for _, e := range c.Cell.Told() {
		if n := q.Number(e); q.printed[n] {
			again = append(again, e)
			continue
		}
		m.Add(q.quote(e))
	}
	if len(again) > 0 {
		m.Add(manuscript.Paragraph{Text: append(manuscript.Text{{Words: l.Say("report-also") + " "}}, q.Cite(again)...)})
	}
}

// quote prints a passage, with its number, to which others point.
func (q *quoted) quote(e table.Evidence) manuscript.Quote {
	n := q.Number(e)
	q.printed[n] = true
	source := e.Cite
	for _, mark := range e.Marks(q.lang) {
		source += "; " + mark
	}
	if e.Status == "proposed" {
		source += "; " + q.lang.Say("proposed")
	}
	language := ""
	if d := q.study.Document(strings.SplitN(e.Passage, ":", 2)[0]); d != nil {
		language = d.Language
	}
	return manuscript.Quote{ID: q.ID(n), Mark: "[" + strconv.Itoa(n) + "]", Text: q.lang.Quote(e.Quote), Source: manuscript.Plain(source), Language: language}
}

// rest adds the passages that were cited and not printed, as numbered notes.
func (q *quoted) rest(m *manuscript.Manuscript, level int) {
	var notes manuscript.Notes
	for i, note := range q.Notes(&table.Table{Language: q.lang}) {
		if !q.printed[i+1] {
			notes = append(notes, note)
		}
	}
	if len(notes) > 0 {
		m.Add(manuscript.Heading{Level: level, Text: q.lang.Say("report-other-passages"), ID: "passages"}, notes)
	}
}

// table returns a table as a block whose passages share the numbers of the manuscript.
func (q *quoted) table(t *table.Table) manuscript.Table { return t.Block(&q.Passages) }

// locator is a place in the researcher's words: "[a-interview.txt:812-854]", maybe with a remark behind a semicolon.
var locator = regexp.MustCompile(`\[([a-z0-9._-]+\.txt:\d+-\d+)(?:;[^\[\]]*)?\]`)

// words returns a researcher's words with the locators in them as numbers of passages.
func (q *quoted) words(text string) manuscript.Text {
	text = strings.Join(strings.Fields(text), " ")
	var out manuscript.Text
	for {
		at := locator.FindStringSubmatchIndex(text)
		if at == nil {
			return append(out, marked(text)...)
		}
		cited := manuscript.Text{{Words: text[at[0]:at[1]], Code: true}}
		if p, err := corpus.ParsePassage(text[at[2]:at[3]]); err == nil && q.study.Document(p.Document) != nil {
			e := cases.Evidence{Passage: p}
			q.study.Cited(&e)
			if e.Quote != "" {
				cited = q.Cite([]table.Evidence{{Passage: p.String(), Quote: e.Quote, Cite: e.Cite}})
			}
		}
		out = append(append(out, marked(text[:at[0]])...), cited...)
		text = text[at[1]:]
	}
}

// stars are how Markdown marks words.
var stars = regexp.MustCompile(`\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*`)

// marked returns words with what stands between stars strong or emphasised.
func marked(text string) manuscript.Text {
	var out manuscript.Text
	for {
		at := stars.FindStringSubmatchIndex(text)
		if at == nil {
			return append(out, manuscript.Run{Words: text})
		}
		out = append(out, manuscript.Run{Words: text[:at[0]]})
		if at[2] >= 0 {
			out = append(out, manuscript.Run{Words: text[at[2]:at[3]], Strong: true})
		} else {
			out = append(out, manuscript.Run{Words: text[at[4]:at[5]], Emphasis: true})
		}
		text = text[at[1]:]
	}
}

// paragraphs parts a text at empty lines.
func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(text, "\n\n") {
		if strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	return out
}
