package manuscript

// sample is a manuscript with something of everything.
func sample() *Manuscript {
	m := &Manuscript{Title: "Åtte <mål> & én øy", Subtitle: "Rapport", Byline: "crosscase", Language: "nb", Contents: true}
	m.Add(
		Heading{Level: 1, Text: "Metode", Numbered: true, ID: "method"},
		Paragraph{Text: Text{{Words: "Se "}, {To: "t1"}, {Words: " og "}, {To: "part"}, {Words: ". "}, {Words: "Skrives.", Open: true}, {Words: " Med note.", Footnote: Plain("En fotnote: å.")}}},
		Heading{Level: 2, Text: "Del", Numbered: true, ID: "part"},
		Paragraph{Text: Plain("Pass på"), Box: true},
		Quote{Text: "«Nei, det har vi ikke <gjort>»", Source: Text{{Words: "Kommune A, replikk 2"}, {Words: ", "}, {Words: "[1]", To: "e1"}}, Language: "nb"},
		List{Items: []Text{Plain("én"), Plain("to")}},
		List{Items: []Text{Plain("første"), Plain("andre")}, Ordered: true},
		List{Items: []Text{Plain("begynner på nytt")}, Ordered: true},
		Table{ID: "t1", Caption: "En tabell", Head: []string{"Kode", "Kommune A", "Kommune B"}, Notes: []Text{Plain("En merknad.")}, Rows: []Row{
			{Head: true, Cells: []Cell{{Lines: []Text{Plain("Overskrift")}}, {}, {}}},
			{Cells: []Cell{{Lines: []Text{Plain("Bruk | mål")}, Indent: 1}, {Lines: []Text{{{Words: "til stede 1 "}, {Words: "[1]", To: "e1"}}}, State: "present"}, {}}},
		}},
		Heading{Level: 1, Text: "Vedlegg"},
		Notes{{ID: "e1", Mark: "[1]", Text: Text{{Words: "«Nei»"}, {Words: " a.txt:1-4", Code: true}}}},
	)
	return m
}
