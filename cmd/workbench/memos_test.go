package workbench_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestMemosAreWrittenChangedAndDeleted writes memos, links them, finds them by what they are about and by their words, and takes each
// step back; another's memo is not to be changed, and one that changed meanwhile is not written over.
func TestMemosAreWrittenChangedAndDeleted(t *testing.T) {
	folder := clinics(t)
	put(t, folder, "memos/2026-01-01-bob-his.md", "---\nabout:\n  - study: true\nby: bob\n\"on\": \"2026-01-01\"\n---\n\nHis own.\n")
	p := enter(t, serve(t, folder))
	find := func(query string) (names []string) {
		for _, m := range p.get("/api/memos?" + query)["memos"].([]any) {
			names = append(names, m.(map[string]any)["name"].(string))
		}
		return names
	}
	version := func(name string) any {
		for _, m := range p.get("/api/memos")["memos"].([]any) {
			if m := m.(map[string]any); m["name"] == name {
				return m["version"]
			}
		}
		return "gone"
	}
	first := p.edit(map[string]any{"key": "k1", "op": "memo", "text": "Målene er få.\n\nSe [east.txt:44-55].", "about": []string{"code:goals", "east.txt:44-55"}, "how": "theoretical", "report": true})["id"].(string)
	second := p.edit(map[string]any{"key": "k2", "op": "memo", "text": "A second thought", "about": []string{"case:east"}, "links": []string{first}})["id"].(string)
	if again := p.edit(map[string]any{"key": "k2", "op": "memo", "text": "A second thought", "about": []string{"case:east"}, "links": []string{first}}); again["id"] != second || len(find("")) != 3 {
		t.Errorf("sent twice: %v, %v", again["id"], find(""))
	}
	written := read(t, folder, "memos/"+first+".md")
	for _, want := range []string{"code: goals", "passage: east.txt:44-55", "quote: Four goals.", "by: ann", "kind: theoretical", "report: true"} {
		if !strings.Contains(written, want) {
			t.Errorf("without %q:\n%s", want, written)
		}
	}
	for query, want := range map[string]string{"about=code:goals": first, "about=east.txt:50-52": first, "about=case:east": second, "q=thought": second, "about=east.txt:80-85": "", "q=nothing": ""} {
		if got := strings.Join(find(query), " "); got != want {
			t.Errorf("memos with %s: %q, not %q", query, got, want)
		}
	}
	if found := p.get("/api/search?q=thought")["memos"].([]any); len(found) != 1 {
		t.Errorf("the search finds %v", found)
	}
	if found := p.get("/api/search?q=case:east+thought")["memos"].([]any); len(found) != 0 {
		t.Errorf("a memo stands in no case, and the search finds %v", found)
	}
	if status, _ := p.try(map[string]any{"key": "k3", "op": "changememo", "name": "2026-01-01-bob-his", "version": version("2026-01-01-bob-his"), "text": "Mine"}); status != http.StatusForbidden {
		t.Errorf("another's memo: %d", status)
	}
	was := version(first)
	p.edit(map[string]any{"key": "k4", "op": "changememo", "name": first, "version": was, "text": "Få mål.", "about": []string{"code:goals", "document:east.txt"}})
	status, out := p.try(map[string]any{"key": "k5", "op": "changememo", "name": first, "version": was, "text": "Other words"})
	if now, _ := out["now"].(map[string]any); status != http.StatusConflict || now["text"] != "Få mål." {
		t.Errorf("a memo that changed meanwhile: %d %v", status, out)
	}
	p.edit(map[string]any{"key": "k6", "op": "removememo", "name": first, "version": version(first)})
	if strings.Contains(read(t, folder, "memos/"+second+".md"), "links") {
		t.Error("a link leads to a memo that is gone")
	}
	if out := crosscase(t, folder, "check"); strings.TrimSpace(out) != "" {
		t.Errorf("check finds %s", out)
	}
	for i, want := range []string{"deleted the memo", "changed the memo", "wrote the memo", "wrote the memo"} {
		if did := p.edit(map[string]any{"key": "u" + string(rune('0'+i)), "op": "undo"})["did"].(string); !strings.HasPrefix(did, "took back: "+want) {
			t.Errorf("taken back was %q, not %q", did, want)
		}
		if i == 1 && read(t, folder, "memos/"+first+".md") != written {
			t.Error("taken back, the memo is not what it was")
		}
	}
	if left := find(""); len(left) != 1 {
		t.Errorf("all taken back, there are %v", left)
	}
}

// TestMemosByKeyboard writes a memo on words that are selected and one on a code, reads them in their view, edits, deletes and takes back,
// without the mouse.
func TestMemosByKeyboard(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	files := func() int {
		list, _ := filepath.Glob(filepath.Join(folder, "memos", "*.md"))
		return len(list)
	}
	there := files()
	altM := func() {
		p.do(chromedp.KeyEvent("m", chromedp.KeyModifiers(kb.ModifierAlt)))
		p.until(`document.querySelector('dialog[open] textarea') === document.activeElement && document.activeElement !== null`)
	}
	p.goes(aInterview, interview)
	p.keys(kb.ArrowDown)
	p.until(`document.activeElement.classList.contains('block')`)
	p.keys(kb.ArrowRight)
	p.until(`document.getSelection().toString().length > 5`)
	chosen := is[string](p, `document.getSelection().toString()`)
	altM()
	if got := is[string](p, `document.querySelector('dialog .quoted').textContent.replace(/[“”«»"]/g, '')`); !strings.Contains(got, chosen) {
		t.Errorf("the memo is about %q, not %q", got, chosen)
	}
	p.keys("Tanke om dette")
	p.keys(kb.Enter, kb.ModifierCtrl)
	p.until(`!document.querySelector('dialog[open]')`)
	p.until(`[...document.querySelectorAll('.inspector .memolinks a')].some(a => a.textContent === 'Tanke om dette')`)

	p.goes("#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`)
	altM()
	p.keys("Begrepet glir")
	p.keys(kb.Enter, kb.ModifierCtrl)
	p.until(`[...document.querySelectorAll('.detail .memolinks a')].some(a => a.textContent === 'Begrepet glir')`)
	if n := files(); n != there+2 {
		t.Fatalf("there are %d memos, not %d", n, there+2)
	}

	p.goes("#memos", `document.querySelectorAll('.memonames a').length >= 2 && !!document.querySelector('.memotext')`)
	for range 9 {
		if is[string](p, `document.querySelector('.memotext').textContent`) == "Tanke om dette" {
			break
		}
		was := is[string](p, `location.hash`)
		p.keys(kb.ArrowDown)
		p.until(`location.hash !== ` + quoted(was))
		p.until(`document.querySelector('.memonames a[aria-current]')?.hash === location.hash`)
	}
	p.until(`document.querySelector('.memotext')?.textContent === 'Tanke om dette'`)
	p.keys("e")
	p.until(`document.activeElement.matches('.memoform textarea')`)
	p.keys(kb.End, kb.ModifierCtrl)
	p.keys(", og mer")
	p.keys(kb.Enter, kb.ModifierCtrl)
	p.until(`document.querySelector('.memotext')?.textContent === 'Tanke om dette, og mer'`)
	p.keys(kb.Delete)
	p.until(`![...document.querySelectorAll('.memonames .begin')].some(x => x.textContent.startsWith('Tanke'))`)
	if n := files(); n != there+1 {
		t.Errorf("deleted, there are %d memos, not %d", n, there+1)
	}
	p.keys("z", kb.ModifierCtrl)
	p.until(`[...document.querySelectorAll('.memonames .begin')].some(x => x.textContent.startsWith('Tanke'))`)
	is[string](p, `([...document.querySelectorAll('.memonames a')].find(x => x.textContent.startsWith('Tanke')).click(), '')`)
	p.until(`!!document.querySelector('.abouts a.place')`)
	is[string](p, `(document.querySelector('.abouts a.place').click(), '')`) // and there it is
	p.until(`[...(CSS.highlights.get('hit') || [])][0]?.toString() === ` + quoted(chosen))

	put(t, folder, "memos/2026-01-01-ann-fra-disk.md", "---\nabout:\n  - study: true\nby: ann\n\"on\": \"2026-01-01\"\n---\n\nSkrevet i et annet program.\n")
	p.goes("#memos/2026-01-01-ann-fra-disk", `document.querySelector('.memotext')?.textContent.startsWith('Skrevet i et annet')`)
	if err := os.Remove(filepath.Join(folder, "memos", "2026-01-01-ann-fra-disk.md")); err != nil {
		t.Fatal(err)
	}
	p.until(`![...document.querySelectorAll('.memonames a')].some(a => a.hash.endsWith('fra-disk'))`)
	p.goes("#search/glir", `[...document.querySelectorAll('.foundmemos a')].some(a => a.textContent === 'Begrepet glir')`)
}
