package cmd

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodingRecode(e *Env) *cobra.Command {
	var out output
	var coder, sample string
	var seed int
	var list, result, none bool
	c := &cobra.Command{
		Use:   "recode [LOCATOR CODE …]",
		Short: "Code some of your own passages a second time, without seeing how you did",
		Long: `For people who code alone: a sample of the passages that you coded is shown without its codes, and you code them anew. The second
codings lie under your name with .again behind it and never count in tables. --result compares the two times: passage by passage, the share of
decisions that are alike, and Cohen's kappa; compare coders YOU YOU.again does it code by code, with alpha and intervals.

The same --sample and --seed choose the same passages, also when you have coded more since. Without a terminal, --list names them and
coding recode LOCATOR CODE … codes one.`,
		Example: `  crosscase coding recode --sample 10%
  crosscase coding recode --list
  crosscase coding recode a-interview.txt:812-1043 benchmarking rewards
  crosscase coding recode a-interview.txt:90-140 --none
  crosscase coding recode --result`,
		RunE: func(c *cobra.Command, args []string) error {
			share, err := cases.ParseShare(sample)
			if err != nil {
				return usageError{err}
			}
			switch {
			case len(args) == 1 && !none:
				return usagef("with which codes?\nhint: crosscase coding recode LOCATOR CODE …; --none where no code fits")
			case len(args) != 1 && none:
				return usagef("--none goes with one passage and no code\nhint: crosscase coding recode LOCATOR --none")
			}
			s, _, err := e.open()
			if err != nil {
				return err
			}
			who, err := e.coder(s, coder)
			if err != nil {
				return err
			}
			if len(args) > 0 {
				return codeAgain(c.Context(), e, who, args[0], args[1:])
			}
			units, err := s.Recode(who, share, seed)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			switch {
			case result:
				t, err := compare.Recode(s, units, o)
				if err != nil {
					return err
				}
				return out.print(e, t)
			case list:
				return out.print(e, compare.RecodeSample(s, units, o))
			}
			return walkRecode(c.Context(), e, s, who, units)
		},
	}
	out.flags(c)
	c.Flags().StringVar(&coder, "coder", "", "who codes")
	c.Flags().StringVar(&sample, "sample", "10%", "which share of your passages")
	c.Flags().IntVar(&seed, "seed", 1, "another number draws another sample")
	c.Flags().BoolVar(&list, "list", false, "list the passages, without their codes")
	c.Flags().BoolVar(&none, "none", false, "the passage gets no code this time")
	c.Flags().BoolVar(&result, "result", false, "compare the two times")
	c.Flags().Bool("blind", true, "the codes of the first time are not shown; there is no other way")
	_ = c.Flags().MarkHidden("blind")
	return c
}

func codeAgain(ctx context.Context, e *Env, who, locator string, codes []string) error {
	return e.change(ctx, who, func(s *cases.Study, dir plainfile.Dir) (string, error) {
		if err := s.CodeAgain(dir, who, locator, codes, e.today()); err != nil {
			return "", err
		}
		return "coded 1 passage a second time", nil
	})
}

// walkRecode shows passage after passage without its codes and asks for them.
func walkRecode(ctx context.Context, e *Env, s *cases.Study, who string, units []cases.Recoded) error {
	var open []cases.Recoded
	for _, u := range units {
		if !u.Done() {
			open = append(open, u)
		}
	}
	if len(open) == 0 {
		e.tell("the whole sample was coded a second time; crosscase coding recode --result compares, --seed draws another one")
		return nil
	}
	page, err := e.newScreen("coding recode", catalogue.Text("crosscase coding recode --list names the passages; crosscase coding recode LOCATOR CODE … codes one"))
	if err != nil {
		return err
	}
	done := 0
	for i, u := range open {
		var codes []string
		told, none := "", false
		for err == nil {
			page.draw(func() {
				page.clear()
				head := page.beside("    ", strings.Split(page.say("%d of %d    %s    %s", i+1, len(open), s.Cite(u.Passage), u.Passage), "    ")...) + "\n\n"
				foot := "\n"
				for _, key := range codes {
					foot += page.codeLines(s.Codebook.Code(key), key, coding.For, "", "")
				}
				if told != "" {
					foot += page.toldLines(told)
				}
				page.page(head, page.inContext(s, u.Passage), foot)
			})
			var typed string
			var ok bool
			typed, ok, err = page.ask(page.say("code (Tab completes, - if none fits; Enter alone goes on, Esc takes the last one away, then ends)")+": ", codeChoices(s.Codebook))
			if err == nil && !ok && len(codes) > 0 {
				codes, told = codes[:len(codes)-1], ""
				continue
			}
			if err == nil && !ok {
				err = io.EOF
			}
			if err != nil {
				break
			}
			if none = typed == "-" && len(codes) == 0; none || typed == "" {
				break
			}
			var key string
			if key, told = page.codeMeant(s.Codebook, typed); slices.Contains(codes, key) {
				told = page.say("given already: %s", key)
			} else if key != "" {
				codes = append(codes, key)
			}
		}
		if err != nil {
			break
		}
		if len(codes) > 0 || none {
			if err = codeAgain(ctx, e, who, u.Passage.String(), codes); err != nil {
				break
			}
			done++
		}
	}
	if cerr := page.keys.Close(); errors.Is(err, io.EOF) {
		err = cerr
	}
	page.print("\n")
	e.tell("%d of %d coded a second time; crosscase coding recode --result compares", done, len(open))
	return err
}
