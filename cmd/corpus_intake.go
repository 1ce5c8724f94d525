package cmd

import (
	"encoding/json"
	"fmt"
	"io"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
)

// printReport prints what was done to a file on its way in, and the account of its characters.
func printReport(e *Env, w io.Writer, r convert.Report) {
	for _, x := range r.Entries {
		fmt.Fprint(w, "    ", e.say("%s: %s × %d", catalogue.Text(x.Did), catalogue.Done(x.What), x.Count))
		if x.Example != "" {
			if x.What == "kind of document" {
				x.Example = e.lang().DocumentKind(x.Example)
			}
			fmt.Fprintf(w, " (%s)", x.Example)
		}
		fmt.Fprintln(w)
	}
}

// printAccount says how many letters and digits came in and what became of them.
func printAccount(e *Env, w io.Writer, r convert.Report) {
	out, in := 0, 0
	for _, x := range r.Entries {
		if x.Characters > 0 {
			out += x.Characters
		} else {
			in -= x.Characters
		}
	}
	fmt.Fprintln(w, "   ", e.say("letters and digits: %d in the file, %d taken out, %d put in, %d in the text", r.In, out, in, r.Kept))
}

type intakeJSON struct {
	Document   string          `json:"document"`
	File       string          `json:"file,omitempty"`
	Part       string          `json:"part,omitempty"`
	Format     string          `json:"format,omitempty"`
	Already    bool            `json:"already,omitempty"`
	Case       string          `json:"case,omitempty"`
	Title      string          `json:"title,omitempty"`
	Kind       string          `json:"kind,omitempty"`
	Date       string          `json:"date,omitempty"`
	Minutes    int             `json:"minutes,omitempty"`
	Language   string          `json:"language,omitempty"`
	Turns      int             `json:"turns"`
	Pages      int             `json:"pages"`
	Speakers   []speakerJSON   `json:"speakers"`
	Characters accountJSON     `json:"characters"`
	Report     []convert.Entry `json:"report"`
}

type speakerJSON struct {
	Label string   `json:"label"`
	Role  string   `json:"role,omitempty"`
	Also  []string `json:"also,omitempty"`
}

type accountJSON struct {
	In   int `json:"in"`
	Kept int `json:"kept"`
}

func intakeOf(d *corpus.Document, turns int, r convert.Report) intakeJSON {
	j := intakeJSON{Document: d.Key, File: d.Original.Name, Part: d.Original.Part, Format: d.Original.Format, Title: d.Title, Kind: d.Kind, Date: d.Date,
		Minutes: d.Minutes, Language: d.Language, Turns: turns, Pages: len(d.Pages), Speakers: []speakerJSON{}, Characters: accountJSON{r.In, r.Kept}, Report: r.Entries}
	for _, p := range d.Speakers {
		j.Speakers = append(j.Speakers, speakerJSON{p.Label, string(p.Role), p.Also})
	}
	if j.Report == nil {
		j.Report = []convert.Entry{}
	}
	return j
}

// failedJSON is a file that did not come in.
type failedJSON struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

func printIntakeJSON(w io.Writer, documents []intakeJSON, failed []failedJSON, dry bool) error {
	if documents == nil {
		documents = []intakeJSON{}
	}
	if failed == nil {
		failed = []failedJSON{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Format    int          `json:"format"`
		DryRun    bool         `json:"dry-run,omitempty"` // nothing was written
		Documents []intakeJSON `json:"documents"`
		Failed    []failedJSON `json:"failed"`
	}{1, dry, documents, failed})
}
