package coding

import (
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// GuideFile is where the interview guide lies in a study.
const GuideFile = "guide.yaml"

// Guide is a semi-structured interview guide.
type Guide struct {
	Format   int     `yaml:"format"`
	Title    string  `yaml:"title,omitempty"`
	Language string  `yaml:"language,omitempty"`
	Themes   []Theme `yaml:"themes"`
	Digest   string  `yaml:"-"` // sha256:… of the file
}

// Theme is a part of the guide.
type Theme struct {
	Key       string     `yaml:"key"`
	Label     string     `yaml:"label,omitempty"`
	Questions []Question `yaml:"questions"`
	Line      int        `yaml:"-" place:"line"`
}

// Question is one question of the guide.
type Question struct {
	Key     string   `yaml:"key"`
	Topic   string   `yaml:"topic,omitempty"`   // a few words, as tables print it
	Ask     string   `yaml:"ask,omitempty"`     // the question in full
	Also    []string `yaml:"also,omitempty"`    // other ways to ask it, which the matcher knows too
	Probes  []string `yaml:"probes,omitempty"`  // follow-ups that belong to it
	Answers []string `yaml:"answers,omitempty"` // research questions, by their keys
	Line    int      `yaml:"-" place:"line"`
}

// Label returns the topic, the question in full where there is no topic, or the key.
func (q Question) Label() string {
	switch {
	case q.Topic != "":
		return q.Topic
	case q.Ask != "":
		return q.Ask
	}
	return q.Key
}

// ReadGuide reads guide.yaml. A question without a key, and a key that stands
// twice, are problems; the others are kept.
func ReadGuide(data []byte, problems *plainfile.Problems) Guide {
	var g Guide
	plainfile.Unmarshal(GuideFile, data, &g, problems)
	g.Digest = corpus.Digest(data)
	CheckFormat(GuideFile, g.Format, problems)
	seen := map[string]int{}
	for t := range g.Themes {
		theme := &g.Themes[t]
		if theme.Key == "" {
			problems.Add(GuideFile, theme.Line, "a theme has no key\nhint: add key: a-short-name")
			theme.Key = corpus.Slug(theme.Label)
		}
		kept := theme.Questions[:0]
		for _, q := range theme.Questions {
			switch line, twice := seen[q.Key]; {
			case q.Key == "":
				problems.Add(GuideFile, q.Line, "a question has no key\nhint: add key: q1")
			case twice:
				problems.Add(GuideFile, q.Line, "question %q stands twice\nhint: the first stands in line %d; give one another key", q.Key, line)
			case q.Ask == "" && q.Topic == "":
				problems.Add(GuideFile, q.Line, "question %q has no words\nhint: add ask: or topic:", q.Key)
			default:
				seen[q.Key] = q.Line
				kept = append(kept, q)
			}
		}
		theme.Questions = kept
	}
	return g
}

// CheckFormat notes a problem when a file was written for another version of crosscase.
func CheckFormat(file string, format int, problems *plainfile.Problems) {
	switch {
	case format == 0:
		problems.Add(file, 1, "does not say which format it has\nhint: write \"format: 1\" in the first line")
	case format != 1:
		problems.Add(file, 1, "has format %d, this program reads format 1\nhint: it was written by a newer crosscase; install that one", format)
	}
}

// Questions returns all questions in the order of the guide.
func (g *Guide) Questions() []Question {
	var out []Question
	for _, t := range g.Themes {
		out = append(out, t.Questions...)
	}
	return out
}

// Question returns the question with a key.
func (g *Guide) Question(key string) (Question, bool) {
	for _, t := range g.Themes {
		for _, q := range t.Questions {
			if q.Key == key {
				return q, true
			}
		}
	}
	return Question{}, false
}

// Keys returns the keys of all questions in the order of the guide.
func (g *Guide) Keys() []string {
	var out []string
	for _, q := range g.Questions() {
		out = append(out, q.Key)
	}
	return out
}
