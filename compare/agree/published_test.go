package agree

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// published are the data sets of testdata/published/agree; README.md there says how they are written.
func published(t *testing.T, ending string) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "published", "agree", "*"+ending))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s files: %v", ending, err)
	}
	out := map[string][]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(file)] = strings.Split(strings.TrimSpace(string(data)), "\n")
	}
	return out
}

func dataOf(lines []string, cut func(rune) bool) (rows [][]string) {
	for _, line := range lines {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.FieldsFunc(line, cut))
		}
	}
	return rows
}

func blank(r rune) bool { return r == ' ' }

// check compares what a file wants with what of computes, to as many digits as it is printed with.
func check(t *testing.T, file string, lines []string, of func(name string) float64) {
	t.Helper()
	wants := 0
	for _, line := range lines {
		rest, ok := strings.CutPrefix(line, "# want ")
		if !ok {
			continue
		}
		name, figure, _ := strings.Cut(rest, " ")
		want, err := strconv.ParseFloat(figure, 64)
		if err != nil {
			t.Fatal(err)
		}
		_, decimals, _ := strings.Cut(figure, ".")
		if got := of(name); !(math.Abs(got-want) <= 0.5001*math.Pow10(-len(decimals))) {
			t.Errorf("%s: %s is %.6f, printed is %s", file, name, got, figure)
		}
		wants++
	}
	if wants == 0 {
		t.Errorf("%s: wants nothing", file)
	}
}

func value(c Coefficient) float64 {
	if !c.Defined() {
		return math.NaN()
	}
	return c.Value
}

func computed(t *testing.T, r *Ratings, name string) float64 {
	t.Helper()
	if key, category, ok := strings.Cut(name, "-category-"); ok {
		number, _ := strconv.ParseFloat(category, 64)
		for _, c := range slices.Concat(map[string][]CategoryCoefficient{"alpha": AlphaByCategory(r), "fleiss": Fleiss(r).Categories}[key]) {
			if c.Category == number {
				return value(c.Coefficient)
			}
		}
	}
	switch name {
	case "percent":
		return value(Percent(r))
	case "kappa":
		return value(Cohen(r, Unweighted).Coefficient)
	case "kappa-max":
		return Cohen(r, Unweighted).Max
	case "kappa-se":
		return Cohen(r, Unweighted).SE
	case "kappa-z":
		return Cohen(r, Unweighted).Value / Cohen(r, Unweighted).SETest
	case "kappa-quadratic":
		return value(Cohen(r, Quadratic).Coefficient)
	case "kappa-quadratic-z":
		return Cohen(r, Quadratic).Value / Cohen(r, Quadratic).SETest
	case "scott":
		return value(Scott(r))
	case "bp":
		return value(BrennanPrediger(r))
	case "ac1":
		return value(GwetAC1(r))
	case "ac2-quadratic":
		return value(GwetAC2(r, Quadratic))
	case "fleiss":
		return value(Fleiss(r).Coefficient)
	case "fleiss-z":
		return Fleiss(r).Z
	case "conger":
		return value(Conger(r))
	case "light":
		return value(Light(r))
	case "alpha":
		return value(Alpha(r, Nominal))
	case "alpha-ordinal":
		return value(Alpha(r, Ordinal))
	case "alpha-interval":
		return value(Alpha(r, IntervalMetric))
	case "alpha-ratio":
		return value(Alpha(r, Ratio))
	}
	t.Fatalf("nothing computes %s", name)
	return 0
}

// ratingsOf reads the rows of a file of ratings: numbers, or words as nominal values.
func ratingsOf(t *testing.T, rows [][]string) *Ratings {
	t.Helper()
	numbers, words := make([][]float64, len(rows[0])), make([][]string, len(rows[0]))
	numeric := true
	for _, row := range rows {
		for j, cell := range row {
			x := math.NaN()
			if cell == "." {
				cell = ""
			} else if f, err := strconv.ParseFloat(cell, 64); err == nil {
				x = f
			} else {
				numeric = false
			}
			numbers[j], words[j] = append(numbers[j], x), append(words[j], cell)
		}
	}
	r, err := NewLabels(words)
	if numeric {
		r, err = NewRatings(numbers)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPublishedRatings(t *testing.T) {
	for file, lines := range published(t, ".ratings") {
		r := ratingsOf(t, dataOf(lines, blank))
		check(t, file, lines, func(name string) float64 { return computed(t, r, name) })
	}
}

func tableOf(t *testing.T, rows [][]string) *Ratings {
	t.Helper()
	var patterns []Pattern
	var offered []float64
	for i, row := range rows {
		offered = append(offered, float64(i))
		for j, cell := range row {
			n, err := strconv.Atoi(cell)
			if err != nil {
				t.Fatal(err)
			}
			patterns = append(patterns, Pattern{[]float64{float64(i), float64(j)}, n})
		}
	}
	r, err := NewPatterns(2, patterns, offered...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPublishedTables(t *testing.T) {
	for file, lines := range published(t, ".table") {
		r := tableOf(t, dataOf(lines, blank))
		check(t, file, lines, func(name string) float64 { return computed(t, r, name) })
	}
}

func TestPublishedSets(t *testing.T) {
	for file, lines := range published(t, ".sets") {
		var patterns []SetPattern
		rows := dataOf(lines, blank)
		for _, row := range rows {
			p := SetPattern{Units: 1}
			for _, cell := range row {
				var set []int
				if cell != "." {
					set = []int{}
				}
				for _, v := range cell {
					if v >= 'a' && v <= 'z' {
						set = append(set, int(v-'a'))
					}
				}
				p.Sets = append(p.Sets, set)
			}
			patterns = append(patterns, p)
		}
		s, err := NewSets(len(rows[0]), 26, patterns)
		if err != nil {
			t.Fatal(err)
		}
		check(t, file, lines, func(string) float64 { return value(MultiValuedAlpha(s)) })
	}
}

func TestPublishedContinuum(t *testing.T) {
	for file, lines := range published(t, ".spans") {
		coders := map[string]int{}
		var units [][]Unit
		for _, row := range dataOf(lines, func(r rune) bool { return r == ',' }) {
			i, ok := coders[row[0]]
			if !ok {
				i = len(units)
				coders[row[0]] = i
				units = append(units, nil)
			}
			var n [3]int
			for k := range n {
				n[k], _ = strconv.Atoi(row[k+1])
			}
			units[i] = append(units[i], Unit{n[0], n[1], n[2]})
		}
		c, err := NewContinuum(60, units)
		if err != nil {
			t.Fatal(err)
		}
		of := map[string]SpanCoefficient{"u-alpha": c.Alpha(), "|u-alpha": c.Binary(), "cu-alpha": c.Coding()}
		check(t, file, lines, func(name string) float64 { return value(of[name].Coefficient) })
	}
}
