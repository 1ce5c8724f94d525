package cases

import (
	"fmt"
	"path"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// sidecar is documents/KEY.yaml: what is known of a text.
type sidecar struct {
	Title    string          `yaml:"title,omitempty"`
	Kind     string          `yaml:"kind,omitempty"`
	Date     string          `yaml:"date,omitempty"`
	Duration string          `yaml:"duration,omitempty"`
	Language string          `yaml:"language,omitempty"`
	Issuer   string          `yaml:"issuer,omitempty"`
	Speakers []speakerRecord `yaml:"speakers,omitempty"`
	Pages    []int           `yaml:"pages,omitempty,flow"`
	Digest   string          `yaml:"digest,omitempty"`
	Earlier  []string        `yaml:"earlier,omitempty"`
	Forgot   []string        `yaml:"forgotten,omitempty"`
	Was      []string        `yaml:"was,omitempty"`
	Original *originalRecord `yaml:"original,omitempty"`
	Intake   []intakeRecord  `yaml:"intake,omitempty"`
	Account  *accountRecord  `yaml:"characters,omitempty"`
	Lines    map[string]int  `yaml:"-" place:"lines"`
}

type speakerRecord struct {
	Label string   `yaml:"label"`
	Name  string   `yaml:"name,omitempty"`
	Role  string   `yaml:"role,omitempty"`
	Also  []string `yaml:"also,omitempty"`
	Line  int      `yaml:"-" place:"line"`
}

type originalRecord struct {
	Name   string `yaml:"name"`
	Part   string `yaml:"part,omitempty"`
	Format string `yaml:"format"`
	Digest string `yaml:"digest"`
}

// intakeRecord is one line of what was normalised, guessed or dropped on the way in.
type intakeRecord struct {
	Did     string `yaml:"did"`
	What    string `yaml:"what"`
	Count   int    `yaml:"count"`
	Example string `yaml:"example,omitempty"`
	// letters and digits that it took out; negative where it put some in
	Characters int `yaml:"characters,omitempty"`
}

// accountRecord is the letters and digits that the file held and those of the text; what
// lies between them the intake records account for.
type accountRecord struct {
	In   int `yaml:"in"`
	Kept int `yaml:"kept"`
}

// SidecarFile returns where the sidecar of a document lies, TextFile its text.
func SidecarFile(key string) string {
	return path.Join("documents", strings.TrimSuffix(key, ".txt")+".yaml")
}

// TextFile returns where the text of a document lies.
func TextFile(key string) string { return path.Join("documents", key) }

func readSidecar(file, key string, data []byte, problems *plainfile.Problems) *corpus.Document {
	var s sidecar
	plainfile.Unmarshal(file, data, &s, problems)
	d := &corpus.Document{Key: key, Title: s.Title, Kind: catalogue.DocumentKind(s.Kind), Date: s.Date, Language: s.Language, Issuer: s.Issuer, Pages: s.Pages, Digest: s.Digest, Earlier: s.Earlier, Forgotten: s.Forgot, Was: s.Was, Lines: s.Lines}
	if s.Original != nil {
		d.Original = corpus.Original{Name: s.Original.Name, Part: s.Original.Part, Format: s.Original.Format, Digest: s.Original.Digest}
	}
	if s.Date != "" && !validDate(s.Date) {
		problems.Add(file, s.Lines["date"], "date %q is not a date\nhint: write 2016-02-19, 2016-02 or 2016", s.Date)
	}
	if err := CheckLanguage(s.Language); err != nil {
		problems.Add(file, s.Lines["language"], "%w", err)
	}
	if s.Duration != "" {
		m, err := ParseMinutes(s.Duration)
		if err != nil {
			problems.Add(file, s.Lines["duration"], "%s", err)
		}
		d.Minutes = m
	}
	for _, r := range s.Speakers {
		role := corpus.Role(r.Role)
		switch role {
		case "", corpus.Interviewer, corpus.Informant, corpus.Other:
		default:
			problems.Add(file, r.Line, "speaker %q: role %q is not known\nhint: write interviewer, informant or other", r.Label, r.Role)
		}
		if r.Label == "" {
			problems.Add(file, r.Line, "a speaker has no label\nhint: add label: as it stands before the colon in the text")
			continue
		}
		d.Speakers = append(d.Speakers, corpus.Speaker{Label: r.Label, Name: r.Name, Role: role, Also: r.Also})
	}
	return d
}

// encodeSidecar returns the sidecar of a document that just came in.
func encodeSidecar(d *corpus.Document, r *convert.Report) ([]byte, error) {
	s := sidecar{Title: d.Title, Kind: d.Kind, Date: d.Date, Language: d.Language, Issuer: d.Issuer, Pages: d.Pages, Digest: d.Digest, Earlier: d.Earlier, Forgot: d.Forgotten, Was: d.Was}
	if r != nil {
		s.Account = &accountRecord{r.In, r.Kept}
		for _, e := range r.Entries {
			s.Intake = append(s.Intake, intakeRecord{e.Did, e.What, e.Count, e.Example, e.Characters})
		}
	}
	if d.Minutes > 0 {
		s.Duration = fmt.Sprintf("%d min", d.Minutes)
	}
	if d.Original.Name != "" {
		s.Original = &originalRecord{d.Original.Name, d.Original.Part, d.Original.Format, d.Original.Digest}
	}
	for _, p := range d.Speakers {
		s.Speakers = append(s.Speakers, speakerRecord{Label: p.Label, Name: p.Name, Role: string(p.Role), Also: p.Also})
	}
	return plainfile.Marshal(s)
}
