package workbench_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// put writes a file of a study.
func put(t testing.TB, folder, name, data string) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func jsonOf(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// fetch returns what stands at an address, and its type.
func (p *page) fetch(path string) (body, kind string) {
	p.t.Helper()
	r, err := p.http.Get(p.base + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		p.t.Fatalf("%s: %d %v %s", path, r.StatusCode, err, data)
	}
	return string(data), r.Header.Get("Content-Type")
}

// TestCompareShowsWholeAnswers asks for a table with several parts, and for each question; what has a picture says so in words, and the picture
// is an SVG without anything that runs.
func TestCompareShowsWholeAnswers(t *testing.T) {
	p := enter(t, serve(t, demo(t, "municipalities")))
	titles := func(out map[string]any) (list []string) {
		for _, x := range out["tables"].([]any) {
			list = append(list, x.(map[string]any)["table"].(map[string]any)["title"].(string))
		}
		return list
	}
	if got := titles(p.get("/api/table?name=par")); len(got) < 2 || got[0] == got[1] {
		t.Errorf("pairs of cases come with the tables %q", got)
	}
	asked := p.get("/api/tables")["questions"].([]any)
	if len(asked) != 6 {
		t.Errorf("the questions are %v", asked)
	}
	pictures := 0
	for _, q := range asked {
		name := q.(map[string]any)["name"].(string)
		query := "?name=" + url.QueryEscape(name) + "&kind=adaptation&unit=turn"
		for i, x := range p.get("/api/table" + query)["tables"].([]any) {
			picture, ok := x.(map[string]any)["picture"].(map[string]any)
			if !ok {
				continue
			}
			pictures++
			if words := picture["words"].(string); len(words) < 40 {
				t.Errorf("%s in words: %q", name, words)
			}
			svg, kind := p.fetch("/api/picture" + query + "&table=" + string(rune('0'+i)))
			if !strings.HasPrefix(kind, "image/svg+xml") || strings.Contains(svg, "<script") || !strings.Contains(svg, "<desc") {
				t.Errorf("%s: %s %.200s", name, kind, svg)
			}
			if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if pictures != 6 {
		t.Errorf("%d questions have a picture", pictures)
	}
	if status, _ := p.ask("GET", "/api/picture?name=%3Amap&table=7", nil, nil); status != http.StatusNotFound {
		t.Errorf("a table that is not there has a picture: %d", status)
	}
}

// TestSeveralCodersAreOnePassage counts what two people coded alike once, in the code book's counts as in tables.
func TestSeveralCodersAreOnePassage(t *testing.T) {
	folder := clinics(t)
	put(t, folder, "codings/ann/east.jsonl", `{"document": "east.txt"}`+"\n"+
		`{"at": "44-55", "code": "goals", "quote": "Four goals.", "id": "kann"}`+"\n"+`{"at": "74-88", "code": "goals", "quote": "We have money.", "id": "kann2", "says": "against"}`+"\n")
	put(t, folder, "codings/ann.again/east.jsonl", `{"document": "east.txt"}`+"\n"+`{"at": "56-73", "code": "goals", "quote": "There is no time.", "id": "kagain"}`+"\n")
	for _, u := range enter(t, serve(t, folder)).get("/api/codebook")["use"].([]any) {
		u := u.(map[string]any)
		if u["code"] != "goals" {
			continue
		}
		if u["total"] != 2.0 || u["cases"].(map[string]any)["east"] != 2.0 {
			t.Errorf("two passages, one of two coders, and a second coding: %v", u)
		}
	}
}

// TestASearchCountsWhatItDoesNotPrint finds more than an answer carries: all are counted, the first ones are there, and a text
// that changes meanwhile is found at once.
func TestASearchCountsWhatItDoesNotPrint(t *testing.T) {
	folder := clinics(t)
	many := strings.Repeat("R: We weigh the harvest.\n\n", 700)
	put(t, folder, "documents/many.txt", many)
	p := enter(t, serve(t, folder))
	found := func() (all, shown int) {
		out := p.get("/api/search?q=harvest")
		return int(out["all"].(float64)), len(out["hits"].([]any))
	}
	if all, shown := found(); all != 700 || shown != 500 {
		t.Errorf("%d counted and %d printed, want 700 and 500", all, shown)
	}
	put(t, folder, "documents/many.txt", many+"R: And the harvest after.\n")
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if all, _ := found(); all == 701 {
			break
		} else if time.Now().After(end) {
			t.Fatalf("%d counted after the change, want 701", all)
		}
	}
}
