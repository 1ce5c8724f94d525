package workbench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// startAnswer is what the start page offers: the folder that the server was started in and those in it.
type startAnswer struct {
	Folder    string        `json:"folder"`
	Study     bool          `json:"study"`
	Folders   []folderEntry `json:"folders"`
	Languages []string      `json:"languages"`
	Formats   []string      `json:"formats"`
	Guide     int           `json:"guide"` // questions
	Codes     int           `json:"codes"`
}

type folderEntry struct {
	Name  string `json:"name"`
	Study bool   `json:"study"`
}

func (w *Workbench) getStart(*http.Request) (any, error) {
	w.kept.mu.Lock()
	defer w.kept.mu.Unlock()
	out := startAnswer{Folder: w.options.Dir.Root, Study: w.kept.study != nil, Folders: []folderEntry{}, Languages: languages(), Formats: convert.Formats()}
	if s := w.kept.study; s != nil {
		out.Folder = w.kept.dir.Root
		out.Guide, out.Codes = len(s.Guide.Questions()), len(s.Codes())
		return out, nil
	}
	entries, _ := os.ReadDir(w.options.Dir.Root)
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			_, err := os.Stat(filepath.Join(w.options.Dir.Root, e.Name(), cases.StudyFile))
			out.Folders = append(out.Folders, folderEntry{e.Name(), err == nil})
		}
	}
	return out, nil
}

// languageAsked returns the first of the languages that a browser asks for which the page has words in, English if there is none.
func languageAsked(r *http.Request) string {
	for tag := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ = strings.Cut(strings.TrimSpace(tag), ";")
		main, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if l := string(catalogue.In(main)); l != "en" || main == "en" {
			return l
		}
	}
	return "en"
}

// startRequest makes a study, or opens one in a folder below that in which the server was started.
type startRequest struct {
	Folder   string `json:"folder"` // a name, "" for the folder itself
	Title    string `json:"title"`
	Language string `json:"language"`
	Coder    string `json:"coder"`
}

func (w *Workbench) postStart(rw http.ResponseWriter, r *http.Request) {
	var req startRequest
	if err := decode(rw, r, &req); err != nil {
		w.reply(rw, nil, err)
		return
	}
	out, err := w.start(r.Context(), req)
	w.reply(rw, out, err)
}

func (w *Workbench) start(ctx context.Context, req startRequest) (any, error) {
	w.kept.mu.Lock()
	defer w.kept.mu.Unlock()
	if w.kept.study != nil {
		return nil, refuse(http.StatusConflict, "a study is open already")
	}
	dir := w.options.Dir
	if req.Folder != "" {
		if !fs.ValidPath(req.Folder) || strings.ContainsAny(req.Folder, `/\:`) || strings.HasPrefix(req.Folder, ".") || !filepath.IsLocal(req.Folder) {
			return nil, refuse(http.StatusBadRequest, "this is no name of a folder\nhint: write a name without / and \\")
		}
		dir.Root = filepath.Join(dir.Root, req.Folder)
		if info, err := os.Lstat(dir.Root); err == nil && !info.IsDir() {
			return nil, refuse(http.StatusBadRequest, "this is no folder")
		}
	}
	if _, err := os.Stat(filepath.Join(dir.Root, cases.StudyFile)); err == nil {
		w.kept.in(dir)
		w.kept.open()
		who, err := w.who("")
		if err != nil {
			return nil, err
		}
		return w.studyAnswer(who), nil
	}
	label := strings.TrimSpace(req.Coder)
	coder := label
	if !corpus.ValidKey(coder) {
		coder = corpus.FileSlug(coder)
	}
	if coder == label {
		label = ""
	}
	if coding.Machine(coder) || req.Coder == "" {
		return nil, refuse(http.StatusBadRequest, "who codes?\nhint: a short name, other than guide and rules")
	}
	if !contains(languages(), req.Language) {
		return nil, refuse(http.StatusBadRequest, "this language is not known")
	}
	title := strings.TrimSpace(req.Title)
	if title == "" {
		title = filepath.Base(dir.Root)
	}
	if err := os.MkdirAll(dir.Root, 0o777); err != nil {
		return nil, err
	}
	unlock, err := dir.Lock(ctx, "crosscase serve", lockWait)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if _, err := cases.Init(dir, cases.Template{ID: corpus.Slug(filepath.Base(dir.Root)), Title: title, Language: req.Language, Coder: coder, CoderLabel: label}); err != nil {
		return nil, err
	}
	w.kept.in(dir)
	w.kept.open()
	if err := w.journal(coder, "started the study"); err != nil {
		return nil, err
	}
	w.tell([]string{cases.StudyFile}, "")
	return w.studyAnswer(coder), nil
}

// languages are those that a study may be started in: "no" is another name of bokmål, and of no use beside it.
func languages() []string {
	return slices.DeleteFunc(words.Languages(), func(l string) bool { return l == "no" })
}

// mostUpload bounds the size of the files of one request.
const mostUpload = 256 << 20

// takenAnswer is what became of a file that came in.
type takenAnswer struct {
	Name     string   `json:"name"`
	Document string   `json:"document,omitempty"`
	Title    string   `json:"title,omitempty"`
	Kind     string   `json:"kind,omitempty"` // as the page says it
	Date     string   `json:"date,omitempty"`
	Case     string   `json:"case,omitempty"`
	Turns    int      `json:"turns"`
	Speakers []string `json:"speakers,omitempty"`
	Already  bool     `json:"already,omitempty"`
	Report   []string `json:"report,omitempty"`
	Error    string   `json:"error,omitempty"`
	Hint     string   `json:"hint,omitempty"`
	English  bool     `json:"english,omitempty"` // of Error: it could not be said in the language of the study
}

// postIntake takes the files of a form in, one by one; those that cannot be read are named with the reason.
func (w *Workbench) postIntake(rw http.ResponseWriter, r *http.Request) {
	files, err := uploaded(rw, r)
	if err != nil {
		w.reply(rw, nil, err)
		return
	}
	q := r.URL.Query()
	var out []takenAnswer
	err = w.noted(r, plainfile.Dir.Watch, func(s *cases.Study, dir plainfile.Dir) (did string, err error) {
		out, did, err = intake(context.WithoutCancel(r.Context()), s, dir, files, cases.Intake{Case: q.Get("case"), Kind: q.Get("kind"), CacheDir: w.options.CacheDir})
		return did, err
	})
	w.reply(rw, map[string]any{"taken": out}, err)
}

// noted runs a change that comes with files, and notes it among what the person who made it can take back. The request names the person,
// and a key under which it is done once; hold says how what is written is noted.
func (w *Workbench) noted(r *http.Request, hold func(plainfile.Dir) (plainfile.Dir, *plainfile.HeldBack), change func(*cases.Study, plainfile.Dir) (string, error)) error {
	k, q := &w.kept, r.URL.Query()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.study == nil {
		return refusedAs(http.StatusConflict, cases.ErrNoStudy)
	}
	elsewhere, unlock, err := k.begin(context.WithoutCancel(r.Context()))
	if err != nil {
		return err
	}
	defer unlock()
	w.tell(elsewhere, "")
	who, err := w.who(q.Get("as"))
	if err != nil {
		return err
	}
	h := k.history(who)
	if _, done := h.Did(q.Get("key")); done {
		return refuse(http.StatusConflict, "this was done already")
	}
	dir, held := hold(k.dir)
	did, err := change(k.study, dir)
	if did != "" {
		err = errors.Join(err, h.Commit(held, q.Get("key"), w.options.Now().Format("2006-01-02"), did), w.journal(who, did))
	}
	changed := k.refresh()
	if err != nil {
		k.forget()
		k.open()
	}
	w.tell(changed, "")
	return err
}

// who returns the coder that a request names, else the one that the page was opened for, else the first of the study.
func (w *Workbench) who(named string) (string, error) {
	names := coderNames(w.kept.study)
	if named == "" {
		if named = w.options.Coder; named == "" && len(names) > 0 {
			named = names[0]
		}
	}
	if named != "" && !contains(names, named) || coding.Machine(named) {
		return "", refuse(http.StatusForbidden, "nobody of that name codes in this study\nhint: coders stand in %s", cases.StudyFile)
	}
	return named, nil
}

type upload struct {
	name string
	data []byte
}

// uploaded reads the files of a form. Of their names only the last part counts.
func uploaded(rw http.ResponseWriter, r *http.Request) ([]upload, error) {
	r.Body = http.MaxBytesReader(rw, r.Body, mostUpload)
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "no files came")
	}
	var out []upload
	for {
		p, err := parts.NextPart()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, refuse(http.StatusBadRequest, "the files did not arrive whole\nhint: at most 256 MB at a time")
		}
		data, err := io.ReadAll(p)
		if err != nil {
			return nil, refuse(http.StatusBadRequest, "the files did not arrive whole\nhint: at most 256 MB at a time")
		}
		name := p.FileName() // its last part, says the package
		if i := strings.LastIndexAny(name, `/\`); i >= 0 {
			name = name[i+1:]
		}
		if name != "" {
			out = append(out, upload{name, data})
		}
	}
}

// intake takes files in, one by one, and says what became of each.
func intake(ctx context.Context, s *cases.Study, dir plainfile.Dir, files []upload, in cases.Intake) ([]takenAnswer, string, error) {
	out := []takenAnswer{}
	added := 0
	for _, f := range files {
		taken, err := s.Take(ctx, dir, f.name, f.data, in)
		for _, t := range taken {
			d := t.Document
			a := takenAnswer{Name: f.name, Document: d.Key, Title: d.Title, Kind: catalogue.In(s.Language).DocumentKind(d.Kind), Date: d.Date, Case: t.Case, Turns: t.Turns, Already: t.Already}
			for _, p := range d.Speakers {
				a.Speakers = append(a.Speakers, p.Label)
			}
			for _, n := range t.Report.Entries {
				a.Report = append(a.Report, noteLine(n, s.Language))
			}
			out = append(out, a)
			if !t.Already {
				added++
			}
		}
		if err != nil {
			r := refused(err).in(s.Language)
			out = append(out, takenAnswer{Name: f.name, Error: r.Message, Hint: r.Hint, English: r.English})
		}
	}
	if added == 0 {
		return out, "", nil
	}
	words := "documents"
	if added == 1 {
		words = "document"
	}
	return out, fmt.Sprintf("took in %d %s", added, words), nil
}

func noteLine(n convert.Entry, language string) string {
	line, _ := catalogue.Text("%s: %s", catalogue.Text(n.Did), catalogue.Done(n.What)).Told(catalogue.In(language))
	if n.Example != "" {
		line += " (" + n.Example + ")"
	}
	return line
}

// postGuide reads the interview guide from a file.
func (w *Workbench) postGuide(rw http.ResponseWriter, r *http.Request) {
	files, err := uploaded(rw, r)
	if err == nil && len(files) != 1 {
		err = refuse(http.StatusBadRequest, "one file is the guide")
	}
	if err != nil {
		w.reply(rw, nil, err)
		return
	}
	var out any
	err = w.noted(r, plainfile.Dir.HoldBack, func(s *cases.Study, dir plainfile.Dir) (did string, err error) {
		out, err = w.guide(context.WithoutCancel(r.Context()), s, dir, files[0], r.URL.Query().Get("replace") == "1")
		if err == nil {
			did = "imported the guide from " + files[0].name
		}
		return did, err
	})
	w.reply(rw, out, err)
}

func (w *Workbench) guide(ctx context.Context, s *cases.Study, dir plainfile.Dir, f upload, replace bool) (any, error) {
	text, err := convert.OutlineOf(ctx, f.name, f.data, convert.Options{CacheDir: w.options.CacheDir})
	if err != nil {
		return nil, err
	}
	g, left := coding.ParseGuide(text)
	if len(g.Questions()) == 0 {
		return nil, refuse(http.StatusUnprocessableEntity, "no question was found in it\nhint: number the questions (1. …)")
	}
	if n := len(s.Guide.Questions()); n > 0 && !replace {
		return nil, refuse(http.StatusConflict, "the study has a guide with %d questions already\nhint: replace it, if this is what you want", n)
	}
	g, _ = s.NextGuide(g)
	g.Language = s.Language
	data, err := coding.EncodeGuide(g)
	if err != nil {
		return nil, err
	}
	var gone []string
	for _, l := range left {
		words, _ := catalogue.Text("%s: %s", catalogue.Text(l.Why), l.Text).Told(catalogue.In(w.language()))
		gone = append(gone, words)
	}
	return map[string]any{"themes": len(g.Themes), "questions": len(g.Questions()), "left": full(gone)}, dir.Write(coding.GuideFile, data)
}
