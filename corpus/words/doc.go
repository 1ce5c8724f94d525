// Package words takes text apart into words and brings words to their stems,
// in one way for everything that looks for words: the index, the queries, the
// rules of the code book and the guide matcher.
//
// A Token is one word with its place; Fold is its spelling in lower case. An
// Analyser knows one language and remembers the stems it has made.
package words
