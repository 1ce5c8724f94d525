package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"crosscase/compare/table"
)

var names = []string{"Kommune A", "Benchmarking", "Årsak og virkning mellom perspektivene", "Datainnsamling og informasjonsprosessering", "x", "Østre Ærøy",
	"Forenkling", "Bruk > Kobling til kommuneplanen", "Tilpasning til egen kontekst og til det som ellers finnes", "menneskerettighetsorganisasjonssekretariatet", "Å"}

// random returns a table of a kind of picture with random labels, states, counts and gaps.
func random(r *rand.Rand, picture table.Picture) *table.Table {
	t := &table.Table{Name: "random", Title: "Tilpasninger og utfordringer i kommunene", Language: "nb", Picture: picture, Notes: []string{"En merknad."},
		How: table.How{Command: "crosscase compare table", Version: "devel", Inputs: []string{"sha256:00"}}}
	label := func(i int) table.Label {
		return table.Label{Key: fmt.Sprint("k", i), Label: names[r.IntN(len(names))] + fmt.Sprint(" ", i), Depth: r.IntN(3)}
	}
	evidence := func(n int) (out []table.Evidence) {
		for i := range n {
			out = append(out, table.Evidence{Passage: fmt.Sprintf("a.txt:%d-%d", 10*i, 10*i+5), Quote: "«ja» & <nei>", Cite: "A, replikk 3"})
		}
		return out
	}
	rows, columns := 1+r.IntN(12), 1+r.IntN(7)
	if picture == table.Network {
		rows = 1 + r.IntN(40)
		columns = rows
	}
	figure := func() *float64 { x := float64(r.IntN(21)) / 20; return &x }
	for i := range rows {
		t.Rows = append(t.Rows, label(i))
		var cells []table.Cell
		for j := range columns {
			var c table.Cell
			switch {
			case r.IntN(6) == 0 && picture != table.Network:
				c = table.Cell{Text: "–", Missing: "ulest"}
			default:
				n := r.IntN(5)
				if picture == table.Network && i == j {
					n = 5
				}
				c.SetEvidence(evidence(n))
				c.Text = fmt.Sprint(n)
				for k := range n {
					c.Places = append(c.Places, table.Place{Start: 10 * k, End: 10*k + 5, Of: 100})
				}
			}
			if picture == "" && (i+j == 0 || r.IntN(8) > 0) {
				c.State = states[r.IntN(len(states))]
			}
			if picture == table.HeatMap && rows%3 == 0 && r.IntN(4) > 0 {
				c.State = verdicts[r.IntN(len(verdicts))]
			}
			if picture == table.HeatMap && r.IntN(2) == 0 {
				c = table.Cell{Text: "0,5", Number: figure()}
			}
			if r.IntN(4) == 0 {
				marked(&c)
			}
			cells = append(cells, c)
		}
		t.Cells = append(t.Cells, cells)
	}
	group := label(70).Label
	for j := range columns {
		t.Columns = append(t.Columns, label(j))
		if picture == table.HeatMap && rows%2 == 0 {
			if r.IntN(4) == 0 {
				group = label(71 + j).Label
			}
			t.Columns[j].Group = group
		}
		if picture == table.TimeLine {
			t.Columns[j] = table.Label{Key: fmt.Sprint(2000 + j), Label: fmt.Sprint(2000 + j)}
		}
	}
	switch picture {
	case table.CaseMap, table.Plane, table.PlaneBelow:
		x, y := "x", "y"
		if picture != table.CaseMap {
			x, y = "M1", "outcome"
		}
		t.Columns = []table.Label{{Key: x, Label: "Dimensjon 1"}, {Key: y, Label: "Dimensjon 2"}}
		for i := range t.Cells {
			t.Cells[i] = []table.Cell{{Text: "0,5", Number: figure(), Evidence: evidence(2)}, {Text: "0,5", Number: figure()}}
		}
	case table.Dendrogram:
		t.Columns = []table.Label{{Key: "joined"}, {Key: "with"}, {Key: "height", Label: "Avstand"}, {Key: "cases"}}
		height := 0.
		for i := range t.Rows {
			height += float64(r.IntN(3)) / 10
			h := height
			t.Rows[i].Key = fmt.Sprint(i + 1)
			left := table.Cell{Text: label(50).Label, Names: "case first"}
			if i > 0 {
				left = table.Cell{Text: "gruppe", Names: "step " + fmt.Sprint(i)}
			}
			t.Cells[i] = []table.Cell{left, {Text: label(i).Label, Names: fmt.Sprint("case ", i)}, {Text: "0,1 =", Number: &h}, {}}
		}
	}
	return t
}

// marked gives a cell all that can stand beside its number: its first passage is only planned, its last not settled, a plan stands aside.
func marked(c *table.Cell) {
	if len(c.Evidence) == 0 {
		return
	}
	c.Evidence[0].Planned = true
	c.Evidence[len(c.Evidence)-1].By = []string{"ann for", "ben against"}
	c.Aside = []table.Evidence{{Passage: "plan.txt:0-5", Says: "for", Planned: true}}
	c.Proposed = []table.Evidence{{Passage: "plan.txt:9-12"}, {Passage: "plan.txt:19-22"}}
	c.Weak, c.Derived = true, "mixed"
	c.Text += "* (1 planlagt)"
	if len(c.Places) > 0 {
		c.Places[0].Planned = true
	}
}

var pictures = []table.Picture{"", table.HeatMap, table.Bars, table.Dendrogram, table.CaseMap, table.Plane, table.PlaneBelow, table.Network, table.Portrait, table.TimeLine}

func eachRandom(t *testing.T, visit func(name string, of *table.Table, d *Drawing)) {
	r := rand.New(rand.NewPCG(3, 5))
	for _, picture := range pictures {
		for k := range 60 {
			of := random(r, picture)
			if Drawable(of) {
				visit(fmt.Sprintf("%q %d", picture, k), of, Draw(of))
			}
		}
	}
}

// TestNothingIsCutOffOrOnTopOfOtherWords holds every mark inside the picture, and no words on others.
func TestNothingIsCutOffOrOnTopOfOtherWords(t *testing.T) {
	eachRandom(t, func(name string, _ *table.Table, d *Drawing) {
		page := area{-.01, -.01, d.Width + .01, d.Height + .01}
		var words []Mark
		for _, g := range d.Groups {
			for _, m := range g.Marks {
				if !extent(m).within(page) {
					t.Fatalf("%s: %+v lies outside of %v × %v", name, m, d.Width, d.Height)
				}
				if m.Shape == Words && m.Words != "" {
					words = append(words, m)
				}
			}
		}
		for i, a := range words {
			for _, b := range words[:i] {
				if extent(a).meets(extent(b)) {
					t.Fatalf("%s: %q lies on %q (%+v, %+v)", name, a.Words, b.Words, extent(a), extent(b))
				}
			}
		}
	})
}

// TestEveryMarkStandsForACell holds the groups of a picture against the cells that it has to show: each once, and none besides.
func TestEveryMarkStandsForACell(t *testing.T) {
	eachRandom(t, func(name string, of *table.Table, d *Drawing) {
		want := map[string]int{}
		some := make([]bool, len(of.Rows))
		for i, row := range of.Cells {
			for j := range row {
				n, ok := row[j].Count()
				some[i] = some[i] || n > 0 || !ok
			}
		}
		for i, row := range of.Cells {
			for j := range row {
				n, known := row[j].Count()
				shown := true
				switch of.Picture {
				case table.Bars:
					shown = some[i]
				case table.Network:
					shown = i == j || i < j && n > 0
				case table.Portrait:
					shown = len(row[j].Places) > 0
				case table.CaseMap, table.Plane, table.PlaneBelow:
					shown = j == 0
				case table.Dendrogram:
					shown = j == 2 || j < 2 && strings.HasPrefix(row[j].Names, "case")
				}
				_ = known
				if shown {
					want[of.Rows[i].Key+" "+of.Columns[j].Key]++
				}
			}
		}
		if of.Picture == table.Network && strings.Contains(says(d), "er ikke tegnet") {
			return
		}
		for _, g := range d.Groups {
			if g.Row == "" && g.Column == "" {
				continue
			}
			want[g.Row+" "+g.Column]--
			if len(g.Marks) == 0 || g.Title == "" {
				t.Fatalf("%s: a group without marks or title: %+v", name, g)
			}
		}
		for key, n := range want {
			if n != 0 {
				t.Fatalf("%s: cell %s is drawn %d times too few", name, key, n)
			}
		}
	})
}

func says(d *Drawing) string {
	var b strings.Builder
	for _, g := range d.Groups {
		for _, m := range g.Marks {
			b.WriteString(m.Words + " ")
		}
	}
	return b.String()
}

// TestManyPanelsOfBarsStandInBands draws bars of twenty cases with words behind their numbers: as wide as a page, and no words on a bar.
func TestManyPanelsOfBarsStandInBands(t *testing.T) {
	of := &table.Table{Title: "Hvor ofte", Language: "nb", Picture: table.Bars}
	for i := range 4 {
		of.Rows = append(of.Rows, table.Label{Key: fmt.Sprint("r", i), Label: names[i]})
		var cells []table.Cell
		for j := range 20 {
			if i == 0 {
				of.Columns = append(of.Columns, table.Label{Key: fmt.Sprint("c", j), Label: fmt.Sprint("Kommune ", j)})
			}
			var c table.Cell
			c.SetEvidence(make([]table.Evidence, 1+(i+j)%5))
			c.Text = fmt.Sprintf("%d (1 planlagt)", 1+(i+j)%5)
			cells = append(cells, c)
		}
		of.Cells = append(of.Cells, cells)
	}
	d := Draw(of)
	if d.Width > A4 {
		t.Errorf("%v wide, more than %v", d.Width, A4)
	}
	var words, boxes []Mark
	for _, g := range d.Groups {
		for _, m := range g.Marks {
			if m.Shape == Words {
				words = append(words, m)
			} else if g.Row != "" {
				boxes = append(boxes, m)
			}
		}
	}
	if len(boxes) != 80 {
		t.Fatalf("%d bars", len(boxes))
	}
	for _, w := range words {
		for _, b := range boxes {
			if extent(w).meets(extent(b)) {
				t.Fatalf("%q lies on a bar", w.Words)
			}
		}
	}
}

// TestASumThatDoesNotFitStandsInLines draws the last row of a checklist of many cases.
func TestASumThatDoesNotFitStandsInLines(t *testing.T) {
	of := &table.Table{Title: "Sjekkliste", Language: "nb", Rows: []table.Label{{Key: "r", Label: "Benchmarking"}, {Key: "all", Label: "Har, av de kjente"}}, Cells: make([][]table.Cell, 2)}
	for j := range 16 {
		of.Columns = append(of.Columns, table.Label{Key: fmt.Sprint("c", j), Label: "Kommune på Vestlandet"})
		of.Cells[0] = append(of.Cells[0], table.Cell{State: "present", Text: "1"})
		of.Cells[1] = append(of.Cells[1], table.Cell{Text: "7 av 12"})
	}
	if got := says(Draw(of)); strings.Contains(got, "…") || !strings.Contains(got, "7 av 12") {
		t.Errorf("%q", got)
	}
}

// TestTheUnknownIsNoBarAndNoZero looks at pictures of counts: a missing cell has a question mark and no shape of a length, a known one has its number.
func TestTheUnknownIsNoBarAndNoZero(t *testing.T) {
	eachRandom(t, func(name string, of *table.Table, d *Drawing) {
		if of.Picture != table.Bars && of.Picture != table.TimeLine {
			return
		}
		at := map[string][2]int{}
		for i := range of.Rows {
			for j := range of.Columns {
				at[of.Rows[i].Key+" "+of.Columns[j].Key] = [2]int{i, j}
			}
		}
		for _, g := range d.Groups {
			if g.Row == "" {
				continue
			}
			where := at[g.Row+" "+g.Column]
			n, known := of.Cells[where[0]][where[1]].Count()
			words, shapes := "", 0
			for _, m := range g.Marks {
				if m.Shape == Words {
					words, _, _ = strings.Cut(m.Words, "*") // without its marks
				} else {
					shapes++
				}
			}
			if !known && (words != "?" || shapes > 0) || known && words != fmt.Sprint(n) {
				t.Fatalf("%s %s %s: known %v, %d, drawn as %q with %d shapes", name, g.Row, g.Column, known, n, words, shapes)
			}
		}
	})
}

// TestRenamingChangesOnlyNames gives every row and column another name of the same letters in another order, so that nothing moves, and expects the same shapes.
func TestRenamingChangesOnlyNames(t *testing.T) {
	shapes := func(d *Drawing) string {
		var b strings.Builder
		for _, g := range d.Groups {
			for _, m := range g.Marks {
				if m.Shape != Words {
					fmt.Fprintf(&b, "%d %.1f %s %s %.2f\n", m.Shape, m.Radius, m.Fill, m.Stroke, m.Width)
				}
			}
		}
		return b.String()
	}
	eachRandom(t, func(name string, of *table.Table, d *Drawing) {
		before := shapes(d)
		other := *of
		other.Rows, other.Columns = append([]table.Label{}, of.Rows...), append([]table.Label{}, of.Columns...)
		if of.Picture == table.Dendrogram || of.Picture == table.CaseMap || of.Picture == table.Plane || of.Picture == table.PlaneBelow {
			return // their columns are known by key, and leaders to names come and go
		}
		for i := range other.Rows {
			other.Rows[i].Key = "other-" + other.Rows[i].Key
		}
		for j := range other.Columns {
			other.Columns[j].Key = "other-" + other.Columns[j].Key
		}
		if after := shapes(Draw(&other)); after != before {
			t.Fatalf("%s: other names, other shapes", name)
		}
	})
}

func TestBothFormsCanBeRead(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for _, picture := range pictures {
		of := random(r, picture)
		for !Drawable(of) {
			of = random(r, picture)
		}
		d := Draw(of)
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := WriteSVG(b, Draw(of)); err != nil {
				t.Fatal(err)
			}
		}
		if first.String() != second.String() {
			t.Errorf("%q: drawn twice, two pictures", picture)
		}
		for dec := xml.NewDecoder(&first); ; {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%q: %v", picture, err)
			}
		}
		for _, want := range []string{"<title id=\"title\">Tilpasninger og utfordringer", "xml:lang=\"nb\"", "sha256:00"} {
			if !strings.Contains(second.String(), want) {
				t.Errorf("%q: no %s", picture, want)
			}
		}
		var b bytes.Buffer
		if err := WritePNG(&b, d, 144); err != nil {
			t.Fatal(err)
		}
		if string(b.Bytes()[37:41]) != "pHYs" {
			t.Errorf("%q: no size in the PNG: %q", picture, b.Bytes()[:60])
		}
		image, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if w := image.Bounds().Dx(); w < int(2*d.Width) || w > int(2*d.Width)+1 {
			t.Errorf("%q: %d dots wide, %v points", picture, w, d.Width)
		}
	}
}

func TestWordsAreWrappedToTheirWidth(t *testing.T) {
	for _, words := range names {
		for _, width := range []float64{20, 45, 100} {
			lines := wrapped(words, width, labelSize, false)
			for _, l := range lines {
				if measure(l, labelSize, false) > width {
					t.Errorf("%q in %v: %q is %v wide", words, width, l, measure(l, labelSize, false))
				}
			}
			joined := strings.ReplaceAll(strings.ReplaceAll(strings.Join(lines, ""), "-", ""), " ", "")
			if want := strings.ReplaceAll(words, " ", ""); joined != want {
				t.Errorf("%q in %v became %q", words, width, joined)
			}
		}
	}
	if g := regular().glyph('統'); len(g.path) == 0 {
		t.Error("a character that the font lacks leaves nothing")
	}
	for _, letters := range []string{"æøåÆØÅ", "äöüßéèð", "–«»…≥×½±●○√"} {
		for _, r := range letters {
			if g, ok := regular()[r]; !ok || len(g.path) == 0 {
				t.Errorf("the font has no %c", r)
			}
		}
	}
}

// TestWordsOnShadesCanBeRead holds the words on every shade of a heat map against what WCAG 2.2 asks of text.
func TestWordsOnShadesCanBeRead(t *testing.T) {
	if got := contrast("#767676", white); got < 4.53 || got > 4.55 { // the grey that is known to pass by a hair
		t.Errorf("the contrast of grey on white is %.2f", got)
	}
	for share := 0.0; share <= 1; share += .01 {
		ground := mix(paler, strong, share)
		if got := contrast(wordsOn(ground), ground); got < 4.5 {
			t.Errorf("on %s, the shade of %.2f, words in %s have a contrast of %.2f", ground, share, wordsOn(ground), got)
		}
	}
}

// TestMarksBesideANumberAreDrawn holds that a picture says what the text of a cell says beside its number (only planned, not settled, proposed, hearsay, set by a
// person, denied), in words where there is room and short where there is none, and in its legend what that means.
func TestMarksBesideANumberAreDrawn(t *testing.T) {
	for _, x := range []struct {
		picture table.Picture
		columns int
		want    []string
	}{
		{"", 3, []string{"3 (1p); 1p ≠1 (+2)°†", "(n planlagt)", "planlagt: n", "≠n", "(+n)", "° bygger", "† satt"}},
		{"", 30, []string{"3 (1p); 1p ≠1 (+2)°†", "(n planlagt)", "planlagt: n", "≠n", "(+n)", "° bygger", "† satt"}},
		{table.TimeLine, 3, []string{"3* (1 planlagt)", "(n planlagt)"}},
		{table.TimeLine, 20, []string{"3* (1p)", "(n planlagt)"}},
		{table.Portrait, 1, []string{"3 (1p)", "Skravert", "(n planlagt)"}},
		{table.Bars, 3, []string{"3* (1 planlagt)"}},
	} {
		of := &table.Table{Title: "Merker", Language: "nb", Picture: x.picture, Rows: []table.Label{{Key: "k", Label: "Kode"}}, Cells: [][]table.Cell{nil}}
		for j := range x.columns {
			c := table.Cell{Text: "3"}
			if x.picture == "" {
				c.State = "present"
			}
			c.SetEvidence([]table.Evidence{{Passage: "a.txt:0-5"}, {Passage: "a.txt:10-15"}, {Passage: "a.txt:20-25"}})
			c.Places = []table.Place{{Start: 0, End: 5, Of: 100}}
			for range 2 {
				c.Places = append(c.Places, table.Place{Start: 20, End: 25, Of: 100})
			}
			if j == 0 {
				marked(&c)
			}
			of.Columns, of.Cells[0] = append(of.Columns, table.Label{Key: fmt.Sprint(2000 + j), Label: fmt.Sprint(2000 + j)}), append(of.Cells[0], c)
		}
		drawn := says(Draw(of))
		for _, w := range x.want {
			if !strings.Contains(drawn, w) {
				t.Errorf("%q of %d columns does not say %q: %s", x.picture, x.columns, w, drawn)
			}
		}
	}
	short := &table.Table{Title: "Merker", Language: "nb", Rows: []table.Label{{Key: "k", Label: "Kode"}}, Columns: []table.Label{{Key: "a", Label: "A"}, {Key: "b", Label: "B"}}, Cells: [][]table.Cell{{
		{State: "present", Evidence: []table.Evidence{{Passage: "a.txt:0-5", Planned: true}}},
		{State: "absent", Evidence: []table.Evidence{{Passage: "a.txt:0-5", Says: "against"}}, Aside: []table.Evidence{{Passage: "a.txt:7-9", Says: "for", Planned: true}}}}}}
	if drawn := says(Draw(short)); !strings.Contains(drawn, "1 (1 planlagt)") || !strings.Contains(drawn, "× 1; planlagt: 1 for") {
		t.Errorf("where there is room: %s", drawn)
	}
}
