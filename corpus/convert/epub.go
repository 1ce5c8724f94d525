package convert

import (
	"cmp"
	"context"
	"strings"

	"crosscase/corpus/catalogue"
)

// readEPUB reads an e-book: its chapters in the order of its spine, each as a
// web page. Its own table of contents is left out.
func readEPUB(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	a, err := openArchive(data, "e-book (EPUB)")
	if err != nil {
		return Source{}, err
	}
	book, err := openBook(a, r)
	if err != nil {
		return Source{}, err
	}
	if err := book.checkProtection(); err != nil {
		return Source{}, err
	}
	faces, err := book.faces()
	if err != nil {
		return Source{}, err
	}
	src := Source{Format: "epub", Title: book.title, Dated: book.dated}
	notes := map[string]string{} // a note may stand in another part than its mark
	var sizes []float64
	for _, chapter := range book.chapters {
		p, err := book.read(ctx, chapter, notes, faces, r)
		if err != nil {
			return Source{}, err
		}
		if p == nil {
			continue
		}
		if src.Title == "" {
			src.Title = p.title
		}
		src.Blocks, sizes = append(src.Blocks, p.blocks...), append(sizes, p.sizes...)
		src.Talk = src.Talk || p.talk
	}
	headingsBySize(src.Blocks, sizes, r)
	return src, nil
}

// read reads one part of the book; nil if it is not there, or holds only the
// table of contents.
func (b *book) read(ctx context.Context, c chapter, notes map[string]string, faces map[string]typeFace, r *Report) (*htmlPage, error) {
	if !c.page {
		r.Add("dropped", "parts of the e-book that are no pages of text", 1, c.name)
		return nil, nil
	}
	data, err := b.archive.read(c.name)
	if err != nil {
		return nil, err
	}
	if data == nil {
		r.Add("warning", "parts that the e-book names but does not hold; is it whole?", 1, c.name)
		return nil, nil
	}
	s, err := decodeMarkup(data, "", r)
	if err != nil {
		return nil, catalogue.Errorf("is a damaged e-book: its part %s is no text; get it again, or open it in an e-book reader and save it anew", c.name)
	}
	page := func(notes map[string]string, r *Report) (*htmlPage, error) {
		p := newHTMLPage(ctx, r)
		p.xml, p.part, p.base, p.notes, p.faces = c.xml, true, c.name, notes, faces
		if err := p.read(s); err != nil {
			return nil, catalogue.Errorf("has the part %s, which %w", c.name, err)
		}
		return p, nil
	}
	if c.contents {
		var apart Report
		p, err := page(map[string]string{}, &apart)
		if err != nil {
			return nil, err
		}
		if p.links*2 >= apart.In {
			r.In += apart.In
			r.add("dropped", "table of contents of the e-book", 1, apart.In, clip(wordsOf(p.blocks), 60))
			return nil, nil
		}
	}
	return page(notes, r)
}

func wordsOf(blocks []Block) string {
	var words []string
	for _, b := range blocks[:min(len(blocks), 20)] {
		words = append(words, b.Text)
	}
	return strings.Join(words, " ")
}

// headingsBySize finds the headings of a book that has none, but sets short
// paragraphs in larger type, as LibreOffice writes e-books.
func headingsBySize(blocks []Block, sizes []float64, r *Report) {
	weight := map[float64]int{}
	for i, b := range blocks {
		switch b.Kind {
		case Heading:
			return
		case Paragraph, ListItem:
			sizes[i] = cmp.Or(sizes[i], bodySize)
			weight[sizes[i]] += weigh(b.Text)
		}
	}
	body := 0.0
	for size, n := range weight {
		if body == 0 || n > weight[body] || n == weight[body] && size < body {
			body = size
		}
	}
	larger := map[float64]bool{}
	for i := range blocks {
		if isLarger(blocks[i], sizes[i], body) {
			larger[sizes[i]] = true
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if !isLarger(*b, sizes[i], body) {
			continue
		}
		b.Kind, b.Level, b.bold = Heading, 1, false
		for size := range larger {
			if size > sizes[i] && b.Level < 6 {
				b.Level++
			}
		}
		r.Add("guessed", "headings, by larger type", 1, clip(b.Text, 60))
	}
}

// longestHeading is the length in bytes above which a paragraph is no heading,
// however large its type.
const longestHeading = 200

func isLarger(b Block, size, body float64) bool {
	return b.Kind == Paragraph && size >= 1.15*body && len(b.Text) < longestHeading && !strings.HasSuffix(b.Text, ".")
}
