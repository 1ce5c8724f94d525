package corpus

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestANameBecomesAPortableKey(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Intervju Ås", "intervju-aas"},
		{"BLÅBÆRSYLTETØY", "blaabaersyltetoey"},
		{"Bla\u030abær", "blaabaer"}, // å as a and a ring, as macOS names files
		{"José Muñoz", "jose-munoz"},
		{"Straße & Köln", "strasse-koeln"},
		{"a -- b___c", "a-b___c"},
		{"--a.b.", "a.b"},
		{"½ år", "aar"},
		{"Þór Eiríksson", "thor-eiriksson"},
		{"…", "x"},
		{"", "x"},
		{"日本", "x"},
	} {
		if got := Slug(c.in); got != c.want {
			t.Errorf("Slug(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAFileBecomesADocumentKey(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Intervju A.docx", "intervju-a.txt"},
		{"/home/ann/Årsmelding 2015.pdf", "aarsmelding-2015.txt"},
		{`C:\data\Intervju.vtt`, "intervju.txt"},
		{"budget.2016.final.pdf", "budget.2016.final.txt"},
		{".txt", "txt.txt"},
		{"README", "readme.txt"},
		{"CON.docx", "con-text.txt"},
		{"aux.old.pdf", "aux-text.old.txt"},
		{"lpt1", "lpt1-text.txt"},
		{"console.txt", "console.txt"},
	} {
		if got := DocumentKey(c.in); got != c.want {
			t.Errorf("DocumentKey(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAKeyIsFlatPortableAndLowerCase(t *testing.T) {
	for key, want := range map[string]bool{
		"a-interview.txt": true, "theme_1": true, "x": true,
		"": false, "A.txt": false, "a/b": false, `a\b`: false, "..": false, ".hidden": false, "å.txt": false, "a b": false, "a--b": false, "a:b": false, "con": false, "aux.old": false, "con-x": true, "contra": true,
	} {
		if ValidKey(key) != want {
			t.Errorf("ValidKey(%q) is not %v", key, want)
		}
	}
}

func TestANameForAFileIsNoneThatWindowsReserves(t *testing.T) {
	for name, want := range map[string]string{"Con": "con-x", "aux.old": "aux-x.old", "Kommune A": "kommune-a", "lpt9": "lpt9-x"} {
		if got := FileSlug(name); got != want || !ValidKey(got) {
			t.Errorf("FileSlug(%q) is %q, want %q", name, got, want)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"Ås.docx", "con", "..", "a/../b", "İstanbul", "½", "\u030a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		key := DocumentKey(s)
		if !ValidKey(key) || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789._-") != "" {
			t.Fatalf("DocumentKey(%q) is %q", s, key)
		}
		first, _, _ := strings.Cut(key, ".")
		if reserved[first] {
			t.Fatalf("DocumentKey(%q) is %q, which Windows keeps for itself", s, key)
		}
		if Slug(Slug(s)) != Slug(s) {
			t.Fatalf("Slug(%q) is %q, and that becomes %q", s, Slug(s), Slug(Slug(s)))
		}
		if nfc := norm.NFC.String(s); Slug(nfc) != Slug(norm.NFD.String(s)) {
			t.Fatalf("the two spellings of %q make %q and %q", s, Slug(nfc), Slug(norm.NFD.String(s)))
		}
	})
}
