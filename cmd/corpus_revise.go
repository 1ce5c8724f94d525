package cmd

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// leastAlike is the share of a text that its correction must have in common with it.
const leastAlike = 0.3

// revising holds the flags of corpus revise.
type revising struct {
	document               string
	undo, forget, dry, all bool
	force                  bool
	erased                 bool // by forget
	format                 string
	revised                []cases.Revised
	language               catalogue.Language // of what is told
	hides                  func(cases.RevisedPlace) bool
}

func newCorpusRevise(e *Env) *cobra.Command {
	var r revising
	c := &cobra.Command{
		Use:   "revise [FILE | DOCUMENT …]",
		Short: "Take a corrected text over and find every coding again",
		Long: `Takes the corrected version of a text: a file of any format that corpus add reads, or the text in
documents/ after you edited it there; without a name, every text that was edited there. Each coding,
verdict, asked question, cited passage and page is found again and is

  same      its words stand where they stood
  moved     its words stand elsewhere; "changed" if some of them are others now
  unclear   it may stand in several places: crosscase coding place ID PLACE decides
  lost      nothing of it is left

Nothing is dropped: what is unclear or lost stays in its file as it was. A coding whose words changed
keeps the old ones until crosscase coding confirm ID. --undo brings back the text and all that pointed
into it as it was before the last correction. --forget erases what the study keeps of the texts before,
as after masking names, and with them the changes of this document, and those of others that hold words which the
text no longer has: crosscase undo does not take these back any more. --dry-run says what would go. It cannot reach
copies elsewhere, such as earlier states in git.`,
		Example: `  crosscase corpus revise interview-a.docx
  crosscase corpus revise a-interview.txt --dry-run     after editing documents/a-interview.txt
  crosscase corpus revise --undo a-interview.txt`,
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case (r.undo || r.forget) && len(args) == 0:
				return usagef("say which document")
			case r.undo && (r.forget || r.dry):
				return usagef("--undo goes with neither --forget nor --dry-run")
			case r.format != "text" && r.format != "json":
				return usagef("format %q is not known\nhint: text or json", r.format)
			}
			return r.run(c.Context(), e, args)
		},
	}
	c.Flags().StringVar(&r.document, "document", "", "the document that FILE corrects (default: by its name)")
	c.Flags().BoolVar(&r.undo, "undo", false, "bring back the document as it was before its last correction")
	c.Flags().BoolVar(&r.forget, "forget", false, "erase the earlier texts of the document for good")
	c.Flags().BoolVar(&r.dry, "dry-run", false, "say what would become of every place, and change nothing")
	c.Flags().BoolVar(&r.all, "all", false, "list the places that are the same or moved unchanged too")
	c.Flags().BoolVar(&r.force, "force", false, "take the file though it has little in common with the document")
	c.Flags().StringVar(&r.format, "format", "text", "text or json")
	return c
}

func (r *revising) run(ctx context.Context, e *Env, args []string) error {
	if r.dry {
		s, dir, err := e.open()
		if err == nil {
			err = r.each(ctx, e, s, dir, args)
		}
		return errors.Join(err, r.print(e))
	}
	write := e.change
	if r.forget { // what can be taken back holds what is to be erased
		write = e.write
	}
	err := write(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		err := r.each(ctx, e, s, dir, args)
		if line := r.journalLine(); r.erased && line != "" {
			who, _ := e.coder(s, "")
			err = errors.Join(err, dir.History(who).Bar(e.today(), line))
		}
		return r.journalLine(), err
	})
	return errors.Join(err, r.print(e))
}

func (r *revising) journalLine() string {
	if len(r.revised) == 0 {
		return ""
	}
	verb := "revised"
	switch {
	case r.undo:
		verb = "undid the correction of"
	case r.forget:
		verb = "forgot the earlier texts of"
	}
	var keys []string
	for _, x := range r.revised {
		keys = append(keys, x.Document)
	}
	return verb + " " + strings.Join(keys, ", ")
}

// each does what was asked to every document that was named, or to all that were edited.
func (r *revising) each(ctx context.Context, e *Env, s *cases.Study, dir plainfile.Dir, args []string) error {
	r.language = catalogue.In(s.Language)
	hides := e.hides(s)
	r.hides = func(p cases.RevisedPlace) bool { return hides(p.File) }
	if len(args) == 0 {
		edited, err := s.InPlace()
		if err != nil {
			return err
		}
		if len(edited) == 0 {
			e.tell("no text was edited since it was taken in or last corrected")
		}
		args = edited
	}
	progress := e.progress("following places")
	for i, a := range args {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.one(ctx, e, s, dir, a); err != nil {
			return err
		}
		progress(i+1, len(args))
	}
	return nil
}

func (r *revising) one(ctx context.Context, e *Env, s *cases.Study, dir plainfile.Dir, arg string) error {
	keep := func(x cases.Revised, err error) error {
		if err == nil {
			x.Places = slices.DeleteFunc(x.Places, r.hides)
			r.revised = append(r.revised, x)
		}
		return err
	}
	if r.undo {
		return keep(s.UndoRevision(dir, documentIn(dir, e, s, arg)))
	}
	if r.forget {
		key := documentIn(dir, e, s, arg)
		gone, err := s.Forget(dir, key, r.dry)
		r.erased = r.erased || !r.dry && len(gone.Files)+gone.Changes > 0
		if err == nil || len(gone.Files) > 0 {
			r.tellForgotten(e, gone)
		}
		return keep(cases.Revised{Document: key}, err)
	}
	key, text, speakers, err := r.corrected(ctx, e, s, dir, arg)
	if err != nil {
		return err
	}
	if r.dry {
		return keep(s.PlanRevision(dir, key, text, speakers))
	}
	return keep(s.Revise(dir, key, text, speakers))
}

// mostNames is how many lines that hold a name of the earlier text are printed.
const mostNames = 30

// tellForgotten says what was erased, or would be.
func (r *revising) tellForgotten(e *Env, gone cases.Forgotten) {
	for _, f := range gone.Files {
		if r.dry {
			e.tell("would erase %s", f)
		} else {
			e.tell("erased %s", f)
		}
	}
	switch changes := counted(gone.Changes, "change", "changes"); {
	case gone.Changes == 0:
	case r.dry:
		e.tell("crosscase undo could not take back %s that hold words of the earlier text", changes)
	default:
		e.tell("crosscase undo can no longer take back %s that held words of the earlier text", changes)
	}
	if !r.dry {
		for i, x := range gone.Left {
			if i == mostNames {
				e.tell("… and %d lines more", len(gone.Left)-i)
				break
			}
			e.tell("“%s” still stands in %s:%d", x.Name, x.File, x.Line)
		}
		e.tell("tables/out may still quote the earlier text until crosscase build; copies elsewhere, such as in git, are not reached")
	}
}

// documentIn returns the key of the document that a name stands for: its key, or its file.
func documentIn(dir plainfile.Dir, e *Env, s *cases.Study, arg string) string {
	if s.Document(arg) != nil {
		return arg
	}
	if rel, err := filepath.Rel(filepath.Join(dir.Root, "documents"), e.path(arg)); err == nil && s.Document(filepath.ToSlash(rel)) != nil {
		return filepath.ToSlash(rel)
	}
	return arg
}

// corrected returns the document that an argument corrects, and its text now.
func (r *revising) corrected(ctx context.Context, e *Env, s *cases.Study, dir plainfile.Dir, arg string) (key, text string, speakers []corpus.Speaker, err error) {
	key = documentIn(dir, e, s, arg)
	file := e.path(arg)
	own := filepath.Join(dir.Root, "documents", key)
	info, statErr := os.Stat(file)
	ownInfo, ownErr := os.Stat(own)
	inPlace := s.Document(key) != nil && (statErr != nil || ownErr == nil && os.SameFile(info, ownInfo))
	if inPlace {
		data, err := dir.Read(cases.TextFile(key))
		if err != nil {
			return key, "", nil, err
		}
		text, _, err = convert.Tidy(data)
		if err != nil {
			return key, "", nil, catalogue.Errorf("%s: %w", cases.TextFile(key), err)
		}
		return key, text, nil, nil
	}
	if statErr != nil && strings.HasSuffix(arg, ".txt") && filepath.Base(arg) == arg { // the key of a document
		return key, "", nil, s.UnknownDocument(arg)
	}
	if statErr != nil {
		return key, "", nil, catalogue.Errorf("%s: there is no such file\nhint: give the path of the corrected file, or the document that you edited in documents/: crosscase corpus list shows them", arg)
	}
	if key, err = r.documentFor(s, filepath.Base(file)); err != nil {
		return key, "", nil, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return key, "", nil, err
	}
	d := s.Document(key)
	result, err := convert.Convert(ctx, filepath.Base(file), data, convert.Options{CacheDir: e.CacheDir, Speakers: cases.MayHaveSpeakers(d)})
	if err != nil {
		return key, "", nil, catalogue.Errorf("%s %w", arg, err)
	}
	t, err := s.Text(key)
	if err != nil {
		return key, "", nil, err
	}
	if alike := corpus.Compare(t.Text, corpus.NewText(result.Text)).Similarity(); alike < leastAlike && !r.force {
		return key, "", nil, catalogue.Errorf("%s has only %.0f %% of its text in common with %s; is it a correction of it?\nhint: --document KEY names another one, --force takes it all the same, crosscase corpus add takes it in as a text of its own", arg, 100*alike, key)
	}
	return key, result.Text, result.Speakers, nil
}

// documentFor finds the document that a file corrects by its name.
func (r *revising) documentFor(s *cases.Study, name string) (string, error) {
	if r.document != "" {
		if s.Document(r.document) == nil {
			return "", s.UnknownDocument(r.document)
		}
		return r.document, nil
	}
	found := s.Named(name)
	switch len(found) {
	case 1:
		return found[0].Key, nil
	case 0:
		return "", catalogue.Errorf("no document of the study was made from a file called %s\nhint: --document KEY says which one it corrects; crosscase corpus list shows them", name)
	}
	var keys []string
	for _, d := range found {
		keys = append(keys, d.Key)
	}
	return "", catalogue.Errorf("%s may correct any of %s\nhint: --document KEY says which", name, strings.Join(keys, ", "))
}
