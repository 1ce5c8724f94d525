package convert

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// pdfOf writes a PDF of objects, the first being object 1; "%s" stands for nothing.
// Object 1 must be the catalog.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

// pdfPageOf writes a PDF of one page with that content; more objects may follow
// from number 6 on, and resources name them.
func pdfPageOf(content, resources string, more ...string) []byte {
	return pdfOf(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> " + resources + " >> >>",
		streamOf("", content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}, more...)...)
}

func streamOf(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}

// deflated returns size bytes of a repeated text, packed twice.
func deflated(tb testing.TB, text string, size int) string {
	tb.Helper()
	pack := func(write func(*zlib.Writer)) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		write(w)
		if err := w.Close(); err != nil {
			tb.Fatal(err)
		}
		return b.String()
	}
	once := pack(func(w *zlib.Writer) {
		chunk := []byte(strings.Repeat(text, 1+1<<16/len(text)))
		for n := 0; n < size; n += len(chunk) {
			w.Write(chunk)
		}
	})
	return streamOf("/Filter [/FlateDecode /FlateDecode]", pack(func(w *zlib.Writer) { w.Write([]byte(once)) }))
}

// Files made to hold a reader up end soon, in an error or in what text there is.
func TestPDFHostile(t *testing.T) {
	const say = "BT /F 12 Tf 72 700 Td (Teksten står her.) Tj ET\n"
	var forms []string
	for i := range 12 {
		next := ""
		if i < 11 {
			next = strings.Repeat("/X Do ", 12)
		}
		forms = append(forms, streamOf(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>", 7+i), next))
	}
	loop := bytes.Replace(pdfPageOf(say, ""), []byte("trailer << "), []byte("trailer << /Prev 0000000000 "), 1)
	loop = bytes.Replace(loop, []byte("/Prev 0000000000"), fmt.Appendf(nil, "/Prev %010d", bytes.Index(loop, []byte("\nxref"))+1), 1)
	for name, data := range map[string][]byte{
		"page tree loop":      pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
		"page tree of itself": pdfOf("<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 100000 >>"),
		"pages without end":   pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", "<< /Type /Page /Parent 2 0 R >>"),
		"20000 bad pages":     pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids ["+strings.Repeat("9 0 R ", 20000)+"] /Count 20000 >>"),
		"xref loop":           loop,
		"nested arrays":       pdfPageOf(say+strings.Repeat("[", 2_000_000)+strings.Repeat("]", 2_000_000)+"TJ", ""),
		"nested dictionaries": pdfOf("<< /Type /Catalog /Pages 2 0 R /X "+strings.Repeat("<< /A ", 500_000)+">>", "<< /Type /Pages /Kids [] /Count 0 >>"),
		"form of itself":      pdfPageOf(say+"/X Do", "/XObject << /X 6 0 R >>", streamOf("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>", "/X Do /X Do")),
		"forms of forms":      pdfPageOf(say+"/X Do", "/XObject << /X 6 0 R >>", forms...),
		"content bomb":        pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", deflated(t, "q Q ", 300<<20)),
		"content many times":  pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ["+strings.Repeat("4 0 R ", 5000)+"] >>", deflated(t, "q Q ", 1<<20)),
		"text bomb":           pdfPageOf("BT /F 12 Tf 72 700 Td "+strings.Repeat("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 100_000)+"ET", ""),
		"lines bomb":          pdfPageOf("BT /F 1 Tf 1 TL "+strings.Repeat("(a b) Tj T* ", 60_000)+"ET", ""),
		"scattered letters":   pdfPageOf("BT /F 1 Tf "+strings.Repeat("97 61 Td (a) Tj -41 -7 Td (•) Tj ", 40_000)+"ET", ""),
		"rules bomb":          pdfPageOf(say+strings.Repeat("10 10 m 300 10 l S 20 5 m 20 300 l S ", 50_000), ""),
		"object stream bomb": pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
			strings.Replace(deflated(t, "1 0 ", 300<<20), "<< ", "<< /Type /ObjStm /N 100000000 /First 400000000 ", 1), "<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>"),
		"map of characters": bytes.Replace(pdfPageOf(say, "", streamOf("", "begincmap "+strings.Repeat("1 beginbfrange <0000> <FFFF> <0000> endbfrange ", 20_000)+"endcmap")),
			[]byte("/BaseFont"), []byte("/ToUnicode 6 0 R /BaseFont"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			start := time.Now()
			res, err := Convert(ctx, "x.pdf", data, pdfOptions(t))
			if err == nil {
				checkText(t, res)
			}
			took := time.Since(start)
			t.Logf("%v, %d bytes: %v %.60q", took.Round(time.Millisecond), len(data), err, res.Text)
		})
	}
}
