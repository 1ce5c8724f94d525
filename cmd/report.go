package cmd

import (
	"bytes"
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/chart"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
	"crosscase/corpus"
)

func newReport(e *Env) *cobra.Command {
	var out output
	var seen blindness
	var pictures, memos, noNames bool
	c := &cobra.Command{
		Use:   "report",
		Short: "Write the whole study as a document: DOCX, HTML or Markdown",
		Long: `The report holds how the study was done (interviews, documents, guide, code book, who coded and read, what the
program proposed and what became of it), an account of each case, the comparative chapter with all tables, the findings held
against the codings, limits, the COREQ checklist, the guide and the code book. Quotes are numbered and cited; tables point
at them by number. What no file of the study can know is marked as to be written.

outline.yaml gives the order of the accounts (account:) and of the chapter (chapter: with headings, text and
tables:). In crosscase.yaml stand your own words and claims about the method:

  methods:
    design: embedded multiple-case study
    text: How the cases were chosen …
    limits: What the study cannot say …
    claims:
      - claim: Four interviews, each of over an hour.
        interviews: 4
        each: over 60 min
        period: 2016-02 to 2016-03
    coreq:
      - {item: 19, answer: All interviews were recorded.}`,
		Example: "  crosscase report -o report.docx\n  crosscase report --pictures --lang nb -o rapport.html",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			format := out.format
			if format == "" {
				format = strings.TrimPrefix(strings.ToLower(filepath.Ext(out.file)), ".")
			}
			switch format {
			case "docx", "html", "md":
			case "":
				format = "md"
			default:
				return usagef("a report is not written as %s\nhint: use .docx, .html or .md", format)
			}
			if err := out.refuseTerminal(e, format); err != nil {
				return err
			}
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			if pictures {
				o.Picture = pictureOf
			}
			o.Memos, o.NoNames = memos, noNames
			if names := informants(s); !noNames && !s.Pseudonymised && len(names) > 0 {
				e.tell("the report names the informants (%d: %s), and the study does not say that names are masked\nhint: --no-names prints how many informants there were; crosscase corpus speakers gives them other names; pseudonymised: true in %s says that these are none", len(names), listed(names, 6), cases.StudyFile)
			}
			if memos && !slices.ContainsFunc(s.Memos, func(m *cases.Memo) bool { return m.Report }) {
				e.tell("no memo is marked for the report; write \"report: true\" into the head of those that are to stand in it")
			}
			r, err := compare.ReportOf(s, o)
			if err != nil {
				return err
			}
			var b bytes.Buffer
			switch format {
			case "docx":
				err = r.Manuscript.WriteDOCX(&b)
			case "html":
				err = r.Manuscript.WriteHTML(&b)
			default:
				err = r.Manuscript.WriteMarkdown(&b)
			}
			if err != nil {
				return err
			}
			return out.save(e, b.Bytes(), documentWritten(r.Manuscript))
		},
	}
	c.Flags().StringVar(&out.format, "format", "", "docx, html or md (default by the ending of -o, else md)")
	c.Flags().StringVarP(&out.file, "output", "o", "", "write the report to this file")
	c.Flags().StringVar(&out.lang, "lang", "", "language of the words that crosscase adds: en, nb, nn (default the study's)")
	seen.flags(c)
	c.Flags().BoolVar(&pictures, "pictures", false, "set the picture of a table behind it, where it has one")
	c.Flags().BoolVar(&memos, "memos", false, "set the memos that are marked for it (report: true in their head) into an appendix")
	c.Flags().BoolVar(&noNames, "no-names", false, "how many informants each interview had, and not what they are called")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"docx", "html", "md"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// informants returns what the informants of the interviews are called, each once.
func informants(s *cases.Study) []string {
	var out []string
	for _, d := range s.Interviews() {
		for _, p := range d.Speakers {
			if name := cmp.Or(p.Name, p.Label); p.Role != corpus.Interviewer && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// pictureOf draws a table for the report, nil if there is no picture of it.
func pictureOf(t *table.Table) *manuscript.Picture {
	if !chart.Drawable(t) {
		return nil
	}
	d := chart.Draw(t)
	var png, svg bytes.Buffer
	if chart.WritePNG(&png, d, reportDots) != nil || chart.WriteSVG(&svg, d) != nil {
		return nil
	}
	return &manuscript.Picture{ID: "picture-" + t.Name, Caption: d.Title, PNG: png.Bytes(), SVG: svg.String(),
		Width: d.Width * centimetre, Height: d.Height * centimetre, Words: d.Description}
}

const (
	reportDots = 200       // dots an inch in a report, which holds many pictures
	centimetre = 2.54 / 72 // of a point
)
