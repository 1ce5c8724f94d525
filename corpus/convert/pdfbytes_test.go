package convert

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// leastBytesChanged is how many changed files TestPDFBytes reads where nobody asks for more.
const leastBytesChanged = 60

// TestPDFBytes reads PDFs in which bytes were changed, pieces taken out, put twice or taken from
// another file. A fuzz target would do next to nothing here: under its watch every process that it starts
// makes the engine ready anew. PDF_BYTES=5m goes on so long, from another seed each time; PDF_SEED=7 begins with
// the seed that a failure names.
func TestPDFBytes(t *testing.T) {
	seed, until := uint64(1), time.Time{}
	if s := os.Getenv("PDF_BYTES"); s != "" {
		d, err := time.ParseDuration(s)
		if err != nil {
			t.Fatal(err)
		}
		seed, until = uint64(time.Now().UnixNano()), time.Now().Add(d)
	}
	if s := os.Getenv("PDF_SEED"); s != "" {
		if _, err := fmt.Sscan(s, &seed); err != nil {
			t.Fatal(err)
		}
	}
	files := [][]byte{
		source(t, "picture.pdf"),
		pdfPageOf(column(72, 700, "I: Hva er", "m\345let?")+put(72, 60, 8, "1 Note"), "/XObject << /X 6 0 R >>", streamOf("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "q Q")),
		bytes.Replace(pdfPageOf(put(72, 700, 11, "Kommune:"), "XX", streamOf("/Type /XObject /Subtype /Form /BBox [0 0 200 16] /Resources << /Font << /F 5 0 R >> >>", "BT /F 11 Tf 2 4 Td (Lia) Tj ET")), []byte("XX >>"),
			[]byte(">> /Annots [<< /Subtype /Widget /FT /Tx /F 4 /V (Lia) /Rect [130 696 350 712] /AP << /N 6 0 R >> >> << /Subtype /FreeText /Contents (Lia skole) /Rect [130 350 696 12] >>"+
				" << /Subtype /Text /Contents <FEFF004D> /Rect [0 0 0 0] >> << /Subtype /Widget /FT /Ch /Opt [(a)] /V (a) /Rect [1e9 -1 3 4] >> << /Subtype /Stamp /AP << /N << /On 6 0 R >> >> /AS /On /Rect [72 500 300 516] >>]"), 1),
	}
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "convert", "*.pdf"))
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) < 1<<16 {
			files = append(files, data)
		}
	}
	read, n := 0, 0
	for ; n < leastBytesChanged || time.Now().Before(until); n++ {
		data := changedBytes(rand.New(rand.NewPCG(seed, uint64(n))), files)
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		res, err := Convert(ctx, "x.pdf", data, pdfOptions(t))
		switch {
		case ctx.Err() != nil:
			t.Errorf("takes too long")
		case err == nil:
			read++
			checkPDF(t, res)
		}
		cancel()
		if t.Failed() {
			kept := filepath.Join(os.TempDir(), fmt.Sprintf("bytes-%d-%d.pdf", seed, n))
			t.Fatalf("file %d of PDF_SEED=%d, kept as %s: %v", n, seed, kept, os.WriteFile(kept, data, 0o600))
		}
	}
	t.Logf("%d files changed, %d of them read", n, read)
	if read*10 < n || read == n {
		t.Errorf("%d of %d changed files could be read: the changes are too large or too small", read, n)
	}
}

// changedBytes returns one of the files with a few changes. Some are to what is written in words, where most of the
// structure stands: names, numbers and marks.
func changedBytes(r *rand.Rand, files [][]byte) []byte {
	data := bytes.Clone(files[r.IntN(len(files))])
	words := [][]byte{[]byte("obj"), []byte("endobj"), []byte("stream"), []byte("/Kids"), []byte("/Count"), []byte("/Length"), []byte("/Contents"), []byte("/Parent"), []byte("/Font"), []byte("/ToUnicode"), []byte("/MediaBox"), []byte("/Filter"), []byte(" 0 R"), []byte("xref"), []byte("trailer"), []byte("/Root"), []byte("/W"), []byte("/Encoding")}
	for range 1 + r.IntN(6) {
		at := r.IntN(len(data))
		if r.IntN(2) == 0 { // behind a word of the structure
			word := words[r.IntN(len(words))]
			if i := bytes.Index(data[at:], word); i >= 0 {
				at = min(at+i+len(word)+r.IntN(4), len(data)-1)
			}
		}
		size := min(1+r.IntN(64), len(data)-at)
		switch r.IntN(7) {
		case 0:
			data[at] ^= 1 << r.IntN(8)
		case 1:
			data[at] = byte(r.UintN(256))
		case 2:
			data[at] = "0123456789-/<>[]()%"[r.IntN(19)]
		case 3:
			data = append(data[:at], data[at+size:]...)
		case 4:
			data = append(data[:at:at], append(bytes.Clone(data[at:at+size]), data[at:]...)...)
		case 5:
			other := files[r.IntN(len(files))]
			from := r.IntN(len(other))
			copy(data[at:], other[from:min(from+size, len(other))])
		case 6:
			data = append(data[:at:at], append([]byte([...]string{"-1", "2147483648", "99999999999999999999", "0", "null", "<<", ">>", "[", "3 0 R", "/X"}[r.IntN(10)]), data[at:]...)...)
		}
		if len(data) == 0 {
			return []byte("%PDF-")
		}
	}
	return data
}

// A heading with a number above a table that goes on over the page is no footnote: the table would be lost in it.
func TestATableIsNoFootnote(t *testing.T) {
	rules := func(y float64, rows int) string {
		s := ""
		for i := range rows + 1 {
			s += fmt.Sprintf("%.0f %.0f m 500 %.0f l S ", 70.0, y-20*float64(i), y-20*float64(i))
		}
		for _, x := range []float64{70, 200, 500} {
			s += fmt.Sprintf("%.0f %.0f m %.0f %.0f l S ", x, y, x, y-20*float64(rows))
		}
		return s
	}
	first := column(72, 700, "Kommunen har i løpet av året arbeidet med", "økonomien, og tallene er", "bedre enn i fjor for alle de som") + put(72, 600, 11, "2 \330konomi") +
		put(75, 506, 11, "Netto") + put(210, 506, 11, "12 400") + put(75, 486, 11, "Brutto") + put(210, 486, 11, "8 100") + rules(520, 2)
	res, err := Convert(t.Context(), "x.pdf", pdfPagesOf(first, column(72, 700, "kan se det samme hos seg.", "Slutt.")), pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checkPDF(t, res)
	if !bytes.Contains([]byte(res.Text), []byte("Netto\t12 400\nBrutto\t8 100\n")) {
		t.Errorf("the table is gone:\n%s", res.Text)
	}
}
