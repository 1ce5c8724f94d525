package convert

import (
	"bytes"
	"context"
	"io"
	"strings"

	"golang.org/x/net/html"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

// maxMarkup is the size in bytes of the longest piece of markup or of text
// between two tags that is read.
const maxMarkup = 64 << 20

var (
	anyMarkup = pattern.Of(`<[A-Za-z/!?]`)
	isXHTML   = pattern.Of(`^\s*<\?xml|<html\b[^>]*\bxmlns=["']http://www\.w3\.org/1999/xhtml`)
)

// readHTML reads a web page: headings, paragraphs, list items, table rows and
// footnotes in the order in which they stand. What a browser does not show, and
// what leads through a site, is left out.
func readHTML(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	s, err := decodeMarkup(data, "", r)
	if err != nil {
		return Source{}, err
	}
	p := newHTMLPage(ctx, r)
	p.xml = isXHTML.MatchString(s[:min(len(s), charsetWindow)])
	if !anyMarkup.MatchString(s) {
		p.pre = 1 // a plain text under another ending: its lines count
	}
	if err := p.read(s); err != nil {
		return Source{}, err
	}
	p.warnOfFurniture()
	return Source{Format: "html", Title: p.title, Dated: p.dated, Blocks: p.blocks, Talk: p.talk}, nil
}

// htmlPage reads one document of HTML token by token, without a tree: markup of any
// depth and any disorder takes time and memory in proportion to its length.
type htmlPage struct {
	ctx    context.Context
	r      *Report
	xml    bool   // XHTML: any element may end in "/>"
	part   bool   // one of many in an e-book, whose title is not its own
	base   string // name of the part in an e-book, against which links are read
	title  string
	dated  Dated // when it was published
	surely bool  // says so itself, and not only a time in it
	talk   bool  // the page says that it is a transcript
	blocks []Block
	sizes  []float64 // of the type of each block, where the classes of an e-book give sizes

	open  []htmlElement
	names map[string]int // how many elements of a name are open
	over  map[string]int // of them, those for which the stack had no room
	raw   string         // the element whose inside is not markup: script, title …
	out   *omission      // what is left out just now
	pre   int            // elements open in which line ends count
	face  typeFace       // of the words that come now
	faces map[string]typeFace
	links int // letters and digits of links

	para   htmlPara
	item   *listMark // of the list item whose words have not come yet
	lists  []*htmlList
	tables []*htmlTable
	flat   int // tables open that are too deep inside others to be tables
	pads   int // empty cells put in for those that span columns or rows

	notes  map[string]string // where the mark of a note points → the mark
	note   *htmlNote         // the note that is open
	stamp  string            // a time that stands alone and belongs to what follows
	named  bool              // the block before is the name of a speaker
	voices voiceMarks        // of noScribe: who has spoken
}

// htmlElement is an open element and what ends with it.
type htmlElement struct {
	name      string
	block     bool // starts a paragraph of its own
	entered   bool // is not left out
	tablePart bool
	level     int // of the heading that it is
	face      typeFace
	pre       bool
	list      bool
	table     bool
	flat      bool
	cell      bool
	note      bool
	noteLink  string // where a link points that may be the mark of a note
	noteSure  bool   // and is called so
	stamp     bool   // holds a time of the recording
	speaker   bool   // holds a speaker's name
	from      int    // byte of the paragraph at which it starts
	serial    int    // of that paragraph
}

// omission is an element that does not come into the text.
type omission struct {
	what  string // "" if it holds no words
	depth int    // its place among the open elements
	text  strings.Builder
}

func newHTMLPage(ctx context.Context, r *Report) *htmlPage {
	return &htmlPage{ctx: ctx, r: r, names: map[string]int{}, over: map[string]int{}, notes: map[string]string{}, voices: newVoiceMarks(), para: htmlPara{sup: -1}}
}

// read reads a whole document.
func (p *htmlPage) read(s string) error {
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(maxMarkup)
	z.AllowCDATA(p.xml)
	for n := 0; ; n++ {
		if n%4096 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return catalogue.Errorf("holds more than %d MB without a tag between; it is no ordinary web page: save its text as .txt", maxMarkup>>20)
			}
			p.finish(string(z.Raw()))
			return nil
		case html.TextToken:
			if p.raw != "" {
				p.rawText(string(z.Text()))
			} else {
				p.words(string(z.Text()))
			}
		case html.CommentToken:
			p.comment(z.Raw())
		case html.StartTagToken:
			p.startTag(z, false)
		case html.SelfClosingTagToken:
			p.startTag(z, p.xml)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(p.nameOf(name))
		}
	}
}

// nameOf returns the name of an element, without the prefix that XHTML may have.
func (p *htmlPage) nameOf(name []byte) string {
	if p.xml {
		for _, prefix := range []string{"html:", "xhtml:", "h:"} {
			name = bytes.TrimPrefix(name, []byte(prefix))
		}
	}
	return string(name)
}

func (p *htmlPage) startTag(z *html.Tokenizer, empty bool) {
	tag, more := z.TagName()
	name := p.nameOf(tag)
	if strings.Contains(name, "@") || strings.HasPrefix(name, "http") && strings.HasSuffix(name, ":") {
		p.words(string(z.Raw())) // an address between < and >, not markup
		return
	}
	a := attributesOf(z, more)
	if rawElements[name] {
		if empty {
			z.NextIsNotRawText()
			return
		}
		p.raw = name
		return
	}
	p.start(name, a)
	if empty && !voidElements[name] {
		p.end(name)
	}
}

// words takes in text between tags.
func (p *htmlPage) words(s string) {
	if p.out != nil && p.out.what == "" {
		return
	}
	n := weigh(s)
	p.r.In += n
	if p.names["a"] > 0 {
		p.links += n
	}
	if p.out != nil {
		p.out.text.WriteString(s)
		return
	}
	p.para.weigh(n, p.face)
	p.put(s)
}

// finish ends all that is open at the end of the document, where rest is a tag
// that was not finished.
func (p *htmlPage) finish(rest string) {
	if rest != "" {
		p.unfinished(rest)
	}
	if p.raw != "" && p.raw != "plaintext" {
		p.r.Add("warning", "the page ends inside <"+p.raw+">, which is not read; check that it was saved whole", 1, "")
	}
	p.closeTo(0)
	p.flush()
	p.endNote()
	p.releaseStamp()
	p.evenSizes()
}
