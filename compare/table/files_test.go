package table

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"crosscase/corpus/sheet"
)

func TestWorkbookLeadsFromCellsToPassages(t *testing.T) {
	one := sample()
	one.Cells[1][0].Evidence[0].Quote = "=1+2"
	first, err := XLSX(one, sample())
	if err != nil {
		t.Fatal(err)
	}
	second, err := XLSX(one, sample())
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two runs write different bytes (%v)", err)
	}
	book, err := sheet.Read("x.xlsx", first)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range book {
		names = append(names, s.Name)
		if s.Unsaved > 0 {
			t.Errorf("sheet %s holds formulas", s.Name)
		}
	}
	if got := strings.Join(names, ", "); got != "sample, sample 2, evidence, about" {
		t.Fatalf("sheets %s", got)
	}
	// A row for each passage of each cell, proposed ones too.
	want := 0
	for _, row := range one.Cells {
		for _, c := range row {
			want += len(c.Evidence) + len(c.Aside) + len(c.Proposed)
		}
	}
	if n := len(book[2].Rows) - 1; n != 2*want {
		t.Errorf("%d rows of evidence, want %d", n, 2*want)
	}
	if row := book[2].Rows[1]; row[7] != "=1+2" || row[12] != "a.txt:5-29" {
		t.Errorf("evidence %q", row)
	}
	if book[0].Rows[2][1] != "blandet: 1 for, 1 ikke avgjort (ann med forbehold, bo mot)" || book[0].Rows[0][3] != "Finnes i" {
		t.Errorf("sheet %q", book[0].Rows)
	}
}

// What is a number is one in a spreadsheet too, as it is printed and in full; a year of a quote, a code 01 and a count with words beside it are text.
func TestWorkbookHoldsNumbers(t *testing.T) {
	third, half := 1.0/3, 0.5
	for _, x := range []struct {
		cell Cell
		want sheet.Number
		ok   bool
	}{
		{Cell{Text: "12"}, sheet.Number{Value: 12}, true},
		{Cell{Text: "0,33", Number: &third}, sheet.Number{Value: third, Decimals: 2}, true},
		{Cell{Text: "50\u00a0%", Number: &half}, sheet.Number{Value: half, Percent: true}, true},
		{Cell{Text: "3", Number: &half}, sheet.Number{Value: 3}, true},
		{Cell{Text: "0,33"}, sheet.Number{}, false},
		{Cell{Text: "01"}, sheet.Number{}, false},
		{Cell{Text: "2 (+1 foreslått)"}, sheet.Number{}, false},
		{Cell{Items: []string{"2006"}}, sheet.Number{}, false},
	} {
		if got, ok := x.cell.asNumber(); ok != x.ok || ok && got != x.want {
			t.Errorf("%+v: %+v, %t", x.cell, got, ok)
		}
	}
	one := sample()
	one.Cells[0][0] = Cell{Text: "7"}
	data, err := XLSX(one)
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("x.xlsx", data)
	if err != nil || book[0].Rows[1][1] != "7" {
		t.Errorf("%v, %v", book, err)
	}
}

func TestTheSamePassageHasOneNumber(t *testing.T) {
	var p Passages
	e := func(at, says string) Evidence { return Evidence{Passage: at, Says: says} }
	for i, want := range []int{1, 2, 1, 3, 4} {
		got := p.Number([]Evidence{e("a:1-2", "for"), e("a:1-3", "for"), e("a:1-2", "for"), e("a:1-2", "against"), {Source: "x:1"}}[i])
		if got != want {
			t.Errorf("passage %d has number %d, want %d", i, got, want)
		}
	}
	if s := p.Cite([]Evidence{e("a:1-2", "for"), e("a:1-3", "for"), e("a:1-2", "against"), e("b:1-2", "for"), e("a:1-2", "for")}).String(); s != "[1–3, 5]" {
		t.Errorf("cited %s", s)
	}
	if s := p.Cite([]Evidence{e("a:1-2", "for"), e("a:1-3", "for")}).String(); s != "[1, 2]" {
		t.Errorf("two are cited as %s", s)
	}
	// What says nothing of its own shares a number, whichever comes first.
	if n := p.Number(e("a:1-3", "")); n != 2 {
		t.Errorf("a reason has number %d, want 2", n)
	}
	if n, again := p.Number(e("c:1-2", "")), p.Number(e("c:1-2", "for")); n != again || p.All()[n-1].Says != "for" || p.Number(e("c:1-2", "against")) == n {
		t.Errorf("a reason and a quote of one passage have numbers %d and %d", n, again)
	}
	if p.Cite(nil) != nil {
		t.Error("something is cited for nothing")
	}
}

// What stands in a study prints as it is, whatever it means to TeX.
func TestLaTeXRunsNothingThatStandsInTheStudy(t *testing.T) {
	for s, want := range map[string]string{
		`\input{x}`:    `\textbackslash{}input\{x\}`,
		"50 % & _#$^~": `50 \% \& \_\#\$\textasciicircum{}\textasciitilde{}`,
		"«æ» [1] a--b": `\guillemotleft{}æ\guillemotright{} {[}1{]} a-{}-{}b`,
		"→ 日\x01":      `$\rightarrow$ \uni{65E5}{日} `,
	} {
		if got := tex(s); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	}
}

// Where LaTeX is at hand the file is typeset, with everything hostile in it.
func TestLaTeXCompiles(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil || testing.Short() {
		t.Skip("pdflatex is not at hand")
	}
	table := sample()
	table.Title = `All ^~\{}#$%&_ <>|"'` + "`«»“”‘’–—…→日😀\u00a0·æøåÆØÅéüčł€−×"
	table.Cells[1][0].Text = table.Title + "\n[bracket] first\n\n\\end{document}"
	var b bytes.Buffer
	wide := &Table{Language: "en", Title: "Wide", Columns: make([]Label, 9), Rows: []Label{{Label: "row"}}, Cells: [][]Cell{make([]Cell, 9)}}
	if err := WriteLaTeX(&b, table, wide, sample()); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "t.tex"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex")
	run.Dir = folder
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
