package sheet

import "strings"

// readCSV takes a text apart into rows and cells. A cell in quotation marks may
// hold separators, line ends and doubled quotation marks. What is not written by
// the rules is taken as it stands: a quotation mark inside a cell, one that is
// never closed, words after a closing one.
func readCSV(name, text string, tabs bool) (Table, error) {
	sep, text := CutSeparator(text)
	if sep == 0 {
		sep = separatorOf(text, tabs)
	}
	g := grid{room: newRoom()}
	c := csvCells{text: text, sep: sep}
	for row := 0; c.more(); row++ {
		for column := 0; ; column++ {
			cell, last := c.next()
			if err := g.put(row, column, cell); err != nil {
				return Table{}, err
			}
			if last {
				break
			}
		}
	}
	return Table{Name: name, Rows: g.rows}, nil
}

// CutSeparator cuts off the first line of a CSV file that only names its
// separator for Excel, "sep=;", and returns the separator, 0 if there is no such
// line.
func CutSeparator(text string) (sep byte, rest string) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.Trim(strings.TrimRight(line, "\r"), `"`)
	if len(line) == 5 && strings.EqualFold(line[:4], "sep=") && strings.ContainsRune(separators, rune(line[4])) {
		return line[4], rest
	}
	return 0, text
}

// csvCells goes through the cells of a CSV text.
type csvCells struct {
	text  string
	sep   byte // 0 if a line is one cell
	at    int
	tries int // how many cells began with a quotation mark that was never closed
}

func (c *csvCells) more() bool { return c.at < len(c.text) }

// next returns the next cell, and whether it is the last of its row.
func (c *csvCells) next() (cell string, last bool) {
	if c.more() && c.text[c.at] == '"' && c.tries < maxTries {
		if cell, end, ok := c.quoted(); ok {
			c.at = end
			return cell, c.end()
		}
		c.tries++
	}
	start := c.at
	for c.more() && !c.stops(c.at) {
		c.at++
	}
	cell = c.text[start:c.at]
	return cell, c.end()
}

// maxTries is how often the rest of a file is searched for a closing quotation
// mark in vain.
const maxTries = 20

// stops tells whether a cell without quotation marks ends before a byte.
func (c *csvCells) stops(at int) bool {
	b := c.text[at]
	return b == '\n' || b == '\r' || b == c.sep && c.sep != 0
}

// end steps over what ends a cell, and tells whether it ends the row.
func (c *csvCells) end() bool {
	if !c.more() {
		return true
	}
	b := c.text[c.at]
	c.at++
	if b == '\r' && c.more() && c.text[c.at] == '\n' {
		c.at++
	}
	return b == '\n' || b == '\r'
}

// quoted reads a cell in quotation marks and returns where it ends. A mark closes
// it if a separator or a line end follows; any other stands for itself.
func (c *csvCells) quoted() (cell string, end int, ok bool) {
	var b strings.Builder
	for i := c.at + 1; i < len(c.text); {
		n := strings.IndexByte(c.text[i:], '"')
		if n < 0 {
			return "", 0, false
		}
		b.WriteString(c.text[i : i+n])
		i += n + 1
		if i < len(c.text) && c.text[i] == '"' {
			b.WriteByte('"')
			i++
			continue
		}
		end := i
		for end < len(c.text) && c.text[end] == ' ' {
			end++
		}
		if end == len(c.text) || c.stops(end) {
			return strings.ReplaceAll(b.String(), "\r\n", "\n"), end, true
		}
		b.WriteByte('"')
	}
	return "", 0, false
}
