package query

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// drawn prints a parsed query with a bracket around every operator.
func drawn(n node) string {
	join := func(name string, of ...node) string {
		parts := []string{name}
		for _, c := range of {
			parts = append(parts, drawn(c))
		}
		return "(" + strings.Join(parts, " ") + ")"
	}
	switch n := n.(type) {
	case phrase:
		var ws []string
		for _, w := range n.words {
			mark := map[wordKind]string{stemmed: "", exact: "=", pattern: "%", fuzzy: fmt.Sprint("~", w.slips, ":")}[w.kind]
			ws = append(ws, mark+w.text)
		}
		if len(ws) == 1 {
			return ws[0]
		}
		return "[" + strings.Join(ws, " ") + "]"
	case regex:
		return "/" + strings.TrimPrefix(n.re.String(), "(?i)") + "/"
	case field:
		return fmt.Sprintf("%s:%q", n.name, n.value)
	case not:
		return join("not", n.of)
	case all:
		return join("and", n.of...)
	case any:
		return join("or", n.of...)
	case inside:
		return join(string(n.unit), n.of)
	case near:
		name := "near"
		if n.ordered {
			name = "before"
		}
		return join(fmt.Sprint(name, n.n), n.a, n.b)
	case relation:
		return join(strings.ToLower(n.name), n.a, n.b)
	}
	return "?"
}

func TestWhatAQueryMeans(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"mål", "mål"},
		{"MÅL", "mål"},
		{"  mål\n\tog  ", "(and mål og)"},
		{"a b c", "(and a b c)"},
		{"a AND b", "(and a b)"},
		{"a OR b c", "(or a (and b c))"},
		{"a b OR c AND d", "(or (and a b) (and c d))"},
		{"(a OR b) c", "(and (or a b) c)"},
		{"NOT a b", "(and (not a) b)"},
		{"NOT (a b)", "(not (and a b))"},
		{"NOT NOT a", "(not (not a))"},
		{"a OR NOT b", "(or a (not b))"},
		{"and or not near", "(and and or not near)"},
		{"ANDRE ORDEN", "(and andre orden)"},
		{`"det er det"`, "[=det =er =det]"},
		{`«Det er»`, "[=det =er]"},
		{`”Det er”`, "[=det =er]"},
		{`»Det er«`, "[=det =er]"},
		{`‘Det er’`, "[=det =er]"},
		{`‹Det er›`, "[=det =er]"},
		{"MÅL OG KART", "(and mål og kart)"},
		{"mål og kart", "(and mål og kart)"},
		{"rock 'n' roll", "(and rock n roll)"},
		{`“det er” „er det“`, "(and [=det =er] [=er =det])"},
		{`"sa \"ja\" da"`, "[=sa =ja =da]"},
		{`"mål* tall"`, "[%mål* =tall]"},
		{"=Målene", "=målene"},
		{"KOSTRA-tall", "[kostra tall]"},
		{"=KOSTRA-tall", "[=kostra =tall]"},
		{"2015–2016", "[2015 2016]"},
		{"f.eks.", "f.eks"},
		{"mål* *kart m?l", "(and %mål* %*kart %m?l)"},
		{"indikator~ indikator~2 mål~1", "(and ~1:indikator ~2:indikator ~1:mål)"},
		{"/reg.lar/", "/reg.lar/"},
		{`/a\/b (c|d)/ e`, "(and /a/b (c|d)/ e)"},
		{"a NEAR/5 b", "(near5 a b)"},
		{"a NEAR b", "(near10 a b)"},
		{"a BEFORE/3 b", "(before3 a b)"},
		{"a FOLLOWS b", "(before10 b a)"},
		{"a NEAR/2 b NEAR/3 c", "(near3 (near2 a b) c)"},
		{"a NEAR/2 b c", "(and (near2 a b) c)"},
		{"a NEAR/2 b OR c", "(or (near2 a b) c)"},
		{"NOT (a NEAR b)", "(not (near10 a b))"},
		{"(a OR b) NEAR \"c d\"", "(near10 (or a b) [=c =d])"},
		{"SENTENCE(a b)", "(sentence (and a b))"},
		{"PARAGRAPH (a OR b) TURN(c)", "(and (paragraph (or a b)) (turn c))"},
		{"sentence a", "(and sentence a)"},
		{"R&D", "[r d]"},
		{"SENTENCE(a NEAR b) c", "(and (sentence (near10 a b)) c)"},
		{"case:a", `case:"a"`},
		{`speaker:"Head of unit" x`, `(and speaker:"Head of unit" x)`},
		{`speaker:«Å B»`, `speaker:"Å B"`},
		{`speaker:"sa \"ja\""`, `speaker:"sa \"ja\""`},
		{"attribute.size:12-20", `attribute.size:"12-20"`},
		{"størrelse:stor", `størrelse:"stor"`},
		{"when:2015:2016", `when:"2015:2016"`},
		{"http://x.no", "[http x.no]"},
		{"10:30", "[10 30]"},
		{"code:a WITHIN code:b", `(within code:"a" code:"b")`},
		{"a OVERLAPS code:b WITHOUT code:c", `(without (overlaps a code:"b") code:"c")`},
		{"mål, tall; (ja)", "(and mål tall ja)"},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		if got := drawn(q.root); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}

func TestASlipInAQueryIsNamedWithItsPlaceAndRemedy(t *testing.T) {
	for _, c := range []struct {
		query         string
		column        int
		message, hint string
	}{
		{"", 1, "the query is empty", "write a word"},
		{" \n\t", 1, "the query is empty", "write a word"},
		{"mål AND", 8, "something is missing here", "an operator in capitals"},
		{"a OR OR b", 6, "OR stands between two words", "small letters"},
		{"AND a", 1, "AND stands between two words", "small letters"},
		{"å NEAR/3", 9, "something is missing here", ""},
		{"NEAR/3 a", 1, "NEAR/3 stands between two words", "small letters"},
		{"a NOT", 6, "something is missing here", ""},
		{"(a b", 1, "this bracket is never closed", "put )"},
		{"æ (å (ø)", 3, "this bracket is never closed", "put )"},
		{"a) b", 2, "this bracket was never opened", "remove it"},
		{"()", 2, "something is missing before this bracket", ""},
		{"SENTENCE()", 10, "something is missing before this bracket", ""},
		{"SENTENCE(a", 9, "this bracket is never closed", "put )"},
		{`å "b c`, 3, "this quotation mark is never closed", `end the phrase with "`},
		{"«b c", 1, "this quotation mark is never closed", "»"},
		{`å speaker:"b c`, 11, "this quotation mark is never closed", `end the value with "`},
		{"å /b", 3, "this regular expression is never closed", "end it with /"},
		{"å /(b/", 3, "is no regular expression: missing closing )", "RE2"},
		{"a ...", 3, "holds no letter or digit", "regular expression"},
		{`a ""`, 3, "holds no letter or digit", "regular expression"},
		{"å =", 3, "= stands directly before a word", "without a blank"},
		{"å = b", 3, "= stands directly before a word", "without a blank"},
		{"å ~mål", 3, "~ stands directly behind one word", "NEAR/5"},
		{`"a b"~2`, 6, "~ stands directly behind one word", "NEAR/5"},
		{"mål~3", 1, "~ allows one slip", "mål~2"},
		{"SENTENCE a", 1, "SENTENCE is followed by a group", "SENTENCE(word other)"},
		{"å sentence(a b)", 3, "sentence is followed by a group", "SENTENCE(word other)"},
		{"a && b", 3, "&& is no operator", "AND"},
		{"a || b", 3, "|| is no operator", "OR"},
		{"a -b", 3, "- before a word does not leave it out", "NOT b"},
		{"a +b", 3, "+ before a word means nothing", "=b"},
		{"case :a", 6, "a field has no blank before its colon", "case:a"},
		{"NEAR(a b, 5)", 1, "NEAR stands between what it joins", "word NEAR/5 other"},
		{"a W/5 b", 3, "W/5 is no operator", "NEAR/5"},
		{"a PRE/3 b", 3, "PRE/3 is no operator", "BEFORE/5"},
		{"a WITHIN/5 b", 3, "WITHIN/5 is no operator", "NEAR/5"},
		{"a NEAR:5 b", 3, "NEAR:5 is no operator", "NEAR/5"},
		{"a w/5 b", 3, "w/5 is no operator", "NEAR/5"},
		{"a FØR/5 b", 3, "FØR/5 is no operator", "BEFORE/5"},
		{"a nær/5 b", 3, "nær/5 is no operator", "NEAR/5"},
		{"a ETTER/5 b", 3, "ETTER/5 is no operator", "FOLLOWS/5"},
		{"a NEAR /5 b", 8, "the number stands directly behind NEAR", "write NEAR/5"},
		{"near(a, b)", 1, "NEAR stands between what it joins", "word NEAR/5 other"},
		{"SETNING(a b)", 1, "SETNING is no operator", "SENTENCE(word other)"},
		{"å OG b", 3, "OG is no operator", "write AND"},
		{"å ELLER b", 3, "ELLER is no operator", "write OR"},
		{"å IKKE b", 3, "IKKE is no operator", "write NOT"},
		{"IKKJE b", 1, "IKKJE is no operator", "write NOT"},
		{"code:a INNENFOR code:b", 8, "INNENFOR is no operator", "write WITHIN"},
		{"å Code:a", 3, "the names of fields are written in small letters", "write code:"},
		{"CASE:a", 1, "the names of fields are written in small letters", "write case:"},
		{"å 'b c'", 3, "single quotation marks hold no phrase", `"two words"`},
		{"‘b c", 1, "this quotation mark is never closed", "’"},
		{"”b c", 1, "this quotation mark is never closed", "”"},
		{"å mål^2", 6, `"^" stands in no word`, "between slashes"},
		{"kart[0-9]", 5, `"[" stands in no word`, "between slashes"},
		{"å m*", 3, "a word with * or ? needs two letters", "for example mål*"},
		{"*", 1, "a word with * or ? needs two letters", ""},
		{"?? ja", 1, "a word with * or ? needs two letters", ""},
		{"KOSTRA-tall~", 1, "~ follows one word", "indikator~2"},
		{"å case:", 3, "the field has no value", "case:value"},
		{"case: a", 1, "the field has no value", "case:value"},
		{"a NEAR/0 b", 3, "NEAR takes a number from 1 to 1000", "NEAR/10"},
		{"a BEFORE/1001 b", 3, "BEFORE takes a number from 1 to 1000", "NEAR/10"},
		{"å NEAR (b c)", 3, "NEAR joins words", "(a OR b) NEAR c"},
		{"NOT a NEAR b", 7, "NEAR joins words", "AND"},
		{"a WITHIN NOT b", 3, "WITHIN joins words", ""},
		{strings.Repeat("(", 62) + "a" + strings.Repeat(")", 62), 62, "groups stand in groups more than 60 deep", "flatter"},
		{"å" + strings.Repeat(" NEAR å", 201), 1403, "more than 200 of NEAR and its kin", "(a OR b) NEAR/5 c"},
		{"å" + strings.Repeat(" NEAR å OR å WITHIN å", 101), 2103, "more than 200 of NEAR and its kin", "part it in two"},
		{strings.Repeat("å ", 1001), 2001, "more than 1000 parts", "part it in two"},
		{strings.Repeat("å", 8001), 1, "the query has 8001 characters", "part it in two"},
	} {
		_, err := Parse(c.query)
		var slip *Error
		if !errors.As(err, &slip) {
			t.Errorf("%.40s: %v", c.query, err)
			continue
		}
		if slip.Column != c.column || !strings.Contains(slip.Why.String(), c.message) || !strings.Contains(slip.Why.String(), c.hint) {
			t.Errorf("%.40s: character %d: %s\nwant character %d: %s | %s", c.query, slip.Column, slip.Why, c.column, c.message, c.hint)
		}
		if !utf8.ValidString(err.Error()) {
			t.Errorf("%.40s: the error is no UTF-8: %q", c.query, err)
		}
	}
}

func TestAnErrorPointsAtItsPlace(t *testing.T) {
	_, err := Parse("å AND\nOR b")
	want := "query, character 7: OR stands between two words or groups\n  å AND OR b\n        ^\nhint: to look for the word itself, write it in small letters or in quotes"
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestFieldsAreListedAsTheyStand(t *testing.T) {
	q, err := Parse(`å case:a (NOT speaker:"b c" OR SENTENCE(code:x NEAR y)) year:2015 WITHIN code:z`)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{case a 3} {speaker b c 15} {code x 41} {year 2015 57} {code z 74}]`
	if got := fmt.Sprint(q.Fields()); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// What a person may type is a query or a slip with a place in it, and a query can be asked.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a b", `"a b" OR =c`, "a NEAR/5 (b OR c)", "SENTENCE(NOT a*)", `speaker:"x" WITHIN code:y`, "/a+/ b~2", "«å", "((", "a~", "m?l", "x\u202f1", "NOT NOT NOT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		q, err := Parse(s)
		if err != nil {
			var slip *Error
			if !errors.As(err, &slip) || slip.Column < 1 || slip.Column > utf8.RuneCountInString(s)+1 || slip.Why.String() == "" || !utf8.ValidString(err.Error()) {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		for _, field := range q.Fields() {
			if field.Name == "" || field.Column < 1 {
				t.Fatalf("%q has the field %+v", s, field)
			}
		}
		for _, text := range []string{"", "a b. c å mål\n\nx 1\u202f000 b", s} {
			checkMatch(t, q, text)
		}
	})
}
