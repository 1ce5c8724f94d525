package cmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/testdata"
)

func newDemo(e *Env) *cobra.Command {
	var example string
	c := &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Write an example study, run the whole job on it and print its tables",
		Long: `The example is a study of four Norwegian municipalities that use balanced scorecards (invented texts, published
facts); --example libraries is a smaller one in English. Without DIR the study goes to crosscase-demo in this
folder, or crosscase-demo-2 and so on if that is taken.`,
		Example: "  crosscase demo\n  crosscase demo --example libraries",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			dir := ""
			if len(args) == 1 {
				dir = args[0]
			}
			return runDemo(c.Context(), e, example, dir)
		},
	}
	c.Flags().StringVar(&example, "example", "municipalities", "municipalities (Norwegian) or libraries (English)")
	_ = c.RegisterFlagCompletionFunc("example", cobra.FixedCompletions([]string{"municipalities", "libraries"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func runDemo(ctx context.Context, e *Env, example, dir string) error {
	files, err := fs.Sub(testdata.Examples, example)
	if err != nil || !exists(files, cases.StudyFile) {
		return usagef("there is no example %q\nhint: write municipalities or libraries", example)
	}
	dir, err = e.demoFolder(dir)
	if err != nil {
		return err
	}
	if e.locale() == "" { // else the frame stands in the language of the person, though the study does not
		if s, _ := cases.Open(files); s != nil {
			e.language = catalogue.In(s.Language)
		}
	}
	d := demo{env: e, dir: plainfile.Dir{Root: e.path(dir), Step: e.Step}, files: files}
	for _, step := range []func(context.Context) error{d.writePlans, d.takeIn, d.addCodings, d.apply, d.read} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	for _, table := range []string{"adaptations", "challenges", "success-factors"} {
		fmt.Fprintln(e.Stdout)
		if err := d.show(ctx, "compare", "table", table); err != nil {
			return err
		}
	}
	d.env.tell("\nThe study is in %s: plain files to read and change. Go on there:\n\n  cd %s\n  crosscase                                        where the study stands\n  crosscase compare table challenges --why         the passages behind every cell\n  crosscase search '%s'\n  crosscase quotes --kind success-factor --says against\n  crosscase guide coverage\n  crosscase compare --help                         the displays across cases; crosscase build makes them all\n  crosscase compare findings                       what the study claims, held against the codings\n  tables/out holds every table as HTML, Markdown, CSV and JSON, and as a picture where it can be drawn",
		dir, dir, map[string]string{"municipalities": "kvalitet* NEAR/8 mål*", "libraries": "camera* OR alarm*"}[example])
	return nil
}

func exists(files fs.FS, name string) bool {
	_, err := fs.Stat(files, name)
	return err == nil
}

// demoFolder returns the folder for the example: the one that was named, if it is not
// there or empty, else the first free crosscase-demo.
func (e *Env) demoFolder(dir string) (string, error) {
	free := func(name string) bool {
		entries, err := os.ReadDir(e.path(name))
		return err != nil && os.IsNotExist(err) || err == nil && len(entries) == 0
	}
	if dir != "" {
		if !free(dir) {
			return "", catalogue.Errorf("%s is there and not empty; nothing was changed\nhint: name another folder", dir)
		}
		return dir, nil
	}
	for n := 1; ; n++ {
		name := "crosscase-demo"
		if n > 1 {
			name = fmt.Sprintf("crosscase-demo-%d", n)
		}
		if free(name) {
			return name, nil
		}
	}
}

// demo is one run over an example study.
type demo struct {
	env   *Env
	dir   plainfile.Dir
	files fs.FS
}

// run runs a command in the study, as it would be typed there, and returns what it told.
func (d demo) run(ctx context.Context, out io.Writer, args ...string) (string, error) {
	var told bytes.Buffer
	sub := *d.env
	sub.language = "" // that of the study
	sub.Folder, sub.study, sub.Stdout, sub.Stderr, sub.ErrTerminal = d.dir.Root, "", out, &told, false
	sub.Now = func() time.Time { return time.Date(2016, 3, 2, 12, 0, 0, 0, time.UTC) } // the example's own calendar
	if code := Run(ctx, &sub, args); code != 0 {
		return "", catalogue.Errorf("the example failed at %s:\n%s", typedCommand(args), told.String())
	}
	return told.String(), nil
}

// show runs a command and prints its answer.
func (d demo) show(ctx context.Context, args ...string) error {
	fmt.Fprintf(d.env.Stderr, "$ %s\n", typedCommand(args))
	_, err := d.run(ctx, d.env.Stdout, args...)
	return err
}

// tell runs a command and prints what it told, the details left out.
func (d demo) tell(ctx context.Context, shown string, args ...string) error {
	fmt.Fprintf(d.env.Stderr, "$ %s\n", shown)
	told, err := d.run(ctx, io.Discard, args...)
	for _, l := range strings.Split(strings.TrimSpace(told), "\n") {
		if l != "" && !strings.HasPrefix(l, "  ") && !strings.HasPrefix(l, "note:") && !strings.HasPrefix(l, "merk:") {
			fmt.Fprintf(d.env.Stderr, "  %s\n", l)
		}
	}
	return err
}

// copyFiles writes the example's files for which keep is true.
func (d demo) copyFiles(keep func(name string) bool) error {
	return fs.WalkDir(d.files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !keep(name) {
			return err
		}
		data, err := fs.ReadFile(d.files, name)
		if err != nil {
			return err
		}
		return d.dir.WriteDerived(name, data)
	})
}

func (d demo) writePlans(context.Context) error {
	d.env.tell("writing the sources, the guide, the code book, the cases and the tables")
	return d.copyFiles(func(name string) bool { return !strings.HasPrefix(name, "codings/") })
}

// takeIn takes the sources of each case in: those whose names begin with its key.
func (d demo) takeIn(ctx context.Context) error {
	s, _ := cases.Open(d.dir.FS())
	for _, c := range s.Cases {
		sources, err := fs.Glob(d.files, "sources/"+c.Key+"-*")
		if err != nil {
			return err
		}
		args := []string{"corpus", "add", "--case", c.Key}
		for _, f := range sources {
			args = append(args, filepath.FromSlash(f))
		}
		if err := d.tell(ctx, "crosscase corpus add --case "+c.Key+" sources/"+c.Key+"-*", args...); err != nil {
			return err
		}
	}
	return nil
}

func (d demo) addCodings(ctx context.Context) error {
	if err := d.copyFiles(func(name string) bool { return strings.HasPrefix(name, "codings/") }); err != nil {
		return err
	}
	d.env.tell("adding one person's codings, typed as quotes; mend finds their places")
	return d.tell(ctx, "crosscase check --mend", "check", "--mend")
}

func (d demo) apply(ctx context.Context) error {
	return d.tell(ctx, "crosscase coding apply", "coding", "apply")
}

// read closes the coverage of the interviews and records what the person has read: every
// document that person coded.
func (d demo) read(ctx context.Context) error {
	s, _ := cases.Open(d.dir.FS())
	var read, interviews []string
	for _, doc := range s.Documents {
		coded, _ := fs.Glob(d.files, "codings/*/"+strings.TrimSuffix(doc.Key, ".txt")+".jsonl")
		if len(coded) == 0 {
			continue
		}
		read = append(read, doc.Key)
		if doc.Interview() {
			interviews = append(interviews, doc.Key)
		}
	}
	for _, verb := range [][]string{append([]string{"guide", "close"}, interviews...), append([]string{"coding", "read"}, read...)} {
		if err := d.tell(ctx, typedCommand(verb), verb...); err != nil {
			return err
		}
	}
	if err := d.tell(ctx, "crosscase cases confirm --all", "cases", "confirm", "--all"); err != nil {
		return err
	}
	return d.tell(ctx, "crosscase build", "build")
}
