package workbench

// Translated is translated, for tests.
var Translated = translated

// Sayings returns the English of every message that is said in other languages, and what it is in these.
func Sayings() (out [][3]string) {
	for _, p := range patterns() {
		out = append(out, [3]string{p.english, p.bokmål, p.nynorsk})
	}
	return out
}
