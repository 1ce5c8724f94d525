package workbench_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// TestWhatCodersDifferOnIsSettled meets a passage of which two coders say different things: in the status, in a table, in the code book, and settles it, by
// keyboard alone; then takes that back.
func TestWhatCodersDifferOnIsSettled(t *testing.T) {
	folder := demo(t, "municipalities")
	study := read(t, folder, "crosscase.yaml")
	put(t, folder, "crosscase.yaml", strings.Replace(study, "    label: Ann\n", "    label: Ann\n  - name: ben\n    label: Ben\n", 1))
	crosscase(t, folder, "coding", "add", "vanskelig-malbart", "--coder", "ben", "--document", "a-intervju.txt", "--quote", "Vanskelig å måle, men det må stå der.", "--says", "against")
	crosscase(t, folder, "coding", "read", "a-intervju.txt", "--coder", "ben")
	p := open(t, chromium(t), serve(t, folder))
	const differ = `.tag')].some(x => x.textContent === 'Ann for, Ben mot: ikke avgjort')`

	p.goes("#codebook/vanskelig-malbart", `[...document.querySelectorAll('.passage `+differ)
	p.until(`document.querySelector('.usage .chosen').getBoundingClientRect().bottom <= innerHeight`) // the tree shows it
	p.goes("#status", `!!document.querySelector('button.tile')`)
	is[string](p, `(document.querySelector('button.tile').focus(), '')`)
	p.keys(kb.Enter)
	p.until(`[...document.querySelectorAll('dialog[open] ` + differ)
	p.keys(kb.Escape)
	p.until(`!document.querySelector('dialog[open]') && document.activeElement.matches('button.tile')`)

	p.goes("#compare/challenges", `[...document.querySelectorAll('.state-mixed')].some(x => x.textContent.includes('ikke avgjort (Ann for, Ben mot)'))`)
	is[string](p, `([...document.querySelectorAll('.state-mixed button')].find(x => x.textContent.includes('ikke avgjort')).focus(), '')`)
	p.keys(kb.Enter)
	p.until(`[...document.querySelectorAll('dialog[open] ` + differ)
	is[string](p, `(document.querySelector('dialog .passage button').focus(), '')`)
	p.keys(kb.Enter)
	p.until(`document.querySelectorAll('dialog[open]').length === 2`)
	is[string](p, `([...document.querySelectorAll('dialog[open] [role=radio]')].find(x => x.textContent === 'mot').focus(), '')`)
	p.keys(" ")
	p.until(`document.activeElement.getAttribute('aria-checked') === 'true'`)
	const save = `([...document.querySelectorAll('dialog[open] button.primary')].at(-1).focus(), '')`
	is[string](p, save)
	p.keys(kb.Enter)
	p.until(`document.querySelector('.note.wrong')?.textContent.includes('skriv hvorfor')`) // without a reason it is not settled
	is[string](p, `(document.querySelector('dialog textarea[name=because]').focus(), '')`)
	p.keys("Han sier det motsatte.")
	p.until(`document.activeElement.value.endsWith('motsatte.')`)
	is[string](p, save)
	p.keys(kb.Enter)
	p.until(`!document.querySelector('dialog[open]') && ![...document.querySelectorAll('.cellbox')].some(x => x.textContent.includes('ikke avgjort'))`)
	if made := lines(t, folder, "reviews/consensus/a-intervju.jsonl", "Han sier det motsatte."); len(made) != 1 {
		t.Errorf("on disk stands %q", made)
	}
	p.until(`document.activeElement !== null && document.activeElement !== document.body`) // the focus is not lost
	p.keys("z", kb.ModifierCtrl)
	p.until(`[...document.querySelectorAll('.state-mixed')].some(x => x.textContent.includes('ikke avgjort'))`)
}

// TestReadingIsOfCodes changes a definition after an interview was read: nothing has to be read again, and neither the document nor the status says so. A code that
// comes later has to.
func TestReadingIsOfCodes(t *testing.T) {
	folder := demo(t, "municipalities")
	p := enter(t, serve(t, folder))
	left := func() int {
		t.Helper()
		reads := p.get("/api/document?key=a-intervju.txt")["reads"].([]any)
		if len(reads) != 1 {
			t.Fatalf("it was read %d times", len(reads))
		}
		return len(reads[0].(map[string]any)["left"].([]any))
	}
	queue := func() float64 { return p.get("/api/status")["queue"].(float64) }
	var version any
	for _, c := range p.get("/api/study")["codes"].([]any) {
		if c := c.(map[string]any); c["key"] == "benchmarking" {
			version = c["version"]
		}
	}
	p.edit(map[string]any{"key": "k1", "op": "define", "code": "benchmarking", "version": version, "fields": map[string]string{"example": "Et nytt eksempel."}})
	if left() != 0 || queue() != 0 {
		t.Errorf("after another example %d codes are to be read for, and %v documents wait", left(), queue())
	}
	p.edit(map[string]any{"key": "k2", "op": "create", "new": map[string]string{"label": "Ny kode", "kind": "challenge"}})
	if left() != 1 || queue() == 0 {
		t.Errorf("after a new code %d codes are to be read for, and %v documents wait", left(), queue())
	}
	if who := p.get("/api/status")["documents"].([]any)[2].(map[string]any)["readBy"]; who != "ann (part)" {
		t.Errorf("read by %v", who)
	}
}

// TestPlacesInSummariesAreShownAsPeopleCite looks at a summary that names places, in the framework chart: nobody reads offsets there.
func TestPlacesInSummariesAreShownAsPeopleCite(t *testing.T) {
	p := enter(t, serve(t, demo(t, "municipalities")))
	summary := p.get("/api/chart?kind=adaptation")["summaries"].(map[string]any)["strategikart"].(map[string]any)["b"].(map[string]any)
	text, shown := summary["text"].(string), summary["shown"].(string)
	if !strings.Contains(text, "[b-intervju.txt:8731-8834]") || strings.Contains(shown, ".txt:") || !strings.Contains(shown, "[Kommune B, replikk ") {
		t.Errorf("shown is %q, written %q", shown, text)
	}
}

// TestStatusCountsWhatAdjudicateWalksThrough has one coder code what another, who has read it too, did not, and both code other words with different limits: the
// status lists both places until they are settled.
func TestStatusCountsWhatAdjudicateWalksThrough(t *testing.T) {
	folder := clinics(t)
	put(t, folder, "codings/bob/east.jsonl", read(t, folder, "codings/bob/east.jsonl")+`{"at": "56-73", "code": "time", "quote": "There is no time."}`+"\n")
	put(t, folder, "codings/ann/east.jsonl", `{"document": "east.txt"}`+"\n"+`{"at": "65-73", "code": "time", "quote": "no time."}`+"\n")
	crosscase(t, folder, "check", "--mend")
	crosscase(t, folder, "coding", "read", "east.txt", "--coder", "ann")
	crosscase(t, folder, "coding", "read", "east.txt", "--coder", "bob")
	p := enter(t, serve(t, folder))
	list := func() string {
		var out []string
		for _, x := range p.get("/api/status")["unsettled"].([]any) {
			q := x.(map[string]any)
			out = append(out, fmt.Sprint(q["code"], " ", q["quote"], " ", q["by"], " ", q["notes"]))
		}
		return strings.Join(out, "\n")
	}
	if got, want := list(), "goals Four goals. [bob for ann none] [presence]\ntime There is no time. [bob for ann for] [boundary]"; got != want {
		t.Errorf("the status lists\n%s\nwant\n%s", got, want)
	}
	crosscase(t, folder, "coding", "adjudicate", "goals", "east.txt:44-55", "--because", "It is a goal.")
	want := "time There is no time. [bob for ann for] [boundary]"
	for until := time.Now().Add(20 * time.Second); list() != want && time.Now().Before(until); {
		time.Sleep(20 * time.Millisecond) // until the page has seen the files
	}
	if got := list(); got != want {
		t.Errorf("after goals is settled the status lists\n%s", got)
	}
}
