package workbench_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestWhatChangesOnDiskArrives changes the files behind the page's back.
func TestWhatChangesOnDiskArrives(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes(aInterview, interview)
	n := is[int](p, `document.querySelectorAll('.mark:not(.proposed)').length`)
	crosscase(t, folder, "coding", "add", "benchmarking", "--document", "a-intervju.txt", "--quote", "Tok en halv dag.")
	p.until(`document.querySelectorAll('.mark:not(.proposed)').length === ` + quotedInt(n+1))

	file := filepath.Join(folder, "codebook.yaml")
	data := read(t, folder, "codebook.yaml")
	if err := os.WriteFile(file, []byte(strings.Replace(data, "label: Benchmarking\n", "label: Læring av naboer\n", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	p.until(`[...document.querySelectorAll('.codetree .name')].some(x => x.textContent === 'Læring av naboer')`)

	text := filepath.Join(folder, "documents", "a-intervju.txt")
	data = read(t, folder, "documents/a-intervju.txt")
	if err := os.WriteFile(text, []byte(strings.Replace(data, "Helt ovenfra.", "Aldeles ovenfra.", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	p.until(`document.querySelector('.blocks').textContent.includes('Aldeles ovenfra.')`)
}

func quotedInt(n int) string {
	data, _ := json.Marshal(n)
	return string(data)
}

// TestTwoTabsAndTwoCoders codes in one tab and sees it in the other, in one's own name and in another's.
func TestTwoTabsAndTwoCoders(t *testing.T) {
	folder := demo(t, "libraries")
	config := strings.Replace(read(t, folder, "crosscase.yaml"), "  - name: ", "  - name: bob\n    label: Bob\n  - name: ", 1)
	if err := os.WriteFile(filepath.Join(folder, "crosscase.yaml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	address := serve(t, folder)
	browser := chromium(t)
	one, two := open(t, browser, address), open(t, browser, address)
	key := is[string](one, `decodeURIComponent([...document.querySelectorAll('.doclist a')].map(a => a.hash).find(h => h.includes('interview')))`)
	one.goes(key, interview)
	two.goes(key, interview)
	who := is[string](one, `document.querySelector('#coder').value`)
	other := "bob"
	if who == "bob" {
		other = is[string](one, `[...document.querySelector('#coder').options].map(o => o.value).find(v => v !== 'bob')`)
	}
	is[string](two, `(() => { const s = document.querySelector('#coder'); s.value = `+quoted(other)+`; s.dispatchEvent(new Event('change')); return ''; })()`)
	two.until(`document.querySelectorAll('.mark.others').length === 0 || true`)
	words := is[string](one, `[...document.querySelectorAll('.role-informant .txt')].map(x => x.textContent.split(/[.!?]/)[0]).find(x => x.length > 30 && x.length < 70)`)
	for _, p := range []*tab{one, two} {
		p.drag(words)
		p.keys(kb.Enter)
		p.until(`!!document.querySelector('.picker')`)
		p.keys("shared words")
		p.until(`document.querySelector('.picker [aria-selected=true] .name').textContent.toLowerCase().includes('shared words')`)
		p.keys(kb.Enter)
		p.until(`!!document.querySelector('.mark.current')`)
		for _, q := range []*tab{one, two} {
			q.until(`[...document.querySelectorAll('.mark .name')].some(x => x.textContent === 'shared words')`)
		}
	}
	stem := strings.TrimSuffix(strings.TrimPrefix(key, "#document/"), ".txt")
	for _, coder := range []string{who, other} {
		if made := lines(t, folder, "codings/"+coder+"/"+stem+".jsonl", `"code": "shared-words"`); len(made) != 1 {
			t.Errorf("%s has %q", coder, made)
		}
	}
	if n := strings.Count(read(t, folder, "codebook.yaml"), "shared-words"); n != 1 {
		t.Errorf("the code stands %d times in the code book", n)
	}
	one.until(`[...document.querySelectorAll('.mark.others .name')].some(x => x.textContent === 'shared words')`)
	one.keys(kb.Escape)
	one.keys("o")
	one.until(`document.querySelectorAll('.mark.others').length === 0`)
}
