package coding

import (
	"strings"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

const layerText = `Ann: Vi målte sykefraværet hver måned, og det hjalp oss mye den gangen.

Ola: Nei, det har vi aldri gjort her i kommunen, så vidt jeg vet selv.

Ann: Det ble sagt. Det ble sagt.
`

const layerFile = "codings/ann/a-interview.jsonl"

// place reads a layer and finds its places in a text.
func place(t *testing.T, data, text string) (*Layer, plainfile.Problems) {
	t.Helper()
	var problems plainfile.Problems
	l := ReadLayer(layerFile, []byte(data), &problems)
	l.Place(corpus.NewText(text), corpus.Digest([]byte(text)), nil, map[string]bool{}, &problems)
	return l, problems
}

func encode(t *testing.T, l *Layer, text string) string {
	t.Helper()
	out, err := l.Encode(corpus.NewText(text))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func at(t *testing.T, text, quote string) corpus.Span {
	t.Helper()
	places := corpus.NewText(text).Find(quote, 2)
	if len(places) != 1 {
		t.Fatalf("%q stands %d times in the text of the test", quote, len(places))
	}
	return places[0]
}

func wantProblem(t *testing.T, problems plainfile.Problems, line int, words string) {
	t.Helper()
	for _, p := range problems {
		if p.Line == line && strings.Contains(p.Message, words) {
			return
		}
	}
	t.Errorf("no problem in line %d that says %q among:\n%s", line, words, problems.Error())
}

func wantNoProblems(t *testing.T, problems plainfile.Problems) {
	t.Helper()
	if len(problems) > 0 {
		t.Errorf("problems:\n%s", problems.Error())
	}
}

// header is the first line of a codings file made on a text.
func header(text string) string {
	return `{"document": "a-interview.txt", "digest": "` + corpus.Digest([]byte(text)) + `"}` + "\n"
}

func TestCanonicalLayerIsWrittenBackByteForByte(t *testing.T) {
	data := header(layerText) +
		`{"read": "all", "codebook": "sha256:77ab", "on": "2026-03-02", "note": "i to omganger"}
{"coverage": "closed", "guide": "sha256:11", "on": "2026-03-02"}
{"at": "5-70", "asked": "q2", "quote": "Vi målte sykefraværet hver måned, og det hjalp oss mye den gangen"}
{"not-asked": "q3", "on": "2026-03-02", "note": "glemt"}
{"answered-elsewhere": "q4"}
{"not-applicable": "budget", "on": "2026-03-02", "note": "bare planer"}
{"at": "5-70", "code": "measuring", "value": "used", "basis": "experience", "when": "2016", "quote": "Vi målte sykefraværet hver måned, og det hjalp oss mye den gangen", "id": "k3f9q2m", "from": "rules/b2b2b2b", "on": "2026-03-02", "note": "<b> & \"å\""}
{"at": "78-142", "code": "measuring", "says": "against", "quote": "Nei, det har vi aldri gjort her i kommunen, så vidt jeg vet selv", "id": "k8m2xqd"}
`
	l, problems := place(t, data, layerText)
	wantNoProblems(t, problems)
	// Lines without a place stand before those with one.
	want := strings.Split(strings.TrimSuffix(data, "\n"), "\n")
	want[3], want[4], want[5] = want[4], want[5], want[3]
	if got := encode(t, l, layerText); got != strings.Join(want, "\n")+"\n" {
		t.Errorf("written back as\n%s\nfrom\n%s", got, data)
	}
}

func TestEncodingIsAFixedPoint(t *testing.T) {
	data := `{"code":"b","quote":"Nei, det har vi aldri gjort"}
{"asked":"q1","quote":"Ola"}
not json
{"code":"a","quote":"Vi målte"}
{"code":"a","quote":"Det ble sagt."}
{"read":"all"}`
	first, _ := place(t, data, layerText)
	once := encode(t, first, layerText)
	second, _ := place(t, once, layerText)
	if twice := encode(t, second, layerText); twice != once {
		t.Errorf("written a second time:\n%s\nfirst time:\n%s", twice, once)
	}
}

func TestCodingsAreWrittenInTextOrderThenByCode(t *testing.T) {
	data := `{"code": "z", "quote": "aldri gjort"}
{"code": "b", "quote": "Vi målte"}
{"code": "a", "quote": "Vi målte"}
{"code": "m", "quote": "Vi målte sykefraværet"}
`
	l, problems := place(t, data, layerText)
	wantNoProblems(t, problems)
	var got []string
	for _, line := range strings.Split(encode(t, l, layerText), "\n") {
		if i := strings.Index(line, `"code": "`); i >= 0 {
			got = append(got, line[i+9:i+10])
		}
	}
	if strings.Join(got, " ") != "a b m z" {
		t.Errorf("order of codes %v, want a b m z", got)
	}
}

func TestCodingAddedLaterIsWrittenAtItsPlace(t *testing.T) {
	l, _ := place(t, `{"code": "b", "quote": "aldri gjort", "id": "kkkkkkk"}`, layerText)
	l.Codings = append(l.Codings, Coding{ID: "mmmmmmm", Code: "a", Coder: "ann", Says: For, Passage: passage("a-interview.txt", 5, 13)})
	if got := encode(t, l, layerText); strings.Index(got, "mmmmmmm") > strings.Index(got, "kkkkkkk") {
		t.Errorf("not in text order:\n%s", got)
	}
	if l.Codings[0].ID != "kkkkkkk" {
		t.Error("encoding changed the layer")
	}
}

func TestQuoteWithoutAPlaceIsFound(t *testing.T) {
	l, problems := place(t, `{"code": "measuring", "quote": "målte sykefraværet"}`, layerText)
	wantNoProblems(t, problems)
	if len(l.Codings) != 1 || l.Codings[0].Span != at(t, layerText, "målte sykefraværet") || l.Codings[0].Fate != corpus.Same {
		t.Fatalf("codings %+v", l.Codings)
	}
	if got := encode(t, l, layerText); !strings.Contains(got, `"at": "`+l.Codings[0].Span.String()+`"`) {
		t.Errorf("the place is not written:\n%s", got)
	}
}

func TestShortQuoteIsWrittenWithItsSurroundings(t *testing.T) {
	l, _ := place(t, `{"code": "a", "quote": "Vi målte"}`, layerText)
	if got := encode(t, l, layerText); !strings.Contains(got, `"before": "Ann: "`) || !strings.Contains(got, `"after": " sykefraværet hver måned, og det"`) {
		t.Errorf("no surroundings:\n%s", got)
	}
}

func TestQuoteThatStandsTwiceOrNowhereIsKeptVerbatim(t *testing.T) {
	for _, c := range []struct{ what, line, problem string }{
		{"twice", `{"code": "a", "says": "qualified", "quote": "Det ble sagt.", "id": "kkkkkkk", "note": "hvilken?"}`, "more than once"},
		{"nowhere", `{"at": "3-9", "code": "a", "quote": "Dette sa ingen", "before": "x", "after": "y", "id": "kkkkkkk"}`, "does not stand in"},
		{"question nowhere", `{"at": "3-9", "asked": "q1", "quote": "Dette sa ingen", "before": "x", "after": "y"}`, "its quote is lost"},
		{"question beyond the end", `{"at": "9-999", "asked": "q1"}`, "there is no 9-999"},
		{"question twice", `{"asked": "q1", "quote": "Det ble sagt."}`, "its quote is unclear"},
	} {
		l, problems := place(t, c.line+"\n", layerText)
		wantProblem(t, problems, 1, c.problem)
		if len(l.Codings) != 0 {
			t.Errorf("%s: was placed at %s", c.what, l.Codings[0].Span)
		}
		for _, a := range l.Asked {
			if a.Anchor.Len() > 0 {
				t.Errorf("%s: the question is cited at %s, where its quote does not stand", c.what, a.Anchor.Span)
			}
		}
		if got := encode(t, l, layerText); !strings.Contains(got, c.line+"\n") {
			t.Errorf("%s: written back as\n%swant the line as it was:\n%s", c.what, got, c.line)
		}
	}
}

func TestLinesThatCannotBeReadAreKeptAndReported(t *testing.T) {
	for _, c := range []struct{ line, problem string }{
		{`{"code": "a", "quote": "Vi målte"`, "not a readable record"},
		{`{"code": "a", "quot": "Vi målte"}`, `"quot" is not a field here`},
		{`{"code": "a", "code": "b", "quote": "Vi målte"}`, "stands twice in the record"},
		{`{"code": "a", "quote": "Vi målte", "says": "maybe"}`, `says "maybe" is not known`},
		{`{"code": "a", "quote": "Vi målte", "basis": "rumour"}`, `basis "rumour" is not known`},
		{`{"code": "a", "quote": "Vi målte", "at": "9"}`, "is not a place"},
		{`{"code": "a"}`, "has no quote"},
		{`{"coverage": "half"}`, `coverage "half" is not known`},
		{`{"note": "løst"}`, "says neither code, read, asked nor coverage"},
		{`{"read": "all", "code": "a", "quote": "Vi målte"}`, "several things at once"},
		{`{"document": "b-interview.txt", "digest": "sha256:22"}`, "speaks of b-interview.txt"},
		{"{\"code\": \"a\", \"quote\": \"m\xe5lte\"}", "not UTF-8"},
	} {
		good := `{"code": "good", "quote": "aldri gjort"}`
		l, problems := place(t, c.line+"\n"+good+"\n", layerText)
		wantProblem(t, problems, 1, c.problem)
		if len(l.Codings) != 1 || l.Codings[0].Code != "good" {
			t.Errorf("%s: the good record beside it was not read: %+v", c.line, l.Codings)
		}
		if got := encode(t, l, layerText); !strings.HasSuffix(got, "\n"+c.line+"\n") {
			t.Errorf("%s: not kept at the end:\n%s", c.line, got)
		}
		if l.Empty() {
			t.Errorf("%s: the layer counts as empty and would be removed", c.line)
		}
	}
}

func TestLayerWithOnlyAnUnreadableLineIsNotEmpty(t *testing.T) {
	l, _ := place(t, "scribble\n", layerText)
	if l.Empty() {
		t.Error("the layer counts as empty and its file would be removed")
	}
	if l, _ := place(t, header(layerText), layerText); !l.Empty() {
		t.Error("a layer with nothing but its first line is not empty")
	}
}

func TestDoubledIDIsReported(t *testing.T) {
	_, problems := place(t, `{"code": "a", "quote": "Vi målte", "id": "kkkkkkk"}
{"code": "b", "quote": "aldri gjort", "id": "kkkkkkk"}
`, layerText)
	wantProblem(t, problems, 2, "has the same id")
}

func TestChangedTextMovesCodings(t *testing.T) {
	before := header(layerText) + `{"at": "78-142", "code": "measuring", "quote": "Nei, det har vi aldri gjort her i kommunen, så vidt jeg vet selv", "id": "k8m2xqd"}
{"at": "5-70", "code": "measuring", "quote": "Vi målte sykefraværet hver måned, og det hjalp oss mye den gangen", "id": "k3f9q2m"}
`
	text := strings.Replace(layerText, "hver måned", "hver uke", 1)
	l, problems := place(t, before, text)
	wantProblem(t, problems, 1, "was changed since these codings were made: 0 in the same place, 1 moved, 1 not found")
	wantProblem(t, problems, 3, "does not stand in")
	if len(l.Codings) != 1 || l.Codings[0].Fate != corpus.Moved || l.Codings[0].Start != 76 {
		t.Fatalf("codings %+v, want one moved to 76", l.Codings)
	}
	after := encode(t, l, text)
	if !strings.Contains(after, `"at": "76-140"`) || !strings.Contains(after, corpus.Digest([]byte(text))) || !strings.Contains(after, `"at": "5-70", "code": "measuring"`) {
		t.Errorf("written back as\n%s", after)
	}
}

func TestPlaceThatNeverFitIsPutRightAndReported(t *testing.T) {
	l, problems := place(t, header(layerText)+`{"at": "1-65", "code": "a", "quote": "Nei, det har vi aldri gjort her i kommunen, så vidt jeg vet selv"}`, layerText)
	wantProblem(t, problems, 2, "stands at 78-142, not at 1-65")
	if l.Codings[0].Start != 78 {
		t.Errorf("placed at %s", l.Codings[0].Span)
	}
}

func TestGitConflictKeepsBothSides(t *testing.T) {
	l, problems := place(t, `<<<<<<< ours
{"code": "a", "quote": "Vi målte"}
=======
{"code": "b", "quote": "aldri gjort"}
>>>>>>> theirs
`, layerText)
	wantProblem(t, problems, 1, "conflict")
	if len(l.Codings) != 2 {
		t.Errorf("%d codings, want those of both sides", len(l.Codings))
	}
}
