package convert

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Entry is one line of a report: what was done, how often, and an example.
type Entry struct {
	Did     string `json:"did"`   // normalised, guessed, dropped, warning
	What    string `json:"what"`  // a short phrase: "line ends CRLF → LF"
	Count   int    `json:"count"` // how often
	Example string `json:"example,omitempty"`
	// Characters is how many letters and digits it took out of the text; negative
	// where it put some in.
	Characters int `json:"characters,omitempty"`
}

// Report gathers what was normalised, guessed and dropped, in order of first
// mention. It is an account: In less the characters of all entries is Kept.
type Report struct {
	Entries []Entry
	In      int // letters and digits that the reader of the format found in the file
	Kept    int // letters and digits of the text that came out

	ends     time.Duration // the last time, where it says when the talk ended
	pictures int           // in the file, so far as they are no words
}

// dropPictures counts n pictures that are not read.
func (r *Report) dropPictures(n int) {
	r.pictures += n
	r.Add("dropped", "pictures", n, "")
}

// Warns tells whether a warning says words.
func (r *Report) Warns(words string) bool {
	return slices.ContainsFunc(r.Entries, func(e Entry) bool { return e.Did == "warning" && strings.Contains(e.What, words) })
}

// Add counts n more of what was done; the first example given is kept.
func (r *Report) Add(did, what string, n int, example string) {
	if n != 0 {
		r.add(did, what, n, 0, example)
	}
}

// Drop notes that a text was left out: once more, with its letters and digits,
// and with its beginning as an example. A text without any counts too.
func (r *Report) Drop(what, text string) {
	r.add("dropped", what, 1, weigh(text), clip(text, 60))
}

// Gain notes that a text which does not stand in the file was put in n times.
func (r *Report) Gain(what string, n int, text string) {
	if n != 0 {
		r.add("normalised", what, n, -n*weigh(text), clip(text, 60))
	}
}

func (r *Report) add(did, what string, n, characters int, example string) {
	for i := range r.Entries {
		if e := &r.Entries[i]; e.Did == did && e.What == what {
			e.Count += n
			e.Characters += characters
			if e.Example == "" {
				e.Example = example
			}
			return
		}
	}
	r.Entries = append(r.Entries, Entry{Did: did, What: what, Count: n, Example: example, Characters: characters})
}

// open returns how many letters and digits the account cannot tell of.
func (r *Report) open(left int) int {
	should := r.In
	for _, e := range r.Entries {
		should -= e.Characters
	}
	return should - left
}

// balance compares what the account says should be left with what is, and
// writes the difference down: nothing goes missing without a line.
func (r *Report) balance(left int, stage string) {
	if d := r.open(left); d != 0 {
		word := "lost"
		if d < 0 {
			word = "more than there were"
		}
		r.add("warning", fmt.Sprintf("letters and digits %s while %s, not accounted for", word, stage), max(d, -d), d, "")
	}
}

// weight is what a byte below 0x80 counts: 1 for a letter or a digit.
var weight = func() (w [0x80]uint8) {
	for c := range w {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			w[c] = 1
		}
	}
	return w
}()

// weighs tells whether a character counts in the account.
func weighs(c rune) bool {
	if c < 0x80 {
		return weight[c] == 1
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c)
}

// weigh counts letters and digits: what carries words and figures. Signs, blanks
// and accents that stand by themselves are layout or come and go with the form.
func weigh(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			n += int(weight[c])
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		if weighs(c) {
			n++
		}
		i += size
	}
	return n
}

// weighBlocks counts the letters and digits of blocks: their words, or those of
// their cells, and the speakers.
func weighBlocks(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += weigh(b.Speaker)
		if b.Cells == nil {
			n += weigh(b.Text)
			continue
		}
		for _, c := range b.Cells {
			n += weigh(c)
		}
	}
	return n
}
