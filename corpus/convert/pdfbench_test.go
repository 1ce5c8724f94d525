package convert

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// madePDF lets LibreOffice make a PDF of blocks.
func madePDF(tb testing.TB, blocks []Block, columns int) []byte {
	tb.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		tb.Skip("needs LibreOffice (soffice)")
	}
	dir := tb.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x.fodt"), []byte(reportODT(blocks, columns, "none")), 0o600); err != nil {
		tb.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "x.fodt"))
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "x.pdf"))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// BenchmarkPDF300 reads an annual report of 300 pages that LibreOffice made.
func BenchmarkPDF300(b *testing.B) {
	data, options := madePDF(b, madeReport(197), 1), pdfOptions(b)
	if dir := os.Getenv("KEEP"); dir != "" {
		os.WriteFile(filepath.Join(dir, "report300.pdf"), data, 0o600)
	}
	b.ReportAllocs()
	for b.Loop() {
		res, err := Convert(context.Background(), "x.pdf", data, options)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(res.Pages)), "pages/op")
		b.ReportMetric(float64(len(res.Text)), "bytes/op")
	}
}
