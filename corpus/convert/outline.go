package convert

import (
	"cmp"
	"context"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// longestBold is how many characters a paragraph in bold type may have that is told from others.
const longestBold = 200

// Outline returns the text of a file with what the text of a document leaves out, for those who read
// its form: items of lists bear their numbers and are set in by four blanks for each level, the lines of a table's cell
// are parted by "<br>", a cell keeps its place behind empty ones, and a short paragraph in bold type stands between "**".
func Outline(ctx context.Context, name string, data []byte, opts Options) (string, error) {
	opts.Split, opts.Speakers = "", false
	if _, err := Convert(ctx, name, data, opts); err != nil {
		return "", err
	}
	var r Report
	src, err := readers[strings.ToLower(filepath.Ext(name))](ctx, data, opts, &r)
	if err != nil {
		return "", err
	}
	for _, b := range src.Blocks {
		for i, c := range b.Cells {
			b.Cells[i] = strings.ReplaceAll(strings.TrimSpace(c), "\n", "<br>")
		}
	}
	src.wholeRows = true
	normalise(&src, &r)
	for i := range src.Blocks {
		b := &src.Blocks[i]
		switch {
		case b.Kind == Heading:
			b.mark = ""
		case b.Kind == ListItem:
			mark := cmp.Or(b.mark, "-")
			b.Kind, b.Text = Paragraph, inward(b.Level)+mark+" "+strings.TrimPrefix(b.Text, "- ")
		case b.Kind == Paragraph && b.Level > 1 && b.Cells == nil: // a numbered item of a web page
			b.Text = inward(b.Level) + b.Text
		case b.Kind == Paragraph && b.bold && b.Cells == nil && len(b.Text) <= longestBold && !strings.Contains(b.Text, "\n"):
			b.Text = "**" + b.Text + "**"
		}
	}
	text, _ := write(src.Blocks, 0, &r)
	return text, nil
}

// inward returns the blanks by which an item of a list is set in.
func inward(level int) string { return strings.Repeat("    ", min(max(level-1, 0), 20)) }

// OutlineOf returns the text of a file of any format for those who read a plan out of it: Outline where the
// format has one, a text file as it stands, and else the text of a document.
func OutlineOf(ctx context.Context, name string, data []byte, opts Options) (string, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".md", ".markdown":
		if utf8.Valid(data) {
			return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(data), "\ufeff")), nil
		}
	case ".docx", ".odt", ".rtf", ".html", ".htm", ".xhtml", ".epub", ".pdf":
		return Outline(ctx, name, data, opts)
	}
	result, err := Convert(ctx, name, data, opts)
	return result.Text, err
}
