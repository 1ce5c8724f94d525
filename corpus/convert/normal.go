package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"crosscase/corpus/pattern"
)

// private maps the private-use characters that symbol fonts leave behind.
var private = map[rune]string{
	0xF0B7: "•", 0xF0A7: "•", 0xF0A8: "•", 0xF0D8: "•", 0xF076: "•", 0xF06E: "•", 0xF0B0: "°",
	0xF0E0: "→", 0xF0E8: "→", 0xF0AE: "→", 0xF0DF: "←", 0xF0E7: "←", 0xF0FC: "✓", 0xF0FE: "✓",
	0xF02D: "-", 0xF02B: "+", 0xF03D: "=", 0xF0B1: "±", 0xF0B3: "≥", 0xF0A3: "≤",
}

// ligatures are folded, so that a search finds the words.
var ligatures = map[rune]string{
	0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}

// normalise brings every block into normal form: NFC, plain spaces, no
// invisible characters. A block of a format other than txt keeps no tabs: a
// line with a tab is a table row.
func normalise(src *Source, r *Report) {
	kept := src.Blocks[:0]
	for _, b := range src.Blocks {
		if src.Format != "pdf" {
			b.Text = dropPageMarks(b.Text, b.Cells)
		}
		if b.Cells != nil {
			for i, c := range b.Cells {
				c = strings.Join(strings.Fields(plain(c, r)), " ")
				b.Cells[i] = c
			}
			b.Text = strings.TrimRight(strings.Join(b.Cells, "\t"), "\t ")
			if strings.TrimSpace(b.Text) == "" {
				continue
			}
			if !src.wholeRows && !strings.Contains(strings.TrimLeft(b.Text, " \t"), "\t") {
				if b.Text = strings.TrimSpace(b.Text); len(b.Cells) > 1 && b.Cells[0] == "" && loneFigure.MatchString(b.Text) {
					b.Text = standIn(b.Cells)
					r.Add("normalised", "empty cells before a figure that stands alone in its row, written as –", 1, b.Text)
				} else {
					b.Kind, b.Cells = Paragraph, nil
				}
			}
		} else {
			b.Text = plain(b.Text, r)
			if src.Format != "txt" {
				b.Text = oneSpace(b.Text)
			}
		}
		b.Speaker = labelOf(plain(b.Speaker, r))
		if b.Text == "" && b.Speaker == "" {
			continue
		}
		if b.mark != "" {
			b.mark = strings.Join(strings.Fields(plain(b.mark, &Report{})), " ")
		}
		if b.Kind == Heading {
			b.Text = strings.Join(strings.Fields(b.Text), " ")
		}
		kept = append(kept, b)
	}
	src.Blocks = kept
	src.Title = strings.Join(strings.Fields(plain(src.Title, &Report{})), " ")
}

// loneFigure is a figure without words, which means nothing without its column.
var loneFigure = pattern.Of(`^[-−–+]?[(]?\d[\d .,   ]*[)%]?$`)

// standIn puts a dash into the empty cells before the only one that is filled, and returns the row, so that it keeps its column.
func standIn(cells []string) string {
	for i, c := range cells {
		if c != "" {
			return strings.Join(cells[:i+1], "\t")
		}
		cells[i] = "–"
	}
	return ""
}

// labelOf makes a name that a format gives fit to stand before a colon: no
// colon in it, a letter or a digit first.
func labelOf(name string) string {
	name = strings.ReplaceAll(strings.ReplaceAll(name, ":", " "), string(pageMark), "")
	name = strings.Join(strings.Fields(name), " ")
	return strings.TrimLeftFunc(name, func(c rune) bool { return !weighs(c) })
}

// oneSpace makes runs of blanks one space, line by line, and drops empty lines.
func oneSpace(s string) string {
	if !strings.ContainsAny(s, "\n\t") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = spaces(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// spaces makes runs of blanks one space, but keeps two spaces before a time at
// the end, by which some recorders set a name apart.
func spaces(line string) string {
	if len(line) < 6*longestLabel {
		if m := trailingClock.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			return strings.Join(strings.Fields(m[1]), " ") + "  " + m[2]
		}
	}
	return strings.Join(strings.Fields(line), " ")
}

// endsLineInWord tells whether a line ends here and the next goes on in small letters.
func endsLineInWord(rest string) bool {
	rest = strings.TrimPrefix(rest, "\r")
	rest, ok := strings.CutPrefix(rest, "\n")
	c, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsLower(c)
}

// plain maps, folds and drops characters and composes the rest (NFC).
func plain(s string, r *Report) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, c := range s {
		switch {
		case c == 0xAD && endsLineInWord(s[i+len("\u00ad"):]):
			b.WriteByte('-') // so that the word is known for one
			r.Add("normalised", "soft hyphens at line ends → hyphen", 1, "")
		case c == '\n' || c == '\t' || c >= ' ' && c < 0x7f:
			b.WriteRune(c)
		case c == '\r':
			// handled with the line ends; a lone one inside a block is one too
			b.WriteByte('\n')
		case c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\v' || c == '\f':
			b.WriteByte('\n')
			r.Add("normalised", "odd line ends and page breaks → line end", 1, "")
		case c == 0x2011:
			b.WriteByte('-')
			r.Add("normalised", "no-break hyphens → hyphen", 1, "")
		case c == 0xAD:
			r.Add("dropped", "soft hyphens", 1, "")
		case c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x180E ||
			c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069:
			r.Add("dropped", "zero-width characters", 1, "")
		case c >= 0xFDD0 && c <= 0xFDEF && c != pageMark || c&0xFFFE == 0xFFFE:
			r.Add("dropped", "characters that are none (U+FFFE and the like)", 1, "")
		case unicode.IsControl(c):
			r.Add("dropped", "control characters", 1, "")
		case unicode.Is(unicode.Zs, c):
			b.WriteByte(' ')
			r.Add("normalised", "no-break and other odd spaces → space", 1, "")
		case private[c] != "":
			b.WriteString(private[c])
			r.Add("normalised", "symbol-font characters → "+private[c], 1, "")
		case ligatures[c] != "":
			b.WriteString(ligatures[c])
			r.add("normalised", "ligatures folded", 1, 1-len(ligatures[c]), string(c)+" → "+ligatures[c])
		default:
			if c == 0xFFFD {
				r.Add("warning", "characters that could not be read (�)", 1, "")
			} else if unicode.Is(unicode.Co, c) {
				r.Add("warning", "private-use characters of a symbol font, meaning unknown", 1, string(c))
			}
			b.WriteRune(c)
		}
	}
	out := b.String()
	if !norm.NFC.IsNormalString(out) {
		composed := norm.NFC.String(out)
		r.add("normalised", "letters and accents composed (NFC)", 1, weigh(out)-weigh(composed), firstDifference(out, composed))
		out = composed
	}
	return out
}

// isPlain tells whether a text needs no work, at a look at each byte: it holds ASCII, letters
// with an accent that are one character (À to ſ), and the common quotation marks and dashes. None
// of them changes in NFC, unless an accent follows that is a character of its own.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x7f:
			if c < ' ' && c != '\n' && c != '\t' {
				return false
			}
		case c >= 0xC3 && c <= 0xC5 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i++
		case c == 0xC2 && i+1 < len(s) && (s[i+1] == 0xAB || s[i+1] == 0xBB): // « »
			i++
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && plainMark(s[i+2]):
			i += 2
		default:
			return false
		}
	}
	return true
}

// plainMark tells whether the third byte of a character after E2 80 is that of a dash, a
// quotation mark, a bullet or an ellipsis.
func plainMark(c byte) bool {
	return c >= 0x93 && c <= 0x94 || c >= 0x98 && c <= 0x9E || c == 0xA2 || c == 0xA6
}

// firstDifference returns the word of b at the first place where a differs.
func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	start := strings.LastIndexAny(b[:i], " \n\t") + 1
	end := strings.IndexAny(b[start:], " \n\t")
	if end < 0 {
		end = len(b) - start
	}
	return strings.ToValidUTF8(b[start:start+min(end, 40)], "")
}

// dropPageMarks takes out the character by which the PDF reader marks pages,
// which has no business in other formats.
func dropPageMarks(text string, cells []string) string {
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(c, string(pageMark), "")
	}
	return strings.ReplaceAll(text, string(pageMark), "")
}
