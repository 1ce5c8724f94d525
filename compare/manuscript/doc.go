// Package manuscript holds a document for readers: what stands in it, in order, without
// its looks. A Manuscript is a list of blocks (headings, paragraphs, quotes, lists, tables,
// pictures, numbered notes); their words are runs that may be strong, carry a footnote, or
// point at a block by its ID. Headings, tables, pictures and footnotes are numbered
// once, in the order in which they stand, so that every writer prints the same
// numbers. There is one writer per format: DOCX, HTML and Markdown.
//
// The package knows nothing of studies and tables of cells; compare/table and compare fill it.
package manuscript
