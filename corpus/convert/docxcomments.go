package convert

import (
	"context"
	"strings"
)

// Comment is a remark in the margin of a Word file, with the words it is set to.
type Comment struct {
	Author, Date string
	Text         string
	Quote        string // paragraphs end with a line feed; "" for one that is set to no words
	Before       string // up to 60 characters of what stands before the quote
	After        string
}

// WordComments returns the comments of a Word file in the order of their places. What is
// deleted under tracked changes is not part of a quote.
func WordComments(ctx context.Context, data []byte) ([]Comment, error) {
	parts, err := openDocx(data)
	if err != nil {
		return nil, err
	}
	said, err := parts.read(parts.target("comments"))
	if err != nil || said == nil {
		return nil, err
	}
	body, err := parts.read(parts.main)
	if err != nil {
		return nil, err
	}
	c := &commentWords{of: map[string]*Comment{}}
	if err := walkPart(ctx, said, "comments.xml", parts.what, c); err != nil {
		return nil, err
	}
	r := &commentRanges{from: map[string]int{}, to: map[string]int{}}
	if err := walkPart(ctx, body, parts.main, parts.what, r); err != nil {
		return nil, err
	}
	text := r.text.String()
	var out []Comment
	for _, id := range append(r.order, c.order...) {
		x := c.of[id]
		if x == nil {
			continue
		}
		delete(c.of, id)
		if to, ok := r.to[id]; ok {
			from := r.from[id]
			x.Quote = text[from:to]
			before, after := []rune(text[:from]), []rune(text[to:])
			x.Before, x.After = string(before[max(0, len(before)-60):]), string(after[:min(60, len(after))])
		}
		x.Text = strings.TrimSpace(x.Text)
		out = append(out, *x)
	}
	return out, nil
}

// commentWords reads the part that holds what comments say.
type commentWords struct {
	of    map[string]*Comment
	order []string
	now   *Comment
	open  bool
}

func (c *commentWords) start(t xmlStart, _ int) {
	switch t.Name.Local {
	case "comment":
		c.now = &Comment{Author: attr(t.Attr, "author"), Date: attr(t.Attr, "date")}
		id := attr(t.Attr, "id")
		c.of[id] = c.now
		c.order = append(c.order, id)
	case "t":
		c.open = true
	case "tab", "br":
		c.words(" ")
	}
}

func (c *commentWords) words(s string) {
	if c.now != nil && (c.open || s == " ") {
		c.now.Text += s
	}
}

func (c *commentWords) end(name string, _ int) {
	switch {
	case name == "t":
		c.open = false
	case name == "p" && c.now != nil:
		c.now.Text += "\n"
	case name == "comment":
		c.now = nil
	}
}

// commentRanges reads the body: its words, and where comments begin and end in them.
type commentRanges struct {
	text     strings.Builder
	open     bool
	from, to map[string]int
	order    []string
}

func (r *commentRanges) start(t xmlStart, _ int) {
	switch t.Name.Local {
	case "commentRangeStart":
		id := attr(t.Attr, "id")
		r.from[id] = r.text.Len()
		r.order = append(r.order, id)
	case "commentRangeEnd":
		if id := attr(t.Attr, "id"); r.from[id] <= r.text.Len() {
			r.to[id] = r.text.Len()
		}
	case "t":
		r.open = true
	case "tab":
		r.text.WriteByte('\t')
	case "br":
		r.text.WriteByte('\n')
	}
}

func (r *commentRanges) words(s string) {
	if r.open {
		r.text.WriteString(s)
	}
}

func (r *commentRanges) end(name string, _ int) {
	switch name {
	case "t":
		r.open = false
	case "p":
		r.text.WriteByte('\n')
	}
}
