package convert

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"crosscase/corpus"
)

// Options says how to convert.
type Options struct {
	// CacheDir holds the compiled PDF engine; "" means the folder "crosscase"
	// in the user's cache folder.
	CacheDir string
	// Speakers asks to look for turns: true unless the document is known to be
	// no conversation. Speakers that the format itself names are always kept.
	Speakers bool
}

// Result is the text of a file and what could be learned about it on the way.
type Result struct {
	Text     string           // UTF-8, NFC, LF, ends in one "\n"
	Format   string           // txt, md, docx, pdf, vtt
	Title    string           // from the file's own title or first heading; "" if there is none
	Date     string           // YYYY-MM-DD, YYYY-MM or YYYY from the first lines; "" if there is none
	Minutes  int              // duration from the first lines; 0 if there is none
	Speakers []corpus.Speaker // in order of their first turn
	Turns    int
	Pages    []int // character of Text at which each page starts; nil if the format has no pages
	Report   Report
}

// maxInput is the size in bytes above which no file is read.
const maxInput = 512 << 20

// reader takes the bytes of one format apart.
type reader func(ctx context.Context, data []byte, opts Options, r *Report) (Source, error)

// readers maps a file ending to the reader of its format.
var readers = map[string]reader{
	".txt": readTxt, ".md": readMarkdown, ".markdown": readMarkdown,
	".vtt": readVTT, ".docx": readDocx, ".pdf": readPDF,
}

// Formats lists the file endings that Convert reads.
func Formats() []string { return []string{".txt", ".md", ".vtt", ".docx", ".pdf"} }

// Convert turns a file into a document's text. The ending of name tells the
// format. The errors do not repeat the name: they say what is wrong with the
// file and what to do. Converting a text that Convert wrote, as .txt, gives the
// same text again.
func Convert(ctx context.Context, name string, data []byte, opts Options) (Result, error) {
	ext := strings.ToLower(filepath.Ext(name))
	read := readers[ext]
	if read == nil {
		return Result{}, fmt.Errorf("has the ending %q, which is not read; save it as one of %s", ext, strings.Join(Formats(), ", "))
	}
	if len(data) > maxInput {
		return Result{}, fmt.Errorf("has %d MB, more than the %d MB that are read; split it", len(data)>>20, maxInput>>20)
	}
	if err := checkFirstBytes(ext, data); err != nil {
		return Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	var report Report
	src, err := read(ctx, data, opts, &report)
	if err != nil {
		return Result{}, err
	}
	return finish(ctx, src, opts, report)
}

// finish does what is common to all formats.
func finish(ctx context.Context, src Source, opts Options, report Report) (Result, error) {
	normalise(&src, &report)
	if !hasWords(src.Blocks) {
		return Result{}, fmt.Errorf("holds no text%s", noTextRemedy(src.Format))
	}
	res := Result{Format: src.Format}
	res.Title = titleOf(src)
	res.Date, res.Minutes = factsOf(src.Blocks)
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	blocks, speakers := findTurns(src, opts.Speakers, &report)
	warnOfOneSpeaker(blocks, speakers, &report)
	res.Text, res.Pages = write(blocks, src.Pages, &report)
	res.Speakers, res.Turns = speakers, turnsIn(blocks)
	if res.Pages == nil {
		settle(&res, opts.Speakers, &report)
	}
	res.Report = report
	return res, nil
}

func turnsIn(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		if b.Speaker != "" {
			n++
		}
	}
	return n
}

// settle reads a text once more as our own form and takes what comes out, until
// nothing changes: a caption that holds a name only may then be a turn.
func settle(res *Result, look bool, r *Report) {
	for range 3 {
		blocks, speakers := findTurns(Source{Format: "txt", Blocks: textBlocks(strings.TrimSuffix(res.Text, "\n"), &Report{})}, look, &Report{})
		text, _ := write(blocks, 0, &Report{})
		if text == res.Text {
			return
		}
		r.Add("guessed", "turns found only in the finished text", 1, firstDifference(res.Text, text))
		known := corpus.Document{Speakers: res.Speakers}
		for _, s := range speakers {
			if _, ok := known.SpeakerOf(s.Label); !ok {
				res.Speakers = append(res.Speakers, s)
			}
		}
		res.Text = text
		res.Turns = len(corpus.Parse(corpus.NewText(text), res.Speakers).Turns)
	}
}

func noTextRemedy(format string) string {
	if format == "pdf" {
		return "; its pages are pictures: run text recognition (OCR) on it first"
	}
	return "; check that the file was saved whole"
}

func hasWords(blocks []Block) bool {
	for _, b := range blocks {
		if b.Text != "" || b.Speaker != "" {
			return true
		}
	}
	return false
}

// titleOf returns the file's first heading of the highest level on its first
// pages, else the title that it carries.
func titleOf(src Source) string {
	best := Block{}
	for i, b := range src.Blocks {
		if i > 200 {
			break
		}
		if b.Kind == Heading && (best.Level == 0 || b.Level < best.Level) {
			best = b
		}
	}
	if best.Level > 0 {
		return best.Text
	}
	return strings.TrimSpace(src.Title)
}

// cacheDir returns the folder for compiled engines.
func cacheDir(opts Options) (string, error) {
	if opts.CacheDir != "" {
		return opts.CacheDir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "crosscase"), nil
}
