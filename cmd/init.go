package cmd

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

func newInit(e *Env) *cobra.Command {
	var title, language, coder string
	c := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Make a study of a folder",
		Long: `Writes crosscase.yaml, guide.yaml, codebook.yaml, attributes.yaml and an example table with comments that
explain them. Files that are there already are left as they are.`,
		Example: `  crosscase init
  crosscase init bms --title "Balansert målstyring i fire kommuner" --language nb --coder ann`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			folder := e.Folder
			if len(args) == 1 {
				folder = e.path(args[0])
			}
			if err := os.MkdirAll(folder, 0o777); err != nil {
				return err
			}
			return runInit(c.Context(), e, folder, title, language, coder)
		},
	}
	c.Flags().StringVar(&title, "title", "", "title of the study (default: the folder's name)")
	c.Flags().StringVar(&language, "language", "en", "language of the study: nb, nn, en, sv, da, de")
	c.Flags().StringVar(&coder, "coder", "me", "short name of the person who codes")
	return c
}

func runInit(ctx context.Context, e *Env, folder, title, language, coder string) error {
	name := filepath.Base(folder)
	if title == "" {
		title = name
	}
	if !corpus.ValidKey(coder) {
		return usagef("coder name %q does not work as the name of a folder\nhint: write it as %s", coder, corpus.FileSlug(coder))
	}
	if known := words.Languages(); !slices.Contains(known, language) {
		return usagef("language %q is not known\nhint: %s", language, didYouMean(language, known))
	}
	dir := plainfile.Dir{Root: folder, Step: e.Step}
	unlock, err := e.lock(ctx, dir)
	if err != nil {
		return err
	}
	defer unlock()
	written, err := cases.Init(dir, cases.Template{ID: corpus.Slug(name), Title: title, Language: language, Coder: coder})
	if err != nil {
		return err
	}
	e.language = catalogue.In(cases.LanguageOf(dir)) // the new study's, which may be none above the folder that the command runs in
	for _, f := range written {
		e.tell("wrote %s", f)
	}
	if len(written) == 0 {
		e.tell("everything was there already; nothing was changed")
		return nil
	}
	e.tell(nextSteps)
	return e.journal(dir, "", "started the study")
}

const nextSteps = `
Next:
  crosscase cases add KEY --label "…"            name the cases
  crosscase corpus add --case KEY FILE …          take their interviews and documents in
  crosscase guide import FILE                     read the interview guide`
