package workbench_test

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// contrasts measures every piece of text that is on the page, whether or not it is scrolled to, and the edges of its fields, and returns those below what WCAG 2.2 asks for: 4.5 to 1 for
// text, 3 to 1 for large text and for the edges of fields and the bars of codings. What is disabled is asked nothing of.
//
//go:embed testdata/contrasts.js
var contrasts string

type contrast struct {
	Measured int
	Bad      []string
}

// TestContrast looks at every view and at what opens in them, in light and in dark.
func TestContrast(t *testing.T) {
	if testing.Short() {
		t.Skip("looks at the page alone, which the race detector does not see")
	}
	folder := demo(t, "municipalities")
	put(t, folder, "crosscase.yaml", strings.Replace(read(t, folder, "crosscase.yaml"), "    label: Ann\n", "    label: Ann\n  - name: ben\n    label: Ben\n", 1))
	for _, args := range [][]string{{"vanskelig-malbart", "--quote", "Vanskelig å måle, men det må stå der.", "--says", "against"}, {"benchmarking", "--quote", "Jeg har ingen stab å sette det bort til.", "--says", "qualified"}} {
		crosscase(t, folder, append([]string{"coding", "add", "--coder", "ben", "--document", "a-intervju.txt"}, args...)...)
	}
	put(t, folder, "memos/2026-01-01-ann-om.md", "---\nabout:\n  - code: benchmarking\nby: ann\n\"on\": \"2026-01-01\"\n---\n\nEt memo.\n")
	p := open(t, chromium(t), serve(t, folder))
	measured := 0
	look := func(where string) {
		t.Helper()
		for _, dark := range []bool{false, true} {
			p.dark(dark)
			got := is[contrast](p, contrasts)
			measured += got.Measured
			for _, bad := range got.Bad {
				t.Errorf("%s, %s: %s", where, map[bool]string{false: "light", true: "dark"}[dark], bad)
			}
		}
		p.dark(false)
	}
	closed := func() {
		t.Helper()
		is[string](p, `(document.querySelectorAll('dialog[open]').forEach(d => d.close()), '')`)
		p.until(`!document.querySelector('dialog[open]')`)
	}
	for _, v := range views {
		p.goes(v[0], v[1])
		look(v[0])
	}
	p.goes(aInterview, interview)
	for _, key := range []string{"n", "."} { // a proposal, a coding
		p.keys(key)
		p.until(`!!document.querySelector('.mark.current') && !!document.querySelector('.inspector .head')`)
		look("with " + key)
	}
	p.keys(kb.Escape)
	p.drag("Jeg har ingen stab")
	look("with words selected")
	p.keys("b")
	p.until(`document.querySelectorAll('.picker li').length > 3`)
	look("choosing a code")
	p.keys(kb.Escape)
	p.keys(kb.Escape)
	p.keys("?")
	p.until(`!!document.querySelector('dialog[open]')`)
	look("the keys")
	closed()
	p.keys("z", kb.ModifierCtrl, kb.ModifierShift)
	p.until(`!!document.querySelector('.note')`)
	look("a note")
	for _, d := range [][3]string{
		{"#cases/chart", `!!document.querySelector('.framework')`, ".framework tbody tr:nth-child(4) td button"},
		{"#cases/attributes", `!!document.querySelector('.grid') && !document.querySelector('.framework')`, ".grid tbody td button"},
		{"#compare/challenges", `[...document.querySelectorAll('.state-mixed')].some(x => x.textContent.includes('ikke avgjort'))`, ".state-mixed button"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(4)"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(5)"},
		{"#coverage", `!!document.querySelector('.closing')`, ".grid td button"},
		{"#memos", `!!document.querySelector('.memotext')`, ""},
		{"#status", `!!document.querySelector('button.tile')`, "button.tile"},
	} {
		p.goes(d[0], d[1])
		if d[2] != "" {
			p.click(d[2])
			p.until(`!!document.querySelector('dialog[open]')`)
		}
		look(fmt.Sprintf("%s %s", d[0], d[2]))
		closed()
	}
	p.goes("#search/(m%C3%A5l", `!!document.querySelector('.warning')`)
	look("a query that is wrong")
	t.Logf("%d measurements", measured)
	if measured < 10000 {
		t.Errorf("only %d measurements", measured)
	}
}
