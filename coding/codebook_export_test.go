package coding

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
)

// anyCodebook returns a code book in which texts hold what could go wrong on the way: signs of the
// forms, lines that look like something else, letters of other scripts.
func anyCodebook(r *rand.Rand) *Codebook {
	words := []string{"tillit", "Målstyring", "å", "=1+1", "a > b", "x >> y", "a::b", "TRUST: in", "- punkt", "# nei", "1. først", "«sitat»", `"quoted"`, "semi; colon",
		"comma, and", "tab\tin", "\\", "Codes\\Trust", "Include: dette", "> quote", "_x0041_", "<b>&amp;</b>", "*stjerne*", "[x]", "日本語", "e\u0301", "🙂", "Code", "Definition: x", "|", "¶", "~", "sep=;", "--", "o smth", "a)", "1.2.3", "Parent"}
	text := func(lines int) string {
		var out []string
		for range 1 + r.Intn(lines) {
			var line []string
			for range 1 + r.Intn(5) {
				line = append(line, words[r.Intn(len(words))])
			}
			out = append(out, strings.Join(line, " "))
		}
		return strings.Join(out, "\n")
	}
	maybe := func(p float64, s string) string {
		if r.Float64() < p {
			return s
		}
		return ""
	}
	list := func() []string {
		var out []string
		for range r.Intn(4) {
			out = append(out, text(2))
		}
		return out
	}
	n := 0
	var codes func(depth int) []Code
	codes = func(depth int) []Code {
		var out []Code
		for range r.Intn(4) {
			n++
			c := Code{Key: fmt.Sprintf("k%d-å.%d", n, r.Intn(9)), Label: maybe(0.8, text(1)), Kind: maybe(0.5, "challenge"), Definition: maybe(0.7, text(4)), Include: maybe(0.3, text(2)),
				Exclude: maybe(0.3, text(2)), Example: maybe(0.3, text(3)), Questions: list(), Origin: maybe(0.5, "guide"), Sources: list(), Values: list(),
				Find: maybe(0.3, "mål* NEAR/3 styr*\nagainst: \"ikke brukt\"\n"), Unit: maybe(0.2, "turn"), Speakers: maybe(0.2, "all"), Was: nil, Colour: maybe(0.5, "#1a2b3c")}
			if r.Intn(5) == 0 {
				c.Was = []string{fmt.Sprintf("old-%d", n)}
			}
			for _, sibling := range out {
				if sibling.Label == c.Label && c.Label != "" {
					c.Label += " " + c.Key // texts have nothing but the name to tell them apart
				}
			}
			if depth < 5 {
				c.Children = codes(depth + 1)
			}
			out = append(out, c)
		}
		return out
	}
	for {
		if b := NewCodebook(codes(0)); len(b.Codes) > 0 {
			return b
		}
	}
}

// bare returns codes as they stand in a file.
func bare(codes []Code) []Code {
	var out []Code
	for _, c := range codes {
		c.parsed, c.Parent, c.Line, c.Lines, c.Depth = nil, nil, 0, nil, 0
		c.Children = bare(c.Children)
		for _, list := range []*[]string{&c.Questions, &c.Sources, &c.Values, &c.Was} {
			if len(*list) == 0 {
				*list = nil
			}
		}
		out = append(out, c)
	}
	return out
}

// back imports an export into an empty code book.
func back(t *testing.T, b *Codebook, form string) []Code {
	t.Helper()
	data, _, err := ExportCodes(b, form, "study")
	if err != nil {
		t.Fatal(err)
	}
	in, err := ImportCodes("codes."+form, data)
	if err != nil {
		t.Fatalf("%s: %v\n%s", form, err, data)
	}
	m := NewCodebook(nil).Merge(in.Codes)
	var codes []Code
	for _, d := range m.Add {
		if d.Parent != "" {
			t.Fatalf("%s: %s is to be added below %s", form, d.Code.Key, d.Parent)
		}
		codes = append(codes, d.Code)
	}
	return codes
}

func TestTablesComeBackWhole(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for i := range 300 {
		b := anyCodebook(r)
		for _, form := range []string{"csv", "xlsx"} {
			if form == "xlsx" && i%10 != 0 {
				continue // slower
			}
			if got, want := bare(back(t, b, form)), bare(b.Codes); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s, code book %d:\n%s", form, i, firstLineThatDiffers(yamlOf(t, got), yamlOf(t, want)))
			}
		}
	}
}

func yamlOf(t *testing.T, codes []Code) string {
	t.Helper()
	data, err := EncodeCodes(nil, NewCodebook(nil), []Derived{{Code: Code{Key: "top", Children: codes}}})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// keptOf returns of each code what a form is to keep.
func keptOf(codes []Code, fields ...string) string {
	var out strings.Builder
	var walk func(codes []Code, depth int)
	walk = func(codes []Code, depth int) {
		for i := range codes {
			fmt.Fprintf(&out, "%s%q", strings.Repeat("  ", depth), oneLine(codes[i].Title()))
			for _, name := range fields {
				f, _ := fieldNamed(name)
				fmt.Fprintf(&out, " %s %q", name, f.get(&codes[i]))
			}
			out.WriteByte('\n')
			walk(codes[i].Children, depth+1)
		}
	}
	walk(codes, 0)
	return out.String()
}

func TestTextsComeBackWithNamesTreeAndDefinitions(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for i := range 300 {
		b := anyCodebook(r)
		for _, c := range b.All() { // several blanks and tabs count as one there
			c.Definition = strings.ReplaceAll(c.Definition, "\t", " ")
		}
		for form, fields := range map[string][]string{
			"md":  {"key", "kind", "definition", "include", "exclude", "origin", "unit", "speakers", "find", "colour"},
			"txt": {"definition"},
		} {
			if got, want := keptOf(back(t, b, form), fields...), keptOf(b.Codes, fields...); got != want {
				t.Fatalf("%s, code book %d:\n%s", form, i, firstLineThatDiffers(got, want))
			}
		}
	}
}

func firstLineThatDiffers(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return g[i] + "\nwant\n" + w[i]
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
