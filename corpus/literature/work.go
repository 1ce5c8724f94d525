package literature

import (
	"regexp"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Work is one cited work.
type Work struct {
	Key     string
	Authors []Author
	Year    string // four digits, "" if there is none
	Title   string
	File    string
	Line    int // at which its record begins
}

// Author is one author, or editor of a work without authors.
type Author struct {
	Family string // or the whole name of an organisation
	Given  string
}

// Cite returns the work as a text cites it: "Kaplan & Norton (1996)", "Kaplan et al. (2004)". and is
// the word or sign between two authors, others what stands for more than two. Without authors the
// title stands in their place.
func (w Work) Cite(and, others string) string {
	who := w.Title
	switch n := len(w.Authors); {
	case n == 1:
		who = w.Authors[0].Family
	case n == 2:
		who = w.Authors[0].Family + " " + and + " " + w.Authors[1].Family
	case n > 2:
		who = w.Authors[0].Family + " " + others
	}
	if w.Year != "" {
		who += " (" + w.Year + ")"
	}
	return who
}

var fourDigits = regexp.MustCompile(`\b(1[4-9]|20)\d\d\b`)

// missing notes what a work lacks to be cited.
func (w Work) missing(problems *plainfile.Problems) {
	var lacks []string
	if len(w.Authors) == 0 {
		lacks = append(lacks, "author")
	}
	if w.Year == "" {
		lacks = append(lacks, "year")
	}
	if w.Title == "" {
		lacks = append(lacks, "title")
	}
	if len(lacks) > 0 {
		problems.Add(w.File, w.Line, "work %q has no %s\nhint: add it in your reference manager and export again", w.Key, strings.Join(lacks, ", no "))
	}
}

// author reads "Family, Given" or "Given Family".
func author(name string) Author {
	name = strings.Join(strings.Fields(name), " ")
	if family, given, ok := strings.Cut(name, ","); ok {
		return Author{strings.TrimSpace(family), strings.TrimSpace(given)}
	}
	if i := strings.LastIndex(name, " "); i > 0 {
		return Author{name[i+1:], name[:i]}
	}
	return Author{Family: name}
}

// derivedKey names a work that has no key: the first author's family name and the year.
func derivedKey(w Work) string {
	who := w.Title
	if len(w.Authors) > 0 {
		who = w.Authors[0].Family
	}
	return strings.TrimSpace(corpus.Slug(who) + w.Year)
}
