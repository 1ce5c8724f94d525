package workbench

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

// blindFile remembers on this machine who wants to see nothing of what others coded, and who wants to.
const blindFile = ".crosscase/blind.json"

// seen is the study as one coder sees it who codes blind: opened without the files that are hidden, so that nothing of them can
// reach the page, whatever it asks for.
type seen struct {
	study    *cases.Study
	problems plainfile.Problems
	stamps   map[string]string // of the files that it was read of
	hidden   string            // the files that are hidden
}

// blind tells whether somebody codes blind: as was chosen in the page, else as crosscase.yaml says.
func (w *Workbench) blind(coder string) bool {
	if is, ok := w.chosenBlind()[coder]; ok {
		return is
	}
	return slices.ContainsFunc(w.kept.study.Coders, func(c cases.Coder) bool { return c.Name == coder && c.Blind })
}

// chosenBlind returns what was chosen in the page, by coder. If it cannot be read it is as if nothing had been chosen.
func (w *Workbench) chosenBlind() map[string]bool {
	chosen := map[string]bool{}
	if data, err := w.kept.dir.Read(blindFile); err == nil {
		_ = json.Unmarshal(data, &chosen)
	}
	return chosen
}

// postBlind chooses whether a coder sees what others coded.
func (w *Workbench) postBlind(rw http.ResponseWriter, r *http.Request) {
	var req struct {
		Coder string `json:"coder"`
		Blind bool   `json:"blind"`
	}
	if err := decode(rw, r, &req); err != nil {
		w.reply(rw, nil, err)
		return
	}
	w.kept.mu.Lock()
	defer w.kept.mu.Unlock()
	out, err := w.chooseBlind(req.Coder, req.Blind)
	w.reply(rw, out, err)
}

func (w *Workbench) chooseBlind(coder string, is bool) (any, error) {
	if w.kept.study == nil {
		return nil, refusedAs(http.StatusConflict, cases.ErrNoStudy)
	}
	coder, err := w.who(coder)
	if err != nil {
		return nil, err
	}
	chosen := w.chosenBlind()
	chosen[coder] = is
	data, err := json.Marshal(chosen)
	if err != nil {
		return nil, err
	}
	if err := w.kept.dir.MakeMachineFolder(); err != nil {
		return nil, err
	}
	if err := w.kept.dir.WriteDerived(blindFile, data); err != nil {
		return nil, err
	}
	return w.studyAnswer(coder), nil
}

// seenBy returns the study as a coder sees it, and what is wrong in the files of that. Call it with the lock.
func (w *Workbench) seenBy(coder string) (*cases.Study, plainfile.Problems) {
	k := &w.kept
	hides := k.study.Hidden(coder, w.blind(coder))
	if hides == nil {
		return k.study, k.problems
	}
	stamps := map[string]string{}
	var hidden []string
	memos := k.study.HiddenMemos(coder, w.blind(coder))
	for name, stamp := range k.stamps {
		if hides(name) || slices.Contains(memos, name) {
			hidden = append(hidden, name)
		} else {
			stamps[name] = stamp
		}
	}
	if len(hidden) == 0 {
		return k.study, k.problems
	}
	slices.Sort(hidden)
	key := strings.Join(hidden, "\n")
	v := k.seen[coder]
	if v != nil && v.hidden == key {
		changed := differing(v.stamps, stamps)
		if len(changed) == 0 {
			return v.study, v.problems
		}
		if problems, ok := v.study.Reload(changed); ok {
			v.stamps = stamps
			v.problems = append(v.problems.In(func(file string) bool { return !slices.Contains(changed, file) }), problems...)
			v.problems.Sort()
			return v.study, v.problems
		}
	}
	v = &seen{stamps: stamps, hidden: key}
	v.study, v.problems = cases.OpenWithout(k.dir.FS(), coder, hides)
	if v.study == nil { // crosscase.yaml went just now; the next look finds it so
		return &cases.Study{Guide: k.study.Guide, Codebook: k.study.Codebook, Codings: k.study.Codings.With("", nil)}, v.problems
	}
	if k.seen == nil {
		k.seen = map[string]*seen{}
	}
	k.seen[coder] = v
	return v.study, v.problems
}

// hides tells whether codings of a document are hidden in the study as somebody sees it.
func (k *kept) hides(s *cases.Study, document string) bool {
	for _, v := range k.seen {
		if v.study == s {
			return strings.Contains(v.hidden+"\n", "/"+strings.TrimSuffix(document, ".txt")+".jsonl\n")
		}
	}
	return false
}

// differing returns the files of which two looks differ, in order.
func differing(was, now map[string]string) []string {
	var out []string
	for name, stamp := range now {
		if was[name] != stamp {
			out = append(out, name)
		}
	}
	for name := range was {
		if _, there := now[name]; !there {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// untold leaves out of the names of files whose codings they are: the pages are told what changed, not who changed it.
func untold(files []string) []string {
	out := make([]string, len(files))
	for i, f := range files {
		if strings.HasPrefix(f, "memos/") {
			f = "memos/" // the name of a memo holds its first words
		} else if parts := strings.Split(f, "/"); len(parts) == 3 {
			f = parts[0] + "/" + parts[2]
		}
		out[i] = f
	}
	return out
}
