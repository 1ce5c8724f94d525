package compare

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"crosscase/compare/qca"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

// ConfigurationIn returns the cases of a table that is no study's: a row a case, the first column its
// name, the others calibrated conditions and outcomes, or raw values that the specification gives
// anchors for. An empty cell, "NA" or "-" is a membership that is not known. A column of whole numbers that go
// beyond 1 is a multi-value condition. file names the table in messages and is the source of every
// figure, with its row; digest is that of the file.
func ConfigurationIn(file, digest string, sheets []sheet.Table, spec ConfigurationSpec, o Options) (*Configuration, error) {
	if len(sheets) == 0 || len(sheets[0].Rows) < 2 || len(sheets[0].Rows[0]) < 2 {
		return nil, catalogue.Errorf("%s: holds no cases\nhint: the first row names the columns, the first column the cases", file)
	}
	c := &Configuration{options: o, spec: spec, inputs: []string{digest}}
	rows := sheets[0].Rows
	var lines []int
	only := map[string]bool{}
	for _, key := range o.Cases {
		only[key] = true
	}
	seen := map[string]int{}
	for i, row := range rows[1:] {
		if len(row) == 0 || len(only) > 0 && !only[row[0]] {
			continue
		}
		if before := seen[row[0]]; before > 0 || row[0] == "" {
			return nil, catalogue.Errorf("%s:%d: case %q has no name of its own\nhint: give every row another name in the first column", file, i+2, row[0])
		}
		seen[row[0]] = i + 2
		lines = append(lines, i+2)
	}
	for _, key := range o.Cases {
		if seen[key] == 0 {
			return nil, catalogue.Errorf("%s: there is no case %q\nhint: the first column names the cases", file, key)
		}
	}
	slices.SortStableFunc(lines, func(a, b int) int {
		return slices.Index(o.Cases, rows[a-1][0]) - slices.Index(o.Cases, rows[b-1][0])
	})
	for _, line := range lines {
		c.Cases = append(c.Cases, table.Label{Key: rows[line-1][0], Label: rows[line-1][0]})
	}
	var all []*CalibratedSet
	for j, name := range rows[0][1:] {
		set := &CalibratedSet{Key: strings.TrimSpace(name), Label: strings.TrimSpace(name), Levels: 2}
		if set.Key == "" || strings.ContainsAny(set.Key, "*+~{}") {
			return nil, catalogue.Errorf("%s: column %d has the name %q, which cannot stand in an expression\nhint: give it a name without * + ~ { }", file, j+2, set.Key)
		}
		all = append(all, set)
		for _, line := range lines {
			text := ""
			if j+1 < len(rows[line-1]) {
				text = strings.TrimSpace(rows[line-1][j+1])
			}
			place := fmt.Sprintf("%s:%d", file, line)
			score := Score{Number: math.NaN(), Value: math.NaN(), Place: place, Evidence: []table.Evidence{{Case: rows[line-1][0], Source: place}}}
			if x, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil && !math.IsNaN(x) && !math.IsInf(x, 0) {
				score.Number, score.Value = x, x
			} else if score.Missing = o.Language.Say("no-value"); text != "" && text != "NA" && text != "-" {
				score.Missing = o.Language.Say("qca-no-number", text)
			}
			if score.Missing != "" {
				score.Evidence = nil
			}
			set.Scores = append(set.Scores, score)
		}
	}
	if err := scales(all, spec, o); err != nil {
		return nil, err
	}
	unusable := map[*CalibratedSet]error{}
	for _, set := range all {
		unusable[set] = set.asIs()
	}
	if err := c.choose(all); err != nil {
		return nil, err
	}
	for _, set := range c.Sets {
		if err := unusable[set]; err != nil {
			return nil, err
		}
	}
	return c, nil
}

// scales gives the columns the scales that were typed, and calibrates them.
func scales(all []*CalibratedSet, spec ConfigurationSpec, o Options) error {
	known := make([]string, len(all))
	for i, s := range all {
		known[i] = s.Key
	}
	for k, list := range [][]string{spec.Anchors, spec.Thresholds} {
		for _, typed := range list {
			name, numbers, _ := strings.Cut(typed, "=")
			var at []float64
			for _, n := range strings.Split(numbers, "/") {
				x, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(n), ",", ".", 1), 64)
				if err != nil {
					return catalogue.Errorf("%q does not give numbers\nhint: write --anchors NAME=OUT/CROSSOVER/IN or --thresholds NAME=N/N", typed)
				}
				at = append(at, x)
			}
			var set *CalibratedSet
			for _, s := range all {
				if s.Key == name {
					set = s
				}
			}
			if set == nil {
				return unknownSet(name, known)
			}
			flag, memberships := "--anchors "+typed, []string{"0", o.Language.Number(.5), "1"}
			if k == 0 {
				if len(at) != 3 || !(qca.Anchors{Out: at[0], Crossover: at[1], In: at[2]}).Ordered() {
					return catalogue.Errorf("%q does not go from out over the crossover to in\nhint: write three numbers that rise or fall: --anchors %s=OUT/CROSSOVER/IN", typed, name)
				}
				set.direct(at, logOdds(0, spec.IDM))
			} else {
				for i := 1; i < len(at); i++ {
					if at[i] <= at[i-1] {
						return catalogue.Errorf("%q does not rise\nhint: write the thresholds from low to high", typed)
					}
				}
				set.stepped(at, false)
				set.Levels = len(at) + 1
				flag, memberships = "--thresholds "+typed, nil
				for i := range at {
					memberships = append(memberships, fmt.Sprint(i+1))
				}
			}
			for i, x := range at {
				set.Anchors = append(set.Anchors, ScaleAnchor{At: o.Language.Number(x), Membership: memberships[i], Evidence: []table.Evidence{{Source: flag}}})
			}
			for i := range set.Scores {
				if s := &set.Scores[i]; s.Missing == "" {
					s.Raw, s.Value = o.Language.Number(s.Number), set.score(s.Number)
				}
			}
		}
	}
	return nil
}

// asIs takes a column without a scale as memberships, or as a multi-value condition, and refuses what is neither.
func (s *CalibratedSet) asIs() error {
	if s.score != nil {
		return nil
	}
	whole, highest := true, 1.0
	for _, score := range s.Scores {
		if score.Missing == "" {
			whole = whole && score.Value == math.Trunc(score.Value) && score.Value >= 0
			highest = math.Max(highest, score.Value)
		}
	}
	if whole && highest < qca.MaxLevels {
		s.Levels = int(highest) + 1
		return nil
	}
	for _, score := range s.Scores {
		if score.Missing == "" && !(score.Value >= 0 && score.Value <= 1) {
			return catalogue.Errorf("%s: %v in column %q is no membership\nhint: --anchors %s=OUT/CROSSOVER/IN calibrates raw values, --thresholds %s=N makes steps", score.Place, score.Number, s.Key, s.Key, s.Key)
		}
	}
	return nil
}
