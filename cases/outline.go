package cases

import (
	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// OutlineFile is where the order of the accounts and of the comparative chapter stands.
const OutlineFile = "outline.yaml"

// Plan is outline.yaml: in which order the report tells of a case, and of all of them together.
type Plan struct {
	Format  int       `yaml:"format"`
	Account []Section `yaml:"account"` // of each case; the guide's themes if empty
	Chapter []Section `yaml:"chapter"` // across cases; all tables in the order of their names if empty
}

// Section is a part of an account or of the chapter: a heading, words of the researcher's own, and what is told
// there: codes in an account, tables of tables/ in the chapter.
type Section struct {
	Heading  string    `yaml:"heading"`
	Text     string    `yaml:"text"`
	Codes    []string  `yaml:"codes"`
	Tables   []string  `yaml:"tables"`
	Sections []Section `yaml:"sections"`
	Line     int       `yaml:"-" place:"line"`
}

func readPlan(data []byte, problems *plainfile.Problems) Plan {
	var p Plan
	plainfile.Unmarshal(OutlineFile, data, &p, problems)
	coding.CheckFormat(OutlineFile, p.Format, problems)
	return p
}

// checkPlan adds sections without a heading, and codes and tables that are not there.
func (s *Study) checkPlan(problems *plainfile.Problems) {
	names := make([]string, len(s.Tables))
	for i, t := range s.Tables {
		names[i] = t.Name
	}
	var walk func(list []Section, chapter bool)
	walk = func(list []Section, chapter bool) {
		for _, sec := range list {
			switch {
			case sec.Heading == "":
				problems.Add(OutlineFile, sec.Line, "a section has no heading\nhint: add heading:")
			case chapter && len(sec.Codes) > 0:
				problems.Add(OutlineFile, sec.Line, "section %q names codes, but the chapter consists of tables\nhint: name tables: here, or move the section under account:", sec.Heading)
			case !chapter && len(sec.Tables) > 0:
				problems.Add(OutlineFile, sec.Line, "section %q names tables, but an account consists of codes\nhint: name codes: here, or move the section under chapter:", sec.Heading)
			}
			for _, key := range sec.Codes {
				s.checkCode(OutlineFile, sec.Line, key, problems)
			}
			for _, name := range sec.Tables {
				if !contains(names, name) && !contains(ReadyTables(), name) {
					problems.Add(OutlineFile, sec.Line, "section %q names table %q, which is not there\nhint: %s", sec.Heading, name, plainfile.DidYouMean(name, names, "a table of your own is tables/%s.yaml", name))
				}
			}
			walk(sec.Sections, chapter)
		}
	}
	walk(s.Plan.Account, false)
	walk(s.Plan.Chapter, true)
}

// ReadyTables returns the names of the tables that need no file.
func ReadyTables() []string {
	return []string{"adaptations", "challenges", "success-factors", "effects", "context", "findings", "expectations", "additions", "literature"}
}
