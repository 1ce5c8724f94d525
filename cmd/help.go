package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"crosscase/corpus/catalogue"
)

// help is the help of a command in a language: what cobra prints, its frame, the line that says what each command does and the words of the
// flags through the catalogue. Descriptions and examples stand as they are written. On a terminal lines are broken between words.
type help struct {
	env *Env
	l   catalogue.Language
	b   strings.Builder
}

// speakHelp lets all commands below root print help in the language of --lang, else in that of the person (Env.lang).
func (e *Env) speakHelp(root *cobra.Command) {
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		h := help{env: e, l: e.lang()}
		if f := c.Flags().Lookup("lang"); f != nil && slices.Contains([]string{"en", "nb", "nn"}, f.Value.String()) {
			h.l = catalogue.In(f.Value.String())
		}
		fmt.Fprint(c.OutOrStdout(), h.of(c))
	})
}

func (h *help) say(english string, parts ...any) string {
	words, _ := catalogue.Text(english, parts...).Told(h.l)
	return words
}

// line prints a line; what a terminal has no room for on it stands so many columns in.
func (h *help) line(text string, in int) {
	h.b.WriteString(h.env.folded(text, h.env.OutTerminal, in) + "\n")
}

func (h *help) head(english string) { h.b.WriteString("\n" + h.say(english) + "\n") }

func (h *help) of(c *cobra.Command) string {
	about := c.Long
	if about == "" {
		about = h.say(c.Short)
	}
	h.line(strings.TrimSpace(about), 0)
	h.head("Usage:")
	if c.Runnable() {
		h.line("  "+strings.Replace(c.UseLine(), "[flags]", h.say("[flags]"), 1), 4)
	}
	if c.HasAvailableSubCommands() {
		h.line("  "+c.CommandPath()+" "+h.say("[command]"), 4)
	}
	if len(c.Aliases) > 0 {
		h.head("Aliases:")
		h.line("  "+c.NameAndAliases(), 4)
	}
	if c.HasExample() {
		h.head("Examples:")
		h.b.WriteString(c.Example + "\n")
	}
	h.commands(c)
	if c.HasAvailableLocalFlags() {
		h.head("Flags:")
		h.flags(c.LocalFlags())
	}
	if c.HasAvailableInheritedFlags() {
		h.head("Global Flags:")
		h.flags(c.InheritedFlags())
	}
	if c.HasHelpSubCommands() {
		h.head("Additional help topics:")
		for _, sub := range c.Commands() {
			if sub.IsAdditionalHelpTopicCommand() {
				h.beside(sub.CommandPath(), sub.CommandPathPadding(), sub.Short)
			}
		}
	}
	if c.HasAvailableSubCommands() {
		h.b.WriteString("\n")
		h.line(h.say("Use \"%s [command] --help\" for more information about a command.", c.CommandPath()), 0)
	}
	return h.b.String()
}

// commands lists the commands below one, by the groups that they are in.
func (h *help) commands(c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	groups := c.Groups()
	if len(groups) == 0 {
		groups = []*cobra.Group{{Title: "Available Commands:"}}
	}
	for _, group := range groups {
		h.head(group.Title)
		for _, sub := range c.Commands() {
			if sub.GroupID == group.ID && (sub.IsAvailableCommand() || sub.Name() == "help") {
				h.beside(sub.Name(), sub.NamePadding(), sub.Short)
			}
		}
	}
}

// beside prints a name and what it does, behind a column of names of so many characters.
func (h *help) beside(name string, column int, short string) {
	h.line(fmt.Sprintf("  %-*s %s", column, name, h.say(short)), column+3)
}

// flags lists flags with what each takes and does, and what it is where it is not given.
func (h *help) flags(set *pflag.FlagSet) {
	var names, does []string
	column := 0
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		takes, usage := pflag.UnquoteUsage(f)
		if takes != "" {
			name += " " + h.say(takes)
		}
		names, does = append(names, name), append(does, h.does(f, usage))
		column = max(column, len([]rune(name))+3)
	})
	for i, name := range names {
		h.line(fmt.Sprintf("%-*s%s", column, name, does[i]), column)
	}
}

func (h *help) does(f *pflag.Flag, usage string) string {
	if of, ok := strings.CutPrefix(usage, "help for "); ok && f.Name == "help" {
		return h.say("help for %s", of)
	}
	usage = h.say(usage)
	switch {
	case slices.Contains([]string{"", "0", "false", "[]"}, f.DefValue):
		return usage
	case f.Value.Type() == "string":
		return usage + " " + h.say("(default %s)", fmt.Sprintf("%q", f.DefValue))
	}
	return usage + " " + h.say("(default %s)", f.DefValue)
}
