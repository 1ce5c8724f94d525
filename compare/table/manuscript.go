package table

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosscase/compare/manuscript"
)

// Passages numbers pieces of evidence in the order in which they are first cited, each once,
// so that the tables and quotes of one document share their numbers.
type Passages struct {
	NoFiles bool // what is no passage gets no number: its files are named below each table
	number  map[string]int
	list    []Evidence
}

// Number returns the number of a piece of evidence, from 1. The same passage that says the
// same, or plans it, keeps its number, whatever codes cite it; one that says nothing of its own (a reason, a place in a summary)
// shares the number of its passage.
func (p *Passages) Number(e Evidence) int {
	if p.number == nil {
		p.number = map[string]int{}
	}
	key := e.Passage + "\x00" + e.Says + strings.Join(e.By, ",")
	if e.Planned {
		key += " planned"
	}
	if e.Passage == "" {
		key = "\x00" + e.Source
	}
	if n, ok := p.number[key]; ok {
		return n
	}
	for i, o := range p.list {
		if e.Passage == "" || o.Passage != e.Passage {
			continue
		}
		if e.Says == "" {
			return i + 1
		}
		if o.Says == "" {
			p.list[i], p.number[key] = e, i+1
			return i + 1
		}
	}
	p.list = append(p.list, e)
	n := len(p.list)
	p.number[key] = n
	return n
}

// All returns the evidence in the order of its numbers.
func (p *Passages) All() []Evidence { return p.list }

// ID names the note of a number, for runs that point at it.
func (p *Passages) ID(n int) string { return "evidence-" + strconv.Itoa(n) }

// Cite returns the numbers of evidence as they are printed, "[3–5, 9]", each end a link to
// its note; nothing for no evidence.
func (p *Passages) Cite(evidence []Evidence) manuscript.Text {
	var ns []int
	seen := map[int]bool{}
	for _, e := range evidence {
		if p.NoFiles && e.Passage == "" {
			continue
		}
		if n := p.Number(e); !seen[n] {
			ns, seen[n] = append(ns, n), true
		}
	}
	if len(ns) == 0 {
		return nil
	}
	link := func(n int) manuscript.Run { return manuscript.Run{Words: strconv.Itoa(n), To: p.ID(n)} }
	out := manuscript.Text{{Words: "["}}
	for i := 0; i < len(ns); i++ {
		if i > 0 {
			out = append(out, manuscript.Run{Words: ", "})
		}
		out = append(out, link(ns[i]))
		end := i
		for end+1 < len(ns) && ns[end+1] == ns[end]+1 {
			end++
		}
		if end > i+1 {
			out = append(out, manuscript.Run{Words: "–"}, link(ns[end]))
			i = end
		}
	}
	return append(out, manuscript.Run{Words: "]"})
}

// Notes returns the evidence as numbered notes: the quote, what it says, who said it where, and
// the locator.
func (p *Passages) Notes(t *Table) manuscript.Notes {
	out := make(manuscript.Notes, len(p.list))
	for i, e := range p.list {
		out[i] = manuscript.Note{ID: p.ID(i + 1), Mark: "[" + strconv.Itoa(i+1) + "]", Text: t.noteText(e)}
	}
	return out
}

func (t *Table) noteText(e Evidence) manuscript.Text {
	if e.Passage == "" {
		return manuscript.Text{{Words: e.Source, Code: true}}
	}
	out := manuscript.Text{{Words: t.Language.Quote(e.Quote)}}
	for _, mark := range e.Marks(t.Language) {
		out = append(out, manuscript.Run{Words: " [" + mark + "]"})
	}
	if e.Status == "proposed" {
		out = append(out, manuscript.Run{Words: " [" + t.Language.Say("proposed") + "]"})
	}
	return append(out, manuscript.Run{Words: " " + e.Cite + ". "}, manuscript.Run{Words: e.Passage, Code: true})
}

// Block returns the table as it stands in a document: the cells as printed, with the numbers of their
// evidence, and the notes below.
func (t *Table) Block(p *Passages) manuscript.Table {
	out := manuscript.Table{ID: t.Name, Caption: t.Title, Head: t.Head()}
	for i, row := range t.Cells {
		label := manuscript.Cell{Lines: []manuscript.Text{manuscript.Plain(t.Rows[i].Label)}, Indent: t.Rows[i].Depth}
		r := manuscript.Row{Head: t.Rows[i].Head, Cells: []manuscript.Cell{label}}
		for j := range row {
			r.Cells = append(r.Cells, row[j].block(p))
		}
		if t.hasNotes() {
			r.Cells = append(r.Cells, manuscript.Cell{Lines: []manuscript.Text{manuscript.Plain(t.Rows[i].Note)}})
		}
		out.Rows = append(out.Rows, r)
	}
	if t.Banner != "" {
		out.Notes = append(out.Notes, manuscript.Text{{Words: t.Banner, Strong: true}})
	}
	for _, n := range t.Notes {
		out.Notes = append(out.Notes, manuscript.Plain(n))
	}
	if files := t.files(); p.NoFiles && len(files) > 0 {
		out.Notes = append(out.Notes, manuscript.Text{{Words: t.Language.Say("ms-sources") + ": "}, {Words: strings.Join(files, ", "), Code: true}, {Words: "."}})
	}
	return out
}

// files returns the files and sources beside the texts that the cells rest on, each once, sorted.
func (t *Table) files() []string {
	seen := map[string]bool{}
	for _, row := range t.Cells {
		for _, c := range row {
			for _, e := range c.Evidence {
				if e.Passage != "" {
					continue
				}
				for _, file := range strings.Split(e.Source, " × ") { // a cell of a table is named by a case and a code
					if i := strings.LastIndexByte(file, ':'); i > 0 && strings.Trim(file[i+1:], "0123456789") == "" {
						file = file[:i]
					}
					seen[file] = true
				}
			}
		}
	}
	files := slices.Sorted(maps.Keys(seen))
	if len(files) <= manyFiles {
		return files
	}
	folders, documents := map[string]int{}, map[string]bool{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f, "documents/"); ok { // a text and what is known of it are one document
			name = strings.TrimSuffix(strings.TrimSuffix(name, ".txt"), ".yaml")
			if documents[name] {
				continue
			}
			documents[name] = true
		}
		folder, _, inside := strings.Cut(f, "/")
		if inside && !strings.Contains(folder, " ") {
			folder += "/"
		} else {
			folder = f
		}
		folders[folder]++
	}
	var out []string
	for _, f := range slices.Sorted(maps.Keys(folders)) {
		if strings.HasSuffix(f, "/") {
			f += " (" + strconv.Itoa(folders[f]) + ")"
		}
		out = append(out, f)
	}
	return out
}

// manyFiles is from how many files on the folders are named with how many each holds.
const manyFiles = 5

func (c *Cell) block(p *Passages) manuscript.Cell {
	out := manuscript.Cell{State: c.State}
	if printed := c.printed(); printed != "" {
		for _, line := range strings.Split(printed, "\n") {
			out.Lines = append(out.Lines, manuscript.Plain(line))
		}
	}
	if cited := p.Cite(c.Told()); cited != nil {
		if len(out.Lines) == 0 {
			out.Lines = append(out.Lines, nil)
		}
		last := &out.Lines[len(out.Lines)-1]
		*last = append(append(*last, manuscript.Run{Words: " "}), cited...)
	}
	return out
}

// Head returns what stands over the columns, the one of the labels and of the rows' notes among them.
func (t *Table) Head() []string {
	head := []string{t.Corner}
	for _, c := range t.Columns {
		head = append(head, c.Label)
	}
	if t.hasNotes() {
		head = append(head, t.noteHead())
	}
	return head
}

// Made says how the table was made, as a line below it; nothing where that is not known.
func (t *Table) Made() manuscript.Text {
	if t.How.Command == "" {
		return nil
	}
	return manuscript.Text{{Words: t.Language.Say("How made") + ": "}, {Words: t.How.Command, Code: true}, {Words: ", crosscase " + t.How.Version}}
}

// Document returns tables as a document of their own: each with its caption, then the passages, numbered through.
func Document(tables ...*Table) *manuscript.Manuscript {
	m := &manuscript.Manuscript{}
	if len(tables) == 0 {
		return m
	}
	m.Language = tables[0].Language
	var p Passages
	for _, t := range tables {
		b := t.Block(&p)
		if made := t.Made(); made != nil {
			b.Notes = append(b.Notes, made)
		}
		m.Add(b)
	}
	if notes := p.Notes(tables[0]); len(notes) > 0 {
		m.Add(manuscript.Heading{Level: 1, Text: upperFirst(m.Language.Say("evidence"))}, notes)
	}
	return m
}

// WriteDOCX writes tables as a Word document: tables whose head is repeated on every page, and below
// them the passages as numbered notes that the cells point at.
func WriteDOCX(w io.Writer, tables ...*Table) error { return Document(tables...).WriteDOCX(w) }

func upperFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
