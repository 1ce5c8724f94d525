package cmd

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/chart"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// output are the flags of every command that prints tables.
type output struct {
	format, file, lang string
	why                bool
}

const formats = "text, md, csv, long, grid, json, html, xlsx, docx, latex, svg, png"

// binary tells whether a form is a file that no terminal can show.
func binary(format string) bool { return format == "xlsx" || format == "docx" || format == "png" }

// refuseTerminal keeps files that no terminal can show away from one.
func (o *output) refuseTerminal(e *Env, format string) error {
	if binary(format) && o.file == "" && e.OutTerminal {
		return usagef("%s is not for a terminal\nhint: write it to a file with -o NAME.%s", format, format)
	}
	return nil
}

// printDots is how many dots an inch a PNG has.
const printDots = 300

func (o *output) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", "", "form of the answer: "+formats+" (default text, or by the ending of -o)")
	c.Flags().StringVarP(&o.file, "output", "o", "", "write the answer to this file")
	c.Flags().StringVar(&o.lang, "lang", "", "language of the words that crosscase adds: en, nb, nn (default the study's)")
	c.Flags().BoolVar(&o.why, "why", false, "print the passages behind every cell")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(strings.Split(formats, ", "), cobra.ShellCompDirectiveNoFileComp))
}

// language returns the language of what the program adds.
func (o *output) language(s *cases.Study) (catalogue.Language, error) {
	switch o.lang {
	case "":
		return catalogue.In(s.Language), nil
	case "en", "nb", "nn":
		return catalogue.In(o.lang), nil
	}
	return "", usagef("language %q is not known\nhint: write en, nb or nn", o.lang)
}

// options returns how tables are to be made.
func (o *output) options(e *Env, s *cases.Study) (compare.Options, error) {
	l, err := o.language(s)
	return compare.Options{Command: e.typed, Version: e.Version, Language: l}, err
}

// chosenFormat returns the form asked for.
func (o *output) chosenFormat() (string, error) {
	f := o.format
	if f == "" {
		switch strings.ToLower(filepath.Ext(o.file)) {
		case ".md", ".csv", ".json", ".html", ".xlsx", ".docx", ".svg", ".png":
			f = strings.TrimPrefix(strings.ToLower(filepath.Ext(o.file)), ".")
		case ".tex":
			f = "latex"
		case "", ".txt":
			f = "text"
		default:
			return "", usagef("%s has an ending that is not written\nhint: use .md, .csv, .json, .html, .xlsx, .docx, .tex, .txt, .svg or .png, or name the form with --format", o.file)
		}
	}
	for _, known := range strings.Split(formats, ", ") {
		if f == known {
			return f, nil
		}
	}
	return "", usagef("format %q is not known\nhint: %s", f, didYouMean(f, strings.Split(formats, ", ")))
}

// print writes tables to Stdout or the file, in the form asked for.
func (o *output) print(e *Env, tables ...*table.Table) error {
	format, err := o.chosenFormat()
	if err != nil {
		return err
	}
	if err := o.refuseTerminal(e, format); err != nil {
		return err
	}
	look := table.Look{Width: e.Width, Why: o.why}
	if o.file == "" && !binary(format) && format != "svg" {
		out := bufio.NewWriterSize(e.Stdout, 1<<16) // a large table is not held a second time
		if err := render(out, format, look, tables...); err != nil {
			return err
		}
		return out.Flush()
	}
	var b bytes.Buffer
	if err := render(&b, format, look, tables...); err != nil {
		return err
	}
	return o.save(e, b.Bytes(), tablesWritten(format, tables))
}

// printDocument writes an answer that is a document: for people as that, for programs as a table.
func (o *output) printDocument(e *Env, m *manuscript.Manuscript, t *table.Table) error {
	format, err := o.chosenFormat()
	if err != nil {
		return err
	}
	if err := o.refuseTerminal(e, format); err != nil {
		return err
	}
	var b bytes.Buffer
	switch format {
	case "text", "md":
		err = m.WriteMarkdown(&b)
	case "html":
		err = m.WriteHTML(&b)
	case "docx":
		err = m.WriteDOCX(&b)
	default:
		if err := render(&b, format, table.Look{}, t); err != nil {
			return err
		}
		return o.save(e, b.Bytes(), tablesWritten(format, []*table.Table{t}))
	}
	if err != nil {
		return err
	}
	return o.save(e, b.Bytes(), documentWritten(m))
}

// printText lets an answer that is no table print itself, to Stdout or the file. written says how much that is.
func (o *output) printText(e *Env, written catalogue.Message, print func(e *Env) error) error {
	to := *e
	if o.file == "" {
		out := bufio.NewWriterSize(e.Stdout, 1<<16)
		to.Stdout = out
		return errors.Join(print(&to), out.Flush())
	}
	var b bytes.Buffer
	to.Stdout, to.OutTerminal = &b, false
	if err := print(&to); err != nil {
		return err
	}
	return o.save(e, b.Bytes(), written)
}

func render(w io.Writer, format string, look table.Look, tables ...*table.Table) error {
	if format == "json" && len(tables) != 1 {
		return table.WriteJSONList(w, tables)
	}
	switch format {
	case "html":
		return table.WriteHTML(w, tables...)
	case "docx":
		return table.WriteDOCX(w, tables...)
	case "latex":
		return table.WriteLaTeX(w, tables...)
	case "xlsx":
		book, err := table.XLSX(tables...)
		if err != nil {
			return err
		}
		_, err = w.Write(book)
		return err
	case "svg", "png":
		return draw(w, format, tables)
	}
	for i, t := range tables {
		if i > 0 {
			fmt.Fprintln(w)
		}
		var err error
		switch format {
		case "json":
			err = table.WriteJSON(w, t)
		case "csv", "long":
			if format == "csv" && t.Record != "" {
				err = table.WriteRecords(w, t)
			} else {
				err = table.WriteCSV(w, t)
			}
		case "grid":
			err = table.WriteGrid(w, t)
		case "md":
			err = table.WriteMarkdown(w, t)
		default:
			err = table.WriteText(w, t, look)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// draw writes the pictures of the tables that have one, below each other.
func draw(w io.Writer, format string, tables []*table.Table) error {
	d := chart.Drawn(tables...)
	switch {
	case d == nil:
		return catalogue.Errorf("there is no picture of this answer\nhint: tables of states, similarity, cluster, map, frequencies, cooccurrence, portrait, years, triangulate, findings, saturation, necessity and minimize can be drawn, if they are not empty")
	case format == "png":
		return chart.WritePNG(w, d, printDots)
	}
	return chart.WriteSVG(w, d)
}

func didYouMean(typed string, known []string) catalogue.Message {
	return plainfile.DidYouMean(typed, known, "known: %s", strings.Join(known, ", "))
}
