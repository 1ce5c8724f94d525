package workbench_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
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
	p.leaves("textarea[name=note]")
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
	p.keys(kb.ArrowUp) // from the first one round to the last, which are the words themselves
	p.until(`document.querySelector('.picker [aria-selected=true]').textContent.startsWith('❝')`)
	p.keys(kb.ArrowDown)
	p.until(`!document.querySelector('.picker [aria-selected=true]').textContent.startsWith('❝')`)
	p.keys(kb.Enter, kb.ModifierCtrl) // takes them wherever one is in the list
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
	p.until(`document.activeElement === document.querySelector('.mark.current')`)
	p.keys(kb.Tab) // what can be said of it comes next, and Esc leads back
	p.until(`document.querySelector('.inspector').contains(document.activeElement)`)
	p.keys(kb.Escape)
	p.until(`document.activeElement === document.querySelector('.mark.current')`)
	p.keys(kb.Delete)
	p.until(`!document.querySelector('.mark.current')`)
	p.until(`document.activeElement.classList.contains('block')`)
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

// TestProposalsAreLeftForLater leaves proposals with n: they do not come again before the others are decided on. A key that is pressed
// twice before the page has answered decides once.
func TestProposalsAreLeftForLater(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes("#document/c-budsjett-2015.txt", interview)
	const current = `document.querySelector('.mark.current.proposed')?.dataset.id`
	waiting := is[[]string](p, `fetch('/api/document?key=c-budsjett-2015.txt&as=ann').then(r => r.json()).then(d => d.codings.filter(c => c.proposed).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]).map(c => c.id))`)
	if len(waiting) < 5 {
		t.Fatalf("only %d proposals wait", len(waiting))
	}
	at := func(n int) {
		t.Helper()
		p.until(`(` + current + `) === ` + quoted(waiting[n]))
	}
	p.keys("n")
	at(0)
	p.keys("n")
	at(1)
	p.keys("a")
	at(2)
	is[bool](p, `[1, 2].every(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true })))`)
	at(3)
	for n := 4; n < len(waiting); n++ {
		p.keys("d")
		at(n)
	}
	p.keys("d")
	p.until(`!document.querySelector('.mark.current') && document.querySelector('#notes').textContent.includes('til senere')`)
	p.keys("n")
	at(0)
	reviews := read(t, folder, "reviews/ann/c-budsjett-2015.jsonl")
	if a, d := strings.Count(reviews, `"verdict": "accepted"`), strings.Count(reviews, `"verdict": "declined"`); a != 1 || d != len(waiting)-2 {
		t.Errorf("%d accepted and %d declined of %d:\n%s", a, d, len(waiting), reviews)
	}
	if is[bool](p, `!!document.querySelector('.note.wrong')`) {
		t.Error("the page complains")
	}
}

// TestWhatIsBeingTypedStays types a note while the page is drawn anew, because something is written on disk: the words stay, the focus too, and
// they are saved when the field is left, without a key more.
func TestWhatIsBeingTypedStays(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes(aInterview, interview)
	is[bool](p, `!document.querySelector('.mark:not(.proposed)').click()`)
	p.until(`!!document.querySelector('.mark.current:not(.proposed)')`)
	p.keys("m")
	p.until(`document.activeElement.name === 'note'`)
	is[bool](p, `(window.before = document.activeElement, true)`)
	p.keys("halve ord")
	crosscase(t, folder, "memo", "add", "Noe annet", "--about", "study")
	p.until(`!window.before.isConnected && document.activeElement.name === 'note' && document.activeElement.value === 'halve ord'`)
	p.leaves("textarea[name=note]")
	p.until(`document.querySelector('.mark.current')?.title.includes('halve ord')`)
	if made := lines(t, folder, "codings/ann/a-intervju.jsonl", `"note": "halve ord"`); len(made) != 1 {
		t.Errorf("on disk stands %q", made)
	}

	is[bool](p, `(window.before = document.querySelector('#help'), !window.before.focus())`)
	crosscase(t, folder, "memo", "add", "Enda noe", "--about", "study")
	p.until(`!window.before.isConnected && document.activeElement.id === 'help'`)
}

// TestNumbersAtTheMarginAreThoseOfCitations reads an interview that begins with lines which nobody says, and then a document.
func TestNumbersAtTheMarginAreThoseOfCitations(t *testing.T) {
	folder := demo(t, "municipalities")
	p := open(t, chromium(t), serve(t, folder))
	p.goes(aInterview, interview)
	const margin = `[...document.querySelectorAll('.block')].map(b => b.querySelector('.num').textContent + ' ' + b.querySelector('.txt').textContent)`
	var turns []string
	for _, line := range is[[]string](p, margin) {
		if number, words, _ := strings.Cut(line, " "); number != "" {
			turns = append(turns, words)
			if number != strconv.Itoa(len(turns)) {
				t.Fatalf("turn %d has the number %s: %s", len(turns), number, words)
			}
		}
	}
	const quote = "Tok en halv dag."
	cited := crosscase(t, folder, "search", `"`+quote+`"`, "--case", "a")
	at := slices.IndexFunc(turns, func(words string) bool { return strings.Contains(words, quote) })
	if at < 0 || !strings.Contains(cited, fmt.Sprintf("replikk %d", at+1)) {
		t.Errorf("at the margin stands %d; the citation is\n%s", at+1, cited)
	}
	p.goes("#document/c-budsjett-2015.txt", interview)
	if is[bool](p, margin+`.some((line, i) => !line.startsWith(i + 1 + ' '))`) {
		t.Error("the paragraphs of a document are not counted")
	}
	if !is[bool](p, `(a => { const box = a.getBoundingClientRect(), pane = a.closest('.pane, nav, aside').getBoundingClientRect(); return box.top >= pane.top && box.bottom <= pane.bottom; })(document.querySelector('.doclist a[aria-current]'))`) {
		t.Error("the document that is read is not to be seen in the list")
	}
}

// TestADialogGoesWithItsPage goes to another page while a dialog is open: it closes, unless something is typed in it.
func TestADialogGoesWithItsPage(t *testing.T) {
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	p.goes("#cases/chart", `!!document.querySelector('.framework')`)
	p.click(".framework tbody tr:nth-child(11) td button")
	p.until(`!!document.querySelector('dialog[open] textarea')`)
	is[string](p, `location.hash = '#status'`)
	p.until(`!!document.querySelector('.tiles') && !document.querySelector('dialog')`)
	p.goes("#cases/chart", `!!document.querySelector('.framework')`)
	p.click(".framework tbody tr:nth-child(11) td button")
	p.until(`!!document.querySelector('dialog[open] textarea')`)
	is[bool](p, `!document.querySelector('dialog textarea').focus()`)
	p.keys("halve ord")
	is[string](p, `location.hash = '#status'`)
	p.until(`!!document.querySelector('.tiles')`)
	if !is[bool](p, `document.querySelector('dialog[open] textarea').value.includes('halve ord')`) {
		t.Error("what was typed is gone")
	}
}

// TestAnEnterIsNotLostWhenThePageIsDrawnAnew redraws the page between the key going down and what it types.
func TestAnEnterIsNotLostWhenThePageIsDrawnAnew(t *testing.T) {
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	p.goes(aInterview, interview)
	press := func(kind input.DispatchKeyEventType, text string) {
		t.Helper()
		if _, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, Text: text, UnmodifiedText: text}); err != nil {
			t.Fatal(err)
		}
	}
	is[bool](p, `!document.querySelector('#help').focus()`)
	press(input.DispatchKeyEventTypeRawKeyDown, "")
	is[bool](p, `(window.before = document.activeElement, document.dispatchEvent(new CustomEvent('steps')))`)
	p.until(`!window.before.isConnected && document.activeElement.id === 'help'`)
	press(input.DispatchKeyEventTypeChar, "\r")
	p.until(`!!document.querySelector('dialog[open]')`)
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
	p.until(`[...document.querySelectorAll('.steps .tag')].some(x => x.firstChild.textContent === 'Øst')`)
	p.uploads(".steps > li:nth-child(2) input[type=file]", filepath.Join(sources, "øst-intervju.txt"))
	p.until(`document.querySelector('.steps .taken')?.textContent.includes('øst-intervju.txt')`)
	p.uploads(".steps > li:nth-child(3) input[type=file]", filepath.Join(sources, "guide.md"))
	p.until(`document.querySelector('.steps > li:nth-child(3) p').textContent.includes('2')`)
	for i, words := range []string{"made codes", "machine coders"} {
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
