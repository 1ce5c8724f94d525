package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

func newCorpusSpeakers(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "speakers DOCUMENT [LABEL=ROLE …]",
		Short: "Show who speaks in a document, say which role a speaker has, or join two labels",
		Long: `Without a role it lists the speakers with the number of their turns and of the words that they said:
what stands in square brackets is the transcriber's ([ler], [uhørbart]) and not counted. With LABEL=ROLE it sets
the role: interviewer, informant, other; none takes the label out, so that it starts no turn. A label
that is not among the speakers yet is added. With LABEL=LABEL the first is a spelling of the second from then on: the two are one
speaker, and LABEL=ROLE parts them again. A document in which nobody spoke until then, and whose kind
is not known otherwise, is an interview from then on.`,
		Example: `  crosscase corpus speakers a-interview.txt
  crosscase corpus speakers a-interview.txt I=interviewer R=informant
  crosscase corpus speakers a-interview.txt "Kari (on the phone)=Kari"`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return listSpeakers(e, args[0], nil)
			}
			roles, err := parseRoles(args[1:])
			if err != nil {
				return err
			}
			was := ""
			err = e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if d := s.Document(args[0]); d != nil {
					was = d.Kind
					for _, r := range roles {
						if !cases.Sets(d, r.Role) {
							return "", usageError{cases.UnknownRole(d.Key, string(r.Role))}
						}
					}
				}
				if err := s.SetRoles(dir, args[0], roles); err != nil {
					return "", err
				}
				return "set speakers of " + args[0], nil
			})
			if err != nil {
				return err
			}
			return listSpeakers(e, args[0], func(d *corpus.Document, list []cases.Airtime) {
				if d.Interview() && was != d.Kind {
					e.tell("%s is an interview from now on; crosscase corpus set %s kind=… says otherwise", d.Key, d.Key)
				}
				for _, a := range list {
					if a.Turns == 0 && slices.ContainsFunc(roles, func(r corpus.Speaker) bool { return r.Label == a.Speaker.Label }) {
						e.tell("note: no line of %s begins with %s:, so that %s has no turns", d.Key, a.Speaker.Label, a.Speaker.Label)
					}
				}
			})
		},
	}
}

func parseRoles(args []string) ([]corpus.Speaker, error) {
	var out []corpus.Speaker
	for _, a := range args {
		i := strings.LastIndexByte(a, '=')
		if i <= 0 {
			return nil, usagef("%q is not LABEL=ROLE\nhint: for example I=interviewer", a)
		}
		out = append(out, corpus.Speaker{Label: a[:i], Role: corpus.Role(a[i+1:])})
	}
	return out, nil
}

// listSpeakers prints the speakers of a document, and tells what there is to tell of them.
func listSpeakers(e *Env, key string, told func(*corpus.Document, []cases.Airtime)) error {
	s, _, err := e.open()
	if err != nil {
		return err
	}
	if s.Document(key) == nil {
		return s.UnknownDocument(key)
	}
	list, err := s.Airtime(key)
	if err != nil {
		return err
	}
	if told != nil {
		told(s.Document(key), list)
	}
	if len(list) == 0 {
		fmt.Fprintln(e.Stdout, e.say("nobody speaks in %s\nhint: crosscase corpus speakers %s LABEL=informant makes turns of the lines that begin with LABEL:", key, key))
		return nil
	}
	l := e.lang()
	fmt.Fprintf(e.Stdout, "%-24s %-12s %9s %7s\n", l.Head("speaker"), l.Say("head role"), l.Say("head turns"), l.Say("head counted words"))
	for _, a := range list {
		fmt.Fprintf(e.Stdout, "%-24s %-12s %9d %7d\n", a.Speaker.Label, l.Role(string(a.Speaker.Role)), a.Turns, a.Words)
	}
	return nil
}
