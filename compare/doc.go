// Package compare asks questions across cases. Every answer is a table.Table in
// which each cell carries its evidence; one question a file.
//
// A Form is one way to put a study into tables: the registry of Forms gives a table's record, a verb of the
// command line, its help and its completion one source. README.md shows each with what a researcher
// reads from it. A case is known on a row if it is not open and, where it is silent, was read and asked; no display
// counts another as lacking anything.
//
// A heading (cases.Study.Heading) is no row that cases are compared by: it is a line over its subcodes or, by its name, what is coded
// below it.
//
// A Statement is a claim across cases as it can be held against the codings, and Judged what came of it. A
// draft's sentences become DraftClaims; CLAIMS.md has the rules.
//
// An Account tells of one case, a Report of the whole study; both become a compare/manuscript, in which
// passages are numbered once and tables point at them.
package compare
