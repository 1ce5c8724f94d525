package frequency

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestPublished computes every figure of testdata/published/frequency anew, to as many digits as it is printed with.
func TestPublished(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "published", "frequency", "*.*"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	wants := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".md") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var rows [][]float64
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			var row []float64
			for _, cell := range strings.Fields(line) {
				x, err := strconv.ParseFloat(cell, 64)
				if err != nil {
					t.Fatal(err)
				}
				row = append(row, x)
			}
			rows = append(rows, row)
		}
		for _, line := range strings.Split(string(data), "\n") {
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
			if got := figureOf(t, name, rows); !(math.Abs(got-want) <= 0.5001*math.Pow10(-len(decimals))) {
				t.Errorf("%s: %s is %v, printed is %s", filepath.Base(file), name, got, figure)
			}
			wants++
		}
	}
	if wants < 15 {
		t.Errorf("only %d figures are wanted", wants)
	}
}

func figureOf(t *testing.T, name string, rows [][]float64) float64 {
	t.Helper()
	table := make([][]int, len(rows))
	for i := range rows {
		table[i] = ints(rows[i])
	}
	fourfold := func() Table22 { return Table22{table[0][0], table[0][1], table[1][0], table[1][1]} }
	pair := func() Colloc {
		c, ok := Collocation(table[0][0], table[0][1], table[0][2], table[0][3])
		if !ok {
			t.Fatal("no figures")
		}
		return c
	}
	switch name {
	case "fisher":
		return FisherTable(table, 0, 1).P
	case "odds":
		return Fisher(fourfold()).Odds
	case "odds-lower":
		return Fisher(fourfold()).Lower
	case "odds-upper":
		return Fisher(fourfold()).Upper
	case "mcnemar-plain":
		return McNemar(table[0][1], table[1][0]).Plain.Statistic
	case "mcnemar-p":
		return McNemar(table[0][1], table[1][0]).Asymptotic.P
	case "t":
		return pair().T
	case "pmi":
		return pair().PMI
	case "chi2":
		if len(rows) == 1 {
			return pair().Chi2
		}
		return ChiSquare(table, false).Statistic
	case "jaccard":
		return Jaccard(table[0][0], table[0][1], table[0][2]).Value
	case "BH", "bonferroni":
		adjusted, err := Adjust(rows[0], name)
		if err != nil {
			t.Fatal(err)
		}
		n := 0.0
		for _, p := range adjusted {
			if p <= 0.05 {
				n++
			}
		}
		return n
	}
	t.Fatalf("nothing computes %s", name)
	return 0
}
