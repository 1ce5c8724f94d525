package workbench_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestTheCodeBookIsChangedByHand creates, defines, renames, merges and splits codes as a person does: Enter does what a dialog is for, the first field
// has the focus, what a change leads to stands there without another look, and what is left to do is always one click away.
func TestTheCodeBookIsChangedByHand(t *testing.T) {
	folder := clinics(t)
	crosscase(t, folder, "coding", "add", "goals", "--coder", "ann", "--document", "east.txt", "--quote", "Four goals.")
	layer := read(t, folder, "codings/ann/east.jsonl")
	put(t, folder, "codings/ann/east.jsonl", strings.Replace(layer, `"on": "2026-03-02"`, `"on": "2026-01-01"`, 1))
	crosscase(t, folder, "coding", "read", "east.txt", "--coder", "ann")
	p := open(t, chromium(t), serve(t, folder))
	said := func(words string) {
		t.Helper()
		p.until(`document.querySelector('#notes').textContent.includes(` + quoted(words) + `)`)
	}
	press := func(label string) {
		t.Helper()
		p.until(`(b => !!b && (b.click(), true))([...(document.querySelector('dialog[open]') ?? document).querySelectorAll('button')].find(b => b.textContent === ` + quoted(label) + ` && !b.disabled))`)
	}

	p.goes("#codebook", `!!document.querySelector('.leftover')`)
	press("New code")
	p.until(`document.activeElement.name === 'label'`)
	p.keys("Lack of time")
	p.keys(kb.Enter)
	p.until(`!document.querySelector('dialog') && document.querySelector('.detail .title')?.textContent === 'Lack of time'`)
	p.until(`document.querySelector('.leftover').textContent === 'To be read again: 1'`)

	p.goes("#codebook/goals", `document.querySelector('.detail .title')?.textContent === 'Goals'`)
	is[bool](p, `(document.querySelector('textarea[name=definition]').select(), true)`)
	is[bool](p, `!document.querySelector('textarea[name=definition]').focus()`)
	p.keys("What they strive for.")
	p.leaves("textarea[name=definition]")
	p.until(`document.querySelector('.detail').textContent.includes('one coding is older than the definition')`)
	p.until(`[...document.querySelectorAll('.passage .tag')].some(x => x.textContent === 'older than the definition')`)

	p.click(".leftover a")
	p.until(`document.querySelector('.detail').textContent.includes('east.txt – Lack of time') && !document.querySelector('.detail .title')`)

	p.goes("#codebook/lack-of-time", `document.querySelector('.detail .title')?.textContent === 'Lack of time'`)
	press("Rename the key")
	p.until(`document.activeElement.matches('dialog input')`)
	is[bool](p, `(document.activeElement.select(), true)`)
	p.keys("hurry")
	p.keys(kb.Enter)
	said("Renamed the code lack-of-time to hurry")
	p.until(`location.hash === '#codebook/hurry' && !document.querySelector('dialog')`)

	press("Merge")
	p.until(`document.activeElement.matches('dialog select')`)
	is[bool](p, `(s => { s.value = 'time'; return s.dispatchEvent(new Event('change')); })(document.querySelector('dialog select'))`)
	p.until(`document.querySelector('dialog').textContent.includes('Lack of time goes')`)
	press("Merge")
	said("Merged the code Lack of time into Time")
	p.until(`document.querySelector('.detail .title')?.textContent === 'Time' && /Earlier: .*hurry/.test(document.querySelector('.detail').textContent)`)

	p.goes("#codebook/goals", `document.querySelector('.detail .title')?.textContent === 'Goals'`)
	press("Move")
	p.until(`document.querySelector('dialog .effects')?.textContent.includes('2 codings (ann, bob; one document)')`)
	p.keys(kb.Escape)
	p.until(`!document.querySelector('dialog')`)
	press("Split")
	p.until(`document.activeElement.matches('dialog textarea')`)
	p.keys("Few goals")
	p.until(`document.querySelectorAll('dialog select option').length === 2`)
	is[bool](p, `(s => { s.value = 'Few goals'; return s.dispatchEvent(new Event('change')); })(document.querySelector('dialog select'))`)
	press("Split")
	p.until(`[...document.querySelectorAll('.usage th')].some(x => x.textContent.startsWith('Few goals'))`)
	if made := lines(t, folder, "codings/ann/east.jsonl", `"code": "few-goals"`); len(made) != 1 {
		t.Errorf("on disk stands %q", read(t, folder, "codings/ann/east.jsonl"))
	}
}

// TestADocumentGoesToAnotherCase takes a document out of a case and into another one, where files are taken in.
func TestADocumentGoesToAnotherCase(t *testing.T) {
	folder := clinics(t)
	crosscase(t, folder, "cases", "add", "west", "--label", "West")
	p := open(t, chromium(t), serve(t, folder))
	const cases = `[...document.querySelectorAll('.ofcases .tag')].map(x => x.firstChild.textContent).join() === `
	p.goes("#start", cases+`'east'`)
	is[bool](p, `(s => { s.value = 'west'; return s.dispatchEvent(new Event('change')); })(document.querySelector('.ofcases select'))`)
	p.until(cases + `'east,West' && !document.querySelector('.ofcases select')`)
	p.click(".ofcases .tag button")
	p.until(cases + `'West' && document.querySelector('#notes').textContent.includes('no more')`)
	if east := read(t, folder, "cases/east.yaml"); strings.Contains(east, "east.txt") {
		t.Errorf("the case still holds it:\n%s", east)
	}
	p.click("#undo")
	p.until(cases + `'east,West' && document.querySelector('#notes').textContent.includes('Took back: east belongs to case east no more')`)
}

// TestAChangeIsLeftAsItIs takes back what others have written over since: the page refuses, and offers to leave that change and go on to the one before.
func TestAChangeIsLeftAsItIs(t *testing.T) {
	folder := clinics(t)
	p := open(t, chromium(t), serve(t, folder))
	for _, change := range [][3]string{{"goals", "Goals", "We want four things."}, {"time", "Time", "Wishes."}} {
		p.goes("#codebook/"+change[0], `document.querySelector('.detail .title')?.textContent === `+quoted(change[1]))
		is[bool](p, `!document.querySelector('textarea[name=example]').focus()`)
		p.keys(change[2])
		p.leaves("textarea[name=example]")
		p.until(`document.querySelector('textarea[name=example]').defaultValue === ` + quoted(change[2]))
	}
	put(t, folder, "codebook.yaml", strings.Replace(read(t, folder, "codebook.yaml"), "Wishes.", "Wishes. And more.", 1))
	p.until(`[...document.querySelectorAll('textarea')].some(x => x.value.endsWith('And more.'))`)
	p.click("#undo")
	p.until(`document.querySelector('.note.wrong')?.textContent.includes('has changed since in the same lines')`)
	before := read(t, folder, "codebook.yaml")
	p.click(".note.wrong .quiet")
	p.until(`document.querySelector('#notes').textContent.includes('Passed over: defined the code Time')`)
	if read(t, folder, "codebook.yaml") != before {
		t.Error("what was left as it is has changed")
	}
	p.click("#undo")
	differs(t, folder, "codebook.yaml", before)
	if now := read(t, folder, "codebook.yaml"); !strings.Contains(now, "Wishes. And more.") || strings.Contains(now, "We want four") {
		t.Errorf("the change before was not taken back:\n%s", now)
	}
}

// TestOnlyWhoClosedOpensAgain closes what was asked in an interview as one coder; another one cannot open it again, and is told why. Each step is told in words.
func TestOnlyWhoClosedOpensAgain(t *testing.T) {
	p := enter(t, serve(t, clinics(t)))
	version := func() any {
		return p.get("/api/coverage")["asked"].(map[string]any)["east.txt"].(map[string]any)["q1"]
	}
	for how, want := range map[string]string{"answered-elsewhere": "marked Which goals do you set for the year? in east as answered elsewhere", "": "left Which goals do you set for the year? in east to the guide matcher"} {
		if did := p.edit(map[string]any{"key": "k" + how, "op": "asked", "document": "east.txt", "question": "q1", "how": how, "version": version()})["did"]; did != want {
			t.Errorf("%q is told as %q, not %q", how, did, want)
		}
	}
	p.edit(map[string]any{"key": "k1", "op": "close", "document": "east.txt"})
	if by := p.get("/api/coverage")["closed"].(map[string]any)["east.txt"].([]any); len(by) != 1 || by[0] != "ann" {
		t.Errorf("closed by %v", by)
	}
	status, out := p.try(map[string]any{"key": "k2", "coder": "bob", "op": "reopen", "document": "east.txt"})
	if status != http.StatusForbidden || !strings.Contains(out["error"].(string), "closed by ann") {
		t.Errorf("another one opens it again: %d %v", status, out)
	}
	p.edit(map[string]any{"key": "k3", "op": "reopen", "document": "east.txt"})
	if by := p.get("/api/coverage")["closed"].(map[string]any)["east.txt"].([]any); len(by) != 0 {
		t.Errorf("opened again, it is closed by %v", by)
	}
}

// TestCodingAllAgainSaysSo codes places at once, then again with one more: what is coded so already is no coding, and keeps what was said of it.
func TestCodingAllAgainSaysSo(t *testing.T) {
	folder := clinics(t)
	p := enter(t, serve(t, folder))
	all := func(key string, places ...string) map[string]any {
		return p.edit(map[string]any{"key": key, "op": "codeall", "code": "time", "places": places})
	}
	if out := all("k1", "east.txt:56-74"); out["count"] != 1.0 || out["did"] != "coded east, turn 2 with Time" {
		t.Errorf("%v", out)
	}
	was := read(t, folder, "codings/ann/east.jsonl")
	if out := all("k2", "east.txt:56-74"); out["count"] != nil || out["did"] != "" || read(t, folder, "codings/ann/east.jsonl") != was {
		t.Errorf("again: %v", out)
	}
	if out := all("k3", "east.txt:56-74", "east.txt:44-55", "east.txt:3-9"); out["count"] != 2.0 || out["did"] != "coded Time in 2 places" {
		t.Errorf("with one more: %v", out)
	}
}
