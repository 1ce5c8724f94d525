package convert

import (
	"context"
	"strings"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

// readSheet reads a spreadsheet or a CSV file: one document, a heading for each
// sheet where there are several, and each row as a table row; or, as opts.Split
// says, a document of each row or column. Comments and text boxes stand below
// their sheet. A sheet of turns with their times is a transcript.
func readSheet(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	tables, format, err := readTables(data, r)
	if err != nil {
		return Source{}, err
	}
	for _, t := range tables {
		if t.Hidden {
			r.Add("guessed", "hidden sheets belong to the document as others do", 1, t.Name)
		}
		r.Add("warning", "cells are empty, for the file does not hold what their formulas come to: save it again in a spreadsheet program", t.Unsaved, t.Name)
	}
	if opts.Split != "" {
		parts, err := splitTables(ctx, tables, format, opts.Split == "columns", r)
		if err != nil || len(parts) > 0 {
			return Source{Format: format, Parts: parts}, err
		}
	}
	src := Source{Format: format}
	for _, t := range tables {
		if err := ctx.Err(); err != nil {
			return Source{}, err
		}
		blocks := rowBlocks(whisperRows(t.Rows, r))
		for _, words := range t.Beside {
			blocks = append(blocks, Block{Kind: Note, Text: words})
		}
		if len(tables) > 1 && len(blocks) > 0 {
			blocks = append([]Block{{Kind: Heading, Level: 1, Text: t.Name}}, blocks...)
		}
		if format != "csv" {
			r.In += weighBlocks(blocks)
		}
		timed := false
		if opts.Speakers {
			blocks, timed = tableTalk(blocks, r)
			src.Talk = src.Talk || timed
		}
		src.Blocks = append(src.Blocks, blocks...)
		if !timed && surveyLike(t.Rows) {
			r.Add("guessed", "looks like survey answers: corpus add --split rows makes a document of each row", 1, firstRow(t.Rows))
		}
	}
	return src, nil
}

// readTables reads the tables of a file, and which format it has. Of a CSV file
// the letters and digits are counted in the text, of others in the cells.
func readTables(data []byte, r *Report) (tables []sheet.Table, format string, err error) {
	if !strings.HasPrefix(string(data[:min(len(data), 4)]), "PK") {
		text, err := decode(data, r)
		if err != nil {
			return nil, "", err
		}
		r.In = weigh(text)
		if _, rest := sheet.CutSeparator(text); len(rest) < len(text) {
			r.Drop("the line that names the separator", text[:len(text)-len(rest)])
		}
		tables, err = sheet.Read("table.csv", []byte(text))
		return tables, "csv", err
	}
	a, err := openArchive(data, "spreadsheet")
	if err != nil {
		return nil, "", err
	}
	switch {
	case a.has("xl/workbook.xml"):
		format = "xlsx"
	case a.has("content.xml"):
		format = "ods"
	default:
		return nil, "", catalogue.Errorf("is %s, not a spreadsheet; %s", a.is(), a.remedy(".xlsx"))
	}
	pictures := 0
	for name := range a.files {
		if strings.HasPrefix(name, "xl/media/") || strings.HasPrefix(name, "Pictures/") {
			pictures++
		}
	}
	r.dropPictures(pictures)
	tables, err = sheet.Read("table."+format, data)
	return tables, format, err
}

// rowBlocks makes a table row of each row that is not empty.
func rowBlocks(rows [][]string) []Block {
	var out []Block
	tight := false
	for _, row := range rows {
		if len(row) > 0 {
			out = append(out, Block{Kind: Row, Cells: append([]string{}, row...), Tight: tight})
		}
		tight = len(row) > 0
	}
	return out
}

// Sizes from which a table looks like the answers to a survey.
const (
	manyQuestions = 30  // columns
	longAnswer    = 150 // characters of a cell
	manyAnswers   = 6   // cells so long
)

// surveyLike tells whether a table looks like answers: very many columns, or long
// texts in several of them.
func surveyLike(rows [][]string) bool {
	long, width, filled := map[int]int{}, 0, 0
	for _, row := range rows {
		width = max(width, len(row))
		if len(row) > 0 {
			filled++
		}
		for j, cell := range row {
			if len(cell) > longAnswer && utf8.RuneCountInString(cell) > longAnswer {
				long[j]++
			}
		}
	}
	answers := 0
	for _, n := range long {
		answers += n
	}
	return filled > 2 && (width > manyQuestions || len(long) > 1 && answers >= manyAnswers)
}

func firstRow(rows [][]string) string {
	for _, row := range rows {
		if len(row) > 0 {
			return clip(strings.Join(row, " | "), 60)
		}
	}
	return ""
}
