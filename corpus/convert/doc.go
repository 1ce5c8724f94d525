// Package convert turns what recorders, word processors and publishers write
// into the plain text of a document: headings as "# …", paragraphs with a blank
// line between them, table rows as cells separated by tabs, turns as
// "Speaker: [hh:mm:ss] words".
//
// Every format has one file with one reader, which returns Blocks and knows
// nothing of speakers beyond what the format itself says. What is common to
// all formats comes after: normal form, speakers, metadata, the text, and the
// Report of all that was normalised, guessed or dropped.
package convert
