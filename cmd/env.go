package cmd

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
)

// Env is what a command needs of the world outside.
type Env struct {
	Stdout, Stderr io.Writer
	Stdin          io.Reader
	Folder         string // in which the command was typed
	Now            func() time.Time
	Getenv         func(string) string
	OutTerminal    bool // Stdout is a terminal
	ErrTerminal    bool // Stderr is a terminal: progress may be shown
	Width          int  // of the terminal in columns, 0 if unknown
	Lines          int  // of the terminal, 0 if unknown
	Version        string
	CacheDir       string                    // of the compiled PDF engine; "" is the user's cache folder
	Keys           func() (Keyboard, error)  // takes the keyboard over; nil is that of Stdin
	Size           func() (width, lines int) // of the terminal as it is now; nil where that cannot be asked
	Step           func(step string)         // told of every step of a write; for tests that end the program there

	study   string // --study
	typed   string // the command as it was typed, for the journal and tables
	command string // its name, for the lock

	language catalogue.Language // of the study, as far as it has been read
}

// System returns the environment of this process.
func System(version string) *Env {
	folder, err := os.Getwd()
	if err != nil {
		folder = "."
	}
	outliveReaders()
	e := &Env{Stdout: unheard{os.Stdout}, Stderr: unheard{os.Stderr}, Stdin: os.Stdin, Folder: folder, Now: time.Now, Getenv: os.Getenv, Version: version,
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())), ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())), CacheDir: os.Getenv("CROSSCASE_CACHE")}
	e.Size = func() (width, lines int) {
		if e.OutTerminal {
			width, lines, _ = term.GetSize(int(os.Stdout.Fd()))
		}
		if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 20 {
			width = columns
		}
		return width, lines
	}
	e.Width, e.Lines = e.Size()
	return e
}

// Version returns the version that the module was built from, "devel" if none.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" && !strings.Contains(info.Main.Version, "-0.") {
		return info.Main.Version
	}
	return "devel"
}

// program names this build of the program: its version, and the size and time of the file
// it runs from, which tell apart two builds of one version.
func (e *Env) program() string {
	path, err := os.Executable()
	if err != nil {
		return e.Version
	}
	info, err := os.Stat(path)
	if err != nil {
		return e.Version
	}
	return fmt.Sprintf("%s %d %d", e.Version, info.Size(), info.ModTime().UnixNano())
}

// usageError is wrong use: exit code 2.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func usagef(format string, args ...any) error {
	return usageError{catalogue.Errorf(format, args...)}
}

// errSilent ends a command that has said all it has to say: exit code 1.
var errSilent = errors.New("")

// root returns the folder of the study: the one that --study names, else the nearest
// above the folder of the command that holds crosscase.yaml.
func (e *Env) root() (plainfile.Dir, error) {
	if e.study != "" {
		folder := e.path(e.study)
		if _, err := os.Stat(filepath.Join(folder, cases.StudyFile)); err != nil {
			return plainfile.Dir{}, catalogue.Errorf("%s holds no study: there is no %s in it\nhint: crosscase init %s makes one", e.study, cases.StudyFile, e.study)
		}
		return plainfile.Dir{Root: folder, Step: e.Step}, nil
	}
	for folder := e.Folder; ; {
		if _, err := os.Stat(filepath.Join(folder, cases.StudyFile)); err == nil {
			return plainfile.Dir{Root: folder, Step: e.Step}, nil
		}
		up := filepath.Dir(folder)
		if up == folder {
			return plainfile.Dir{}, catalogue.Errorf("%w\nhint: crosscase init makes a study of this folder; crosscase demo shows one", cases.ErrNoStudy)
		}
		folder = up
	}
}

// path returns a path that was typed, seen from the folder of the command.
func (e *Env) path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(e.Folder, p)
}

// open reads the study. What is wrong in it is told in one line on Stderr, unless
// the command is check, which prints it all.
func (e *Env) open() (*cases.Study, plainfile.Dir, error) {
	dir, err := e.root()
	if err != nil {
		return nil, dir, err
	}
	s, problems := cases.OpenIn(dir, e.program())
	if s == nil {
		return nil, dir, problems.Err()
	}
	e.language = catalogue.In(s.Language)
	if n := len(problems); n > 0 {
		e.tell("note: %d %s; crosscase check prints them", n, plural(n, "problem in the study's files", "problems in the study's files"))
	}
	return s, dir, nil
}

// lang returns the language in which the user is told things: that of the study; without one that of the locale, else English.
func (e *Env) lang() catalogue.Language {
	if e.language == "" {
		e.language = cmp.Or(e.locale(), "en")
		if dir, err := e.root(); err == nil {
			e.language = catalogue.In(cases.LanguageOf(dir))
		}
	}
	return e.language
}

// locale returns the language of the locale (LC_ALL, LC_MESSAGES, LANG), "" if none is set or it is C or POSIX. Of others than those of the
// catalogue it is English.
func (e *Env) locale() catalogue.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		set := e.Getenv(name)
		if set == "" {
			continue
		}
		code, _, _ := strings.Cut(set, ".")
		code, _, _ = strings.Cut(code, "_")
		if code == "C" || code == "POSIX" {
			return ""
		}
		return catalogue.In(code)
	}
	return ""
}

// say returns a message in the language of the study.
func (e *Env) say(english string, parts ...any) string {
	words, _ := catalogue.Text(english, parts...).Told(e.lang())
	return words
}

// tell prints a message on a line of Stderr.
func (e *Env) tell(english string, parts ...any) {
	fmt.Fprintln(e.Stderr, e.folded(e.say(english, parts...), e.ErrTerminal, 0))
}

// tellWords prints the words of a passage that was coded or named, on Stderr.
func (e *Env) tellWords(before, words string) {
	fmt.Fprintf(e.Stderr, "  %s%s\n", before, e.lang().Quote(brief(words)))
}

// directed returns a code with what a passage says of it behind, where that is not for: "time (against)".
func (e *Env) directed(code string, says coding.Says) string {
	if says == "" || says == coding.For {
		return code
	}
	return code + " (" + e.lang().Say(string(says)) + ")"
}

// retell prints a line of what was done, as the journal has it, on Stderr.
func (e *Env) retell(did string) { e.tell("%s", catalogue.Done(did)) }

// why returns the words of an error in the language of the study.
func (e *Env) why(err error) string {
	words, _ := e.lang().Tell(err)
	return words
}

// lockWait is how long a writer waits for another.
const lockWait = 10 * time.Second

// write opens the study for a change: it waits for the lock, reads, lets change do its
// work, and notes in the journal what was done. change returns a line for the journal,
// "" if nothing was changed.
func (e *Env) write(ctx context.Context, coder string, change func(s *cases.Study, dir plainfile.Dir) (string, error)) error {
	return e.writeBy(ctx, func(s *cases.Study, dir plainfile.Dir) (string, string, error) {
		did, err := change(s, dir)
		return coder, did, err
	})
}

// writeBy is write for a change of which it turns out in whose name it is; by is "" for nobody's.
func (e *Env) writeBy(ctx context.Context, change func(s *cases.Study, dir plainfile.Dir) (by, did string, err error)) error {
	dir, err := e.root()
	if err != nil {
		return err
	}
	unlock, err := e.lock(ctx, dir)
	if err != nil {
		return err
	}
	defer unlock()
	s, _, err := e.open()
	if err != nil {
		return err
	}
	by, did, err := change(s, dir)
	if did != "" {
		if jerr := e.journal(dir, by, did); err == nil {
			err = jerr
		}
	}
	return err
}

// change is write for a change that can be taken back (crosscase undo): it is held back, noted whole in
// what was done, and then written. Where nobody is named and several could be meant it is noted in no name.
func (e *Env) change(ctx context.Context, coder string, change func(s *cases.Study, dir plainfile.Dir) (string, error)) error {
	return e.noted(ctx, coder, plainfile.Dir.HoldBack, change)
}

// changeAtOnce is change for what is too large to be held back: it is written at once, and noted when it is done.
func (e *Env) changeAtOnce(ctx context.Context, coder string, change func(s *cases.Study, dir plainfile.Dir) (string, error)) error {
	return e.noted(ctx, coder, plainfile.Dir.Watch, change)
}

func (e *Env) noted(ctx context.Context, coder string, hold func(plainfile.Dir) (plainfile.Dir, *plainfile.HeldBack), change func(s *cases.Study, dir plainfile.Dir) (string, error)) error {
	return e.writeBy(ctx, func(s *cases.Study, dir plainfile.Dir) (string, string, error) {
		who, err := e.coder(s, coder)
		if err != nil {
			who = "" // several could be meant, or it is the consensus of all
		}
		held, files := hold(dir)
		did, err := change(s, held)
		if did == "" && err != nil {
			return "", "", err
		}
		if cerr := dir.History(who).Commit(files, "", e.today(), did); cerr != nil {
			return "", "", cerr
		}
		return cmp.Or(who, coder), did, err
	})
}

// writtenFolders are those of a study's folders that the program writes into.
var writtenFolders = []string{"calibration", "cases", "codebooks", "codings", "documents", "memos", "reviews", "summaries", "tables", "vault", plainfile.UndoFolder}

// lock waits for the right to write a study and removes what killed programs left
// unfinished in it.
func (e *Env) lock(ctx context.Context, dir plainfile.Dir) (unlock func(), err error) {
	unlock, err = dir.Lock(ctx, e.command, lockWait)
	if err != nil {
		return nil, err
	}
	err = errors.Join(dir.EndBegun(), dir.Sweep("."))
	for _, folder := range writtenFolders {
		walked := fs.WalkDir(dir.FS(), folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() {
				return nil // what cannot be read here is told by whoever needs it
			}
			return dir.Sweep(name)
		})
		err = errors.Join(err, walked)
	}
	if err != nil {
		unlock()
		return nil, err
	}
	return unlock, nil
}

// journal notes what was done to the study: the audit trail.
func (e *Env) journal(dir plainfile.Dir, coder, did string) error {
	line, err := plainfile.EncodeLine(struct {
		On      string `json:"on"`
		Command string `json:"command"`
		Coder   string `json:"coder,omitempty"`
		Did     string `json:"did"`
	}{e.Now().UTC().Format("2006-01-02T15:04:05Z"), e.command, coder, did})
	if err != nil {
		return err
	}
	return dir.Append("journal.jsonl", line)
}

// coder returns who codes: --coder, else CROSSCASE_CODER, else the only coder of the study.
func (e *Env) coder(s *cases.Study, named string) (string, error) {
	if named == "" {
		named = e.Getenv("CROSSCASE_CODER")
	}
	var known []string
	for _, c := range s.Coders {
		known = append(known, c.Name)
	}
	if named == "" && len(known) == 1 {
		return known[0], nil
	}
	if named == "" {
		return "", catalogue.Errorf("who codes?\nhint: add --coder NAME; coders stand in %s: %s", cases.StudyFile, strings.Join(known, ", "))
	}
	for _, k := range known {
		if k == named {
			return named, nil
		}
	}
	return "", catalogue.Errorf("coder %q is not in %s\nhint: %s", named, cases.StudyFile, plainfile.DidYouMean(named, known, "add the name under coders:"))
}

// today returns the date for records of people.
func (e *Env) today() string { return e.Now().Format("2006-01-02") }

func (e *Env) index(dir plainfile.Dir) *index.Index { return index.In(dir) }

// counted returns a number with its noun: "1 document", "2 documents".
func counted(n int, one, many string) catalogue.Message {
	return catalogue.Text("%d %s", n, plural(n, one, many))
}

func plural(n int, one, many string) catalogue.Message {
	if n == 1 {
		return catalogue.Text(one)
	}
	return catalogue.Text(many)
}
