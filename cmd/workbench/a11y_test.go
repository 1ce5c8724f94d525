package workbench_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// views are the addresses of the page's views in the Norwegian example, and what is there once they are.
var views = [][2]string{
	{aInterview, interview},
	{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`},
	{"#search/verktøy", `document.querySelectorAll('.results .passage').length > 0`},
	{"#cases/chart", `!!document.querySelector('.framework')`},
	{"#cases/attributes", `!document.querySelector('.framework') && !!document.querySelector('.grid')`},
	{"#compare/challenges", `!!document.querySelector('.grid caption')`},
	{"#compare/%3Asimilarity", `document.querySelector('.names [aria-current]')?.hash.includes('similarity') && !!document.querySelector('.answer:nth-of-type(2)') && !!document.querySelector('.picture img')?.alt`},
	{"#memos/+code:benchmarking", `!!document.querySelector('.memoform')`},
	{"#coverage", `!!document.querySelector('.closing')`},
	{"#status", `!!document.querySelector('.tiles')`},
	{"#start", `!!document.querySelector('.steps')`},
}

// heard is a node of what the browser tells a screen reader.
type heard struct {
	role, name string
	level      int
	focusable  bool
}

// listen returns what a screen reader is told of the page, in order.
func (p *tab) listen() []heard {
	p.t.Helper()
	tree, err := chromedp.Call(p.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		p.t.Fatal(err)
	}
	words := func(v *accessibility.Value) string {
		if v == nil {
			return ""
		}
		var s string
		if json.Unmarshal(v.Value, &s) != nil {
			return strings.Trim(string(v.Value), `"`)
		}
		return s
	}
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		byID[n.NodeID] = n
	}
	var order []*accessibility.Node // as it is read, and not layer by layer
	var down func(n *accessibility.Node)
	down = func(n *accessibility.Node) {
		order = append(order, n)
		for _, id := range n.ChildIDs {
			if c := byID[id]; c != nil {
				down(c)
			}
		}
	}
	for _, n := range tree.Nodes {
		if byID[n.ParentID] == nil {
			down(n)
		}
	}
	var out []heard
	for _, n := range order {
		if n.Ignored {
			continue
		}
		h := heard{role: words(n.Role), name: strings.TrimSpace(words(n.Name))}
		for _, x := range n.Properties {
			switch x.Name {
			case accessibility.PropertyNameLevel:
				fmt.Sscan(words(x.Value), &h.level)
			case accessibility.PropertyNameFocusable:
				h.focusable = words(x.Value) == "true"
			}
		}
		out = append(out, h)
	}
	return out
}

// operable are the roles of what a person acts with.
var operable = []string{"button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "listbox", "option", "menuitem", "tab", "slider", "spinbutton"}

// TestWhatAScreenReaderIsTold holds every view's accessibility tree against what it should be: everything that is acted with has a name, headings go down one
// level at a time from a first one, the landmarks are there once and have names where there are several, pictures have words.
func TestWhatAScreenReaderIsTold(t *testing.T) {
	if testing.Short() {
		t.Skip("looks at the page alone, which the race detector does not see")
	}
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	for _, v := range views {
		p.goes(v[0], v[1])
		nodes := p.listen()
		count := map[string]int{}
		level := 0
		for _, n := range nodes {
			count[n.role]++
			if slices.Contains(operable, n.role) && n.name == "" {
				t.Errorf("%s: a %s has no name", v[0], n.role)
			}
			if slices.Contains(operable, n.role) && len([]rune(n.name)) == 1 && !slices.Contains([]string{"B", "I", "R"}, n.name) {
				t.Errorf("%s: a %s is called %q", v[0], n.role, n.name)
			}
			if (n.role == "image" || n.role == "img") && n.name == "" {
				t.Errorf("%s: a picture has no words", v[0])
			}
			if n.role == "navigation" && n.name == "" || n.role == "region" && n.name == "" || n.role == "dialog" && n.name == "" {
				t.Errorf("%s: a %s has no name", v[0], n.role)
			}
			if n.role == "heading" {
				if n.level > level+1 {
					t.Errorf("%s: heading %q has level %d below one of level %d", v[0], n.name, n.level, level)
				}
				level = n.level
				if n.level == 1 {
					count["first heading"]++
				}
			}
		}
		if count["main"] != 1 || count["banner"] > 1 {
			t.Errorf("%s: %d main parts, %d banners", v[0], count["main"], count["banner"])
		}
		if count["first heading"] != 1 {
			t.Errorf("%s: %d first headings", v[0], count["first heading"])
		}
		if count["status"] == 0 || is[int](p, `document.querySelectorAll('[aria-live]').length`) < 2 {
			t.Errorf("%s: nothing tells what happens", v[0])
		}
	}
}

// TestDialogsAreToldAndGiveTheFocusBack opens what opens in each view with Enter: a screen reader hears of a dialog with a name, everything in it that is acted
// with has one, and the focus goes into it and, with Escape, back to where it was.
func TestDialogsAreToldAndGiveTheFocusBack(t *testing.T) {
	if testing.Short() {
		t.Skip("looks at the page alone, which the race detector does not see")
	}
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	for _, d := range [][3]string{
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".bar-top button"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(1)"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(2)"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(3)"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(4)"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(5)"},
		{"#codebook/benchmarking", `document.querySelectorAll('.passage').length > 2`, ".detail .buttons button:nth-child(6)"},
		{"#cases/chart", `!!document.querySelector('.framework')`, ".framework tbody tr:nth-child(4) td button"},
		{"#cases/attributes", `!!document.querySelector('.grid') && !document.querySelector('.framework')`, ".grid tbody td button"},
		{"#compare/challenges", `!!document.querySelector('.grid caption')`, ".grid tbody td button"},
		{"#coverage", `!!document.querySelector('.closing')`, ".grid tbody td button"},
		{"#status", `!!document.querySelector('.tiles')`, "#help"},
	} {
		p.goes(d[0], d[1])
		p.until(`(x => !!x && (x.focus(), document.activeElement === x))(document.querySelector(` + quoted(d[2]) + `))`)
		p.keys(kb.Enter)
		p.until(`document.querySelector('dialog[open]')?.contains(document.activeElement)`)
		dialogs := 0
		for _, n := range p.listen() {
			if n.role == "dialog" {
				dialogs++
			}
			if (n.role == "dialog" || slices.Contains(operable, n.role)) && n.name == "" {
				t.Errorf("%s %s: a %s has no name", d[0], d[2], n.role)
			}
		}
		if dialogs != 1 {
			t.Errorf("%s %s: a screen reader hears of %d dialogs", d[0], d[2], dialogs)
		}
		p.keys(kb.Escape)
		p.until(`!document.querySelector('dialog[open]') && document.activeElement === document.querySelector(` + quoted(d[2]) + `)`)
	}
}

// TestTheFocusIsSeenAndNotLost goes through every view with the tabulator: each stop is to be seen, with a mark around it.
func TestTheFocusIsSeenAndNotLost(t *testing.T) {
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	const look = `(() => { const e = document.activeElement; if (!e || e === document.body) return 'nothing'; const s = getComputedStyle(e), r = e.getBoundingClientRect();
		const marked = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
		const seen = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
		return marked && seen ? '' : (marked ? 'out of sight: ' : 'without a mark: ') + e.outerHTML.slice(0, 120); })()`
	for _, v := range views {
		p.goes(v[0], v[1])
		is[string](p, `(document.activeElement?.blur(), document.querySelector('#skip').focus(), '')`)
		bad := map[string]bool{}
		for range 40 {
			p.keys(kb.Tab)
			what := is[string](p, look)
			for try := 0; strings.HasPrefix(what, "out of sight") && try < 20; try++ {
				time.Sleep(50 * time.Millisecond) // paragraphs that come near are laid out meanwhile
				what = is[string](p, look)
			}
			if what != "" && what != "nothing" {
				bad[what] = true
			}
		}
		for what := range bad {
			t.Errorf("%s: %s", v[0], what)
		}
	}
}

// TestWhatHappenedIsSaid codes, takes back and accepts by keyboard, and hears of each in the live region.
func TestWhatHappenedIsSaid(t *testing.T) {
	p := open(t, chromium(t), serve(t, demo(t, "municipalities")))
	p.goes(aInterview, interview)
	hears := func(words string) {
		t.Helper()
		p.until(`document.querySelector('#said').textContent.includes(` + quoted(words) + `)`)
	}
	p.keys(kb.ArrowDown)
	p.until(`document.activeElement.classList.contains('block')`)
	p.keys(kb.ArrowRight)
	p.until(`document.getSelection().toString().length > 5`)
	hears(is[string](p, `document.getSelection().toString()`))
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.picker')`)
	hears("koder")
	p.keys("terskelverdier")
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.mark.current')`)
	hears("Terskelverdier")
	p.until(`document.activeElement.classList.contains('mark')`) // the focus is at what was made
	p.keys("z", kb.ModifierCtrl)
	hears("Tok tilbake")
	p.until(`document.activeElement !== document.body`) // after taking back
	const current = `document.querySelector('.mark.current.proposed')?.dataset.id`
	p.keys("n")
	p.until(`!!(` + current + `)`)
	hears("foreslått")
	id := is[string](p, current)
	p.keys("a")
	p.until(`(` + current + ` ?? ` + quoted(id) + `) !== ` + quoted(id) + ` && document.activeElement === document.querySelector('.mark.current')`)
	hears(is[string](p, `document.querySelector('.mark.current .name').textContent`)) // the next proposal
	p.keys("?")
	p.until(`!!document.querySelector('dialog[open]')`)
	is[bool](p, `!document.querySelectorAll('.mark').forEach((m) => m.replaceWith(m.cloneNode(true)))`) // as when something changes on disk
	for _, n := range p.listen() {
		if n.role == "dialog" && n.name == "" || n.role == "button" && n.name == "×" {
			t.Errorf("in the dialog, a %s is called %q", n.role, n.name)
		}
	}
	p.keys(kb.Escape)
	p.until(`!document.querySelector('dialog[open]')`)
	p.until(`document.activeElement.classList.contains('block')`) // what had the focus before the dialog is gone; its paragraph has it

	is[bool](p, `!document.querySelector('#help').focus()`)
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('dialog[open]')`)
	is[bool](p, `!document.dispatchEvent(new CustomEvent('steps'))`) // the top is drawn anew
	p.keys(kb.Escape)
	p.until(`document.activeElement.id === 'help'`)
}
