package corpus

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// reserved are the names that Windows keeps for devices.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true}

// letters that lose their meaning when only their accent is dropped.
var spelledOut = map[rune]string{'æ': "ae", 'ø': "oe", 'å': "aa", 'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'þ': "th", 'ð': "d"}

// Slug returns a name as a portable key: lower-case ASCII letters, digits,
// hyphens and dots. å becomes aa, other accents fall away, everything else
// becomes a hyphen. A name of which nothing is left becomes "x".
func Slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToLower(name)) {
		if s, ok := spelledOut[r]; ok {
			b.WriteString(s)
			continue
		}
		for _, d := range norm.NFD.String(string(r)) {
			switch {
			case d >= 'a' && d <= 'z', d >= '0' && d <= '9', d == '.', d == '_':
				b.WriteRune(d)
			case unicode.Is(unicode.Mn, d):
			default:
				b.WriteByte('-')
			}
		}
	}
	s := b.String()
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	s = strings.Trim(s, "-._")
	if s == "" {
		return "x"
	}
	return s
}

// DocumentKey returns the key under which a file comes in: its name as a slug,
// with the ending .txt. A name that Windows reserves gets "-text" behind it.
func DocumentKey(file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	stem := strings.TrimSuffix(base, path.Ext(base))
	if stem == "" {
		stem = base
	}
	return unreserved(Slug(stem), "-text") + ".txt"
}

// FileSlug returns a name as a portable key that can be the name of a file or folder everywhere: Slug, with "-x" behind a name that Windows
// reserves.
func FileSlug(name string) string { return unreserved(Slug(name), "-x") }

// unreserved puts more behind what stands before the first dot, where Windows reserves that: con and con.old are both the console there.
func unreserved(key, more string) string {
	first, _, _ := strings.Cut(key, ".")
	if !reserved[first] {
		return key
	}
	return first + more + key[len(first):]
}

// SameName tells whether two file names are one on some machines: they are equal but for
// capitals and for the form of their accents.
func SameName(a, b string) bool {
	return norm.NFC.String(strings.ToLower(a)) == norm.NFC.String(strings.ToLower(b))
}

// Beside tells whether a file, by its name, is one that a system, an office program or a synchroniser keeps beside those of people: hidden
// files, what Windows and macOS note of a folder, and the mark that an office program has a file open.
func Beside(name string) bool {
	small := strings.ToLower(name)
	switch small {
	case "desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(small, "~wrl") && strings.HasSuffix(small, ".tmp")
}

// ValidKey tells whether a key is flat, portable and lower case, and can name a file everywhere.
func ValidKey(key string) bool {
	return key != "" && key == FileSlug(key)
}

// IsLanguageCode tells whether a word has the form of the code of a language, such as nb, sma or pt-BR.
func IsLanguageCode(word string) bool {
	main, region, parted := strings.Cut(word, "-")
	small := func(c rune) bool { return c >= 'a' && c <= 'z' }
	return (len(main) == 2 || len(main) == 3) && strings.TrimFunc(main, small) == "" && (!parted || len(region) > 1)
}
