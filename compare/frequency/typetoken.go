package frequency

// TypeToken returns how many different words there are per word. It falls as texts grow, so it compares texts of one length only: print
// the number of words beside it. Undefined for no words.
//
// Johnson (1944), Psychological Monographs 56(2):1-15.
func TypeToken(words []string) Figure {
	if len(words) == 0 {
		return undefined(NoText)
	}
	seen := map[string]bool{}
	for _, w := range words {
		seen[w] = true
	}
	return known(float64(len(seen)) / float64(len(words)))
}

// MovingTypeToken returns the mean of TypeToken over all windows of so many words (MATTR), which does not depend on the length of the text. Undefined if the text
// is shorter than a window.
//
// Covington & McFall (2010), Journal of Quantitative Linguistics 17:94-100.
func MovingTypeToken(words []string, window int) Figure {
	if window < 1 || len(words) < window {
		return undefined(ShortText)
	}
	count := map[string]int{}
	sum := 0
	for i, w := range words {
		count[w]++
		if i >= window {
			if old := words[i-window]; count[old] == 1 {
				delete(count, old)
			} else {
				count[old]--
			}
		}
		if i >= window-1 {
			sum += len(count)
		}
	}
	return known(float64(sum) / float64(window) / float64(len(words)-window+1))
}
