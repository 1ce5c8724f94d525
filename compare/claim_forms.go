package compare

import (
	"cmp"
	"slices"

	"crosscase/cases"
	"crosscase/compare/table"
)

// claimForms build the tables that hold claims, sources and the literature against the codings, and those that ask how firmly
// it all stands.
var claimForms = map[string]func(*cases.Study, *cases.TableRecord, Options) (*table.Table, error){
	"findings": func(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
		t, _, err := Findings(s, r, o)
		return t, err
	},
	"expectations": Expectations, "literature": Literature, "additions": Additions, "triangulate": Triangulate,
	"one-case-out": OneCaseOut, "one-source-out": OneSourceOut, "opposing": Opposing, "shares": Shares, "airtime": Airtime,
	"saturation": func(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
		return Saturation(s, r, PlanOf(r), o)
	},
}

// PlanOf returns how a record asks for saturation.
func PlanOf(r *cases.TableRecord) SaturationPlan {
	p := SaturationPlan{By: cmp.Or(r.By, "interview"), Base: cmp.Or(r.Base, 4), Run: cmp.Or(r.Run, 2), Threshold: 0.05, Seed: 1}
	if r.Threshold != nil {
		p.Threshold = *r.Threshold
	}
	return p
}

// claimTables are the tables that build makes of the files of a study without being told: their names are their forms.
func claimTables(s *cases.Study) []string {
	var out []string
	add := func(names ...string) {
		for _, n := range names {
			if !slices.ContainsFunc(s.Tables, func(t *cases.TableRecord) bool { return t.Name == n }) {
				out = append(out, n)
			}
		}
	}
	if len(s.Findings)+len(s.UnreadFindings) > 0 {
		add("findings")
	}
	if len(s.Expectations)+len(s.UnreadExpectations) > 0 {
		add("additions", "expectations", "literature")
	}
	return out
}
