// Package index finds the passages that may match a query, through a word index on
// disk. It holds words only; codes, cases and speakers are joined in memory by who asks.
//
// The index is a cache: it lies in .crosscase/index and can be deleted at any time. It
// is kept in generations, each a folder; CURRENT names the one that readers
// open. A writer copies the current one by hard links, changes the copy and
// switches CURRENT, so readers never wait and never see half a change.
//
// A Document is named by key and stamp (size and time of its files); its passages are
// its units, numbered from 0. Candidates answers a query.Need with a superset of
// the matching passages; the query's Matcher decides.
package index
