// Package compare asks questions across cases. Every answer is a table.Table in
// which each cell carries its evidence; one question a file.
//
// A Statement is a claim across cases as it can be held against the codings, and Judged what came of it. A
// draft's sentences become DraftClaims; CLAIMS.md has the rules.
package compare
