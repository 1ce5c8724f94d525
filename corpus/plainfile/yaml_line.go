package plainfile

import (
	"sort"
	"strings"
)

// trueLine returns the line at which a YAML text stops being readable: the one after the longest beginning that can be read. Where the engine
// misses the next entry of a block it tells the line at which the block begins, which may stand hundreds of lines above. told is
// what the engine says; it is returned where no line below it is nearer the truth.
func trueLine(text string, told int, message string) int {
	if !strings.HasPrefix(message, "did not find expected") {
		return told
	}
	lines := strings.SplitAfter(text, "\n")
	good := func(n int) bool {
		_, _, err := parse(strings.Join(lines[:n], ""))
		return err == nil
	}
	// A beginning that ends within a value of several lines cannot be read either: the search looks a few lines back before it turns.
	const back = 8
	near := func(n int) bool {
		for k := n; k >= max(0, n-back); k-- {
			if good(k) {
				return true
			}
		}
		return false
	}
	first := sort.Search(len(lines), func(n int) bool { return !near(n + 1) })
	for n := min(first, len(lines)); n > 0 && n >= first-back; n-- {
		if good(n) {
			return max(told, n+1)
		}
	}
	return told
}
