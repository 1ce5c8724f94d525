package workbench

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"time"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

// Options say what a workbench serves and for whom.
type Options struct {
	Dir      plainfile.Dir // folder of the study; one without a study gets the start page
	Coder    string        // who codes, where the page does not say; "" is the only coder of the study
	Version  string
	Program  string // this build of the program: what machine coders propose is made anew by another one
	CacheDir string // of the compiled PDF engine
	Now      func() time.Time
	Watch    time.Duration // how often the files are looked at; 0 is twice a second
	Token    string        // "" for a random one
}

// Workbench is one study and the page that shows it.
type Workbench struct {
	options Options
	token   string // in the address
	session string // in the cookie
	port    string
	kept    kept
	news    news
}

// New returns a workbench on a folder. The study is read at once, so that what is wrong with it is known
// before the page is opened.
func New(o Options) *Workbench {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Watch == 0 {
		o.Watch = 500 * time.Millisecond
	}
	w := &Workbench{options: o, token: o.Token, session: newToken()}
	if w.token == "" {
		w.token = newToken()
	}
	w.kept.in(o.Dir)
	w.kept.program, w.kept.names = o.Program, map[string]string{}
	w.kept.mu.Lock()
	defer w.kept.mu.Unlock()
	w.kept.open()
	return w
}

// Study returns the study as it was read, nil if the folder holds none, and what is wrong with it.
func (w *Workbench) Study() (*cases.Study, plainfile.Problems) { return w.kept.study, w.kept.problems }

// Listen takes a port of this machine's own address, which no other machine can reach; 0 takes a free one.
func (w *Workbench) Listen(port int) (net.Listener, error) {
	l, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	_, w.port, err = net.SplitHostPort(l.Addr().String())
	return l, err
}

// Address returns what a browser opens.
func (w *Workbench) Address() string { return "http://127.0.0.1:" + w.port + "/?token=" + w.token }

// Serve answers until the context ends; then it lets what was begun be ended.
func (w *Workbench) Serve(ctx context.Context, l net.Listener) error {
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go w.watch(watching)
	server := &http.Server{Handler: w.guarded(w.routes()), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return watching }}
	ended := make(chan error, 1)
	go func() {
		<-ctx.Done()
		w.news.close()
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		err := server.Shutdown(closing)
		if errors.Is(err, context.DeadlineExceeded) { // a browser keeps connections open that it has asked nothing on
			err = server.Close()
		}
		w.kept.mu.Lock() // an edit that was begun is ended
		defer w.kept.mu.Unlock()
		ended <- err
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-ended
}

// routes are what the page asks for.
func (w *Workbench) routes() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", func(rw http.ResponseWriter, _ *http.Request) { servePage(rw, "index.html") })
	m.HandleFunc("GET /page/{name}", func(rw http.ResponseWriter, r *http.Request) { servePage(rw, r.PathValue("name")) })
	for path, answer := range map[string]func(*http.Request) (any, error){
		"study":    w.getStudy,
		"document": w.getDocument,
		"codebook": w.getCodebook,
		"effects":  w.getEffects,
		"passages": w.getPassages,
		"search":   w.getSearch,
		"quotes":   w.getQuotes,
		"cases":    w.getCases,
		"tables":   w.getTables,
		"table":    w.getTable,
		"chart":    w.getChart,
		"memos":    w.getMemos,
		"coverage": w.getCoverage,
		"status":   w.getStatus,
		"start":    w.getStart,
	} {
		m.HandleFunc("GET /api/"+path, w.answering(answer))
	}
	m.HandleFunc("GET /api/picture", w.getPicture)
	m.HandleFunc("GET /api/events", w.events)
	m.HandleFunc("POST /api/edit", w.postEdit)
	m.HandleFunc("POST /api/blind", w.postBlind)
	m.HandleFunc("POST /api/start", w.postStart)
	m.HandleFunc("POST /api/intake", w.postIntake)
	m.HandleFunc("POST /api/guide", w.postGuide)
	return m
}
