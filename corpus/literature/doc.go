// Package literature reads the works that a study cites.
//
// A Work is what a table needs of a cited work: its key, who wrote it, when, and its
// title. Works stand in literature.bib (BibTeX, BibLaTeX) and literature.ris (RIS), as
// reference managers write them; all other fields are passed over.
package literature
