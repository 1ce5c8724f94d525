// Package margin writes comments into the margin of a Word file.
//
// A File is a .docx with its paragraphs as text; a Note is what is to stand beside a stretch of one of them. Only the
// parts that hold comments and the marks around the stretches change: all else, down to how it is packed, stays byte for byte
// as it was, and so do the comments that are there already (ECMA-376, part 1, 17.13.4).
package margin
