package workbench_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestScreens makes the README's pictures anew: CROSSCASE_SCREENS=1 go test ./cmd/workbench -run Screens. They are looked
// at, not compared; each is at most 150 kB.
func TestScreens(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "screens")
	if os.Getenv("CROSSCASE_SCREENS") != "1" {
		files, err := filepath.Glob(filepath.Join(dir, "*.png"))
		if err != nil || len(files) < 5 {
			t.Fatalf("there are %d pictures: %v", len(files), err)
		}
		for _, f := range files {
			if info, err := os.Stat(f); err != nil || info.Size() > 150_000 {
				t.Errorf("%s has %d bytes: %v", f, info.Size(), err)
			}
		}
		return
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	shot := func(name string) { p.shot(filepath.Join(dir, name+".png")) }
	p.goes("#document/b-intervju.txt", interview)
	p.until(`!!(document.querySelector('#b41').scrollIntoView({ block: 'start' }), true)`)
	is[string](p, `(document.querySelector('#b43 .mark').click(), '')`)
	p.until(`!!document.querySelector('.inspector .head')`)
	shot("coding")
	p.keys(kb.Escape)
	p.drag("Vi setter et tall, eller beskriver en tilstand")
	p.keys("ambi")
	p.until(`document.querySelector('.picker [aria-selected=true] .name')?.textContent.startsWith('Ambisjon')`)
	shot("picker")
	p.keys(kb.Escape)
	p.keys(kb.Escape)
	p.dark(true)
	p.keys("n")
	p.until(`!!document.querySelector('.mark.current.proposed')`)
	is[int](p, `new Promise(done => setTimeout(done, 500, 0))`) // until all that came into view is drawn
	shot("review-dark")
	p.dark(false)
	p.goes("#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`)
	shot("codebook")
	p.goes("#cases/chart", `!!document.querySelector('.framework')`)
	p.click(".framework tbody tr:nth-child(11) td button")
	p.until(`!!document.querySelector('dialog[open]')`)
	shot("chart")
	is[string](p, `(document.querySelector('dialog').close(), '')`)
	p.goes("#compare/challenges", `!!document.querySelector('.grid caption')`)
	shot("compare")
	p.goes("#compare/%3Asimilarity", `document.querySelector('.picture img')?.complete && document.querySelectorAll('.grid caption').length > 1`)
	shot("likeness")
	p.goes("#memos", `!!document.querySelector('.memolist')`)
	for i, memo := range [][2]string{{"code:benchmarking", "Benchmarking betyr to ting her: å sammenligne tall, og å låne modellen av en nabo."}, {"b-intervju.txt:0-40", "Koordinatoren svarer på vegne av hele huset."}} {
		is[string](p, fmt.Sprintf(`fetch('/api/edit', { method: 'POST', headers: { 'X-Crosscase': '1' }, body: JSON.stringify({ key: 'm%d', coder: 'ann', op: 'memo', text: %q, about: [%q] }) }).then(r => r.text())`, i, memo[1], memo[0]))
	}
	p.until(`document.querySelectorAll('.memonames a').length >= 2 && !!document.querySelector('.memotext')`)
	shot("memos")
	p.goes("#search/m%C3%A5lekart", `document.querySelectorAll('.results .passage').length > 2`)
	shot("search")
	p.goes("#coverage", `!!document.querySelector('.closing')`)
	shot("coverage")
	p.do(chromedp.EmulateViewport(683, 384))
	p.goes("#document/b-intervju.txt", interview)
	p.until(`!!(document.querySelector('#b41').scrollIntoView({ block: 'start' }), true)`)
	shot("zoomed")
}
