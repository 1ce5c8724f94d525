// Package query is the language in which passages are looked for: by search, by
// quotes, by the rules of the code book and by the workbench.
//
//	word             the word in any of its forms (by its stem)
//	=word            exactly this spelling, in any case
//	"two words"      exactly these words in this order
//	mål* *kart m?l   * stands for any letters, ? for one
//	word~ word~2     one or two slips allowed
//	/reg.lar/        regular expression (RE2), in any case
//	a b   a AND b    both; a OR b either; NOT a; ( ) group
//	a NEAR/5 b       at most five words apart, in either order (without a number: 10)
//	a BEFORE/5 b     the same, a first
//	SENTENCE(a b)    within one sentence; also PARAGRAPH( ) and TURN( )
//	case:a speaker:"Head of unit" code:reward year:2015 …
//	                 fields, which whoever calls resolves (Resolver)
//	code:a WITHIN code:b, OVERLAPS, WITHOUT, FOLLOWS, NEAR
//	                 how the places of two operands lie to each other
//
// Operators are written in capitals. NOT binds closest, then NEAR and its kin,
// then AND (which need not be written), then OR. page.txt is the whole of it, for people; a
// field that holds of the whole passage touches every place in it.
//
// A Query is parsed once; a Matcher is the query in one language and finds the
// places of a match in a stretch of text. The same matcher serves a search that
// went through an index and one that reads the texts, so both give the same answer.
package query
