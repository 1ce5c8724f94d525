package convert

import "testing"

func TestDates(t *testing.T) {
	for line, want := range map[string]string{
		"Dato: 22. januar, 2016":             "2016-01-22",
		"Referat 21. januar 2015":            "2015-01-21",
		"2 abril 2024":                       "2024-04-02",
		"2 de abril de 2024":                 "2024-04-02",
		"19.02.2016":                         "2016-02-19",
		"19. 2. 2016":                        "2016-02-19",
		"04/03/2024":                         "2024-03-04",
		"3-Jul-20":                           "2020-07-03",
		"14.11.23":                           "2023-11-14",
		"June 15th, 2026":                    "2026-06-15",
		"15 June 2026, 03:35am":              "2026-06-15",
		"2016-02-19":                         "2016-02-19",
		"1. März 2021":                       "2021-03-01",
		"12 décembre 2019":                   "2019-12-12",
		"den 3 maj 2020":                     "2020-05-03",
		"desember 2015":                      "2015-12",
		"31. februar 2016":                   "",
		"Version 2.14.23.1 av programmet":    "",
		"I 2016 og 2017 gjorde vi det samme": "",
		"Kl. 12.30":                          "",
	} {
		if got := dateIn(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	for name, want := range map[string]string{
		"2016-02-19 intervju A.docx": "2016-02-19",
		"20160219_intervju.mp3.txt":  "2016-02-19",
		"Intervju 19.02.2016.docx":   "2016-02-19",
		"Årsrapport 2015.pdf":        "2015",
		"Økonomiplan 2016-2019.pdf":  "2016",
		"referat_21_januar_2015.odt": "2015-01-21",
		"intervju-a.txt":             "",
		"tlf 22123456.txt":           "",
	} {
		if got := DateInName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
