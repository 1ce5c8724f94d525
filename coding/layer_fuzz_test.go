package coding

import (
	"bytes"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// FuzzLayerLosesNothing reads any bytes as a codings file and writes them back: every
// record is there again, unreadable lines as they were, and a second round changes
// nothing.
func FuzzLayerLosesNothing(f *testing.F) {
	for _, seed := range []string{
		"", "\n\n", "x", "{}", "null", "[1]",
		`{"document": "a-interview.txt", "digest": "sha256:0"}`,
		`{"document": "b.txt"}` + "\n" + `{"read": "all", "codebook": "sha256:1", "note": "n"}`,
		`{"code": "a", "quote": "Vi målte", "says": "against"}` + "\n" + `{"code": "a", "quote": "Det ble sagt."}` + "\n" + `{"code": "a", "quote": "nowhere", "at": "5-9", "id": "kkk"}`,
		`{"asked": "q1", "quote": "Ola"}` + "\n" + `{"asked": "q1", "at": "99-1000"}` + "\n" + `{"not-asked": "q1", "before": "x"}`,
		`{"coverage": "closed", "guide": "g"}` + "\r\n" + `{"not-applicable": "c", "note": "n"}`,
		"{\"code\": \"a\", \"quote\": \"\xff\"}\n<<<<<<< a\n=======\n>>>>>>> b",
		`{"code": "a", "quote": "Vi\u0020målte", "at": "5-13", "id": "k"}` + "\n" + `{"code": "a", "quote": "Vi målte", "id": "k"}`,
	} {
		f.Add([]byte(seed))
	}
	text := corpus.NewText(layerText)
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func(data []byte) (*Layer, string) {
			var problems plainfile.Problems
			l := ReadLayer(layerFile, data, &problems)
			l.Place(text, "sha256:now", nil, map[string]bool{}, &problems)
			out, err := l.Encode(text)
			if err != nil {
				t.Fatal(err)
			}
			return l, string(out)
		}
		first, once := read(data)
		second, twice := read([]byte(once))
		if once != twice {
			t.Fatalf("a second round writes\n%s\nafter\n%s", twice, once)
		}
		if a, b := said(first), said(second); a != b {
			t.Fatalf("read\n%s\nand after writing\n%s", a, b)
		}
		if got, want := strings.Count(said(first), "\n"), recordsIn(data); got != want {
			t.Fatalf("%d records of %d lines:\n%s\nof\n%s", got, want, said(first), data)
		}
	})
}

// recordsIn counts the lines that say something: not empty ones, not conflict markers, not
// those that only name the document, which is written anew.
func recordsIn(data []byte) int {
	n := 0
	for _, line := range bytes.Split(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) > 0 && (!utf8.Valid(line) || !marker(line) && !isHeader(line)) {
			n++
		}
	}
	return n
}

func marker(line []byte) bool {
	for _, m := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if bytes.HasPrefix(line, []byte(m)) {
			return true
		}
	}
	return false
}

func isHeader(line []byte) bool {
	var r record
	var ignored plainfile.Problems
	return (plainfile.Line{Raw: line}).Decode(layerFile, &r, &ignored) && r.Document == "a-interview.txt" && r.alien() == (record{})
}

// said lists what a layer says, a line each, without places and ids.
func said(l *Layer) string {
	var out []string
	for _, c := range append(append([]Coding{}, l.Codings...), l.Unplaced...) {
		out = append(out, strings.Join([]string{"coding", c.Code, string(c.Says), c.Value, c.Basis, c.When, c.Note, c.On, c.From, c.Quote}, "\x00"))
	}
	for _, r := range l.Reads {
		out = append(out, strings.Join([]string{"read", r.Codes, r.Codebook, r.On, r.Note}, "\x00"))
	}
	for _, k := range l.Looked {
		out = append(out, strings.Join([]string{"looked", k.Anchor.Quote + k.lost.Quote, k.On}, "\x00"))
	}
	for _, a := range l.Asked {
		out = append(out, strings.Join([]string{"asked", a.Question, a.How, a.Note, a.On}, "\x00"))
	}
	for _, c := range l.Covered {
		out = append(out, strings.Join([]string{"coverage", c.Guide, c.On, c.Note}, "\x00"))
	}
	for _, n := range l.NotApplicable {
		out = append(out, strings.Join([]string{"not applicable", n.Code, n.Note, n.On}, "\x00"))
	}
	for _, u := range l.unreadable {
		out = append(out, "unreadable\x00"+string(u))
	}
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], "\n", "\\n") + "\n"
	}
	sort.Strings(out)
	return strings.Join(out, "")
}
