package workbench

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
)

// kept is the study that is held open, and what its files looked like when it was read. Every
// look at it is taken with the lock: a study fills its caches while it is read.
type kept struct {
	mu       sync.Mutex
	dir      plainfile.Dir
	index    *index.Index // of its words
	program  string       // this build of it, for what it remembers of a study
	study    *cases.Study
	problems plainfile.Problems
	stamps   map[string]string  // size and time of each file
	version  int                // grows whenever something is read again
	seen     map[string]*seen   // by coder, of those who code blind
	language atomic.Value       // of the study, for those who do not hold the lock
	done     *plainfile.History // what everybody changed
	names    map[string]string  // of what was spoken of, by its key, for when it is gone
}

// watched are the folders of a study whose files it is made of, and the endings of those.
var watched = []struct {
	folder, ending string
	deep           bool
}{{"documents", "", false}, {"cases", ".yaml", false}, {"summaries", ".md", false}, {"tables", ".yaml", false}, {"calibration", ".yaml", false}, {"codings", ".jsonl", true}, {"reviews", ".jsonl", true}, {"memos", ".md", false}}

// plans are the files of the study's own folder.
var plans = []string{cases.StudyFile, coding.GuideFile, coding.CodebookFile, cases.AttributesFile, cases.FindingsFile, cases.ExpectationsFile,
	cases.BibTeXFile, cases.RISFile, cases.BindingsFile, cases.ConfirmedFile}

// in says in which folder the study is.
func (k *kept) in(dir plainfile.Dir) { k.dir, k.index = dir, index.In(dir) }

// look returns the size and the time of each file of the study.
func (k *kept) look() map[string]string {
	fsys := k.dir.FS()
	out := make(map[string]string, len(k.stamps)+16)
	add := func(name string, info fs.FileInfo) {
		out[name] = strconv.FormatInt(info.Size(), 36) + "@" + strconv.FormatInt(info.ModTime().UnixNano(), 36)
	}
	for _, name := range plans {
		if info, err := fs.Stat(fsys, name); err == nil {
			add(name, info)
		}
	}
	var walk func(folder, ending string, deep bool)
	walk = func(folder, ending string, deep bool) {
		entries, _ := fs.ReadDir(fsys, folder)
		for _, e := range entries {
			switch {
			case strings.HasPrefix(e.Name(), "."):
			case e.IsDir() && deep:
				walk(path.Join(folder, e.Name()), ending, false)
			case !e.IsDir() && strings.HasSuffix(e.Name(), ending):
				if info, err := e.Info(); err == nil {
					add(path.Join(folder, e.Name()), info)
				}
			}
		}
	}
	for _, f := range watched {
		walk(f.folder, f.ending, f.deep)
	}
	return out
}

// open reads the study whole.
func (k *kept) open() {
	k.seen = nil
	k.stamps = k.look()
	k.study, k.problems = cases.OpenIn(k.dir, k.program)
	k.language.Store("")
	if k.study != nil {
		k.study.LetGo()
		k.language.Store(k.study.Language)
	}
	k.version++
}

// refresh reads again what has changed on disk and returns the files.
func (k *kept) refresh() []string {
	now := k.look()
	changed := differing(k.stamps, now)
	if len(changed) == 0 {
		return nil
	}
	if k.study == nil {
		k.open()
		return changed
	}
	problems, ok := k.study.Reload(changed)
	if !ok {
		k.open()
		return changed
	}
	k.stamps = now
	k.problems = append(k.problems.In(func(file string) bool { return !slices.Contains(changed, file) }), problems...)
	k.problems.Sort()
	k.version++
	return changed
}

// history returns what a person changed, read again if another program has written it.
func (k *kept) history(who string) *plainfile.History {
	if k.done == nil || !k.done.Current() {
		k.done = k.dir.History("")
	}
	return k.done.Of(who)
}

// forget drops what is known of the history, after it could not be written.
func (k *kept) forget() { k.done = nil }

// longestPause bounds how long a change on disk waits until it is seen, also where looking takes long.
const longestPause = 5 * time.Second

// watch looks at the files until the context ends, and tells the pages what changed. Looking takes a twentieth
// of the time at most, however many files there are; what has changed is not waited for again.
func (w *Workbench) watch(ctx context.Context) {
	pause := w.options.Watch
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		w.kept.mu.Lock()
		begun := time.Now()
		changed := w.kept.refresh()
		version := w.kept.version
		w.kept.mu.Unlock()
		pause = w.options.Watch
		if len(changed) > 0 {
			w.news.tell(report{Version: version, Files: untold(changed)})
		} else {
			pause = max(pause, min(20*time.Since(begun), longestPause))
		}
	}
}
