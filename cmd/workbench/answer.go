package workbench

import (
	"encoding/json"
	"errors"
	"net/http"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// refusal is why something was not done.
type refusal struct {
	error
	status int
	now    any  // what is there, where something newer was met
	skip   bool // it refuses to take back a change, or to do it again
}

// refuse returns a refusal with words of its own.
func refuse(status int, english string, parts ...any) *refusal {
	return refusedAs(status, catalogue.Errorf(english, parts...))
}

// refusedAs returns a refusal for an error of the study.
func refusedAs(status int, err error) *refusal { return &refusal{error: err, status: status} }

// refused returns err as a refusal.
func refused(err error) *refusal {
	var r *refusal
	var held plainfile.Held
	switch {
	case errors.As(err, &r):
		return r
	case errors.As(err, &held):
		return refusedAs(http.StatusLocked, err)
	}
	return refusedAs(http.StatusUnprocessableEntity, err)
}

// refusalAnswer is a refusal as the page shows it.
type refusalAnswer struct {
	Message string `json:"error"`
	Hint    string `json:"hint,omitempty"`
	English bool   `json:"english,omitempty"` // it could not be said in the page's language
	Skip    bool   `json:"skip,omitempty"`    // what could not be taken back, or done again, can be left as it is
	Now     any    `json:"now,omitempty"`
}

// in returns what the page shows of a refusal, in its language.
func (r *refusal) in(language string) refusalAnswer {
	l := catalogue.In(language)
	words, whole := l.Tell(catalogue.Remedied(r.error, remedies))
	out := refusalAnswer{English: !whole, Now: r.now, Skip: r.skip}
	out.Message, out.Hint = l.Cut(words)
	return out
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
		r := refused(err)
		rw.WriteHeader(r.status)
		out = r.in(w.language())
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
		return nil, refusedAs(http.StatusConflict, cases.ErrNoStudy)
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
