// Package table is the shape of every answer that crosscase gives: rows, columns
// and cells, where every cell carries its evidence, and how the table was made.
//
// A Cell holds a state, a count, a text or a list, or it is Missing with a
// reason. A count is always the length of the cell's Evidence: SetEvidence is the
// only way to give a cell one. There is one writer per format (text, Markdown,
// CSV, JSON, HTML, XLSX, DOCX, LaTeX); each prints the same table. Passages numbers the
// evidence of a document, and Block sets a table into a compare/manuscript.
package table
