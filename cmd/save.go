package cmd

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// save writes an answer to Stdout or the file, and tells of a file how much was written to it, and whether one was there before. The study's own
// files are not written over.
func (o *output) save(e *Env, answer []byte, written catalogue.Message) error {
	if o.file == "" {
		_, err := e.Stdout.Write(answer)
		return err
	}
	replaced, err := o.write(e, answer)
	switch {
	case err != nil:
		return err
	case replaced:
		e.tell("wrote %s to %s, in place of the file that was there", written, o.file)
	default:
		e.tell("wrote %s to %s", written, o.file)
	}
	return nil
}

// write writes an answer to the file, whole or not at all, and tells whether one was there before.
func (o *output) write(e *Env, answer []byte) (replaced bool, err error) {
	target := e.path(o.file)
	if info, err := os.Stat(filepath.Dir(target)); err != nil || !info.IsDir() {
		return false, catalogue.Errorf("the folder of %s does not exist\nhint: make it first", o.file)
	}
	if dir, err := e.root(); err == nil && ownFile(dir, target) {
		return false, catalogue.Errorf("%s lies among the study's own files\nhint: name a file elsewhere, such as in tables/out or in a folder of yours", o.file)
	}
	_, err = os.Lstat(target)
	return err == nil, plainfile.Dir{Root: filepath.Dir(target)}.Write(filepath.Base(target), answer)
}

// ownFile tells whether a path is one at which a study keeps something: all in its folders but what lies in tables and is no record of one, and
// the records in the study's folder itself.
func ownFile(dir plainfile.Dir, path string) bool {
	name, err := filepath.Rel(dir.Root, path)
	if err != nil || !filepath.IsLocal(name) {
		return false
	}
	name = strings.ToLower(filepath.ToSlash(name))
	folder, _, below := strings.Cut(name, "/")
	switch {
	case below && folder != "tables":
		return slices.Contains(writtenFolders, folder) || folder == ".crosscase"
	case strings.HasSuffix(name, ".yaml"):
		return true
	}
	return slices.Contains([]string{"journal.jsonl", cases.ConfirmedFile, cases.BindingsFile}, name)
}

// tablesWritten says how much tables are: how many with how many rows, or one picture of them.
func tablesWritten(format string, tables []*table.Table) catalogue.Message {
	if format == "svg" || format == "png" {
		return counted(1, "picture", "pictures")
	}
	rows := 0
	for _, t := range tables {
		rows += len(t.Rows)
	}
	return catalogue.List([]catalogue.Message{counted(len(tables), "table", "tables"), counted(rows, "row", "rows")})
}

// documentWritten says how much a document holds: its tables and quotes.
func documentWritten(m *manuscript.Manuscript) catalogue.Message {
	tables, quotes := 0, 0
	for _, b := range m.Blocks {
		switch b.(type) {
		case manuscript.Table, *manuscript.Table:
			tables++
		case manuscript.Quote, *manuscript.Quote:
			quotes++
		}
	}
	return catalogue.List([]catalogue.Message{counted(tables, "table", "tables"), counted(quotes, "quote", "quotes")})
}
