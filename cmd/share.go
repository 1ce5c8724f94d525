package cmd

import (
	"github.com/spf13/cobra"
)

func newShare(e *Env) *cobra.Command {
	var coder, file string
	var seen blindness
	c := &cobra.Command{
		Use:   "share",
		Short: "Write one file with a coder's work, for a colleague to receive",
		Long: `Writes the codings, verdicts and memos of one coder into one file, to be sent by mail or laid into a folder. It quotes the
texts, so treat it as you treat them.`,
		Example: "  crosscase share --coder ann                        writes ann-2026-03-02.share.jsonl\n  crosscase receive ann-2026-03-02.share.jsonl       in the colleague's study",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, dir, err := e.open()
			if err != nil {
				return err
			}
			who, err := e.coder(s, coder)
			if err != nil {
				return err
			}
			if own, err := e.coder(s, ""); err == nil && own != who {
				if looked, err := seen.refuse(e, s, "the work of "+who); err != nil {
					return err
				} else if looked != "" {
					if err := e.journal(dir, own, looked); err != nil {
						return err
					}
				}
			}
			data, n, err := s.Share(dir, who, e.today())
			if err != nil {
				return err
			}
			o := output{file: file}
			if o.file == "" {
				o.file = who + "-" + e.today() + ".share.jsonl"
			}
			if err := o.save(e, data); err != nil {
				return err
			}
			e.tell("%s holds %d %s of %s", o.file, n, plural(n, "file", "files"), who)
			return nil
		},
	}
	c.Flags().BoolVar(&seen.all, "all-coders", false, "write what another coded although you code blind; the journal notes it")
	c.Flags().StringVar(&coder, "coder", "", "whose work")
	c.Flags().StringVarP(&file, "output", "o", "", "the file to write (default CODER-DATE.share.jsonl)")
	return c
}
