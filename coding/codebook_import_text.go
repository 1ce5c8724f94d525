package coding

import (
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
	"crosscase/corpus/sheet"
)

// tabbedTable returns a text whose lines are rows of a table: cells parted by tabs below a head
// that names them. The rows of a converted file stand so.
func tabbedTable(text string) (sheet.Table, bool) {
	var t sheet.Table
	lines, tabs := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		cells := strings.Split(lineBreak.ReplaceAllString(line, "\n"), "\t")
		if len(cells) > 1 && strings.TrimSpace(cells[0]+cells[1]) != "" {
			tabs++
		}
		t.Rows = append(t.Rows, cells)
	}
	at, score := headOf(t.Rows)
	if at < 0 || score < 2 || tabs*3 < lines*2 || len(t.Rows[at]) < 2 {
		return t, false
	}
	for i, row := range t.Rows { // what a converter could not keep in a row stands in one cell
		if i > at && len(row) == 1 {
			t.Rows[i] = []string{strings.TrimSpace(row[0])}
		}
	}
	return t, true
}

var (
	qualcoderCode = pattern.Of(`(?m)^(-*|\.*)█?(?:Code:|Category:|Kode:|Kategori:) ?(.+?)(?:, ?(?:cid|catid):\d+)?(?:, ?(?:Frq|Count): ?(\d+))?(?:, ?Owner: ?(.*))?$`)
	qualcoderMemo = pattern.Of(`^[-.]*(?:Memo|MEMO): ?(.*)$`)
)

// qualcoderRows reads a QualCoder codebook: "--Code: trust, cid:3, Frq: 2, Owner: ann" and
// "--Memo: …", as text; "...Code: trust, Count: 2" and "MEMO: …" in its documents.
func qualcoderRows(text string, in *ImportedCodes) []codeRow {
	in.Form = catalogue.Text("a codebook of QualCoder")
	var rows []codeRow
	used, owners, memo := 0, 0, false
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(strings.TrimPrefix(strings.TrimSpace(line), "# "), " ")
		if m := qualcoderCode.FindStringSubmatch(line); m != nil {
			rows = append(rows, codeRow{code: Code{Label: strings.TrimSpace(m[2])}, depth: len(m[1])})
			if m[3] != "" {
				used++
			}
			if m[4] != "" {
				owners++
			}
			memo = false
			continue
		}
		if line == "" && !memo {
			continue
		}
		if m := qualcoderMemo.FindStringSubmatch(line); m != nil && len(rows) > 0 {
			rows[len(rows)-1].code.Definition, memo = m[1], true
			continue
		}
		if memo {
			rows[len(rows)-1].code.Definition += "\n" + line
		} else if strings.ContainsFunc(line, isWordRune) {
			in.leave(line, "above the codes")
		}
	}
	for i := range rows {
		rows[i].code.Definition = strings.TrimSpace(rows[i].code.Definition)
	}
	if used > 0 {
		in.leave("Frq", "how often a code was used")
	}
	if owners > 0 {
		in.leave("Owner", "who made a code and when, and names that other programs need")
	}
	return rows
}

var (
	bookTitle    = pattern.Of(`(?i)^(?:code ?book|kodebok|kodeboka|coding (?:frame|scheme|manual)|kodeskjema|kodeliste|code (?:list|system)|kodesystem|codes|koder)(?:\s*[:–—(]|\s+-\s|\s+(?:for|of|til|i|fra|to)\s|,|$)`)
	inlineColon  = pattern.Of(`^([^:]{2,60}?): +(\S.*)$`)
	inlineDash   = pattern.Of(`^(.{2,60}?) +[–—-] +(\S.*)$`)
	outlineBlank = pattern.Of(`\\([^\pL\pN\s])`)
)

const longestName = 2000 // bytes

const definitionWords = 4 // from so many on, words behind a colon or a dash are a definition

// outlineRows reads a code from each line: a path "a > b", "a >> b" or "a::b", or a name that is set in
// by blanks, tabs, dashes, bullets or numbers; behind a tab, a colon or a dash what it means.
func outlineRows(text string, in *ImportedCodes) []codeRow {
	in.Form = catalogue.Text("text, a code on each line")
	var rows []codeRow
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.Trim(line, "-=_*# \t\u00a0") != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) > maxCodes+1 {
		return make([]codeRow, len(lines)) // too many, whatever they say
	}
	numbers, dashes := 0, behindDashes(lines)
	for _, line := range lines {
		if m, _ := takeMark(strings.TrimSpace(line)); m.kind == numberMark {
			numbers++
		}
	}
	for i, line := range lines {
		if name, _, _ := strings.Cut(line, "\t"); len(name) > longestName {
			in.leave(clipText(strings.TrimSpace(line), 2*longestCodeCol), "a line too long for the name of a code")
			continue
		}
		if body := strings.TrimSpace(line); boldLine.MatchString(body) {
			line = plainMarks(body)
		}
		line = outlineBlank.ReplaceAllStringFunc(line, func(m string) string {
			r := []rune(m)[1]
			if r >= 0x10000 {
				return m
			}
			return string(rune(escapedBase) + r)
		})
		body := strings.TrimLeft(line, " \t\u00a0")
		indent := line[:len(line)-len(body)]
		name, memo, _ := strings.Cut(body, "\t")
		name = strings.TrimRight(name, " ")
		if i == 0 && bookTitle.MatchString(strings.TrimLeft(name, "# ")) && memo == "" && len(lines) > 1 {
			in.leave(strings.TrimLeft(body, "# "), "the title of the code book")
			continue
		}
		r := codeRow{depth: indentOf(indent)}
		if m, rest := takeMark(name); m.kind == numberMark && numbers*2 > len(lines) {
			name, r.depth = rest, r.depth+m.depth
		}
		if memo == "" {
			name, memo = inlineDefinition(name)
			if lead := nameIndent.FindString(name); memo == "" && dashes {
				if m := inlineDash.FindStringSubmatch(name[len(lead):]); m != nil {
					name, memo = lead+m[1], m[2]
				}
			}
		}
		r.code.Label = name
		r.code.Definition = strings.ReplaceAll(strings.ReplaceAll(memo, " ¶ ", "\n"), "\t", " ")
		rows = append(rows, r)
	}
	placeByNames(rows, in)
	for i := range rows {
		c := &rows[i].code
		c.Label, c.Definition = unescaped(c.Label), strings.TrimSpace(unescaped(c.Definition))
		for n := range rows[i].above {
			rows[i].above[n] = unescaped(rows[i].above[n])
		}
	}
	return rows
}

// behindDashes tells whether the lines of a code book say behind a dash what a code means: at
// least half of those that have one do so in many words, and the others then do in few.
func behindDashes(lines []string) bool {
	with, long := 0, 0
	for _, line := range lines {
		body := strings.TrimSpace(line)
		if m := inlineDash.FindStringSubmatch(body[len(nameIndent.FindString(body)):]); m != nil {
			if with++; len(strings.Fields(m[2])) >= definitionWords {
				long++
			}
		}
	}
	return long > 0 && long*2 >= with
}

// inlineDefinition parts "Trust: what people say of …" where enough words follow to be a
// definition.
func inlineDefinition(line string) (name, definition string) {
	for _, form := range []*pattern.Pattern{inlineColon, inlineDash} {
		lead := nameIndent.FindString(line)
		if m := form.FindStringSubmatch(line[len(lead):]); m != nil && len(strings.Fields(m[2])) >= definitionWords {
			return lead + m[1], m[2]
		}
	}
	return line, ""
}
