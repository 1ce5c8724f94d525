package workbench_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestAStudyBegunByKeyboard begins a study in a folder with blanks and Norwegian letters in its name without the mouse, takes in what it needs, and takes
// all of it back and does it again.
func TestAStudyBegunByKeyboard(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "min studie æøå")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	sources := t.TempDir()
	put(t, sources, "østvåg intervju.txt", "I: Hvilke mål setter dere?\n\nR: Fire mål, tror jeg.\n\nI: Hvorfor fire?\n\nR: Det er ikke tid til mer.\n")
	put(t, sources, "guide.md", "# Mål\n\n1. Hvilke mål setter dere?\n2. Hvorfor så mange?\n")
	p := open(t, chromium(t), serve(t, folder))
	p.until(`document.activeElement?.matches('.start .card input')`)
	p.keys("Mål")
	p.keys(kb.Tab)
	p.keys("nor") // the language, by its first letters
	p.until(`document.activeElement.value === 'nb'`)
	p.keys(kb.Tab)
	p.keys("Kari Nordmann")
	p.until(`document.activeElement.value === 'Kari Nordmann'`)
	p.keys(kb.Enter)
	p.until(`!!document.querySelector('.steps') && document.querySelector('.who-codes').textContent === 'Kari Nordmann'`)
	if !strings.Contains(read(t, folder, "crosscase.yaml"), "  - name: kari-nordmann\n    label: Kari Nordmann\n") {
		t.Error("the name of the coder does not stand in the study")
	}
	begun := studyFiles(t, folder)

	is[string](p, `(document.querySelector('.steps form input').focus(), '')`)
	p.keys("Østvåg")
	p.keys(kb.Enter)
	p.until(`[...document.querySelectorAll('.steps .tag')].some(x => x.firstChild.textContent === 'Østvåg')`)
	p.uploads(".steps > li:nth-child(2) input[type=file]", filepath.Join(sources, "østvåg intervju.txt"))
	p.until(`document.querySelector('.steps .taken')?.textContent.includes('intervju')`)
	p.uploads(".steps > li:nth-child(3) input[type=file]", filepath.Join(sources, "guide.md"))
	p.until(`document.querySelector('.steps > li:nth-child(3) p').textContent.includes('2')`)
	steps := []string{"la til caset Østvåg", "tok inn 1 dokument", "leste guiden", "laget koder", "maskinkoderne"}
	for i, words := range steps[3:] {
		p.click(".steps > li:nth-child(4) .buttons button:nth-child(" + quotedInt(i+1) + ")")
		p.until(`document.querySelector('#undo').title.includes(` + quoted(words) + `)`)
	}
	p.until(`document.querySelector('#notes').children.length < 2 && !document.querySelector('.note.wrong')`)
	done := studyFiles(t, folder)
	is[string](p, `(document.activeElement.blur(), '')`)
	for i := len(steps) - 1; i >= 0; i-- {
		p.until(`document.querySelector('#undo').title.includes(` + quoted(steps[i]) + `)`)
		p.keys("z", kb.ModifierCtrl)
		p.until(`document.querySelector('#redo').title.includes(` + quoted(steps[i]) + `) && document.querySelector('#notes').textContent.includes(` + quoted("Tok tilbake: "+steps[i]) + `)`)
	}
	p.until(`!document.querySelector('.steps .taken') && document.querySelector('#undo').disabled`)
	same(t, "taken back", begun, studyFiles(t, folder))
	for i := range steps {
		p.keys("z", kb.ModifierCtrl, kb.ModifierShift)
		p.until(`document.querySelector('#undo').title.includes(` + quoted(steps[i]) + `)`)
	}
	same(t, "done again", done, studyFiles(t, folder))
	if out := crosscase(t, folder, "check"); strings.TrimSpace(out) != "" {
		t.Errorf("check finds %s", out)
	}
}

// TestTheStartSpeaksTheBrowsersLanguage asks for the page of a folder without a study as browsers of several languages do.
func TestTheStartSpeaksTheBrowsersLanguage(t *testing.T) {
	p := enter(t, serve(t, t.TempDir()))
	for asked, want := range map[string]string{"": "en", "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6,en;q=0.5": "nb", "nn;q=0.9,nb;q=0.8": "nn", "no": "nb", "fr-FR,fr;q=0.9,nn;q=0.2,en;q=0.1": "nn", "en-GB,nb": "en", "de": "en"} {
		_, out := p.ask(http.MethodGet, "/api/study", nil, func(r *http.Request) { r.Header.Set("Accept-Language", asked) })
		if out["language"] != want {
			t.Errorf("asked for %q it speaks %v", asked, out["language"])
		}
	}
	_, out := p.ask(http.MethodPost, "/api/start", map[string]any{"folder": "", "language": "nb"}, nil)
	if out["error"] == nil {
		t.Errorf("a study without a coder: %v", out)
	}
}
