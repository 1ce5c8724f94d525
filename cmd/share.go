package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
)

func newShare(e *Env) *cobra.Command {
	var coder, file string
	var texts []string
	var seen blindness
	c := &cobra.Command{
		Use:   "share",
		Short: "Write one file with a coder's work, or with a corrected text, for a colleague to receive",
		Long: `Writes the codings, verdicts and memos of one coder into one file, to be sent by mail or laid into a folder, with the code
books as they were when that coder read. It holds nothing of what others did. It quotes the texts, so treat it as you treat them.

--text sends the text of a document as it is here, after a correction or when names were masked: in the colleague's study receive
takes it over as corpus revise would, and finds every coding made there again. Without --coder it sends the texts alone.`,
		Example: `  crosscase share --coder ann                        writes ann-2026-03-02.share.jsonl
  crosscase receive ann-2026-03-02.share.jsonl       in the colleague's study
  crosscase share --text a-interview.txt             writes texts-2026-03-02.share.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, dir, err := e.open()
			if err != nil {
				return err
			}
			who, name := "", "texts"
			if len(texts) == 0 || coder != "" {
				if who, err = e.coder(s, coder); err != nil {
					return err
				}
				name = who
			}
			if own, err := e.coder(s, ""); err == nil && who != "" && own != who {
				if looked, err := seen.refuse(e, s, "the work of "+who); err != nil {
					return err
				} else if looked != "" {
					if err := e.journal(dir, own, looked); err != nil {
						return err
					}
				}
			}
			data, of, err := s.Share(dir, who, texts, e.today())
			if err != nil {
				return err
			}
			o := output{file: file}
			if o.file == "" {
				o.file = name + "-" + e.today() + ".share.jsonl"
			}
			if _, err := o.write(e, data); err != nil {
				return err
			}
			e.tellShared(o.file, who, texts, of)
			return nil
		},
	}
	c.Flags().BoolVar(&seen.all, "all-coders", false, "write what another coded although you code blind; the journal notes it")
	c.Flags().StringVar(&coder, "coder", "", "whose work")
	c.Flags().StringSliceVar(&texts, "text", nil, "documents whose texts are sent (a,b)")
	c.Flags().StringVarP(&file, "output", "o", "", "the file to write (default CODER-DATE.share.jsonl)")
	_ = c.RegisterFlagCompletionFunc("text", completion(e, documentNames))
	return c
}

// tellShared says what a file of shared work holds.
func (e *Env) tellShared(file, who string, texts []string, of cases.Shared) {
	if len(texts) > 0 {
		e.tell("%s holds the %s of %s", file, plural(len(texts), "text", "texts"), strings.Join(texts, ", "))
	}
	switch {
	case who == "":
	case of.Codebooks == 0:
		e.tell("%s holds %d %s of %s", file, of.Files, plural(of.Files, "file", "files"), who)
	default:
		e.tell("%s holds %d %s of %s, and %s with which %s read", file, of.Files, plural(of.Files, "file", "files"), who, catalogue.Text("%d %s", of.Codebooks, plural(of.Codebooks, "code book", "code books")), who)
	}
}
