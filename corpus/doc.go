// Package corpus holds the texts of a study and the places in them.
//
// A Document is one text with what is known about it (kind, date, language,
// speakers, page starts). On disk it is two files: documents/KEY.txt, plain
// UTF-8 that no analysis ever changes, and documents/KEY.yaml beside it.
//
// A Text is the characters of a document. All places are counted in
// characters (Unicode code points), from 0; bytes appear only while slicing.
//
// A Span is a half-open range of characters; a Passage is a span of a named
// document and prints as a locator, "a-interview.txt:812-1043", which every
// command takes back.
//
// A Block is a heading, a paragraph or a table row; a Turn is what one speaker
// says until the next one speaks; a Unit is a sentence, a paragraph or a turn,
// the stretch within which a query has to hold.
//
// An Anchor is a span with its quote and the characters around it. It finds
// the passage again after the text was corrected and says what became of it:
// same, moved, unclear or lost.
package corpus
