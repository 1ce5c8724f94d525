package convert

import "testing"

// A title in capitals may go on over several lines, and the name of a place with that of a report.
func TestTitleByFirstLine(t *testing.T) {
	for in, want := range map[string]string{
		"KOMMUNE A\n\nÅRSRAPPORT 2015\n\nUtdrag: kapittel 3\n\nKommunen innførte det i 2006.\n":           "KOMMUNE A, ÅRSRAPPORT 2015",
		"ANNUAL REPORT 2023\nHARBOUR LIBRARY\n\nThe library was open for 61 hours a week in this year.\n": "ANNUAL REPORT 2023, HARBOUR LIBRARY",
		"Årsrapport 2015\n\nKOMMUNE A\n\nKommunen innførte det i 2006.\n":                                 "Årsrapport 2015",
		"STATION LIBRARY\nAnnual report 2023\n\nSUMMARY\n\nThe library was open for 61 hours a week.\n":   "STATION LIBRARY, Annual report 2023",
		"Kommune C\n\nBakgrunn\n\nKommunen innførte det i 2003.\n":                                        "Kommune C",
		"EIN\n\nTO\n\nÅRSMELDING\n\nREKNESKAP\n\nMeir tekst som går over ei heil linje.\n":                "",
	} {
		if got := convertText(t, "x.txt", in).Title; got != want {
			t.Errorf("%q: title %q, want %q", in, got, want)
		}
	}
}
