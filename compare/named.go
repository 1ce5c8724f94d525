package compare

import (
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// ready are the tables that need no file: a name, a title and the kind of its codes.
var ready = []struct{ name, title, kind string }{
	{"adaptations", "Adaptations", coding.Adaptation},
	{"challenges", "Challenges", coding.Challenge},
	{"success-factors", "Success factors", coding.SuccessFactor},
	{"effects", "Effects", coding.Effect},
	{"context", "Context", coding.Context},
}

// Names returns the names of all tables that can be built: those of the study, and
// the ready-made ones that it does not name itself.
func Names(s *cases.Study) []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range s.Tables {
		out, seen[t.Name] = append(out, t.Name), true
	}
	for _, r := range ready {
		if !seen[r.name] {
			out = append(out, r.name)
		}
	}
	out = append(out, claimTables(s)...)
	sort.Strings(out)
	return out
}

// Record returns the record of a table: tables/NAME.yaml, else a ready-made one.
func Record(s *cases.Study, name string, o Options) (*cases.TableRecord, error) {
	for _, t := range s.Tables {
		if t.Name == name {
			return t, nil
		}
	}
	for _, r := range ready {
		if r.name == name || catalogue.CodeKind(name) == r.kind {
			return &cases.TableRecord{Name: r.name, Title: o.Language.Say(r.title), Form: "codes", Cell: "state", Kind: r.kind}, nil
		}
	}
	if slices.Contains(claimTables(s), name) {
		return &cases.TableRecord{Name: name, Form: name, Cell: "state"}, nil
	}
	names := Names(s)
	return nil, catalogue.Errorf("there is no table %q\nhint: %s", name, plainfile.DidYouMean(name, names, "known: %s; a table of your own is tables/%s.yaml", strings.Join(names, ", "), name))
}

// Buildable returns the names of the tables that build makes: those of the study, and
// the ready-made ones for whose kind the code book has codes.
func Buildable(s *cases.Study) []string {
	var out []string
	kind := map[string]string{}
	for _, r := range ready {
		kind[r.name] = r.kind
	}
	own := map[string]bool{}
	for _, t := range s.Tables {
		own[t.Name] = true
	}
	for _, n := range Names(s) {
		if own[n] || slices.Contains(claimTables(s), n) || len(s.Codebook.OfKind(kind[n])) > 0 && len(s.Cases) > 0 {
			out = append(out, n)
		}
	}
	return out
}
