package table

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

//go:embed table.html
var page string

// WriteHTML writes tables as one page that needs nothing else: no script, no
// font, no picture from outside. A cell opens its passages.
func WriteHTML(w io.Writer, tables ...*Table) error {
	tmpl, err := template.New("table").Funcs(template.FuncMap{
		"lines":  func(s string) []string { return strings.Split(s, "\n") },
		"words":  func(s string) string { return strings.Join(strings.Fields(s), " ") },
		"emph":   func(n int) []struct{} { return make([]struct{}, n) },
		"pair":   func(cell any, t *Table) pair { return pair{cell, t} },
		"became": func(s Source, t *Table) string { return s.Became(t.Language) },
	}).Parse(page)
	if err != nil {
		return err
	}
	title := "crosscase"
	lang := "en"
	if len(tables) > 0 {
		title, lang = tables[0].Title, string(tables[0].Language)
	}
	return tmpl.Execute(w, struct {
		Title, Lang string
		Tables      []*Table
	}{title, lang, tables})
}

// pair hands a part of a table and the table to a piece of the page.
type pair struct {
	Cell  any
	Table *Table
}

// Printed is what a person sees of a cell, for the page template.
func (c Cell) Printed() string { return c.printed() }

// Opens tells whether there is something behind the cell.
func (c Cell) Opens() bool { return len(c.Evidence)+len(c.Aside)+len(c.Proposed)+len(c.Sources) > 0 }

// Tells returns the passages that the cell tells of, for the page template.
func (c Cell) Tells() []Evidence { return c.Told() }

// HasNotes tells whether rows say in which cases they are.
func (t *Table) HasNotes() bool { return t.hasNotes() }

// ManyColumns tells whether the table is set in small type in print, so that nothing of it falls off the page.
func (t *Table) ManyColumns() bool { return len(t.Head()) > 6 }

// NotesHead is what stands over them.
func (t *Table) NotesHead() string { return t.noteHead() }
