package sheet

import (
	"math"
	"strconv"
	"strings"
)

// general writes a number as a cell without a format shows it: 3 for 3.0, 0.3 for
// 0.1+0.2. Spreadsheets count to fifteen digits.
func general(f float64) string {
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if a := math.Abs(f); a != 0 && (a >= 1e21 || a < 1e-9) || math.IsNaN(f) || math.IsInf(f, 0) {
		return strconv.FormatFloat(f, 'G', -1, 64)
	}
	return strconv.FormatFloat(f+0, 'f', -1, 64)
}

// fixed writes a number with so many decimals, halves rounded away from zero as
// spreadsheets do, and not as the binary digits behind them have it.
func fixed(f float64, decimals int) string {
	pow := math.Pow10(decimals)
	if scaled, err := strconv.ParseFloat(strconv.FormatFloat(f*pow, 'g', 15, 64), 64); err == nil && math.Abs(scaled) < 1<<53 {
		f = math.Round(scaled) / pow
	}
	if f == 0 {
		f = 0 // no "-0"
	}
	return strconv.FormatFloat(f, 'f', decimals, 64)
}

// numberFormat is how a cell shows a number: what the first section of a format
// code says of it. Thousands separators are left out, for they differ by country;
// a minus is always a minus.
type numberFormat struct {
	general       bool
	before, after string // words around the number: "kr", "%"
	digits        int    // before the point at least: 4 for the 0301 of Oslo
	least, most   int    // decimals
	scale         float64
	date          *dateFormat // the number is a date or a time
}

// readFormat reads a format code such as "0.00%", `#,##0 "kr"` or yyyy-mm-dd.
func readFormat(code string) numberFormat {
	plain := numberFormat{general: true}
	if d := readDateFormat(code); d != nil {
		return numberFormat{date: d}
	}
	n := numberFormat{scale: 1}
	var before, after strings.Builder
	words := &before
	point, any := false, false
	thousands := 0 // commas since the last digit
scan:
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			break scan
		case '0', '#', '?':
			any, words, thousands = true, &after, 0
			after.Reset() // what stands between digits groups them
			switch {
			case point:
				if n.most++; c == '0' {
					n.least = n.most
				}
			case c == '0':
				n.digits++
			}
		case '.':
			if any || nextIsDigit(code[i+1:]) {
				point = true
			} else {
				words.WriteByte(c)
			}
		case ',':
			if any {
				thousands++
			}
		case '%':
			n.scale *= 100
			words.WriteByte(c)
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return plain
			}
			words.WriteString(code[i+1 : i+1+end])
			i += end + 1
		case '\\':
			if i++; i < len(code) {
				words.WriteByte(code[i])
			}
		case '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return plain
			}
			if currency, ok := strings.CutPrefix(code[i:i+end], "[$"); ok {
				currency, _, _ = strings.Cut(currency, "-")
				words.WriteString(currency)
			}
			i += end
		case 'E', 'e', '/', '@', 'G':
			return plain // 0.00E+00, # ?/?, text, General
		default:
			words.WriteByte(c)
		}
	}
	if !any || n.most > 15 || n.digits > 15 {
		return plain
	}
	for range min(thousands, 5) {
		n.scale /= 1000
	}
	n.before, n.after = strings.TrimLeft(before.String(), " "), strings.TrimRight(after.String(), " ")
	return n
}

func nextIsDigit(s string) bool { return s != "" && strings.IndexByte("0#?", s[0]) >= 0 }

// print returns a number as the format shows it; date1904 says how the file
// counts days.
func (n numberFormat) print(f float64, date1904 bool) string {
	if n.date != nil {
		if s, ok := n.date.print(f, date1904); ok {
			return s
		}
	}
	if n.general || n.date != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return general(f)
	}
	s := fixed(math.Abs(f*n.scale), n.most)
	if n.most > n.least {
		s = strings.TrimRight(s[:len(s)-(n.most-n.least)], "") + strings.TrimRight(s[len(s)-(n.most-n.least):], "0")
		s = strings.TrimSuffix(s, ".")
	}
	whole, _, _ := strings.Cut(s, ".")
	if missing := n.digits - len(whole); missing > 0 {
		s = strings.Repeat("0", missing) + s
	}
	if f < 0 && strings.Trim(s, "0.") != "" && !strings.Contains(n.before, "-") {
		s = "-" + s
	}
	return n.before + s + n.after
}
