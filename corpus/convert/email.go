package convert

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"mime"
	"strings"

	"crosscase/corpus/catalogue"
)

// Limits on e-mails; real ones stay far below.
const (
	maxMailDepth   = 20 // parts in parts, and mails in mails
	maxAttachments = 30 // that the report names one by one
)

// readEmail reads an e-mail: its subject as a heading, who wrote to whom and
// when as a paragraph, the text. Of a text in two forms the plain one is taken.
// Quoted earlier mail stays as it stands; attachments are named in the report.
func readEmail(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	head, body := cutMailHead(data)
	if len(head) == 0 {
		return Source{}, catalogue.Errorf("does not begin with the lines of an e-mail (From: …, Subject: …); it is damaged or has the wrong ending: save the mail again, or rename it to .txt")
	}
	m := &mailReader{ctx: ctx, r: r}
	if err := m.mail(mailPart{head, body}, 1); err != nil {
		return Source{}, err
	}
	return Source{Format: "eml", Title: head.decoded("subject", &Report{}), Blocks: m.blocks}, nil
}

// mailReader gathers the blocks of a mail and of those inside it.
type mailReader struct {
	ctx      context.Context
	r        *Report
	blocks   []Block
	attached int
	inside   int // mails in which this one stands
}

// shownFields are the lines at the top of a mail that its reader wants.
var shownFields = []string{"From", "To", "Cc", "Date"}

// mail reads a whole mail.
func (m *mailReader) mail(mail mailPart, depth int) error {
	head := mail.head
	if subject := head.decoded("subject", m.r); subject != "" {
		m.r.In += weigh(subject)
		m.blocks = append(m.blocks, Block{Kind: Heading, Level: min(m.inside+1, 6), Text: subject})
	}
	var lines []string
	for _, name := range shownFields {
		if value := head.decoded(strings.ToLower(name), m.r); value != "" {
			lines = append(lines, name+": "+value)
		}
	}
	if len(lines) > 0 {
		text := strings.Join(lines, "\n")
		m.r.In += weigh(text)
		m.blocks = append(m.blocks, Block{Text: text})
	}
	m.r.Add("dropped", "lines on the mail's way (Received, Message-ID …)", len(head)-len(lines), "")
	m.inside++
	defer func() { m.inside-- }()
	return m.part(mail, depth)
}

// mailPart is a mail, or a part of one.
type mailPart struct {
	head mailHead
	body []byte
}

// part reads a part into blocks, or names it as attached.
func (m *mailReader) part(p mailPart, depth int) error {
	if err := m.ctx.Err(); err != nil {
		return err
	}
	if depth > maxMailDepth {
		return catalogue.Errorf("nests its parts more than %d deep; it is no ordinary e-mail", maxMailDepth)
	}
	kind, params := p.kind()
	name, attached := p.attached(params)
	switch {
	case kind == "multipart/encrypted", strings.HasSuffix(kind, "pkcs7-mime") && params["smime-type"] != "signed-data":
		return catalogue.Errorf("is an encrypted e-mail; open it in a mail program and save its text")
	case strings.HasPrefix(kind, "multipart/"):
		return m.parts(kind, splitParts(p.body, params["boundary"], m.r), depth)
	case kind == "message/rfc822":
		if head, rest := cutMailHead(p.bytes(m.r)); len(head) > 0 {
			return m.mail(mailPart{head, rest}, depth+1)
		}
	case !attached && (kind == "text/plain" || kind == "text/html" || strings.HasPrefix(kind, "text/") && name == "" && kind != "text/calendar"):
		s, err := p.text(params, m.r)
		switch {
		case err != nil:
			m.r.Add("warning", "a part of the mail is no text, whatever it says, and is left out", 1, clip(err.Error(), 60))
		case kind == "text/html":
			return m.html(s)
		default:
			m.plain(s, params)
			return nil
		}
	}
	m.attach(name, kind, len(p.body))
	return nil
}

// parts reads the parts of a mail.
func (m *mailReader) parts(kind string, parts []mailPart, depth int) error {
	switch kind {
	case "multipart/alternative":
		return m.alternative(parts, depth)
	case "multipart/related":
		// the first is the text, the others are the pictures in it
		for i, p := range parts {
			if kind, params := p.kind(); i > 0 {
				name, _ := p.attached(params)
				m.attach(name, kind, len(p.body))
				continue
			}
			if err := m.part(p, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	for _, p := range parts {
		if err := m.part(p, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// alternative reads the best of the forms of one text: plain text, if it holds
// the greater part of what the fullest form holds.
func (m *mailReader) alternative(parts []mailPart, depth int) error {
	type form struct {
		mailReader
		report Report
		plain  bool
		words  int
	}
	var forms []form
	best := -1
	for _, p := range parts {
		f := form{mailReader: mailReader{ctx: m.ctx, inside: m.inside, attached: m.attached}}
		f.r = &f.report
		if err := f.part(p, depth+1); err != nil {
			return err
		}
		m.attached = f.attached
		kind, _ := p.kind()
		f.plain, f.words = kind == "text/plain", weighBlocks(f.blocks)
		if best < 0 || f.words > forms[best].words {
			best = len(forms)
		}
		forms = append(forms, f)
	}
	for i, f := range forms {
		if f.plain && f.words*3 >= forms[best].words {
			best = i
			break
		}
	}
	for i, f := range forms {
		if i != best {
			if f.words > 0 {
				m.r.Add("dropped", "the same text in another form", 1, clip(wordsOf(f.blocks), 60))
			}
			for _, e := range f.report.Entries {
				if strings.HasPrefix(e.What, attachment) {
					m.r.Add(e.Did, e.What, e.Count, e.Example)
				}
			}
			continue
		}
		m.r.In += f.report.In
		for _, e := range f.report.Entries {
			m.r.add(e.Did, e.What, e.Count, e.Characters, e.Example)
		}
		m.blocks = append(m.blocks, f.blocks...)
	}
	return nil
}

// html reads a text in HTML.
func (m *mailReader) html(s string) error {
	p := newHTMLPage(m.ctx, m.r)
	p.part = true
	if err := p.read(s); err != nil {
		return err
	}
	m.blocks = append(m.blocks, p.blocks...)
	return nil
}

// attachment begins the report's line on an attached file.
const attachment = "attachment"

// attach names a part that is not read.
func (m *mailReader) attach(name, kind string, size int) {
	m.attached++
	if strings.HasPrefix(kind, "image/") {
		m.r.pictures++
	}
	what := "attachments beyond these"
	if m.attached <= maxAttachments {
		what = attachment + " " + cmp.Or(clip(name, 80), "without a name")
	}
	m.r.Add("dropped", what, 1, fmt.Sprintf("%s, %d kB; add it by itself", clip(kind, 40), (size+1023)>>10))
}

// attached returns the name of a part, and whether it is meant as a file.
func (p mailPart) attached(params map[string]string) (name string, attached bool) {
	disposition, more, err := mime.ParseMediaType(p.head.value("content-disposition"))
	if err != nil {
		disposition, _, _ = strings.Cut(p.head.value("content-disposition"), ";")
		disposition = strings.ToLower(strings.TrimSpace(disposition))
	}
	name = more["filename"]
	if name == "" {
		name = params["name"]
	}
	return decodeWords(name), disposition == "attachment"
}
