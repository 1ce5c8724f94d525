package workbench_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestNothingOfTheStudyIsMarkup puts a script wherever the study holds words. All are shown as they are.
func TestNothingOfTheStudyIsMarkup(t *testing.T) {
	folder := demo(t, "libraries")
	const evil = `<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>`
	text := "# " + evil + "\n\nI: " + evil + "\n\nR: One\ttwo " + evil + "\n\nR: Ja 🙂🙂 dette er etter to smilefjes.\n"
	for name, data := range map[string]string{
		"documents/evil.txt":      text,
		"documents/evil.yaml":     "title: '" + evil + "'\nkind: interview\nspeakers:\n  - {label: I, role: interviewer, name: '" + evil + "'}\n  - {label: R, role: informant}\n",
		"codings/kim/evil.jsonl":  `{"document": "evil.txt"}` + "\n" + `{"code": "evil", "quote": "dette er etter", "note": ` + quoted(evil) + `}` + "\n",
		"cases/evil.yaml":         "key: evil\nlabel: '" + evil + "'\nmembers:\n  - document: evil.txt\n",
		"summaries/evil.md":       "## evil\n\n" + evil + "\n",
		"documents/" + `a<b>.txt`: "Navnet er rart.\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(name)), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	book := read(t, folder, "codebook.yaml") + "\n  - key: evil\n    label: '" + evil + "'\n    kind: challenge\n    definition: '" + evil + "'\n"
	if err := os.WriteFile(filepath.Join(folder, "codebook.yaml"), []byte(book), 0o644); err != nil {
		t.Fatal(err)
	}
	p := open(t, chromium(t), serve(t, folder))
	p.goes("#document/evil.txt", `document.querySelector('.blocks')?.textContent.includes('smilefjes')`)
	p.until(`document.querySelector('.mark .name')?.textContent === ` + quoted(evil))
	p.drag("etter to smilefjes") // behind letters of two units, as the browser counts
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.picker')`)
	p.keys("evil")
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.mark.current')`)
	if made := lines(t, folder, "codings/kim/evil.jsonl", `"quote": "etter to smilefjes"`); len(made) != 1 {
		t.Errorf("behind two smiles the wrong place was coded:\n%s", read(t, folder, "codings/kim/evil.jsonl"))
	}
	for hash, wait := range map[string]string{"#codebook/evil": `document.querySelector('.detail .title')?.textContent === ` + quoted(evil), "#cases/chart": `document.querySelector('.framework') || document.querySelector('.empty')`,
		"#search/dette": `document.querySelectorAll('.results .passage').length > 0`, "#status": `!!document.querySelector('.tiles')`, "#coverage": `!!document.querySelector('.closing')`, "#start": `!!document.querySelector('.steps')`} {
		p.goes(hash, `!!(`+wait+`)`)
		if is[bool](p, `window.pwned === 1 || [...document.querySelectorAll('img')].some(i => !i.src.endsWith('icon.svg')) || document.querySelectorAll('script').length !== 1`) {
			t.Fatalf("%s: what stands in the study became part of the page", hash)
		}
	}
}

// TestThePageIsUsableWithoutEyesAndLarge holds every view against what a screen reader and a narrow window need.
func TestThePageIsUsableWithoutEyesAndLarge(t *testing.T) {
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	for hash, wait := range map[string]string{aInterview: interview, "#codebook/benchmarking": `document.querySelectorAll('.passage').length > 2`, "#search/verktøy": `document.querySelectorAll('.results .passage').length > 0`, "#cases/chart": `!!document.querySelector('.framework')`,
		"#cases/attributes": `!document.querySelector('.framework') && !!document.querySelector('.grid')`, "#compare/challenges": `!!document.querySelector('.grid caption')`, "#coverage": `!!document.querySelector('.closing')`, "#memos/+code:benchmarking": `!!document.querySelector('.memoform')`, "#status": `!!document.querySelector('.tiles')`, "#start": `!!document.querySelector('.steps')`} {
		p.do(chromedp.EmulateViewport(1366, 768))
		p.goes(hash, wait)
		unnamed := is[[]string](p, `[...document.querySelectorAll('button, a[href], input, select, textarea')].filter(e => e.type !== 'file' && !(e.getAttribute('aria-label') || e.textContent.trim() || e.title || e.placeholder || e.closest('label')?.textContent.trim() || e.labels?.length)).map(e => e.outerHTML.slice(0, 120))`)
		if len(unnamed) > 0 {
			t.Errorf("%s: without a name: %q", hash, unnamed)
		}
		if is[int](p, `document.querySelectorAll('main').length`) != 1 || is[int](p, `document.querySelectorAll('h1').length`) != 1 || is[string](p, `document.documentElement.lang`) != "nb" {
			t.Errorf("%s: no main part, or no language", hash)
		}
		if n := is[int](p, `document.querySelectorAll('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').length`); n > 0 {
			t.Errorf("%s: %d elements change the order of the focus", hash, n)
		}
		p.do(chromedp.EmulateViewport(683, 384)) // 200 % of the laptop's window
		if wide := is[int](p, `document.documentElement.scrollWidth`); wide > 683 {
			t.Errorf("%s: at 200 %% the page is %d wide", hash, wide)
		}
		if high := is[int](p, `document.querySelector('#main').clientHeight`); high < 220 {
			t.Errorf("%s: at 200 %% only %d pixels are left for the view", hash, high)
		}
	}
}

// TestWhatIsLookedAtIsSeen goes from proposal to proposal and from coding to coding in a large window and at 200 %: the words are in sight, and nothing lies over them.
func TestWhatIsLookedAtIsSeen(t *testing.T) {
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	const seen = `(() => { const r = [...(CSS.highlights.get('current') || [])][0]?.getClientRects()[0]; if (!r) return false;
		const at = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2); return !!at && !!at.closest('.txt'); })()`
	for _, size := range [][2]int64{{1366, 768}, {683, 384}} {
		p.do(chromedp.EmulateViewport(size[0], size[1]))
		p.goes("#document/b-intervju.txt", interview)
		p.keys(kb.Escape)
		for _, key := range []string{"n", "."} {
			for range 8 {
				was := is[string](p, `document.querySelector('.mark.current')?.dataset.id ?? ''`)
				p.keys(key)
				p.until(`(x => !!x && x !== ` + quoted(was) + `)(document.querySelector('.mark.current')?.dataset.id)`)
				p.until(seen)
			}
		}
	}
}

var asksFor = regexp.MustCompile(`\b(t|n)\(\s*'([^']+)'`)

// TestEveryWordOfThePageIsThere looks for the words that the page asks for in the list, and for those of the list that
// nothing asks for.
func TestEveryWordOfThePageIsThere(t *testing.T) {
	files, err := filepath.Glob("page/*.js")
	if err != nil || len(files) < 10 {
		t.Fatal(err, files)
	}
	list := read(t, ".", "words.go") + read(t, ".", "words_views.go")
	known := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\t"([a-z.-]+)":`).FindAllStringSubmatch(list, -1) {
		known[m[1]] = true
	}
	all := ""
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all += string(data)
		for _, m := range asksFor.FindAllStringSubmatch(string(data), -1) {
			wanted := []string{m[2]}
			if m[1] == "n" {
				wanted = []string{m[2] + ".one", m[2] + ".many"}
			}
			for _, w := range wanted {
				if !known[w] {
					t.Errorf("%s asks for %q", f, w)
				}
			}
		}
		if strings.Contains(string(data), "innerHTML") || strings.Contains(string(data), "insertAdjacentHTML") || strings.Contains(string(data), "document.write") {
			t.Errorf("%s makes markup of words", f)
		}
	}
	for w := range known {
		stem := strings.TrimSuffix(strings.TrimSuffix(w, ".one"), ".many")
		group, _, inGroup := strings.Cut(w, ".")
		if !strings.Contains(all, "'"+stem+"'") && !(inGroup && (strings.Contains(all, "`"+group+".$") || strings.Contains(all, "`"+group+"."))) && !strings.HasSuffix(w, ".none") {
			t.Errorf("nothing asks for %q", w)
		}
	}
}
