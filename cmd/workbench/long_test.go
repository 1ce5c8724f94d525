package workbench_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// TestAHundredPagesScroll opens a text of a hundred pages, 50,000 words, with 2,000 codings of two coders, goes through it screen by screen
// and from coding to coding, and logs the processor time that the page took for each step, and the longest task in which it answers nobody. Nothing
// is held against a limit.
func TestAHundredPagesScroll(t *testing.T) {
	folder := clinics(t)
	var text, codings, others strings.Builder
	codings.WriteString(`{"document": "long.txt"}` + "\n")
	others.WriteString(`{"document": "long.txt"}` + "\n")
	for n := range 1000 {
		at := text.Len() + len("R: ")
		quote := fmt.Sprintf("Number %d is set by the board", n)
		fmt.Fprintf(&text, "R: %s, %s\n\n", quote, strings.Repeat("and we measure it when there is time for that, which is not often, ", 3)+"we say.")
		says := []string{"", "", "", `, "says": "against"`}[n%4]
		fmt.Fprintf(&codings, `{"at": "%d-%d", "code": "time", "quote": %q, "id": "k%d"%s}`+"\n", at, at+len(quote), quote, n, says)
		fmt.Fprintf(&others, `{"at": "%d-%d", "code": "goals", "quote": %q, "id": "m%d"}`+"\n", at, at+len(quote), quote, n)
	}
	put(t, folder, "documents/long.txt", text.String())
	put(t, folder, "documents/long.yaml", "kind: interview\nspeakers:\n  - {label: R, role: informant}\n")
	put(t, folder, "codings/ann/long.jsonl", codings.String())
	put(t, folder, "codings/bob/long.jsonl", others.String())
	p := open(t, chromium(t), serve(t, folder))
	if _, err := chromedp.Call(p.ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
		t.Fatal(err)
	}
	busy := p.worked()
	worked := func(what string, times int) {
		now := p.worked()
		t.Logf("%s: %.1f ms of the page's processor time", what, 1000*(now-busy)/float64(times))
		busy = p.worked()
	}
	tasks := p.tasks(func() {
		p.goes("#document/long.txt", `document.querySelectorAll('.block').length === 1000 && document.querySelectorAll('.mark').length === 2000`)
	})
	t.Logf("its longest tasks, in ms: %.0f", tasks[:5])
	worked(fmt.Sprintf("opening %d words with 2,000 codings", len(strings.Fields(text.String()))), 1)
	for _, by := range []string{"500", "-500"} {
		for range 4 {
			is[int](p, `(async () => { const el = document.querySelector('.paper'); for (let i = 0; i < 25; i++) { el.scrollTop += `+by+`; await new Promise(requestAnimationFrame); } return el.scrollTop; })()`)
		}
		worked("a step of scrolling by "+by+" pixels", 100)
	}
	p.keys(".")
	p.until(`!!document.querySelector('.mark.current')`)
	busy = p.worked()
	for range 10 {
		was := is[string](p, `document.querySelector('.mark.current').dataset.id`)
		p.keys(".")
		p.until(`document.querySelector('.mark.current')?.dataset.id !== ` + quoted(was))
	}
	worked("going to the next coding", 10)
	if is[bool](p, `document.querySelector('.mark.current').classList.contains('others')`) {
		was := is[string](p, `document.querySelector('.mark.current').dataset.id`)
		p.keys(".")
		p.until(`document.querySelector('.mark.current')?.dataset.id !== ` + quoted(was))
		busy = p.worked()
	}
	change := "2"
	if is[string](p, `document.querySelector('.mark.current').dataset.says`) == "against" {
		change = "3"
	}
	says := map[string]string{"2": "against", "3": "qualified"}[change]
	p.keys(change)
	p.until(`document.querySelector('.mark.current').dataset.says === ` + quoted(says))
	worked("changing a coding", 1)
	if n := is[int](p, `[...document.querySelectorAll('.block')].filter(b => b.getBoundingClientRect().top < innerHeight && b.getBoundingClientRect().bottom > 60 && [...b.querySelectorAll('.bar')].some(x => !x.style.getPropertyValue('--long'))).length`); n > 0 {
		t.Errorf("%d paragraphs on the screen have bars that were not measured", n)
	}
}

// tasks returns how long the page's thread worked on each of its tasks while something was done, in milliseconds of the processor, the
// longest first.
func (p *tab) tasks(do func()) []float64 {
	p.t.Helper()
	type event struct {
		Name, Ph string
		Pid, Tid int
		Tdur     float64 // in microseconds
		Args     struct{ Name string }
	}
	var mu sync.Mutex
	var events []event
	ended := make(chan struct{})
	if err := chromedp.Listen(p.ctx, func(ev any) {
		switch ev := ev.(type) {
		case *tracing.EventDataCollected:
			mu.Lock()
			defer mu.Unlock()
			for _, v := range ev.Value {
				var e event
				if json.Unmarshal(v, &e) == nil {
					events = append(events, e)
				}
			}
		case *tracing.EventTracingComplete:
			close(ended)
		}
	}); err != nil {
		p.t.Fatal(err)
	}
	if _, err := chromedp.Call(p.ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: []string{"disabled-by-default-devtools.timeline", "__metadata"}}}); err != nil {
		p.t.Fatal(err)
	}
	do()
	if _, err := chromedp.Call(p.ctx, tracing.End, cdp.Empty{}); err != nil {
		p.t.Fatal(err)
	}
	select {
	case <-ended:
	case <-time.After(patience):
		p.t.Fatal("the browser does not end its trace")
	}
	mu.Lock()
	defer mu.Unlock()
	pages := map[[2]int]bool{}
	for _, e := range events {
		if e.Name == "thread_name" && e.Args.Name == "CrRendererMain" {
			pages[[2]int{e.Pid, e.Tid}] = true
		}
	}
	out := make([]float64, 5)
	for _, e := range events {
		if pages[[2]int{e.Pid, e.Tid}] && e.Name == "RunTask" {
			out = append(out, e.Tdur/1000)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// worked returns how long the page has kept its thread busy, in seconds of the processor, whatever else the machine does.
func (p *tab) worked() float64 {
	p.t.Helper()
	got, err := chromedp.Call(p.ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		p.t.Fatal(err)
	}
	for _, m := range got.Metrics {
		if m.Name == "TaskDuration" {
			return m.Value
		}
	}
	p.t.Fatal("the browser does not say")
	return 0
}
