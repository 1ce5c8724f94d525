package cmd

import (
	"encoding/json"
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// print says what became of every place.
func (r *revising) print(e *Env) error {
	if r.format == "json" {
		return r.printJSON(e)
	}
	if r.forget {
		return nil
	}
	for _, x := range r.revised {
		r.printText(e, x)
	}
	return nil
}

func (r *revising) printText(e *Env, x cases.Revised) {
	what := r.language.Say("revised", r.language.Count(x.Went, "stretch"), x.Came)
	if x.Went == 0 && x.Came == 0 {
		what = r.language.Say("revised nothing")
	}
	fmt.Fprintf(e.Stdout, "%s: %s\n", x.Document, what)
	if len(x.Speakers) > 0 {
		e.tell("new in %s: %s; correct with crosscase corpus speakers %s LABEL=ROLE", x.Document, speakerLine(e, x.Speakers), x.Document)
	}
	for _, p := range x.Relabelled {
		e.tell("%s is labelled %s now in %s, and has the role as before", p.Was, speakerLine(e, []corpus.Speaker{p.Speaker}), x.Document)
	}
	for _, label := range x.Mute {
		e.tell("%s had turns in %s and has none now; lines that begin with another label belong to the turn before until crosscase corpus speakers %s LABEL=ROLE names it", label, x.Document, x.Document)
	}
	if x.Silent {
		e.tell("nobody speaks in %s, so that its words are nobody's\nhint: put a label and a colon such as \"I:\" before each turn; crosscase corpus speakers %s LABEL=ROLE says what labels there are", x.Document, x.Document)
	}
	r.printPlaces(e, x.Places)
}

// printPlaces says how many places went which way, and lists those that somebody should look at.
func (r *revising) printPlaces(e *Env, places []cases.RevisedPlace) {
	counts := map[string]int{}
	for _, p := range places {
		counts[fateOf(p)]++
	}
	var parts []string
	for _, f := range []string{"same", "moved", "changed", "unclear", "lost"} {
		if counts[f] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[f], r.language.Say("revised "+f)))
		}
	}
	if len(parts) > 0 {
		fmt.Fprintf(e.Stdout, "%s\n", strings.Join(parts, ", "))
	}
	hidden := 0
	for _, p := range places {
		if !p.NeedsLook() && !r.all {
			hidden++
			continue
		}
		fmt.Fprintf(e.Stdout, "  %-8s %s\n", r.language.Say("revised "+fateOf(p)), placeLine(p, r.language))
	}
	if hidden > 0 && hidden < len(places) {
		fmt.Fprintf(e.Stdout, "  %s\n", r.language.Say("revised hidden", hidden))
	}
}

// fateOf names the fate of a place; changed is one of its own here.
func fateOf(p cases.RevisedPlace) string {
	if p.Changed {
		return "changed"
	}
	return string(p.Fate)
}

// placeLine tells what a place is, where it stood and where it stands.
func placeLine(p cases.RevisedPlace, l catalogue.Language) string {
	var b strings.Builder
	switch p.Kind {
	case "coding":
		fmt.Fprintf(&b, "%s %s (%s)", p.ID, p.Code, p.Coder)
	case "question":
		b.WriteString(l.Say("revised question", p.Question, p.Coder))
	case "verdict":
		b.WriteString(l.Say("revised verdict", p.Code, p.Coder))
	case "value", "calibration":
		b.WriteString(l.Say("revised reason", p.File))
	case "summary":
		b.WriteString(l.Say("revised anchor", p.File))
	case "member":
		b.WriteString(l.Say("revised member", p.File))
	}
	fmt.Fprintf(&b, "  %s", p.Was)
	switch {
	case p.Fate == corpus.Unclear:
		var at []string
		for i, c := range p.Candidates {
			if i == 5 {
				at = append(at, l.Say("revised more", len(p.Candidates)-i))
				break
			}
			at = append(at, c.String())
		}
		fmt.Fprintf(&b, " → %s?", strings.Join(at, " "+l.Say("revised or")+" "))
	case p.Fate != corpus.Lost && p.Span != p.Was:
		fmt.Fprintf(&b, " → %s", p.Span)
	}
	if p.Quote != "" {
		fmt.Fprintf(&b, "  %s", l.Quote(brief(p.Quote)))
	}
	if p.Changed {
		fmt.Fprintf(&b, " → %s", l.Quote(brief(p.Now)))
	}
	return b.String()
}

// brief cuts a quote to one line of 60 characters.
func brief(s string) string {
	return shortened(strings.Join(strings.Fields(s), " "), 60)
}

// shortened returns words of at most so many characters; where some are left out, they end in an ellipsis.
func shortened(words string, most int) string {
	if r := []rune(words); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return words
}

type revisedJSON struct {
	Document string             `json:"document"`
	From     string             `json:"from,omitempty"`
	To       string             `json:"to,omitempty"`
	Went     int                `json:"went"`
	Came     int                `json:"came"`
	Speakers []speakerJSON      `json:"new_speakers,omitempty"`
	Labels   map[string]string  `json:"labels_written_over,omitempty"` // the label of today by the one before
	Mute     []string           `json:"speak_no_more,omitempty"`
	Places   []revisedPlaceJSON `json:"places"`
}

type revisedPlaceJSON struct {
	Kind       string   `json:"kind"`
	File       string   `json:"file"`
	Coder      string   `json:"coder,omitempty"`
	ID         string   `json:"id,omitempty"`
	Code       string   `json:"code,omitempty"`
	Question   string   `json:"question,omitempty"`
	Fate       string   `json:"fate"`
	Changed    bool     `json:"changed,omitempty"`
	Was        string   `json:"was"`
	Is         string   `json:"is,omitempty"`
	Quote      string   `json:"quote,omitempty"`
	Now        string   `json:"now,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
}

func (r *revising) printJSON(e *Env) error {
	out := struct {
		Format  int           `json:"format"`
		Revised []revisedJSON `json:"revised"`
	}{1, []revisedJSON{}}
	for _, x := range r.revised {
		j := revisedJSON{Document: x.Document, From: x.From, To: x.To, Went: x.Went, Came: x.Came, Mute: x.Mute, Places: []revisedPlaceJSON{}}
		for _, p := range x.Speakers {
			j.Speakers = append(j.Speakers, speakerJSON{p.Label, string(p.Role), p.Also})
		}
		for _, p := range x.Relabelled {
			if j.Labels == nil {
				j.Labels = map[string]string{}
			}
			j.Labels[p.Was] = p.Speaker.Label
		}
		for _, p := range x.Places {
			q := revisedPlaceJSON{Kind: p.Kind, File: p.File, Coder: p.Coder, ID: p.ID, Code: p.Code, Question: p.Question,
				Fate: string(p.Fate), Changed: p.Changed, Was: p.Was.String(), Quote: p.Quote, Now: p.Now}
			if p.Fate == corpus.Same || p.Fate == corpus.Moved {
				q.Is = p.Span.String()
			}
			for _, c := range p.Candidates {
				q.Candidates = append(q.Candidates, c.String())
			}
			j.Places = append(j.Places, q)
		}
		out.Revised = append(out.Revised, j)
	}
	enc := json.NewEncoder(e.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
