package table

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes the table as a pipe table with numbered notes: every cell
// that has passages points to them, to the first and the last of them where they are more than two.
func WriteMarkdown(w io.Writer, t *Table) error {
	if t.Title != "" {
		fmt.Fprintf(w, "## %s\n\n", t.Title)
	}
	if t.Banner != "" {
		fmt.Fprintf(w, "> %s\n\n", t.Banner)
	}
	head := []string{pipeSafe(t.Corner)}
	for _, c := range t.Columns {
		head = append(head, pipeSafe(c.Label))
	}
	if t.hasNotes() {
		head = append(head, t.noteHead())
	}
	writePipes(w, head)
	fmt.Fprintln(w, "|"+strings.Repeat(" --- |", len(head)))
	var notes []string
	computed := map[string]int{} // the notes of figures, by their text
	for i, row := range t.Cells {
		line := []string{strings.Repeat("&emsp;", t.Rows[i].Depth) + pipeSafe(t.Rows[i].Label)}
		for j := range row {
			c := &row[j]
			text := pipeSafe(c.printed())
			if files := c.files(); files != "" {
				if computed[files] == 0 {
					notes = append(notes, files)
					computed[files] = len(notes)
				}
				line = append(line, text+fmt.Sprintf(" [%d]", computed[files]))
				continue
			}
			first := len(notes) + 1
			for _, e := range c.Told() {
				notes = append(notes, t.note(e))
			}
			line = append(line, text+cited(first, len(notes)))
		}
		if t.hasNotes() {
			line = append(line, pipeSafe(t.Rows[i].Note))
		}
		writePipes(w, line)
	}
	fmt.Fprintln(w)
	for _, n := range t.Notes {
		fmt.Fprintf(w, "%s\n\n", n)
	}
	for i, n := range notes {
		fmt.Fprintf(w, "%d. %s\n", i+1, n)
	}
	if len(notes) > 0 {
		fmt.Fprintln(w)
	}
	return writeHow(w, t, "", "")
}

// cited returns the numbers of notes that follow each other as they stand behind a cell, " [3]", " [3, 4]", " [3–7]"; nothing for none.
func cited(first, last int) string {
	switch last - first {
	case -1:
		return ""
	case 0:
		return fmt.Sprintf(" [%d]", first)
	case 1:
		return fmt.Sprintf(" [%d, %d]", first, last)
	}
	return fmt.Sprintf(" [%d–%d]", first, last)
}

// files returns the files that a figure was computed from, as one note for all figures of the same files; "" for a cell that rests on anything else.
func (c *Cell) files() string {
	if c.Number == nil {
		return ""
	}
	var out []string
	for _, e := range c.Evidence {
		if e.Passage != "" {
			return ""
		}
		out = append(out, "`"+e.Source+"`")
	}
	return strings.Join(out, ", ")
}

func writePipes(w io.Writer, cells []string) { fmt.Fprintln(w, "| "+strings.Join(cells, " | ")+" |") }

func pipeSafe(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(s)
}

func (t *Table) note(e Evidence) string {
	if e.Passage == "" {
		return "`" + e.Source + "`"
	}
	mark := ""
	if marks := e.Marks(t.Language); len(marks) > 0 {
		mark = " (" + strings.Join(marks, ", ") + ")"
	}
	return fmt.Sprintf("%s%s %s, `%s`", t.Language.Quote(e.Quote), mark, e.Cite, e.Passage)
}

func writeHow(w io.Writer, t *Table, before, after string) error {
	if t.How.Command == "" {
		return nil
	}
	_, err := fmt.Fprintf(w, "%s%s: `%s`, crosscase %s%s\n", before, t.Language.Say("How made"), t.How.Command, t.How.Version, after)
	return err
}
