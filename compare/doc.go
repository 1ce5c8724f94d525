// Package compare asks questions across cases. Every answer is a table.Table in
// which each cell carries its evidence; one question a file.
package compare
