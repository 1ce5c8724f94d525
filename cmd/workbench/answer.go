package workbench

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

// refusal is why something was not done, as the page shows it.
type refusal struct {
	Status  int    `json:"-"`
	Message string `json:"error"`
	Hint    string `json:"hint,omitempty"`
	English bool   `json:"english,omitempty"` // it could not be said in the page's language
	Now     any    `json:"now,omitempty"`     // what is there, where something newer was met
}

func (r *refusal) Error() string { return r.Message }

// refused makes a refusal of an error of the study; a remedy stands behind "hint:".
func refused(err error) *refusal {
	var r *refusal
	if errors.As(err, &r) {
		return r
	}
	message, hint, _ := strings.Cut(err.Error(), "\nhint: ")
	status := http.StatusUnprocessableEntity
	var held plainfile.Held
	if errors.As(err, &held) {
		status = http.StatusLocked
	}
	return &refusal{Status: status, Message: message, Hint: hint}
}

// language returns the language of the page.
func (w *Workbench) language() string {
	l, _ := w.kept.language.Load().(string)
	return l
}

// answering answers a request with JSON.
func (w *Workbench) answering(answer func(*http.Request) (any, error)) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		out, err := answer(r)
		w.reply(rw, out, err)
	}
}

func (w *Workbench) reply(rw http.ResponseWriter, out any, err error) {
	rw.Header().Set("Content-Type", "application/json; charset=utf-8")
	if err != nil {
		language := w.language()
		r, ok := ofQuery(language, err)
		if ok {
			r.Status = http.StatusUnprocessableEntity
		} else {
			r = refused(err).in(language)
		}
		rw.WriteHeader(r.Status)
		out = r
	}
	enc := json.NewEncoder(rw)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(out) // whoever asked may be gone
}

// looking runs a look at the study as whoever asks sees it, with the lock; without a study it is refused.
func (w *Workbench) looking(r *http.Request, look func(s *cases.Study) (any, error)) (any, error) {
	w.kept.mu.Lock()
	defer w.kept.mu.Unlock()
	if w.kept.study == nil {
		return nil, &refusal{Status: http.StatusConflict, Message: cases.ErrNoStudy.Error()}
	}
	s, _ := w.seenBy(w.asker(r))
	return look(s)
}

// asker returns in whose name the page asks; a name that the study does not know is that of nobody in particular.
func (w *Workbench) asker(r *http.Request) string {
	who, err := w.who(r.URL.Query().Get("as"))
	if err != nil {
		who, _ = w.who("")
	}
	return who
}

// as gives a refusal another status.
func (r *refusal) as(status int) *refusal {
	r.Status = status
	return r
}
