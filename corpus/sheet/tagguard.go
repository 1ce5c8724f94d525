package sheet

import (
	"io"

	"crosscase/corpus/catalogue"
)

// The longest tag or comment, and the longest text between two tags, that is read, in
// bytes. A cell of Excel holds 32,767 characters.
const (
	maxTag = 1 << 20
	maxRun = 4 << 20
)

var (
	errTooMuch = catalogue.Errorf("unpacks to more than %d MB; take the pictures out or split it", maxUnpacked>>20)
	errPacked  = catalogue.Errorf("unpacks to more than %d times its size, as no ordinary spreadsheet does; open it in the program that made it and save it again", maxPacking)
	errTag     = catalogue.Errorf("a tag of more than %d bytes", maxTag)
	errRun     = catalogue.Errorf("a text of more than %d bytes in one piece", maxRun)
	errDoctype = catalogue.Errorf("a document type, which no spreadsheet has")
)

// tagGuard passes XML on and stops it where a single tag or text would fill the
// memory: the decoder takes each whole, a tag with as many attributes as it has. It also
// counts what is unpacked.
type tagGuard struct {
	in    io.Reader
	left  *int64  // bytes that the whole file may still unpack to
	part  int64   // those of this part
	state byte    // of what the next byte stands in: see below
	long  int     // bytes since the tag or the text began
	seen  string  // the first of them
	last  [3]byte // the last of them, where they tell the end
}

// The states of a tagGuard.
const (
	inText    = iota
	inOpening // after "<": which kind of tag it is
	inTag
	inSingle // quotation marks of a tag
	inDouble
	inComment
	inData // CDATA
	inInstruction
)

func (g *tagGuard) Read(p []byte) (int, error) {
	n, err := g.in.Read(p)
	if *g.left -= int64(n); *g.left < 0 {
		return 0, errTooMuch
	}
	if g.part -= int64(n); g.part < 0 {
		return 0, errPacked
	}
	for _, b := range p[:n] {
		if bad := g.step(b); bad != nil {
			return 0, bad
		}
	}
	return n, err
}

func (g *tagGuard) step(b byte) error {
	if g.state == inText {
		if b == '<' {
			g.state, g.seen, g.long = inOpening, "", 0
			return nil
		}
		if g.long++; g.long > maxRun {
			return errRun
		}
		return nil
	}
	if g.long++; g.long > maxTag {
		return errTag
	}
	switch g.state {
	case inOpening:
		return g.open(b)
	case inTag:
		switch b {
		case '>':
			g.state, g.long = inText, 0
		case '"':
			g.state = inDouble
		case '\'':
			g.state = inSingle
		}
	case inSingle:
		if b == '\'' {
			g.state = inTag
		}
	case inDouble:
		if b == '"' {
			g.state = inTag
		}
	case inComment:
		g.until("-->", b)
	case inData:
		g.until("]]>", b)
	case inInstruction:
		g.until("?>", b)
	}
	return nil
}

// open decides by the first bytes after "<" what has begun.
func (g *tagGuard) open(b byte) error {
	g.seen += string(rune(b))
	const data = "![CDATA["
	switch {
	case g.seen == "?":
		g.state = inInstruction
	case g.seen == "!--":
		g.state = inComment
	case g.seen == data:
		g.state = inData
	case b == '>':
		g.state, g.long = inText, 0
	case g.seen == "!" || g.seen == "!-" || len(g.seen) < len(data) && g.seen == data[:len(g.seen)]:
	case g.seen[0] == '!':
		return errDoctype
	default:
		g.state = inTag
	}
	return nil
}

// until goes back to text once the last bytes are end.
func (g *tagGuard) until(end string, b byte) {
	g.last = [3]byte{g.last[1], g.last[2], b}
	if string(g.last[3-len(end):]) == end {
		g.state, g.last, g.long = inText, [3]byte{}, 0
	}
}
