package convert

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// Options says how to convert.
type Options struct {
	// CacheDir holds the compiled PDF engine; "" means the folder "crosscase"
	// in the user's cache folder.
	CacheDir string
	// Speakers asks to look for turns: true unless the document is known to be
	// no conversation. Speakers that the format itself names are always kept.
	Speakers bool
	// Split makes several documents of a table: "rows", one a row, or "columns", one
	// a column. The first row, or the first column, names the questions.
	Split string
}

// Result is the text of a file and what could be learned about it on the way.
type Result struct {
	Name     string           // of the part, where a file holds several documents
	Text     string           // UTF-8, NFC, LF, ends in one "\n"
	Format   string           // txt, md, docx, pdf, vtt …
	Title    string           // from the file's own title or first heading; "" if there is none
	Date     string           // YYYY-MM-DD, YYYY-MM or YYYY from the first lines; "" if there is none
	Assumed  []Entry          // of Date, for the report of whoever takes it
	Minutes  int              // duration from the first lines; 0 if there is none
	Speakers []corpus.Speaker // in order of their first turn
	Turns    int
	Pages    []int // character of Text at which each page starts; nil if the format has no pages
	Report   Report
}

// maxInput is the size in bytes above which no file is read.
const maxInput = 512 << 20

// reader takes the bytes of one format apart. It sets report.In to the letters
// and digits of the words that it found in the file, and accounts for each that
// is not in the blocks it returns.
type reader func(ctx context.Context, data []byte, opts Options, r *Report) (Source, error)

// readers maps a file ending to the reader of its format.
var readers = map[string]reader{
	".txt": readTxt, ".md": readMarkdown, ".markdown": readMarkdown,
	".vtt": readVTT, ".srt": readSRT, ".eaf": readELAN, ".textgrid": readTextGrid, ".json": readJSON, ".otr": readOTR,
	".docx": readDocx, ".odt": readODT, ".rtf": readRTF, ".pdf": readPDF,
	".html": readHTML, ".htm": readHTML, ".xhtml": readHTML, ".epub": readEPUB, ".eml": readEmail,
	".xlsx": readSheet, ".ods": readSheet, ".csv": readSheet, ".tsv": readSheet,
}

// otherPrograms says what to do with files of common programs that are not read.
var otherPrograms = map[string]string{
	".doc": "open it in a word processor and save it as .docx", ".dot": "open it in a word processor and save it as .docx",
	".docm": "rename it to .docx", ".dotx": "rename it to .docx", ".pages": "open it in Pages and export it as Word (.docx)",
	".xls": "open it in a spreadsheet and save it as .xlsx", ".numbers": "open it in Numbers and export it as Excel (.xlsx)",
	".ppt": "save the slides as .pdf", ".pptx": "save the slides as .pdf", ".odp": "save the slides as .pdf",
	".msg": "open it in the mail program and save it as .eml or .txt", ".mp3": "it has to be transcribed first", ".m4a": "it has to be transcribed first",
	".wav": "it has to be transcribed first", ".mp4": "it has to be transcribed first",
	".jpg": "text recognition (OCR) has to come first", ".jpeg": "text recognition (OCR) has to come first", ".png": "text recognition (OCR) has to come first",
}

// Formats lists the file endings that Convert reads.
func Formats() []string {
	return []string{".txt", ".md", ".docx", ".odt", ".rtf", ".pdf", ".html", ".epub", ".eml", ".xlsx", ".ods", ".csv",
		".vtt", ".srt", ".json", ".otr", ".eaf", ".TextGrid"}
}

// Convert turns a file into a document's text. The ending of name tells the
// format. The errors do not repeat the name: they say what is wrong with the
// file and what to do. Converting a text that Convert wrote, as .txt, gives the
// same text again.
func Convert(ctx context.Context, name string, data []byte, opts Options) (Result, error) {
	opts.Split = ""
	all, err := ConvertAll(ctx, name, data, opts)
	if err != nil {
		return Result{}, err
	}
	return all[0], nil
}

// ConvertAll is Convert for files that hold several documents, as a table of
// answers does; see Options.Split. Without that it returns one result.
func ConvertAll(ctx context.Context, name string, data []byte, opts Options) ([]Result, error) {
	ext := strings.ToLower(filepath.Ext(name))
	read := readers[ext]
	if read == nil && otherPrograms[ext] != "" {
		return nil, catalogue.Errorf("has the ending %q, which is not read; %s", ext, catalogue.Text(otherPrograms[ext]))
	}
	if read == nil {
		return nil, catalogue.Errorf("has the ending %q, which is not read; save it as one of %s", ext, strings.Join(Formats(), ", "))
	}
	if len(data) > maxInput {
		return nil, catalogue.Errorf("has %d MB, more than the %d MB that are read; split it", len(data)>>20, maxInput>>20)
	}
	if err := checkFirstBytes(ext, data); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var report Report
	src, err := read(ctx, data, opts, &report)
	if err != nil {
		return nil, err
	}
	if len(src.Parts) == 0 {
		res, err := finish(ctx, src, opts, report)
		return []Result{res}, err
	}
	var out []Result
	for _, part := range src.Parts {
		res, err := finish(ctx, part, opts, Report{In: weighBlocks(part.Blocks)})
		if err != nil {
			return nil, catalogue.Errorf("%s: %w", part.Name, err)
		}
		res.Report.Entries = append(append([]Entry{}, report.Entries...), res.Report.Entries...)
		out = append(out, res)
	}
	return out, nil
}

// finish does what is common to all formats.
func finish(ctx context.Context, src Source, opts Options, report Report) (Result, error) {
	report.balance(weighBlocks(src.Blocks), "reading")
	normalise(&src, &report)
	report.balance(weighBlocks(src.Blocks), "bringing characters into normal form")
	if !hasWords(src.Blocks) {
		return Result{}, noText(src, report.pictures)
	}
	res := Result{Name: src.Name, Format: src.Format}
	res.Title = titleOf(src)
	dated, named, minutes := factsOf(src.Blocks)
	if !named && src.Dated.Date != "" {
		dated = src.Dated
	}
	res.Minutes = minutes
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	if opts.Speakers {
		src.Blocks = boldTalk(src.Blocks, &report)
	}
	blocks, speakers := findTurns(src, opts.Speakers, &report)
	if !named && src.Dated.Date == "" && dated.Date != "" {
		dated.ofSpeech(blocks)
	}
	res.Date, res.Assumed = dated.Date, dated.Assumed
	warnOfOneSpeaker(blocks, speakers, &report)
	if n := int((report.ends + time.Minute - 1) / time.Minute); res.Minutes == 0 && n > 0 {
		res.Minutes = n
		report.Add("guessed", "length, by the last time in it", 1, fmt.Sprintf("%d min", n))
	}
	if res.Title == "" {
		if res.Title = firstLineTitle(src, blocks); res.Title != "" {
			report.Add("guessed", "title, by the first line", 1, res.Title)
		}
	}
	res.Text, res.Pages = write(blocks, src.Pages, &report)
	res.Speakers, res.Turns = speakers, turnsIn(blocks)
	if res.Pages == nil && strings.TrimRight(src.text, "\n")+"\n" != res.Text { // a text that comes out as it came in is settled
		settle(&res, opts.Speakers, &report)
	}
	warnOfTwiceEncoded(res.Text, &report)
	report.Kept = weigh(res.Text)
	if report.open(report.Kept) != 0 {
		report.timesWritten(src.Blocks, res.Text)
	}
	report.balance(report.Kept, "finding turns")
	res.Report = report
	return res, nil
}

// timesWritten accounts for the digits that come and go as times are rewritten:
// "0:04" stands as [00:00:04], a time inside a caption's words goes.
func (r *Report) timesWritten(blocks []Block, text string) {
	before := 0
	for _, b := range blocks {
		before += digitsIn(b.Text) + digitsIn(b.Speaker)
	}
	if d := before - digitsIn(text); d != 0 {
		r.add("normalised", timesEntry, 1, d, "")
		r.Entries = slices.DeleteFunc(r.Entries, func(e Entry) bool { return e.What == timesEntry && e.Characters == 0 }) // what dropLate gave back
	}
}

func digitsIn(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
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
		letters := func(s string) int { return weigh(s) - digitsIn(s) } // digits are timesWritten's
		r.add("guessed", "turns found only in the finished text", 1, letters(res.Text)-letters(text), firstDifference(res.Text, text))
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

// noText says of a file without words what it holds instead, if anything.
func noText(src Source, pictures int) error {
	switch {
	case src.Format == "pdf":
		return catalogue.Errorf("holds no text and no pictures (pages: %d); its letters may be drawn as shapes: run text recognition (OCR) on it, such as OCRmyPDF", src.Pages)
	case pictures > 0:
		return catalogue.Errorf("holds pictures and no text (pictures: %d); run text recognition (OCR) on them first, or write down what they say", pictures)
	}
	return catalogue.Errorf("holds no text; check that the file was saved whole")
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
	if (src.Format == "epub" || src.Format == "md") && src.Title != "" {
		return strings.TrimSpace(src.Title) // its first heading is that of a chapter, or of a part below the front matter
	}
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
