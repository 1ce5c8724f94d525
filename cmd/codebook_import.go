package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodebookImport(e *Env) *cobra.Command {
	var yes, dry bool
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Take in the code book of another program, or one from a spreadsheet or a text",
		Long: `FILE is one of

  .csv .tsv .xlsx .ods   a table with a code on each row, as NVivo, MAXQDA, ATLAS.ti, Taguette, QualCoder and Dedoose
                         write them, or your own. Columns are found by their heads, in English or Norwegian: Name or
                         Code, Description, Memo or Definition, Include, Exclude, Example, Parent, Colour …
  .qdc                   a REFI-QDA codebook
  .md                    a heading for each code, lines "Definition: …" below it
  .txt                   a code on each line: a > b, a >> b, or set in by blanks, tabs, dashes or bullets; behind a
                         tab, a colon or a dash what it means; or the codebook of QualCoder
  .docx .odt .rtf .html  one of these as a document

Codes that are not there are added, with keys made of their names. What the file says otherwise of codes that are there is listed, and
so is all that was left out; --yes takes it over: labels, kinds, definitions, rules, places in the tree. So a code book goes out with
codebook export -o codebook.xlsx, is worked on, and comes back. Several keys in one cell (questions, sources) are parted by a comma or a semicolon,
values by a semicolon. Where the file names no kinds, codes called Adaptations, Challenges, Success factors, Effects or Context (or so in Norwegian, Swedish,
Danish or German) are taken for that kind with all below them, and the report says so. A rule stands on a line of its own. No code goes because the file does not hold it: those are named, and
coding merge puts one into another. An empty cell takes nothing away.`,
		Example: "  crosscase codebook import \"Codebook from NVivo.xlsx\"\n  crosscase codebook import codebook.xlsx --dry-run\n  crosscase codebook import codebook.xlsx --yes",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return runCodebookImport(c.Context(), e, args[0], yes, dry)
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "take over what the file says otherwise of codes that are there")
	c.Flags().BoolVar(&dry, "dry-run", false, "show what is new and what differs, and write nothing")
	return c
}

func runCodebookImport(ctx context.Context, e *Env, file string, yes, dry bool) error {
	data, err := os.ReadFile(e.path(file))
	if err != nil {
		return catalogue.Errorf("%s: there is no such file", file)
	}
	in, err := readCodes(ctx, e, file, data)
	if err != nil {
		return catalogue.Errorf("%s: %w", file, err)
	}
	if len(in.Wrong) > 0 {
		wrong := make([]error, len(in.Wrong))
		for i, w := range in.Wrong {
			wrong[i] = catalogue.Errorf("%s: %w", filepath.Base(file), w)
		}
		return errors.Join(wrong...)
	}
	return e.change(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		m := s.Codebook.Merge(in.Codes)
		m.GuessKinds(s.Codebook)
		if s.Digest(coding.GuideFile) != "" {
			noteUnknownQuestions(&in, s.Guide.Keys())
		}
		if dry {
			printImportedCodes(e, in, m, false)
			held, _ := dir.HoldBack() // never written
			if _, err := takeCodes(s, held, m, true, e.today()); err != nil {
				return "", err
			}
			e.tell("%s would be added; nothing was written", counted(m.Added, "code", "codes"))
			return "", nil
		}
		changed, err := takeCodes(s, dir, m, yes, e.today())
		if err != nil {
			return "", err
		}
		printImportedCodes(e, in, m, yes)
		if len(m.Add) == 0 && (!yes || len(m.Differs) == 0) {
			e.tell("every code of the file is there already; nothing was changed")
			return "", nil
		}
		if m.Added > 0 || changed == 0 {
			e.tell("added %d %s to %s", m.Added, plural(m.Added, "code", "codes"), coding.CodebookFile)
		}
		did := fmt.Sprintf("imported %d %s from %s", m.Added, plural(m.Added, "code", "codes"), filepath.Base(file))
		if changed > 0 {
			e.tell("changed %s", counted(changed, "code", "codes"))
			did += fmt.Sprintf(" and changed %d", changed)
		}
		return did, nil
	})
}

// takeCodes adds what is new, and with differs takes over what the file says otherwise; it returns how many codes changed.
func takeCodes(s *cases.Study, dir plainfile.Dir, m coding.MergedCodes, differs bool, on string) (int, error) {
	if len(m.Add) > 0 {
		if err := s.AddCodes(dir, m.Add); err != nil {
			return 0, err
		}
	}
	if !differs {
		return 0, nil
	}
	return s.TakeOverCodes(dir, m.Differs, on)
}

// noteUnknownQuestions names the questions of a table that are not in the guide.
func noteUnknownQuestions(in *coding.ImportedCodes, known []string) {
	for _, c := range in.UnknownIn(known) {
		in.Notes = append(in.Notes, catalogue.Text("row %d, column %s: code %q names %s, which %s not in the guide; crosscase guide show lists the questions",
			c.Row, c.Column, c.Code, strings.Join(c.Keys, ", "), plural(len(c.Keys), "is", "are")))
	}
}

// readCodes reads the codes of a file; a document is turned into text first.
func readCodes(ctx context.Context, e *Env, file string, data []byte) (coding.ImportedCodes, error) {
	name := filepath.Base(file)
	switch strings.ToLower(filepath.Ext(file)) {
	case ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods", ".qdc":
		return coding.ImportCodes(name, data)
	case ".txt", ".md", ".markdown":
		if utf8.Valid(data) {
			return coding.ImportCodes(name, data)
		}
	case ".qdpx", ".qde":
		return coding.ImportedCodes{}, catalogue.Errorf("is a whole REFI-QDA project; export its codebook as .qdc")
	}
	outline, err := readOutline(ctx, e, file, data)
	if err != nil {
		return coding.ImportedCodes{}, err
	}
	return coding.CodesOfText(outline)
}

// printImportedCodes prints how a file was read, what was left out, and what it says otherwise.
func printImportedCodes(e *Env, in coding.ImportedCodes, m coding.MergedCodes, yes bool) {
	w := e.Stderr
	e.tell("read %s: %s", counted(coding.CountCodes(in.Codes), "code", "codes"), in.Form)
	if len(in.Columns) > 0 {
		e.tell("  columns: %s", catalogue.List(in.Columns))
	}
	for _, note := range append(slices.Clip(in.Notes), m.Notes...) {
		e.tell("  %s", note)
	}
	fmt.Fprintln(w)
	if printLeftOut(e, in.Left) {
		fmt.Fprintln(w)
	}
	if m.Same > 0 && len(m.Add) > 0 {
		e.tell("%s there already", counted(m.Same, "code is", "codes are"))
		fmt.Fprintln(w)
	}
	printDifferences(e, m.Differs, yes)
	if m.Same > 0 && len(m.Missing) > 0 {
		e.tell("%s not in the file, and %s: %s", counted(len(m.Missing), "code is", "codes are"), plural(len(m.Missing), "stays", "stay"), listed(m.Missing, 12))
		fmt.Fprintln(w)
	}
}

// printDifferences prints what a file says otherwise of codes, first what stays as it is.
func printDifferences(e *Env, differs []coding.CodeDifference, yes bool) {
	for _, stays := range []bool{true, false} {
		told := false
		for _, d := range differs {
			if (!yes || d.Stays()) != stays {
				continue
			}
			switch {
			case told:
			case stays:
				e.tell("what the file says otherwise; %s stays as it is:", coding.CodebookFile)
			default:
				e.tell("what the file says otherwise, and is taken over:")
			}
			told = true
			e.tell("  %s, %s\n      here      %s\n      the file  %s", d.Key, d.Field, shown(d.Here), shown(d.There))
		}
		if told {
			fmt.Fprintln(e.Stderr)
		}
	}
}

// shown prints a text in one line, a dash for none.
func shown(s string) string {
	if s == "" {
		return "–"
	}
	return strings.Join(strings.Fields(s), " ")
}
