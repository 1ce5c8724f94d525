package query

import (
	"slices"
	"strings"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// places is a resolver for tests: a value in capitals holds of the whole passage, "some"
// holds where the word stands that the name says, anything else does not hold.
type places struct{ text *corpus.Text }

func (p places) Holds(f Field, at corpus.Passage) (bool, []corpus.Span) {
	if f.Value == strings.ToUpper(f.Value) {
		return true, nil
	}
	if f.Value != "some" {
		return false, nil
	}
	var out []corpus.Span
	for _, s := range p.text.Find(f.Name, 0) {
		if at.Contains(s) {
			out = append(out, s)
		}
	}
	return len(out) > 0, out
}

// marked returns the text with a bracket around every place, "" if the query does not hold.
func marked(t *testing.T, q, language, s string) string {
	t.Helper()
	parsed, err := Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	text := corpus.NewText(s)
	ok, found := parsed.Matcher(language, places{text}).Match(text, corpus.Passage{Document: "x.txt", Span: corpus.Span{End: text.Len()}})
	if !ok {
		if found != nil {
			t.Errorf("%s does not hold and has the places %v", q, found)
		}
		return ""
	}
	var b strings.Builder
	last := 0
	for _, f := range found {
		b.WriteString(text.Slice(corpus.Span{Start: last, End: f.Start}) + "[" + text.Slice(f) + "]")
		last = f.End
	}
	return b.String() + text.Slice(corpus.Span{Start: last, End: text.Len()})
}

func TestWhereAQueryHolds(t *testing.T) {
	const nb = "Ærlig talt: indikatorene på rådhuset var 😀 dårlige. Målet var KOSTRA-tall, f.eks. måleindikatorer."
	for _, c := range []struct{ query, language, text, want string }{
		{"indikator", "nb", nb, strings.Replace(nb, "indikatorene", "[indikatorene]", 1)},
		{"INDIKATORENES", "nb", nb, strings.Replace(nb, "indikatorene", "[indikatorene]", 1)},
		{"indikator", "en", nb, ""},
		{"indikator", "", nb, ""},
		{"*indikator*", "nb", nb, strings.NewReplacer("indikatorene", "[indikatorene]", "måleindikatorer", "[måleindikatorer]").Replace(nb)},
		{"=indikator", "nb", nb, ""},
		{"=Indikatorene", "nb", nb, strings.Replace(nb, "indikatorene", "[indikatorene]", 1)},
		{`"på rådhuset"`, "nb", nb, strings.Replace(nb, "på rådhuset", "[på rådhuset]", 1)},
		{`"på rådhus"`, "nb", nb, ""},
		{"på-rådhus", "nb", nb, strings.Replace(nb, "på rådhuset", "[på rådhuset]", 1)},
		{`"var dårlige"`, "nb", nb, strings.Replace(nb, "var 😀 dårlige", "[var 😀 dårlige]", 1)},
		{`"rådhuset på"`, "nb", nb, ""},
		{"kostra-tall", "nb", nb, strings.Replace(nb, "KOSTRA-tall", "[KOSTRA-tall]", 1)},
		{`"kostra tall"`, "nb", nb, strings.Replace(nb, "KOSTRA-tall", "[KOSTRA-tall]", 1)},
		{"f.eks.", "nb", nb, strings.Replace(nb, "f.eks", "[f.eks]", 1)},
		{"m?let", "nb", nb, strings.Replace(nb, "Målet", "[Målet]", 1)},
		{"rå*", "nb", nb, strings.Replace(nb, "rådhuset", "[rådhuset]", 1)},
		{"råd?", "nb", nb, ""},
		{"rådhsuet~", "nb", nb, strings.Replace(nb, "rådhuset", "[rådhuset]", 1)},
		{"rådhus~", "nb", nb, ""},
		{"rådhus~2", "nb", nb, strings.Replace(nb, "rådhuset", "[rådhuset]", 1)},
		{"aerlig~2", "nb", nb, strings.Replace(nb, "Ærlig", "[Ærlig]", 1)},
		{"/r.dhus/", "nb", nb, strings.Replace(nb, "rådhus", "[rådhus]", 1)},
		{"/ÆRLIG TALT:/", "nb", nb, strings.Replace(nb, "Ærlig talt:", "[Ærlig talt:]", 1)},
		{"/x*/", "nb", nb, ""},
		{"mål tall", "nb", nb, strings.NewReplacer("Målet", "[Målet]", "-tall", "-[tall]").Replace(nb)},
		{"mål budsjett", "nb", nb, ""},
		{"mål OR budsjett", "nb", nb, strings.Replace(nb, "Målet", "[Målet]", 1)},
		{"NOT budsjett", "nb", nb, nb},
		{"mål NOT budsjett", "nb", nb, strings.Replace(nb, "Målet", "[Målet]", 1)},
		{"mål NOT tall", "nb", nb, ""},
		{"SENTENCE(indikator dårlig)", "nb", nb, strings.NewReplacer("indikatorene", "[indikatorene]", "dårlige", "[dårlige]").Replace(nb)},
		{"SENTENCE(indikator mål)", "nb", nb, ""},
		{"SENTENCE(var NOT mål)", "nb", nb, strings.Replace(nb, "var", "[var]", 1)},
		{"NOT SENTENCE(indikator mål)", "nb", nb, nb},
		{"PARAGRAPH(a c)", "en", "a b\n\nc a b", "a b\n\n[c] [a] b"},
		{"TURN(a c)", "en", "a b\n\nc", "[a] b\n\n[c]"},
		{"SENTENCE(a c)", "en", "a b\n\nc. C a", "a b\n\nc. [C] [a]"},
		{"test", "en", "We tested tests in testing.", "We [tested] [tests] in [testing]."},
		{"a b OR c", "en", "c d", "[c] d"},
		{"a a", "en", "a", "[a]"},
		{"/ab/ OR /cd/", "en", "xabcd", "x[ab][cd]"},
		{"/abc/ OR /cd/", "en", "xabcd", "x[abcd]"},
		{`a "a b"`, "en", "a b a", "[a b] [a]"},
		{"case:A mål", "nb", nb, strings.Replace(nb, "Målet", "[Målet]", 1)},
		{"case:a mål", "nb", nb, ""},
		{"case:A", "nb", nb, nb},
		{"NOT case:a", "nb", nb, nb},
		{"tall:some", "nb", nb, strings.Replace(nb, "-tall", "-[tall]", 1)},
		{"tall:some budsjett", "nb", nb, ""},
	} {
		if got := marked(t, c.query, c.language, c.text); got != c.want {
			t.Errorf("%s in %q:\n got %q\nwant %q", c.query, c.language, got, c.want)
		}
	}
}

func TestHowFarWordsMayStandApart(t *testing.T) {
	const s = "a x b, y y y: a z"
	for _, c := range []struct{ query, want string }{
		{"a NEAR/1 x", "[a x] b, y y y: a z"},
		{"x NEAR/1 a", "[a x] b, y y y: a z"},
		{"a NEAR/1 b", ""},
		{"a NEAR/2 b", "[a x b], y y y: a z"},
		{"b NEAR/3 a", "[a x b], y y y: a z"},
		{"b NEAR/4 a", "[a x b, y y y: a] z"},
		{"b BEFORE/3 a", ""},
		{"b BEFORE/4 a", "a x [b, y y y: a] z"},
		{"a BEFORE/2 b", "[a x b], y y y: a z"},
		{"a FOLLOWS/4 b", "a x [b, y y y: a] z"},
		{"a NEAR/6 a", "[a x b, y y y: a] z"},
		{"a NEAR/5 a", ""},
		{"x NEAR x", ""},
		{"y BEFORE/1 z", ""},
		{"z FOLLOWS/1 a", "a x b, y y y: [a z]"},
		{`"a x" NEAR/1 b`, "[a x b], y y y: a z"},
		{`b NEAR/1 "y y y"`, "a x [b, y y y]: a z"},
		{"(a OR b) NEAR/1 (x OR z)", "[a x b], y y y: [a z]"},
		{"a NEAR/1 x NEAR/1 b", "[a x b], y y y: a z"},
		{"a NEAR/9 q", ""},
		{"/b, y/ NEAR/1 x", "a [x b, y] y y: a z"},
		{"/x b/ NEAR/1 b", "a [x b], y y y: a z"},
		{"x:some NEAR/1 b", "a [x b], y y y: a z"},
		{"NOT (a NEAR/1 b)", s},
	} {
		if got := marked(t, c.query, "en", s); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.query, got, c.want)
		}
	}
}

func TestHowPlacesLieToEachOther(t *testing.T) {
	const s = "mål og tall, bare tall"
	for _, c := range []struct{ query, want string }{
		{`tall WITHIN "og tall"`, "mål og [tall], bare tall"},
		{`"og tall" WITHIN tall`, ""},
		{`tall WITHIN tall:some`, "mål og [tall], bare [tall]"},
		{`tall OVERLAPS "tall bare"`, "mål og [tall], bare tall"},
		{`"mål og" OVERLAPS /og t/`, "[mål og] tall, bare tall"},
		{`mål OVERLAPS tall`, ""},
		{`tall WITHOUT "og tall"`, "mål og tall, bare [tall]"},
		{`"og tall" WITHOUT /tall, b/`, ""},
		{`tall WITHOUT tall`, ""},
		{`tall WITHOUT budsjett`, "mål og [tall], bare [tall]"},
		{`budsjett WITHOUT tall`, ""},
		{`tall WITHOUT code:none`, "mål og [tall], bare [tall]"},
		{`(mål OR tall) WITHOUT tall:some`, "[mål] og tall, bare tall"},
	} {
		if got := marked(t, c.query, "nb", s); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.query, got, c.want)
		}
	}
}

func TestAMatchStaysWithinItsPassage(t *testing.T) {
	text := corpus.NewText("A: 😀 mål mål.\n\nB: mål og tall.")
	q, err := Parse("mål")
	if err != nil {
		t.Fatal(err)
	}
	at := corpus.Passage{Document: "x.txt", Span: corpus.Span{Start: 17, End: 29}}
	ok, got := q.Matcher("nb", nil).Match(text, at)
	if want := []corpus.Span{{Start: 18, End: 21}}; !ok || !slices.Equal(got, want) {
		t.Errorf("%v at %v, want %v of %q", ok, got, want, text.Slice(at.Span))
	}
}

func TestWithoutAResolverNoFieldHolds(t *testing.T) {
	q, err := Parse("case:A")
	if err != nil {
		t.Fatal(err)
	}
	text := corpus.NewText("x")
	if ok, _ := q.Matcher("nb", nil).Match(text, corpus.Passage{Span: corpus.Span{End: 1}}); ok {
		t.Error("it holds")
	}
}

// checkMatch fails the test where places are out of order or of the passage, or where the
// need of a query leaves out a match.
func checkMatch(t *testing.T, q *Query, s string) bool {
	t.Helper()
	if !q.wide && len(s) < 200 {
		checkMatch(t, q.Wide([][]string{{"mål", "tall"}}), s)
	}
	text := corpus.NewText(s)
	at := corpus.Passage{Document: "x.txt", Span: corpus.Span{End: text.Len()}}
	held := false
	for _, language := range []string{"nb", "en", ""} {
		ok, found := q.Matcher(language, places{text}).Match(text, at)
		held = held || ok
		end := 0
		for _, f := range found {
			if f.Start < end || f.Len() <= 0 || f.End > text.Len() {
				t.Fatalf("%q has the places %v in %q", q.Text, found, s)
			}
			end = f.End
		}
		for _, languages := range [][]string{{language}, {"sv", language}} {
			if need := q.Need(languages); ok && !meets(need, s, language) {
				t.Fatalf("%q holds in %q (%s) and does not meet its need %+v", q.Text, s, language, need)
			}
		}
	}
	return held
}

// meets says what an index is to answer to a need, from the need's own description.
func meets(n Need, s, language string) bool {
	a := words.NewAnalyser(language)
	holds := func(is func(fold string) bool) bool {
		return slices.ContainsFunc(words.Tokens(s), func(t words.Token) bool { return is(t.Fold) })
	}
	each := func(c Need) bool { return meets(c, s, language) }
	switch {
	case n.Anything:
		return true
	case n.Stems != nil:
		kin := words.NewKin(language)
		return holds(func(fold string) bool {
			return slices.Contains(n.Stems, a.Stem(fold)) || kin != nil && len(n.Keys) > 0 &&
				slices.ContainsFunc(kin.Keys(fold), func(key string) bool { return slices.Contains(n.Keys, key) })
		})
	case n.Word != "":
		return holds(func(fold string) bool { return fold == n.Word })
	case n.Wild != "":
		return holds(func(fold string) bool { return glob([]rune(n.Wild), []rune(fold)) })
	case n.Near != "":
		return holds(func(fold string) bool { return words.Distance(fold, n.Near, n.Slips) <= n.Slips })
	case n.Not != nil:
		return !each(*n.Not)
	case n.Any != nil:
		return slices.ContainsFunc(n.Any, each)
	}
	return !slices.ContainsFunc(n.All, func(c Need) bool { return !each(c) })
}

func glob(wild, s []rune) bool {
	switch {
	case len(wild) == 0:
		return len(s) == 0
	case wild[0] == '*':
		return glob(wild[1:], s) || len(s) > 0 && glob(wild, s[1:])
	case len(s) == 0:
		return false
	}
	return (wild[0] == '?' || wild[0] == s[0]) && glob(wild[1:], s[1:])
}

func TestNearOfNearDoesNotMultiplyItsPlaces(t *testing.T) {
	q, err := Parse("ja NEAR/3 ja NEAR/3 ja NEAR/3 ja NEAR/3 ja")
	if err != nil {
		t.Fatal(err)
	}
	text := corpus.NewText(strings.Repeat("ja ", 200))
	ok, found := q.Matcher("nb", nil).eval(q.root, NewStretch(text, corpus.Passage{Span: corpus.Span{End: text.Len()}}))
	if !ok || len(found) > 200*200 {
		t.Errorf("%v with %d places", ok, len(found))
	}
}
