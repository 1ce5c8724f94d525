package workbench

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// editRequest is one edit. Op says which; the other fields are those that it needs.
type editRequest struct {
	Key   string `json:"key"`   // names the request, so that it is done once however often it is sent
	Page  string `json:"page"`  // which page sent it
	Coder string `json:"coder"` // in whose name
	Op    string `json:"op"`

	Document string   `json:"document"`
	Digest   string   `json:"digest"` // of the text or the code book that the page has seen
	At       *[2]int  `json:"at"`
	Places   []string `json:"places"` // locators
	ID       string   `json:"id"`
	Version  string   `json:"version"` // of what is changed, as the page has seen it
	Code     *string  `json:"code"`
	Says     *string  `json:"says"`
	Value    *string  `json:"value"`
	Basis    *string  `json:"basis"`
	When     *string  `json:"when"`
	Note     *string  `json:"note"`
	Codes    string   `json:"codes"` // of a reading; "" for all

	New    *newCode          `json:"new"`
	Fields map[string]string `json:"fields"`
	To     string            `json:"to"`
	Under  string            `json:"under"`
	Before string            `json:"before"`
	Parts  []splitPart       `json:"parts"`

	Question  string `json:"question"`
	How       string `json:"how"`
	Case      string `json:"case"`
	Attribute string `json:"attribute"`
	Text      string `json:"text"`
	State     string `json:"state"`
	Because   string `json:"because"`
	Quote     string `json:"quote"`
	Source    string `json:"source"`
	Label     string `json:"label"`
	Name      string `json:"name"`

	About  []string `json:"about"` // of a memo
	Links  []string `json:"links"`
	Report bool     `json:"report"`
}

type newCode struct {
	Key        string `json:"key"`
	Label      string `json:"label"`
	Definition string `json:"definition"`
	Kind       string `json:"kind"`
	Under      string `json:"under"`
	Origin     string `json:"origin"`
}

type splitPart struct {
	newCode
	Codings []string `json:"codings"`
}

// editAnswer says what was done, and gives the page what it shows anew.
type editAnswer struct {
	Did      string          `json:"did"`
	Again    bool            `json:"again,omitempty"` // it had been done already
	ID       string          `json:"id,omitempty"`    // of a coding that was made, the name of a memo
	Code     string          `json:"code,omitempty"`  // of a code that was made
	Count    int             `json:"count,omitempty"` // of passages that were coded at once: those that were coded so already are none
	Version  int             `json:"version"`
	Steps    steps           `json:"steps"`
	Document *documentAnswer `json:"document,omitempty"`
	Study    *studyAnswer    `json:"study,omitempty"` // if more than codings changed
}

// editing is an edit while it is done.
type editing struct {
	editRequest
	ctx  context.Context
	w    *Workbench
	s    *cases.Study
	dir  plainfile.Dir // with writes held back
	on   string
	made struct {
		id, code string
		count    int // of passages that were coded at once
	}
}

// lockWait is how long an edit waits for another program that writes the study.
const lockWait = 10 * time.Second

// mostEdit bounds the size of a request.
const mostEdit = 4 << 20

func (w *Workbench) postEdit(rw http.ResponseWriter, r *http.Request) {
	var req editRequest
	if err := decode(rw, r, &req); err != nil {
		w.reply(rw, nil, err)
		return
	}
	// An edit that was begun is ended, whether or not the page is still there to hear of it.
	out, err := w.edit(context.WithoutCancel(r.Context()), req)
	w.reply(rw, out, err)
}

// edit does one edit and tells the other pages.
func (w *Workbench) edit(ctx context.Context, req editRequest) (*editAnswer, error) {
	k := &w.kept
	k.mu.Lock()
	defer k.mu.Unlock()
	if req.Key == "" {
		return nil, refuse(http.StatusBadRequest, "an edit has a key")
	}
	elsewhere, unlock, err := k.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if !contains(coderNames(k.study), req.Coder) || coding.Machine(req.Coder) {
		return nil, refuse(http.StatusForbidden, "nobody of that name codes in this study\nhint: coders stand in %s", cases.StudyFile)
	}
	h := k.history(req.Coder)
	if did, ok := h.Did(req.Key); ok {
		w.tell(elsewhere, "")
		return w.answer(req, madeBefore(k.study, req, did), did, true), nil
	}
	x := &editing{editRequest: req, ctx: ctx, w: w, s: k.study, on: w.options.Now().Format("2006-01-02")}
	for _, part := range []string{given(x.Code), x.To, x.Case, x.Document, x.Name, x.Attribute} {
		w.named(part) // before it is gone
	}
	did, files, err := w.do(x, h)
	changed := k.refresh()
	if err != nil {
		k.forget()
		k.open() // what the edit did to the study in memory is gone with it
		w.tell(elsewhere, "")
		return nil, err
	}
	if did != "" {
		if err := w.journal(req.Coder, did); err != nil {
			return nil, err
		}
	}
	w.tell(elsewhere, "")
	w.tell(append(changed, files...), req.Page)
	return w.answer(req, x, did, false), nil
}

// begin takes the lock of the study for a change, ends one that a killed program began, and reads what was changed elsewhere, which it returns.
func (k *kept) begin(ctx context.Context) (elsewhere []string, unlock func(), err error) {
	if unlock, err = k.dir.Lock(ctx, "crosscase serve", lockWait); err != nil {
		return nil, nil, err
	}
	if err = k.dir.EndBegun(); err == nil {
		if elsewhere = k.refresh(); k.study == nil {
			err = refusedAs(http.StatusConflict, cases.ErrNoStudy)
		}
	}
	if err != nil {
		unlock()
	}
	return elsewhere, unlock, err
}

// do runs an edit against the study and writes what it changed.
func (w *Workbench) do(x *editing, h *plainfile.History) (did string, files []string, err error) {
	switch x.Op {
	case "undo", "redo":
		did, err = w.turn(x, h)
	default:
		op, ok := ops[x.Op]
		if !ok {
			return "", nil, refuse(http.StatusBadRequest, "there is no such edit")
		}
		var held *plainfile.HeldBack
		x.dir, held = w.kept.dir.HoldBack()
		if did, err = op.do(x); err == nil {
			files = held.Names()
			err = h.Commit(held, x.Key, x.on, did)
		}
	}
	return did, files, err
}

// turn takes a change back or does it again; with how "skip" it leaves it as it is, so that the one before comes next.
func (w *Workbench) turn(x *editing, h *plainfile.History) (did string, err error) {
	again, words := x.Op == "redo", "took back: "
	switch {
	case x.How == "skip" && w.kept.study.Stuck(h, again) != nil: // else it can be done by now, and is
		words = "passed over: "
		did, err = h.Skip(again, x.Key, x.on)
	case again:
		words = "did again: "
		did, err = h.Redo(x.Key, x.on)
	default:
		if err := w.kept.study.CheckUndo(h.Removes()); err != nil {
			return "", &refusal{error: err, status: http.StatusConflict, skip: true}
		}
		did, err = h.Undo(x.Key, x.on)
	}
	var moved plainfile.Moved
	var final plainfile.Final
	if errors.As(err, &moved) || errors.As(err, &final) {
		err = &refusal{error: err, status: http.StatusConflict, skip: true}
	}
	if did != "" {
		did = words + did
	}
	return did, err
}

// madeBefore finds what an edit made that was done already, when it is asked for again.
func madeBefore(s *cases.Study, req editRequest, did string) *editing {
	x := &editing{}
	if key, ok := strings.CutPrefix(did, "created the code "); ok {
		x.made.code = key
	}
	if name, ok := strings.CutPrefix(did, "wrote the memo "); ok {
		x.made.id = name
	}
	if req.Op != "code" || req.At == nil {
		return x
	}
	for _, c := range s.Codings.In(req.Document) {
		if c.Coder == req.Coder && span(c.Span) == *req.At && strings.HasSuffix(did, " with "+c.Code) {
			x.made.id, x.made.code = c.ID, c.Code
		}
	}
	return x
}

func (w *Workbench) tell(files []string, by string) {
	if len(files) > 0 {
		w.news.tell(report{Version: w.kept.version, Files: untold(files), By: by})
	}
}

func (w *Workbench) answer(req editRequest, x *editing, did string, again bool) *editAnswer {
	k := &w.kept
	h := k.history(req.Coder)
	out := &editAnswer{Did: w.told(did), Again: again, ID: x.made.id, Code: x.made.code, Count: x.made.count, Version: k.version, Steps: w.steps(h)}
	if req.Document != "" && k.study != nil && k.study.Document(req.Document) != nil {
		s, _ := w.seenBy(req.Coder)
		out.Document, _ = w.document(s, req.Document)
	}
	if op, ok := ops[req.Op]; !ok || op.plans || req.New != nil {
		s := w.studyAnswer(req.Coder)
		out.Study = &s
	}
	return out
}

func coderNames(s *cases.Study) []string {
	var out []string
	for _, c := range s.Coders {
		out = append(out, c.Name)
	}
	return out
}

// journal notes what was done, as the commands do.
func (w *Workbench) journal(coder, did string) error {
	line, err := plainfile.EncodeLine(struct {
		On      string `json:"on"`
		Command string `json:"command"`
		Coder   string `json:"coder,omitempty"`
		Did     string `json:"did"`
	}{w.options.Now().UTC().Format("2006-01-02T15:04:05Z"), "crosscase serve", coder, did})
	if err != nil {
		return err
	}
	return w.kept.dir.Append("journal.jsonl", line)
}

// newer refuses an edit of something that is not as the page saw it, with what is there now.
func newer(now any) error {
	r := refuse(http.StatusConflict, "this has changed since you saw it\nhint: what is there now is shown; your edit was not made")
	r.now = now
	return r
}

// decode reads a request.
func decode(rw http.ResponseWriter, r *http.Request, into any) error {
	dec := json.NewDecoder(http.MaxBytesReader(rw, r.Body, mostEdit))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return refuse(http.StatusBadRequest, "is not readable: %s", err)
	}
	return nil
}
