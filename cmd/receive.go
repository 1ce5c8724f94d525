package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newReceive(e *Env) *cobra.Command {
	var dry, all bool
	c := &cobra.Command{
		Use:   "receive FILE",
		Short: "Take in a colleague's work, or a corrected text, from a file that share wrote",
		Long: `Only the files of that coder are touched. What the colleague removed goes; a line that is only here stays; where a line differs,
the later one stands and the other is listed. Receiving the same file again changes nothing.

Where a text was corrected here in the meantime, the colleague's codings of the text before are carried over, and listed, as corpus
revise does it: same, moved, unclear or lost. A text that came (share --text) is taken over in the same way. The code books with which
the colleague read are kept, so that the readings count when yours changes.

What cannot be taken in is named with what to do, and the exit code is 1; all the rest has been taken in. Of a document whose earlier
texts were erased (corpus revise --forget) nothing comes back: a coding on words that do not stand in it any more is left out, the words
that a coding had before go, and words of notes and memos that may name somebody are listed.`,
		Example: "  crosscase receive ben-2026-03-02.share.jsonl --dry-run\n  crosscase receive ben-2026-03-02.share.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := os.ReadFile(e.path(args[0]))
			if err != nil {
				return catalogue.Errorf("%s: there is no such file", args[0])
			}
			missing := false
			err = e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if dry {
					dir = dir.Nowhere()
				}
				coder, got, err := s.Receive(dir, data)
				if err != nil {
					return "", catalogue.Errorf("%s: %w", args[0], err)
				}
				missing = slices.ContainsFunc(got, cases.Received.Missing)
				came := e.tellReceived(s, coder, got, dry, all)
				if dry || !came {
					return "", nil
				}
				if coder == "" {
					return fmt.Sprintf("received texts from %s", filepath.Base(args[0])), nil
				}
				return fmt.Sprintf("received the work of %s from %s", coder, filepath.Base(args[0])), nil
			})
			if err == nil && missing {
				err = errSilent
			}
			return err
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "show what is new, removed or differs, and write nothing")
	c.Flags().BoolVar(&all, "all", false, "of what was carried over, list the places that are the same or moved unchanged too")
	return c
}

// tellReceived says what became of each file, and tells whether anything changed.
func (e *Env) tellReceived(s *cases.Study, coder string, got []cases.Received, dry, all bool) (came bool) {
	hides := e.hides(s)
	files, left, texts, same := 0, 0, 0, 0
	for _, r := range got {
		if r.Left != nil {
			left++
			e.tell("left %s: %w", r.File, r.Left)
			continue
		}
		switch {
		case r.Coder == "":
		case r.Came+r.Gone+len(r.Conflicts)+r.Erased == 0 && r.Revised == nil:
			same++
		default:
			files++
		}
		came = came || r.Came+r.Gone > 0
		list := revising{format: "text", all: all, language: catalogue.In(s.Language)}
		switch {
		case r.Revised == nil:
		case r.Coder == "":
			texts++
			r.Revised.Places = slices.DeleteFunc(r.Revised.Places, func(p cases.RevisedPlace) bool { return hides(p.File) })
			list.printText(e, *r.Revised)
			if r.Erasing {
				e.tell("the text before was erased where this one comes from; crosscase corpus revise --forget %s erases it here too", r.Revised.Document)
			}
		default:
			e.tell("%s speaks of an earlier version of %s, and was carried over:", r.File, r.Revised.Document)
			if !hides(r.File) {
				list.printPlaces(e, r.Revised.Places)
			}
		}
		if r.Coder != "" && r.Came+r.Gone+len(r.Conflicts) > 0 {
			e.tell("%s: %s new, %d removed", r.File, kindsOf(r.Kinds), r.Gone)
		}
		for _, line := range r.Conflicts {
			if hides(r.File) {
				line = "…"
			}
			e.tell("  the two differ; this line is left out: %s", line)
		}
		if r.Erased > 0 {
			e.tell("%s: %s left out, for the words do not stand in the text any more, of which this study erased some", r.File, counted(r.Erased, "record was", "records were"))
			if r.Revised != nil {
				e.tell("hint: crosscase share --text %s sends the text to %s, who receives it", r.Revised.Document, coder)
			}
			e.tell("hint: %s says where they stand (coding place) or takes them out (coding remove), runs corpus revise --forget too, and shares again", coder)
		}
		if len(r.Words) > 0 && !hides(r.File) {
			e.tell("%s: these words stand in no text of which words were erased; look whether they name somebody: %s", r.File, strings.Join(r.Words, ", "))
		}
	}
	switch {
	case coder == "" && texts == 0 && left == 0:
		e.tell("the texts are here already")
	case coder == "" && dry && texts > 0:
		e.tell("%s would be corrected; nothing was written", counted(texts, "text", "texts"))
	case coder == "" && texts > 0:
		e.tell("%s corrected", counted(texts, "text was", "texts were"))
	case coder == "":
	case files == 0 && dry && left == 0:
		e.tell("of the work of %s everything is here already; nothing was written", coder)
	case files == 0 && left == 0:
		e.tell("of the work of %s everything was here already", coder)
	case files == 0: // what was left is told below
	case dry:
		e.tell("%s of %s would be received; nothing was written", counted(files, "file", "files"), coder)
	default:
		e.tell("received %s of %s", counted(files, "file", "files"), coder)
	}
	if coder != "" && same > 0 && files+left > 0 {
		e.tell("%s of the work of %s was here already", counted(same, "file", "files"), coder)
	}
	if left > 0 {
		e.tell("%s not taken in", counted(left, "file was", "files were"))
	}
	if coder != "" && !slices.ContainsFunc(s.Coders, func(k cases.Coder) bool { return k.Name == coder }) {
		e.tell("%s is not in %s yet: add a line under coders: there, “  - name: %s”", coder, cases.StudyFile, coder)
	}
	return came
}

// kindsOf says how many lines of what kind came: "3 codings, 1 reading".
func kindsOf(n cases.Lines) catalogue.Message {
	var out []catalogue.Message
	for _, of := range []struct {
		n         int
		one, many string
	}{{n.Codings, "coding", "codings"}, {n.Readings, "reading of a document", "readings of documents"}, {n.Verdicts, "verdict", "verdicts"}, {n.Memos, "memo", "memos"}, {n.Others, "other line", "other lines"}} {
		if of.n > 0 {
			out = append(out, counted(of.n, of.one, of.many))
		}
	}
	if len(out) == 0 {
		return catalogue.Text("nothing")
	}
	return catalogue.List(out)
}
