package sheet

// separators are what parts the cells of CSV files, the likeliest first.
const separators = ",;\t|"

// sampled is how many bytes and rows of a file are looked at to find its separator.
const (
	sampledBytes = 256 << 10
	sampledRows  = 200
)

// separatorOf returns the byte that parts the cells of most rows into the same
// number, 0 if none does and each line is one cell. Where tabs are promised and
// there are any, they are taken.
func separatorOf(text string, tabs bool) byte {
	cut := len(text) > sampledBytes
	if cut {
		text = text[:sampledBytes]
	}
	best, bestScore := byte(0), 0.0
	for i := range len(separators) {
		sep := separators[i]
		counts := widths(text, sep, cut)
		if len(counts) == 0 {
			continue
		}
		if tabs && sep == '\t' && counts[0] > 1 {
			return sep
		}
		score := evenness(counts)
		if prose(text, sep) {
			score /= 2
		}
		if score > bestScore {
			best, bestScore = sep, score
		}
	}
	return best
}

// widths returns the number of cells of the first rows, empty rows left out.
// The last row is left out where the text was cut.
func widths(text string, sep byte, cut bool) []int {
	var out []int
	c := csvCells{text: text, sep: sep}
	for c.more() && len(out) < sampledRows {
		n, filled, last := 0, false, false
		for !last {
			var cell string
			cell, last = c.next()
			n++
			filled = filled || cell != ""
		}
		if filled {
			out = append(out, n)
		}
	}
	if cut && len(out) > 1 && !c.more() {
		out = out[:len(out)-1]
	}
	return out
}

// evenness scores a separator by the number of cells it makes of each row: the
// share of rows that have as many as most, and more than one. The head counts as
// a proof: where the first row has that many cells, half the rows are enough.
// Below a title most must, for commas stand in any prose. Of two that part
// equally well the one with more cells wins.
func evenness(counts []int) float64 {
	often := map[int]int{}
	for _, n := range counts {
		often[n]++
	}
	most := 0
	for n, k := range often {
		if n > 1 && (k > often[most] || k == often[most] && n > most) {
			most = n
		}
	}
	if most == 0 {
		return 0
	}
	share := float64(often[most]) / float64(len(counts))
	switch head := counts[0]; {
	case head == most && share >= 0.5:
		return share + 1 + float64(min(most, 1000))/10_000
	case head > 1 && share >= 0.5:
		return share + float64(min(most, 1000))/10_000
	case share >= 0.7 && len(counts) >= 4:
		return share/2 + float64(min(most, 1000))/10_000
	}
	return 0
}

// prose tells whether most of the separators are followed by a blank, as commas
// are between words and hardly ever between cells.
func prose(text string, sep byte) bool {
	all, blank := 0, 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] == sep {
			all++
			if text[i+1] == ' ' {
				blank++
			}
		}
	}
	return 2*blank > all
}
