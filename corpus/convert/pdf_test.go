package convert

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// pdfOptions makes all tests share one engine, compiled once in the user's
// cache folder.
func pdfOptions(tb testing.TB) Options {
	tb.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return Options{CacheDir: filepath.Join(dir, "crosscase"), Speakers: true}
}

func convertPDF(t *testing.T, name string) Result {
	t.Helper()
	res, err := Convert(context.Background(), name, source(t, name), pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, res)
	checkPDF(t, res)
	return res
}

func TestPDFReport(t *testing.T) {
	res := convertPDF(t, "report.pdf")
	for _, want := range []string{
		"# Årsmelding 2015\n\nDato: 19.02.2016\n\n", "\n## Egen overskrift\n\n",
		"- Brukere som er fornøyde med tjenestene og som kommer tilbake år etter år fordi de blir hørt\n\n- Samfunn\n",
		"Mål\tResultat 2014\tResultat 2015\nNærvær i hele organisasjonen\t93 %\t94 %\nTilfredshet\t4,7\t4,8\n",
		"som i London-regnskapet, og", "med KOSTRA-tall fra", "Økonomi- og handlingsplanen bygger",
	} {
		if !strings.Contains(res.Text, want) {
			t.Errorf("no %q in\n%s", want, res.Text)
		}
	}
	for _, bad := range []string{"Kommune Å", "Londonregnskapet", "KOSTRAtall", "regn-skaps", "bruker-tilfreds", "\n2\n", "\u0002"} {
		if strings.Contains(res.Text, bad) {
			t.Errorf("%q in\n%s", bad, res.Text)
		}
	}
	if len(res.Pages) != 4 || res.Pages[0] != 0 {
		t.Errorf("pages %v", res.Pages)
	}
	if !hasEntry(res.Report, "dropped", "running heads") || !hasEntry(res.Report, "dropped", "page numbers") || !hasEntry(res.Report, "normalised", "page breaks inside") {
		t.Errorf("report %+v", res.Report)
	}
}

// The words of the PDF are those of the DOCX made from the same text.
func TestPDFAgainstDocx(t *testing.T) {
	pdf, docx := convertPDF(t, "report.pdf"), convertText(t, "report.docx", string(source(t, "report.docx")))
	count := map[string]int{}
	for _, w := range strings.Fields(strings.ReplaceAll(docx.Text, "[1]", "")) {
		count[w]++
	}
	missing, words := 0, 0
	for _, w := range strings.Fields(pdf.Text) {
		words++
		count[w]--
	}
	for w, n := range count {
		if n != 0 {
			missing += max(n, -n)
			t.Logf("%q %+d", w, n)
		}
	}
	if missing > 4 {
		t.Errorf("%d of %d words differ", missing, words)
	}
}

func TestPDFColumns(t *testing.T) {
	res := convertPDF(t, "columns.pdf")
	if n := strings.Count(res.Text, "\n\nAvsnitt "); n != 4 {
		t.Errorf("%d paragraphs in\n%s", n, res.Text)
	}
	if strings.Contains(res.Text, "\t") {
		t.Errorf("columns taken for a table:\n%s", res.Text)
	}
}

func TestPDFPicture(t *testing.T) {
	res := convertPDF(t, "picture.pdf")
	if !hasEntry(res.Report, "warning", "page 2 holds a picture and no text") || len(res.Pages) != 2 {
		t.Errorf("%+v %v", res.Report, res.Pages)
	}
}

func TestPDFErrors(t *testing.T) {
	report := source(t, "report.pdf")
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"locked":    {source(t, "locked.pdf"), "is protected by a password"},
		"truncated": {report[:len(report)/3], ""},
		"header":    {[]byte("%PDF-1.7\n"), "is a damaged PDF"},
		"rubbish":   {append([]byte("%PDF-1.7\n"), strings.Repeat("1 0 obj << /Kids [1 0 R] >> endobj\n", 1000)...), "is a damaged PDF"},
	} {
		_, err := Convert(context.Background(), "x.pdf", c.data, pdfOptions(t))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	// after a failure the engine works again
	convertPDF(t, "picture.pdf")
}

func TestPDFStops(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if _, err := Convert(ctx, "x.pdf", source(t, "report.pdf"), pdfOptions(t)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

func BenchmarkPDF(b *testing.B) {
	data, options := source(b, "report.pdf"), pdfOptions(b)
	for b.Loop() {
		res, err := Convert(context.Background(), "x.pdf", data, options)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(res.Pages)), "pages/op")
	}
}

// A page break that goes through a row leaves one row, and a table in one of three columns
// stands where it is read.
func TestPDFRowOverAPageBreak(t *testing.T) {
	res := convertText(t, "x.pdf", string(source(t, "made-broken-row.pdf")))
	accountedFor(t, res)
	for _, want := range []string{
		"høsthalvåret.\n\nOmråde\tMål\tResultat\nSkole\t4,5\t4,2\nBarnehage\t5,0\t5,1\nPleie\t4,8\t4,4\n\nResultatene er målt",
		"slik at ledergruppen kan følge utviklingen måned for måned og sette inn hjelp der det trengs. Enheten rapporterer i tertialrapporten.\tEnhetsleder 6\t6. kvartal\nEnhet 7\t",
		"Avviket for skolene er på -1440 kroner",
	} {
		if !strings.Contains(res.Text, want) {
			t.Errorf("%q is not in\n%s", want, res.Text)
		}
	}
	if e := entry(res.Report, "rows of tables that a page break went through"); e.Count != 1 {
		t.Errorf("%+v", e)
	}
}
