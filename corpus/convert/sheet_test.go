package convert

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sheetFile reads a file of testdata/sheet.
func sheetFile(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "sheet", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// balancedSheet fails the test where letters or digits went without a line.
func balancedSheet(t *testing.T, r Report) {
	t.Helper()
	for _, e := range r.Entries {
		if strings.Contains(e.What, "not accounted for") {
			t.Errorf("%+v of %+v", e, r)
		}
	}
}

func splitSheet(t *testing.T, name, data, split string) []Result {
	t.Helper()
	out, err := ConvertAll(context.Background(), name, []byte(data), Options{Speakers: true, Split: split})
	if err != nil {
		t.Fatal(err)
	}
	for _, res := range out {
		checkText(t, res)
		balancedSheet(t, res.Report)
	}
	return out
}

func TestSheets(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"rows", "x.csv", "a;b\n1;x, y\n\n;\"c\nd\"\n", "a\tb\n1\tx, y\n\nc d\n"},
		{"a title", "x.csv", "Budget 2019\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n1;1;1\n", "Budget 2019\n\na\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n1\t1\t1\n"},
		{"separator line", "x.csv", "sep=;\na;b\n", "a\tb\n"},
		{"Windows-1252", "x.csv", "bl\xe5;b\n", "blå\tb\n"},
		{"tabs", "x.tsv", "a\tb\n#c\td\n", "a\tb\n\\#c\td\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := splitSheet(t, c.file, c.in, "")
			if len(res) != 1 || res[0].Text != c.want || res[0].Report.In != weigh(c.in)+strings.Count(c.in, "\xe5") {
				t.Errorf("got\n%q\nwant\n%q\n%+v", res[0].Text, c.want, res[0].Report)
			}
		})
	}
}

// TestSheetsOfPrograms reads what LibreOffice Calc wrote.
func TestSheetsOfPrograms(t *testing.T) {
	for _, name := range []string{"kinds.xlsx", "kinds.ods"} {
		res := splitSheet(t, name, string(sheetFile(t, name)), "")[0]
		for _, want := range []string{"# Kinds\n\nwhat\tvalue\nwhole\t3\n", "\nshare\t93.5 %\n", "\ndate\t2016-02-19\n", "\nrich\tone two three four\n", "\nmerged\t\twith a comment\nsame\tsame\tsame\n\nC19: ask again\n\n# Notes\n\nhidden words\n"} {
			if !strings.Contains(res.Text, want) {
				t.Errorf("%s: no %q in\n%s", name, want, res.Text)
			}
		}
		if !hasEntry(res.Report, "guessed", "hidden sheets") || res.Format != filepath.Ext(name)[1:] {
			t.Errorf("%s: %s %+v", name, res.Format, res.Report)
		}
	}
}

// TestTranscriptInASheet reads the columns in which NVivo writes a transcript.
func TestTranscriptInASheet(t *testing.T) {
	const in = "Timespan,Content,Speaker\n\"0:00,0 - 0:04,2\",Hva gjør dere?,Intervjuer\n\"0:04,2 - 0:09,0\",\"Vi måler, og så ser vi.\",Informant\n\"0:09,0 - 0:11,5\",Og så?,Intervjuer\n\"0:11,5 - 0:14,0\",Så måler vi igjen.,Informant\n"
	res := splitSheet(t, "x.csv", in, "")[0]
	if want := "Intervjuer: [00:00:00] Hva gjør dere?\n\nInformant: [00:00:04] Vi måler, og så ser vi.\n\n"; !strings.HasPrefix(res.Text, want) || res.Turns != 4 {
		t.Errorf("%d turns:\n%s\n%+v", res.Turns, res.Text, res.Report)
	}
}

func TestSplitRows(t *testing.T) {
	const want = "# sør-2\n\n## Sendt\n\n2019-03-05 11:40:02\n\n## Hva bruker dere målene til?\n\nRapporten lages, men jeg vet ikke hvem som leser den.\n\n## Antall ansatte\n\n310\n"
	for _, name := range []string{"answers.csv", "answers.xlsx", "answers.ods"} {
		res := splitSheet(t, name, string(sheetFile(t, name)), "rows")
		if len(res) != 3 || res[1].Text != want || res[1].Name != "sør-2" || res[1].Title != "sør-2" {
			t.Fatalf("%s: %d documents\n%s", name, len(res), res[1].Text)
		}
		if !strings.Contains(res[0].Text, "## Hva bruker dere målene til?\n\nVi ser på dem hver måned i ledermøtet.\n\nDe gir oss noe å snakke om.\n\n## Hva hindrer") {
			t.Errorf("%s: paragraphs of an answer\n%s", name, res[0].Text)
		}
		if !hasEntry(res[2].Report, "dropped", "empty answers") || !hasEntry(res[2].Report, "dropped", "heads without answers") {
			t.Errorf("%s: %+v", name, res[2].Report)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, split, in string
		want            []string // name of each document, then its text
	}{
		{"no names", "rows", "How?,Why?\nSo,Because\nSo,\n", []string{"row 2", "# row 2\n\n## How?\n\nSo\n\n## Why?\n\nBecause\n", "row 3", "# row 3\n\n## How?\n\nSo\n"}},
		{"names that are no names", "rows", "Sent,How?\n2019-01-02 10:11:12,a\n2019-01-02 10:11:13,b\n", []string{"row 2", "# row 2\n\n## Sent\n\n2019-01-02 10:11:12\n\n## How?\n\na\n", "row 3", "# row 3\n\n## Sent\n\n2019-01-02 10:11:13\n\n## How?\n\nb\n"}},
		{"first column", "rows", "Who,How?\nNorth,a\nSouth,b\n", []string{"North", "# North\n\n## How?\n\na\n", "South", "# South\n\n## How?\n\nb\n"}},
		{"no head of a column", "rows", "nr,How?\n1,a,more\n2,,\n", []string{"1", "# 1\n\n## How?\n\na\n\n## column C\n\nmore\n"}},
		{"columns", "columns", "Question,North,South\nHow?,a,b\nWhy?,,c\n", []string{"North", "# North\n\n## How?\n\na\n", "South", "# South\n\n## How?\n\nb\n\n## Why?\n\nc\n"}},
		{"a column without a name", "columns", ",North,\nHow?,a,b\n", []string{"North", "# North\n\n## How?\n\na\n", "column C", "# column C\n\n## How?\n\nb\n"}},
		{"three rows of head", "rows", "ResponseId,Q1\nResponse ID,How was it?\n\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\nR_1,Fine\nR_2,Long\n", []string{"R_1", "# R_1\n\n## How was it?\n\nFine\n", "R_2", "# R_2\n\n## How was it?\n\nLong\n"}},
		{"two rows of head", "rows", "Respondent ID,How was it?,Which?,,\n,Open-Ended Response,Maps,Plans,Other\n11,Fine,Maps,,\n12,Long,,Plans,Talks\n", []string{"11", "# 11\n\n## How was it? Open-Ended Response\n\nFine\n\n## Which? Maps\n\nMaps\n", "12", "# 12\n\n## How was it? Open-Ended Response\n\nLong\n\n## Which? Plans\n\nPlans\n\n## Which? Other\n\nTalks\n"}},
		{"a separator line", "rows", "sep=;\nnr;How?\n1;a\n", []string{"1", "# 1\n\n## How?\n\na\n"}},
		{"nothing below the head", "rows", "a,b\n", []string{"", "a\tb\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, res := range splitSheet(t, "x.csv", c.in, c.split) {
				got = append(got, res.Name, res.Text)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

func TestSurveyHint(t *testing.T) {
	long := strings.Repeat("Many words. ", 20)
	for _, c := range []struct {
		in   string
		want bool
	}{
		{strings.Repeat("q,", 35) + "\n" + strings.Repeat("a,", 35) + "\n" + strings.Repeat("b,", 35) + "\n", true},
		{"id,a,b\n" + strings.Repeat("1,"+long+","+long+"\n", 3), true},
		{"id,a,b\n1,2,3\n2,3,4\n3,4,5\n", false},
	} {
		if got := hasEntry(splitSheet(t, "x.csv", c.in, "")[0].Report, "guessed", "looks like survey answers"); got != c.want {
			t.Errorf("%.40q: %v", c.in, got)
		}
	}
}

func TestWrongSheets(t *testing.T) {
	for _, c := range []struct{ file, data, want string }{
		{"x.xlsx", string(zipOf(t, "word/document.xml", "x")), "is a Word file, not a spreadsheet; rename it to .docx"},
		{"x.csv", "a\x00bcdef", "holds bytes that are no text (a zero at byte 1)"},
		{"x.csv", strings.Repeat("a,b\n", maxParts+2), "makes more than the 10000 documents"},
	} {
		if _, err := ConvertAll(context.Background(), c.file, []byte(c.data), Options{Split: "rows"}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.file, err, c.want)
		}
	}
}

func FuzzSheet(f *testing.F) {
	for _, s := range []string{"a;b\n1;x\n", "id,How?\n1,\"a\n\nb\"\n2,\n", "a,b\n{\"\"ImportId\"\",x\n", "a,,b\n,c,d\n1,2,3\n", "sep=,\na,b", "A\tI: x\nB\tB: y?\n"} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(1))
		f.Add(s, uint8(2))
	}
	f.Fuzz(func(t *testing.T, s string, how uint8) {
		all, err := ConvertAll(context.Background(), "x.csv", []byte(s), Options{Speakers: true, Split: []string{"", "rows", "columns"}[how%3]})
		if err != nil {
			return
		}
		for _, res := range all {
			checkText(t, res)
			balancedSheet(t, res.Report)
		}
	})
}
