package convert

import (
	"context"
	"fmt"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

// readPDF reads a PDF: lines in reading order, joined to paragraphs; running
// heads and page numbers dropped; headings by larger or bold type; table rows
// where cells stand in columns.
func readPDF(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	src := Source{Format: "pdf"}
	err := withPDF(ctx, data, opts, func(ctx context.Context, engine *pdfEngine) error {
		f, err := openPDF(ctx, engine, data)
		if err != nil {
			return err
		}
		src.Title = f.title()
		pages, err := f.readPages(ctx, engine, data, r)
		f.close()
		if err == nil {
			err = withoutText(pages)
		}
		if err != nil {
			return err
		}
		for _, p := range pages {
			r.In += p.weight
			if p.twice != "" {
				r.Drop("characters printed twice at one place", p.twice)
			}
			r.Add("normalised", "fields of a form, stamps and words typed onto a page, read where they stand", p.upon.words, "")
			r.Add("guessed", "characters that the file does not name, by their place in the font", utf8.RuneCountInString(p.named), clip(p.named, 60))
			r.Add("warning", "characters that the file does not name, so that they may be wrong: compare with the page; where they are, run text recognition (OCR) on it", utf8.RuneCountInString(p.nameless), clip(p.nameless, 60))
			for _, s := range p.upon.comments {
				r.In += weigh(s)
				r.Drop("comments in the margin", s)
			}
		}
		src.Pages = len(pages)
		src.Blocks, err = blocksOfPages(ctx, pages, r)
		return err
	})
	if err == nil && mostlyRows(src.Blocks) {
		src = talkOf(src, opts, r)
	}
	return src, err
}

// mostlyRows tells whether tables hold most of a text. Where only some of its lines were found
// to be rows, they are left to be read with the others.
func mostlyRows(blocks []Block) bool {
	rows, all := 0, 0
	for i := range blocks {
		w := weighBlocks(blocks[i : i+1])
		if all += w; blocks[i].Kind == Row {
			rows += w
		}
	}
	return rows*4 > all*3
}

// readPages reads all pages. One that cannot be read is noted in the report and
// left out, unless there are too many of them.
func (p *pdfFile) readPages(ctx context.Context, engine *pdfEngine, data []byte, r *Report) ([]pdfPage, error) {
	if p.pages > maxPDFPages {
		return nil, catalogue.Errorf("has %d pages, more than the %d that are read; split it", p.pages, maxPDFPages)
	}
	if most := pdfPagesFor(data); p.pages > most {
		return nil, catalogue.Errorf("names %d pages in %d KB, the same ones again and again; open it in a reader and print it to a new PDF", p.pages, len(data)>>10+1)
	}
	var pages []pdfPage
	chars, bad := 0, 0
	for n := range p.pages {
		page, err := p.page(n)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if spentPulses(ctx) {
			return nil, errPDFWork
		}
		if err != nil {
			if bad++; bad == p.pages || bad > maxBadPages {
				return nil, err
			}
			r.Add("warning", fmt.Sprintf("page %d cannot be read", n+1), 1, err.Error())
			if p.err != nil { // the engine is out of order; another one goes on
				again, err := openPDF(ctx, engine, data)
				if err != nil {
					return nil, err
				}
				p.close()
				*p = *again
			}
		}
		for _, l := range page.lines {
			chars += len(l.text)
		}
		if most := pdfCharsFor(data); chars > most {
			return nil, catalogue.Errorf("holds more than %d characters; split it", most)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// withoutText returns an error for a file without any text, which says why.
func withoutText(pages []pdfPage) error {
	pictures := 0
	for _, p := range pages {
		if p.weight > 0 {
			return nil
		}
		if p.picture > 0 {
			pictures++
		}
	}
	if pictures > 0 {
		return catalogue.Errorf("holds pictures of its pages and no text (pages: %d, with a picture: %d); run text recognition (OCR) on it first, such as OCRmyPDF, ABBYY FineReader or Adobe Acrobat, and add the file that it writes", len(pages), pictures)
	}
	return nil
}
