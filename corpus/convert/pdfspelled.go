package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortestSpelled is how many letters in a row must stand apart to be taken for a
// word.
const shortestSpelled = 5

// putTogether makes words of letters that were set apart by blanks, "V E D T A K",
// as some headings are.
func putTogether(lines []pdfLine, r *Report) {
	for i := range lines {
		l := &lines[i]
		if len(l.words) < shortestSpelled {
			continue
		}
		text := spelled(*l)
		if text == l.text {
			continue
		}
		r.Add("normalised", "letters set apart put together", 1, clip(l.text, 60))
		l.text, l.words = text, []pdfWord{{at: 0, x0: l.x0, x1: l.x1}}
	}
}

// spelled returns the text of a line with the letters that stand apart put
// together; a gap clearly wider than the smallest parts words.
func spelled(l pdfLine) string {
	word := func(k int) string {
		end := len(l.text)
		if k+1 < len(l.words) {
			end = l.words[k+1].at
		}
		return strings.TrimSpace(l.text[l.words[k].at:end])
	}
	letter := func(k int) bool {
		w := word(k)
		c, size := utf8.DecodeRuneInString(w)
		return size == len(w) && unicode.IsLetter(c)
	}
	gap := func(k int) float64 { return l.words[k].x0 - l.words[k-1].x1 }
	var out []string
	for k := 0; k < len(l.words); {
		end := k
		narrow := 0.0
		for end < len(l.words) && letter(end) {
			if end > k && (narrow == 0 || gap(end) < narrow) {
				narrow = gap(end)
			}
			end++
		}
		if end-k < shortestSpelled {
			end = max(end, k+1)
			for ; k < end; k++ {
				out = append(out, word(k))
			}
			continue
		}
		for ; k < end; k++ {
			if n := len(out); n > 0 && k > 0 && letter(k-1) && gap(k) <= 1.6*narrow+0.1 {
				out[n-1] += word(k)
			} else {
				out = append(out, word(k))
			}
		}
	}
	joined := strings.Join(out, " ")
	for _, w := range out {
		if utf8.RuneCountInString(w) >= shortestSpelled && !strings.Contains(l.text, w) && !readsAsWord(w) {
			return l.text // a list of letters, not a word
		}
	}
	return joined
}

// readsAsWord tells whether letters could be a word: with a vowel and another
// letter, and not those of the alphabet in their order.
func readsAsWord(w string) bool {
	w = strings.ToLower(w)
	vowels := strings.IndexFunc(w, func(c rune) bool { return strings.ContainsRune("aeiouyæøåäöü", c) })
	others := strings.IndexFunc(w, func(c rune) bool { return !strings.ContainsRune("aeiouyæøåäöü", c) })
	steps := 0
	letters := []rune(w)
	for i := 1; i < len(letters); i++ {
		if letters[i] == letters[i-1]+1 {
			steps++
		}
	}
	return vowels >= 0 && others >= 0 && 2*steps < len(letters)
}
