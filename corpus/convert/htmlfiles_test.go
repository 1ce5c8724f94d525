package convert

import (
	"strings"
	"testing"
)

// Files that LibreOffice wrote from one report: they say the same.
func TestReportFiles(t *testing.T) {
	for name, also := range map[string][]string{
		"report.html":  {"\n- Økonomi\n"},
		"report.xhtml": {"\n- Økonomi\n"},
		"report.epub":  {"\nØkonomi\n"}, // the e-book has no lists, and headings by larger type only
	} {
		res := readWeb(t, name, string(source(t, name)))
		for _, want := range append(also, "# Årsmelding 2015\n", "\n## Mål\n", "\n## Egen overskrift\n", "\nNærvær i hele organisasjonen\t93 %\t94 %\n", "i London-saken. [1]\n", "\n[1] Fotnoten forklarer tallene.\n") {
			if !strings.Contains(res.Text, want) {
				t.Errorf("%s: no %q in\n%s\n%+v", name, want, res.Text, res.Report)
			}
		}
		if res.Title != "Årsmelding 2015" || res.Date != "2016-02-19" || len(res.Speakers) > 0 {
			t.Errorf("%s: %q %q %+v", name, res.Title, res.Date, res.Speakers)
		}
	}
}

// Pages as Chromium writes them from what it shows.
func TestBrowserFiles(t *testing.T) {
	res := readWeb(t, "browser.html", string(source(t, "browser.html")))
	want := "# Møte i driftsutvalget\n\nDato: 12. mai 2021\n\nMål\t2020\t2021\nNærvær\t93 %\t94 %\nSvar <snitt>\t4,7\t4,8\n\nTil stede\n\nFem av sju\n\nVedlegg\n\nEtt vedlegg.\n\n" +
		"Budsjettet[1] er vedtatt.\n\n4. Orientering\n\n- fra rådmannen\n\n5. Vedtak\n\n[1] Sak 14/21.\n\nPublisert av Å kommune\n"
	if res.Text != want {
		t.Errorf("got\n%s\nwant\n%s", res.Text, want)
	}
	res = readWeb(t, "browsertext.html", string(source(t, "browsertext.html")))
	if res.Turns != 6 || len(res.Speakers) != 2 || res.Date != "2019-03-04" || !strings.Contains(res.Text, "\n\nIntervjuer: Hvordan bruker dere målene <i styret>?\nLeder: Vi ser på dem & glemmer dem.\n\n") {
		t.Errorf("%d turns of %+v in\n%s", res.Turns, res.Speakers, res.Text)
	}
}
