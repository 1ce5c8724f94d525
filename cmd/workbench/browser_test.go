package workbench_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"crosscase/cmd"
	"crosscase/cmd/workbench"
	"crosscase/corpus/plainfile"
)

// patience is how long a browser may take for one step, on a machine that does other things too.
const patience = 60 * time.Second

// shared is what the tests of this package have in common, because it takes long to make: a browser, in which each has tabs of its own, and the
// example studies as the program writes them, of which each gets a copy.
var shared struct {
	browser  context.Context
	close    func()
	examples map[string]string // folders
}

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.close != nil {
		shared.close()
	}
	for _, folder := range shared.examples {
		_ = os.RemoveAll(filepath.Dir(folder))
	}
	os.Exit(code)
}

// chromium returns Debian's browser without a window, started anew if it is gone. Where there is none the test is passed over, and says so.
func chromium(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes long; left out of short runs")
	}
	if shared.browser != nil && shared.browser.Err() == nil {
		return shared.browser
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium on this machine, so nobody looked at the page: apt-get install chromium")
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1366, 768), chromedp.Flag("lang", "en"))...)
	ctx, close := chromedp.NewContext(alloc)
	if err := chromedp.Do(ctx); err != nil {
		stop()
		t.Fatal(err)
	}
	shared.browser, shared.close = ctx, func() { close(); stop() }
	return ctx
}

// demo returns the folder of a copy of an example study.
func demo(t testing.TB, example string) string {
	t.Helper()
	return copyOf(t, example, func(folder string) { crosscase(t, filepath.Dir(folder), "demo", "--example", example, folder) })
}

// copyOf returns the folder of a copy of a study, which is written the first time that one of its name is wanted.
func copyOf(t testing.TB, name string, write func(folder string)) string {
	t.Helper()
	if shared.examples[name] == "" {
		parent, err := os.MkdirTemp("", "crosscase-example")
		if err != nil {
			t.Fatal(err)
		}
		written := filepath.Join(parent, "study")
		write(written)
		if shared.examples == nil {
			shared.examples = map[string]string{}
		}
		shared.examples[name] = written
	}
	folder := filepath.Join(t.TempDir(), "study")
	if err := copyFolder(shared.examples[name], folder); err != nil {
		t.Fatal(err)
	}
	return folder
}

// copyFolder copies a folder with the times of its files, by which the program knows what it has read already.
func copyFolder(from, to string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		return os.Chtimes(filepath.Join(to, rel), info.ModTime(), info.ModTime())
	})
}

// crosscase runs a command in a folder and returns what it prints.
func crosscase(t testing.TB, folder string, args ...string) string {
	t.Helper()
	var out, told bytes.Buffer
	e := &cmd.Env{Stdout: &out, Stderr: &told, Stdin: strings.NewReader(""), Folder: folder, Now: today, Getenv: func(string) string { return "" }, Version: "test",
		CacheDir: filepath.Join(os.TempDir(), "crosscase-test-cache")}
	if code := cmd.Run(context.Background(), e, args); code != 0 {
		t.Fatalf("crosscase %s: exit code %d\n%s%s", strings.Join(args, " "), code, out.String(), told.String())
	}
	return out.String()
}

func today() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// serve serves a folder until the test ends and returns the address for the browser.
func serve(t testing.TB, folder string) string {
	t.Helper()
	w := workbench.New(workbench.Options{Dir: plainfile.Dir{Root: folder}, Version: "test", Program: "test", Now: today, Watch: 50 * time.Millisecond,
		CacheDir: filepath.Join(os.TempDir(), "crosscase-test-cache")})
	l, err := w.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return w.Address()
}

// tab is one page of the browser, and what a person does in it.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// open opens an address in a tab of its own, and remembers what the page complains of.
func open(t *testing.T, browser context.Context, address string) *tab {
	t.Helper()
	ctx, close := chromedp.NewContext(browser)
	t.Cleanup(close)
	if err := chromedp.Do(ctx); err != nil { // the tab lives as long as the context of its first step
		t.Fatal(err)
	}
	p := &tab{t, ctx}
	p.do(chromedp.EmulateViewport(1366, 768))
	if times, err := strconv.ParseFloat(os.Getenv("CROSSCASE_SLOW"), 64); err == nil { // as on a machine so many times slower
		if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times}); err != nil {
			t.Fatal(err)
		}
	}
	if err := chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("the page says: %s", ev.ExceptionDetails.Text+" "+ev.ExceptionDetails.Exception.Description)
		}
	}); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Navigate(address))
	p.until(`!!document.querySelector('#main > *')`)
	return p
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	err := chromedp.Do(ctx, steps...)
	for err != nil && (strings.Contains(err.Error(), "Could not find node") || strings.Contains(err.Error(), "No node with given id")) {
		err = chromedp.Do(ctx, steps...) // the page was drawn anew between the look and the step: look again
	}
	if err != nil {
		p.shot(filepath.Join(os.TempDir(), "crosscase-failed.png"))
		p.t.Fatalf("%v (the page as it was: crosscase-failed.png in the folder for temporary files)", err)
	}
}

// until waits until something holds of the page.
func (p *tab) until(script string) {
	p.t.Helper()
	p.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Poll[bool](script, chromedp.WithPollingTimeout(patience-time.Second), chromedp.WithPollingInterval(20*time.Millisecond))(ctx, target)
		if err != nil {
			err = fmt.Errorf("waited for %s: %w", script, err)
		}
		return chromedp.Void{}, err
	})
}

// is returns what a script finds on the page.
func is[T any](p *tab, script string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", script, err)
	}
	return out
}

// keys presses keys one after the other, as a keyboard does: a letter that the page takes for a command is
// not typed as well.
func (p *tab) keys(keys string, mods ...chromedp.Modifier) {
	p.t.Helper()
	for _, r := range keys {
		if k := kb.Keys[r]; k != nil && len([]rune(k.Key)) > 1 || len(mods) > 0 && mods[0] != kb.ModifierShift {
			p.do(chromedp.KeyEvent(string(r), chromedp.KeyModifiers(mods...)))
			continue
		}
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			e := input.DispatchKeyEventParams{Type: kind, Key: string(r), Modifiers: int64(chromedpModifiers(mods))}
			if kind == input.DispatchKeyEventTypeKeyDown {
				e.Text, e.UnmodifiedText = string(r), string(r)
			}
			ctx, cancel := context.WithTimeout(p.ctx, patience)
			_, err := chromedp.Call(ctx, input.DispatchKeyEvent, e)
			cancel()
			if err != nil {
				p.t.Fatal(err)
			}
		}
	}
}

func chromedpModifiers(mods []chromedp.Modifier) (out chromedp.Modifier) {
	for _, m := range mods {
		out |= m
	}
	return out
}

// click waits until something can be seen and nothing covers it, and clicks on it in the same breath: the page may be drawn anew at any time.
func (p *tab) click(selector string) {
	p.t.Helper()
	p.until(`(at => {
		at?.scrollIntoView({ block: 'nearest' });
		const box = at?.getBoundingClientRect();
		const seen = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
		if (!seen || !at.contains(seen) || at.disabled) return false;
		seen.click();
		return true;
	})(document.querySelector(` + quoted(selector) + `))`)
}

// leaves takes the keyboard out of a field, as Tab does.
func (p *tab) leaves(selector string) {
	p.t.Helper()
	p.until(`(at => !!at && (at.blur(), true))(document.querySelector(` + quoted(selector) + `))`)
}

// uploads gives a field of the page a file.
func (p *tab) uploads(selector, file string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS(selector), []string{file}))
}

// goes opens a view and waits for it.
func (p *tab) goes(hash, wait string) {
	p.t.Helper()
	is[string](p, fmt.Sprintf(`location.hash = %q`, hash))
	p.until(wait)
}

// drag selects words with the mouse, as they stand in the transcript, and returns their place.
func (p *tab) drag(words string) {
	p.t.Helper()
	quoted, _ := json.Marshal(words)
	box := is[[]float64](p, fmt.Sprintf(`(async () => {
		const walk = document.createTreeWalker(document.querySelector('.blocks'), NodeFilter.SHOW_TEXT);
		for (let n; (n = walk.nextNode());) {
			if (!n.parentElement.closest('.txt')) continue;
			const i = n.data.indexOf(%s);
			if (i < 0) continue;
			for (let i = 0; i < 3; i++) { // until what came into view has its true height
				n.parentElement.closest('.block').scrollIntoView({ block: 'center' });
				await new Promise(requestAnimationFrame);
			}
			const r = document.createRange();
			r.setStart(n, i); r.setEnd(n, i + %s.length);
			const rects = [...r.getClientRects()], a = rects[0], b = rects[rects.length - 1];
			return [a.left + 0.5, a.top + a.height / 2, b.right - 0.2, b.top + b.height / 2];
		}
		return [];
	})()`, quoted, quoted))
	if len(box) != 4 {
		p.t.Fatalf("the words do not stand in the page: %q", words)
	}
	p.do(chromedp.DragAndDropXY(box[0], box[1], box[2], box[3], 6))
	p.until(`document.getSelection().toString().length > 0`)
}

// shot keeps a picture of the page, with few colours, so that it is small.
func (p *tab) shot(file string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Log(err)
		return
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		p.t.Fatal(err)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, fewColours(img)); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// fewColours returns a picture with at most 120 colours: those that it has most of, each some way from
// the others, so that small marks keep theirs.
func fewColours(img image.Image) image.Image {
	count := map[color.RGBA]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)]++
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(p, q color.RGBA) int {
		return cmp.Or(count[q]-count[p], int(p.R)-int(q.R), int(p.G)-int(q.G), int(p.B)-int(q.B))
	})
	var palette color.Palette
	for _, c := range all {
		near := slices.ContainsFunc(palette, func(o color.Color) bool {
			p := o.(color.RGBA)
			return max(int(p.R)-int(c.R), int(c.R)-int(p.R))+max(int(p.G)-int(c.G), int(c.G)-int(p.G))+max(int(p.B)-int(c.B), int(c.B)-int(p.B)) < 22
		})
		if !near {
			palette = append(palette, c)
		}
		if len(palette) == 120 {
			break
		}
	}
	out := image.NewPaletted(b, palette)
	draw.Draw(out, b, img, b.Min, draw.Src)
	return out
}

func (p *tab) dark(is bool) {
	value := "light"
	if is {
		value = "dark"
	}
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}}})
	if err != nil {
		p.t.Fatal(err)
	}
}
