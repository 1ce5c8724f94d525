package cmd

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"crosscase/corpus/catalogue"
)

// everyCommand calls a function for each command that help shows.
func everyCommand(e *Env, do func(c *cobra.Command)) {
	root := newRoot(e)
	root.InitDefaultHelpCmd()
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		do(c)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

func helpEnv(folder, locale string) *Env {
	return &Env{Stdout: io.Discard, Stderr: io.Discard, Folder: folder, Version: "test", Now: fixedTime, Getenv: func(name string) string {
		if name == "LANG" {
			return locale
		}
		return ""
	}}
}

// TestEnglishHelpIsCobras holds what we print against what cobra does.
func TestEnglishHelpIsCobras(t *testing.T) {
	e := helpEnv(t.TempDir(), "")
	everyCommand(e, func(c *cobra.Command) {
		h := help{env: e, l: "en"}
		about := strings.TrimSpace(c.Long)
		if about == "" {
			about = c.Short
		}
		want := about + "\n\n" + c.UsageString()
		if got := h.of(c); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s: got\n%s\nwant\n%s", c.CommandPath(), got, want)
		}
	})
}

// TestHelpIsSaidInNorwegian looks for commands, groups and flags without words in bokmål and nynorsk.
func TestHelpIsSaidInNorwegian(t *testing.T) {
	e := helpEnv(t.TempDir(), "")
	said := func(where, english string) {
		for _, l := range []catalogue.Language{"nb", "nn"} {
			if words, ok := catalogue.Text(english).Told(l); !ok || strings.Contains(words, "%!") {
				t.Errorf("%s: %q is not said in %s; add it to corpus/catalogue/said_help.go or said_flags.go", where, english, l)
			}
		}
	}
	n := 0
	everyCommand(e, func(c *cobra.Command) {
		said(c.CommandPath(), c.Short)
		for _, g := range c.Groups() {
			said(c.CommandPath(), g.Title)
		}
		for _, set := range []*pflag.FlagSet{c.LocalFlags(), c.InheritedFlags()} {
			set.VisitAll(func(f *pflag.Flag) {
				if takes, usage := pflag.UnquoteUsage(f); !f.Hidden && f.Name != "help" {
					said(c.CommandPath()+" --"+f.Name, usage)
					said(c.CommandPath()+" --"+f.Name, takes)
					n++
				}
			})
		}
	})
	if n < 500 {
		t.Errorf("only %d flags were looked at", n)
	}
}

// TestHelpSpeaksTheLanguageOfThePerson: that of --lang, else that of the study, else that of the locale, else English.
func TestHelpSpeaksTheLanguageOfThePerson(t *testing.T) {
	study := walkStudy(t)
	for _, c := range []struct {
		folder, locale string
		args           []string
		want           string
	}{
		{t.TempDir(), "", []string{"search", "--help"}, "Usage:"},
		{t.TempDir(), "en_US.UTF-8", []string{"search", "--help"}, "Usage:"},
		{t.TempDir(), "nb_NO.UTF-8", []string{"search", "--help"}, "Bruk:"},
		{t.TempDir(), "nn_NO.UTF-8", []string{"--help"}, "Gjer ei mappe til ein studie"},
		{t.TempDir(), "no_NO", []string{"help", "search"}, "Flagg for alle kommandoer:"},
		{study, "en_US.UTF-8", []string{"search", "--help"}, "Bruk:"},
		{study, "", []string{"compare", "table", "--lang", "nn", "--help"}, "vis kodingane til andre"},
		{study, "", []string{"compare", "table", "--help", "--lang", "en"}, "columns: the groups"},
		{study, "", []string{"compare", "--help"}, "Casene side om side:"},
		{study, "", []string{"coding", "suggest", "--help"}, "--top tall   høyst så mange passasjer per kode (ellers 20)"},
	} {
		e := helpEnv(c.folder, c.locale)
		var out bytes.Buffer
		e.Stdout = &out
		if code := Run(context.Background(), e, c.args); code != 0 || !strings.Contains(out.String(), c.want) {
			t.Errorf("%v with the locale %q: exit code %d, no %q in\n%s", c.args, c.locale, code, c.want, out.String())
		}
	}
}

func TestHelpFitsTheTerminal(t *testing.T) {
	for _, l := range []catalogue.Language{"en", "nb", "nn"} {
		e := helpEnv(t.TempDir(), "")
		e.OutTerminal, e.Width = true, 80
		everyCommand(e, func(c *cobra.Command) {
			h := help{env: e, l: l}
			for _, line := range strings.Split(strings.ReplaceAll(h.of(c), c.Example, ""), "\n") {
				if len([]rune(line)) > 80 && !strings.Contains(strings.TrimSpace(line), "http") {
					t.Errorf("%s: %q is wider than the terminal", c.CommandPath(), line)
				}
			}
		})
	}
}
