// Package claims finds what the sentences of a draft claim of some cases: of how many, or of which of
// them, something holds ("two of the four", «både A og D», "none of the libraries"). It knows the words of English,
// bokmål and nynorsk and the names of the cases, and nothing of codes, texts or evidence.
//
// A Lexicon holds the names of the cases, what they are called together ("kommunene") and the groups that
// attributes make of them ("de små kommunene"). A Claim is what one clause of a sentence says: of which cases, or a
// number of them, whether it denies it, and whether it is hedged.
package claims
