package compare

import (
	"errors"
	"fmt"
	"math"

	"crosscase/cases"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// fewestForGroups is the number of cases below which groups are only an illustration.
const fewestForGroups = 8

// Clusters returns the steps in which the cases join into groups, the most alike first: the two groups, their distance and the cases of
// the new group. Below eight cases it is only made where it is asked for as an illustration, and says so. A pair of cases without a
// coefficient is an error, as is Ward's method on distances that no points in space have.
func Clusters(s *cases.Study, q LikenessQuestion, o Options) (*table.Table, error) {
	a, err := alike(s, q, o)
	if err != nil {
		return nil, err
	}
	n := len(a.cases)
	if n < fewestForGroups && !q.Illustrative {
		return nil, catalogue.Errorf("%d cases are too few for groups\nhint: crosscase compare similarity shows how alike they are; --illustrative groups them all the same, as an illustration", n)
	}
	root := q.Linkage == likeness.Ward
	d, err := a.distances(root)
	if err != nil {
		return nil, err
	}
	tree, err := likeness.Cluster(d, q.Linkage)
	if errors.Is(err, likeness.ErrNotEuclidean) {
		return nil, catalogue.Errorf("no points in space have these distances, which Ward's method wants\nhint: --linkage average groups by any distances")
	}
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := a.newTable("cluster", l.Say("Groups of cases", a.coefficient(), l.Say(string(q.Linkage))), l.Say("Step"))
	t.Picture = table.Dendrogram
	for _, k := range [][2]string{{"joined", "joined"}, {"with", "with group"}, {"height", "height"}, {"cases", "group cases"}} {
		t.Columns = append(t.Columns, table.Label{Key: k[0], Label: l.Say(k[1])})
	}
	members := make([][]int, n, 2*n)
	for i := range n {
		members[i] = []int{i}
	}
	tied := false
	for step, m := range tree.Merges {
		key := fmt.Sprint(step + 1)
		both := append(append([]int{}, members[m.Left]...), members[m.Right]...)
		members = append(members, both)
		height := table.Cell{Text: l.Decimals(m.Height, 4), Number: &tree.Merges[step].Height}
		if m.Tied {
			height.Text, tied = height.Text+" =", true
		}
		for _, i := range members[m.Left] {
			for _, j := range members[m.Right] {
				height.Evidence = append(height.Evidence, a.known(i, j)...)
			}
		}
		group := table.Cell{Text: a.titles(both)}
		group.SetEvidence(a.files(both))
		t.Rows = append(t.Rows, table.Label{Key: key, Label: key})
		t.Cells = append(t.Cells, []table.Cell{a.groupCell(m.Left), a.groupCell(m.Right), height, group})
	}
	t.Count = "cases"
	cophenetic := "–"
	if !math.IsNaN(tree.Cophenetic) {
		cophenetic = l.Decimals(tree.Cophenetic, 3)
	}
	t.Notes = []string{a.distanceNote(root), a.note(l), l.Say("note cophenetic", cophenetic)}
	if tied {
		t.Notes = append(t.Notes, l.Say("note tied"))
	}
	if n < fewestForGroups {
		t.Banner = l.Say("note few groups", n)
	}
	return t, t.Check()
}

// files cites the files of cases.
func (a *casesAlike) files(of []int) []table.Evidence {
	var out []table.Evidence
	for _, i := range of {
		out = append(out, table.Evidence{Case: a.cases[i].Key, Source: a.cases[i].File})
	}
	return out
}

// groupCell names one side of a step: a case, or the group that an earlier step made.
func (a *casesAlike) groupCell(g int) table.Cell {
	if n := len(a.cases); g >= n {
		return table.Cell{Text: a.options.Language.Say("group of", g-n+1), Names: "step " + fmt.Sprint(g-n+1)}
	}
	return table.Cell{Text: a.cases[g].Title(), Names: "case " + a.cases[g].Key}
}
