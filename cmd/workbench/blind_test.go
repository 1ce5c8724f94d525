package workbench_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// twoCoders is a study in which bob has coded, read, judged a proposal and written memos; his notes hold a word that stands nowhere else.
func twoCoders(t *testing.T) string {
	folder := clinics(t)
	put(t, folder, "codings/bob/east.jsonl", `{"document": "east.txt"}`+"\n"+`{"read": "all", "codebook": "sha256:77ab", "on": "2026-01-01"}`+"\n"+
		`{"at": "44-55", "code": "goals", "quote": "Four goals.", "id": "kbob", "note": "xylofon", "says": "against"}`+"\n")
	put(t, folder, "codings/consensus/east.jsonl", `{"document": "east.txt"}`+"\n"+`{"at": "74-88", "code": "goals", "quote": "We have money.", "id": "kcons", "note": "xylofon"}`+"\n")
	put(t, folder, "memos/2026-01-01-bob-place.md", "---\nabout:\n  - passage: east.txt:44-55\n    quote: Four goals.\nby: bob\n\"on\": \"2026-01-01\"\n---\n\nxylofon\n")
	put(t, folder, "memos/2026-01-02-bob-code.md", "---\nabout:\n  - code: goals\nby: bob\n\"on\": \"2026-01-02\"\n---\n\nThe code is wide.\n")
	put(t, folder, "tables/goals.yaml", "title: Goals\ncodes: [goals]\ncell: quotes\n")
	return folder
}

// everything asks for all that a page can ask for.
func everything(p *page, as string) string {
	p.t.Helper()
	var all strings.Builder
	for _, path := range []string{"/api/study?", "/api/document?key=east.txt&", "/api/codebook?", "/api/passages?code=goals&", "/api/effects?code=goals&", "/api/search?q=goals&", "/api/search?q=code:goals&", "/api/quotes?code=goals&", "/api/cases?",
		"/api/tables?", "/api/table?name=goals&", "/api/table?name=effects&cell=quotes&", "/api/table?name=%3Aportrait&", "/api/table?name=%3Asimilarity&", "/api/table?name=%3Ayears&", "/api/chart?kind=effect&", "/api/coverage?", "/api/memos?", "/api/status?", "/api/start?"} {
		r, err := p.http.Get(p.base + path + "as=" + as)
		if err != nil {
			p.t.Fatal(err)
		}
		data, _ := io.ReadAll(r.Body)
		r.Body.Close()
		all.WriteString(path + "\n" + string(data) + "\n")
	}
	return all.String()
}

// TestBlindNothingOfOthersReachesThePage asks for everything: with the switch on there is nothing of what others coded, judged or wrote on
// places, whatever is asked for, nor in the answers of edits; off, and for another coder, there is. The choice outlasts the program.
func TestBlindNothingOfOthersReachesThePage(t *testing.T) {
	folder := twoCoders(t)
	address := serve(t, folder)
	p := enter(t, address)
	if all := everything(p, "ann"); !strings.Contains(all, "xylofon") || !strings.Contains(all, "kcons") {
		t.Fatal("the others' work is not shown without the switch")
	}
	hidden := func(what, all string) {
		t.Helper()
		for _, word := range []string{"xylofon", "kbob", "kcons", "codings/bob", "reviews/bob"} {
			if i := strings.Index(all, word); i >= 0 {
				t.Errorf("%s: %q comes to whoever codes blind: %.300s", what, word, all[max(0, i-200):])
			}
		}
	}
	if status, out := p.ask("POST", "/api/blind", map[string]any{"coder": "ann", "blind": true}, nil); status != http.StatusOK || out["blind"] != true {
		t.Fatalf("%d %v", status, out)
	}
	all := everything(p, "ann")
	hidden("asked", all)
	if strings.Contains(all, "The code is wide.") || strings.Contains(all, "bob-code") {
		t.Error("a memo of another about a code tells how that code is used, and comes")
	}
	out := p.edit(map[string]any{"key": "k1", "op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{56, 73}, "code": "goals", "note": "mine"})
	if n := len(out["document"].(map[string]any)["codings"].([]any)); n < 1 {
		t.Error("her own coding does not come")
	}
	hidden("edited", string(jsonOf(t, out)))
	hidden("edited the code book", string(jsonOf(t, p.edit(map[string]any{"key": "k2", "op": "create", "new": map[string]any{"label": "Money"}}))))
	put(t, folder, "codings/bob/east.jsonl", read(t, folder, "codings/bob/east.jsonl")+`{"at": "56-73", "code": "goals", "quote": "There is no time.", "id": "kbob2", "note": "xylofon"}`+"\n")
	hidden("changed on disk", everything(p, "ann"))
	for _, u := range p.get("/api/codebook?as=ann")["use"].([]any) {
		if u := u.(map[string]any); u["code"] == "goals" && u["total"] != 1.0 {
			t.Errorf("the code book counts %v passages, not hers alone", u["total"])
		}
	}
	if !strings.Contains(everything(p, "bob"), "kcons") {
		t.Error("bob, who has not chosen so, codes blind too")
	}
	p = enter(t, serve(t, folder)) // as after another start
	hidden("after another start", everything(p, "ann"))
	p.edit(map[string]any{"key": "k3", "op": "undo"})
	p.edit(map[string]any{"key": "k4", "op": "read", "document": "east.txt"})
	hidden("read", everything(p, "ann"))
	p.ask("POST", "/api/blind", map[string]any{"coder": "ann", "blind": false}, nil)
	if !strings.Contains(everything(p, "ann"), "kbob2") {
		t.Error("with the switch off again the others' work does not come")
	}
}

// TestAStudyDeclaresBlindCoding starts blind for the coder of whom crosscase.yaml says so; with the switch off, what others coded comes
// document by document, once it is read.
func TestAStudyDeclaresBlindCoding(t *testing.T) {
	folder := twoCoders(t)
	put(t, folder, "crosscase.yaml", "format: 1\nid: clinics\ntitle: Two clinics\nlanguage: en\ncoders:\n  - {name: ann, blind: true}\n  - bob\n")
	p := enter(t, serve(t, folder))
	if p.get("/api/study?as=ann")["blind"] != true || strings.Contains(everything(p, "ann"), "xylofon") {
		t.Error("she does not start blind")
	}
	p.ask("POST", "/api/blind", map[string]any{"coder": "ann", "blind": false}, nil)
	if strings.Contains(everything(p, "ann"), "xylofon") {
		t.Error("the switch alone shows what she has not read")
	}
	if p.get("/api/document?key=east.txt&as=ann")["hidden"] != true {
		t.Error("the document does not say that something is hidden")
	}
	out := p.edit(map[string]any{"key": "k1", "op": "read", "document": "east.txt"})
	if !strings.Contains(string(jsonOf(t, out)), "kbob") || !strings.Contains(everything(p, "ann"), "kcons") {
		t.Error("she has read, and what others coded does not come")
	}
}

// TestTheSwitchInThePage hides what others coded with one key, says so at the top, and goes on doing so after a reload.
func TestTheSwitchInThePage(t *testing.T) {
	p := open(t, chromium(t), serve(t, twoCoders(t)))
	p.goes("#document/east.txt", `document.querySelectorAll('.mark.others').length === 2`)
	p.keys("o")
	p.until(`document.querySelectorAll('.mark.others').length === 0 && [...document.querySelectorAll('.tools .tag')].some(x => x.textContent === 'Blind')`)
	p.goes("#codebook/goals", `document.querySelector('.detail .title')?.textContent === 'Goals'`)
	p.until(`document.querySelectorAll('.detail .passages .passage').length === 0`)
	p.goes("#document/east.txt", `document.querySelectorAll('.block').length > 1`)
	if n := is[int](p, `document.querySelectorAll('.mark.others').length`); n > 0 {
		t.Errorf("%d codings of others are shown", n)
	}
	p.keys(kb.Escape)
	p.keys("o")
	p.until(`document.querySelectorAll('.mark.others').length === 2`)
}
