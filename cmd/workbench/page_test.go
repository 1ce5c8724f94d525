package workbench_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	interview  = `document.querySelectorAll('.block').length > 10 && document.querySelector('.doclist a[aria-current]')?.hash === location.hash`
	aInterview = "#document/a-intervju.txt"
)

func read(t testing.TB, folder, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// differs waits until a file is not what it was.
func differs(t testing.TB, folder, file, was string) {
	t.Helper()
	for until := time.Now().Add(patience); read(t, folder, file) == was; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("%s stays as it was", file)
		}
	}
}

// lines returns the lines of a file that hold some words.
func lines(t testing.TB, folder, file, words string) []string {
	t.Helper()
	var out []string
	for _, l := range strings.Split(read(t, folder, file), "\n") {
		if strings.Contains(l, words) {
			out = append(out, l)
		}
	}
	return out
}

// TestAPersonCodesAnInterview selects words with the mouse, types some letters of a code and Enter, says
// against, writes a note, takes it all back, does it again, and finds it after a reload and another start.
func TestAPersonCodesAnInterview(t *testing.T) {
	folder := demo(t, "municipalities")
	browser := chromium(t)
	p := open(t, browser, serve(t, folder))
	p.goes(aInterview, interview)
	const file = "codings/ann/a-intervju.jsonl"
	before := read(t, folder, file)
	const words = "Mattilbudet i hjemmetjenesten."

	p.drag(words)
	p.keys("benchm")
	p.until(`document.querySelector('.picker input')?.value === 'benchm'`)
	p.until(`document.querySelector('.picker [aria-selected=true] .name').textContent.includes('enchmarking')`)
	chosen := is[string](p, `document.querySelector('.picker [aria-selected=true] .name').textContent`)
	p.keys(kb.Enter)
	p.until(`document.querySelector('.mark.current .name')?.textContent === ` + quoted(chosen))
	made := lines(t, folder, file, words)
	if len(made) != 1 || !strings.Contains(made[0], `"at": "`) || !strings.Contains(made[0], "benchmarking") {
		t.Fatalf("on disk stands %q", made)
	}
	if n := is[int](p, `[...CSS.highlights.keys()].includes('current') ? CSS.highlights.get('current').size : 0`); n != 1 {
		t.Errorf("%d passages are marked as the one looked at", n)
	}
	if got := is[string](p, `[...CSS.highlights.get('current')][0].toString()`); got != words {
		t.Errorf("tinted is %q", got)
	}

	p.keys("2")
	p.until(`document.querySelector('.mark.current')?.dataset.says === 'against'`)
	p.keys("m")
	p.until(`document.activeElement.name === 'note'`)
	p.keys("om maten")
	p.do(chromedp.Blur(chromedp.CSS("textarea[name=note]")))
	p.until(`!!document.querySelector('.mark.current .says ~ .sign')`)
	if made = lines(t, folder, file, words); len(made) != 1 || !strings.Contains(made[0], `"says": "against"`) || !strings.Contains(made[0], `"note": "om maten"`) {
		t.Fatalf("on disk stands %q", made)
	}

	for range 3 {
		was := read(t, folder, file)
		p.keys("z", kb.ModifierCtrl)
		differs(t, folder, file, was)
	}
	if now := read(t, folder, file); now != before {
		t.Error("taken back three times, the file is not what it was")
	}
	for range 3 {
		was := read(t, folder, file)
		p.keys("z", kb.ModifierCtrl, kb.ModifierShift)
		differs(t, folder, file, was)
	}
	if made = lines(t, folder, file, words); len(made) != 1 || !strings.Contains(made[0], "om maten") {
		t.Errorf("done again, on disk stands %q", made)
	}

	p.do(chromedp.Reload())
	p.until(interview)
	p.until(`[...document.querySelectorAll('.mark')].some(m => m.dataset.says === 'against' && m.title.includes('om maten'))`)

	again := open(t, browser, serve(t, folder)) // as after another start of the program
	again.goes(aInterview, interview)
	again.keys("z", kb.ModifierCtrl)
	again.until(`![...document.querySelectorAll('.mark')].some(m => m.title.includes('om maten'))`)
	if made = lines(t, folder, file, words); len(made) != 1 || strings.Contains(made[0], "om maten") {
		t.Errorf("taken back after another start, on disk stands %q", made)
	}
}

// TestAWholeInterview codes an interview as one person did: every passage of the example's own coder in one interview is selected with the
// mouse and coded with some letters of the code's name. The file must say the same as that person's.
func TestAWholeInterview(t *testing.T) {
	folder := demo(t, "municipalities")
	const file = "codings/ann/d-intervju.jsonl"
	type line struct{ At, Code, Says, Quote string }
	said := func() map[line]bool {
		out := map[line]bool{}
		for _, l := range lines(t, folder, file, `"code"`) {
			var c line
			if err := json.Unmarshal([]byte(l), &c); err != nil {
				t.Fatal(err)
			}
			out[c] = true
		}
		return out
	}
	want := said()
	if err := os.Remove(filepath.Join(folder, filepath.FromSlash(file))); err != nil {
		t.Fatal(err)
	}
	p := open(t, chromium(t), serve(t, folder))
	p.goes("#document/d-intervju.txt", interview)
	var todo []line
	for c := range want {
		todo = append(todo, c)
	}
	sort.Slice(todo, func(i, j int) bool { return todo[i].At+todo[i].Code < todo[j].At+todo[j].Code })
	letters := 0
	for _, c := range todo {
		p.until(`document.querySelector('.picker') === null`)
		p.keys(kb.Escape)
		p.dragPlace(c.At)
		p.keys(kb.Enter)
		p.until(`!!document.querySelector('.picker')`)
		label := p.label(c.Code)
		const chosen = `document.querySelector('.picker [aria-selected=true]')?.dataset.key || ''`
		typed := ""
		for _, r := range label {
			if is[string](p, chosen) == c.Code {
				break
			}
			p.keys(string(r))
			typed += string(r)
			letters++
			p.until(`document.querySelector('.picker input').value === ` + quoted(typed))
		}
		for is[string](p, chosen) != c.Code { // two codes of one name stand below each other
			p.keys(kb.ArrowDown)
			letters++
		}
		if c.Says != "" {
			p.keys(map[string]string{"against": "2", "qualified": "3"}[c.Says], kb.ModifierAlt)
		}
		p.keys(kb.Enter)
		p.until(`document.querySelector('.mark.current .name')?.textContent === ` + quoted(label))
	}
	got := said()
	for c := range want {
		if !got[c] {
			t.Errorf("missing: %+v", c)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d codings, not %d", len(got), len(want))
	}
	t.Logf("%d passages coded, %.1f letters each", len(todo), float64(letters)/float64(len(todo)))
}

// label returns the name of a code.
func (p *tab) label(key string) string {
	return is[string](p, `fetch('/api/study').then(r => r.json()).then(s => s.codes.find(c => c.key === `+quoted(key)+`).label)`)
}

// dragPlace selects a place of the text with the mouse.
func (p *tab) dragPlace(at string) {
	p.t.Helper()
	box := is[[]float64](p, fmt.Sprintf(`fetch('/api/document?key=' + location.hash.slice(10)).then(r => r.json()).then(async doc => {
		const [from, to] = %s.split('-').map(Number);
		const edge = (char, end) => {
			const i = doc.blocks.findIndex(b => end ? b.at[1] >= char : b.at[1] > char);
			const el = document.querySelector('#b' + i), walk = document.createTreeWalker(el.querySelector('.txt'), NodeFilter.SHOW_TEXT);
			let left = [...doc.blocks[i].text].slice(0, char - doc.blocks[i].at[0]).join('').length, n;
			while ((n = walk.nextNode()) && n.data.length < left) left -= n.data.length + 1;
			return { el, n, left };
		};
		const a = edge(from, false), b = edge(to, true);
		for (let i = 0; i < 3; i++) { // until what came into view has its true height
			a.el.scrollIntoView({ block: 'center' });
			await new Promise(requestAnimationFrame);
		}
		const rect = (n, s, e) => { const r = document.createRange(); r.setStart(n, s); r.setEnd(n, e); const x = [...r.getClientRects()].filter(x => x.width > 0); return x; };
		const first = rect(a.n, a.left, a.left + 1)[0], last = rect(b.n, b.left - 1, b.left).at(-1);
		return [first.left + 0.5, first.top + first.height / 2, last.right - 0.2, last.top + last.height / 2];
	})`, quoted(at)))
	p.do(chromedp.DragAndDropXY(box[0], box[1], box[2], box[3], 6))
	p.until(`document.getSelection().toString().length > 0`)
}

func quoted(s string) string {
	data, _ := json.Marshal(s)
	return string(data)
}

// TestCodingByKeyboardAlone never touches the mouse: paragraphs, sentences, words, a new code in the words
// of the informant, other limits, another code, and away with it.
func TestCodingByKeyboardAlone(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes(aInterview, interview)
	p.keys(kb.ArrowDown)
	p.until(`document.activeElement.classList.contains('block')`)
	for is[string](p, `document.activeElement.id`) != "b5" {
		was := is[string](p, `document.activeElement.id`)
		p.keys(kb.ArrowDown)
		p.until(`document.activeElement.id !== ` + quoted(was))
	}
	p.keys(kb.ArrowRight)
	p.until(`document.getSelection().toString() === 'Et sovende verktøy, det var et fint bilde.'`)
	p.keys(kb.ArrowLeft, kb.ModifierShift)
	p.until(`document.getSelection().toString() === 'Et sovende verktøy, det var et fint'`)
	p.keys(kb.ArrowRight, kb.ModifierShift, kb.ModifierAlt)
	p.until(`document.getSelection().toString() === 'sovende verktøy, det var et fint'`)
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.picker')`)
	p.keys(kb.PageDown)
	for range 12 {
		p.keys(kb.PageDown)
	}
	p.until(`document.querySelector('.picker [aria-selected=true]').textContent.startsWith('❝')`)
	p.keys(kb.Enter)
	p.until(`document.querySelector('.mark.current .name')?.textContent === 'sovende verktøy, det var et fint'`)
	if !strings.Contains(read(t, folder, "codebook.yaml"), "label: sovende verktøy, det var et fint\n    origin: emergent") {
		t.Error("the code in vivo does not stand in the code book")
	}
	p.keys("l")
	p.until(`!document.querySelector('.hintbar').hidden`)
	p.keys(kb.ArrowLeft, kb.ModifierShift)
	p.keys(kb.ArrowLeft, kb.ModifierShift)
	p.until(`document.getSelection().toString() === 'sovende verktøy, det var'`)
	p.keys(kb.Enter)
	p.until(`[...CSS.highlights.get('current') || []][0]?.toString() === 'sovende verktøy, det var'`)
	p.keys("r")
	p.until(`!!document.querySelector('.picker')`)
	p.keys("sovende v")
	p.until(`document.querySelector('.picker [aria-selected=true] .name').textContent === 'Sovende verktøy'`)
	p.keys(kb.Enter)
	p.until(`document.querySelector('.mark.current .name')?.textContent === 'Sovende verktøy'`)
	const file = "codings/ann/a-intervju.jsonl"
	if made := lines(t, folder, file, `"quote": "sovende verktøy, det var"`); len(made) != 1 || !strings.Contains(made[0], `"code": "sovende-verktoey"`) && !strings.Contains(made[0], `"code": "sovende`) {
		t.Errorf("on disk stands %q", made)
	}
	p.keys(kb.Delete)
	p.until(`!document.querySelector('.mark.current')`)
	if made := lines(t, folder, file, `"quote": "sovende verktøy, det var"`); len(made) != 0 {
		t.Errorf("removed, on disk stands %q", made)
	}
	p.keys("F", kb.ModifierShift)
	p.until(`document.querySelector('.todo .quiet') !== null && ![...document.querySelectorAll('.todo button')].some(b => b.classList.contains('primary'))`)
}

// TestReviewWithOneKeyEach accepts, declines and changes proposals.
func TestReviewWithOneKeyEach(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes(aInterview, interview)
	left := func() int { return is[int](p, `document.querySelectorAll('.mark.proposed').length`) }
	waiting := left()
	if waiting < 5 {
		t.Fatalf("only %d proposals wait", waiting)
	}
	const current = `document.querySelector('.mark.current.proposed')?.dataset.id`
	p.keys("n")
	p.until(`!!(` + current + `)`)
	for i, key := range []string{"a", "d"} {
		id := is[string](p, current)
		p.keys(key)
		p.until(`(` + current + `) !== ` + quoted(id) + ` && !document.querySelector('[data-id=' + CSS.escape(` + quoted(id) + `) + '].proposed')`)
		if now := left(); now >= waiting-i {
			t.Errorf("after %q %d of %d proposals wait", key, now, waiting)
		}
	}
	id := is[string](p, current)
	p.keys("c")
	p.until(`!!document.querySelector('.picker')`)
	p.keys("terskel")
	p.until(`document.querySelector('.picker [aria-selected=true] .name').textContent === 'Terskelverdier'`)
	p.keys(kb.Enter)
	p.until(`!document.querySelector('[data-id=' + CSS.escape(` + quoted(id) + `) + '].proposed')`)
	reviews := read(t, folder, "reviews/ann/a-intervju.jsonl")
	for _, verdict := range []string{"accepted", "declined", "changed"} {
		if strings.Count(reviews, `"verdict": "`+verdict+`"`) != 1 {
			t.Errorf("there is not one verdict %q:\n%s", verdict, reviews)
		}
	}
	if from := lines(t, folder, "codings/ann/a-intervju.jsonl", `"from": "rules/`); len(from) != 2 {
		t.Errorf("two codings come from proposals; on disk stand %q", from)
	}
	for range 3 {
		was := is[string](p, `document.querySelector('#undo').title`)
		p.keys("z", kb.ModifierCtrl)
		p.until(`document.querySelector('#undo').title !== ` + quoted(was))
	}
	if now := left(); now != waiting {
		t.Errorf("taken back, %d of %d proposals wait", now, waiting)
	}
}

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
	for hash, wait := range map[string]string{"#codebook/evil": `document.querySelector('.detail h1')?.textContent === ` + quoted(evil), "#cases/chart": `document.querySelector('.framework') || document.querySelector('.empty')`,
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
		if is[int](p, `document.querySelectorAll('main').length`) != 1 || is[int](p, `document.querySelectorAll('h1').length`) > 2 || is[string](p, `document.documentElement.lang`) != "nb" {
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

var asksFor = regexp.MustCompile(`\b(t|n)\(\s*'([^']+)'`)

// TestEveryWordOfThePageIsThere looks for the words that the page asks for in the list, and for those of the list that
// nothing asks for.
func TestEveryWordOfThePageIsThere(t *testing.T) {
	files, err := filepath.Glob("page/*.js")
	if err != nil || len(files) < 10 {
		t.Fatal(err, files)
	}
	list, err := os.ReadFile("words.go")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\t"([a-z.-]+)":`).FindAllStringSubmatch(string(list), -1) {
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

// TestABrokenConnectionIsMended codes while the connection is down. The page says so, keeps what was done, and sends it when
// the server is there again; it is done once.
func TestABrokenConnectionIsMended(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes(aInterview, interview)
	p.drag("Tok en halv dag.")
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.picker')`)
	p.keys("terskelverdier")
	is[string](p, `(() => { const real = window.fetch; let n = 0; window.fetch = async (u, o) => { if (!String(u).includes('/api/edit')) return real(u, o); n++; if (n === 1) throw new TypeError('no connection'); if (n === 2) { await real(u, o); throw new TypeError('the answer was lost'); } return real(u, o); }; return ''; })()`)
	p.keys(kb.Enter)
	p.until(`!document.querySelector('#banner').hidden`)
	p.until(`document.querySelector('#banner').hidden`)
	p.until(`document.querySelector('.mark.current .name')?.textContent === 'Terskelverdier'`)
	if made := lines(t, folder, "codings/ann/a-intervju.jsonl", `"quote": "Tok en halv dag."`); len(made) != 1 {
		t.Errorf("on disk stands %q", made)
	}
	if n := strings.Count(read(t, folder, ".crosscase/undo/changes.jsonl"), `"did": "coded`); n != 1 {
		t.Errorf("it was done %d times", n)
	}
}

// TestFromNothingInTheBrowser starts a study, names a case, takes an interview and the guide in, and reads.
func TestFromNothingInTheBrowser(t *testing.T) {
	folder := t.TempDir()
	sources := t.TempDir()
	for name, text := range map[string]string{"øst-intervju.txt": "I: Which goals do you set?\n\nR: Four goals, I think.\n\nI: Why four?\n\nR: There is no time for more.\n", "guide.md": "# Goals\n\n1. Which goals do you set?\n2. Why so many?\n"} {
		if err := os.WriteFile(filepath.Join(sources, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := open(t, chromium(t), serve(t, folder))
	p.until(`!!document.activeElement && document.activeElement.matches('.start .card input')`)
	p.keys("My study")
	p.until(`document.activeElement.value === 'My study'`)
	is[string](p, `(document.querySelector('.start input[placeholder=ann]').focus(), '')`)
	p.keys("ann")
	p.click(".start .card button.primary")
	p.until(`!!document.querySelector('.steps')`)
	is[string](p, `(document.querySelector('.steps form input').focus(), '')`)
	p.keys("Øst")
	p.keys(kb.Enter)
	p.until(`[...document.querySelectorAll('.steps .tag')].some(x => x.textContent === 'Øst')`)
	p.do(chromedp.SetUploadFiles(chromedp.CSS(".steps > li:nth-child(2) input[type=file]"), []string{filepath.Join(sources, "øst-intervju.txt")}))
	p.until(`document.querySelector('.steps .taken')?.textContent.includes('øst-intervju.txt')`)
	p.do(chromedp.SetUploadFiles(chromedp.CSS(".steps > li:nth-child(3) input[type=file]"), []string{filepath.Join(sources, "guide.md")}))
	p.until(`document.querySelector('.steps > li:nth-child(3) p').textContent.includes('2')`)
	for i, words := range []string{"made codes", "have proposed"} {
		p.click(".steps > li:nth-child(4) .buttons button:nth-child(" + quotedInt(i+1) + ")")
		p.until(`document.querySelector('#undo').title.includes(` + quoted(words) + `)`)
	}
	p.until(`!!document.querySelector('.steps > li:nth-child(5) a')`)
	p.click(".steps > li:nth-child(5) a")
	p.until(`document.querySelectorAll('.block').length === 4`)
	p.drag("There is no time for more.")
	p.keys("lack of time")
	p.until(`document.querySelector('.picker [aria-selected=true]')?.textContent.includes('lack of time')`)
	p.keys(kb.Enter)
	p.until(`document.querySelector('.mark.current .name')?.textContent === 'lack of time'`)
	if made := lines(t, folder, "codings/ann/oest-intervju.jsonl", `"code": "lack-of-time"`); len(made) != 1 {
		t.Errorf("on disk stands %q", made)
	}
	if out := crosscase(t, folder, "check"); strings.TrimSpace(out) != "" {
		t.Errorf("check finds %s", out)
	}
}

// TestAHundredPagesScroll opens a text of a hundred pages with 500 codings and goes through it page by page; it logs how long the
// page took for each step at most. Nothing is timed: the figures are for the README.
func TestAHundredPagesScroll(t *testing.T) {
	folder := clinics(t)
	var text, codings strings.Builder
	codings.WriteString(`{"document": "long.txt"}` + "\n")
	for n := range 1000 {
		at := text.Len() + len("R: ")
		quote := fmt.Sprintf("Number %d is set by the board", n)
		fmt.Fprintf(&text, "R: %s, %s\n\n", quote, strings.Repeat("and we measure it when there is time for that, which is not often, ", 4)+"we say.")
		if n%2 == 0 {
			fmt.Fprintf(&codings, `{"at": "%d-%d", "code": "time", "quote": %q, "id": "k%d"}`+"\n", at, at+len(quote), quote, n)
		}
	}
	for name, data := range map[string]string{"documents/long.txt": text.String(), "documents/long.yaml": "kind: interview\nspeakers:\n  - {label: R, role: informant}\n", "codings/ann/long.jsonl": codings.String()} {
		_ = os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o777)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := open(t, chromium(t), serve(t, folder))
	took := is[float64](p, `(async () => { const a = performance.now(); location.hash = '#document/long.txt'; while (document.querySelectorAll('.block').length < 1000) await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); return performance.now() - a; })()`)
	steps := is[[]float64](p, `(async () => { const el = document.querySelector('.paper'), out = []; let last = performance.now(); for (let i = 0; i < 200; i++) { el.scrollTop += 500; await new Promise(requestAnimationFrame); const now = performance.now(); out.push(now - last); last = now; } return out; })()`)
	sort.Float64s(steps)
	t.Logf("%d words: shown after %.0f ms; a step of scrolling took %.0f ms at the median, %.0f at the 95th percentile, %.0f at most", len(strings.Fields(text.String())), took, steps[len(steps)/2], steps[len(steps)*95/100], steps[len(steps)-1])
	if n := is[int](p, `document.querySelector('.paper').scrollTop`); n < 90000 {
		t.Errorf("it scrolled %d", n)
	}
}
