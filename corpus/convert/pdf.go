package convert

import (
	"context"
	"fmt"
)

// readPDF reads a PDF: lines in reading order, joined to paragraphs; running
// heads and page numbers dropped; headings by larger or bold type; table rows
// where cells stand in columns.
func readPDF(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	src := Source{Format: "pdf"}
	var pages [][]pdfLine
	err := withPDF(ctx, data, opts, func(ctx context.Context, f *pdfFile) error {
		src.Pages, src.Title = f.pages, f.title()
		total, failed := 0, 0
		for n := range f.pages {
			if err := ctx.Err(); err != nil {
				return err
			}
			lines, picture, err := f.page(n)
			if err != nil {
				if failed++; failed == f.pages || failed > 20 {
					return pdfError(err)
				}
				r.Add("warning", fmt.Sprintf("page %d cannot be read", n+1), 1, err.Error())
			}
			if picture {
				r.Add("warning", fmt.Sprintf("page %d holds a picture and no text", n+1), 1, "")
			}
			for _, l := range lines {
				total += len(l.text)
			}
			if total > maxPDFChars {
				return fmt.Errorf("holds more than %d characters; split it", maxPDFChars)
			}
			pages = append(pages, lines)
		}
		return nil
	})
	if err != nil {
		return Source{}, err
	}
	src.Blocks = pdfBlocks(pages, r)
	return src, nil
}
