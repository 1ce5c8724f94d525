package convert

import (
	"context"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

var headingLine = pattern.Of(`^(#{1,6})[ \t]+(\S.*)$`)

// readTxt reads plain text, also our own form: a blank line ends a paragraph,
// "# …" is a heading, a line with a tab is a table row. Lines stay as they are.
func readTxt(_ context.Context, data []byte, _ Options, r *Report) (Source, error) {
	s, err := decode(data, r)
	if err != nil {
		return Source{}, err
	}
	r.In = weigh(s)
	s = plain(lineEnds(s, r), r)
	return Source{Format: "txt", Blocks: textBlocks(s, r), text: s}, nil
}

// lineEnds makes every line end LF.
func lineEnds(s string, r *Report) string {
	if n := strings.Count(s, "\r\n"); n > 0 {
		r.Add("normalised", "line ends CRLF → LF", n, "")
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	if n := strings.Count(s, "\r"); n > 0 {
		r.Add("normalised", "line ends CR → LF", n, "")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return s
}

// textBlocks cuts a text of LF lines into blocks.
func textBlocks(s string, r *Report) []Block {
	var blocks []Block
	var open []string // lines of the paragraph that goes on
	openTight := false
	closeParagraph := func() {
		if len(open) > 0 {
			blocks = append(blocks, Block{Text: strings.Join(open, "\n"), Tight: openTight})
			open = open[:0]
		}
	}
	blanks, trailing, extra, started := 2, 0, 0, false
	for raw := range strings.SplitSeq(s, "\n") {
		line := strings.TrimRight(raw, " \t")
		if line == "" {
			closeParagraph()
			blanks++
			continue
		}
		if len(line) < len(raw) {
			trailing++
		}
		if blanks > 1 && started {
			extra += blanks - 1
		}
		tight := blanks == 0
		blanks, started = 0, true
		b := Block{Text: line, Tight: tight}
		if m := headingLine.FindStringSubmatch(line); m != nil {
			b.Kind, b.Level, b.Text = Heading, len(m[1]), m[2]
		} else if strings.Contains(strings.TrimLeft(line, " \t"), "\t") {
			b.Kind = Row
		} else {
			if len(open) == 0 {
				openTight = tight
			}
			open = append(open, line)
			continue
		}
		closeParagraph()
		blocks = append(blocks, b)
	}
	closeParagraph()
	r.Add("dropped", "blanks at the ends of lines", trailing, "")
	r.Add("dropped", "blank lines beyond one", extra, "")
	return blocks
}

// Tidy brings a text of ours that somebody edited into normal form again: UTF-8, NFC,
// LF, no blanks at the end, one line end after the last line. Its lines stay as they are.
func Tidy(data []byte) (string, Report, error) {
	var r Report
	s, err := decode(data, &r)
	if err != nil {
		return "", r, err
	}
	r.In = weigh(s)
	s = plain(lineEnds(s, &r), &r)
	if strings.TrimSpace(s) == "" {
		return "", r, catalogue.Errorf("holds no text; put the text back, or undo the edit")
	}
	s = strings.TrimRight(s, " \t\n") + "\n"
	r.Kept = weigh(s)
	return s, r, nil
}
