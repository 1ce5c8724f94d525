// Package coding holds what coders said of passages, and the two plans by which
// they said it: the interview guide and the code book.
//
// A Guide (guide.yaml) has themes, questions and probes, and says which research
// question each answers. A Codebook (codebook.yaml) is a tree of Codes in the
// researcher's order; a code's key is its identity, its place in the tree is not.
//
// A Coding says that a passage is for, against or qualified on a code, in one
// coder's name. A Layer is what one coder said of one document: codings/CODER/
// DOCUMENT.jsonl, one line each, with the lines that record a reading, what was
// asked, and that an interview's coverage is closed. A Review is a person's
// verdict on a proposal (reviews/CODER/DOCUMENT.jsonl). A Set is codings in
// text order.
//
// The two machine coders are called guide and rules. MatchGuide finds which
// question an interviewer turn asks and codes the answers; ApplyRules runs the
// find queries of the code book. Both only propose.
package coding
