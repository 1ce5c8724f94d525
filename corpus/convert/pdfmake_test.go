package convert

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestMakePDFs writes the PDFs of testdata/convert that programs make of
// madeReport. It runs only where MAKE_PDFS is set and the programs are installed;
// they are named in the README there.
func TestMakePDFs(t *testing.T) {
	if os.Getenv("MAKE_PDFS") == "" {
		t.Skip("set MAKE_PDFS=1 to make them anew")
	}
	dir := t.TempDir()
	report, tables := madeReport(2), madeTables()
	for name, text := range map[string]string{
		"office.fodt": reportODT(report, 1, "none"), "office2.fodt": reportODT(report, 2, "none"), "office3.fodt": reportODT(report, 3, "none"),
		"talk-label.fodt": reportODT(madeTalk(40, "label"), 1, "none"), "talk-line.fodt": reportODT(madeTalk(40, "line"), 1, "none"),
		"bold.fodt": plainODT(askedIn("*")), "italic.fodt": plainODT(askedIn("_")), "rows.fodt": plainODT(shortTables()),
		"dash.fodt": plainODT(linesOfTalk("dash")), "number.fodt": plainODT(linesOfTalk("number")), "times.fodt": plainODT(linesOfTalk("times")),
		"talk-end.html":        reportHTML(madeTalk(40, "end"), "p{margin:0 0 6px}"),
		"tables.fodt":          reportODT(tables, 1, "0.5pt solid #000000"),
		"tables-chromium.html": reportHTML(tables, "table{border-collapse:collapse}td{border:1px solid #888;padding:3px 8px;width:7em}td.c2{text-align:center}"),
		"chromium.html":        reportHTML(report, "td.c2{text-align:center}td{padding:2px 12px}.note{display:none}"),
		"weasy.html": reportHTML(report, "@page{size:A4;margin:2.2cm;@top-left{content:'Fjellvik kommune, årsmelding 2015';font-size:9pt}@bottom-right{content:'Side ' counter(page) ' av ' counter(pages);font-size:9pt}}"+
			"body{font:10.5pt/1.35 'Liberation Sans';text-align:justify;hyphens:auto}td.c1,td.c3{text-align:right}td.c2{text-align:center}.note{float:footnote;font-size:8.5pt}"),
		"latex2.tex": reportTeX(report, "10pt,twocolumn"),
		"groff.ms":   reportMS(report, ""), "groff2.ms": reportMS(report, ".2C\n"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	office := "soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to "
	for _, command := range []string{
		office + "pdf bold.fodt italic.fodt rows.fodt dash.fodt number.fodt times.fodt", office + "html bold.fodt", office + "epub bold.fodt",
		office + "pdf office.fodt office2.fodt office3.fodt tables.fodt talk-label.fodt talk-line.fodt", office + "docx office.fodt",
		"chromium --headless --no-sandbox --disable-gpu --print-to-pdf=chromium.pdf chromium.html",
		"chromium --headless --no-sandbox --disable-gpu --print-to-pdf=talk-end.pdf talk-end.html",
		"chromium --headless --no-sandbox --disable-gpu --print-to-pdf=tables-chromium.pdf tables-chromium.html",
		"weasyprint weasy.html weasy.pdf",
		"pdflatex -interaction=batchmode latex2.tex",
		"groff -k -t -ms -Tps groff.ms | ps2pdf - groff.pdf", "groff -k -t -ms -Tpdf groff2.ms > groff2.pdf",
		"gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dCompatibilityLevel=1.4 -sOutputFile=ghostscript.pdf office2.pdf",
	} {
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", command, err, out)
		}
	}
	made, _ := filepath.Glob(filepath.Join(dir, "*.pdf"))
	docx, _ := filepath.Glob(filepath.Join(dir, "*.docx"))
	for _, name := range append(append(made, docx...), filepath.Join(dir, "bold.html"), filepath.Join(dir, "bold.epub")) {
		data, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join("..", "..", "testdata", "convert", "made-"+filepath.Base(name)), data, 0o644)
		}
		if err != nil {
			t.Error(err)
		}
	}
}
